import type { DataTable } from './dataTable.ts';

export type AccountColumn =
	| 'account_id'
	| 'name'
	| 'domains'
	| 'contact_emails'
	| 'mrr'
	| 'currency'
	| 'renewal_date'
	| 'health_score'
	| 'health_change'
	| 'health_change_days'
	| 'owner_name'
	| 'owner_email'
	| 'owner_slack_id'
	| 'owner_channel'
	| 'url';

/**
 * The customers, for teams without a CRM and for the demo. Account Lookup recognises the columns by
 * these names.
 */
export const ACCOUNTS_TABLE: DataTable<AccountColumn> = {
	name: 'cs_accounts',
	columns: {
		account_id: 'string',
		name: 'string',
		domains: 'string',
		contact_emails: 'string',
		mrr: 'number',
		currency: 'string',
		renewal_date: 'string',
		health_score: 'number',
		health_change: 'number',
		health_change_days: 'number',
		owner_name: 'string',
		owner_email: 'string',
		owner_slack_id: 'string',
		owner_channel: 'string',
		url: 'string',
	},
	key: 'account_id',
	example: {
		account_id: 'example-1',
		name: 'Example Ltd',
		domains: 'northwind.example, northwind-labs.example',
		contact_emails: 'mia.chen@northwind.example',
		mrr: '4500',
		currency: 'USD',
		renewal_date: '2027-03-31',
		health_score: '72',
		health_change: '-5',
		health_change_days: '7',
		owner_name: 'Dana Reyes',
		owner_email: 'dana.reyes@cs-team.example',
		owner_slack_id: '',
		owner_channel: 'slack',
		url: 'https://crm.example/accounts/example-1',
	},
};
