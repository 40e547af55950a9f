import type { Canvas, Grid } from '../canvas/canvas.ts';
import { TYPES } from '../canvas/nodeTypes.ts';
import { ACCOUNTS_TABLE } from './accountsTable.ts';
import { readTable } from './dataTable.ts';

/** A ticket that a step cannot take goes on with its error, so that it holds up no other of its run. */
const keepGoing = { onError: 'continueRegularOutput' } as const;

/**
 * Adds the way of a ticket from its trigger to the log. Known Accounts is the one step that stops the
 * run when it fails: without it every customer would be an unknown one, and the inbox tries again.
 * @param place of the first step
 */
export function addDecision(canvas: Canvas, triggers: readonly string[], place: Grid): void {
	const at = (columns: number, rows: number): Grid => [place[0] + columns, place[1] + rows];
	const score = canvas.add('Sentiment Score', TYPES.sentimentScore, at(0, 0), keepGoing);
	const known = canvas.add('Known Accounts', TYPES.dataTable, at(0, 1), readTable(ACCOUNTS_TABLE));
	const lookup = canvas.add('Account Lookup', TYPES.accountLookup, at(1, 0), keepGoing);
	const gate = canvas.add('Threshold Gate', TYPES.thresholdGate, at(2, 0), keepGoing);
	const record = canvas.add('Record Decision', TYPES.ticketLog, at(4, 0), {
		parameters: { operation: 'recordDecision' },
	});
	// n8n runs what stands lower later. Only what goes to Review can fail Record Decision, and the
	// other tickets of the run have to be recorded before that stops it.
	const review = canvas.add('To Review', TYPES.noOperation, at(3, 1));
	for (const trigger of triggers) {
		canvas.connect(trigger, score);
		canvas.connect(trigger, known);
	}
	canvas.chain(score, lookup, gate);
	canvas.connect(known, lookup, 0, 1);
	canvas.connect(gate, record, 0);
	canvas.connect(gate, review, 1);
	canvas.connect(gate, record, 2);
	canvas.connect(review, record);
}
