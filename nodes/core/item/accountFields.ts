import { cutText } from '../values/storable';
import { trimmedTextOf } from '../values/text';
import type { AccountFields } from './types';

/** The log keeps an account with each message, so that a wide table must not swell it. */
export const MOST_ACCOUNT_FIELDS = 30;
const MOST_TEXT = 200;
/** Names stay as they are; one longer than this is left out. */
const MOST_NAME = 200;

/**
 * The fields of an account that are no fact of the contract: texts, numbers and truths under plain names, at most 30.
 * Empty and other values are left out; texts are cut at 200 characters. Of a name that comes twice the first value
 * that says something counts.
 * @returns absent when none is left
 */
export function readAccountFields(
	entries: Iterable<readonly [name: string, value: unknown]>,
): AccountFields | undefined {
	const fields = new Map<string, string | number | boolean>();
	for (const [name, value] of entries) {
		if (fields.size === MOST_ACCOUNT_FIELDS) break;
		if (fields.has(name) || !isName(name)) continue;
		const plain = plainValue(value);
		if (plain !== undefined) fields.set(name, plain);
	}
	return fields.size === 0 ? undefined : Object.fromEntries(fields);
}

/** Whoever copies an object name by name would set its prototype by the one that is left out. */
function isName(name: string): boolean {
	return name.trim() !== '' && name.length <= MOST_NAME && name !== '__proto__';
}

function plainValue(value: unknown): string | number | boolean | undefined {
	if (typeof value === 'boolean') return value;
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	const text = trimmedTextOf(value);
	return text === undefined ? undefined : cutText(text, MOST_TEXT).trimEnd();
}
