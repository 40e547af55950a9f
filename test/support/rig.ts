import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { N8nClient } from '../n8n/client.ts';
import { ensureN8n } from '../n8n/install.ts';
import { packPack } from '../n8n/pack.ts';
import { startN8n, type N8nServer } from '../n8n/server.ts';
import type { WorkflowJson, WorkflowRef } from '../n8n/types.ts';
import { startOutbox, type Outbox } from '../outbox/outbox.ts';
import type { StandIn } from '../outbox/types.ts';
import {
	changeNodes,
	channelChange,
	fallbackOwnerChange,
	helpdeskChange,
	newSecrets,
	noIncidentsChange,
	proofOf,
	ratesChange,
	type Change,
	type Helpdesk,
	type HelpdeskSecrets,
	type ZendeskAuthentication,
} from './connect.ts';
import { postgresLogRows, sqliteLogRows, type LogRows } from './logRows.ts';

export const TEMPLATE_FILES = [
	'setup.json',
	'cs-alerts.json',
	'reports.json',
	'backfill.json',
	'mailbox.json',
] as const;
export type TemplateFile = (typeof TEMPLATE_FILES)[number];

/** The templates that start by themselves; the others are run by hand, or need a mailbox. */
const PUBLISHED: readonly TemplateFile[] = ['cs-alerts.json', 'reports.json'];

export const webhookPath = (helpdesk: Helpdesk) => `cs-alerts/${helpdesk}`;
const HELPDESKS: readonly Helpdesk[] = ['zendesk', 'intercom', 'freshdesk'];

export interface RigOptions {
	onProgress?: (line: string) => void;
	port?: number;
	outboxPort?: number;
	/** Kept over a restart; a temporary one unless told. */
	userFolder?: string;
	/** Whether the three helpdesks' triggers are switched on. Default true. */
	connectHelpdesks?: boolean;
	/** Whether Slack, email and the fallback owner are set. Default true. */
	connectChannels?: boolean;
	/** Whether Slack's buttons answer through the Slack app. Default false: they open a page. */
	bySlackApp?: boolean;
	/** Whether one trouble of several accounts is told as an incident. Default true. */
	markIncidents?: boolean;
	/** Whether tickets are read by the helpdesks' APIs. Default false: from their webhooks. */
	readByApi?: boolean;
	/** How Zendesk proves itself; a header unless told. */
	zendeskAuthentication?: ZendeskAuthentication;
	/** Address of a PostgreSQL database for the log; SQLite unless told. */
	logDatabase?: string;
	/** Answers for further outside hosts, e.g. a CRM's. */
	standIns?: Record<string, StandIn>;
	/** Added to n8n's environment. */
	env?: Record<string, string>;
	/** Changes a template before it is imported. */
	adapt?: (file: TemplateFile, template: WorkflowJson) => WorkflowJson;
}

/** Something a helpdesk sends. */
export interface Posted {
	helpdesk: Helpdesk;
	contentType: string;
	body: string;
}

/** A real n8n with the packed pack, all templates published and the outbox in the place of Slack and email. */
export interface Rig {
	server: N8nServer;
	n8n: N8nClient;
	outbox: Outbox;
	log: LogRows;
	secrets: HelpdeskSecrets;
	workflows: Record<TemplateFile, WorkflowRef>;
	/** Sends what a helpdesk would send, with its proof unless other headers are given. */
	deliver(posted: Posted, headers?: Record<string, string>): Promise<Response>;
	/** Resolves when no execution is under way. */
	idle(): Promise<void>;
	/**
	 * Starts n8n again on the same data, after its server was stopped or killed.
	 * @param changes to its environment, this time only
	 */
	restart(changes?: Record<string, string>): Promise<void>;
	stop(): Promise<void>;
}

export const readTemplate = (file: TemplateFile): WorkflowJson =>
	JSON.parse(
		readFileSync(new URL(`../../workflows/${file}`, import.meta.url), 'utf8'),
	) as WorkflowJson;

