import { ASKED_BEFORE } from '../../score/arithmetic';
import { compileTaxonomy, type CompiledTaxonomy } from '../../score/match';
import { isBuiltIn } from '../../score/otherWeight';
import { scoreTicket, type ScoredTicket } from '../../score/scoreTicket';
import { DEFAULT_TAXONOMY } from '../../score/wordList';
import type { KeptText, LoggedScore } from '../rows';

/** Scores of other versions made anew, so that a year of them is measured alike. */

/** What became of the messages that another version had scored. */
export interface Rescored {
	/** Scored again from their whole text. */
	whole: number;
	/** Scored again from their subject and their most telling sentences, all that the log keeps of a text. */
	part: number;
	/** Left as they were: the log has no text of theirs any more. */
	gone: number;
	/** Of those scored again, how many a chat model had scored. */
	byModel: number;
}

export interface Rescorer {
	/** The same messages, in their order; those scored anew carry the new score. */
	page(messages: readonly LoggedScore[]): LoggedScore[];
	counts(): Rescored;
}

/**
 * Scores messages again that bring their text, by Built-In with the word list as it comes: words of an admin's own are
 * not in the log. Topics stay, since they may be the admin's own, too.
 */
export function rescorer(): Rescorer {
	const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);
	const counts: Rescored = { whole: 0, part: 0, gone: 0, byModel: 0 };
	const again = (message: LoggedScore): LoggedScore => {
		const { kept, ...known } = message;
		if (kept === undefined || known.score === undefined) return known;
		const made = scoreKept(kept, known.flags, taxonomy);
		if (made === undefined) {
			counts.gone += 1;
			return known;
		}
		counts[kept.whole === undefined ? 'part' : 'whole'] += 1;
		if (!isBuiltIn(known.version ?? '')) counts.byModel += 1;
		const { score, label, version } = made;
		// What only the whole text can tell, such as that it was cut off, part of it does not take back.
		const flags = kept.whole === undefined ? known.flags : made.flags;
		return { ...known, score, label, flags, version };
	};
	return { page: (messages) => messages.map(again), counts: () => ({ ...counts }) };
}

function scoreKept(
	{ whole, subject, summary }: KeptText,
	flags: readonly string[],
	taxonomy: CompiledTaxonomy,
) {
	if (whole !== undefined) return scored(whole, taxonomy);
	if (summary === undefined) return undefined;
	// How many messages came before is not in the log; that some did, the flag says.
	const previous = flags.includes(ASKED_BEFORE) ? [{ score: 0 }] : [];
	return scored({ subject, body: summary, previous }, taxonomy, 'text');
}

function scored(
	ticket: ScoredTicket,
	taxonomy: CompiledTaxonomy,
	format: 'auto' | 'text' = 'auto',
) {
	try {
		return scoreTicket(ticket, taxonomy, { format });
	} catch {
		// It throws for one reason: there is nothing to score in it.
		return undefined;
	}
}
