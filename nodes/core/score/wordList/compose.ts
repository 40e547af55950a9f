import { DEFAULT_TAXONOMY } from './defaults';
import { readSignalRows, type SkippedRow } from './parse';
import { TAXONOMY_PRESETS } from './presets';
import type { TaxonomyRow } from './rows';

/** What an admin changes about one built-in signal; what is absent stays as it is. */
export interface SignalChange {
	signal: string;
	isOff?: boolean;
	/** 0–100. */
	weight?: number;
	topic?: string;
}

export interface WordListSettings {
	/** The admin's own signals as the node's fields hold them: rows, or a JSON text. */
	own: unknown;
	usesBuiltIn: boolean;
	/** Names of {@link TAXONOMY_PRESETS}. */
	presets: readonly string[];
	changes: readonly SignalChange[];
}

/** One signal that ships in the pack, and the kind of product it belongs to. */
export interface BuiltInSignal extends TaxonomyRow {
	/** Absent for the signals that hold for every product. */
	preset?: string;
}

/** Every signal that ships in the pack. */
export const BUILT_IN_SIGNALS: readonly BuiltInSignal[] = [
	...DEFAULT_TAXONOMY,
	...Object.entries(TAXONOMY_PRESETS).flatMap(([preset, { rows }]) =>
		rows.map((row) => ({ ...row, preset })),
	),
];

/**
 * The signals a node works with: the built-in ones as changed, then the admin's own. An own signal with the name of a
 * built-in one takes its place and keeps its phrases.
 * @returns the rows, and which of the admin's own could not be used
 */
export function composeWordList({ own, usesBuiltIn, presets, changes }: WordListSettings): {
	rows: TaxonomyRow[];
	skipped: SkippedRow[];
} {
	const rows = new Map<string, TaxonomyRow>();
	for (const { preset, ...row } of BUILT_IN_SIGNALS) {
		if (preset === undefined ? !usesBuiltIn : !presets.includes(preset)) continue;
		const changed = applyChanges(row, changes);
		if (changed !== undefined) rows.set(row.signal.toLowerCase(), changed);
	}
	const { rows: ownRows, skipped } = readSignalRows(own);
	for (const row of ownRows) {
		const builtIn = rows.get(row.signal.toLowerCase());
		rows.set(
			row.signal.toLowerCase(),
			builtIn === undefined
				? row
				: {
						...row,
						topic: row.topic || builtIn.topic,
						phrases: [...new Set([...row.phrases, ...builtIn.phrases])],
					},
		);
	}
	return { rows: [...rows.values()], skipped };
}

/** The row as the admin wants it; undefined where it is switched off. */
function applyChanges(row: TaxonomyRow, changes: readonly SignalChange[]): TaxonomyRow | undefined {
	let changed = row;
	for (const { signal, isOff, weight, topic } of changes) {
		if (signal !== row.signal) continue;
		if (isOff) return undefined;
		changed = {
			...changed,
			...(weight !== undefined && { weight }),
			...(topic !== undefined && { topic }),
		};
	}
	return changed;
}
