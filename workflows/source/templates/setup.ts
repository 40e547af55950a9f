import { Canvas, type Template } from '../canvas/canvas.ts';
import { fieldsOf, filterOn, switchOn } from '../canvas/canvasParts.ts';
import { TYPES } from '../canvas/nodeTypes.ts';
import { sampleAccountsJson } from '../samples/sampleAccounts.ts';
import { ACCOUNTS_TABLE, createTable, listTables, putAccounts } from '../steps/accountsTable.ts';

const NAME = '={{ $json.name }}';

/** Creates the accounts table where it is missing and touches nothing that is there: safe to run again. */
export function buildSetup(): Template {
	const canvas = new Canvas({
		id: 'csAlertsSetup001',
		name: 'CS Alerts Setup',
		description: `Run once: creates the data table ${ACCOUNTS_TABLE} with sample customers.`,
	});
	const start = canvas.add('Run Setup', TYPES.manualTrigger, [0, 0]);
	const tables = canvas.add('Find Tables', TYPES.dataTable, [1, 0], listTables);
	const ours = canvas.add('Accounts Table', TYPES.filter, [2, 0], {
		...filterOn([[NAME, { operation: 'equals', to: ACCOUNTS_TABLE }]]),
		// An empty item is how a missing table goes on.
		alwaysOutputData: true,
	});
	const exists = canvas.add(
		'Is It There?',
		TYPES.switch,
		[3, 0],
		switchOn(NAME, {
			Missing: { operation: 'notExists' },
			'Left as It Is': { operation: 'exists' },
		}),
	);
	const create = canvas.add('Create Accounts Table', TYPES.dataTable, [4, 0], createTable);
	const samples = canvas.add('Sample Accounts', TYPES.set, [5, 0], {
		parameters: { mode: 'raw', jsonOutput: sampleAccountsJson(), options: {} },
	});
	const split = canvas.add('Split Samples', TYPES.splitOut, [6, 0], {
		parameters: { fieldToSplitOut: 'accounts', options: {} },
	});
	const fill = canvas.add(
		'Fill In Samples',
		TYPES.dataTable,
		[7, 0],
		putAccounts(`={{ $('${create}').first().json.id }}`),
	);
	canvas.chain(start, tables, ours, exists, create, samples, split, fill);
	addWarning(canvas, tables);
	canvas.note(
		`# Run this once
## It creates the data table ${ACCOUNTS_TABLE} with invented customers. A table that is there stays as it is.
## Then: fill in accounts.csv (it lies beside this file), Overview → Data tables → ${ACCOUNTS_TABLE} → ⋮ → Import CSV, delete the samples.
## Several domains or emails: commas between. Dates: 2027-03-31. Amounts: plain numbers.`,
		[-0.3, -1.6],
		[6, 1.4],
	);
	return canvas.build();
}

/** n8n finds a table by any part of its name, so another one can be read in the place of ours. */
function addWarning(canvas: Canvas, tables: string): void {
	const similar = canvas.add(
		'Tables with a Similar Name',
		TYPES.filter,
		[2, 1],
		filterOn([
			[NAME, { operation: 'exists' }],
			[NAME, { operation: 'notEquals', to: ACCOUNTS_TABLE }],
		]),
	);
	const warning = canvas.add(
		'Rename These Tables',
		TYPES.set,
		[3, 1],
		fieldsOf({
			table: NAME,
			warning: `The name of this data table contains "${ACCOUNTS_TABLE}", so CS Alerts may read it instead of ${ACCOUNTS_TABLE}. Rename it.`,
		}),
	);
	canvas.chain(tables, similar, warning);
	canvas.note(
		`# Nothing should come out here
## A table whose name contains ${ACCOUNTS_TABLE} could be read instead of it.`,
		[4, 1],
		[3.6, 0.8],
		'green',
	);
}
