import { Canvas, type Grid, type Template } from '../canvas/canvas.ts';
import { fieldsOf, filterOn, switchOn } from '../canvas/canvasParts.ts';
import { TYPES } from '../canvas/nodeTypes.ts';
import { sampleAccountsJson } from '../samples/sampleAccounts.ts';
import { sampleOutcomesJson } from '../samples/sampleOutcomes.ts';
import { sampleOwnersJson } from '../samples/sampleOwners.ts';
import { ACCOUNTS_TABLE } from '../steps/accountsTable.ts';
import { addSetupCheck, addTestAlert } from '../steps/setupCheck.ts';
import { addSlackIds } from '../steps/slackIds.ts';
import { createTable, listTables, putRows, type DataTable } from '../steps/dataTable.ts';
import { OUTCOMES_TABLE } from '../steps/outcomesTable.ts';
import { OWNERS_TABLE } from '../steps/ownersTable.ts';

const NAME = '={{ $json.name }}';

/** Creates the tables that are missing, touches nothing that is there, and looks at everything: safe to run again. */
export function buildSetup(): Template {
	const canvas = new Canvas({
		id: 'csAlertsSetup001',
		name: 'CS Alerts Setup',
		description: `Creates the data tables ${ACCOUNTS_TABLE.name}, ${OWNERS_TABLE.name} and ${OUTCOMES_TABLE.name} with samples, checks the whole setup and says in plain words what is missing.`,
	});
	const start = canvas.add('Run Setup', TYPES.manualTrigger, [0, 3]);
	addTable(canvas, start, [1, 0], {
		table: ACCOUNTS_TABLE,
		what: 'Accounts',
		samples: sampleAccountsJson(),
	});
	addTable(canvas, start, [1, 2], {
		table: OWNERS_TABLE,
		what: 'Owners',
		samples: sampleOwnersJson(),
	});
	addTable(canvas, start, [1, 4], {
		table: OUTCOMES_TABLE,
		what: 'Outcomes',
		samples: sampleOutcomesJson(),
	});
	// n8n runs what stands lower later: the tables are there by then, and what Slack knew is in them.
	addSlackIds(canvas, start, [1, 6]);
	addSetupCheck(canvas, start, [1, 7.1]);
	addTestAlert(canvas, [6, 9.1]);
	canvas.note(TABLES, [-3.5, -0.1], [3.3, 2.4]);
	canvas.note(SLACK_IDS, [-3.5, 5.1], [3.3, 1.4]);
	canvas.note(CHECK, [-3.5, 7], [3.3, 1.7]);
	canvas.note(TEST_ALERT, [5.7, 7], [3, 1.6]);
	canvas.note(RENAME, [4, 1], [3.6, 0.8], 'green');
	return canvas.build();
}

// Headings throughout: n8n opens a workflow at about a third of its size on a small screen.

const TABLES = `# 1. Run Setup
## It makes the data tables ${ACCOUNTS_TABLE.name}, ${OWNERS_TABLE.name} and ${OUTCOMES_TABLE.name} (who left or renewed: for CS Alerts Reports) with invented rows. What is there stays as it is: run it as often as you like.
## Your own rows: fill in accounts.csv, owners.csv and outcomes.csv (beside this file), Overview → Data tables → the table → ⋮ → Import CSV, delete the samples. Commas between several domains; dates as 2027-03-31; plain numbers.`;

const SLACK_IDS = `# 2. Slack member IDs
## Direct messages need them. Find in Slack: choose your Slack credential (scopes users:read, users:read.email), press D to enable it.
## Each run then fills in what is missing in ${OWNERS_TABLE.name}.`;

const CHECK = `# 3. See what is missing
## Each run ends with Check Setup. Open Show Page, tab HTML: what is broken, and where to click.
## A Customer’s Address: put a real one. With a CRM, choose it in Account Lookup. With Slack, choose it in Check Setup.`;

const TEST_ALERT = `# 4. Send Test Alert
## Publish CS Alerts, then run this: an invented alert, marked as a test, goes the way alerts go, to the fallback owner.
## It shows whether email, Slack or Teams take it. Run Setup then says if it arrived.`;

const RENAME = `# Nothing should come out of Rename These
## A table whose name contains the name of ours could be read instead of it.`;

interface Wanted {
	table: DataTable;
	what: string;
	/** JSON of an Edit Fields node with the samples under `rows`. */
	samples: string;
}

function addTable(canvas: Canvas, start: string, place: Grid, { table, what, samples }: Wanted) {
	const at = (columns: number, rows = 0): Grid => [place[0] + columns, place[1] + rows];
	const found = canvas.add(`Find ${what}`, TYPES.dataTable, at(0), listTables(table));
	const ours = canvas.add(`${what} Table`, TYPES.filter, at(1), {
		...filterOn([[NAME, { operation: 'equals', to: table.name }]]),
		// An empty item is how a missing table goes on.
		alwaysOutputData: true,
	});
	const exists = canvas.add(
		`Are ${what} There?`,
		TYPES.switch,
		at(2),
		switchOn(NAME, {
			Missing: { operation: 'notExists' },
			'Left as It Is': { operation: 'exists' },
		}),
	);
	const create = canvas.add(`Create ${what} Table`, TYPES.dataTable, at(3), createTable(table));
	const sampleRows = canvas.add(`Sample ${what}`, TYPES.set, at(4), {
		parameters: { mode: 'raw', jsonOutput: samples, options: {} },
	});
	const split = canvas.add(`Split ${what}`, TYPES.splitOut, at(5), {
		parameters: { fieldToSplitOut: 'rows', options: {} },
	});
	const fill = canvas.add(
		`Fill In ${what}`,
		TYPES.dataTable,
		at(6),
		putRows(table, `={{ $('${create}').first().json.id }}`),
	);
	canvas.chain(start, found, ours, exists, create, sampleRows, split, fill);
	addWarning(canvas, found, at(1, 1), { table, what });
}

/** n8n finds a table by any part of its name, so another one can be read in the place of ours. */
function addWarning(
	canvas: Canvas,
	found: string,
	[column, row]: Grid,
	{ table, what }: Pick<Wanted, 'table' | 'what'>,
): void {
	const similar = canvas.add(
		`Names like ${what}`,
		TYPES.filter,
		[column, row],
		filterOn([
			[NAME, { operation: 'exists' }],
			[NAME, { operation: 'notEquals', to: table.name }],
		]),
	);
	const warning = canvas.add(
		`Rename These (${what})`,
		TYPES.set,
		[column + 1, row],
		fieldsOf({
			table: NAME,
			warning: `The name of this data table contains "${table.name}", so CS Alerts may read it instead of ${table.name}. Rename it.`,
		}),
	);
	canvas.chain(found, similar, warning);
}
