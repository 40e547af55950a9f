import { inAnyLanguage, SCORE_WORDS } from './languages/all';

/** Who calls off a meeting, an order or a job of the product ends nothing with us; the model hears "cancel". */
const CALLED_OFF = SCORE_WORDS.map(({ calledOff }) => calledOff);
/** Who names what a customer has of us may end that as well. */
const OURS = new RegExp(String.raw`(?<!\p{L})(?:${inAnyLanguage('ours')})s?(?!\p{L})`, 'iu');

/** What a text says besides calling off an appointment, an order or a job; undefined when it calls off none, or more. */
export function besidesCallingOff(text: string): string | undefined {
	if (OURS.test(text)) return undefined;
	const calledOff = CALLED_OFF.find((one) => one.test(text));
	return calledOff === undefined ? undefined : text.replace(calledOff, ' ');
}
