import { randomUUID } from 'node:crypto';

import { worseningOf } from '../core/gate/worsening';
import type { DeliveryKind } from '../core/item/types';
import { paceKeyOf } from '../core/log/deliveryPolicy';
import { storableJson, storableText } from '../core/log/storable';
import type { Query, SqlRow } from './database';
import { messageIdOf, postpone, takeIn } from './inbox';
import { dateIn, numberIn, stored, storedWhole, textIn } from './rows';
import type { Decision, RecordedDecision } from './ticketLog';

const MOST_REASON = 1000;
/** An open alert that nothing was heard of for so long is over, and the next message opens a new one. */
const QUIET_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Writes one decision inside a transaction: the message's state, the alert of its account, and what
 * is to be sent. A message that has been decided before stays as it is.
 */
export async function recordDecision(
	query: Query,
	decision: Decision,
	now: Date,
): Promise<RecordedDecision> {
	const message = await findMessage(query, decision, now);
	const id = textIn(message, 'id') ?? '';
	const state = textIn(message, 'state');
	if (state !== 'received') return repeated(message);
	const { gate, failure } = decision;
	if (failure !== undefined || gate === undefined) {
		const reason =
			failure ??
			'The item has no gate decision. Connect Record Decision behind a Threshold Gate node';
		const next = await postpone(query, message, reason, now, { isSuspect: false });
		return { state: next?.state ?? 'received', reason, isRepeat: false, dueAt: next?.dueAt };
	}
	await rememberFacts(query, decision, now);
	if (gate.route !== 'alert' || isBackfill(decision)) {
		const quiet = gate.route === 'review' && !isBackfill(decision) ? 'unattached' : 'monitored';
		const changed = await decide(query, id, decision, { state: quiet, now });
		return changed
			? { state: quiet, reason: gate.reason, isRepeat: false }
			: repeated(await reread(query, id));
	}
	const { alertId, kind, news } = await attachToAlert(query, decision, id, now);
	const changed = await decide(query, id, decision, { state: 'alerting', now, alertId });
	if (!changed) throw new Error('A message changed inside a transaction that holds it');
	await queue(query, { kind, alertId, messageRow: id, decision, news, now });
	return { state: 'alerting', reason: gate.reason, isRepeat: false, alertId, kind };
}

/** Months back are scored so that thresholds can be tried on them; nobody is alerted of them. */
const isBackfill = ({ ticket }: Decision) => ticket.backfill === true;

/** The message's row, held until the transaction ends; made where no trigger of ours took it in. */
async function findMessage(query: Query, decision: Decision, now: Date): Promise<SqlRow> {
	const { ticket, source, workflowId } = decision;
	const find = async () => {
		// Writes nothing new, but holds the row: a plain read would not wait for another writer.
		const [row] = await query(
			`update @messages set ticket_key = ticket_key where ticket_key = $1 and message_id = $2
			returning id, state, reason, alert_id, attempts, tried_since`,
			[ticket.key, messageIdOf(ticket)],
		);
		return row;
	};
	const found = await find();
	if (found !== undefined) return found;
	await takeIn(query, { ticket, source, workflowId }, now);
	const made = await find();
	if (made === undefined) throw new Error('A message just taken in is not in the log');
	return made;
}

async function reread(query: Query, id: string): Promise<SqlRow> {
	const [row] = await query('select state, reason, alert_id from @messages where id = $1', [id]);
	return row ?? {};
}

function repeated(row: SqlRow): RecordedDecision {
	return {
		state: (textIn(row, 'state') ?? 'received') as RecordedDecision['state'],
		reason: textIn(row, 'reason') ?? '',
		isRepeat: true,
		alertId: textIn(row, 'alert_id'),
	};
}

const DECIDE = `
	update @messages set
		state = $2, reason = $3, decided_at = $4, ended_at = $5, due_at = null, lease_token = null, lease_until = null,
		payload = null, score = $6, label = $7, topic = $8, language = $9, summary = $10, signals = $11, flags = $12,
		sentiment_version = $13, account_status = $14, account_id = $15, account = $16, route = $17, severity = $18,
		rules = $19, missing = $20, config = $21, alert_id = $22, is_test = $23, backfill = $24
	where id = $1 and state = 'received' returning id`;

/** Writes what was decided; the ticket's text leaves the row here, but for its quotes and its summary. */
async function decide(
	query: Query,
	id: string,
	{ ticket, sentiment, account, gate }: Decision,
	{ state, now, alertId }: { state: string; now: Date; alertId?: string },
): Promise<boolean> {
	const text = (value: string | undefined, most = 500) =>
		stored(value === undefined ? undefined : storableText(value, most));
	const json = (value: unknown) => (value === undefined ? null : storableJson(value));
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
		text(sentiment?.summary, 2000),
		json(sentiment?.signals),
		json(sentiment?.flags),
		text(sentiment?.version),
		text(account?.status),
		text(account?.id),
		json(account),
		text(gate?.route),
		text(gate?.severity),
		json(gate?.rules),
		json(gate?.missing),
		text(gate?.config),
		stored(alertId),
		stored(ticket.isTest === true),
		stored(ticket.backfill === true),
	]);
	return changed.length > 0;
}

/**
 * Opens the account's alert, or adds the message to the one that is open. The database allows one
 * open alert an account, also when two messages come at the same instant.
 */
