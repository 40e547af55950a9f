import { Canvas, type Template } from '../canvas/canvas.ts';
import { filterOn, switchOn } from '../canvas/canvasParts.ts';
import { TYPES } from '../canvas/nodeTypes.ts';
import { choosePeriod, PERIOD_FORM, periodEnding } from '../steps/periodForm.ts';

const CHOSEN = `$('${PERIOD_FORM}').first().json`;

/** Scores the tickets of months back without alerting anybody; shows how far it is, stops it and lets it go on. */
export function buildBackfill(): Template {
	const canvas = new Canvas({
		id: 'csAlertsBackfil1',
		name: 'CS Alerts Backfill',
		description:
			'Scores the support tickets of months back, so that thresholds can be tried on them. Nobody is alerted.',
	});
	addStart(canvas);
	addProgress(canvas);
	addHold(canvas, 3.3, 'Stop', {
		operation: 'stopBackfill',
		runningBackfill: '={{ $json.backfills.id }}',
	});
	addHold(canvas, 4.5, 'Continue', {
		operation: 'continueBackfill',
		stoppedBackfill: '={{ $json.backfills.id }}',
	});
	canvas.note(START, [-0.3, -1.4], [6.6, 1.15]);
	canvas.note(PROGRESS, [4, 2.1], [2.3, 1.05]);
	canvas.note(HOLD, [4, 3.3], [2.3, 1.25]);
	return canvas.build();
}

const START = `# Score the months before today
## Publish CS Alerts first; its trigger needs an API credential. Then run Choose Period: a form opens.
## Each ticket is scored, looked up and decided; nobody is alerted. Live tickets go first, the weekly digest leaves these out.`;

const PROGRESS = `# How far is it?
## Run it, open Each Backfill. What became of each ticket: Ticket Log → Get Messages.`;

const HOLD = `# Hold it, let it go on
## Stop holds every backfill that runs. Continue lets all go on that were stopped or have failed.`;

const status = { parameters: { operation: 'getIntakeStatus' } };

/** The helpdesk's triggers are found in the log: a form cannot list them. */
function addStart(canvas: Canvas): void {
	const form = canvas.add(PERIOD_FORM, TYPES.formTrigger, [0, 0], choosePeriod);
	const triggers = canvas.add('Find Triggers', TYPES.ticketLog, [1, 0], status);
	const ours = canvas.add('Of This Helpdesk', TYPES.filter, [2, 0], {
		...filterOn(
			[
				['={{ $json.helpdesk }}', { operation: 'equals', to: `={{ ${CHOSEN}.Helpdesk }}` }],
				['={{ $json.isRunning }}', { operation: 'true' }],
			],
			// "Zendesk" in the form, "zendesk" in the log.
			{ ignoreCase: true },
		),
		// An empty item is how a missing trigger goes on.
		alwaysOutputData: true,
	});
	const found = canvas.add(
		'Is There One?',
		TYPES.switch,
		[3, 0],
		switchOn('={{ $json.source }}', {
			Found: { operation: 'exists' },
			Missing: { operation: 'notExists' },
		}),
	);
	const start = canvas.add('Start Backfill', TYPES.ticketLog, [4, 0], {
		parameters: {
			operation: 'startBackfill',
			backfillTrigger: '={{ $json.source }}',
			backfillFrom: `={{ ${CHOSEN}.From }}`,
			backfillTo: `={{ ${CHOSEN}.To }}`,
		},
		onError: 'continueErrorOutput',
	});
	const missing = canvas.add(
		'No Such Trigger',
		TYPES.form,
		[4, 1],
		periodEnding(
			'No such trigger is running',
			'Publish the workflow CS Alerts with the trigger of this helpdesk enabled, then send this form again.',
		),
	);
	const started = canvas.add(
		'Started',
		TYPES.form,
		[5.2, 0],
		periodEnding(
			'The backfill has started',
			'To see how far it is, run "How Far Is It?" in this workflow. You can close this page.',
		),
	);
	const failed = canvas.add(
		'Not Started',
		TYPES.form,
		[5.2, 1],
		periodEnding('The backfill was not started', '={{ $json.error.message }}'),
	);
	canvas.chain(form, triggers, ours, found, start, started);
	canvas.connect(found, missing, 1);
	canvas.connect(start, failed, 1);
}

function addProgress(canvas: Canvas): void {
	canvas.chain(
		canvas.add('How Far Is It?', TYPES.manualTrigger, [0, 2.1]),
		canvas.add('Get Status', TYPES.ticketLog, [1, 2.1], status),
		addEach(canvas, 'Each Backfill', [2, 2.1]),
	);
}

/** A lane that stops or continues all backfills: one that has ended, or is as wished, stays as it is. */
function addHold(
	canvas: Canvas,
	row: number,
	name: 'Stop' | 'Continue',
	parameters: Record<string, unknown>,
): void {
	canvas.chain(
		canvas.add(name, TYPES.manualTrigger, [0, row]),
		canvas.add(`Find Those to ${name}`, TYPES.ticketLog, [1, row], status),
		addEach(canvas, `Each to ${name}`, [2, row]),
		canvas.add(`${name} Backfill`, TYPES.ticketLog, [3, row], {
			parameters,
			// One that cannot go on, since another of its trigger runs, holds up no other.
			onError: 'continueRegularOutput',
		}),
	);
}

const addEach = (canvas: Canvas, name: string, place: [number, number]): string =>
	canvas.add(name, TYPES.splitOut, place, {
		parameters: {
			fieldToSplitOut: 'backfills',
			include: 'selectedOtherFields',
			fieldsToInclude: 'helpdesk',
			options: {},
		},
	});
