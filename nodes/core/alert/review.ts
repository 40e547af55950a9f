import type { ReviewEntry } from '../item/types';
import { labelOf } from '../score/labels';
import { shown } from '../text/shown';
import type { Regional } from '../values/wordedTime';
import { countOf, listOf } from '../values/wording';
import { reviewAnswersOf } from './answers';
import type { ListEntry, ListMessage } from './listMessage';
import { ticketLineOf } from './people';
import { momentText } from './standing';

const MOST_REASON = 300;
const TO_DO =
	'No alert was sent for what stands here. Attach a message to its account to run it again, or say that there is nothing to do.';
const ALL_DONE = 'All that stands here was dealt with.';

/**
 * What waits in Review, for people to look at: who wrote what, how frustrated it reads, and why no alert came of it.
 * Where it changes a message that stands in Slack, also what has become of the entries that wait no more.
 * @throws Error when nothing waits
 */
export function reviewList(
	entries: readonly ReviewEntry[],
	now: Date,
	regional: Regional,
): ListMessage {
	if (entries.length === 0) {
		throw new Error('The item has no "review" key with messages that wait in Review');
	}
	const waiting = entries.filter(({ reviewed }) => reviewed === undefined).length;
	return {
		title: titleOf(waiting, entries.length),
		lead: waiting === 0 ? ALL_DONE : TO_DO,
		sections: [
			{
				title: 'In Review',
				entries: entries.map((entry) =>
					entry.reviewed === undefined
						? entryOf(entry)
						: doneEntry(entry, entry.reviewed, now, regional),
				),
				more: 0,
			},
		],
	};
}

function titleOf(waiting: number, all: number): string {
	if (waiting < all) return `${waiting} of ${countOf(all, 'message')} still in Review`;
	return `${countOf(all, 'message')} ${all > 1 ? 'wait' : 'waits'} in Review`;
}

/** One that was dealt with: what has become of it stands in the place of its answers. */
function doneEntry(
	entry: ReviewEntry,
	{ because, at }: NonNullable<ReviewEntry['reviewed']>,
	now: Date,
	regional: Regional,
): ListEntry {
	const when = momentText(at, now, regional);
	const done = shown(because, MOST_REASON) ?? 'It was dealt with';
	return {
		...entryOf({ ...entry, links: {} }),
		detail: `✅ ${[done, when].filter(Boolean).join(', ')}`,
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
