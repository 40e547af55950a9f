import type { ActionLinks, DeliveryKind, EarlierPlace } from '../core/item/types';
import { alertLinks } from '../core/log/answerLinks';
import { stepOf } from '../core/log/deliveryPolicy';
import { conversationOf } from '../core/log/pace';
import { EDITS, joinedMessage, messageIn } from './alertMessage';
import { standingOf } from './alertStanding';
import { makeToken, responseAddress } from './answerTokens';
import type { Query, SqlRow } from './database';
import type { LeasedDelivery } from './delivery';
import { contentOfAlert } from './decidedContent';
import { triesOf } from './deliveryAnswers';
import { incidentAccounts } from './incidents';
import { reviewContent } from './reviewQueue';
import { numberIn, objectIn, textIn, truthIn, withoutAbsent } from './rows';
import { accountIn } from './storedAccount';

/**
 * What is to be sent, with how its alert stands at this moment. Absent where there is nothing left to tell.
 * @param alert its row, held; absent where it belongs to none
 */
export async function toDelivery(
	query: Query,
	row: SqlRow,
	alert: SqlRow | undefined,
	now: Date,
): Promise<LeasedDelivery | undefined> {
	const isReview = textIn(row, 'kind') === 'review';
	const stored = isReview ? await reviewContent(query, row, now) : objectIn(row, 'content');
	if (isReview && stored === undefined) return undefined;
	const { news, ...own } = stored ?? {};
	const sent = alert && (await sentBefore(query, row, alert));
	// Where only what stands there is edited, there is nothing of its own: the item is that of the alert. A reply that was
	// suggested belongs to the alert as it was sent.
	const told = Object.keys(own).length > 0 ? own : (sent ?? {});
	const content = withoutAbsent({ ...told, replyDraft: undefined });
	const alertId = textIn(row, 'alert_id');
	const earlier = earlierPlaceOf(row);
	const message = messageIn(row);
	return {
		id: textIn(row, 'id') ?? '',
		kind: kindOf(row),
		...(alertId !== undefined && { alertId }),
		attempt: numberIn(row, 'attempt') ?? 1,
		step: stepOf(triesOf(row)),
		mayBeRepeat: truthIn(row, 'may_be_repeat'),
		...(earlier !== undefined && { earlier }),
		...((alert && textIn(alert, 'severity')) !== 'critical' && { mayWait: true as const }),
		...(sent !== undefined && { sent }),
		...(isReview && message !== undefined && { message }),
		...(alert && (await aboutAlert(query, row, alert, sent ?? content, now))),
		...(typeof news === 'string' && { news }),
		content,
	};
}

/** Slack's clock and that of n8n differ by less. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

/** Where an earlier copy would stand, of one that may be a repeat. */
function earlierPlaceOf(row: SqlRow): EarlierPlace | undefined {
	const channel = conversationOf(textIn(row, 'pace_key'));
	const created = numberIn(row, 'created_at');
	if (!truthIn(row, 'may_be_repeat') || channel === undefined || created === undefined)
		return undefined;
	return { channel, since: new Date(created - CLOCKS_DIFFER_MS).toISOString() };
}

/** What its alert adds: its message so far, how it stands, and where its reader answers. */
async function aboutAlert(
	query: Query,
	row: SqlRow,
	alert: SqlRow,
	about: Record<string, unknown>,
	now: Date,
): Promise<Partial<LeasedDelivery>> {
	const message = joinedMessage(alert, kindOf(row));
	const messages = numberIn(alert, 'messages');
	const links = await linksOf(query, row, alert, about, now);
	const incident = await incidentAccounts(query, alert, about);
	return {
		...(message !== undefined && { message }),
		...(messages !== undefined && { messages }),
		...(links !== undefined && { links }),
		standing: standingOf(alert),
		...(incident !== undefined && { incident }),
	};
}

const kindOf = (row: SqlRow) => (textIn(row, 'kind') ?? 'alert') as DeliveryKind;

/** The alert as it was last sent whole; of an edit, which has nothing else to be written from, at least what is left of it. */
async function sentBefore(
	query: Query,
	row: SqlRow,
	alert: SqlRow,
): Promise<Record<string, unknown> | undefined> {
	const kind = kindOf(row);
	if (kind === 'alert') return undefined;
	return EDITS.includes(kind) ? await contentOfAlert(query, alert) : objectIn(alert, 'content');
}

/** Links with a token of their own for this attempt; absent while nobody takes answers. */
async function linksOf(
	query: Query,
	row: SqlRow,
	alert: SqlRow,
	about: Record<string, unknown>,
	now: Date,
): Promise<ActionLinks | undefined> {
	const address = await responseAddress(query);
	if (address === undefined) return undefined;
	const token = await makeToken(
		query,
		{
			alertId: textIn(alert, 'id'),
			deliveryId: textIn(row, 'id') ?? '',
			attempt: numberIn(row, 'attempt') ?? 1,
		},
		now,
	);
	const isIncident = textIn(alert, 'incident_topic') !== undefined;
	return alertLinks(address, token, {
		isClosed: textIn(alert, 'state') === 'closed',
		isMatched: isIncident || accountIn(about)?.status === 'matched',
	});
}
