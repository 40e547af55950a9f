import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Database } from '../../nodes/log/database';
import { toTicketLog } from '../../nodes/log/open';
import { openPostgres } from '../../nodes/log/postgres';
import { migrate, SCHEMA_VERSION } from '../../nodes/log/schema';
import { openSqlite } from '../../nodes/log/sqlite';
import {
	NO_POSTGRES,
	postgresPrograms,
	startPostgres,
	type PostgresServer,
} from '../support/postgres.ts';
import { after, DAY, looking, messageOf, normal, noticeOf, NOW, SOURCE } from './rig.ts';

/** Rows as the first version of the schema had them. */
async function fillFirstVersion(database: Database): Promise<void> {
	await database.query(
		`insert into @triggers (source, workflow_id, helpdesk, seen_at) values ($1, 'workflow-1', 'zendesk', $2)`,
		[SOURCE, NOW.getTime()],
	);
	await database.query(
		`insert into @messages (
			id, ticket_key, message_id, event, source, workflow_id, state, due_at, tried_since, received_at, payload
		) values ('m1', 'zendesk:acme:1', 'first', 'new', $1, 'workflow-1', 'received', $2, $2, $2, $3)`,
		[SOURCE, NOW.getTime(), JSON.stringify({ subject: 'From before' })],
	);
	await database.query(
		`insert into @alerts (id, account_key, state, opened_at, sent_at, last_message_at)
		values ('a1', 'account:globex', 'open', $1, $1, $1)`,
		[NOW.getTime()],
	);
}

function suite(connect: () => Promise<Database>): void {
	it('of the first version keeps what stood in it, and what comes after works', async () => {
		const database = await connect();
		await migrate(database, NOW, 1);
		await fillFirstVersion(database);
		await migrate(database, NOW);
		// Once more changes nothing.
		await migrate(database, NOW);
		const [version] = await database.query('select max(version) as version from @versions');
		expect(version).toEqual({ version: SCHEMA_VERSION });
		const log = toTicketLog(database);
		expect(await log.triggerProgress(SOURCE)).toEqual({ firstSeenAt: NOW });
		await log.takeIn(messageOf(2), after(1));
		await log.notice([noticeOf(3)], after(1));
		const { entries } = await log.leaseMessages(normal(), after(2));
		expect(entries).toMatchObject([
			{ id: 'm1', ticket: { subject: 'From before' } },
			{ ticket: { id: '2' } },
		]);
		expect((await log.leaseNotices(looking(), after(2))).entries).toHaveLength(1);
		// An alert from before goes on, and is quiet since its last message.
		expect([...(await log.openAlerts(['globex'])).keys()]).toEqual(['globex']);
		expect(await log.closeQuiet(after(7 * DAY))).toBe(0);
		expect(await log.closeQuiet(after(7 * DAY + 1))).toBe(1);
		await log.close();
	});

	it('of the version before takes the names of months ago out, and knows nothing of old scores', async () => {
		const database = await connect();
		await migrate(database, NOW, 5);
		await database.query(
			`insert into @messages (
				id, ticket_key, message_id, event, source, workflow_id, state, tried_since, received_at, ended_at,
				requester_name, score, route, alert_id
			) values ('m1', 'k', 'first', 'new', 's', 'w', 'alerted', 1, 1, 1, 'Mia Chen', 75, 'alert', 'a1')`,
		);
		await migrate(database, NOW);
		const log = toTicketLog(database);
		expect(await log.alertMessages(['a1'])).toMatchObject([
			{ score: 75, unlistedScore: undefined, signals: undefined },
		]);
		expect(await log.purge({ textsBefore: NOW })).toMatchObject({ messagesWithoutText: 1 });
		expect(await database.query('select requester_name from @messages')).toEqual([
			{ requester_name: null },
		]);
		await log.close();
	});
}

describe('an older log on SQLite', () => {
	const folder = mkdtempSync(join(tmpdir(), 'cs-alerts-migration-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	let count = 0;
	suite(async () => await openSqlite(join(folder, `${(count += 1)}.sqlite`)));
});

const isInstalled = postgresPrograms() !== undefined;
describe.skipIf(!isInstalled)(
	isInstalled
		? 'an older log on PostgreSQL'
		: `an older log on PostgreSQL (skipped: ${NO_POSTGRES})`,
	() => {
		let server: PostgresServer;
		beforeAll(async () => {
			server = await startPostgres();
		}, 60_000);
		afterAll(async () => await server.stop());
		suite(async () => await openPostgres(await server.createDatabase()));
	},
);
