/** The versions of the schema that came with what reports read. */

/** What the model alone made of a message, for calibration to try other weights; of those from before it is not known. */
export const CALIBRATION: readonly string[] = [
	`alter table @messages add column unlisted_score bigint`,
];

/** A sender's name and the quotes of signals leave the log with the texts, also where there was no text. */
export const NAMES: readonly string[] = [
	`drop index @messages_with_text`,
	`create index messages_with_text on @messages (ended_at)
		where ended_at is not null and (subject is not null or summary is not null or signals is not null
			or requester_name is not null or payload is not null)`,
];

/** For how long a customer had waited when the gate decided, so that rules that ask for it can be replayed. */
export const WAITING: readonly string[] = [`alter table @messages add column waited_days bigint`];
