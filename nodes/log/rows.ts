import { createHash } from 'node:crypto';

import { storableJson, storableText } from '../core/values/storable';
import type { SqlRow, SqlValue } from './database';

/** Readers of columns: what is null is absent, times are dates, truth is true or false. */

export function textIn(row: SqlRow, column: string): string | undefined {
	const value = row[column];
	return typeof value === 'string' ? value : undefined;
}

export function numberIn(row: SqlRow, column: string): number | undefined {
	const value = row[column];
	return typeof value === 'number' ? value : undefined;
}

export function dateIn(row: SqlRow, column: string): Date | undefined {
	const value = numberIn(row, column);
	return value === undefined ? undefined : new Date(value);
}

export function isoIn(row: SqlRow, column: string): string | undefined {
	return dateIn(row, column)?.toISOString();
}

export function truthIn(row: SqlRow, column: string): boolean {
	return row[column] === 1;
}

/** The object in a column of JSON text; absent when there is none or it cannot be read. */
export function objectIn(row: SqlRow, column: string): Record<string, unknown> | undefined {
	const value = parsed(row[column]);
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: undefined;
}

/** The list in a column of JSON text; empty when there is none or it cannot be read. */
export function listIn(row: SqlRow, column: string): unknown[] {
	const value = parsed(row[column]);
	return Array.isArray(value) ? value : [];
}

function parsed(value: SqlValue | undefined): unknown {
	if (typeof value !== 'string') return undefined;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return undefined;
	}
}

/** The same without the keys whose value is not known. */
export function withoutAbsent<T extends object>(value: T): T {
	return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}

/** Absent becomes null; a date its milliseconds; truth 0 or 1. */
export function stored(value: string | number | boolean | Date | undefined): SqlValue {
	if (value === undefined) return null;
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.getTime();
	if (typeof value === 'boolean') return value ? 1 : 0;
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	return value;
}

/** Whole numbers only, as far as JavaScript knows them: a column of whole numbers refuses 81.5 and 1e300 on PostgreSQL. */
export function storedWhole(value: number | undefined): SqlValue {
	if (value === undefined || Number.isNaN(value)) return null;
	return Math.min(Math.max(Math.round(value), Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
}

/** Text cut to `most` UTF-16 units; absent becomes null. */
export function storedText(value: string | undefined, most: number): SqlValue {
	return value === undefined ? null : storableText(value, most);
}

/** JSON text; absent becomes null. */
export function storedJson(value: unknown): SqlValue {
	return value === undefined ? null : storableJson(value);
}

/** PostgreSQL takes 2,704 bytes in an index; two of these and a number fit. */
const LONGEST_KEY = 250;

/**
 * Text that rows are told apart by. What is too long for an index keeps its beginning and gets the
 * hash of the whole, so that two long ones stay two. The key of a key is the key itself.
 */
export function storedKey(text: string): string {
	const clean = storableText(text, Infinity);
	if (clean.length <= LONGEST_KEY) return clean;
	const hash = createHash('sha256').update(clean).digest('hex');
	return `${storableText(clean, LONGEST_KEY - hash.length - 1)}#${hash}`;
}

/** Values as every database takes them, whoever wrote them. */
export function storableValues(values: readonly SqlValue[]): SqlValue[] {
	return values.map((value) => (typeof value === 'string' ? storableText(value, Infinity) : value));
}
