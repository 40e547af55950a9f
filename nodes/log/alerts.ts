import { randomUUID } from 'node:crypto';

import { worseningOf } from '../core/gate/worsening';
import type { DeliveryKind } from '../core/item/types';
import type { Query } from './database';
import { LogError } from './errors';
import type { Decision } from './message';
import { dateIn, numberIn, stored, storedKey, storedText, storedWhole, textIn } from './rows';

const MOST_SHORT_TEXT = 500;
/** An open alert that nothing was heard of for so long is over, and the next message opens a new one. */
const QUIET_DAYS = 7;
const DAY_MS = 86_400_000;
/** An alert can be closed just when a message wants to join it. */
const MOST_TRIES = 5;

/** What a message does to its account's alert, and why, when it is sent anew. */
interface Attached {
	alertId: string;
	kind: DeliveryKind;
	news?: string;
}

interface Context {
	messageRow: string;
	isTest: boolean;
	now: Date;
}

/**
 * Opens the account's alert, or adds the message to the one that is open. The database allows one
 * open alert an account, also when two messages come at the same instant.
 */
export async function attachToAlert(
	query: Query,
	decision: Decision,
	context: Context,
): Promise<Attached> {
	const key = accountKeyOf(decision, context.isTest);
	await closeQuiet(query, key, context.now);
	for (let tries = 0; tries < MOST_TRIES; tries += 1) {
		const attached =
			(await openAlert(query, decision, key, context)) ??
			(await joinAlert(query, decision, key, context));
		if (attached !== undefined) return attached;
	}
	throw new LogError('The alert of an account opens and closes all the time', { isPassing: true });
}

/** Alerts follow the account; where none is known, the sender; where nobody is, the ticket. */
export function accountKeyOf({ account, ticket }: Decision, isTest: boolean): string {
	const sender = ticket.requester?.email?.toLowerCase();
	const whose =
		account?.status === 'matched' && account.id !== undefined
			? `account:${account.id}`
			: sender === undefined
				? `ticket:${ticket.key}`
				: `sender:${sender}`;
	return storedKey(isTest ? `test:${whose}` : whose);
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

/** Absent when one is open already. */
async function openAlert(
	query: Query,
	{ sentiment, account, gate }: Decision,
	key: string,
	{ messageRow, isTest, now }: Context,
): Promise<Attached | undefined> {
	const alertId = randomUUID();
	const opened = await query(
		`insert into @alerts (
			id, account_key, account_id, account_name, state, severity, score, topic, renewal_date,
			opened_at, sent_at, last_message_at, is_test
		) values ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, $9, $9, $10)
		on conflict (account_key) where state <> 'closed' do nothing returning id`,
		[
			alertId,
			key,
			account?.id === undefined ? null : storedKey(account.id),
			storedText(account?.name, MOST_SHORT_TEXT),
			storedText(gate?.severity, MOST_SHORT_TEXT),
			storedWhole(sentiment?.score),
			storedText(sentiment?.topic, MOST_SHORT_TEXT),
			storedText(account?.renewalDate, MOST_SHORT_TEXT),
			now.getTime(),
			stored(isTest),
		],
	);
	if (opened.length === 0) return undefined;
	await addEvent(query, alertId, 'opened', messageRow, now);
	return { alertId, kind: 'alert' };
}

/** Absent when none is open any more. */
async function joinAlert(
	query: Query,
	{ sentiment, account, gate }: Decision,
	key: string,
	{ messageRow, now }: Context,
): Promise<Attached | undefined> {
	const [open] = await query(
		`update @alerts set messages = messages + 1, last_message_at = $2
		where account_key = $1 and state <> 'closed'
		returning id, score, renewal_date, sent_at, delivered_at`,
		[key, now.getTime()],
	);
	const alertId = open === undefined ? undefined : textIn(open, 'id');
	if (open === undefined || alertId === undefined) return undefined;
	const scoreBefore = numberIn(open, 'score');
	const news = worseningOf(
		{
			score: scoreBefore,
			renewalDate: textIn(open, 'renewal_date'),
			at: dateIn(open, 'sent_at') ?? now,
		},
		{ score: sentiment?.score, renewalDate: account?.renewalDate, at: now },
	);
	if (news === undefined) {
		await addEvent(query, alertId, 'updated', messageRow, now);
		const isKnown =
			numberIn(open, 'delivered_at') !== undefined || (await isOnItsWay(query, alertId));
		return { alertId, kind: isKnown ? 'update' : 'alert' };
	}
	// The highest score so far stays: a rise is measured from it.
	const scores = [scoreBefore, sentiment?.score].filter((score) => score !== undefined);
	await query(
		`update @alerts set score = $2, severity = coalesce($3, severity), topic = coalesce($4, topic),
			renewal_date = coalesce($5, renewal_date), sent_at = $6 where id = $1`,
		[
			alertId,
			scores.length === 0 ? null : storedWhole(Math.max(...scores)),
			storedText(gate?.severity, MOST_SHORT_TEXT),
			storedText(sentiment?.topic, MOST_SHORT_TEXT),
			storedText(account?.renewalDate, MOST_SHORT_TEXT),
			now.getTime(),
		],
	);
	await addEvent(query, alertId, 'worsened', messageRow, now, news);
	return { alertId, kind: 'alert', news };
}

/** Whether something of an alert still waits to be sent; else nobody will get one that was given up. */
async function isOnItsWay(query: Query, alertId: string): Promise<boolean> {
	const waiting = await query(
		'select 1 as found from @deliveries where alert_id = $1 and due_at is not null limit 1',
		[alertId],
	);
	return waiting.length > 0;
}

/**
 * Lets the first of what an alert still has to send go, and no other: an update waits for its alert's
 * message. Called when one of them has ended or begun again.
 */
export async function lineUp(query: Query, alertId: string): Promise<void> {
	// Held, so that nothing joins the line unseen meanwhile.
	await query('update @alerts set id = id where id = $1', [alertId]);
	await query(LINE_UP, [alertId]);
}

const FIRST = `(
	select min(seq) from @deliveries where alert_id = $1 and due_at is not null
)`;
const LINE_UP = `
	update @deliveries set is_waiting = 1 - is_waiting
	where alert_id = $1 and due_at is not null
		and is_waiting = case when seq = ${FIRST} then 1 else 0 end`;

/** Adds a line to what happened with an alert. */
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
