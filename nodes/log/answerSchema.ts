/** The sixth version of the schema: what answers change beside the alert they are given to. */
export const ANSWERS_LEAD_ON: readonly string[] = [
	// When an owner said that the account is not theirs, and who got the alert in their place.
	`alter table @alerts add column handed_on_at bigint`,
	`alter table @alerts add column handed_on_to text`,
];
