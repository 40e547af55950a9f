import { oneLine } from '../../values/tables';
import { inAnyLanguage } from './languages/all';

/**
 * How far the ticket's word that things are fine again reaches back: "it is fixed" covers all that was told
 * before, "the login problem is fixed" only what it names.
 */

/** As far back as the subject of the good news is looked for. */
const LONGEST_SENTENCE = 200;
const SENTENCE_END = /[.!?\n]/;
/** "fixed it", "resolved the issue": says what, in general. */
const ALL_OF_IT =
	/^\W{0,3}(?:it|this|that|them|everything|the (?:issue|problem|error|bug|matter|case)s?)\b/i;
/** Good news told as an aside is about something else. */
const ASIDE = new RegExp(String.raw`(?<!\p{L})(?:${inAnyLanguage('aside')})(?!\p{L})`, 'iu');
/** What "the … is fixed" names, in up to five words. */
const NAMED = /\b(?:the|our|my|your|that|other|another|separate)\s+((?:[\p{L}\p{N}-]+\s+){1,5})$/iu;
/** What was lost is there again. */
const BROUGHT_BACK = new RegExp(String.raw`\b(?:${inAnyLanguage('broughtBack')})`, 'i');
/** Words that name no part of a product. */
const GENERAL = new Set(
	oneLine`
		issue issues problem problems error errors bug bugs matter thing things case ticket situation
		trouble whole last latest new recent same above one now has have had been was were is are be being
		finally just already since also then all everything patch fix hotfix update release restart reboot
		colleague colleagues team support agent engineer engineers guys people
	`.split(' '),
);
const PREFIX = 4;

/**
 * Whether the good news speaks of the trouble told of in an earlier sentence.
 * @param isGrave for what nobody would pass over, such as lost data: a named subject then has to be the same
 */
export function reachesBack(
	text: string,
	trouble: { start: number; end: number },
	goodNews: { start: number; end: number },
	isGrave: boolean,
): boolean {
	const before = text.slice(sentenceStart(text, goodNews.start), goodNews.start);
	if (ASIDE.test(before) || ASIDE.test(text.slice(goodNews.start, goodNews.end + 30))) return false;
	if (!isGrave || ALL_OF_IT.test(text.slice(goodNews.end, goodNews.end + 40))) return true;
	if (BROUGHT_BACK.test(`${before}${text.slice(goodNews.start, goodNews.end)}`)) return true;
	const named = NAMED.exec(`${before.trimEnd()} `)?.[1];
	const words = wordsOf(named ?? '').filter((word) => !GENERAL.has(word));
	if (words.length === 0) return true;
	const told = wordsOf(text.slice(sentenceStart(text, trouble.start), trouble.end));
	return words.some((word) =>
		told.some((other) => word.slice(0, PREFIX) === other.slice(0, PREFIX)),
	);
}

function sentenceStart(text: string, at: number): number {
	let from = at;
	while (from > 0 && at - from < LONGEST_SENTENCE && !SENTENCE_END.test(text.charAt(from - 1)))
		from--;
	return from;
}

function wordsOf(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}
