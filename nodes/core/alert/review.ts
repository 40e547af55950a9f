import type { ReviewEntry } from '../item/types';
import { labelOf } from '../score/labels';
import { shown } from '../text/shown';
import { countOf, listOf } from '../values/wording';
import { reviewAnswersOf } from './answers';
import type { ListEntry, ListMessage } from './listMessage';
import { ticketLineOf } from './people';

const MOST_REASON = 300;

/**
 * What waits in Review, for people to look at: who wrote what, how frustrated it reads, and why no alert came of it.
 * @throws Error when nothing waits
 */
export function reviewList(entries: readonly ReviewEntry[]): ListMessage {
	if (entries.length === 0) {
		throw new Error('The item has no "review" key with messages that wait in Review');
	}
	const isMany = entries.length > 1;
	return {
		title: `${countOf(entries.length, 'message')} ${isMany ? 'wait' : 'waits'} in Review`,
		lead: 'No alert was sent for what stands here. Attach a message to its account to run it again, or say that there is nothing to do.',
		sections: [{ title: 'In Review', entries: entries.map(entryOf), more: 0 }],
	};
}

function entryOf({ ticket, sentiment, account, gate, links }: ReviewEntry): ListEntry {
	const score =
		sentiment === undefined ? 'Not scored' : `${sentiment.score} ${labelOf(sentiment.score)}`;
	const candidates = (account?.candidates ?? []).flatMap(({ name }) => shown(name, 100) ?? []);
	const detail = [
		shown(gate.reason, MOST_REASON),
		candidates.length > 0 ? `Could be ${listOf(candidates)}` : undefined,
	]
		.filter(Boolean)
		.join('. ');
	return {
		text: `${score}. ${ticketLineOf(ticket)}`,
		...(detail !== '' && { detail }),
		...(ticket.url !== undefined && { url: ticket.url }),
		answers: reviewAnswersOf(links),
	};
}
