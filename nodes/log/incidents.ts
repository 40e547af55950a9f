import { ownerKeyOf } from '../core/item/ownerKey';
import type { Account, IncidentAccount, IncidentAccounts } from '../core/item/types';
import type { Query, SqlRow } from './database';
import { numberIn, stored, textIn, truthIn, withoutAbsent } from './rows';
import { accountIn, accountOfRow } from './storedAccount';

const MOST_ACCOUNTS = 50;
/** Of all owners. */
const MOST_LOOKED_AT = 500;
const MINUTE_MS = 60_000;
/** Of a gate as it is by default. */
const DEFAULT_MINUTES = 60;

/** Of each account, or sender where none is known, its newest message and its highest score. */
const ACCOUNTS = `
	select * from (
		select account, url, max(score) over (partition by whose) as highest,
			row_number() over (partition by whose order by received_at desc, id desc) as place, whose
		from (
			select id, account, url, score, received_at,
				coalesce('account:' || account_id, 'sender:' || lower(requester_email), 'ticket:' || ticket_key) as whose
			from @messages where alert_id = $1
		) told
	) newest where place = 1 order by whose`;

/** Of each account that told of the topic within the time and is part of an alert of its own: newest message, highest score. */
const ALERTED = `
	select * from (
		select m.account, m.account_id, m.url, max(m.score) over (partition by m.account_id) as highest,
			row_number() over (partition by m.account_id order by m.received_at desc, m.id desc) as place
		from @messages m join @alerts a on a.id = m.alert_id
		where lower(m.topic) = lower($2) and m.account_id is not null and m.received_at >= $3
			and a.incident_topic is null and a.is_test = $4 and m.backfill = 0
			and m.account_id not in (select account_id from @messages where alert_id = $1 and account_id is not null)
	) told where place = 1 order by account_id limit ${MOST_LOOKED_AT}`;

/**
 * The accounts of an incident's alert; absent for any other.
 * @param about what the alert was decided on: whose it is, and how long before it counts as the same incident
 */
export async function incidentAccounts(
	query: Query,
	alert: SqlRow,
	about: Record<string, unknown>,
): Promise<IncidentAccounts | undefined> {
	const topic = textIn(alert, 'incident_topic');
	if (topic === undefined) return undefined;
	const rows = await query(ACCOUNTS, [textIn(alert, 'id') ?? '']);
	const accounts = rows.map(toIncidentAccount).sort(byMrr);
	const alerted = await alertedBefore(query, alert, topic, about);
	return {
		topic,
		accounts: accounts.slice(0, MOST_ACCOUNTS),
		more: Math.max(0, accounts.length - MOST_ACCOUNTS),
		...(alerted.length > 0 && { alerted }),
	};
}

/** Those of the same owner that alerted each by itself, before anybody saw an incident. */
async function alertedBefore(
	query: Query,
	alert: SqlRow,
	topic: string,
	about: Record<string, unknown>,
): Promise<IncidentAccount[]> {
	const opened = numberIn(alert, 'opened_at');
	if (opened === undefined) return [];
	const rows = await query(ALERTED, [
		textIn(alert, 'id') ?? '',
		topic,
		opened - minutesOf(about) * MINUTE_MS,
		stored(truthIn(alert, 'is_test')),
	]);
	const owner = incidentOwner(accountIn(about));
	return rows
		.filter((row) => incidentOwner(accountOfRow(row)) === owner)
		.map(toIncidentAccount)
		.sort(byMrr)
		.slice(0, MOST_ACCOUNTS);
}

/** Whose alert of an incident an account is part of; those that nobody owns are together. */
export function incidentOwner(account: Account | undefined): string {
	return ownerKeyOf(account?.owner) ?? '-';
}

function minutesOf({ gate }: Record<string, unknown>): number {
	const { incident } = (gate ?? {}) as { incident?: { minutes?: unknown } };
	return typeof incident?.minutes === 'number' ? incident.minutes : DEFAULT_MINUTES;
}

function toIncidentAccount(row: SqlRow): IncidentAccount {
	const account = accountOfRow(row);
	const one: IncidentAccount = {
		id: account?.id,
		name: account?.name,
		mrr: account?.mrr,
		currency: account?.currency,
		score: numberIn(row, 'highest'),
		ticketUrl: textIn(row, 'url'),
	};
	return withoutAbsent(one);
}

/** The highest first; unknown ones last. */
function byMrr(one: IncidentAccount, other: IncidentAccount): number {
	return (other.mrr ?? -1) - (one.mrr ?? -1);
}
