import type { RiskLevel, Signal } from '../item/types';
import { FOREIGN_TOPIC_PHRASES } from '../taxonomy/foreignTopicWords';
import { FOREIGN_PHRASES } from '../taxonomy/phrases';
import { weightOf, type TaxonomyRow } from '../taxonomy/rows';
import { isHarmless, isNegated, isUnwanted, windowOf } from './context';
import { isAskedFor, isNoEvent, isNoLeaving, isPraise } from './intent';
import { indexExact, matchExact, type ExactIndex, type ExactPhrase } from './exact';
import { CANNOT, NOT } from './functionWords';
import { hashText } from './hash';
import { exactPhrase } from './phrase';
import { CALM_PHRASES, CONTENT_PHRASES, PRAISE_PHRASES, RESOLUTION_PHRASES } from './outcome';
import { isPast, isResolved } from './resolution';
import { reachesBack } from './resolutionScope';
import { slotsOf } from './slots';
import { MOST_QUOTES, selectMatches } from './select';
import { TokenStream, tokenise } from './tokens';
import { PhraseGraph, type Found } from './graph';
import { Vocabulary } from './vocabulary';

export interface Evidence {
	quote: string;
	start: number;
	end: number;
}

export interface FoundSignals {
	/** What the ticket says is wrong, by start. */
	signals: Signal[];
	/** Phrases that were there but negated, imagined, asked about in general, called unimportant, or over by now. */
	negated: Signal[];
	/** Thanks and praise. */
	praise: Evidence[];
	/** Where the ticket says that nothing is wrong: "not a single crash since May". */
	content?: Evidence;
	/** Where the ticket says that the trouble is over. */
	resolution?: Evidence;
}

/** A list made ready for look-ups. Keep it: compiling costs more than matching. */
export interface CompiledTaxonomy {
	readonly rows: readonly TaxonomyRow[];
	readonly phraseCount: number;
	/** Changes when, and only when, what the list says changes; the order of rows and phrases is not part of it. */
	readonly version: string;
	/** The topic of each signal, '' where it has none. */
	readonly topicBySignal: ReadonlyMap<string, string>;
	/** @internal */
	readonly vocabulary: Vocabulary;
	/** @internal */
	readonly graph: PhraseGraph;
	/** @internal */
	readonly exact: ExactIndex;
}

const RESOLUTION_ROW = -1;
const PRAISE_ROW = -2;
const CALM_ROW = -3;
const CONTENT_ROW = -4;

/** Topics of signals that stay true when the fault itself is mended. */
const LASTING_TOPICS: ReadonlySet<string> = new Set(['cancellation', 'legal', 'security']);
/** "No rush, it has only been three weeks" is not calm. */
const PRESSING_WEIGHT = 60;
/** Topics in which "we will", "we might" and "if" are the signal and not a way to imagine it. */
const OPEN_TOPICS: ReadonlySet<string> = new Set([
	'cancellation',
	'legal',
	'support',
	'escalation',
	'deadline',
]);

const compiled = new Map<string, CompiledTaxonomy>();
/** A workflow uses one list, seldom two. */
const MOST_COMPILED = 4;

/**
 * Makes a list ready for look-ups. The last few lists are kept, so that calling it once per run costs little.
 * @param rows as `readSignalRows` returns them; phrases without any word are passed over
 */
export function compileTaxonomy(rows: readonly TaxonomyRow[]): CompiledTaxonomy {
	const key = JSON.stringify(rows);
	const known = compiled.get(key);
	if (known !== undefined) return known;
	const result = compile(rows);
	const [oldest] = compiled.keys();
	if (compiled.size >= MOST_COMPILED && oldest !== undefined) compiled.delete(oldest);
	compiled.set(key, result);
	return result;
}

