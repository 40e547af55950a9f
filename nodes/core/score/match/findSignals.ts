import type { RiskLevel, Signal } from '../../item/types';
import { tokensOf } from '../../text/tokens';
import { weightOf } from '../wordList/rows';
import { CALM_ROW, CONTENT_ROW, PRAISE_ROW, type CompiledTaxonomy } from './compile';
import { isHarmless, isNegated, isUnwanted, windowOf } from './context';
import { cutText } from './cutText';
import { findExact } from './exactMatches';
import type { Evidence, FoundSignals, RawMatch } from './findings';
import { findPhrases, type Found } from './findPhrases';
import { isAskedFor, isNoEvent, isNoLeaving, isPraise } from './intent';
import { isPast, isResolved } from './resolution';
import { inAnyLanguage } from './languages/all';
import { reachesBack } from './resolutionScope';
import { selectMatches } from './select';
import { tokenise } from './tokenise';
import type { TokenStream } from './tokens';

/** Topics of signals that stay true when the fault itself is mended. */
const LASTING_TOPICS: ReadonlySet<string> = new Set(['cancellation', 'legal', 'security']);
/** "No rush, it has only been three weeks" is not calm. */
export const PRESSING_WEIGHT = 60;
/** Topics in which "we will", "we might" and "if" are the signal and not a way to imagine it. */
const OPEN_TOPICS: ReadonlySet<string> = new Set([
	'cancellation',
	'legal',
	'support',
	'escalation',
	'deadline',
]);

/**
 * Finds the list's phrases in a text, in time linear in the text and independent of the size of the list.
 * @param text what the customer newly wrote
 * @param cut its words, where it was cut before
 * @returns signals sorted by start; for each, `quote === text.slice(start, end)`
 */
export function findSignals(
	text: string,
	taxonomy: CompiledTaxonomy,
	cut = cutText(tokensOf(text)),
): FoundSignals {
	const { rows, vocabulary } = taxonomy;
	const stream = tokenise(text, cut, vocabulary);
	const matches: RawMatch[] = [];
	const praise: RawMatch[] = [];
	let resolution: RawMatch | undefined;
	let isCalm = false;
	let content: RawMatch | undefined;
	findPhrases(stream, taxonomy, (found) => {
		const { row, first, last } = found;
		const match: RawMatch = {
			row,
			start: stream.start[first] ?? 0,
			end: stream.end[last] ?? 0,
			sentence: stream.sentence[first] ?? 0,
			isOff: isDenied(text, stream, found),
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
	if (stream.anchors.length > 0) findExact(text, stream, taxonomy, matches);
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
	const turnedBy = resolution === undefined ? Infinity : turnBehind(text, resolution);
	for (const match of matches) {
		// "No trouble since the update": the denial covers what it is followed by.
		if (content !== undefined && match.end > content.start && match.start <= content.end + 1) {
			match.isOff = true;
		}
		const topic = topicOf(match);
		if (LASTING_TOPICS.has(topic)) continue;
		const isGrave = rows[match.row]?.riskLevel === 'critical';
		if (resolution !== undefined && isOver(text, match, resolution, turnedBy, isGrave))
			match.isOff = true;
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

/** Whether the phrase found is denied where it stands: "no data loss", "is not failing". */
function isDenied(
	text: string,
	stream: TokenStream,
	{ first, hasNegation, isNegatedInside }: Found,
): boolean {
	return !hasNegation && (isNegatedInside || isNegated(text, stream, first));
}

function evidence(text: string, { start, end }: { start: number; end: number }): Evidence {
	return { quote: text.slice(start, end), start, end };
}

/** Whether a trouble told of at `match` is covered by the ticket's word that things are fine again. */
function isOver(
	text: string,
	match: RawMatch,
	resolution: RawMatch,
	turnedBy: number,
	isGrave: boolean,
): boolean {
	if (match.sentence < resolution.sentence) return reachesBack(text, match, resolution, isGrave);
	if (match.start < resolution.end) return true;
	if (match.sentence === resolution.sentence && match.start < turnedBy) return true;
	return isPast(text, match.start, match.end);
}

/** Where the first turn behind the good news ends ("but"); looked for once, as there may be thousands of matches. */
function turnBehind(text: string, { end }: RawMatch): number {
	const found = TURN.exec(text.slice(end));
	return found === null ? Infinity : end + found.index + found[0].length;
}

const TURN = new RegExp(String.raw`\b(?:${inAnyLanguage('turn')})\b`, 'i');
