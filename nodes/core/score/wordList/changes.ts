import { BUILT_IN_SIGNALS, type SignalChange } from './compose';
import { readWeight, type SkippedRow } from './parse';

/** One row of the node's field, as the admin left it. */
export interface ChangeRow {
	signal?: string;
	/** "weight", "topic" or "off". */
	change?: string;
	weight?: unknown;
	topic?: string;
}

const NAMES = new Set(BUILT_IN_SIGNALS.map(({ signal }) => signal));

/**
 * Reads the changes of built-in signals.
 * @returns the finished ones, and why the others are left out, so that a row just added changes nothing
 */
export function readSignalChanges(rows: readonly ChangeRow[]): {
	changes: SignalChange[];
	skipped: SkippedRow[];
} {
	const changes: SignalChange[] = [];
	const skipped: SkippedRow[] = [];
	rows.forEach((row, index) => {
		const number = index + 1;
		try {
			changes.push(readChange(row, number));
		} catch (error) {
			skipped.push({ number, reason: error instanceof Error ? error.message : String(error) });
		}
	});
	return { changes, skipped };
}

function readChange(row: ChangeRow, number: number): SignalChange {
	const { signal = '', change = 'weight' } = row;
	if (signal === '')
		throw new Error(`Row ${number}: Signal is empty. Choose the signal to change.`);
	const where = `Row ${number} ("${signal}")`;
	if (!NAMES.has(signal)) {
		throw new Error(`${where}: Signal names no built-in signal. Choose one from the list.`);
	}
	if (change === 'off') return { signal, isOff: true };
	if (change === 'topic') return { signal, topic: row.topic?.trim() ?? '' };
	const weight = readWeight(row.weight, where);
	if (weight === undefined) {
		throw new Error(
			`${where}: Weight is empty. Enter the score, 0 to 100, that it gives on its own.`,
		);
	}
	return { signal, weight };
}
