import { Canvas, TYPES, type Template } from './canvas.ts';
import { switchOf } from './canvasParts.ts';
import {
	FIND_TABLES,
	createTable,
	findTables,
	insertRow,
	ACCOUNT_COLUMNS,
	type TableName,
} from './tables.ts';
import { sampleAccountsExpression } from './sampleAccounts.ts';

const WORDS: Record<TableName, { ask: string; create: string }> = {
	cs_ticket_log: { ask: 'Log Table Exists?', create: 'Create Log Table' },
	cs_accounts: { ask: 'Accounts Table Exists?', create: 'Create Accounts Table' },
	cs_alert_outbox: { ask: 'Outbox Table Exists?', create: 'Create Outbox Table' },
};

/** Creates what is missing and touches nothing that is there: safe to run again. */
export function buildSetup(): Template {
	const canvas = new Canvas('csAlertsSetup001', 'CS Alerts Setup');
	const start = canvas.add('Run Setup', TYPES.manualTrigger, [0, 0]);
	const tables = canvas.add(FIND_TABLES, TYPES.dataTable, [1, 0], {
		...findTables,
		alwaysOutputData: true,
	});
	canvas.chain(start, tables);
	const created = (Object.keys(WORDS) as TableName[]).map((table, index) => {
		const row = index - 1;
		const ask = canvas.add(WORDS[table].ask, TYPES.switch, [2, row], {
			...switchOf(
				[
					{
						output: 'Missing',
						when: `!$('${FIND_TABLES}').all().some((table) => table.json.name === '${table}')`,
					},
				],
				'Exists',
			),
			executeOnce: true,
		});
		const create = canvas.add(WORDS[table].create, TYPES.dataTable, [3, row], createTable(table));
		canvas.connect(tables, ask);
		canvas.connect(ask, create);
		return [table, create] as const;
	});
	const accounts = created.find(([table]) => table === 'cs_accounts')?.[1];
	if (accounts === undefined) throw new Error('Setup creates no accounts table');
	const samples = canvas.add('Sample Accounts', TYPES.set, [4, 0], {
		executeOnce: true,
		parameters: {
			mode: 'raw',
			jsonOutput: sampleAccountsExpression(),
			options: {},
		},
	});
	const split = canvas.add('Split Samples', TYPES.splitOut, [5, 0], {
		parameters: { fieldToSplitOut: 'accounts', options: {} },
	});
	const fill = canvas.add('Insert Samples', TYPES.dataTable, [6, 0], sampleInsert(accounts));
	canvas.chain(accounts, samples, split, fill);
	canvas.note(
		`## Run this once
It creates three data tables and leaves alone what is there already, so it is safe to run again.

- **cs_ticket_log**: one row per ticket, with its state
- **cs_accounts**: your customers; invented samples to begin with
- **cs_alert_outbox**: every alert and digest as text

Then open **Overview → Data tables → cs_accounts**, put your own customers there (or import a CSV), and delete the samples. Contact emails and domains may hold several, separated by commas. Renewal dates are written 2027-03-31.`,
		[-0.3, -2.5],
		[4, 1.2],
		5,
	);
	return canvas.build();
}

/** The table was created one node ago, so its id comes from there, not from the list. */
function sampleInsert(create: string) {
	const columns = Object.fromEntries(
		Object.keys(ACCOUNT_COLUMNS).map((name) => [name, `={{ $json.${name} }}`]),
	);
	const options = insertRow('cs_accounts', columns);
	return {
		...options,
		parameters: {
			...options.parameters,
			dataTableId: { __rl: true, mode: 'id', value: `={{ $('${create}').first().json.id }}` },
		},
	};
}
