import { setImmediate } from 'node:timers/promises';

import type { FoundBy } from '../core/log/backfill';
import type { DeliveryState, MessageState } from '../core/log/states';
import { lineUp } from './deliveryLine';
import type { Query, SqlRow, SqlValue } from './database';
import { tryLooksAgain } from './failedLooks';
import {
	isoIn,
	listIn,
	numberIn,
	objectIn,
	storedKey,
	textIn,
	truthIn,
	withoutAbsent,
} from './rows';
import type { LoggedMessage, MessageFilter } from './message';

/** What people ask of the log: reading it, and trying again what failed. */

/** Rows of one statement: SQLite works in the foreground, and months of messages must hold up nobody. */
const PAGE = 200;

const COLUMNS = `
	m.id, m.ticket_key, m.message_id, m.event, m.helpdesk, m.state, m.reason, m.attempts, m.due_at, m.received_at,
	m.decided_at, m.ended_at, m.subject, m.requester_email, m.requester_name, m.url, m.score, m.label, m.topic,
	m.language, m.summary, m.signals, m.account_id, m.account, m.route, m.severity, m.rules, m.alert_id, m.is_test,
	m.backfill, m.found_by, m.reviewed_at, d.state as delivery_state, d.attempt as delivery_attempt, d.channel as delivery_channel,
	d.recipient as delivery_recipient, d.last_error as delivery_error, d.due_at as delivery_due_at`;

/** Messages that fit, newest first. */
export async function findMessages(query: Query, filter: MessageFilter): Promise<LoggedMessage[]> {
	const found: LoggedMessage[] = [];
	let last: SqlRow | undefined;
	for (;;) {
		const most = Math.min(PAGE, Math.floor(filter.limit) - found.length);
		if (!(most > 0)) return found;
		const { text, values } = statementOf(filter, last, most);
		const rows = await query(text, values);
		found.push(...rows.map(toLoggedMessage));
		last = rows.at(-1);
		if (rows.length < most) return found;
		// Everybody else's turn.
		await setImmediate();
	}
}

/**
 * Only the conditions that are asked for, so that each can use its index; after the last row of the
 * page before. Each state is read on its own: an index on states gives the order within one of them.
 */
function statementOf(
	{
		states = [],
		since,
		accountId,
		ticketKey,
		requesterEmail,
		minimumScore,
		includeTests,
	}: MessageFilter,
	last: SqlRow | undefined,
	most: number,
): { text: string; values: SqlValue[] } {
	const values: SqlValue[] = [];
	const place = (value: SqlValue) => `$${values.push(value)}`;
	const conditions = [includeTests === true ? '1 = 1' : 'm.is_test = 0'];
	if (since !== undefined) conditions.push(`m.received_at >= ${place(since.getTime())}`);
	if (accountId !== undefined) conditions.push(`m.account_id = ${place(storedKey(accountId))}`);
	if (ticketKey !== undefined) conditions.push(`m.ticket_key = ${place(storedKey(ticketKey))}`);
	if (requesterEmail !== undefined) {
		conditions.push(
			`lower(m.requester_email) = ${place(requesterEmail.toLowerCase())} and m.requester_email is not null`,
		);
	}
	if (minimumScore !== undefined) conditions.push(`m.score >= ${place(minimumScore)}`);
	if (last !== undefined) {
		const at = place(numberIn(last, 'received_at') ?? 0);
		conditions.push(`(m.received_at, m.id) < (${at}, ${place(textIn(last, 'id') ?? '')})`);
	}
	const newestOf = (condition: string) => `
		select * from (
			select m.id from @messages m where ${[condition, ...conditions].join(' and ')}
			order by m.received_at desc, m.id desc limit ${most}
		) newest`;
	const chosen =
		states.length === 0
			? newestOf('1 = 1')
			: states.map((state) => newestOf(`m.state = ${place(state)}`)).join(' union all ');
	return {
		text: `select ${COLUMNS} from @messages m left join @deliveries d on d.message_row = m.id
			where m.id in (${chosen}) order by m.received_at desc, m.id desc limit ${most}`,
		values,
	};
}

