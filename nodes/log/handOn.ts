import { ownerKeyOf } from '../core/item/ownerKey';
import type { Account } from '../core/item/types';
import { addEvent } from './alertEvents';
import { changeStanding, reopen } from './alertStanding';
import type { Query, SqlRow } from './database';
import { contentOfAlert } from './decidedContent';
import { hasUnsentAlert, hurry, queueForAlert } from './deliveryLine';
import { dropFollowUps } from './followUps';
import { dateIn, numberIn, textIn } from './rows';
import { accountIn } from './storedAccount';

/** An owner says that the account is not theirs: the alert is nobody's until somebody else has it. */

/**
 * Sends the alert to whoever comes next, open, so that what follows starts anew for them when it has arrived. An alert
 * is handed on once: where its owner's manager has it, or nobody owns the account, there is nobody further to ask. What
 * waited for the end of the owner's quiet hours waits no longer. The alert is held.
 */
export async function handOn(
	query: Query,
	alert: SqlRow,
	alertId: string,
	{ by, now }: { by?: string; now: Date },
): Promise<void> {
	if (dateIn(alert, 'handed_on_at') !== undefined) return;
	const content = await contentOfAlert(query, alert);
	const account = accountIn(content);
	if (content === undefined || ownerKeyOf(account?.owner) === undefined) return;
	if (textIn(alert, 'state') !== 'open') await reopen(query, alertId);
	await changeStanding(query, alertId, { handed_on_at: now.getTime() });
	await dropFollowUps(query, alertId);
	await addEvent(query, alertId, { kind: 'handed on', by }, now);
	await hurry(query, alertId, now);
	// It has yet to be written, and is written for whoever comes next.
	if (await hasUnsentAlert(query, alertId)) return;
	await queueForAlert(
		query,
		{
			kind: 'alert',
			alertId,
			// Once for each time it went out anew.
			onceKey: `handedOn:${alertId}:${numberIn(alert, 'sent_at') ?? 0}`,
			account,
			content,
			origin: 'handedOn',
		},
		now,
	);
}

/** Whether an alert that was delivered whole is the first that went to whoever came next: nothing else is to tell them. */
export async function reachedNext(query: Query, alertId: string): Promise<boolean> {
	const reached = await query(
		`select 1 as found from @alerts where id = $1 and handed_on_at is not null and handed_on_to is null
			and not exists (
				select 1 from @deliveries where alert_id = $1 and origin = 'handedOn' and due_at is not null
			)`,
		[alertId],
	);
	return reached.length > 0;
}

/** Whether the account of an alert that was handed on has another owner by now. */
export async function hasOtherOwner(
	query: Query,
	alert: SqlRow,
	account: Account | undefined,
): Promise<boolean> {
	if (dateIn(alert, 'handed_on_at') === undefined) return false;
	const owner = ownerKeyOf(account?.owner);
	if (owner === undefined) return false;
	return ownerKeyOf(accountIn(await contentOfAlert(query, alert))?.owner) !== owner;
}

/** Takes back that it was handed on, where the account has another owner by now: the alert is theirs. The alert is held. */
export async function returnToOwner(
	query: Query,
	alert: SqlRow,
	alertId: string,
	account: Account | undefined,
): Promise<void> {
	if (!(await hasOtherOwner(query, alert, account))) return;
	await changeStanding(query, alertId, { handed_on_at: null, handed_on_to: null });
}
