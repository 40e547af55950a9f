import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { undoAtEnd } from '../n8n/lifetime.ts';
import { assertPortFree } from '../n8n/ports.ts';
import { makeCertificates } from './certificates.ts';
import { startPage } from './page.ts';
import { startProxy } from './proxy.ts';
import { slackStandIn, SLACK_SIGNING_SECRET, SLACK_TOKEN } from './slack.ts';
import { SMTP_PASSWORD, SMTP_USER, startSmtp } from './smtp.ts';
import type {
	EmailMessage,
	Failure,
	OutboxMessage,
	SlackMessage,
	SlackUser,
	StandIn,
} from './types.ts';

export interface OutboxOptions {
	/** Of the page; a free one unless told. */
	port?: number;
	/** How to choose another port, for the error on a busy one. */
	portAdvice?: string;
	/** Everybody in the Slack workspace. */
	slackUsers?: SlackUser[];
	/** Names of all Slack channels, without "#"; any name is a channel unless told. */
	slackChannels?: string[];
	/** More hosts to answer for, e.g. { 'acme.zendesk.com': handler }. */
	standIns?: Record<string, StandIn>;
	/** Called with a line for each host that was refused and each stand-in that threw. */
	onLog?: (line: string) => void;
}

/** Takes the place of Slack and the mail server, and keeps what was sent to them, in memory. */
export interface Outbox {
	/** Of the page that shows the messages. */
	readonly url: string;
	/** What has arrived, oldest first. */
	readonly messages: readonly OutboxMessage[];
	/** For n8n's environment: leads all it sends out to the stand-ins. */
	readonly env: Record<string, string>;
	/** Data of a slackApi credential and of an smtp credential that work here. */
	readonly slackCredential: { accessToken: string; signatureSecret: string };
	readonly smtpCredential: SmtpCredential;
	/** Hosts that n8n asked for and did not reach. */
	readonly refused: readonly string[];
	/** Makes the next `times` requests fail: of Slack's any method, of mail its delivery. */
	failNext(failure: Failure, times?: number): void;
	/** Takes back all failures that have not happened yet. */
	failNoMore(): void;
	/** The first message that meets the condition, waiting up to `timeout` milliseconds for it. */
	waitFor(condition: (message: OutboxMessage) => boolean, timeout?: number): Promise<OutboxMessage>;
	stop(): Promise<void>;
}

export type SmtpCredential = Record<'user' | 'password' | 'host' | 'hostName', string> & {
	port: number;
	secure: boolean;
	disableStartTls: boolean;
};

type Unnumbered<Message> = Omit<Message, 'id' | 'at'>;

export async function startOutbox(options: OutboxOptions = {}): Promise<Outbox> {
	if (options.port) await assertPortFree(options.port, options.portAdvice ?? 'choose another port');
	const messages: OutboxMessage[] = [];
	const failures: Failure[] = [];
	const waiting = new Set<() => void>();

	const keep = (message: Unnumbered<SlackMessage> | Unnumbered<EmailMessage> | OutboxMessage) => {
		const isKnown = 'id' in message;
		const kept: OutboxMessage = isKnown
			? message
			: { ...message, id: messages.length + 1, at: new Date().toISOString() };
		if (!isKnown) messages.push(kept);
		page.show(kept);
		for (const look of waiting) look();
	};
	const nextFailure = <Kind extends Failure['of']>(of: Kind) => {
		const index = failures.findIndex((failure) => failure.of === of);
		return index < 0 ? undefined : (failures.splice(index, 1)[0] as Extract<Failure, { of: Kind }>);
	};

	const slack = slackStandIn({
		users: options.slackUsers ?? [],
		...(options.slackChannels && { channels: options.slackChannels }),
		keep,
		messages: () => messages.filter((message) => message.kind === 'slack'),
		nextFailure: () => nextFailure('slack'),
		now: Date.now,
	});
	const standIns = { 'slack.com': slack, ...options.standIns };
	const certificates = await makeCertificates(Object.keys(standIns));
	const folder = await mkdtemp(join(tmpdir(), 'cs-alerts-outbox-'));
	const caFile = join(folder, 'ca.pem');
	await writeFile(caFile, certificates.ca);

	const page = await startPage({ port: options.port ?? 0, messages, runId: randomUUID() });
	const proxy = await startProxy({ standIns, certificates, log: options.onLog ?? (() => {}) });
	const smtp = await startSmtp({ keep, nextFailure: () => nextFailure('smtp') });
	const release = undoAtEnd({ atOnce: () => rmSync(folder, { recursive: true, force: true }) });

	return {
		url: page.url,
		messages,
		env: {
			HTTPS_PROXY: proxy.url,
			HTTP_PROXY: proxy.url,
			NO_PROXY: '127.0.0.1,localhost',
			NODE_EXTRA_CA_CERTS: caFile,
		},
		slackCredential: { accessToken: SLACK_TOKEN, signatureSecret: SLACK_SIGNING_SECRET },
		smtpCredential: {
			...{ user: SMTP_USER, password: SMTP_PASSWORD, host: '127.0.0.1', port: smtp.port },
			...{ secure: false, disableStartTls: true, hostName: '' },
		},
		refused: proxy.refused,
		failNext: (failure, times = 1) => {
			failures.push(...Array.from({ length: times }, () => failure));
		},
		failNoMore: () => {
			failures.length = 0;
		},
		waitFor: (condition, timeout = 10_000) =>
			new Promise((resolve, reject) => {
				const look = () => {
					const found = messages.find(condition);
					if (!found) return;
					end();
					resolve(found);
				};
				const timer = setTimeout(() => {
					end();
					const seconds = Math.round(timeout / 1000);
					reject(new Error(`No such message within ${seconds} s; ${messages.length} arrived.`));
				}, timeout);
				const end = () => {
					clearTimeout(timer);
					waiting.delete(look);
				};
				waiting.add(look);
				look();
			}),
		stop: async () => {
			await Promise.all([page.stop(), proxy.stop(), smtp.stop()]);
			await rm(folder, { recursive: true, force: true });
			release();
		},
	};
}