async function attachToAlert(
	query: Query,
	decision: Decision,
	messageRow: string,
	now: Date,
): Promise<{ alertId: string; kind: DeliveryKind; news?: string }> {
	const key = accountKeyOf(decision);
	await closeQuiet(query, key, now);
	const opened = await openAlert(query, decision, key, now);
	if (opened !== undefined) {
		await addEvent(query, opened, 'opened', messageRow, now);
		return { alertId: opened, kind: 'alert' };
	}
	const [open] = await query(
		`update @alerts set messages = messages + 1, last_message_at = $2
		where account_key = $1 and state <> 'closed'
		returning id, score, renewal_date, sent_at`,
		[key, now.getTime()],
	);
	const alertId = open === undefined ? undefined : textIn(open, 'id');
	if (open === undefined || alertId === undefined) {
		// Closed between the two statements: then this message opens a new one.
		const late = await openAlert(query, decision, key, now);
		if (late === undefined) throw new Error('An alert is open and is not');
		await addEvent(query, late, 'opened', messageRow, now);
		return { alertId: late, kind: 'alert' };
	}
	const news = worseningOf(
		{
			score: numberIn(open, 'score'),
			renewalDate: textIn(open, 'renewal_date'),
			at: dateIn(open, 'sent_at') ?? now,
		},
		{ score: decision.sentiment?.score, renewalDate: decision.account?.renewalDate, at: now },
	);
	if (news === undefined) {
		await addEvent(query, alertId, 'updated', messageRow, now);
		return { alertId, kind: 'update' };
	}
	await query(
		`update @alerts set score = $2, severity = $3, topic = $4, renewal_date = $5, sent_at = $6 where id = $1`,
		[
			alertId,
			storedWhole(decision.sentiment?.score),
			stored(decision.gate?.severity),
			stored(decision.sentiment?.topic),
			stored(decision.account?.renewalDate),
			now.getTime(),
		],
	);
	await addEvent(query, alertId, 'worsened', messageRow, now, news);
	return { alertId, kind: 'alert', news };
}

/** Alerts follow the account; where none is known, the sender; where nobody is, the ticket. */
function accountKeyOf({ account, ticket }: Decision): string {
	const isTest = ticket.isTest === true ? 'test:' : '';
	if (account?.status === 'matched' && account.id !== undefined) {
		return storableText(`${isTest}account:${account.id}`, 500);
	}
	const sender = ticket.requester?.email?.toLowerCase();
	return storableText(
		sender === undefined ? `${isTest}ticket:${ticket.key}` : `${isTest}sender:${sender}`,
		500,
	);
}

async function closeQuiet(query: Query, key: string, now: Date): Promise<void> {
	await query(
		`update @alerts set state = 'closed', closed_at = $2, closed_reason = $3
		where account_key = $1 and state <> 'closed' and last_message_at < $4`,
		[
			key,
			now.getTime(),
			`Nothing more came within ${QUIET_DAYS} days`,
			now.getTime() - QUIET_DAYS * DAY_MS,
		],
	);
}

async function openAlert(
	query: Query,
	{ sentiment, account, gate, ticket }: Decision,
	key: string,
	now: Date,
): Promise<string | undefined> {
	const [row] = await query(
		`insert into @alerts (
			id, account_key, account_id, account_name, state, severity, score, topic, renewal_date,
			opened_at, sent_at, last_message_at, is_test
		) values ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, $9, $9, $10)
		on conflict (account_key) where state <> 'closed' do nothing returning id`,
		[
			randomUUID(),
			key,
			stored(account?.id),
			stored(account?.name),
			stored(gate?.severity),
			storedWhole(sentiment?.score),
			stored(sentiment?.topic),
			stored(account?.renewalDate),
			now.getTime(),
			stored(ticket.isTest === true),
		],
	);
	return row === undefined ? undefined : textIn(row, 'id');
}

export async function addEvent(
	query: Query,
	alertId: string,
	kind: string,
	messageRow: string | undefined,
	now: Date,
	detail?: string,
): Promise<void> {
	await query(
		'insert into @alert_events (alert_id, at, kind, message_row, detail) values ($1, $2, $3, $4, $5)',
		[alertId, now.getTime(), kind, stored(messageRow), stored(detail)],
	);
}

/** Puts what is to be sent into the outbox: once for each message, however often it is recorded. */
async function queue(
	query: Query,
	{
		kind,
		alertId,
		messageRow,
		decision,
		news,
		now,
	}: {
		kind: DeliveryKind;
		alertId: string;
		messageRow: string;
		decision: Decision;
		news?: string;
		now: Date;
	},
): Promise<void> {
	await query(
		`insert into @deliveries (
			id, once_key, kind, state, alert_id, message_row, due_at, tried_since, pace_key, content, created_at
		) values ($1, $2, $3, 'due', $4, $5, $6, $6, $7, $8, $6) on conflict (once_key) do nothing`,
		[
			randomUUID(),
			`message:${messageRow}`,
			kind,
			alertId,
			messageRow,
			now.getTime(),
			stored(paceKeyOf(decision.account?.owner)),
			storableJson(contentOf(decision, news)),
		],
	);
}

/** What an alert is written from. The ticket's body stays behind: an alert quotes, it does not forward. */
function contentOf({ ticket, sentiment, account, gate }: Decision, news: string | undefined) {
	return {
		ticket: { ...ticket, body: undefined },
		sentiment,
		account,
		gate,
		...(news !== undefined && { news }),
	};
}

/** The account's facts of the day, for trends. */
async function rememberFacts(
	query: Query,
	{ account, ticket }: Decision,
	now: Date,
): Promise<void> {
	if (account?.status !== 'matched' || account.id === undefined || ticket.backfill === true) return;
	await query(
		`insert into @account_facts (account_id, day, health_score, mrr, facts) values ($1, $2, $3, $4, $5)
		on conflict (account_id, day) do update set
			health_score = excluded.health_score, mrr = excluded.mrr, facts = excluded.facts`,
		[
			storableText(account.id, 500),
			now.toISOString().slice(0, 10),
			storedWhole(account.healthScore),
			stored(account.mrr),
			storableJson(account),
		],
	);
}
