import type { Add } from './personalData';
import { DATE_LIKE } from './phones';

interface DigitGroup {
	start: number;
	end: number;
}

const CARD_GAP =
	/^(?:[ \t.\u00a0\u2007\u2009\u202f\u2010-\u2015/-]{1,2}|[ \t\u00a0-]{0,2}\r?\n[ \t\u00a0>-]{0,2})$/;
/** How cards are printed, by the lengths of the groups. */
const CARD_SHAPE = /^(?:1[3-9]|4 4 4 4|4 4 4 4 3|4 6 5|4 6 4)$/;
const MOST_CARD_DIGITS = 19;
const CARD_WORD =
	/(?:card|karte|kreditkarte|visa|mastercard|amex|cc|carte|tarjeta|cartão|kaart|no|nr)[\s.:#-]{0,2}$/iu;

/** Cards among runs of digits, whatever stands around them: an expiry date often follows without a gap. */
export function findCards(text: string, add: Add): void {
	let run: DigitGroup[] = [];
	for (const match of text.matchAll(/\d+/g)) {
		const group = { start: match.index, end: match.index + match[0].length };
		const gapStart = run.at(-1)?.end;
		const isNear = gapStart !== undefined && group.start - gapStart <= 6;
		if (!isNear || !CARD_GAP.test(text.slice(gapStart, group.start))) {
			findCardsIn(text, run, add);
			run = [];
		}
		run.push(group);
	}
	findCardsIn(text, run, add);
}

function findCardsIn(text: string, run: readonly DigitGroup[], add: Add): void {
	const [first] = run;
	const last = run.at(-1);
	if (first === undefined || last === undefined) return;
	const whole = text.slice(first.start, Math.min(last.end, first.start + 2 * MOST_CARD_DIGITS));
	// In groups of any length only where nothing else stands in the run.
	if (
		last.end - first.start === whole.length &&
		/^[\d \u00a0\u2011-]+$/.test(whole) &&
		!DATE_LIKE.test(whole) &&
		isCard(whole.replace(/\D/g, '')) &&
		mayBeginCard(text, first.start)
	) {
		add('card', first.start, last.end);
		return;
	}
	for (let from = 0; from < run.length; from++) {
		let lengths = '';
		for (let to = from; to < Math.min(run.length, from + 5); to++) {
			const { start } = run[from] ?? first;
			const group = run[to] ?? last;
			const length = group.end - group.start;
			if (length > MOST_CARD_DIGITS) break;
			lengths += `${lengths === '' ? '' : ' '}${length}`;
			if (!CARD_SHAPE.test(lengths)) continue;
			if (!isCard(text.slice(start, group.end).replace(/\D/g, ''))) continue;
			if (!mayBeginCard(text, start)) continue;
			add('card', start, group.end);
			from = to;
			break;
		}
	}
}

/** Not within a word, an address, or a number with decimals. */
function mayBeginCard(text: string, start: number): boolean {
	const before = text.slice(Math.max(0, start - 16), start);
	return !/(?:[\p{L}\p{N}_][-_]?|\d[.,]|[@/=])$/u.test(before) || CARD_WORD.test(before);
}

/** Luhn (ISO/IEC 7812-1), for numbers that no zero or one begins. */
function isCard(digits: string): boolean {
	if (!/^[2-6]\d{12,18}$/.test(digits)) return false;
	let sum = 0;
	for (let i = 0; i < digits.length; i++) {
		const digit = Number(digits[digits.length - 1 - i]);
		const doubled = digit * 2;
		sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}
