import type { Database } from './database';
import { LogError } from './errors';

/**
 * The schema, one list of statements per version: a released version is never changed, only followed
 * by the next. The two databases differ in the type of a growing number (`{identity}`) alone.
 */
const VERSIONS: readonly (readonly string[])[] = [
	[
		`create table @messages (
			id text primary key,
			ticket_key text not null,
			message_id text not null,
			event text not null,
			helpdesk text,
			instance text,
			ticket_id text,
			source text not null,
			workflow_id text not null,
			state text not null,
			reason text,
			attempts bigint not null default 0,
			due_at bigint,
			tried_since bigint not null,
			lease_token text,
			lease_until bigint,
			is_suspect bigint not null default 0,
			vanished_runs bigint not null default 0,
			received_at bigint not null,
			created_at bigint,
			decided_at bigint,
			ended_at bigint,
			payload text,
			subject text,
			requester_email text,
			requester_name text,
			url text,
			score bigint,
			label text,
			topic text,
			language text,
			summary text,
			signals text,
			flags text,
			sentiment_version text,
			account_status text,
			account_id text,
			account text,
			route text,
			severity text,
			rules text,
			missing text,
			config text,
			alert_id text,
			is_test bigint not null default 0,
			backfill bigint not null default 0,
			told_at bigint
		)`,
		`create unique index messages_once on @messages (ticket_key, message_id)`,
		// Each row that waits is in exactly one of these two.
		`create index messages_fresh on @messages (source, due_at)
			where state = 'received' and is_suspect = 0 and lease_token is null`,
		`create index messages_suspect on @messages (source, due_at)
			where state = 'received' and (is_suspect = 1 or lease_token is not null)`,
		`create index messages_leased on @messages (lease_token) where lease_token is not null`,
		`create index messages_of_account on @messages (account_id, received_at) where account_id is not null`,
		`create index messages_of_requester on @messages (lower(requester_email), received_at)
			where requester_email is not null`,
		`create index messages_by_state on @messages (state, received_at)`,
		`create index messages_by_time on @messages (received_at)`,
		`create index messages_by_end on @messages (ended_at) where ended_at is not null`,
		`create index messages_with_text on @messages (ended_at)
			where ended_at is not null and (subject is not null or summary is not null or payload is not null)`,
		`create index messages_ended_with_payload on @messages (ended_at)
			where ended_at is not null and payload is not null`,
		`create index messages_untold on @messages (ended_at) where state = 'failed' and told_at is null`,
		`create table @alerts (
			id text primary key,
			account_key text not null,
			account_id text,
			account_name text,
			state text not null,
			severity text,
			score bigint,
			topic text,
			renewal_date text,
			messages bigint not null default 1,
			opened_at bigint not null,
			sent_at bigint not null,
			last_message_at bigint not null,
			content text,
			delivered_at bigint,
			message_channel text,
			message_ts text,
			acknowledged_at bigint,
			acknowledged_by text,
			snoozed_until bigint,
			escalated_at bigint,
			closed_at bigint,
			closed_reason text,
			verdict text,
			is_test bigint not null default 0
		)`,
		`create unique index alerts_one_open on @alerts (account_key) where state <> 'closed'`,
		`create index alerts_by_time on @alerts (opened_at)`,
		`create index alerts_with_content on @alerts (last_message_at) where content is not null`,
		`create table @alert_events (
			seq {identity},
			alert_id text not null,
			at bigint not null,
			kind text not null,
			message_row text,
			by_whom text,
			detail text
		)`,
		`create index alert_events_of_alert on @alert_events (alert_id, seq)`,
		`create table @deliveries (
			seq {identity},
			id text not null unique,
			once_key text not null unique,
			kind text not null,
			state text not null,
			alert_id text,
			message_row text,
			attempt bigint not null default 0,
			ladder_start bigint not null default 0,
			due_at bigint,
			tried_since bigint not null,
			lease_token text,
			lease_until bigint,
			may_be_repeat bigint not null default 0,
			is_waiting bigint not null default 0,
			pace_key text,
			content text,
			channel text,
			recipient text,
			last_error text,
			undelivered_since bigint,
			told_at bigint,
			created_at bigint not null,
			delivered_at bigint
		)`,
		`create index deliveries_due on @deliveries (due_at, seq) where due_at is not null and is_waiting = 0`,
		`create index deliveries_pending_of_alert on @deliveries (alert_id, seq) where due_at is not null`,
		`create index deliveries_leased on @deliveries (lease_token) where lease_token is not null`,
		`create index deliveries_by_time on @deliveries (created_at)`,
		`create index deliveries_given_up on @deliveries (created_at) where due_at is null and content is not null`,
		`create index deliveries_of_message on @deliveries (message_row)`,
		`create index deliveries_untold on @deliveries (undelivered_since)
			where undelivered_since is not null and told_at is null`,
		`create table @paces (key text primary key, next_at bigint not null)`,
		`create table @tokens (
			hash text primary key,
			alert_id text not null,
			person text,
			expires_at bigint not null,
			used_at bigint
		)`,
		`create table @aliases (
			address text primary key,
			account_id text not null,
			account_name text,
			by_whom text,
			created_at bigint not null
		)`,
		`create table @account_facts (
			account_id text not null,
			day text not null,
			health_score bigint,
			mrr double precision,
			facts text not null,
			primary key (account_id, day)
		)`,
		`create table @gate_configs (hash text primary key, rules text not null, first_seen_at bigint not null)`,
		`create table @triggers (
			source text primary key,
			workflow_id text not null,
			helpdesk text,
			address text,
			position text,
			seen_at bigint not null
		)`,
	],
];

export const SCHEMA_VERSION = VERSIONS.length;

/**
 * Brings the database to this version's schema; does nothing when it is there already. Two processes
 * that start at once are safe: the second waits for the first.
 * @param upTo a version to stop at, for tests of later migrations
 * @throws LogError when a newer version of the pack has written it
 */
export async function migrate(database: Database, now: Date, upTo = SCHEMA_VERSION): Promise<void> {
	await database.transaction(async (query) => {
		// Whoever comes second waits here; on SQLite the transaction itself holds the others off.
		if (database.kind === 'postgres') {
			await query('select pg_advisory_xact_lock(7236301)');
			// Not "if not exists": it asks for a permission that is not needed when somebody made the schema before.
			const [schema] = await query(
				`select 1 as found from pg_namespace where nspname = 'cs_alerts'`,
			);
			if (schema === undefined) await query('create schema cs_alerts');
		}
		await query(
			'create table if not exists @versions (version bigint primary key, applied_at bigint not null)',
		);
		const [row] = await query<{ version: number | null }>(
			'select max(version) as version from @versions',
		);
		const found = row?.version ?? 0;
		if (found > SCHEMA_VERSION) {
			throw new LogError(
				`The log in ${database.place} was written by a newer version of n8n-nodes-cs-alerts (schema ${found}, this one knows ${SCHEMA_VERSION}). Update the pack on this n8n instance and on every worker`,
			);
		}
		for (const [index, statements] of VERSIONS.entries()) {
			const version = index + 1;
			if (version <= found || version > upTo) continue;
			for (const statement of statements) await query(statement);
			await query('insert into @versions (version, applied_at) values ($1, $2)', [
				version,
				now.getTime(),
			]);
		}
	});
}
