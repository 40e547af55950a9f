import { Canvas, TYPES, type Template } from './canvas.ts';
import { addAnswer, fieldsOf, switchOf } from './canvasParts.ts';
import { TICKET, addPipeline, addPipelineNotes } from './pipeline.ts';
import { addFindTables, deleteRows, equals, getRows, insertRow, updateRows } from './tables.ts';

/** What differs between the helpdesks: where the fields stand in the payload, and what to tell the user. */
export interface Intake {
	id: string;
	name: string;
	helpdesk: 'Zendesk' | 'Intercom' | 'Freshdesk';
	path: string;
	/** Intercom asks with HEAD whether the address exists before it saves it. */
	answersHead?: boolean;
	/** An expression that is true for deliveries about a new ticket; others are answered and left. */
	isNewTicket?: string;
	/** Expressions for the fields of `ticket`; `payload` in them is what came in. */
	fields: {
		/** The name of the helpdesk account, so that two of them cannot mix up their tickets. */
		instance: string;
		id: string;
		subject: string;
		body: string;
		email: string;
		name: string;
		createdAt: string;
		url: string;
		channel: string;
	};
	instructions: string;
	/** Height of the instructions on the canvas, in grid rows. */
	instructionRows: number;
}

const READ = 'Read Payload';
const UNREADABLE =
	'The payload has no ticket ID. Compare what the helpdesk sends with the note in the workflow';

/** The main workflow for one helpdesk: from its webhook to the last log entry. */
export function buildIntake(intake: Intake): Template {
	const canvas = new Canvas(intake.id, intake.name);
	const [entrance, output] = addEntrance(canvas, intake);
	const tables = addFindTables(canvas, [1, 0]);
	const read = canvas.add(READ, TYPES.set, [2, 0], {
		...fieldsOf(payloadFields(intake), { readable: 'boolean' }),
		executeOnce: true,
	});
	canvas.connect(entrance, tables, output);
	canvas.connect(tables, read);
	addLogAndAnswer(canvas, intake);
	addPipeline(canvas, 8);
	const rows = intake.instructionRows;
	canvas.note(intake.instructions, [-1.3, -0.4 - rows], [4.4, rows], 5);
	canvas.note(LOG_NOTE, [3.4, -1.35], [3.6, 0.95], 4);
	addPipelineNotes(canvas, 8, 2);
	return canvas.build();
}

const triggerOf = ({ helpdesk }: Intake) => `${helpdesk} Webhook`;

/** The webhook, and what has to be answered before any ticket is read. */
function addEntrance(canvas: Canvas, intake: Intake): [node: string, output: number] {
	const { path, answersHead, isNewTicket } = intake;
	const column = isNewTicket === undefined ? 0 : -1;
	const webhook = canvas.add(triggerOf(intake), TYPES.webhook, [column, 0], {
		parameters: {
			...(answersHead
				? { multipleMethods: true, httpMethod: ['POST', 'HEAD'] }
				: { httpMethod: 'POST' }),
			path,
			responseMode: 'responseNode',
			options: {},
		},
	});
	if (answersHead) {
		const answer = canvas.add('Answer Address Check', TYPES.respond, [column + 1, 2], {
			parameters: { respondWith: 'noData', options: { responseCode: 200 } },
		});
		canvas.connect(webhook, answer, 1);
	}
	if (isNewTicket === undefined) return [webhook, 0];
	const filter = canvas.add(
		'New Ticket or Other Event',
		TYPES.switch,
		[column + 1, 0],
		switchOf([{ output: 'New Ticket', when: isNewTicket }], 'Other Event'),
	);
	const answer = addAnswer(canvas, 'Answer Other Event', [column + 2, 1], 200, {
		received: true,
		ignored: 'not a new ticket',
	});
	canvas.connect(webhook, filter);
	canvas.connect(filter, answer, 1);
	return [filter, 0];
}

