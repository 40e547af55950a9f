import type { NodeOptions } from '../canvas/canvas.ts';

/** The data table of customers, for teams without a CRM and for the demo. */
export const ACCOUNTS_TABLE = 'cs_accounts';

/** What is known of a customer. Account Lookup recognises the columns by these names. */
const COLUMNS = {
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
} as const satisfies Record<string, 'string' | 'number'>;

export type AccountColumn = keyof typeof COLUMNS;

/** One invented customer for every column, as n8n's CSV import of data tables takes it. */
const EXAMPLE: Record<AccountColumn, string> = {
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
};

/** A file to fill in and import into the table: n8n takes only columns of exactly the table's names. */
export function accountsCsv(): string {
	const line = (cells: readonly string[]) =>
		cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',');
	return `${line(Object.keys(EXAMPLE))}\n${line(Object.values(EXAMPLE))}\n`;
}

/**
 * Options of a node that reads all customers. By name, although n8n then takes the newest table whose
 * name merely contains it: finding the id first would cost every ticket one more node. Setup warns of
 * such tables.
 */
export const readAccounts: NodeOptions = {
	// One read serves all tickets of a run.
	executeOnce: true,
	parameters: {
		operation: 'get',
		dataTableId: { __rl: true, mode: 'name', value: ACCOUNTS_TABLE },
		matchType: 'anyCondition',
		filters: {},
		returnAll: true,
	},
};

/** Options of a node that lists the table and all whose names contain its name. */
export const listTables: NodeOptions = {
	executeOnce: true,
	// Where there is none, the next node still has to run.
	alwaysOutputData: true,
	parameters: {
		resource: 'table',
		operation: 'list',
		returnAll: true,
		options: { filterName: ACCOUNTS_TABLE },
	},
};

/** Options of a node that creates the table. Of two at once, the second finds it at its next try. */
export const createTable: NodeOptions = {
	executeOnce: true,
	retryOnFail: true,
	maxTries: 4,
	waitBetweenTries: 500,
	parameters: {
		resource: 'table',
		operation: 'create',
		tableName: ACCOUNTS_TABLE,
		columns: { column: Object.entries(COLUMNS).map(([name, type]) => ({ name, type })) },
		options: { createIfNotExists: true },
	},
};

/**
 * Options of a node that writes each item as a row, in the place of one with the same account ID.
 * @param tableId a reference to the table's id
 */
export const putAccounts = (tableId: string): NodeOptions => ({
	parameters: {
		operation: 'upsert',
		dataTableId: { __rl: true, mode: 'id', value: tableId },
		matchType: 'allConditions',
		filters: {
			conditions: [{ keyName: 'account_id', condition: 'eq', keyValue: '={{ $json.account_id }}' }],
		},
		columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] },
		options: {},
	},
});
