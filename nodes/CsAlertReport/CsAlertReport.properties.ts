import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { lastDays, MOST_REPORT_DAYS } from '../core/report/days';
import { backtestProperties } from './backtestProperties';
import { digestProperties } from './digestProperties';
import { outcomeProperties } from './outcomeProperties';

export type Operation = 'digest' | 'backtest' | 'calibration' | 'impact' | 'dashboard';

const daysField = (
	operations: Operation[],
	days: number,
	description: string,
): INodeProperties => ({
	displayName: 'Days',
	name: 'days',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MOST_REPORT_DAYS },
	displayOptions: { show: { operation: operations } },
	default: days,
	description,
});

export const csAlertReportProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Backtest',
				value: 'backtest',
				action: 'Try rules on the log',
				description:
					'Replay logged scores and account facts against rules being considered: alerts per manager and day, what would change, and thresholds that fit the team',
			},
			{
				name: 'Calibration',
				value: 'calibration',
				action: 'Calibrate by verdicts and outcomes',
				description:
					'How often alerts were right, by rule, signal, phrase and score, who left without an alert, and what to change',
			},
			{
				name: 'Dashboard',
				value: 'dashboard',
				action: 'Show the last days on one page',
				description:
					'Frustration by week, alerts per manager, scores, precision and what became of alerts',
			},
			{
				name: 'Digest',
				value: 'digest',
				action: 'Sum up the last days',
				description:
					'Accounts by rising frustration, topics, near misses, Review, open and overdue alerts, time from ticket to alert and owners with too many or none; for the lead and for each owner',
			},
			{
				name: 'Impact',
				value: 'impact',
				action: 'Show what alerts brought',
				description:
					'Alerts sent, answered and acted on, accounts saved and lost after one, and their MRR',
			},
		],
		default: 'backtest',
	},
	daysField(['digest'], 7, 'How many days up to now are summed up'),
	daysField(['backtest'], 90, 'How many days of the log are replayed'),
	daysField(['calibration'], 60, 'Alerts of how many days count'),
	daysField(['impact'], 90, 'Alerts of how many days count'),
	daysField(['dashboard'], 30, 'How many days the page shows'),
	...digestProperties,
	...backtestProperties,
	...outcomeProperties,
	{
		displayName: 'Fewest Alerts per Manager',
		name: 'capacityFrom',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 1 },
		displayOptions: { show: { operation: ['digest', 'backtest', 'dashboard'] } },
		default: 3,
		description: 'How many alerts a manager should get on a working day at least, on average',
	},
	{
		displayName: 'Most Alerts per Manager',
		name: 'capacityTo',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 1 },
		displayOptions: { show: { operation: ['digest', 'backtest', 'dashboard'] } },
		default: 8,
		description: 'How many alerts the busiest manager can handle on a working day',
	},
];

/** The last days, today included, in the workflow's time zone. */
export function readPeriod(context: IExecuteFunctions, itemIndex: number, now: Date) {
	return lastDays(readDays(context, itemIndex), now, context.getTimezone());
}

/** Whole days. */
export function readDays(context: IExecuteFunctions, itemIndex: number): number {
	const days = Number(context.getNodeParameter('days', itemIndex));
	if (!(days >= 1 && days <= MOST_REPORT_DAYS)) {
		throw new Error(`Days must be a number from 1 to ${MOST_REPORT_DAYS}`);
	}
	return Math.floor(days);
}

/** How many alerts a manager can handle on a working day. */
export function readCapacity(context: IExecuteFunctions, itemIndex: number) {
	const from = Number(context.getNodeParameter('capacityFrom', itemIndex));
	const to = Number(context.getNodeParameter('capacityTo', itemIndex));
	if (!(from >= 0 && to > 0 && from <= to)) {
		throw new Error(
			'Most Alerts per Manager must be a number above 0, and not below Fewest Alerts per Manager',
		);
	}
	return { from, to };
}