/** The fields of `ticket`, and whether it can be told which ticket this is. */
function payloadFields(intake: Intake): Record<string, string> {
	const payload = `$('${triggerOf(intake)}').first().json.body`;
	const expression = (text: string) => `={{ ${text.replace(/(?<![.\w])payload\b/g, payload)} }}`;
	// Payloads come from outside: what is no text and no number counts as nothing.
	const textOf = (field: string) =>
		`((value) => typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '')(${field})`;
	// A placeholder that the helpdesk left unfilled would make all tickets one and the same.
	const id = `((id) => id.startsWith('{' + '{') ? '' : id)(${textOf(intake.fields.id)})`;
	const { fields, helpdesk } = intake;
	const prefix = `'${helpdesk.toLowerCase()}:' + ${fields.instance} + ':'`;
	return {
		'ticket.key': expression(`${prefix} + (${id} || 'unreadable-' + $execution.id)`),
		'ticket.helpdesk': helpdesk.toLowerCase(),
		'ticket.id': expression(id),
		'ticket.subject': expression(textOf(fields.subject)),
		'ticket.body': expression(textOf(fields.body)),
		'ticket.requester.email': expression(textOf(fields.email)),
		'ticket.requester.name': expression(textOf(fields.name)),
		'ticket.createdAt': expression(fields.createdAt),
		'ticket.receivedAt': '={{ $now.toUTC().toISO() }}',
		'ticket.url': expression(textOf(fields.url)),
		'ticket.channel': expression(textOf(fields.channel)),
		readable: expression(`${id} !== ''`),
	};
}

/** The log row first, then the answer: what the helpdesk was told we have, we have. */
function addLogAndAnswer(canvas: Canvas, intake: Intake): void {
	const ticketKey = equals('ticket_key', `={{ $('${READ}').first().json.ticket.key }}`);
	const isReadable = `$('${READ}').first().json.readable`;
	const isFirst = '$json.execution_id === $execution.id';

	const received = canvas.add('Log Received', TYPES.dataTable, [3, 0], {
		...insertRow('cs_ticket_log', {
			ticket_key: '={{ $json.ticket.key }}',
			state: 'received',
			helpdesk: '={{ $json.ticket.helpdesk }}',
			subject: '={{ $json.ticket.subject }}',
			requester_email: '={{ $json.ticket.requester.email }}',
			url: '={{ $json.ticket.url }}',
			received_at: '={{ $json.ticket.receivedAt }}',
			attempts: 0,
			execution_id: '={{ $execution.id }}',
			ticket: `={{ JSON.stringify($json.readable ? $json.ticket : $('${triggerOf(intake)}').first().json.body) }}`,
		}),
		onError: 'continueErrorOutput',
	});
	const first = canvas.add('First Delivery', TYPES.dataTable, [4, 0], {
		...getRows('cs_ticket_log', [ticketKey], { limit: 1 }),
		onError: 'continueErrorOutput',
	});
	const kind = canvas.add(
		'New or Seen Before',
		TYPES.switch,
		[5, 0],
		switchOf(
			[
				{ output: 'New', when: `${isFirst} && ${isReadable}` },
				{ output: 'Unreadable', when: `${isFirst} && !${isReadable}` },
			],
			'Seen Before',
		),
	);
	const answer = addAnswer(canvas, 'Answer Helpdesk', [6, 0], 200, { received: true });
	const ticket = canvas.add(TICKET, TYPES.set, [7, 0], {
		parameters: {
			mode: 'raw',
			jsonOutput: `={{ ({ ticket: $('${READ}').first().json.ticket }) }}`,
			options: {},
		},
	});
	const notLogged = addAnswer(canvas, 'Answer Not Logged', [4.7, 1.5], 503, {
		received: false,
		error: 'The ticket could not be logged. Run the workflow CS Alerts Setup, then send it again',
	});
	const skipped = canvas.add(
		'Log Skipped',
		TYPES.dataTable,
		[6, 1],
		updateRows('cs_ticket_log', [ticketKey], {
			state: 'skipped',
			reason: UNREADABLE,
			decided_at: '={{ $now }}',
		}),
	);
	const answerUnreadable = addAnswer(canvas, 'Answer Unreadable', [7, 1], 422, {
		received: false,
		error: UNREADABLE,
	});
	const drop = canvas.add(
		'Drop Duplicate',
		TYPES.dataTable,
		[6, 2],
		deleteRows('cs_ticket_log', [ticketKey, equals('execution_id', '={{ $execution.id }}')]),
	);
	const answerAgain = addAnswer(canvas, 'Answer Again', [7, 2], 200, {
		received: true,
		duplicate: true,
	});
	canvas.chain(READ, received, first, kind, answer, ticket);
	canvas.connect(received, notLogged, 1);
	canvas.connect(first, notLogged, 1);
	canvas.connect(kind, skipped, 1);
	canvas.connect(skipped, answerUnreadable);
	canvas.connect(kind, drop, 2);
	canvas.connect(drop, answerAgain);
}

const LOG_NOTE = `## Nothing is lost, nothing comes twice
The ticket stands in the table **cs_ticket_log** before the helpdesk gets its answer. A second delivery of the same ticket is recognised and dropped.

Rows that stay *received* or *failed* are retried by the workflow **Recover Tickets**. Whatever you change on the right, change there too. A payload without a ticket ID is logged as *skipped* and answered with 422.`;
