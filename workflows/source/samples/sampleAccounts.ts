import type { AccountColumn } from '../steps/accountsTable.ts';

/** One invented customer; `renewsInDays` becomes a date when Setup runs, so that it lies ahead. */
type SampleAccount = Partial<Record<AccountColumn, string | number>> & { renewsInDays?: number };

const dana = {
	owner_name: 'Dana Reyes',
	owner_email: 'dana.reyes@cs-team.example',
	owner_channel: 'slack',
} as const;
const sam = {
	owner_name: 'Sam Okafor',
	owner_email: 'sam.okafor@cs-team.example',
	owner_channel: 'email',
} as const;

/**
 * Invented customers for a first look, at addresses that can belong to nobody (RFC 2606). Between them
 * they show what the gate tells apart: large and small, renewing soon, facts unknown, two accounts at
 * one domain, and a customer who writes from a free-mail address.
 */
export const SAMPLE_ACCOUNTS: readonly SampleAccount[] = [
	{
		account_id: 'sample-acme',
		name: 'Acme Corp',
		domains: 'acme.example',
		contact_emails: 'jo.oneil@acme.example',
		mrr: 3200,
		currency: 'USD',
		renewsInDays: 28,
		health_score: 58,
		health_change: -14,
		health_change_days: 7,
		...dana,
	},
	{
		account_id: 'sample-globex',
		name: 'Globex',
		domains: 'globex.example, globex-labs.example',
		mrr: 12000,
		currency: 'USD',
		renewsInDays: 210,
		health_score: 83,
		health_change: 2,
		health_change_days: 7,
		...dana,
	},
	{
		account_id: 'sample-initech',
		name: 'Initech',
		domains: 'initech.example',
		mrr: 480,
		currency: 'USD',
		renewsInDays: 41,
		health_score: 64,
		...sam,
	},
	{
		account_id: 'sample-soylent',
		name: 'Soylent Foods',
		domains: 'soylent.example',
		mrr: 250,
		currency: 'USD',
		renewsInDays: 300,
		health_score: 71,
		...sam,
	},
	{
		account_id: 'sample-wayne',
		name: 'Wayne Logistics GmbH',
		domains: 'wayne.example',
		mrr: 5400,
		currency: 'EUR',
		renewsInDays: 120,
		health_score: 77,
		...sam,
	},
	{ account_id: 'sample-hooli', name: 'Hooli', domains: 'hooli.example', ...dana },
	{
		account_id: 'sample-stark-labs',
		name: 'Stark Labs',
		domains: 'stark.example',
		mrr: 2100,
		currency: 'USD',
		renewsInDays: 90,
		...dana,
	},
	{
		account_id: 'sample-stark-retail',
		name: 'Stark Retail',
		domains: 'stark.example',
		mrr: 900,
		currency: 'USD',
		renewsInDays: 150,
		...sam,
	},
	{
		account_id: 'sample-piper',
		name: 'Pied Piper',
		domains: '',
		contact_emails: 'richard.piper@gmail.com',
		mrr: 1500,
		currency: 'USD',
		renewsInDays: 75,
		health_score: 49,
		health_change: -6,
		health_change_days: 7,
		...sam,
	},
];

/**
 * The samples as the JSON of an Edit Fields node. Renewal dates are counted from the day Setup runs: the
 * one calculation in all templates, since a date written down would soon lie in the past.
 */
export function sampleAccountsJson(): string {
	const rows = SAMPLE_ACCOUNTS.map(({ renewsInDays, ...row }) => {
		const renewal = `{{ $now.plus({ days: ${renewsInDays} }).toISODate() }}`;
		return JSON.stringify({ ...row, ...(renewsInDays !== undefined && { renewal_date: renewal }) });
	});
	return `={ "rows": [\n  ${rows.join(',\n  ')}\n] }`;
}
