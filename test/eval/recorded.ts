import { ownShortTexts, ownTickets, type Row } from './rows.ts';
import type { Sentiment } from '../../nodes/core/item/types.ts';

/** Where {@link recordOf} is kept, beside the fixtures of the tests. */
export const RECORDED = new URL('../fixtures/recordedScores.tsv', import.meta.url);

/** Every so many of our own texts is scored: enough of every language, kind and flag, and still read in a review. */
const EVERY_TICKET = 8;
const EVERY_SHORT = 6;

type Score = (ticket: {
	subject?: string;
	body?: string;
	previous?: Array<{ score: number }>;
}) => Sentiment;
type DetectLanguage = (text: string) => { language?: string; confidence: number };

interface Scorer {
	score: Score;
	detectLanguage: DetectLanguage;
}

/**
 * What the scorer says of some hundred of our own texts, one line a text: by it a move that changes nothing shows that it
 * changed nothing, and a change that is meant shows what else it touches.
 * @param isAsked which lines, by their number; default all
 */
export function recordOf(
	{ score, detectLanguage }: Scorer,
	isAsked: (line: number) => boolean = () => true,
): string[] {
	const tickets = ownTickets().filter((_, index) => index % EVERY_TICKET === 0);
	const short = ownShortTexts().filter((_, index) => index % EVERY_SHORT === 0);
	return [
		...[...tickets, ...short].map((row, index) => () => scored(index, row, score)),
		...tickets.map((row, index) => () => languageOf(index, row, detectLanguage)),
	]
		.filter((_, line) => isAsked(line))
		.map((say) => say());
}

function languageOf(index: number, { body, text }: Row, detectLanguage: DetectLanguage): string {
	const words = (body ?? text ?? '').split(/\s+/);
	const { language = 'none', confidence } = detectLanguage(
		words.slice(0, 1 + (index % 7)).join(' '),
	);
	return `language\t${index}\t${language}\t${confidence}`;
}

/** Every third text as it is, every third as a follow-up, every third as a few words. */
function scored(index: number, { subject, body, text }: Row, score: Score): string {
	const whole = body ?? text ?? '';
	const earlier = Array.from({ length: index % 7 }, () => ({ score: 50 }));
	const ticket = [
		{ subject, body: whole },
		{ subject, body: whole, previous: earlier },
		{ body: whole.split(/\s+/).slice(0, 9).join(' ') },
	][index % 3];
	const read = score(ticket ?? {});
	const signals = read.signals.map(({ name, start, end }) => `${name}@${start}-${end}`);
	return [
		'score',
		index,
		read.score,
		read.label,
		read.topic,
		read.language ?? 'none',
		read.confidence,
		read.text.length,
		read.summary?.length ?? 0,
		read.flags.join(','),
		signals.join(','),
	].join('\t');
}
