import type { FoundSignals } from './match';
import { formOf } from './frustration/form';
import { inAnyLanguage } from './languages/all';

/** Texts that are calm although they hold the words of trouble: reports of a fault, and praise that denies faults. */

/** Built-in signals that tell of a fault and not of what it does to people. */
export const FAULT_SIGNALS: ReadonlySet<string> = new Set([
	'Core workflow failure',
	'Integration failure',
	'General annoyance',
]);
/** A ticket this angry is not content because it says "no problem" somewhere. */
const NOT_CONTENT_FROM = 0.85;
const NOW = `(?:(?:${inAnyLanguage('and')}) )?(?:${inAnyLanguage('now')})`;
const TURN = new RegExp(
	String.raw`(?<!\p{L})(?:${inAnyLanguage('turn')}|${NOW} (?:${inAnyLanguage('then')}))(?!\p{L})`,
	'iu',
);
const WAS = new RegExp(
	String.raw`(?<!\p{L})(?:${inAnyLanguage('was')})(?!\p{L})[^.!?\n]{0,60}$`,
	'iu',
);
const TURN_REACH = 200;

/** A fault told in the form of a report, with nothing of what it does to people: severity is not mood. */
export function isCalmReport(text: string, { signals }: FoundSignals): boolean {
	if (!signals.every(({ name }) => FAULT_SIGNALS.has(name))) return false;
	const { headings, entries, namesVersion } = formOf(text);
	return namesVersion || headings >= 2 || entries >= 3;
}

/** "Not a single crash since May" without a "but" behind it. */
export function saysNothingIsWrong(
	text: string,
	{ content }: FoundSignals,
	probability: number,
): boolean {
	return (
		content !== undefined &&
		probability < NOT_CONTENT_FROM &&
		!TURN.test(text.slice(content.end, content.end + TURN_REACH)) &&
		!WAS.test(text.slice(Math.max(0, content.start - TURN_REACH), content.start))
	);
}
