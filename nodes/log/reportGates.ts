import type { Query } from './database';
import { objectIn, textIn } from './rows';

/** The settings behind a decision's `gate.config`, as they were written. */
export async function gateConfig(query: Query, hash: string): Promise<unknown> {
	const [row] = await query('select rules from @gate_configs where hash = $1', [hash]);
	return row === undefined ? undefined : objectIn(row, 'rules');
}

/**
 * The gate that decided last. Months that were fetched later count only where nothing else has come yet: what was
 * written last of them need not have been decided last.
 */
export async function newestGateConfig(query: Query): Promise<string | undefined> {
	const [row] = await query(
		`select config from @messages
		where config is not null and is_test = 0 and backfill = 0 order by received_at desc limit 1`,
	);
	if (row !== undefined) return textIn(row, 'config');
	const [fetched] = await query(
		`select config from @messages
		where config is not null and is_test = 0 order by decided_at desc, id desc limit 1`,
	);
	return fetched === undefined ? undefined : textIn(fetched, 'config');
}
