import type { FollowUp } from '../core/item/types';
import { timeOf } from '../core/values/dates';
import type { Query } from './database';
import { FOLLOWS_UP, lineUp, withdraw } from './deliveryLine';

/** What follows while nobody answers an alert: frozen when it was delivered, gone with the answer. */

/** The end of a snooze is kept among them. */
export type FollowUpKind = FollowUp['kind'] | 'snoozeEnd';

/** Enough for any ladder of reminders. */
const MOST_FOLLOW_UPS = 20;

/** Keeps what follows, where nothing is to follow yet. The alert is held. */
export async function storeFollowUps(
	query: Query,
	alertId: string,
	followUps: readonly FollowUp[],
): Promise<void> {
	const waiting = await query(
		`select 1 as found from @follow_ups where alert_id = $1
		union all
		select 1 from @deliveries where alert_id = $1 and due_at is not null and ${FOLLOWS_UP}`,
		[alertId],
	);
	if (waiting.length > 0) return;
	for (const { kind, at } of followUps.slice(0, MOST_FOLLOW_UPS)) {
		const time = timeOf(at);
		if (time !== undefined) await addFollowUp(query, alertId, kind, new Date(time));
	}
}

export async function addFollowUp(
	query: Query,
	alertId: string,
	kind: FollowUpKind,
	at: Date,
): Promise<void> {
	await query('insert into @follow_ups (alert_id, kind, at) values ($1, $2, $3)', [
		alertId,
		kind,
		at.getTime(),
	]);
}

/** Takes back what was to follow, also what is due and not yet on its way. The alert is held. */
export async function dropFollowUps(query: Query, alertId: string): Promise<void> {
	await query('delete from @follow_ups where alert_id = $1', [alertId]);
	const unsent = `alert_id = $1 and ${FOLLOWS_UP} and due_at is not null and lease_token is null`;
	if ((await withdraw(query, unsent, [alertId])) > 0) await lineUp(query, alertId);
}
