import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { N8nClient } from '../n8n/client.ts';
import { ensureN8n } from '../n8n/install.ts';
import { packPack } from '../n8n/pack.ts';
import { startN8n, type N8nServer } from '../n8n/server.ts';
import type { WorkflowJson, WorkflowRef } from '../n8n/types.ts';
import { startOutbox, type Outbox } from '../outbox/outbox.ts';

export const TEMPLATE_FILES = [
	'setup.json',
	'ticket-to-cs-alert-zendesk.json',
	'ticket-to-cs-alert-intercom.json',
	'ticket-to-cs-alert-freshdesk.json',
	'recover-tickets.json',
	'weekly-digest.json',
] as const;
export type TemplateFile = (typeof TEMPLATE_FILES)[number];

/** The templates that start by themselves; Setup is run by hand. */
const PUBLISHED = TEMPLATE_FILES.filter((file) => file !== 'setup.json');

export const WEBHOOK_PATHS = ['cs-alerts/zendesk', 'cs-alerts/intercom', 'cs-alerts/freshdesk'];

export interface RigOptions {
	onProgress?: (line: string) => void;
	port?: number;
	outboxPort?: number;
	/** Kept over a restart; a temporary one unless told. */
	userFolder?: string;
	/** Whether Slack and email are switched on, as an admin does after the import. Default true. */
	connectChannels?: boolean;
	/** Added to n8n's environment. */
	env?: Record<string, string>;
	/** Changes a template before it is imported. */
	adapt?: (file: TemplateFile, template: WorkflowJson) => WorkflowJson;
}

/** A real n8n with the packed pack, all templates published and the outbox in the place of Slack and email. */
export interface Rig {
	server: N8nServer;
	n8n: N8nClient;
	outbox: Outbox;
	workflows: Record<TemplateFile, WorkflowRef>;
	/** Resolves when no execution is under way. */
	idle(): Promise<void>;
	/** Starts n8n again on the same data, after its server was stopped or killed. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

export const readTemplate = (file: TemplateFile): WorkflowJson =>
	JSON.parse(
		readFileSync(new URL(`../../workflows/${file}`, import.meta.url), 'utf8'),
	) as WorkflowJson;

/** Packs the built pack, installs it into an empty n8n as a community package, and sets everything up. */
export async function startRig(options: RigOptions = {}): Promise<Rig> {
	const say = options.onProgress ?? (() => {});
	const { connectChannels: connects = true, adapt = (_file, template) => template } = options;
	const install = await ensureN8n({ onProgress: say });
	const tarball = await packPack();
	const outbox = await startOutbox({
		port: options.outboxPort,
		portAdvice: 'choose another with --outbox-port=5681',
		slackUsers: [{ id: 'U01DANA', name: 'dana', email: 'dana.reyes@cs-team.example' }],
		slackChannels: ['cs-alerts'],
	});
	try {
		say('Starting n8n with the packed pack installed as a community package …');
		const server = await startN8n({
			install,
			packs: [tarball],
			port: options.port,
			portAdvice: 'choose another with --port=5679',
			userFolder: options.userFolder,
			env: { ...outbox.env, ...options.env },
		});
		try {
			const n8n = await N8nClient.login(server);
			say('Importing and publishing the templates, running Setup …');
			const workflows = await importTemplates(n8n, outbox, connects, adapt);
			const rig: Rig = {
				server,
				n8n,
				outbox,
				workflows,
				idle: async () => await waitUntilIdle(n8n),
				restart: async () => {
					const { port, userFolder } = server;
					rig.server = await startN8n({
						install,
						port,
						userFolder,
						env: { ...outbox.env, ...options.env },
					});
					for (const path of WEBHOOK_PATHS) await n8n.waitForWebhook(path, 'POST');
				},
				stop: async () => {
					await rig.server.stop();
					await outbox.stop();
				},
			};
			return rig;
		} catch (error) {
			await server.stop();
			throw error;
		}
	} catch (error) {
		await outbox.stop();
		throw error;
	}
}

async function waitUntilIdle(n8n: N8nClient): Promise<void> {
	for (let quiet = 0; quiet < 3; ) {
		const { data } = await n8n.api<{ data: unknown[] }>('GET', '/executions', {
			query: { status: 'running' },
		});
		quiet = data.length === 0 ? quiet + 1 : 0;
		await sleep(100);
	}
}

async function importTemplates(
	n8n: N8nClient,
	outbox: Outbox,
	connects: boolean,
	adapt: (file: TemplateFile, template: WorkflowJson) => WorkflowJson,
): Promise<Record<TemplateFile, WorkflowRef>> {
	const slackApi = await n8n.createCredential(
		'Slack (local outbox)',
		'slackApi',
		outbox.slackCredential,
	);
	const smtp = await n8n.createCredential('SMTP (local outbox)', 'smtp', outbox.smtpCredential);
	const credentials = {
		'n8n-nodes-base.slack': { slackApi },
		'n8n-nodes-base.emailSend': { smtp },
	};
	const refs = {} as Record<TemplateFile, WorkflowRef>;
	for (const file of TEMPLATE_FILES) {
		const template = adapt(file, readTemplate(file));
		refs[file] = await (connects
			? n8n.importWorkflow(connectChannels(template), { credentials })
			: n8n.importWorkflow(template));
	}
	const setup = await n8n.runManually(refs['setup.json'].id, 'Run Setup');
	if (setup.status !== 'success') {
		throw new Error(`Setup failed: ${setup.data?.resultData.error?.message ?? setup.status}`);
	}
	for (const file of PUBLISHED) await n8n.publish(refs[file].id);
	for (const path of WEBHOOK_PATHS) await n8n.waitForWebhook(path, 'POST');
	return refs;
}

/** What the notes in the templates ask an admin to do: switch the senders on, name a fallback owner. */
export function connectChannels(template: WorkflowJson): WorkflowJson {
	const senders = new Set(['n8n-nodes-base.slack', 'n8n-nodes-base.emailSend']);
	return {
		...template,
		nodes: template.nodes.map((node) => {
			if (senders.has(node.type)) return { ...node, disabled: false };
			if (node.type !== 'n8n-nodes-cs-alerts.csAlertFormatter') return node;
			const fallback = {
				fallbackOwnerName: 'CS team',
				fallbackOwnerEmail: 'cs-team@cs-team.example',
			};
			return { ...node, parameters: { ...node.parameters, ...fallback } };
		}),
	};
}
