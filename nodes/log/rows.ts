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

/** Absent becomes null; a date its milliseconds; truth 0 or 1. */
export function stored(value: string | number | boolean | Date | undefined): SqlValue {
	if (value === undefined) return null;
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.getTime();
	if (typeof value === 'boolean') return value ? 1 : 0;
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	return value;
}

/** Whole numbers only: a column of whole numbers refuses 81.5 on PostgreSQL. */
export function storedWhole(value: number | undefined): SqlValue {
	return value === undefined || !Number.isFinite(value) ? null : Math.round(value);
}
