import { ownerKeyOf } from '../core/item/ownerKey';
import { addEvent } from './alertEvents';
import { changeStanding, reopen } from './alertStanding';
import type { Query, SqlRow } from './database';
import { contentOfAlert } from './decidedContent';
import { queueForAlert } from './deliveryLine';
import { dropFollowUps } from './followUps';
import { dateIn, numberIn, textIn } from './rows';
import { accountIn } from './storedAccount';

/** An owner says that the account is not theirs: the alert is nobody's until somebody else has it. */

/**
 * Sends the alert to whoever comes next, open, so that what follows starts anew for them when it has arrived. An alert
 * is handed on once: where its owner's manager has it, or nobody owns the account, there is nobody further to ask.
 * The alert is held.
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

/** Takes back that it was handed on, where the account has another owner by now: the alert is theirs. The alert is held. */
export async function returnToOwner(
	query: Query,
	alert: SqlRow,
	alertId: string,
	owner: string | undefined,
): Promise<void> {
	if (dateIn(alert, 'handed_on_at') === undefined) return;
	const content = await contentOfAlert(query, alert);
	if (ownerKeyOf(accountIn(content)?.owner) === owner) return;
	await changeStanding(query, alertId, { handed_on_at: null, handed_on_to: null });
}
