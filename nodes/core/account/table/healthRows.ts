import type { AccountFacts } from '../../item/types';
import { readColumns, type ColumnMapping } from './columns';
import { healthChangeOver, type HealthReading } from './health';
import { readHealthScore } from './rows';

/** Columns that tell when a row was written, best first. */
const TIME_COLUMNS = [
	'recorded_at',
	'recordedAt',
	'measured_at',
	'measuredAt',
	'logged_at',
	'loggedAt',
	'received_at',
	'receivedAt',
	'createdAt',
	'created_at',
];

/**
 * Reads the health scores that a log of former look-ups kept: rows with an account ID, a health score
 * and a time. Rows that describe an account beyond that are no log rows, unless they log a ticket.
 * @returns the readings of each account ID
 */
export function readHealthRows(
	rows: ReadonlyArray<Readonly<Record<string, unknown>>>,
	mapping: ColumnMapping = {},
): Map<string, HealthReading[]> {
	const columns = readColumns(rows, mapping);
	const readings = new Map<string, HealthReading[]>();
	for (const row of rows) {
		if (!columns.isHealthLog(row)) continue;
		const id = columns.read(row, 'id');
		const score = readHealthScore(columns.read(row, 'healthScore')).value;
		const at = timeOf(row);
		if (
			(typeof id !== 'string' && typeof id !== 'number') ||
			score === undefined ||
			at === undefined
		) {
			continue;
		}
		const key = String(id).trim();
		const known = readings.get(key);
		if (known) known.push({ at, score });
		else readings.set(key, [{ at, score }]);
	}
	return readings;
}

/** The account with the change its logged scores tell, where its source knows the score but not the change. */
export function withLoggedHealth<T extends AccountFacts>(
	account: T,
	log: ReadonlyMap<string, readonly HealthReading[]>,
	now: number,
	days: number,
): T {
	const { id, healthScore, healthChange } = account;
	const readings = id === undefined ? undefined : log.get(id);
	if (readings === undefined || healthScore === undefined || healthChange) return account;
	const change = healthChangeOver(readings, healthScore, now, days);
	return change ? { ...account, healthChange: change } : account;
}

function timeOf(row: Readonly<Record<string, unknown>>): number | undefined {
	for (const column of TIME_COLUMNS) {
		const value = Object.hasOwn(row, column) ? row[column] : undefined;
		if (value === undefined || value === null || value === '') continue;
		const time =
			value instanceof Date ? value.getTime() : Date.parse(typeof value === 'string' ? value : '');
		if (Number.isFinite(time)) return time;
	}
	return undefined;
}