function compile(rows: readonly TaxonomyRow[]): CompiledTaxonomy {
	const vocabulary = new Vocabulary();
	const graph = new PhraseGraph(vocabulary.idOf(NOT), vocabulary.idOf(CANNOT));
	const exact: Array<Omit<ExactPhrase, 'anchor'>> = [];
	const insert = (phrase: string, row: number): void => {
		const literal = exactPhrase(phrase);
		if (literal !== undefined) {
			exact.push({ row, text: literal });
			return;
		}
		vocabulary.takesMisspellings =
			row >= 0 && !FOREIGN_PHRASES.has(phrase) && !FOREIGN_TOPIC_PHRASES.has(phrase);
		for (const slots of slotsOf(phrase, vocabulary)) graph.insert(slots, row);
	};
	for (const phrase of RESOLUTION_PHRASES) insert(phrase, RESOLUTION_ROW);
	for (const phrase of PRAISE_PHRASES) insert(phrase, PRAISE_ROW);
	for (const phrase of CALM_PHRASES) insert(phrase, CALM_ROW);
	for (const phrase of CONTENT_PHRASES) insert(phrase, CONTENT_ROW);
	rows.forEach((row, index) => row.phrases.forEach((phrase) => insert(phrase, index)));
	const exactIndex = indexExact(exact);
	vocabulary.build(new Set(exactIndex.byWord.keys()));
	graph.freeze(vocabulary.size);
	return {
		rows,
		phraseCount: rows.reduce((sum, row) => sum + row.phrases.length, 0),
		version: versionOf(rows),
		topicBySignal: new Map(rows.map(({ signal, topic }) => [signal, topic])),
		vocabulary,
		graph,
		exact: exactIndex,
	};
}

function versionOf(rows: readonly TaxonomyRow[]): string {
	const lines = rows.map((row) =>
		[
			row.signal,
			row.topic,
			row.riskLevel,
			weightOf(row),
			...(row.alwaysCounts ? ['always'] : []),
			...[...new Set(row.phrases)].sort(),
		].join('\u0001'),
	);
	return hashText(lines.sort().join('\u0002'));
}

/** One phrase found in a text, before it is judged. */
export interface RawMatch {
	row: number;
	start: number;
	end: number;
	sentence: number;
	isOff: boolean;
}

const stream = new TokenStream();

/**
 * Finds the list's phrases in a text, in time linear in the text and independent of the size of the list.
 * @param text what the customer newly wrote
 * @returns signals sorted by start; for each, `quote === text.slice(start, end)`
 */
export function findSignals(text: string, taxonomy: CompiledTaxonomy): FoundSignals {
	const { rows, vocabulary, graph } = taxonomy;
	tokenise(text, vocabulary, stream);
	const matches: RawMatch[] = [];
	const praise: RawMatch[] = [];
	let resolution: RawMatch | undefined;
	let isCalm = false;
	let content: RawMatch | undefined;
	graph.scan(stream, (found) => {
		const { row, first, last } = found;
		const match: RawMatch = {
			row,
			start: stream.start[first] ?? 0,
			end: stream.end[last] ?? 0,
			sentence: stream.sentence[first] ?? 0,
			isOff: isDenied(text, found),
		};
		if (row >= 0) {
			if (!match.isOff) {
				const window = windowOf(text, stream, first, last);
				const { topic = '', riskLevel, alwaysCounts } = rows[row] ?? {};
				match.isOff =
					(!found.hasNegation && isUnwanted(window)) ||
					(!OPEN_TOPICS.has(topic) && isHarmless(window, found.hasNegation)) ||
					(riskLevel === 'critical' && (isAskedFor(window) || isNoEvent(window))) ||
					(alwaysCounts === true && isNoLeaving(window)) ||
					isPraise(window);
			}
			matches.push(match);
			return;
		}
		if (match.isOff) return;
		if (row === PRAISE_ROW) praise.push(match);
		else if (row === CALM_ROW) isCalm = true;
		else if (row === CONTENT_ROW) content ??= match;
		else if (isResolved(windowOf(text, stream, first, last))) {
			if (resolution === undefined || match.end > resolution.end) resolution = match;
		}
	});
	if (stream.anchors.length > 0) findExact(text, taxonomy, matches);
	if (matches.length === 0) {
		const nothing: FoundSignals = {
			signals: [],
			negated: [],
			praise: selectMatches(praise).map((match) => evidence(text, match)),
		};
		if (resolution !== undefined) nothing.resolution = evidence(text, resolution);
		if (content !== undefined) nothing.content = evidence(text, content);
		return nothing;
	}
	const rowWeight = ({ row }: RawMatch): number | undefined => {
		const found = rows[row];
		return found === undefined ? undefined : weightOf(found);
	};
	const topicOf = (match: RawMatch): string => rows[match.row]?.topic ?? '';
	const isPressing = matches.some(
		(match) =>
			!match.isOff && OPEN_TOPICS.has(topicOf(match)) && (rowWeight(match) ?? 0) >= PRESSING_WEIGHT,
	);
	for (const match of matches) {
		// "No trouble since the update": the denial covers what it is followed by.
		if (content !== undefined && match.end > content.start && match.start <= content.end + 1) {
			match.isOff = true;
		}
		const topic = topicOf(match);
		if (LASTING_TOPICS.has(topic)) continue;
		const isGrave = rows[match.row]?.riskLevel === 'critical';
		if (resolution !== undefined && isOver(text, match, resolution, isGrave)) match.isOff = true;
		// "Not a big deal for you maybe, but we lost all our data."
		if (isCalm && !isPressing && !isGrave && !OPEN_TOPICS.has(topic)) match.isOff = true;
	}
	const toSignal = (match: RawMatch): Signal => {
		const row = rows[match.row];
		const riskLevel: RiskLevel = row?.riskLevel ?? 'lowMedium';
		return {
			name: row?.signal ?? '',
			riskLevel,
			weight: row === undefined ? 0 : weightOf(row),
			quote: text.slice(match.start, match.end),
			start: match.start,
			end: match.end,
		};
	};
	const result: FoundSignals = {
		signals: selectMatches(matches.filter((match) => !match.isOff)).map(toSignal),
		negated: selectMatches(matches.filter((match) => match.isOff)).map(toSignal),
		praise: selectMatches(praise).map((match) => evidence(text, match)),
	};
	if (resolution !== undefined) result.resolution = evidence(text, resolution);
	if (content !== undefined) result.content = evidence(text, content);
	return result;
}

