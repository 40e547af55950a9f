import { Canvas, type Template } from '../canvas/canvas.ts';
import { filterOn, switchOn } from '../canvas/canvasParts.ts';
import { TYPES } from '../canvas/nodeTypes.ts';
import { choosePeriod, PERIOD_FORM, periodEnding, progressPage } from '../steps/periodForm.ts';
import { showResult } from '../steps/rulesForm.ts';

const CHOSEN = `$('${PERIOD_FORM}').first().json`;
const PROGRESS_WORDS = '{{ $json.backfills.progress }}';

/** Scores the tickets of months back without alerting anybody; shows how far it is, stops it and lets it go on. */
export function buildBackfill(): Template {
	const canvas = new Canvas({
		id: 'csAlertsBackfil1',
		name: 'CS Alerts Backfill',
		description:
			'Scores the support tickets of months back, and shows what your rules would have done with them. Nobody is alerted.',
	});
	addFirstBacktest(canvas, addStart(canvas));
	addProgress(canvas);
	addHold(canvas, 5.3, 'Stop', {
		operation: 'stopBackfill',
		runningBackfill: '={{ $json.backfills.id }}',
	});
	addHold(canvas, 6.5, 'Continue', {
		operation: 'continueBackfill',
		stoppedBackfill: '={{ $json.backfills.id }}',
	});
	canvas.note(START, [-0.3, -1.6], [6.6, 1.35]);
	canvas.note(PROGRESS, [5.9, 3.9], [3.2, 1.2]);
	canvas.note(HOLD, [5.9, 5.3], [3.2, 1.25]);
	return canvas.build();
}

const START = `# Score the months before today
## Publish CS Alerts first; its trigger needs an API credential. Then run Choose Period: a form opens. It shows how far it is and, once all is decided, a first backtest: what your rules would have done.
## Each ticket is scored, looked up and decided; nobody is alerted. Live tickets go first, the weekly digest leaves these out.`;

const PROGRESS = `# The page was closed?
## Run How Far Is It?, open Each Backfill. Once one is finished, Show Page has a backtest of all days since the earliest (tab HTML). What became of each ticket: Ticket Log → Get Messages.`;

const HOLD = `# Hold it, let it go on
## Stop holds every backfill that runs. Continue lets all go on that were stopped or have failed.`;

const status = { parameters: { operation: 'getIntakeStatus' } };

/** The report on all that came in since a backfill's period began, by the rules of today. */
const backtest = {
	operation: 'backtest',
	days: '={{ $json.backfills.reportDays }}',
	rulesFrom: 'log',
};

/**
 * The helpdesk's triggers are found in the log: a form cannot list them.
 * @returns the node that started it
 */
function addStart(canvas: Canvas): string {
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
	const failed = canvas.add(
		'Not Started',
		TYPES.form,
		[5.2, 1],
		periodEnding('The backfill was not started', '={{ $json.error.message }}'),
	);
	canvas.chain(form, triggers, ours, found, start);
	canvas.connect(found, missing, 1);
	canvas.connect(start, failed, 1);
	return start;
}

/** The form's further pages: how far it is, as often as somebody asks, and the backtest once it is finished. */
function addFirstBacktest(canvas: Canvas, start: string): void {
	const look = canvas.add('Look at It', TYPES.ticketLog, [5.2, 0], status);
	const each = addEach(canvas, 'All Backfills', [6.2, 0]);
	const ours = canvas.add(
		'This One',
		TYPES.filter,
		[7.2, 0],
		filterOn([
			[
				'={{ $json.backfills.id }}',
				{ operation: 'equals', to: `={{ $('${start}').first().json.log.id }}` },
			],
		]),
	);
	const stands = canvas.add(
		'How Does It Stand?',
		TYPES.switch,
		[8.2, -0.4],
		switchOn('={{ $json.backfills.stage }}', {
			Running: { operation: 'equals', to: 'running' },
			Finished: { operation: 'equals', to: 'finished' },
			Stopped: { operation: 'equals', to: 'stopped' },
			Failed: { operation: 'equals', to: 'failed' },
		}),
	);
	const page = canvas.add(
		'How Far It Is',
		TYPES.form,
		[9.4, 0],
		progressPage(
			`=${PROGRESS_WORDS}. Once all is decided, this page shows what your rules would have done. You can close it: How Far Is It? in this workflow shows the same.`,
		),
	);
	const report = canvas.add('First Backtest', TYPES.csAlertReport, [9.4, 1], {
		parameters: backtest,
		onError: 'continueErrorOutput',
	});
	const result = canvas.add('Show Backtest', TYPES.form, [10.6, 1], showResult);
	const problem = canvas.add(
		'No Backtest',
		TYPES.form,
		[10.6, 2],
		periodEnding('The backfill is finished, without a backtest', '={{ $json.error.message }}'),
	);
	const stopped = canvas.add(
		'Stopped',
		TYPES.form,
		[9.4, 2],
		periodEnding(
			'The backfill was stopped',
			`=${PROGRESS_WORDS}. Run Continue in this workflow, and How Far Is It? to see how far it is.`,
		),
	);
	const failed = canvas.add(
		'Failed',
		TYPES.form,
		[9.4, 3],
		periodEnding(
			'The backfill has failed',
			`={{ $json.backfills.error }}. Once the cause is mended, run Continue in this workflow.`,
		),
	);
	canvas.chain(start, look, each, ours, stands);
	[page, report, stopped, failed].forEach((node, output) => canvas.connect(stands, node, output));
	canvas.connect(page, look);
	canvas.connect(report, result);
	canvas.connect(report, problem, 1);
}

/** For whoever has closed the form's page. */
function addProgress(canvas: Canvas): void {
	const at = (column: number): [number, number] => [column * 0.85, 3.9];
	const report = canvas.add('Backtest', TYPES.csAlertReport, at(5), {
		parameters: backtest,
		// Its days hold those of all others, whichever trigger or run fetched them.
		executeOnce: true,
	});
	canvas.chain(
		canvas.add('How Far Is It?', TYPES.manualTrigger, at(0)),
		canvas.add('Get Status', TYPES.ticketLog, at(1), status),
		addEach(canvas, 'Each Backfill', at(2)),
		canvas.add(
			'Finished',
			TYPES.filter,
			at(3),
			filterOn([['={{ $json.backfills.stage }}', { operation: 'equals', to: 'finished' }]]),
		),
		canvas.add('Furthest Back First', TYPES.sort, at(4), {
			parameters: {
				sortFieldsUi: {
					sortField: [{ fieldName: 'backfills.reportDays', order: 'descending' }],
				},
				options: {},
			},
		}),
		report,
		canvas.add('Show Page', TYPES.html, at(6), {
			parameters: { operation: 'generateHtmlTemplate', html: '{{ $json.report.html }}' },
		}),
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
