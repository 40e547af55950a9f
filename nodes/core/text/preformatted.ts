import { patternHead, type Line } from './lines';
import { logLikeness } from './logs';

/** Preformatted HTML holds code and logs, but also what people typed into plain text fields. */

const isPreformatted = (line: Line | undefined): boolean =>
	line?.structural === true && line.kind === 'code';

/** Whether most of the line is words; sentences in a row have four and more. */
function isSentence(line: string): boolean {
	const text = patternHead(line);
	if (/[{}=<>\\|]|\(\)|;$|::|--\w/.test(text)) return false;
	const parts = text.split(/\s+/);
	const words = parts.filter((part) => /^["'(]?\p{L}[\p{L}'’-]*[.,:;!?)"']{0,3}$/u.test(part));
	return words.length >= 4 && words.length >= 0.7 * parts.length;
}

function isProse(lines: readonly Line[]): boolean {
	const texts = lines.map(({ text }) => text).filter((text) => text !== '');
	let sentences = 0;
	for (const text of texts) {
		const likeness = logLikeness(text);
		if (likeness === 'certain' || likeness === 'likely') return false;
		if (isSentence(text)) sentences++;
	}
	return sentences > 0 && sentences >= texts.length / 2;
}

/**
 * The lines with preformatted prose left to the customer. A mail that came wholly as preformatted
 * text is a mail, whatever it says.
 */
export function releaseProse(lines: Line[]): Line[] {
	if (!lines.some(isPreformatted)) return lines;
	const isWhole = lines.every((line) => line.text === '' || line.kind !== undefined);
	const released = [...lines];
	for (let i = 0; i < lines.length; i++) {
		const start = i;
		while (isPreformatted(lines[i])) i++;
		if (i === start || !(isWhole || isProse(lines.slice(start, i)))) continue;
		for (let j = start; j < i; j++) released[j] = { text: lines[j]?.text ?? '' };
	}
	return released;
}
