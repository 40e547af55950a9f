/** Finds one e-mail address in text that people and machines wrote, and puts a word of ours in its place. */
export interface AddressMask {
	/** The same text with the address masked; the very same text where it does not occur. */
	hide(text: string): string;
	/** The same value with all texts in it masked, keys of objects included. */
	hideIn(value: unknown): unknown;
}

/** What can stand before an address without being part of a longer one, and behind it. */
const BEFORE = "(?<![\\p{L}\\p{N}._%+'-])";
const BEHIND = '(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])';

/**
 * @param forms how the address is written: in upper and lower case they are the same, and only whole addresses
 * count, so "jane@acme.com" is not found in "mary-jane@acme.com" or "jane+billing@acme.com"
 * @param mask what takes its place; letters, digits and hyphens only. A writing with capitals gets a number behind it,
 * so that two keys which differed by it still do
 */
export function addressMask(forms: readonly string[], mask: string): AddressMask {
	const all = forms.map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
	const pattern = new RegExp(`${BEFORE}(?:${all})${BEHIND}`, 'giu');
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
