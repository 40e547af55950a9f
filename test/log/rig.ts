import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe } from 'vitest';

import type { Ticket } from '../../nodes/core/item/types';
import type { Database } from '../../nodes/log/database';
import type { LookResult, Notice } from '../../nodes/log/intakeLog';
import { toTicketLog } from '../../nodes/log/open';
import { openPostgres } from '../../nodes/log/postgres';
import { migrate } from '../../nodes/log/schema';
import { openSqlite } from '../../nodes/log/sqlite';
import type { Decision, IncomingMessage, TicketLog } from '../../nodes/log/ticketLog';
import {
	NO_POSTGRES,
	postgresPrograms,
	startPostgres,
	type PostgresServer,
} from '../support/postgres.ts';

/** A log on a database of its own, gone after the test. */
export interface OpenedLog {
	log: TicketLog;
	/** The same database from below, e.g. to damage a row. */
	database: Database;
	/** The same log opened once more, as another process has it. */
	another(): Promise<TicketLog>;
}

export type Open = () => Promise<OpenedLog>;

/** Runs a suite on real databases: SQLite, and PostgreSQL where it is installed. */
export function onBothDatabases(suite: (open: Open, kind: Database['kind']) => void): void {
	describe('on SQLite', () => {
		// In memory where the system has such a place: what is tested is not how fast the disk is.
		const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
		const folder = mkdtempSync(join(place, 'cs-alerts-log-'));
		let count = 0;
		const { open, closeAll } = opener(async () => {
			const file = join(folder, `${(count += 1)}`, 'log.sqlite');
			return async () => await openSqlite(file);
		});
		afterEach(closeAll);
		afterAll(() => rmSync(folder, { recursive: true, force: true }));
		suite(open, 'sqlite');
	});

	const isInstalled = postgresPrograms() !== undefined;
	describe.skipIf(!isInstalled)(
		isInstalled ? 'on PostgreSQL' : `on PostgreSQL (skipped: ${NO_POSTGRES})`,
		() => {
			let server: PostgresServer | undefined;
			beforeAll(async () => {
				server = await startPostgres();
			}, 60_000);
			let url: string | undefined;
			const { open, closeAll } = opener(async () => {
				// Making a database takes longer than most tests: they get the same one, emptied.
				url ??= await server?.createDatabase();
				const address = url ?? '';
				const database = await openPostgres(address);
				await migrate(database, NOW);
				const tables = TABLES.map((table) => `@${table}`).join(', ');
				await database.query(`truncate ${tables}`);
				await database.close();
				return async () => await openPostgres(address);
			});
			afterEach(closeAll);
			afterAll(async () => await server?.stop());
			suite(open, 'postgres');
		},
	);
}

const TABLES = [
	...['messages', 'alerts', 'alert_events', 'deliveries', 'paces', 'tokens', 'aliases'],
	...['account_facts', 'gate_configs', 'triggers', 'notices', 'tickets', 'backfills'],
	...['response_addresses', 'follow_ups', 'places'],
];

function opener(create: () => Promise<() => Promise<Database>>) {
	const opened: TicketLog[] = [];
	const open: Open = async () => {
		const connect = await create();
		const openOne = async () => {
			const database = await connect();
			await migrate(database, NOW);
			const log = toTicketLog(database);
			opened.push(log);
			return { log, database };
		};
		return { ...(await openOne()), another: async () => (await openOne()).log };
	};
	const closeAll = async () => {
		await Promise.all(opened.splice(0).map(async (log) => await log.close()));
	};
	return { open, closeAll };
}

