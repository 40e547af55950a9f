import { randomUUID } from 'node:crypto';

import { WORSE_BY_POINTS, worseningOf } from '../core/gate/worsening';
import { ownerKeyOf } from '../core/item/ownerKey';
import type { DeliveryKind } from '../core/item/types';
import { alertKeyOf } from '../core/log/alertPolicy';
import { addEvent } from './alertEvents';
import { closeQuiet } from './quiet';
import { reopen } from './alertStanding';
import type { Query, SqlRow } from './database';
import { hasLine, hasUnsent, hurry, replaceUnsent } from './deliveryLine';
import { LogError } from './errors';
import { dropFollowUps } from './followUps';
import { returnToOwner } from './handOn';
import { incidentOwner } from './incidents';
import type { Decision } from './message';
import { dateIn, numberIn, stored, storedKey, storedText, storedWhole, textIn } from './rows';

const MOST_SHORT_TEXT = 500;
/** An incident's alert is updated so often at most. */
const INCIDENT_GATHERS_MS = 5 * 60_000;
/** An alert can be closed just when a message wants to join it. */
const MOST_TRIES = 5;

/** What a message does to its account's alert, and why, when it is sent anew. */
interface Attached {
	alertId: string;
	/** Absent when nothing is sent of it: the alert is snoozed, or what waits to be sent tells of it. */
	kind?: DeliveryKind;
	/** When it is sent, where that is not at once. */
	dueAt?: Date;
	news?: string;
}

interface Context {
	messageRow: string;
	isTest: boolean;
	now: Date;
}

/**
 * Opens the account's alert, or adds the message to the one that is open. The database allows one
 * open alert an account, also when two messages come at the same instant. What looks like one trouble of
 * several accounts shares an alert for each owner, unless the account has an open one of its own.
 */
export async function attachToAlert(
	query: Query,
	decision: Decision,
	context: Context,
): Promise<Attached> {
	const own = accountKeyOf(decision, context.isTest);
	const shared = incidentKeyOf(decision, context.isTest);
	const key = shared ?? own;
	await closeQuiet(query, own, context.now);
	if (shared !== undefined) await closeQuiet(query, shared, context.now);
	for (let tries = 0; tries < MOST_TRIES; tries += 1) {
		const attached =
			(shared === undefined ? undefined : await joinAlert(query, decision, own, context)) ??
			(await openAlert(query, decision, key, context)) ??
			(await joinAlert(query, decision, key, context));
		if (attached !== undefined) return attached;
	}
	throw new LogError('The alert of an account opens and closes all the time', { isPassing: true });
}

/** The alert a decision is most likely about: whoever takes several takes them in this order. */
export function lineKeyOf(decision: Decision, isTest: boolean): string {
	return incidentKeyOf(decision, isTest) ?? accountKeyOf(decision, isTest);
}

function accountKeyOf({ account, ticket }: Decision, isTest: boolean): string {
	const whose = alertKeyOf({
		account,
		requesterEmail: ticket.requester?.email,
		ticketKey: ticket.key,
	});
	return storedKey(isTest ? `test:${whose}` : whose);
}

/** One alert a topic and owner; absent where the gate saw no incident. */
function incidentKeyOf({ account, gate }: Decision, isTest: boolean): string | undefined {
	if (gate?.incident === undefined) return undefined;
	const key = `incident:${gate.incident.topic}:${incidentOwner(account)}`;
	return storedKey(isTest ? `test:${key}` : key);
}

/** Absent when one is open already. */
async function openAlert(
	query: Query,
	{ sentiment, account, gate }: Decision,
	key: string,
	{ messageRow, isTest, now }: Context,
): Promise<Attached | undefined> {
	const alertId = randomUUID();
	// An incident is no account's alone.
	const whose = gate?.incident === undefined ? account : undefined;
	const opened = await query(
		`insert into @alerts (
			id, account_key, account_id, account_name, state, severity, score, topic, renewal_date,
			opened_at, sent_at, last_message_at, quiet_since, is_test, incident_topic
		) values ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, $9, $9, $9, $10, $11)
		on conflict (account_key) where state <> 'closed' do nothing returning id`,
		[
			alertId,
			key,
			whose?.id === undefined ? null : storedKey(whose.id),
			storedText(whose?.name, MOST_SHORT_TEXT),
			storedText(gate?.severity, MOST_SHORT_TEXT),
			storedWhole(sentiment?.score),
			storedText(gate?.incident?.topic ?? sentiment?.topic, MOST_SHORT_TEXT),
			storedText(whose?.renewalDate, MOST_SHORT_TEXT),
			now.getTime(),
			stored(isTest),
			storedText(gate?.incident?.topic, MOST_SHORT_TEXT),
		],
	);
	if (opened.length === 0) return undefined;
	await addEvent(query, alertId, { kind: 'opened', messageRow }, now);
	return { alertId, kind: 'alert' };
}

