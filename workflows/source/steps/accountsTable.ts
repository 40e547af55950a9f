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
