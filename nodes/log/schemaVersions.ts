import { ALERT_LIFE } from './alertLifeSchema';
import { ANSWERS_LEAD_ON } from './answerSchema';

/** Statements in the order they are run; the tables' names are marked as `Query` (database.ts) has them. */
type Version = readonly string[];

const FIRST: Version = [
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
];

/** Tickets that a helpdesk only names: noticed, looked at by its API, and what is known of them. */
const NAMED_TICKETS: Version = [
	`alter table @messages add column found_by text`,
	`alter table @messages add column backfill_id text`,
	// Live messages come before those of a backfill.
	`drop index @messages_fresh`,
	`create index messages_fresh on @messages (source, backfill, due_at)
		where state = 'received' and is_suspect = 0 and lease_token is null`,
	`drop index @messages_suspect`,
	`create index messages_suspect on @messages (source, backfill, due_at)
		where state = 'received' and (is_suspect = 1 or lease_token is not null)`,
	`create index messages_open_of_backfill on @messages (backfill_id)
		where backfill_id is not null and ended_at is null`,
	`create table @notices (
		ticket_key text primary key,
		helpdesk text not null,
		instance text not null,
		ticket_id text not null,
		source text not null,
		workflow_id text not null,
		found_by text not null,
		is_backfill bigint not null,
		backfill_id text,
		noticed_at bigint not null,
		due_at bigint,
		tried_since bigint not null,
		attempts bigint not null default 0,
		vanished_looks bigint not null default 0,
		lease_token text,
		noticed_again bigint not null default 0
	)`,
	`create index notices_due on @notices (source, is_backfill, due_at)`,
	`create index notices_leased on @notices (lease_token) where lease_token is not null`,
	`create index notices_of_backfill on @notices (backfill_id) where backfill_id is not null`,
	`create index notices_by_patience on @notices (tried_since)`,
	`create table @tickets (
		ticket_key text primary key,
		helpdesk text not null,
		instance text not null,
		ticket_id text not null,
		status text not null,
		merged_into text,
		assignee_name text,
		assignee_email text,
		updated_at bigint,
		last_agent_reply_at bigint,
		looked_at bigint not null
	)`,
	`create index tickets_by_look on @tickets (looked_at)`,
	`create table @backfills (
		id text primary key,
		source text not null,
		from_at bigint not null,
		to_at bigint not null,
		state text not null,
		position text,
		tickets bigint not null default 0,
		total bigint,
		is_read bigint not null default 0,
		messages bigint not null default 0,
		started_at bigint not null,
		running_since bigint,
		ran_ms bigint not null default 0,
		ended_at bigint,
		error text,
		error_since bigint
	)`,
	`create index backfills_by_time on @backfills (started_at)`,
	`create index backfills_of_trigger on @backfills (source, started_at)`,
	`alter table @triggers add column registration text`,
	`alter table @triggers add column reconciled_at bigint`,
	`alter table @triggers add column missing bigint`,
	`alter table @triggers add column missing_since bigint`,
	`alter table @triggers add column reconcile_error text`,
	`alter table @triggers add column last_heard_at bigint`,
	`alter table @triggers add column first_seen_at bigint not null default 0`,
	`alter table @triggers add column also_taken_in bigint not null default 0`,
	// What came before is not known; what came while n8n was being updated is still the trigger's.
	`update @triggers set first_seen_at = seen_at`,
];

/** Messages from months back are replayed by when they were written: they came in all at once. */
const REPORTS: Version = [
	`create index messages_of_months_back on @messages (created_at, id)
		where backfill = 1 and created_at is not null and route is not null and is_test = 0`,
];

/** Topics are compared in whatever case they are written. */
const TOPICS: Version = [
	`drop index @messages_of_topic`,
	`create index messages_of_topic on @messages (lower(topic), received_at)
		where account_id is not null`,
];

/** Where deliveries went, by the names under which that is asked (core/log/pace.ts). */
const PLACES: Version = [`create table @places (name text primary key, place text not null)`];

/** Somebody is being told of a problem; only then it counts as told. */
const TELLING: Version = [
	`alter table @messages add column telling_token text`,
	`alter table @messages add column telling_until bigint`,
	`alter table @deliveries add column telling_token text`,
	`alter table @deliveries add column telling_until bigint`,
];

/**
 * The schema, one list of statements per version: a released version is never changed, only followed
 * by the next. The two databases differ in the type of a growing number (`{identity}`) alone.
 */
export const VERSIONS: readonly Version[] = [
	FIRST,
	NAMED_TICKETS,
	ALERT_LIFE,
	REPORTS,
	TOPICS,
	PLACES,
	TELLING,
	ANSWERS_LEAD_ON,
];
