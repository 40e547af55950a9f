import type { NodeOptions } from '../canvas/canvas.ts';

/** A data table that people keep, and what n8n does with it. */
export interface DataTable<Column extends string = string> {
	/** No other table's name may contain it. */
	name: string;
	/** In the order in which people fill them in. */
	columns: Readonly<Record<Column, 'string' | 'number'>>;
	/** What tells its rows apart. */
	key: NoInfer<Column>;
	/** One invented row for every column, as n8n's CSV import of data tables takes it. */
	example: Readonly<Record<NoInfer<Column>, string>>;
}

/** A file to fill in and import into the table: n8n takes only columns of exactly the table's names. */
export function tableCsv({ columns, example }: DataTable): string {
	const line = (cells: readonly string[]) =>
		cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',');
	const names = Object.keys(columns);
	return `${line(names)}\n${line(names.map((name) => example[name] ?? ''))}\n`;
}

/**
 * Options of a node that reads all rows. By name, although n8n then takes the newest table whose name
 * merely contains it: finding the id first would cost every ticket one more node. Setup warns of such
 * tables.
 */
export const readTable = ({ name }: DataTable): NodeOptions => ({
	// One read serves all items of a run.
	executeOnce: true,
	parameters: {
		operation: 'get',
		dataTableId: { __rl: true, mode: 'name', value: name },
		matchType: 'anyCondition',
		filters: {},
		returnAll: true,
	},
});

/** Options of a node that lists the table and all whose names contain its name. */
export const listTables = ({ name }: DataTable): NodeOptions => ({
	executeOnce: true,
	// Where there is none, the next node still has to run.
	alwaysOutputData: true,
	parameters: {
		resource: 'table',
		operation: 'list',
		returnAll: true,
		options: { filterName: name },
	},
});

/**
 * Options of a node that reads the rows in which one column says something and another nothing.
 * @param tableId a reference to the table's id
 */
export const readRowsLacking = <Column extends string>(
	{ key }: DataTable<Column>,
	lacking: NoInfer<Column>,
	tableId: string,
): NodeOptions => ({
	executeOnce: true,
	parameters: {
		operation: 'get',
		dataTableId: { __rl: true, mode: 'id', value: tableId },
		matchType: 'allConditions',
		filters: {
			conditions: [
				{ keyName: lacking, condition: 'isEmpty' },
				{ keyName: key, condition: 'isNotEmpty' },
			],
		},
		returnAll: true,
	},
});

/**
 * Options of a node that writes one cell into the row of each item's key, where that cell is empty.
 * @param tableId a reference to the table's id
 * @param value a reference to what is written
 */
export const fillCell = <Column extends string>(
	{ key }: DataTable<Column>,
	column: NoInfer<Column>,
	tableId: string,
	value: string,
): NodeOptions => ({
	parameters: {
		operation: 'update',
		dataTableId: { __rl: true, mode: 'id', value: tableId },
		matchType: 'allConditions',
		filters: {
			conditions: [
				{ keyName: key, condition: 'eq', keyValue: `={{ $json.${key} }}` },
				{ keyName: column, condition: 'isEmpty' },
			],
		},
		columns: {
			mappingMode: 'defineBelow',
			value: { [column]: value },
			matchingColumns: [],
			schema: [],
		},
		options: {},
	},
});

/** Options of a node that creates the table. Of two at once, the second finds it at its next try. */
export const createTable = ({ name, columns }: DataTable): NodeOptions => ({
	executeOnce: true,
	retryOnFail: true,
	maxTries: 4,
	waitBetweenTries: 500,
	parameters: {
		resource: 'table',
		operation: 'create',
		tableName: name,
		columns: { column: Object.entries(columns).map(([column, type]) => ({ name: column, type })) },
		options: { createIfNotExists: true },
	},
});

/**
 * Options of a node that writes each item as a row, in the place of one with the same key.
 * @param tableId a reference to the table's id
 */
export const putRows = ({ key }: DataTable, tableId: string): NodeOptions => ({
	parameters: {
		operation: 'upsert',
		dataTableId: { __rl: true, mode: 'id', value: tableId },
		matchType: 'allConditions',
		filters: {
			conditions: [{ keyName: key, condition: 'eq', keyValue: `={{ $json.${key} }}` }],
		},
		columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] },
		options: {},
	},
});
