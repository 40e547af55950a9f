import { CRITICAL_FROM } from '../score/labels';
import type { Quote, Signal } from '../item/types';
import { DEFAULT_TAXONOMY } from '../score/wordList';
import { quoted, shown } from '../text/shown';

const MOST_EVIDENCE = 3;
const MOST_QUOTE = 300;

/** Where there is nothing to quote, that is said: an alert without evidence would look cut off. */
const NO_EVIDENCE = 'No listed phrase: the score comes from the wording as a whole';

/** What each built-in signal is about; '' for those that only say that something went wrong. */
const TOPICS: ReadonlyMap<string, string> = new Map(
	DEFAULT_TAXONOMY.map(({ signal, topic = '' }) => [signal, topic]),
);

/**
 * What the customer's words are evidence of, the trouble first: what is critical by itself, then what the ticket is
 * about, then the rest, each the strongest first. A signal met twice is shown once, and so is a passage that two signals
 * share: "wrong amount again" is billing rather than some failure. A model's answer may bring quotes that stand for no
 * listed signal: they fill the places left.
 * @param topic what the ticket is about
 */
export function evidenceOf(
	signals: readonly Signal[],
	quotes: readonly Quote[],
	topic?: string,
): string[] {
	const passages: Signal[] = [];
	for (const signal of [...signals].sort(byTrouble(topic))) {
		const place = passages.findIndex((other) => sharesPassage(signal, other));
		const other = passages[place];
		if (other === undefined) passages.push(signal);
		else passages[place] = together(other, signal);
	}
	const listed = passages.filter(
		({ name }, place) => passages.findIndex((other) => other.name === name) === place,
	);
	const further = quotes.filter(
		({ quote }) => !listed.some((signal) => signal.quote.includes(quote)),
	);
	const evidence = [
		...listed.flatMap(({ quote, name }) => withName(quoted(quote, MOST_QUOTE), shown(name))),
		...further.flatMap(({ quote }) => quoted(quote, MOST_QUOTE) ?? []),
	].slice(0, MOST_EVIDENCE);
	return evidence.length > 0 ? evidence : [NO_EVIDENCE];
}

function byTrouble(topic: string | undefined) {
	return (a: Signal, b: Signal): number =>
		rankOf(a, topic) - rankOf(b, topic) || b.weight - a.weight || a.start - b.start;
}

function rankOf({ name, weight }: Signal, topic: string | undefined): number {
	if (weight >= CRITICAL_FROM) return 0;
	return topic !== undefined && topic !== '' && TOPICS.get(name) === topic ? 1 : 2;
}

/** Whether the quote of one is part of the other's, at the same place. */
function sharesPassage(a: Signal, b: Signal): boolean {
	const isIn = (inner: Signal, outer: Signal) =>
		inner.start >= outer.start && inner.end <= outer.end && outer.quote.includes(inner.quote);
	return isIn(a, b) || isIn(b, a);
}

/** The longer quote under the name that says more: of the stronger one, unless only the other names a trouble. */
function together(stronger: Signal, other: Signal): Signal {
	const saysNothing = TOPICS.get(stronger.name) === '' && stronger.weight < CRITICAL_FROM;
	const { name } = saysNothing && TOPICS.get(other.name) !== '' ? other : stronger;
	const { quote, start, end } = other.quote.length > stronger.quote.length ? other : stronger;
	return { ...stronger, name, quote, start, end };
}

function withName(quote: string | undefined, name: string | undefined): string[] {
	if (quote === undefined) return [];
	return [name === undefined ? quote : `${quote} (${name})`];
}
