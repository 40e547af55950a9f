import { formatMoney, listOf } from '../../values/wording';
import { counted, shownCount } from '../accountWords';
import { shownDay } from '../days';
import type { Period } from '../rows';
import type { Report, ReportSection } from '../types';
import { shownShare, wilson } from '../wilson';
import type { Accounts, Impact } from './impact';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MOST_MANAGERS = 40;

/**
 * Writes down what alerts brought: the recipe's own success table (alerts, acted on, renewed, MRR behind them).
 * @param hasOutcomes whether any outcome came in; without, nothing is said of accounts
 */
export function impactReport(impact: Impact, period: Period, hasOutcomes: boolean): Report {
	const end = period.until.toISOString().slice(0, 10);
	return {
		kind: 'impact',
		title: `Impact: ${counted(impact.sent, 'alert')} until ${shownDay(end)}`,
		lead: leadOf(impact, hasOutcomes),
		...period,
		notes: notesOf(impact, hasOutcomes),
		sections: [
			successSection(impact, hasOutcomes),
			...(hasOutcomes ? [actionSection(impact)] : []),
			managersSection(impact),
		],
		figures: { ...impact, hasOutcomes },
	};
}

function leadOf({ sent, actedOn, saved, lost, medianAnswerMs }: Impact, hasOutcomes: boolean) {
	if (sent === 0) return 'No alert was sent in this period.';
	const answer =
		medianAnswerMs === undefined
			? ''
			: ` Half of the answers came within ${shownTime(medianAnswerMs)}.`;
	const first = `Of ${counted(sent, 'alert')} that went out, ${shownCount(actedOn)} led somebody to act.${answer}`;
	if (!hasOutcomes) return first;
	return `${first} After an alert ${counted(saved.count, 'account')} renewed or expanded (${shownSums(saved)}), and ${counted(lost.count, 'account')} churned or contracted (${shownSums(lost)}).`;
}

function successSection(impact: Impact, hasOutcomes: boolean): ReportSection {
	const { opened, sent, answered, actedOn, useful, accounts, saved, lost } = impact;
	const row = (what: string, count: number, more: string) => [what, shownCount(count), more];
	const steps: Array<[string, number]> = [
		['Sent', sent],
		['Answered', answered],
		['Acted on', actedOn],
		['Called useful', useful],
	];
	return {
		title: 'What became of the alerts',
		...(sent > 0 && {
			chart: {
				kind: 'bars',
				isLying: true,
				title: 'What became of the alerts',
				description:
					'One bar each for alerts that were sent, answered, acted on and called useful.',
				unit: 'Alerts',
				labels: steps.map(([name]) => name),
				series: [{ name: 'Alerts', values: steps.map(([, count]) => count) }],
			},
		}),
		table: {
			columns: [{ title: 'What' }, { title: 'Count', isNumber: true }, { title: 'More' }],
			rows: [
				row(
					'Alerts sent',
					sent,
					opened > sent ? `${shownCount(opened - sent)} more did not arrive` : '',
				),
				row('Answered', answered, shownShare(wilson(answered, sent))),
				row('Acted on', actedOn, shownShare(wilson(actedOn, sent))),
				row('Called useful', useful, ''),
				row('Accounts alerted', accounts.count, shownSums(accounts)),
				...(hasOutcomes
					? [
							row('Renewed or expanded after an alert', saved.count, shownSums(saved)),
							row('Churned or contracted after an alert', lost.count, shownSums(lost)),
						]
					: []),
			],
		},
	};
}

function actionSection({ withAction, withoutAction }: Impact): ReportSection {
	const row = (name: string, { saved, lost }: { saved: number; lost: number }) => [
		name,
		shownCount(saved),
		shownCount(lost),
		shownShare(wilson(saved, saved + lost)),
	];
	return {
		title: 'With and without action',
		lines: [
			'Accounts whose alerts somebody acted on, beside those whose alerts nobody did. People choose which alerts to act on, so a difference is not their doing alone.',
		],
		table: {
			columns: [
				{ title: 'Alerts' },
				{ title: 'Renewed or expanded', isNumber: true },
				{ title: 'Churned or contracted', isNumber: true },
				{ title: 'Renewed or expanded, of both', isNumber: true },
			],
			rows: [row('Acted on', withAction), row('Not acted on', withoutAction)],
		},
	};
}

function managersSection({ managers }: Impact): ReportSection {
	const most = managers.slice(0, MOST_MANAGERS);
	return {
		title: 'By manager',
		table: {
			columns: [
				{ title: 'Manager' },
				{ title: 'Sent', isNumber: true },
				{ title: 'Answered', isNumber: true },
				{ title: 'Acted on', isNumber: true },
				{ title: 'Median first answer', isNumber: true },
			],
			rows: most.map(({ owner, sent, answered, actedOn, medianAnswerMs }) => [
				owner ?? 'No owner',
				shownCount(sent),
				shownCount(answered),
				shownCount(actedOn),
				medianAnswerMs === undefined ? '' : shownTime(medianAnswerMs),
			]),
			more: managers.length - most.length,
		},
	};
}

function notesOf({ sent, answered, accounts }: Impact, hasOutcomes: boolean): string[] {
	return [
		'That an account renewed after an alert does not show that it renewed because of it: it may have renewed anyway. To know, some alerts would have to be held back at random.',
		hasOutcomes
			? 'Accounts without an outcome so far count for neither side. The MRR is what was known when the last alert came.'
			: 'What became of accounts is not known: hand in their outcomes on the second input.',
		sent > answered
			? `${counted(sent - answered, 'alert')} had no answer in the log; people may have acted on them all the same.`
			: '',
		accounts.unknownMrr > 0
			? `The MRR of ${counted(accounts.unknownMrr, 'account')} is unknown and in no sum.`
			: '',
	].filter((note) => note !== '');
}

/** "$124,000 and €3,000 MRR"; currencies are never added up. */
function shownSums({ mrr }: Accounts): string {
	const sums = Object.entries(mrr).map(([currency, sum]) =>
		formatMoney(sum, currency || undefined),
	);
	return sums.length === 0 ? 'MRR unknown' : `${listOf(sums)} MRR`;
}

/** "12 minutes", "3.5 hours", "2 days". */
export function shownTime(ms: number): string {
	if (ms < HOUR_MS) return counted(Math.max(1, Math.round(ms / 60_000)), 'minute');
	const [size, noun] = ms < 2 * DAY_MS ? [HOUR_MS, 'hour'] : [DAY_MS, 'day'];
	return counted(Math.round((ms / size) * 10) / 10, noun);
}
