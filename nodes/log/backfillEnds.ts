import { storableJson } from '../core/values/storable';
import type { Query } from './database';

/** Ends those of these backfills whose pages are all read and of whose tickets none waits. */
export async function settleBackfills(
	query: Query,
	ids: readonly string[],
	now: Date,
): Promise<void> {
	await query(
		`update @backfills set state = 'done', ended_at = $2, running_since = null,
			ran_ms = ran_ms + coalesce($2 - running_since, 0), error = null, error_since = null
		where id in {list $1} and state = 'running' and is_read = 1
			and not exists (select 1 from @notices n where n.backfill_id = @backfills.id)`,
		[storableJson(ids), now.getTime()],
	);
}
