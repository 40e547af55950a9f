import { TYPES, type Canvas, type NodeOptions } from './canvas.ts';

type ColumnType = 'string' | 'number' | 'boolean' | 'date';
type Columns = Readonly<Record<string, ColumnType>>;

/** One row per ticket: where it came from, what was decided, and the ticket itself for a replay. */
export const LOG_COLUMNS = {
	ticket_key: 'string',
	state: 'string',
	reason: 'string',
	helpdesk: 'string',
	subject: 'string',
	requester_email: 'string',
	url: 'string',
	score: 'number',
	label: 'string',
	topic: 'string',
	account_id: 'string',
	account_name: 'string',
	/** So that Account Lookup, given these rows, can tell how the health score changed. */
	health_score: 'number',
	severity: 'string',
	owner_name: 'string',
	channel: 'string',
	received_at: 'date',
	decided_at: 'date',
	attempts: 'number',
	execution_id: 'string',
	ticket: 'string',
} as const satisfies Columns;

/** What is known of the customers, for teams without a CRM, and for the demo. */
export const ACCOUNT_COLUMNS = {
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
} as const satisfies Columns;

/** Every alert and digest as text: the embedded channel, which needs no account anywhere. */
export const OUTBOX_COLUMNS = {
	kind: 'string',
	ticket_key: 'string',
	account_name: 'string',
	recipient: 'string',
	channel: 'string',
	subject: 'string',
	body: 'string',
} as const satisfies Columns;

export const TABLES = {
	cs_ticket_log: LOG_COLUMNS,
	cs_accounts: ACCOUNT_COLUMNS,
	cs_alert_outbox: OUTBOX_COLUMNS,
} as const;
export type TableName = keyof typeof TABLES;

/** The node that lists our tables; others take the ids from it by exact name. */
export const FIND_TABLES = 'Find Tables';

/**
 * The id of a table, by exact name. Data Table nodes must not address tables by name: n8n takes the
 * newest table whose name merely contains it.
 */
export const tableId = (table: TableName) =>
	`={{ $('${FIND_TABLES}').all().find((table) => table.json.name === '${table}')?.json.id }}`;

/** Options of a node that lists the tables whose names start like ours. */
export const findTables: NodeOptions = {
	parameters: {
		resource: 'table',
		operation: 'list',
		returnAll: true,
		options: { filterName: 'cs_' },
	},
};

const byId = (table: TableName) => ({ __rl: true, mode: 'id', value: tableId(table) });

interface Condition {
	keyName: string;
	condition: string;
	keyValue?: string;
}

/** Options of a node that reads rows. */
export function getRows(
	table: TableName,
	conditions: Condition[],
	{
		match = 'allConditions',
		limit,
		newestFirst,
	}: { match?: 'allConditions' | 'anyCondition'; limit?: number; newestFirst?: boolean } = {},
): NodeOptions {
	return {
		parameters: {
			operation: 'get',
			dataTableId: byId(table),
			matchType: match,
			filters: { conditions },
			...(limit === undefined ? { returnAll: true } : { limit }),
			orderBy: true,
			orderByColumn: 'id',
			orderByDirection: newestFirst ? 'DESC' : 'ASC',
		},
	};
}

/** Options of a node that adds a row. A short wait and a second try bridge a busy database. */
export function insertRow(table: TableName, value: Record<string, unknown>): NodeOptions {
	return {
		parameters: {
			operation: 'insert',
			dataTableId: byId(table),
			columns: columnsOf(table, value),
			options: {},
		},
		...retried,
	};
}

/** Options of a node that changes the rows which fit the conditions. */
export function updateRows(
	table: TableName,
	conditions: Condition[],
	value: Record<string, unknown>,
): NodeOptions {
	return {
		parameters: {
			operation: 'update',
			dataTableId: byId(table),
			matchType: 'allConditions',
			filters: { conditions },
			columns: columnsOf(table, value),
			options: {},
		},
		...retried,
	};
}

/** Options of a node that deletes the rows which fit the conditions. */
export function deleteRows(table: TableName, conditions: Condition[]): NodeOptions {
	return {
		parameters: {
			operation: 'deleteRows',
			dataTableId: byId(table),
			matchType: 'allConditions',
			filters: { conditions },
			options: {},
		},
	};
}

/** Options of a node that creates a table. */
export function createTable(table: TableName): NodeOptions {
	return {
		executeOnce: true,
		parameters: {
			resource: 'table',
			operation: 'create',
			tableName: table,
			columns: { column: Object.entries(TABLES[table]).map(([name, type]) => ({ name, type })) },
			options: {},
		},
	};
}

export const equals = (keyName: string, keyValue: string): Condition => ({
	keyName,
	condition: 'eq',
	keyValue,
});

/** Adds the node that lists our tables. */
export function addFindTables(canvas: Canvas, place: [number, number]): string {
	return canvas.add(FIND_TABLES, TYPES.dataTable, place, findTables);
}

const retried = { retryOnFail: true, maxTries: 3, waitBetweenTries: 500 } as const;

function columnsOf(table: TableName, value: Record<string, unknown>) {
	const columns: Columns = TABLES[table];
	const unknown = Object.keys(value).filter((name) => !(name in columns));
	if (unknown.length > 0) throw new Error(`${table} has no column ${unknown.join(', ')}`);
	return {
		mappingMode: 'defineBelow',
		value,
		matchingColumns: [],
		schema: Object.entries(columns).map(([name, type]) => ({
			id: name,
			displayName: name,
			required: false,
			defaultMatch: false,
			display: true,
			type: type === 'date' ? 'dateTime' : type,
			readOnly: false,
			removed: !(name in value),
		})),
		attemptToConvertTypes: false,
		convertFieldsToString: false,
	};
}
