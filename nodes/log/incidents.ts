import type { IncidentAccount, IncidentAccounts } from '../core/item/types';
import type { Query, SqlRow } from './database';
import { numberIn, textIn, withoutAbsent } from './rows';
import { accountOfRow } from './storedAccount';

const MOST_ACCOUNTS = 50;

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

/** The accounts of an incident's alert; absent for any other. */
export async function incidentAccounts(
	query: Query,
	alert: SqlRow,
): Promise<IncidentAccounts | undefined> {
	const topic = textIn(alert, 'incident_topic');
	if (topic === undefined) return undefined;
	const rows = await query(ACCOUNTS, [textIn(alert, 'id') ?? '']);
	const accounts = rows.map(toIncidentAccount).sort(byMrr);
	return {
		topic,
		accounts: accounts.slice(0, MOST_ACCOUNTS),
		more: Math.max(0, accounts.length - MOST_ACCOUNTS),
	};
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
