import { comparableEmail } from '../core/account/email';
import { storableJson } from '../core/values/storable';
import type { Query } from './database';
import type { Condition } from './maskAddress';
import { textIn } from './rows';

/** Why a message ended that its writer was forgotten before. */
export const FORGOTTEN = 'Its sender was forgotten';

/** A message of the person who is to be forgotten. */
export interface TheirMessage {
	id: string;
	ticketKey: string;
	messageId: string;
	alertId?: string;
	/** As it was received: the address in whatever writing. */
	requesterEmail: string;
	subject?: string;
	url?: string;
}

/**
 * The messages of a sender, whatever way their address was written.
 * @param address in comparable form
 * @param pattern for `like`: finds it where it is written in plain letters
 * @param conditions which messages are looked at
 */
export async function messagesOfSender(
	query: Query,
	address: string,
	pattern: string,
	conditions: Iterable<Condition> | AsyncIterable<Condition>,
): Promise<TheirMessage[]> {
	const found = new Map<string, TheirMessage>();
	for await (const { condition, values } of conditions) {
		// What is written in other letters, as those of a Japanese keyboard, is read one by one.
		const rows = await query(
			`select id, ticket_key, message_id, alert_id, requester_email, subject, url from @messages
			where ${condition} and requester_email is not null and (
				lower(requester_email) like $${values.length + 1} escape '!'
				or octet_length(requester_email) > length(requester_email)
			)`,
			[...values, pattern],
		);
		for (const row of rows) {
			const requesterEmail = textIn(row, 'requester_email') ?? '';
			if (comparableEmail(requesterEmail) !== address) continue;
			const id = textIn(row, 'id') ?? '';
			found.set(id, {
				id,
				ticketKey: textIn(row, 'ticket_key') ?? '',
				messageId: textIn(row, 'message_id') ?? '',
				alertId: textIn(row, 'alert_id'),
				requesterEmail,
				subject: textIn(row, 'subject'),
				url: textIn(row, 'url'),
			});
		}
	}
	return [...found.values()];
}

const UNDER_WAY = `state in ('received', 'alerting', 'failed')`;

/**
 * Takes their words, name and address out of their messages. What is under way ends as skipped, also what failed: the
 * helpdesk's next delivery of a failed message would bring its text back. What waits in Review waits no more.
 * @param mask stands in place of the address, so that their messages still count as those of one sender
 * @returns how many of them were under way or in Review
 */
export async function clearMessages(
	query: Query,
	ids: readonly string[],
	mask: string,
	now: Date,
): Promise<number> {
	const list = storableJson(ids);
	const [ended] = await query<{ count: number }>(
		`select count(*) as count from @messages where id in {list $1}
			and (${UNDER_WAY} or (state = 'unattached' and reviewed_at is null))`,
		[list],
	);
	await query(
		`update @messages set
			payload = null, subject = null, summary = null, signals = null, requester_name = null, requester_email = $2,
			reviewed_because = case when state = 'unattached' and reviewed_at is null then $3 else reviewed_because end,
			reviewed_at = case when state = 'unattached' then coalesce(reviewed_at, $4) else reviewed_at end,
			reason = case when ${UNDER_WAY} then $3 else reason end,
			state = case when ${UNDER_WAY} then 'skipped' else state end,
			ended_at = coalesce(ended_at, $4), due_at = null, lease_token = null, lease_until = null
		where id in {list $1}`,
		[list, mask, FORGOTTEN, now.getTime()],
	);
	return ended?.count ?? 0;
}
