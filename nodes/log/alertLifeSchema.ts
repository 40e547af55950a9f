/** The third version of the schema: what an alert needs to have a life, and an end. */
export const ALERT_LIFE: readonly string[] = [
	`alter table @alerts add column snoozed_by text`,
	`alter table @alerts add column closed_by text`,
	`alter table @alerts add column verdict_by text`,
	// Of an alert that several accounts share.
	`alter table @alerts add column incident_topic text`,
	// Since when nothing was heard of it; a snooze's end counts as a message does.
	`alter table @alerts add column quiet_since bigint not null default 0`,
	`update @alerts set quiet_since = last_message_at`,
	`alter table @alerts add column messages_before_snooze bigint`,
	// How often its standing changed, and up to which change its message in Slack tells of it.
	`alter table @alerts add column standing_changes bigint not null default 0`,
	`alter table @alerts add column shown_changes bigint not null default 0`,
	`create index alerts_quiet on @alerts (quiet_since) where state <> 'closed'`,
	`alter table @deliveries add column standing_changes bigint`,
	// Why there is a delivery that no message of a customer made.
	`alter table @deliveries add column origin text`,
	`alter table @deliveries add column gathering text`,
	`create unique index deliveries_gathering on @deliveries (gathering) where gathering is not null`,
	`alter table @messages add column reviewed_at bigint`,
	`alter table @messages add column reviewed_by text`,
	`alter table @messages add column reviewed_because text`,
	`create index messages_of_alert on @messages (alert_id, received_at) where alert_id is not null`,
	`create index messages_of_topic on @messages (topic, received_at)
		where topic is not null and account_id is not null`,
	// Nobody was ever sent one of the old kind.
	`drop table @tokens`,
	`create table @tokens (
		hash text primary key,
		alert_id text,
		message_row text,
		delivery_id text not null,
		attempt bigint not null,
		person text,
		expires_at bigint not null
	)`,
	`create index tokens_of_delivery on @tokens (delivery_id, attempt)`,
	`create index tokens_by_end on @tokens (expires_at)`,
	`create table @response_addresses (
		source text primary key,
		address text not null,
		saved_at bigint not null
	)`,
	`create table @follow_ups (
		seq {identity},
		alert_id text not null,
		kind text not null,
		at bigint not null
	)`,
	`create index follow_ups_due on @follow_ups (at, seq)`,
	`create index follow_ups_of_alert on @follow_ups (alert_id)`,
];
