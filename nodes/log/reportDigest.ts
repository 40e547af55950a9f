import type { MessageCounts } from '../core/report/digest/digestFigures';
import type { DigestRow } from '../core/report/digest/digestRow';
import type { Period } from '../core/report/rows';
import { MESSAGE_STATES, type DeliveryState, type MessageState } from '../core/log/states';
import type { Query, SqlRow } from './database';
import { pagesInOrder } from './pagesInOrder';
import { isoIn, numberIn, textIn } from './rows';
import { accountOfRow } from './storedAccount';

/** Messages of one statement. */
const PAGE = 500;

const LIVE = 'is_test = 0 and backfill = 0';

const COUNTS = `
	select state, count(*) as messages from (
		select case when state = 'unattached' and reviewed_at is not null then 'monitored' else state end as state
		from @messages where received_at >= $1 and received_at < $2 and ${LIVE}
	) counted group by state`;
const TICKETS = `
	select count(distinct ticket_key) as tickets from @messages
	where received_at >= $1 and received_at < $2 and ${LIVE}`;
const REVIEW_BEFORE = `
	select count(*) as messages from @messages
	where state = 'unattached' and reviewed_at is null and received_at < $1 and ${LIVE}`;

export async function messageCounts(
	query: Query,
	{ since, until }: Period,
): Promise<MessageCounts> {
	const period = [since.getTime(), until.getTime()];
	const states: MessageCounts['states'] = {};
	for (const row of await query(COUNTS, period)) {
		const state = MESSAGE_STATES.find((one) => one === textIn(row, 'state'));
		if (state !== undefined) states[state] = numberIn(row, 'messages');
	}
	const [tickets] = await query(TICKETS, period);
	const [before] = await query(REVIEW_BEFORE, [since.getTime()]);
	return {
		states,
		tickets: numberIn(tickets ?? {}, 'tickets') ?? 0,
		reviewBefore: numberIn(before ?? {}, 'messages') ?? 0,
	};
}

const UNSETTLED = `
	select m.id, m.ticket_key, m.state, m.reason, m.attempts, m.received_at, m.received_at as at, m.reviewed_at, m.subject,
		m.requester_email, m.url, m.score, m.account, d.state as delivery_state, d.last_error as delivery_error
	from @messages m left join @deliveries d on d.message_row = m.id
	where m.id in (
		select id from @messages
		where received_at >= $1 and received_at < $2 and (received_at > $1 or id > $3) and ${LIVE}
			and state in ('received', 'alerting', 'failed', 'skipped', 'unattached')
		order by received_at, id limit ${PAGE}
	)
	order by m.received_at, m.id`;

export async function* unsettledMessages(
	query: Query,
	period: Period,
): AsyncGenerator<DigestRow[]> {
	for await (const rows of pagesInOrder(query, { statement: UNSETTLED, size: PAGE }, period)) {
		yield rows.map(toDigestRow);
	}
}

function toDigestRow(row: SqlRow): DigestRow {
	const deliveryState = textIn(row, 'delivery_state');
	return {
		ticketKey: textIn(row, 'ticket_key') ?? '',
		state: (textIn(row, 'state') ?? 'received') as MessageState,
		reason: textIn(row, 'reason'),
		attempts: numberIn(row, 'attempts') ?? 0,
		receivedAt: isoIn(row, 'received_at') ?? '',
		reviewedAt: isoIn(row, 'reviewed_at'),
		subject: textIn(row, 'subject'),
		requesterEmail: textIn(row, 'requester_email'),
		url: textIn(row, 'url'),
		score: numberIn(row, 'score'),
		accountName: accountOfRow(row)?.name,
		...(deliveryState !== undefined && {
			delivery: {
				state: deliveryState as DeliveryState,
				error: textIn(row, 'delivery_error'),
			},
		}),
	};
}
