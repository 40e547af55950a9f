/** What a token is: letters, digits and their marks; the same of a script written without spaces; any other sign. */
export const WORD = 0;
export const UNSPACED = 1;
export const SIGN = 2;
const SPACE = 3;

/**
 * A text cut where every reader of it agrees that it can be cut: the one tokeniser. What belongs together again is
 * for each reader to say: "can't" is three tokens, "3.5" as well.
 */
export interface TextTokens {
	readonly text: string;
	readonly count: number;
	/** Offsets in the text as given. */
	readonly start: readonly number[];
	readonly end: readonly number[];
	readonly kind: readonly number[];
}

/** All that people write as an apostrophe. */
export const APOSTROPHES = "'\u2018\u2019\u02bc\u00b4\u2032\uff07`";

const UNSPACED_SCRIPT =
	/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
/** Soft hyphens and joiners stand inside words. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/;
const BLANK = /[^\S\n]/;

function classify(character: string): number {
	if (APOSTROPHES.includes(character)) return SIGN;
	if (INVISIBLE.test(character)) return WORD;
	if (BLANK.test(character)) return SPACE;
	if (!WORD_CHARACTER.test(character)) return SIGN;
	return UNSPACED_SCRIPT.test(character) ? UNSPACED : WORD;
}

/** Latin letters are looked up, as nearly all texts are made of them. */
const LATIN = Uint8Array.from({ length: 0x250 }, (_, code) => classify(String.fromCharCode(code)));

function classAt(text: string, at: number): number {
	const code = text.charCodeAt(at);
	if (code < LATIN.length) return LATIN[code] ?? SIGN;
	const point = text.codePointAt(at) ?? 0;
	const known = classify(String.fromCodePoint(point));
	return point > 0xffff && known === UNSPACED ? WORD : known;
}

/** Characters beyond the basic plane take two units. */
function lengthAt(text: string, at: number): number {
	return text.charCodeAt(at) < 0xd800 || (text.codePointAt(at) ?? 0) <= 0xffff ? 1 : 2;
}

/** Cuts a text into tokens, in time linear in its length. Spaces are no tokens, line breaks are. */
export function tokensOf(text: string): TextTokens {
	const start: number[] = [];
	const end: number[] = [];
	const kind: number[] = [];
	const n = text.length;
	let at = 0;
	while (at < n) {
		const first = classAt(text, at);
		let to = at + lengthAt(text, at);
		if (first === WORD || first === UNSPACED) {
			while (to < n && classAt(text, to) === first) to += lengthAt(text, to);
		}
		if (first !== SPACE) {
			start.push(at);
			end.push(to);
			kind.push(first);
		}
		at = to;
	}
	return { text, count: start.length, start, end, kind };
}

/** Whether nothing stands between a token and the one after it. */
export function isJoined({ count, start, end }: TextTokens, index: number): boolean {
	return index + 1 < count && start[index + 1] === end[index];
}

/** Whether a token is a sign of the given ones, e.g. one of {@link APOSTROPHES}. */
export function isSign({ text, kind, start }: TextTokens, index: number, signs: string): boolean {
	return kind[index] === SIGN && signs.includes(text.charAt(start[index] ?? 0));
}
