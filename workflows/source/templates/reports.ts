import { Canvas, type Template } from '../canvas/canvas.ts';
import { TYPES } from '../canvas/nodeTypes.ts';
import { addOutcomes } from '../steps/outcomes.ts';
import { OUTCOMES_TABLE } from '../steps/outcomesTable.ts';
import { backtest, chooseRules, showProblem, showResult, RULES_FORM } from '../steps/rulesForm.ts';

/** What has happened and what could be changed: the weekly digest, calibration, a dashboard, and rules to try. */
export function buildReports(): Template {
	const canvas = new Canvas({
		id: 'csAlertsReports1',
		name: 'CS Alerts Reports',
		description:
			'The weekly digest, calibration and impact every two months, a dashboard, and a form that tries rules on your own history.',
	});
	addDigest(canvas, 0);
	addCalibration(canvas, 2.3);
	addDashboard(canvas, 6.5);
	addTryRules(canvas, 7.9);
	return canvas.build();
}

/** Where the notes begin, and how wide they are: they stand before the nodes of their row. */
const NOTES = -3.9;
const NOTE_WIDTH = 3.6;

/** CS Alerts sends what is queued, the way alerts go. */
function addDigest(canvas: Canvas, row: number): void {
	const schedule = canvas.add('Mondays at 8', TYPES.schedule, [0, row], {
		parameters: {
			rule: { interval: [{ field: 'weeks', triggerAtDay: [1], triggerAtHour: 8 }] },
		},
	});
	const manual = canvas.add('Digest Now', TYPES.manualTrigger, [0, row + 1]);
	const queue = canvas.add('Queue Digest', TYPES.ticketLog, [1.2, row + 0.5], {
		parameters: { operation: 'queueDigest', digestDays: 7, digestForOwners: true },
		// Each reader's goes into the log once a run, however often it is tried.
		retryOnFail: true,
		maxTries: 3,
		waitBetweenTries: 5000,
	});
	canvas.connect(schedule, queue);
	canvas.connect(manual, queue);
	canvas.note(DIGEST, [NOTES, row], [NOTE_WIDTH, 1.2]);
}

function addCalibration(canvas: Canvas, row: number): void {
	// n8n takes no interval of more than 31 days.
	const schedule = canvas.add('Every 2 Months', TYPES.schedule, [0, row], {
		parameters: {
			rule: {
				interval: [
					{ field: 'months', monthsInterval: 2, triggerAtDayOfMonth: 1, triggerAtHour: 8 },
				],
			},
		},
	});
	const outcomes = addOutcomes(canvas, schedule, [1.2, row + 0.9]);
	const calibration = canvas.add('Calibration', TYPES.csAlertReport, [8.2, row], {
		parameters: { operation: 'calibration', days: 62, outcomes: 'input' },
	});
	const impact = canvas.add('Impact', TYPES.csAlertReport, [8.2, row + 1], {
		parameters: { operation: 'impact', days: 90, outcomes: 'input' },
	});
	const send = canvas.add('Send Reports', TYPES.emailSend, [9.3, row + 0.5], {
		disabled: true,
		parameters: {
			fromEmail: 'cs-alerts@example.com',
			toEmail: 'cs-leads@example.com',
			subject: '={{ $json.report.email.subject }}',
			emailFormat: 'both',
			text: '={{ $json.report.email.text }}',
			html: '={{ $json.report.email.html }}',
			options: { appendAttribution: false },
		},
	});
	for (const report of [calibration, impact]) {
		canvas.connect(schedule, report);
		canvas.connect(outcomes, report, 0, 1);
		canvas.connect(report, send);
	}
	canvas.note(CALIBRATION, [NOTES, row - 0.15], [NOTE_WIDTH, 1.2]);
	canvas.note(OUTCOMES, [NOTES, row + 1.15], [NOTE_WIDTH, 2]);
}

function addDashboard(canvas: Canvas, row: number): void {
	canvas.chain(
		// Without its credential n8n would refuse everybody; it never shows customers to the world.
		canvas.add('Dashboard', TYPES.webhook, [0, row], {
			disabled: true,
			parameters: {
				httpMethod: 'GET',
				path: 'cs-alerts/dashboard',
				authentication: 'basicAuth',
				responseMode: 'responseNode',
				options: {},
			},
		}),
		canvas.add('Last 30 Days', TYPES.csAlertReport, [1.2, row], {
			parameters: { operation: 'dashboard', days: 30 },
		}),
		canvas.add('Show Page', TYPES.respondToWebhook, [2.4, row], {
			parameters: {
				respondWith: 'text',
				responseBody: '={{ $json.report.html }}',
				options: {
					responseHeaders: {
						entries: [
							{ name: 'Content-Type', value: 'text/html; charset=utf-8' },
							// It names customers: no proxy or browser keeps it.
							{ name: 'Cache-Control', value: 'no-store' },
						],
					},
				},
			},
		}),
	);
	canvas.note(DASHBOARD, [NOTES, row - 0.15], [NOTE_WIDTH, 1.2]);
}

function addTryRules(canvas: Canvas, row: number): void {
	const form = canvas.add(RULES_FORM, TYPES.formTrigger, [0, row], chooseRules);
	const report = canvas.add('Backtest', TYPES.csAlertReport, [1.2, row], backtest);
	const result = canvas.add('Show Result', TYPES.form, [2.4, row], showResult);
	const problem = canvas.add('Show Problem', TYPES.form, [2.4, row + 1], showProblem);
	canvas.chain(form, report, result);
	canvas.connect(report, problem, 1);
	canvas.note(TRY, [NOTES, row - 0.15], [NOTE_WIDTH, 1.25]);
}

const DIGEST = `# Weekly digest
## Mondays at 8 in your n8n's time zone, or run Digest Now. The lead's goes to the channel, each owner's to them as their alerts do.
## CS Alerts sends them: publish both workflows.`;

const CALIBRATION = `# Calibration and impact, by email
## How often alerts were right, what to change, and what they brought.
## Send Reports: set From and To, choose a credential, press D to enable it.`;

const OUTCOMES = `# Who left, who renewed
## Known Outcomes reads ${OUTCOMES_TABLE.name}: account_id as Account Lookup gives it, date, and churned, contracted, renewed or expanded. Fill in outcomes.csv and import it, or type rows in.
## From a CRM: choose a credential in Salesforce Renewals or HubSpot Deals, press D to enable it. Say in its query, or in Closed Renewals, what a renewal is at your company. Won is renewed, lost is churned.`;

const DASHBOARD = `# Dashboard
## Choose a Basic Auth credential in Dashboard, press D to enable it, publish.
## The page is at its Production URL. n8n asks for the password.`;

const TRY = `# Try rules before you set them
## Choose the same credential in Try Rules, press D to enable it, publish.
## The form at its Production URL shows what rules would have done in the last months. Nothing changes, nobody is alerted.`;
