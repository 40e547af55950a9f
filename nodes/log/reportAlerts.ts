import { VERDICTS } from '../core/item/deliveryReaders';
import type { StandingAlert } from '../core/report/digest/alertFigures';
import type { LoggedAlert, Period } from '../core/report/rows';
import type { Query, SqlRow } from './database';
import { pagesInOrder } from './pagesInOrder';
import { namedIn } from './reportMessages';
import { dateIn, listIn, numberIn, textIn } from './rows';
import { accountOfRow } from './storedAccount';

/** Rows of one statement; each brings the message that opened the alert. */
const PAGE = 200;

/** What a person does to an alert; one that closes by itself names nobody, and whoever hands it on leaves it to another. */
const ANSWERED = `
	select min(at) from @alert_events e
	where e.alert_id = a.id and (e.kind in ('acknowledged', 'snoozed')
		or (e.kind = 'verdict' and e.detail <> 'wrongOwner') or (e.kind = 'closed' and e.by_whom is not null))`;

const alertsThat = (condition: string) => `
	select a.id, a.account_id, a.account_name, a.opened_at, a.opened_at as at, a.delivered_at, a.acknowledged_at, a.escalated_at,
		a.closed_at, a.verdict, a.topic, a.state, a.sent_at, (${ANSWERED}) as answered_at,
		m.score as opening_score, m.rules, m.signals, m.account, coalesce(m.created_at, m.received_at) as ticket_at
	from @alerts a
	left join @messages m on m.id = (
		select o.message_row from @alert_events o where o.alert_id = a.id and o.kind = 'opened' order by o.seq limit 1
	)
	where a.opened_at >= $1 and a.opened_at < $2 and (a.opened_at > $1 or a.id > $3) and a.is_test = 0
		and ${condition}
	order by a.opened_at, a.id limit ${PAGE}`;
const ALL = alertsThat('1 = 1');
const STANDING = alertsThat(`a.state <> 'closed'`);

/** Reminders of an alert come after it, so none was made before the period. */
const REMINDED = `
	select alert_id from @deliveries
	where created_at >= $1 and kind = 'reminder' and state = 'delivered' and alert_id is not null
	group by alert_id`;

export async function* loggedAlerts(query: Query, period: Period): AsyncGenerator<LoggedAlert[]> {
	yield* pagesOf(query, ALL, period, toAlert);
}

/** Alerts that have not ended, whenever they were opened before `until`. */
export async function* standingAlerts(query: Query, until: Date): AsyncGenerator<StandingAlert[]> {
	const [row] = await query(`select min(opened_at) as at from @alerts where state <> 'closed'`);
	const since = row && dateIn(row, 'at');
	if (since !== undefined) yield* pagesOf(query, STANDING, { since, until }, toStanding);
}

async function* pagesOf<T>(
	query: Query,
	statement: string,
	period: Period,
	read: (row: SqlRow, reminded: ReadonlySet<string>) => T,
): AsyncGenerator<T[]> {
	const reminded = new Set(
		(await query(REMINDED, [period.since.getTime()])).flatMap(
			(row) => textIn(row, 'alert_id') ?? [],
		),
	);
	for await (const rows of pagesInOrder(query, { statement, size: PAGE }, period)) {
		yield rows.map((row) => read(row, reminded));
	}
}

function toStanding(row: SqlRow, reminded: ReadonlySet<string>): StandingAlert {
	const alert = toAlert(row, reminded);
	return {
		...alert,
		state: (textIn(row, 'state') ?? 'open') as StandingAlert['state'],
		sentAt: dateIn(row, 'sent_at') ?? alert.openedAt,
	};
}

function toAlert(row: SqlRow, reminded: ReadonlySet<string>): LoggedAlert {
	const account = accountOfRow(row);
	const id = textIn(row, 'id') ?? '';
	return {
		id,
		accountId: textIn(row, 'account_id'),
		accountName: textIn(row, 'account_name'),
		owner: account?.owner,
		mrr: account?.mrr,
		currency: account?.currency,
		ticketAt: dateIn(row, 'ticket_at'),
		openedAt: dateIn(row, 'opened_at') ?? new Date(0),
		deliveredAt: dateIn(row, 'delivered_at'),
		answeredAt: dateIn(row, 'answered_at') ?? dateIn(row, 'acknowledged_at'),
		acknowledgedAt: dateIn(row, 'acknowledged_at'),
		isReminded: reminded.has(id),
		escalatedAt: dateIn(row, 'escalated_at'),
		closedAt: dateIn(row, 'closed_at'),
		verdict: VERDICTS.find((verdict) => verdict === textIn(row, 'verdict')),
		score: numberIn(row, 'opening_score'),
		rules: namedIn(row, 'rules'),
		signals: listIn(row, 'signals').flatMap((signal) => {
			const { name, quote } = (signal ?? {}) as { name?: unknown; quote?: unknown };
			return typeof name === 'string' && typeof quote === 'string' ? [{ name, quote }] : [];
		}),
		topic: textIn(row, 'topic'),
	};
}
