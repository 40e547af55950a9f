import { setImmediate } from 'node:timers/promises';

import type { DeliveryState, MessageState } from '../core/log/states';
import { lineUp } from './alerts';
import type { Query, SqlRow, SqlValue } from './database';
import { isoIn, listIn, numberIn, objectIn, storedKey, textIn, truthIn } from './rows';
import type { LoggedMessage, MessageFilter, Purged } from './ticketLog';

/** What people ask of the log: reading it, trying again, clearing it out. */

/** How long the text of a failed message is kept, so that it can be tried again by hand, in days. */
const FAILED_TEXT_DAYS = 14;
const DAY_MS = 86_400_000;
/** Rows of one statement: SQLite works in the foreground, and months of messages must hold up nobody. */
const PAGE = 200;

const COLUMNS = `
	m.id, m.ticket_key, m.message_id, m.event, m.helpdesk, m.state, m.reason, m.attempts, m.due_at, m.received_at,
	m.decided_at, m.ended_at, m.subject, m.requester_email, m.requester_name, m.url, m.score, m.label, m.topic,
	m.language, m.summary, m.signals, m.account_id, m.account, m.route, m.severity, m.rules, m.alert_id, m.is_test,
	m.backfill, d.state as delivery_state, d.attempt as delivery_attempt, d.channel as delivery_channel,
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

function withoutAbsent<T extends object>(value: T): T {
	return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
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
): Promise<{ messages: number; deliveries: number }> {
	const at = now.getTime();
	const values: SqlValue[] = [at, ticketKey === '' ? '' : storedKey(ticketKey)];
	const messages = failed
		? await query(
				`update @messages set state = 'received', reason = null, attempts = 0, due_at = $1, tried_since = $1,
					decided_at = null, ended_at = null, is_suspect = 0, vanished_runs = 0, told_at = null,
					lease_token = null, lease_until = null
				where state = 'failed' and payload is not null and ($2 = '' or ticket_key = $2) returning id`,
				values,
			)
		: [];
	const deliveries = undelivered
		? await query(
				`update @deliveries set state = 'due', ladder_start = attempt, due_at = $1, tried_since = $1, undelivered_since = null, told_at = null,
					lease_token = null, lease_until = null
				where state in ('undelivered', 'due') and content is not null
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
	return { messages: messages.length, deliveries: deliveries.length };
}

const CLEAR_TEXTS = `
	update @messages set subject = null, summary = null, signals = null, requester_name = null, payload = null
	where id in (
		select id from @messages
		where ended_at < $1 and (subject is not null or summary is not null or payload is not null)
		limit ${PAGE}
	) returning id`;
const CLEAR_FAILED = `
	update @messages set payload = null
	where id in (select id from @messages where ended_at < $1 and payload is not null limit ${PAGE})
	returning id`;
const CLEAR_ALERTS = `
	update @alerts set content = null
	where id in (
		select id from @alerts where last_message_at < $1 and content is not null limit ${PAGE}
	) returning id`;
const CLEAR_DELIVERIES = `
	update @deliveries set content = null
	where id in (
		select id from @deliveries where created_at < $1 and due_at is null and content is not null limit ${PAGE}
	) returning id`;
const DELETE_MESSAGES = `
	delete from @messages where id in (select id from @messages where ended_at < $1 limit ${PAGE}) returning id`;
const DELETE_DELIVERIES = `
	delete from @deliveries
	where id in (select id from @deliveries where created_at < $1 and due_at is null limit ${PAGE}) returning id`;
const DELETE_EVENTS = `
	delete from @alert_events where alert_id in (
		select id from @alerts where opened_at < $1 and closed_at < $1 order by opened_at limit ${PAGE}
	)`;
const DELETE_ALERTS = `
	delete from @alerts where id in (
		select id from @alerts where opened_at < $1 and closed_at < $1 order by opened_at limit ${PAGE}
	) returning id`;

/** Clears out in steps, so that an inbox of years does not stand still for it. */
export async function purge(
	query: Query,
	{ textsBefore, deleteBefore }: { textsBefore: Date; deleteBefore?: Date },
	now: Date,
): Promise<Purged> {
	const inSteps = async (before: number, ...statements: string[]) => {
		let total = 0;
		for (;;) {
			let count = 0;
			for (const statement of statements) count = (await query(statement, [before])).length;
			total += count;
			if (count < PAGE) return total;
			await setImmediate();
		}
	};
	let messagesDeleted = 0;
	if (deleteBefore !== undefined) {
		const before = deleteBefore.getTime();
		messagesDeleted = await inSteps(before, DELETE_MESSAGES);
		await inSteps(before, DELETE_DELIVERIES);
		await inSteps(before, DELETE_EVENTS, DELETE_ALERTS);
		await query('delete from @account_facts where day < $1', [
			deleteBefore.toISOString().slice(0, 10),
		]);
	}
	await query('delete from @tokens where expires_at < $1', [now.getTime()]);
	const texts = textsBefore.getTime();
	const failedTexts = now.getTime() - FAILED_TEXT_DAYS * DAY_MS;
	const messagesWithoutText = await inSteps(texts, CLEAR_TEXTS);
	await inSteps(failedTexts, CLEAR_FAILED);
	await inSteps(Math.max(texts, failedTexts), CLEAR_DELIVERIES);
	await inSteps(texts, CLEAR_ALERTS);
	return { messagesWithoutText, messagesDeleted };
}
