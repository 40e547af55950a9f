import type { DeliveryKind } from '../core/item/types';
import type { MessageState } from '../core/log/states';
import { attachToAlert } from './alerts';
import type { Query, SqlRow } from './database';
import { decidedContent } from './decidedContent';
import { queueForAlert } from './deliveryLine';
import { LogError } from './errors';
import { postpone } from './inbox';
import type { Decision, RecordedDecision } from './message';
import { saveAccountFacts } from './knowledge';
import type { WaitingReview } from './reviewQueue';
import { stored, storedJson, storedKey, storedText, storedWhole, textIn, truthIn } from './rows';
import { namesOf, takeIn } from './takeIn';

const MOST_REASON = 1000;
const MOST_SUMMARY = 2000;
const MOST_SHORT_TEXT = 500;

/**
 * Writes one decision inside a transaction: the message's state, the alert of its account, and what
 * is to be sent. A message that has been decided before stays as it is.
 */
export async function recordDecision(
	query: Query,
	decision: Decision,
	now: Date,
): Promise<Recorded> {
	const message = await findMessage(query, decision, now);
	const id = textIn(message, 'id') ?? '';
	if (textIn(message, 'state') !== 'received') return { recorded: repeated(message) };
	const { gate, failure } = decision;
	if (failure !== undefined || gate === undefined) {
		const reason =
			failure ??
			'The item has no gate decision. Connect Record Decision behind a Threshold Gate node';
		const next = await postpone(query, message, reason, now, { isSuspect: false });
		return {
			recorded: { state: next?.state ?? 'received', reason, isRepeat: false, dueAt: next?.dueAt },
		};
	}
	const marks = marksOf(message, decision);
	if (!marks.isBackfill) await rememberFacts(query, decision, now);
	if (gate.route !== 'alert' || marks.isBackfill) {
		// Months back are scored so that thresholds can be tried on them; nobody is alerted of them.
		const state = gate.route === 'review' && !marks.isBackfill ? 'unattached' : 'monitored';
		await decide(query, id, decision, { state, now, ...marks });
		const recorded: RecordedDecision = { state, reason: gate.reason, isRepeat: false };
		return state === 'unattached'
			? { recorded: { ...recorded, kind: 'review' }, review: { messageRow: id, decision } }
			: { recorded };
	}
	const { alertId, kind, news, dueAt } = await attachToAlert(query, decision, {
		messageRow: id,
		isTest: marks.isTest,
		now,
	});
	if (kind === undefined) {
		await decide(query, id, decision, { state: 'updated', now, alertId, ...marks });
		return { recorded: { state: 'updated', reason: gate.reason, isRepeat: false, alertId } };
	}
	const what = { kind, alertId, messageRow: id, decision, news, dueAt };
	const isSentBefore = await queue(query, what, now);
	const state = isSentBefore ? 'alerted' : 'alerting';
	await decide(query, id, decision, { state, now, alertId, ...marks });
	return {
		recorded: {
			state,
			reason: gate.reason,
			isRepeat: false,
			alertId,
			...(!isSentBefore && { kind }),
		},
	};
}

/** What was written, and what Review is to be told of once the whole batch is. */
interface Recorded {
	recorded: RecordedDecision;
	review?: WaitingReview;
}

interface Marks {
	isTest: boolean;
	isBackfill: boolean;
}

/** What the message came in as counts, also where a node in between dropped it from the item. */
function marksOf(message: SqlRow, { ticket }: Decision): Marks {
	return {
		isTest: truthIn(message, 'is_test') || ticket.isTest === true,
		isBackfill: truthIn(message, 'backfill') || ticket.backfill === true,
	};
}

/** The message's row, held until the transaction ends; made where no trigger of ours took it in. */
async function findMessage(query: Query, decision: Decision, now: Date): Promise<SqlRow> {
	const { ticket, source, workflowId } = decision;
	const { key, messageId } = namesOf(ticket);
	const find = async () => {
		// Writes nothing new, but holds the row: a plain read would not wait for another writer.
		const [row] = await query(
			`update @messages set ticket_key = ticket_key where ticket_key = $1 and message_id = $2
			returning id, state, reason, alert_id, attempts, tried_since, is_test, backfill`,
			[key, messageId],
		);
		return row;
	};
	const found = await find();
	if (found !== undefined) return found;
	await takeIn(query, { ticket, source, workflowId }, now);
	const made = await find();
	if (made === undefined) throw new LogError('A message just taken in is not in the log');
	return made;
}