/** A phrase of a list, by the name of its row and where it stands. */
export interface Mention {
	name: string;
	start: number;
	end: number;
}

/**
 * Where a text has phrases of the list at all, said, denied or imagined: at less cost than {@link findSignals},
 * as what is said of them need not be read.
 */
export function findMentions(text: string, taxonomy: CompiledTaxonomy): readonly Mention[] {
	const { rows, graph } = taxonomy;
	tokenise(text, taxonomy.vocabulary, stream);
	const matches: RawMatch[] = [];
	graph.scan(stream, ({ row, first, last }) => {
		if (row < 0) return;
		const start = stream.start[first] ?? 0;
		matches.push({ row, start, end: stream.end[last] ?? 0, sentence: 0, isOff: false });
	});
	if (stream.anchors.length > 0) findExact(text, taxonomy, matches);
	const isPlain = matches.length <= MOST_QUOTES && !overlaps(matches);
	const selected = isPlain ? matches.sort(byPlace) : selectMatches(matches);
	return selected.map(({ row, start, end }) => ({ name: rows[row]?.signal ?? '', start, end }));
}

function byPlace(a: RawMatch, b: RawMatch): number {
	return a.start - b.start || a.end - b.end || a.row - b.row;
}

/** Whether two matches of one row share words, so that only one of them counts. */
function overlaps(matches: readonly RawMatch[]): boolean {
	return matches.some((match, i) =>
		matches.some(
			(other, k) =>
				k < i && other.row === match.row && other.start < match.end && match.start < other.end,
		),
	);
}

/** Whether the phrase found is denied where it stands: "no data loss", "is not failing". */
function isDenied(text: string, { first, hasNegation, isNegatedInside }: Found): boolean {
	return !hasNegation && (isNegatedInside || isNegated(text, stream, first));
}

function findExact(
	text: string,
	{ vocabulary, exact }: CompiledTaxonomy,
	matches: RawMatch[],
): void {
	for (const anchor of stream.anchors) {
		const word = vocabulary.foldedWord(text.slice(anchor.start, anchor.end));
		for (const phrase of exact.byWord.get(word) ?? []) {
			const span = matchExact(text, anchor.start, phrase);
			if (span === undefined) continue;
			matches.push({ row: phrase.row, ...span, sentence: anchor.sentence, isOff: false });
		}
	}
}

function evidence(text: string, { start, end }: { start: number; end: number }): Evidence {
	return { quote: text.slice(start, end), start, end };
}

/** Whether a trouble told of at `match` is covered by the ticket's word that things are fine again. */
function isOver(text: string, match: RawMatch, resolution: RawMatch, isGrave: boolean): boolean {
	if (match.sentence < resolution.sentence) return reachesBack(text, match, resolution, isGrave);
	if (match.start < resolution.end) return true;
	if (
		match.sentence === resolution.sentence &&
		!TURN.test(text.slice(resolution.end, match.start))
	) {
		return true;
	}
	return isPast(text, match.start, match.end);
}

const TURN = /\b(?:but|however|except|although|though|still|only|aber|mais|pero|mas|maar)\b/i;

/**
 * Where the ticket says that the trouble is over ("works now, thanks", "has been fixed").
 * @returns the last such place, or undefined: "hasn't been fixed" and "please let me know once it is fixed" are none
 */
export function resolutionIn(text: string): Evidence | undefined {
	return findSignals(text, compileTaxonomy([])).resolution;
}
