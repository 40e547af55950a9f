import type { AccountFacts } from '../core/item/types';
import { TAKEN_IN } from '../core/log/source';
import { storableJson } from '../core/values/storable';
import type { Query } from './database';
import type { AccountMessage } from './message';
import { dateIn, numberIn, stored, storedKey, storedWhole, textIn } from './rows';
import type { Alias, DailyFacts } from './ticketLog';

/** What the log knows besides messages and deliveries. */

/** Enough for every rule that counts tickets; an account with more is frustrated all the same. */
const MOST_OF_AN_ACCOUNT = 500;

export async function accountMessages(
	query: Query,
	accountIds: readonly string[],
	since: Date,
	minimumScore: number,
): Promise<AccountMessage[]> {
	if (accountIds.length === 0) return [];
	const rows = await query(
		`select * from (
			select account_id, ticket_key, score, received_at, url, state,
				row_number() over (partition by account_id order by received_at desc) as place
			from @messages
			where account_id in {list $1} and received_at >= $2 and score >= $3 and is_test = 0 and backfill = 0
		) newest where place <= ${MOST_OF_AN_ACCOUNT} order by received_at desc`,
		[keysOf(accountIds), since.getTime(), minimumScore],
	);
	return rows.map((row) => ({
		accountId: textIn(row, 'account_id') ?? '',
		ticketKey: textIn(row, 'ticket_key') ?? '',
		score: numberIn(row, 'score') ?? 0,
		receivedAt: dateIn(row, 'received_at') ?? since,
		url: textIn(row, 'url'),
		alerted: textIn(row, 'state') === 'alerted',
	}));
}

/** Keys as a JSON array, each once. */
const keysOf = (names: readonly string[]) => storableJson([...new Set(names.map(storedKey))]);

export async function saveAlias(query: Query, alias: Alias, now: Date): Promise<void> {
	await query(
		`insert into @aliases (address, account_id, account_name, by_whom, created_at) values ($1, $2, $3, $4, $5)
		on conflict (address) do update set account_id = excluded.account_id,
			account_name = excluded.account_name, by_whom = excluded.by_whom, created_at = excluded.created_at`,
		[
			storedKey(alias.address.toLowerCase()),
			storedKey(alias.accountId),
			stored(alias.accountName),
			stored(alias.byWhom),
			now.getTime(),
		],
	);
}

export async function findAliases(query: Query, addresses: readonly string[]): Promise<Alias[]> {
	if (addresses.length === 0) return [];
	const rows = await query('select * from @aliases where address in {list $1}', [
		keysOf(addresses.map((address) => address.toLowerCase())),
	]);
	return rows.map((row) => ({
		address: textIn(row, 'address') ?? '',
		accountId: textIn(row, 'account_id') ?? '',
		accountName: textIn(row, 'account_name'),
		byWhom: textIn(row, 'by_whom'),
	}));
}

/** Rows looked through: a flood must not make each look-up read all of it. */
const MOST_WAITING = 2000;

export async function waitingRequesters(
	query: Query,
	workflowId: string,
	limit: number,
): Promise<string[]> {
	const rows = await query(
		`select requester_email, min(received_at) as first_at from (
			select requester_email, received_at from @messages
			where state = 'received' and (workflow_id = $1 or source = '${TAKEN_IN}') and lease_token is null
				and is_suspect = 0 and backfill = 0 and requester_email is not null
			order by received_at limit ${MOST_WAITING}
		) waiting group by requester_email order by first_at, requester_email limit $2`,
		[storedKey(workflowId), limit],
	);
	return rows.flatMap((row) => textIn(row, 'requester_email') ?? []);
}

export async function accountFacts(
	query: Query,
	accountIds: readonly string[],
	sinceDay: string,
): Promise<DailyFacts[]> {
	if (accountIds.length === 0) return [];
	const rows = await query(
		`select account_id, day, health_score, mrr from @account_facts
		where account_id in {list $1} and day >= $2 order by day`,
		[keysOf(accountIds), sinceDay],
	);
	return rows.map((row) => ({
		accountId: textIn(row, 'account_id') ?? '',
		day: textIn(row, 'day') ?? '',
		healthScore: numberIn(row, 'health_score'),
		mrr: numberIn(row, 'mrr'),
	}));
}

/** Rows of one statement: five values each, far below what either database takes. */
const FACTS_AT_ONCE = 100;

export async function saveAccountFacts(
	query: Query,
	accounts: readonly AccountFacts[],
	now: Date,
): Promise<void> {
	const day = now.toISOString().slice(0, 10);
	// No statement may write a row twice, and two at once take their rows in one order.
	const rows = new Map(
		accounts.flatMap((one) => (one.id === undefined ? [] : [[storedKey(one.id), one]])),
	);
	const all = [...rows].sort(([one], [other]) => (one < other ? -1 : 1));
	for (let start = 0; start < all.length; start += FACTS_AT_ONCE) {
		const some = all.slice(start, start + FACTS_AT_ONCE);
		const places = some.map(
			(_, row) => `(${[1, 2, 3, 4, 5].map((n) => `$${row * 5 + n}`).join(', ')})`,
		);
		await query(
			`insert into @account_facts (account_id, day, health_score, mrr, facts) values ${places.join(', ')}
			on conflict (account_id, day) do update set
				health_score = excluded.health_score, mrr = excluded.mrr, facts = excluded.facts`,
			some.flatMap(([id, facts]) => [
				id,
				day,
				storedWhole(facts.healthScore),
				stored(facts.mrr),
				storableJson(facts),
			]),
		);
	}
}

export async function saveGateConfig(
	query: Query,
	hash: string,
	rules: unknown,
	now: Date,
): Promise<void> {
	await query(
		'insert into @gate_configs (hash, rules, first_seen_at) values ($1, $2, $3) on conflict (hash) do nothing',
		[storedKey(hash), storableJson(rules), now.getTime()],
	);
}