function repeated(row: SqlRow): RecordedDecision {
	return {
		state: (textIn(row, 'state') ?? 'received') as MessageState,
		reason: textIn(row, 'reason') ?? '',
		isRepeat: true,
		alertId: textIn(row, 'alert_id'),
	};
}

const DECIDE = `
	update @messages set
		state = $2, reason = $3, decided_at = $4, ended_at = $5, due_at = null, lease_token = null, lease_until = null,
		payload = case when $2 = 'unattached' then payload end,
		reviewed_at = case when $2 <> 'unattached' then reviewed_at end,
		reviewed_because = case when $2 <> 'unattached' then reviewed_because end, score = $6, label = $7, topic = $8, language = $9, summary = $10, signals = $11, flags = $12,
		sentiment_version = $13, account_status = $14, account_id = $15, account = $16, route = $17, severity = $18,
		rules = $19, missing = $20, config = $21, alert_id = $22, is_test = $23, backfill = $24,
		unlisted_score = $25, waited_days = $26
	where id = $1 and state = 'received' returning id`;

/**
 * Writes what was decided; the ticket's text leaves the row here, but for its quotes and its summary. That of a
 * message in Review stays, since it is decided again once somebody has said whose it is.
 * The row is held by {@link findMessage}, so nobody can have been quicker.
 */
async function decide(
	query: Query,
	id: string,
	{ sentiment, account, gate }: Decision,
	{
		state,
		now,
		alertId,
		isTest,
		isBackfill,
	}: Marks & { state: MessageState; now: Date; alertId?: string },
): Promise<void> {
	const text = (value: string | undefined, most = MOST_SHORT_TEXT) => storedText(value, most);
	const changed = await query(DECIDE, [
		id,
		state,
		text(gate?.reason, MOST_REASON),
		now.getTime(),
		state === 'alerting' ? null : now.getTime(),
		storedWhole(sentiment?.score),
		text(sentiment?.label),
		text(sentiment?.topic),
		text(sentiment?.language),
		text(sentiment?.summary, MOST_SUMMARY),
		storedJson(sentiment?.signals),
		storedJson(sentiment?.flags),
		text(sentiment?.version),
		text(account?.status),
		account?.id === undefined ? null : storedKey(account.id),
		storedJson(account),
		text(gate?.route),
		text(gate?.severity),
		storedJson(gate?.rules),
		storedJson(gate?.missing),
		text(gate?.config),
		stored(alertId),
		stored(isTest),
		stored(isBackfill),
		storedWhole(sentiment?.unlistedScore),
		// Up to today, which is months after the message.
		isBackfill ? null : storedWhole(gate?.history.daysWithoutReply),
	]);
	if (changed.length === 0) throw new LogError('A message changed while it was held');
}

/** Puts what is to be sent into the outbox. Returns whether this message's alert has arrived before. */
async function queue(
	query: Query,
	{
		kind,
		alertId,
		messageRow,
		decision,
		news,
		dueAt,
	}: {
		kind: DeliveryKind;
		alertId: string;
		messageRow: string;
		decision: Decision;
		news?: string;
		dueAt?: Date;
	},
	now: Date,
): Promise<boolean> {
	const onceKey = `message:${messageRow}`;
	const { account } = decision;
	const content = { ...decidedContent(decision), ...(news !== undefined && { news }) };
	const what = { kind, alertId, onceKey, messageRow, account, content, dueAt };
	if (await queueForAlert(query, what, now)) return false;
	const [known] = await query('select state from @deliveries where once_key = $1', [onceKey]);
	return known !== undefined && textIn(known, 'state') === 'delivered';
}

/** The account's facts of the day, for trends. */
async function rememberFacts(query: Query, { account }: Decision, now: Date): Promise<void> {
	if (account?.status !== 'matched' || account.id === undefined) return;
	await saveAccountFacts(query, [account], now);
}
