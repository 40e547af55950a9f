import type { PreviousMessage } from '../core/item/types';
import { storableJson } from '../core/values/storable';
import type { Query } from './database';
import type { LeasedMessage } from './message';
import { isoIn, numberIn, textIn } from './rows';

/** What a message is read beside: how its ticket stands, and what its customer wrote before. */

/** Enough to see a ticket turn; a ticket with more has turned long ago. */
const MOST_PREVIOUS = 20;

const STANDS = `
	select m.id, t.status, t.last_agent_reply_at from @messages m
	join @tickets t on t.ticket_key = m.ticket_key where m.id in {list $1}`;

/** Where nobody says when a message was written, it was when it came in. */
const WRITTEN_AT = (alias: string) => `coalesce(${alias}.created_at, ${alias}.received_at)`;

/** Tests and months back say nothing of a live ticket; of their like they do. */
const PREVIOUS = `
	select * from (
		select m.id, p.message_id, p.score, ${WRITTEN_AT('p')} as written_at,
			row_number() over (partition by m.id order by ${WRITTEN_AT('p')} desc, p.id) as place
		from @messages m join @messages p on p.ticket_key = m.ticket_key
		where m.id in {list $1} and p.id <> m.id and p.score is not null
			and ${WRITTEN_AT('p')} < ${WRITTEN_AT('m')}
			and p.is_test <= m.is_test and p.backfill <= m.backfill
	) newest where place <= ${MOST_PREVIOUS} order by place desc`;

/** The same messages, each with what the log knows of its ticket by now. */
export async function withTicketFacts(
	query: Query,
	entries: readonly LeasedMessage[],
): Promise<LeasedMessage[]> {
	const ids = [storableJson(entries.map(({ id }) => id))];
	const stands = new Map((await query(STANDS, ids)).map((row) => [textIn(row, 'id'), row]));
	const previous = new Map<string | undefined, PreviousMessage[]>();
	for (const row of await query(PREVIOUS, ids)) {
		const id = textIn(row, 'id');
		const list = previous.get(id) ?? [];
		list.push({
			messageId: textIn(row, 'message_id') ?? '',
			score: numberIn(row, 'score') ?? 0,
			createdAt: isoIn(row, 'written_at') ?? '',
		});
		previous.set(id, list);
	}
	return entries.map((entry) => {
		const row = stands.get(entry.id);
		const status = row && textIn(row, 'status');
		const lastAgentReplyAt = row && isoIn(row, 'last_agent_reply_at');
		const earlier = previous.get(entry.id);
		return {
			...entry,
			ticket: {
				...entry.ticket,
				...(status !== undefined && { status }),
				...(lastAgentReplyAt !== undefined && { lastAgentReplyAt }),
				...(earlier !== undefined && { previous: earlier }),
			},
		};
	});
}
