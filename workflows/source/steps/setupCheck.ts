import type { Canvas, Grid } from '../canvas/canvas.ts';
import { fieldsOf } from '../canvas/canvasParts.ts';
import { TYPES } from '../canvas/nodeTypes.ts';
import { ACCOUNTS_TABLE } from './accountsTable.ts';
import { readTable } from './dataTable.ts';
import { OUTCOMES_TABLE } from './outcomesTable.ts';
import { OWNERS_TABLE } from './ownersTable.ts';

/** One of the sample accounts' people. */
const SAMPLE_ADDRESS = 'jo.oneil@acme.example';
/** What cannot be read is told as a finding; the rest is looked at all the same. */
const keepGoing = { onError: 'continueRegularOutput' } as const;

/** Adds the look at everything, and its page. */
export function addSetupCheck(canvas: Canvas, start: string, place: Grid): void {
	const at = (columns: number, rows = 0): Grid => [place[0] + columns, place[1] + rows];
	const address = canvas.add(
		'A Customer’s Address',
		TYPES.set,
		at(0),
		fieldsOf({ 'ticket.requester.email': SAMPLE_ADDRESS }),
	);
	const accounts = canvas.add('Your Accounts', TYPES.dataTable, at(0, 1), {
		...readTable(ACCOUNTS_TABLE),
		...keepGoing,
	});
	const owners = canvas.add('Your Owners', TYPES.dataTable, at(0, 2), {
		...readTable(OWNERS_TABLE),
		...keepGoing,
	});
	const outcomes = canvas.add('Your Outcomes', TYPES.dataTable, at(1.2, 2), {
		...readTable(OUTCOMES_TABLE),
		...keepGoing,
	});
	const lookup = canvas.add('Account Lookup', TYPES.accountLookup, at(1.2), keepGoing);
	const check = canvas.add('Check Setup', TYPES.ticketLog, at(2.4, 0.5), {
		parameters: { operation: 'checkSetup', slack: 'none' },
	});
	const page = canvas.add('Show Page', TYPES.html, at(3.6, 0.5), {
		// No expression of n8n's: the node itself puts the page in, and evaluates nothing that stands in it.
		parameters: { operation: 'generateHtmlTemplate', html: '{{ $json.html }}' },
	});
	for (const first of [address, accounts, owners, outcomes]) canvas.connect(start, first);
	canvas.chain(address, lookup, check, page);
	canvas.connect(accounts, lookup, 0, 1);
	canvas.connect(owners, check, 0, 1);
	canvas.connect(accounts, check, 0, 2);
	canvas.connect(outcomes, check, 0, 3);
}

/** Adds what sends a test alert, to be run by itself. */
export function addTestAlert(canvas: Canvas, [column, row]: Grid): void {
	const start = canvas.add('Send Test Alert', TYPES.manualTrigger, [column, row]);
	const send = canvas.add('Queue Test Alert', TYPES.ticketLog, [column + 1, row], {
		parameters: { operation: 'sendTestAlert', testOwnerEmail: '' },
	});
	canvas.connect(start, send);
}
