import { literalPattern } from '../values/literalPattern';

/** Finds one e-mail address in text that people and machines wrote, and puts a word of ours in its place. */
export interface AddressMask {
	/** The same text with the address masked; the very same text where it does not occur. */
	hide(text: string): string;
	/** The same value with all texts in it masked, keys of objects included. */
	hideIn(value: unknown): unknown;
}

const WORD = '[\\p{L}\\p{N}]';
/**
 * What joins two parts of the name before the "@", as it is or as links have it. It does so only behind a letter or
 * digit: in "'jane@acme.com'" it is a quote, in "_jane@acme.com_" Markdown. No address has two dots in a row.
 */
const LINKED_JOINER = '%(?:2[57bde]|5f)';
const JOINER = `(?:${LINKED_JOINER}|[_%+'-]|(?<!\\.)\\.(?!\\.))`;
/** What links write for an ASCII character that ends an address, such as "%3A": its last letter is no name's. */
const LINKED_END = '%(?:[01][\\da-f]|2[0-4689acf]|3[a-f]|40|5[b-e]|60|7[b-f])';
const NOT_WITHIN = `(?<!${WORD}(?<!${LINKED_END}|${LINKED_JOINER})${JOINER}*)`;
/** No domain contains "_" or ends with "-". */
const BEHIND = `(?!(?:\\.|%2e|(?:-|%2d)*)${WORD})`;

/**
 * @param forms how the address is written: in upper and lower case they are the same, and only whole addresses
 * count, so "jane@acme.com" is not found in "mary-jane@acme.com" or "jane+billing@acme.com"
 * @param mask what takes its place; letters, digits and hyphens only. A writing with capitals gets a number behind it,
 * so that two keys which differed by it still do
 */
export function addressMask(forms: readonly string[], mask: string): AddressMask {
	const all = forms.map(literalPattern).join('|');
	// What stands before is looked at only where the address is: at every character it would take forever in "-----…".
	const pattern = new RegExp(`(?=${all})${NOT_WITHIN}(?:${all})${BEHIND}`, 'giu');
	const numbers = new Map<string, number>();
	const maskOf = (written: string): string => {
		if (written === written.toLowerCase()) return mask;
		const number = numbers.get(written) ?? numbers.size + 2;
		numbers.set(written, number);
		return `${mask}-${number}`;
	};
	const hide = (text: string) => text.replace(pattern, maskOf);
	const hideIn = (value: unknown): unknown => {
		if (typeof value === 'string') return hide(value);
		if (Array.isArray(value)) return value.map(hideIn);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, entry]) => [hide(key), hideIn(entry)]),
		);
	};
	return { hide, hideIn };
}
