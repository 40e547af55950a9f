import type { Canvas, Grid } from '../canvas/canvas.ts';
import { filterOn } from '../canvas/canvasParts.ts';
import { TYPES } from '../canvas/nodeTypes.ts';
import { fillCell, listTables, readRowsLacking } from './dataTable.ts';
import { OWNERS_TABLE } from './ownersTable.ts';

const FOUND_ID = '={{ $json.user.id }}';
/** Slack takes this method about 50 times a minute (docs.slack.dev, tier 3). */
const BETWEEN_CALLS_MS = 1300;

/**
 * Adds what fills in the Slack member IDs of owners who have none, by their addresses. While the request is disabled
 * it hands its rows on as they are: nothing is found in them, and nothing written.
 */
export function addSlackIds(canvas: Canvas, start: string, place: Grid): void {
	const at = (columns: number, rows = 0): Grid => [place[0] + columns, place[1] + rows];
	const list = canvas.add('List Tables', TYPES.dataTable, at(0), listTables(OWNERS_TABLE));
	const table = canvas.add(
		'Team Table',
		TYPES.filter,
		at(1),
		filterOn([['={{ $json.name }}', { operation: 'equals', to: OWNERS_TABLE.name }]]),
	);
	const lacking = canvas.add(
		'Without Slack ID',
		TYPES.dataTable,
		at(2),
		readRowsLacking(OWNERS_TABLE, 'slack_id', '={{ $json.id }}'),
	);
	const ask = canvas.add('Find in Slack', TYPES.httpRequest, at(3), {
		disabled: true,
		// Somebody who is not in Slack, or a wrong token, is no reason to look at nothing else.
		onError: 'continueRegularOutput',
		parameters: {
			url: 'https://slack.com/api/users.lookupByEmail',
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'slackApi',
			sendQuery: true,
			queryParameters: { parameters: [{ name: 'email', value: '={{ $json.email }}' }] },
			options: { batching: { batch: { batchSize: 1, batchInterval: BETWEEN_CALLS_MS } } },
		},
	});
	// Slack may write an address in other letters than the row does, so each answer goes beside its row.
	const beside = canvas.add('Beside Their Rows', TYPES.merge, at(4), {
		parameters: { mode: 'combine', combineBy: 'combineByPosition', options: {} },
	});
	const found = canvas.add(
		'Found',
		TYPES.filter,
		at(5),
		filterOn([[FOUND_ID, { operation: 'exists' }]]),
	);
	const save = canvas.add(
		'Save Slack IDs',
		TYPES.dataTable,
		at(6),
		fillCell(OWNERS_TABLE, 'slack_id', `={{ $('${table}').first().json.id }}`, FOUND_ID),
	);
	canvas.chain(start, list, table, lacking, ask, beside, found, save);
	canvas.connect(lacking, beside, 0, 1);
}
