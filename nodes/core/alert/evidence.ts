import type { Quote, Signal } from '../item/types';
import { quoted, shown } from '../text/shown';

const MOST_EVIDENCE = 3;
const MOST_QUOTE = 300;

/** Where there is nothing to quote, that is said: an alert without evidence would look cut off. */
const NO_EVIDENCE = 'No listed phrase: the score comes from the wording as a whole';

/**
 * The strongest signals with their first quote; a signal met twice is shown once. A model's answer may
 * bring quotes that stand for no listed signal: they fill the places left.
 */
export function evidenceOf(signals: readonly Signal[], quotes: readonly Quote[]): string[] {
	const strongest = [...signals].sort((a, b) => b.weight - a.weight || a.start - b.start);
	const firstOfEach = new Map<string, Signal>();
	for (const signal of strongest) {
		if (!firstOfEach.has(signal.name)) firstOfEach.set(signal.name, signal);
	}
	const listed = [...firstOfEach.values()];
	const further = quotes.filter(
		({ quote }) => !listed.some((signal) => signal.quote.includes(quote)),
	);
	const evidence = [
		...listed.flatMap(({ quote, name }) => withName(quoted(quote, MOST_QUOTE), shown(name))),
		...further.flatMap(({ quote }) => quoted(quote, MOST_QUOTE) ?? []),
	].slice(0, MOST_EVIDENCE);
	return evidence.length > 0 ? evidence : [NO_EVIDENCE];
}

function withName(quote: string | undefined, name: string | undefined): string[] {
	if (quote === undefined) return [];
	return [name === undefined ? quote : `${quote} (${name})`];
}
