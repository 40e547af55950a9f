import { cutText, storableText } from '../values/storable';

/**
 * Readers of loose payloads. They see own keys only, so that `__proto__` or `constructor` in a payload
 * are names like any other, and they take text and numbers only.
 */

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at the end of a path of keys; absent where one of them is missing. */
export function fieldOf(value: unknown, ...path: string[]): unknown {
	let current = value;
	for (const key of path) {
		if (!isFields(current) || !Object.hasOwn(current, key)) return undefined;
		current = current[key];
	}
	return current;
}

/** The first of some values that says anything: a field may be there and empty, and its twin filled. */
export function firstFilled(...values: unknown[]): unknown {
	return values.find(isFilled);
}

/** The list that a field is, or that it wraps as Intercom does: `{ type: "contact.list", contacts: […] }`. */
export function listOf(value: unknown, key: string): readonly unknown[] {
	if (Array.isArray(value)) return value;
	const inner = fieldOf(value, key);
	return Array.isArray(inner) ? inner : [];
}

/** A placeholder that the helpdesk left unfilled, e.g. because its name was misspelt in the rule. */
const PLACEHOLDER = /^\s*\{\{[^{}]{0,100}\}\}\s*$/;

function isFilled(value: unknown): boolean {
	if (typeof value === 'string') {
		return value.trim() !== '' && !(value.length <= 300 && PLACEHOLDER.test(value));
	}
	return typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value));
}

/** Storable text as it came; absent where there is none, or only white space or an unfilled placeholder. */
export function limitedTextOf(value: unknown, limit: number): string | undefined {
	if (!isFilled(value)) return undefined;
	const text = storableText(String(value), limit);
	return text.trim() === '' ? undefined : text;
}

/** Line breaks and other controls, and the marks that turn the direction of writing around. */
const NOT_ON_ONE_LINE = /[\s\p{Cc}\u2028\u2029]+/gu;
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The same on one line, without marks that reorder what is written after it. */
export function lineOf(value: unknown, limit: number): string | undefined {
	// White space at the sides must not use up the limit; a megabyte of it is not worth looking behind.
	const text = limitedTextOf(
		typeof value === 'string' ? cutText(value, limit * 4) : value,
		limit * 4,
	);
	const line = text?.replace(DIRECTION_MARKS, '').replace(NOT_ON_ONE_LINE, ' ').trim() ?? '';
	return line === '' ? undefined : storableText(line, limit).trimEnd();
}