function toLoggedMessage(row: SqlRow): LoggedMessage {
	const account = objectIn(row, 'account');
	const owner = account?.owner as { name?: unknown; email?: unknown } | undefined;
	const nameOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
	const deliveryState = textIn(row, 'delivery_state');
	const evidence = listIn(row, 'signals').flatMap((signal) => {
		const { quote } = (signal ?? {}) as { quote?: unknown };
		return typeof quote === 'string' ? [quote] : [];
	});
	const rules = listIn(row, 'rules').flatMap((rule) => {
		const { text } = (rule ?? {}) as { text?: unknown };
		return typeof text === 'string' ? [text] : [];
	});
	const message: LoggedMessage = {
		ticketKey: textIn(row, 'ticket_key') ?? '',
		messageId: textIn(row, 'message_id') ?? '',
		event: textIn(row, 'event') ?? 'new',
		helpdesk: textIn(row, 'helpdesk'),
		state: (textIn(row, 'state') ?? 'received') as MessageState,
		reason: textIn(row, 'reason'),
		attempts: numberIn(row, 'attempts') ?? 0,
		dueAt: isoIn(row, 'due_at'),
		receivedAt: isoIn(row, 'received_at') ?? '',
		decidedAt: isoIn(row, 'decided_at'),
		endedAt: isoIn(row, 'ended_at'),
		reviewedAt: isoIn(row, 'reviewed_at'),
		subject: textIn(row, 'subject'),
		requesterEmail: textIn(row, 'requester_email'),
		requesterName: textIn(row, 'requester_name'),
		url: textIn(row, 'url'),
		score: numberIn(row, 'score'),
		label: textIn(row, 'label'),
		topic: textIn(row, 'topic'),
		language: textIn(row, 'language'),
		summary: textIn(row, 'summary'),
		evidence: evidence.length > 0 ? evidence : undefined,
		accountId: textIn(row, 'account_id'),
		accountName: nameOf(account?.name),
		ownerName: nameOf(owner?.name) ?? nameOf(owner?.email),
		route: textIn(row, 'route'),
		severity: textIn(row, 'severity'),
		rules: rules.length > 0 ? rules : undefined,
		alertId: textIn(row, 'alert_id'),
		isTest: truthIn(row, 'is_test') || undefined,
		backfill: truthIn(row, 'backfill') || undefined,
		foundBy: textIn(row, 'found_by') as FoundBy | undefined,
		delivery:
			deliveryState === undefined
				? undefined
				: withoutAbsent({
						state: deliveryState as DeliveryState,
						attempts: numberIn(row, 'delivery_attempt') ?? 0,
						channel: textIn(row, 'delivery_channel'),
						recipient: textIn(row, 'delivery_recipient'),
						error: textIn(row, 'delivery_error'),
						dueAt: isoIn(row, 'delivery_due_at'),
					}),
	};
	return withoutAbsent(message);
}

/**
 * Makes what failed due at once, with all its tries before it. A message whose text has left the log
 * stays failed: there is nothing to try.
 */
export async function tryAgain(
	query: Query,
	{
		failed,
		undelivered,
		ticketKey = '',
	}: { failed: boolean; undelivered: boolean; ticketKey?: string },
	now: Date,
): Promise<{ messages: number; looks: number; deliveries: number }> {
	const at = now.getTime();
	const key = ticketKey === '' ? '' : storedKey(ticketKey);
	const values: SqlValue[] = [at, key];
	const looks = failed ? await tryLooksAgain(query, key, now) : 0;
	const messages = failed
		? await query(
				`update @messages set state = 'received', reason = null, attempts = 0, due_at = $1, tried_since = $1,
					decided_at = null, ended_at = null, is_suspect = 0, vanished_runs = 0, told_at = null, telling_token = null,
					lease_token = null, lease_until = null
				where state = 'failed' and payload is not null and ($2 = '' or ticket_key = $2) returning id`,
				values,
			)
		: [];
	const deliveries = undelivered
		? await query(
				`update @deliveries set state = 'due', ladder_start = attempt, due_at = $1, tried_since = $1, undelivered_since = null, told_at = null, telling_token = null,
					pace_key = null, lease_token = null, lease_until = null
				where state in ('undelivered', 'due') and kind not in ('answer', 'closed') and content is not null
					and ($2 = '' or message_row in (select id from @messages where ticket_key = $2))
				returning message_row, alert_id`,
				values,
			)
		: [];
	const alertIds = new Set(deliveries.flatMap((row) => textIn(row, 'alert_id') ?? []));
	for (const alertId of [...alertIds].sort()) await lineUp(query, alertId);
	for (const row of deliveries) {
		await query(
			`update @messages set state = 'alerting', reason = null, ended_at = null where id = $1 and state = 'failed'`,
			[textIn(row, 'message_row') ?? ''],
		);
	}
	return { messages: messages.length, looks, deliveries: deliveries.length };
}