/** Absent when none is open any more. */
async function joinAlert(
	query: Query,
	decision: Decision,
	key: string,
	context: Context,
): Promise<Attached | undefined> {
	const { messageRow, isTest, now } = context;
	const [open] = await query(
		`update @alerts set messages = messages + 1, last_message_at = $2, quiet_since = $2
		where account_key = $1 and state <> 'closed' returning *`,
		[key, now.getTime()],
	);
	const alertId = open === undefined ? undefined : textIn(open, 'id');
	if (open === undefined || alertId === undefined) return undefined;
	const isSnoozed = (dateIn(open, 'snoozed_until') ?? now) > now;
	// Whoever tries again has mended something: they are not to wait behind what failed before, nor to get it all at last.
	if (isTest && !isSnoozed) await replaceUnsent(query, alertId, now);
	const news = whyAgain(open, decision, isSnoozed, now);
	if (news !== undefined) {
		await comeAgain(query, open, alertId, decision, news, context);
		return { alertId, kind: 'alert', news };
	}
	await addEvent(query, alertId, { kind: 'updated', messageRow }, now);
	if (isSnoozed) return { alertId };
	// Nobody will get one that was given up.
	const isKnown = numberIn(open, 'delivered_at') !== undefined || (await hasLine(query, alertId));
	if (textIn(open, 'incident_topic') === undefined) {
		return { alertId, kind: isKnown ? 'update' : 'alert' };
	}
	// An outage of fifty accounts is no reason for fifty mails: what is sent lists all that came until then.
	if (await hasUnsent(query, alertId)) return { alertId };
	return isKnown
		? { alertId, kind: 'update', dueAt: new Date(now.getTime() + INCIDENT_GATHERS_MS) }
		: { alertId, kind: 'alert' };
}

/**
 * Why an open alert is sent anew. While it is snoozed only what is critical for the first time wakes
 * anybody; to an incident further accounts are no news, they are what it is.
 */
function whyAgain(
	open: SqlRow,
	{ sentiment, account, gate }: Decision,
	isSnoozed: boolean,
	now: Date,
): string | undefined {
	if (textIn(open, 'incident_topic') !== undefined && !isSnoozed) return undefined;
	const at = dateIn(open, 'sent_at') ?? now;
	const before = { score: numberIn(open, 'score'), at };
	const after = { score: sentiment?.score, at: now };
	return isSnoozed
		? worseningOf(before, after, Infinity)
		: worseningOf(
				{ ...before, renewalDate: textIn(open, 'renewal_date') },
				{ ...after, renewalDate: account?.renewalDate },
				gate?.worseByPoints ?? WORSE_BY_POINTS,
			);
}

/** The alert is as new: nobody has answered it, and what follows begins again when it is delivered. */
async function comeAgain(
	query: Query,
	open: SqlRow,
	alertId: string,
	{ sentiment, account, gate }: Decision,
	news: string,
	{ messageRow, now }: Context,
): Promise<void> {
	// The highest score so far stays: a rise is measured from it.
	const scores = [numberIn(open, 'score'), sentiment?.score].filter((score) => score !== undefined);
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
	await addEvent(query, alertId, { kind: 'worsened', messageRow, detail: news }, now);
	await returnToOwner(query, open, alertId, ownerKeyOf(account?.owner));
	await dropFollowUps(query, alertId);
	await hurry(query, alertId, now);
	if (textIn(open, 'state') === 'open') return;
	await reopen(query, alertId);
	await addEvent(query, alertId, { kind: 'open again', messageRow }, now);
}
