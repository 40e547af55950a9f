import { Canvas, TYPES, type Template } from './canvas.ts';
import { switchOf } from './canvasParts.ts';
import { TICKET, addPipeline, addPipelineNotes } from './pipeline.ts';
import { addFindTables, deleteRows, equals, getRows, updateRows } from './tables.ts';

/** Rows get this long to end by themselves before they count as stuck. */
const STUCK_MINUTES = 10;
/** A ticket that failed this often needs a person; the digest names it. */
const MOST_ATTEMPTS = 5;

const ENDED = ['alerted', 'monitored', 'unattached', 'skipped'];

/** Replays log rows that stay in received or failed: after a crash, an outage, or a wrong setting. */
export function buildRecover(): Template {
	const canvas = new Canvas('csAlertsRecover1', 'Recover Tickets');
	const schedule = canvas.add('Every 5 Minutes', TYPES.schedule, [0, 0], {
		parameters: { rule: { interval: [{ field: 'minutes', minutesInterval: 5 }] } },
	});
	const manual = canvas.add('Recover Now', TYPES.manualTrigger, [0, 1]);
	const tables = addFindTables(canvas, [1, 0]);
	const stuck = canvas.add('Stuck Rows', TYPES.dataTable, [2, 0], {
		...getRows('cs_ticket_log', [
			...ENDED.map((state) => ({ keyName: 'state', condition: 'neq', keyValue: state })),
			{
				keyName: 'updatedAt',
				condition: 'lt',
				keyValue: `={{ $now.minus({ minutes: ${STUCK_MINUTES} }).toISO() }}`,
			},
			{ keyName: 'attempts', condition: 'lt', keyValue: `={{ ${MOST_ATTEMPTS} }}` },
		]),
		executeOnce: true,
	});
	const byRow = equals('id', `={{ $('${stuck}').item.json.id }}`);
	const attempt = canvas.add(
		'Count Attempt',
		TYPES.dataTable,
		[3, 0],
		updateRows('cs_ticket_log', [byRow], {
			attempts: `={{ ($('${stuck}').item.json.attempts ?? 0) + 1 }}`,
		}),
	);
	const first = canvas.add('First Delivery', TYPES.dataTable, [4, 0], {
		...getRows('cs_ticket_log', [equals('ticket_key', '={{ $json.ticket_key }}')], { limit: 1 }),
	});
	const kind = canvas.add(
		'First or Duplicate',
		TYPES.switch,
		[5, 0],
		switchOf([{ output: 'First', when: `$json.id === $('${stuck}').item.json.id` }], 'Duplicate'),
	);
	const drop = canvas.add('Drop Duplicate', TYPES.dataTable, [6, 1], {
		...deleteRows('cs_ticket_log', [byRow]),
	});
	const ticket = canvas.add(TICKET, TYPES.set, [6, 0], {
		parameters: {
			mode: 'raw',
			jsonOutput: '={{ ({ ticket: JSON.parse($json.ticket) }) }}',
			options: {},
		},
	});
	canvas.connect(schedule, tables);
	canvas.connect(manual, tables);
	canvas.chain(tables, stuck, attempt, first, kind, ticket);
	canvas.connect(kind, drop, 1);
	addPipeline(canvas, 7);
	canvas.note(
		`## Retries what did not finish
**Whatever you change in Sentiment Score, Account Lookup, Threshold Gate, CS Alert Formatter or the Slack and email nodes of the main workflow, change here too: copy the nodes over.**

Every 5 minutes: tickets that stay *received* or *failed* for ${STUCK_MINUTES} minutes go through the same steps again, up to ${MOST_ATTEMPTS} times. After that they stay *failed* and the weekly digest names them.`,
		[-0.3, -1.6],
		[4, 1.1],
		5,
	);
	addPipelineNotes(canvas, 7, 1);
	return canvas.build();
}
