import {
	healthChangeOver,
	nearestRenewal,
	sumOfDeals,
	type AccountRow,
	type DealAmount,
	type HealthReading,
} from '../../core/account';
import { DEAL_GROUP_LABELS, type CrmSettings } from '../crmSettings';
import { valueAt } from './accountFields';
import type { SalesforceRecord } from './client';
import { unlessRefused } from './failures';
import { inHalves, type Query } from './queries';
import { longRecordId } from './recordId';
import { soqlString } from './soql';

const DAY = 86_400_000;

/** Sets the facts that are kept in opportunities: the MRR, the renewal date, or both by one query. */
export async function addOpportunityFacts(
	accounts: ReadonlyMap<string, AccountRow>,
	settings: CrmSettings,
	{ query, multiCurrency }: { query: Query; multiCurrency: boolean },
	report: (problem: string) => void,
): Promise<void> {
	const { renewalFromDeals, dealGroup, mrrFromDeals, mrrDealGroup } = settings;
	const { dealMrr } = settings.fields;
	if (!renewalFromDeals && mrrFromDeals === undefined) return;
	const ofType = (group?: string) =>
		group ? ` AND RecordTypeId = ${soqlString(longRecordId(group))}` : '';
	const wanted = new Set([
		...(renewalFromDeals ? [`(IsClosed = false${ofType(dealGroup)})`] : []),
		...(mrrFromDeals === 'open' ? [`(IsClosed = false${ofType(mrrDealGroup)})`] : []),
		...(mrrFromDeals === 'won' ? [`(IsWon = true${ofType(mrrDealGroup)})`] : []),
	]);
	const columns = [
		'AccountId',
		'CloseDate',
		'IsClosed',
		'IsWon',
		...(dealGroup || mrrDealGroup ? ['RecordTypeId'] : []),
		...(mrrFromDeals && dealMrr ? [dealMrr] : []),
		...(mrrFromDeals && multiCurrency ? ['CurrencyIsoCode'] : []),
	];
	const opportunities = await query(
		[...accounts.keys()],
		(some) =>
			`SELECT ${[...new Set(columns)].join(', ')} FROM Opportunity WHERE (${[...wanted].join(' OR ')}) AND AccountId IN (${some.map(soqlString).join(',')})`,
		inHalves(
			(id) => `opportunities of the account ${id}`,
			`Choose a record type under "${mrrFromDeals ? DEAL_GROUP_LABELS.mrr : DEAL_GROUP_LABELS.renewal}"`,
		),
	);
	const isOfType = (record: SalesforceRecord, group?: string) =>
		!group || longRecordId(String(record.RecordTypeId)) === longRecordId(group);
	const renewals = new Map<string, string[]>();
	const amounts = new Map<string, DealAmount[]>();
	for (const record of opportunities) {
		const id = String(record.AccountId);
		const { CloseDate, IsClosed, IsWon } = record;
		if (typeof CloseDate === 'string' && IsClosed === false && isOfType(record, dealGroup)) {
			addTo(renewals, id, CloseDate.slice(0, 10));
		}
		const isCounted = mrrFromDeals === 'open' ? IsClosed === false : IsWon === true;
		if (isCounted && isOfType(record, mrrDealGroup)) {
			const amount = valueAt(record, dealMrr ?? '');
			const known = amounts.get(id) ?? [];
			known.push({ amount, currency: record.CurrencyIsoCode });
			amounts.set(id, known);
		}
	}
	for (const [id, account] of accounts) {
		const date = nearestRenewal(renewals.get(id) ?? [], settings.today);
		if (renewalFromDeals && date !== undefined) account.renewalDate = date;
		if (mrrFromDeals === undefined) continue;
		const { facts, problem } = sumOfDeals(amounts.get(id) ?? [], settings);
		Object.assign(account, facts);
		if (problem !== undefined) report(`Account ${id}, MRR of opportunities: ${problem}`);
	}
}

/** Salesforce keeps the history of a field only where an admin has it tracked; else the change is unknown. */
export async function addHealthChanges(
	accounts: ReadonlyMap<string, AccountRow>,
	settings: CrmSettings,
	query: Query,
): Promise<void> {
	const { health } = settings.fields;
	if (health === undefined || health.includes('.')) return;
	const scored = [...accounts].filter(([, { healthScore }]) => healthScore !== undefined);
	const since = `${new Date(settings.now - settings.healthDays * DAY).toISOString().slice(0, 19)}Z`;
	const rows = await unlessRefused(
		['INVALID_TYPE', 'INVALID_FIELD', 'INSUFFICIENT_ACCESS'],
		query(
			scored.map(([id]) => id),
			(some) =>
				`SELECT AccountId, OldValue, NewValue, CreatedDate FROM AccountHistory WHERE Field = ${soqlString(health)} AND CreatedDate >= ${since} AND AccountId IN (${some.map(soqlString).join(',')}) ORDER BY CreatedDate`,
			inHalves((id) => `changes of the health score of the account ${id}`),
		),
		() => [],
	);
	const readings = new Map<string, HealthReading[]>();
	for (const row of rows) {
		const at = Date.parse(String(row.CreatedDate));
		const id = String(row.AccountId);
		if (!Number.isFinite(at)) continue;
		// The first change in the window tells what the score was when it began.
		if (!readings.has(id))
			addReading(readings, id, settings.now - settings.healthDays * DAY, row.OldValue);
		addReading(readings, id, at, row.NewValue);
	}
	for (const [id, account] of scored) {
		const change = healthChangeOver(
			readings.get(id) ?? [],
			account.healthScore ?? 0,
			settings.now,
			settings.healthDays,
		);
		if (change) account.healthChange = change;
	}
}

function addReading(
	readings: Map<string, HealthReading[]>,
	id: string,
	at: number,
	value: unknown,
): void {
	const score = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof score === 'number' && Number.isFinite(score)) addTo(readings, id, { at, score });
}

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
	const values = map.get(key) ?? [];
	if (!values.includes(value)) values.push(value);
	map.set(key, values);
}
