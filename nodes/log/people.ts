import type { DeliveryState, MessageState } from '../core/log/states';
import type { Query, SqlRow, SqlValue } from './database';
import { isoIn, listIn, numberIn, objectIn, textIn, truthIn } from './rows';
import type { LoggedMessage, MessageFilter, Purged } from './ticketLog';

/** What people ask of the log: reading it, trying again, clearing it out. */

/** How long the text of a failed message is kept, so that it can be tried again by hand, in days. */
const FAILED_TEXT_DAYS = 14;
const DAY_MS = 86_400_000;
/** Rows of one statement, so that clearing out years holds up nobody. */
const PURGE_BATCH = 5000;

const FIND = `
	select m.*, d.state as delivery_state, d.attempt as delivery_attempt, d.channel as delivery_channel,
		d.recipient as delivery_recipient, d.last_error as delivery_error, d.due_at as delivery_due_at
	from @messages m left join @deliveries d on d.message_row = m.id
	where m.received_at >= $1
		and ($2 = '[]' or m.state in {list $2})
		and ($3 = '' or m.account_id = $3)
		and ($4 = '' or m.ticket_key = $4)
		and ($5 = '' or lower(m.requester_email) = $5)
		and ($6 < 0 or m.score >= $6)
		and ($7 = 1 or m.is_test = 0)
	order by m.received_at desc, m.id limit $8`;

/** Messages that fit, newest first. */
export async function findMessages(query: Query, filter: MessageFilter): Promise<LoggedMessage[]> {
	const rows = await query(FIND, [
		filter.since?.getTime() ?? 0,
		JSON.stringify(filter.states ?? []),
		filter.accountId ?? '',
		filter.ticketKey ?? '',
		filter.requesterEmail?.toLowerCase() ?? '',
		filter.minimumScore ?? -1,
		filter.includeTests === true ? 1 : 0,
		filter.limit,
	]);
	return rows.map(toLoggedMessage);
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
	const values: SqlValue[] = [at, ticketKey];
	const messages = failed
		? await query(
				`update @messages set state = 'received', reason = null, attempts = 0, due_at = $1, tried_since = $1,
					ended_at = null, is_suspect = 0, lease_token = null, lease_until = null
				where state = 'failed' and payload is not null and ($2 = '' or ticket_key = $2) returning id`,
				values,
			)
		: [];
	const deliveries = undelivered
		? await query(
				`update @deliveries set state = 'due', attempt = 0, due_at = $1, tried_since = $1, undelivered_since = null,
					lease_token = null, lease_until = null
				where state in ('undelivered', 'due') and content is not null
					and ($2 = '' or message_row in (select id from @messages where ticket_key = $2))
				returning message_row`,
				values,
			)
		: [];
	for (const row of deliveries) {
		await query(
			`update @messages set state = 'alerting', ended_at = null where id = $1 and state = 'failed'`,
			[textIn(row, 'message_row') ?? ''],
		);
	}
	return { messages: messages.length, deliveries: deliveries.length };
}

const CLEAR_TEXTS = `
	update @messages set subject = null, summary = null, signals = null, requester_name = null, payload = null
	where id in (
		select id from @messages where ended_at < $1
			and (subject is not null or summary is not null or payload is not null) limit ${PURGE_BATCH}
	) returning id`;
const CLEAR_FAILED = `
	update @messages set payload = null
	where id in (
		select id from @messages where ended_at < $1 and payload is not null limit ${PURGE_BATCH}
	) returning id`;
const CLEAR_DELIVERIES = `
	update @deliveries set content = null
	where id in (
		select id from @deliveries
		where created_at < $1 and due_at is null and content is not null limit ${PURGE_BATCH}
	) returning id`;
const DELETE_MESSAGES = `
	delete from @messages where id in (
		select id from @messages
		where ended_at < $1 and state not in ('received', 'alerting') limit ${PURGE_BATCH}
	) returning id`;
const DELETE_DELIVERIES = `
	delete from @deliveries where id in (
		select id from @deliveries where created_at < $1 and due_at is null limit ${PURGE_BATCH}
	) returning id`;

/** Clears out in steps, so that an inbox of years does not stand still for it. */
export async function purge(
	query: Query,
	{ textsBefore, deleteBefore }: { textsBefore: Date; deleteBefore?: Date },
	now: Date,
): Promise<Purged> {
	const inSteps = async (statement: string, before: number) => {
		let total = 0;
		for (;;) {
			const { length } = await query(statement, [before]);
			total += length;
			if (length < PURGE_BATCH) return total;
		}
	};
	let messagesDeleted = 0;
	if (deleteBefore !== undefined) {
		messagesDeleted = await inSteps(DELETE_MESSAGES, deleteBefore.getTime());
		await inSteps(DELETE_DELIVERIES, deleteBefore.getTime());
	}
	const texts = textsBefore.getTime();
	const messagesWithoutText = await inSteps(CLEAR_TEXTS, texts);
	await inSteps(CLEAR_FAILED, now.getTime() - FAILED_TEXT_DAYS * DAY_MS);
	await inSteps(CLEAR_DELIVERIES, Math.max(texts, now.getTime() - FAILED_TEXT_DAYS * DAY_MS));
	return { messagesWithoutText, messagesDeleted };
}
