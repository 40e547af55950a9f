import { TAKEN_IN } from '../core/log/source';
import type { Query } from './database';
import type { TriggerRecord } from './triggerRecord';

/** A trigger that has not been seen for this long is gone, and another may take its messages. */
const TRIGGER_GONE_MS = 5 * 60_000;

const IS_GONE = 'source <> $1 and source not in (select source from @triggers where seen_at > $4)';

/** Of the same workflow and helpdesk. */
const GONE_TRIGGERS = `
	select source from @triggers
	where workflow_id = $2 and coalesce(helpdesk, '') = $3 and source <> $1 and seen_at <= $4`;

/**
 * Hands this trigger what those of its workflow and helpdesk left that are gone: messages, tickets to
 * look at, backfills. What Take In took in belongs to no trigger.
 * @returns how many messages there were
 */
export async function adoptMessages(
	query: Query,
	{ source, workflowId, helpdesk = '' }: TriggerRecord,
	now: Date,
): Promise<number> {
	const values = [source, workflowId, helpdesk, now.getTime() - TRIGGER_GONE_MS];
	const adopted = await query(
		`update @messages set source = $1
		where workflow_id = $2 and coalesce(helpdesk, '') = $3 and state = 'received'
			and source <> '${TAKEN_IN}' and ${IS_GONE}
		returning id`,
		values,
	);
	await query(
		`update @notices set source = $1
		where workflow_id = $2 and helpdesk = $3 and source in (${GONE_TRIGGERS})`,
		values,
	);
	await query(
		`update @backfills set source = $1 where state <> 'done' and source in (${GONE_TRIGGERS})`,
		values,
	);
	return adopted.length;
}