export const NOW = new Date('2026-03-02T10:00:00.000Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const after = (ms: number, from: Date = NOW) => new Date(from.getTime() + ms);

export const SOURCE = 'workflow-1/trigger-1';
export const LEASE_MS = 2 * MINUTE;

export function ticketOf(id: number | string, over: Partial<Ticket> = {}): Ticket {
	return {
		key: `zendesk:acme:${id}`,
		messageId: 'first',
		event: 'new',
		helpdesk: 'zendesk',
		id: String(id),
		subject: `Export ${id} fails`,
		body: `The export ${id} has failed since Monday.`,
		requester: { email: 'mia@globex.example', name: 'Mia Chen' },
		createdAt: '2026-03-02T09:58:00.000Z',
		receivedAt: '2026-03-02T10:00:00.000Z',
		url: `https://acme.zendesk.example/agent/tickets/${id}`,
		...over,
	};
}

export function messageOf(
	id: number | string,
	over: Partial<Ticket> = {},
	more: Partial<IncomingMessage> = {},
): IncomingMessage {
	return { ticket: ticketOf(id, over), source: SOURCE, workflowId: 'workflow-1', ...more };
}

/** As Slack names members: capitals and digits. */
export const slackIdFor = (name: string) => `U0${name.toUpperCase().replace(/[^A-Z0-9]/g, '')}`;

/** A decision to alert Globex' owner, unless told otherwise. */
export function decisionOf(
	id: number | string,
	{
		score = 70,
		route = 'alert',
		accountId = 'globex',
		ticket = {},
		...over
	}: Partial<Omit<Decision, 'ticket'>> & {
		score?: number;
		route?: 'alert' | 'review' | 'digest';
		accountId?: string | null;
		ticket?: Partial<Ticket>;
	} = {},
): Decision {
	return {
		ticket: ticketOf(id, ticket),
		sentiment: {
			score,
			label: 'Frustrated',
			topic: 'Export',
			language: 'en',
			summary: 'The export fails.',
			signals: [
				{
					name: 'outage',
					riskLevel: 'high',
					weight: 75,
					quote: 'has failed since Monday',
					start: 11,
					end: 34,
				},
			],
			flags: [],
			version: '1',
		},
		...(accountId !== null && {
			account: {
				status: 'matched',
				id: accountId,
				name: 'Globex',
				mrr: 2400,
				currency: 'USD',
				healthScore: 41,
				owner: { name: 'Ana', email: 'ana@acme.example', slackId: slackIdFor(accountId) },
			},
		}),
		gate: {
			route,
			severity: 'high',
			reason: 'Score 70 is at least 65',
			rules: [
				{ id: 'mrr', name: 'Frustrated and paying', text: 'Score 70 ≥ 65, MRR 2,400 ≥ 1,000' },
			],
			missing: [],
			counterfactual: 'Would not have alerted below a score of 65',
			history: {},
			config: 'abc',
		},
		source: 'workflow-1/record-1',
		workflowId: 'workflow-1',
		...over,
	};
}

/** A notice of ticket `id`, as a webhook of the trigger writes it. */
export function noticeOf(id: number | string, over: Partial<Notice> = {}): Notice {
	return {
		key: `zendesk:acme:${id}`,
		helpdesk: 'zendesk',
		instance: 'acme',
		id: String(id),
		source: SOURCE,
		workflowId: 'workflow-1',
		foundBy: 'webhook',
		...over,
	};
}

/** What a look at ticket `id` found: its first message, unless told otherwise. */
export function lookOf(id: number | string, over: Partial<LookResult> = {}): LookResult {
	return {
		key: `zendesk:acme:${id}`,
		helpdesk: 'zendesk',
		instance: 'acme',
		id: String(id),
		status: 'open',
		messages: [{ ticket: ticketOf(id) }],
		...over,
	};
}

export const looking = (limit = 50, source = SOURCE) => ({ source, limit, leaseMs: LEASE_MS });

export const normal = (limit = 50, source = SOURCE) =>
	({ source, limit, leaseMs: LEASE_MS, kind: 'normal' }) as const;
export const suspect = (source = SOURCE) =>
	({ source, limit: 50, leaseMs: LEASE_MS, kind: 'suspect' }) as const;

/** The one row of a ticket; fails when there is none. */
export async function rowOf(log: TicketLog, id: number | string) {
	const key = `zendesk:acme:${id}`;
	const [row] = await log.findMessages({ ticketKey: key, includeTests: true, limit: 1 });
	if (row === undefined) throw new Error(`The log has no message of ${key}`);
	return row;
}

/** The next thing to send; fails when nothing is due. */
export async function deliveryDue(log: TicketLog, now: Date, leaseMs = LEASE_MS) {
	const { token, delivery, nextAt } = await log.leaseDelivery(leaseMs, now);
	if (delivery === undefined) throw new Error(`Nothing is due, next at ${nextAt?.toISOString()}`);
	return { token, delivery };
}

/** Takes what nobody was told of, and tells it. */
export async function toldProblems(log: TicketLog, now: Date) {
	const leased = await log.leaseProblems(MINUTE, now);
	await Promise.all(leased.map(async ({ lease }) => await log.problemTold(lease, now)));
	return leased.map(({ problem }) => problem);
}

/** Many monitored messages at once, one a minute before `newest`, quicker than one by one. */
export async function fillMonitored(
	database: Database,
	{ count, accountId, newest }: { count: number; accountId: string; newest: Date },
): Promise<void> {
	await database.query(
		`with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count})
		insert into @messages (
			id, ticket_key, message_id, event, source, workflow_id, state, tried_since, received_at, decided_at, ended_at,
			subject, score, account_id
		)
		select $1 || n, $1 || n, 'first', 'new', 'w/t', 'w', 'monitored', 0, at, at, at, 'Subject', 70, $3
		from (select n, cast($2 as bigint) - n * 60000 as at from numbers) times`,
		[`${accountId}:`, newest.getTime(), accountId],
	);
}
