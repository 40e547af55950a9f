import { inAnyLanguage, SCORE_WORDS } from './languages/all';

/** Who calls off a meeting, an order or a job of the product ends nothing with us; the weights hear "cancel". */
const CALLED_OFF = SCORE_WORDS.map(({ calledOff }) => calledOff);
/** Who names what a customer has of us may end that as well. */
const OURS = new RegExp(String.raw`(?<!\p{L})(?:${inAnyLanguage('ours')})s?(?!\p{L})`, 'iu');

/** "… and our subscription", right behind what is called off. */
const AND_OURS = new RegExp(
	String.raw`^(?: \p{L}+){0,3} (?:${inAnyLanguage('and')}) (?:also )?(?:${inAnyLanguage('our')}) (?:${inAnyLanguage('ours')})(?:s|en)?(?!\p{L}|[ -](?:${inAnyLanguage('occasion')})(?!\p{L}))`,
	'iu',
);
/** What is only moved ends nothing. */
const MOVED = new RegExp(
	String.raw`^(?:${inAnyLanguage('moved')})|(?:${inAnyLanguage('moved')})$`,
	'iu',
);

/** Whether a text ends the contract along with an appointment or an order: "Cancel the meeting and our subscription". */
export function endsOursToo(text: string): boolean {
	return CALLED_OFF.some((one) => {
		const found = one.exec(text);
		return (
			found !== null &&
			!MOVED.test(found[0]) &&
			AND_OURS.test(text.slice(found.index + found[0].length))
		);
	});
}

/** What a text says besides calling off an appointment, an order or a job; undefined when it calls off none, or more. */
export function besidesCallingOff(text: string): string | undefined {
	if (OURS.test(text)) return undefined;
	const calledOff = CALLED_OFF.find((one) => one.test(text));
	return calledOff === undefined ? undefined : text.replace(calledOff, ' ');
}