/** Packs the built pack, installs it into an empty n8n as a community package, and sets everything up. */
export async function startRig(options: RigOptions = {}): Promise<Rig> {
	const say = options.onProgress ?? (() => {});
	const install = await ensureN8n({ onProgress: say });
	const tarball = await packPack();
	const outbox = await startOutbox({
		port: options.outboxPort,
		portAdvice: 'choose another with --outbox-port=5681',
		slackUsers: [{ id: 'U01DANA', name: 'dana', email: 'dana.reyes@cs-team.example' }],
		slackChannels: ['cs-alerts'],
		...(options.standIns && { standIns: options.standIns }),
	});
	const env = {
		...outbox.env,
		...(options.logDatabase && { CS_ALERTS_DATABASE_URL: options.logDatabase }),
		...options.env,
	};
	try {
		say('Starting n8n with the packed pack installed as a community package …');
		const server = await startN8n({
			install,
			packs: [tarball],
			port: options.port,
			portAdvice: 'choose another with --port=5679',
			userFolder: options.userFolder,
			env,
		});
		try {
			const n8n = await N8nClient.login(server);
			say('Importing and publishing the templates, running Setup …');
			const secrets = newSecrets(options.zendeskAuthentication);
			const workflows = await importTemplates(n8n, outbox, secrets, options);
			const log = options.logDatabase
				? postgresLogRows(options.logDatabase)
				: sqliteLogRows(server.userFolder);
			const rig: Rig = {
				server,
				n8n,
				outbox,
				log,
				secrets,
				workflows,
				deliver: async ({ helpdesk, contentType, body }, headers) =>
					await fetch(n8n.webhookUrl(webhookPath(helpdesk)), {
						method: 'POST',
						headers: {
							'content-type': contentType,
							...(headers ?? proofOf(helpdesk, body, secrets)),
						},
						body,
					}),
				idle: async () => await waitUntilIdle(n8n),
				restart: async (changes) => {
					const { port, userFolder } = server;
					rig.server = await startN8n({ install, port, userFolder, env: { ...env, ...changes } });
					await waitForWebhooks(n8n, options);
				},
				stop: async () => {
					await rig.server.stop();
					await log.close();
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

async function waitForWebhooks(n8n: N8nClient, { connectHelpdesks = true }: RigOptions) {
	if (!connectHelpdesks) return;
	for (const helpdesk of HELPDESKS) await n8n.waitForWebhook(webhookPath(helpdesk), 'POST');
}

async function importTemplates(
	n8n: N8nClient,
	outbox: Outbox,
	secrets: HelpdeskSecrets,
	options: RigOptions,
): Promise<Record<TemplateFile, WorkflowRef>> {
	const { connectHelpdesks = true, connectChannels = true, readByApi, adapt } = options;
	const changes: Change[] = [ratesChange];
	if (options.markIncidents === false) changes.push(noIncidentsChange);
	if (connectHelpdesks) changes.push(await helpdeskChange(n8n, secrets, readByApi));
	if (connectChannels) {
		changes.push(await channelChange(n8n, outbox, options.bySlackApp), fallbackOwnerChange);
	}
	const refs = {} as Record<TemplateFile, WorkflowRef>;
	for (const file of TEMPLATE_FILES) {
		const template = readTemplate(file);
		refs[file] = await n8n.importWorkflow(
			changeNodes(adapt ? adapt(file, template) : template, changes),
		);
	}
	const setup = await n8n.runManually(refs['setup.json'].id, 'Run Setup');
	if (setup.status !== 'success') {
		throw new Error(`Setup failed: ${setup.data?.resultData.error?.message ?? setup.status}`);
	}
	for (const file of PUBLISHED) await n8n.publish(refs[file].id);
	await waitForWebhooks(n8n, options);
	return refs;
}
