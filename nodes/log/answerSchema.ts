/** The version of the schema that came with what answers change beside the alert they are given to. */
export const ANSWERS_LEAD_ON: readonly string[] = [
	// When an owner said that the account is not theirs, and who got the alert in their place.
	`alter table @alerts add column handed_on_at bigint`,
	`alter table @alerts add column handed_on_to text`,
	// Of a post of Review in Slack, and of what edits it.
	`alter table @deliveries add column message_channel text`,
	`alter table @deliveries add column message_ts text`,
	`create index tokens_of_message on @tokens (message_row) where message_row is not null`,
];
