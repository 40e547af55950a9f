import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readOutcomes, type Outcomes } from '../core/report/outcomes';
import { readSecondInput } from '../shared/secondInput';

const operation = ['calibration', 'impact'];
/** More nobody reads. */
const MOST_SAMPLED = 100;

export const outcomeProperties: INodeProperties[] = [
	{
		displayName: 'Outcomes',
		name: 'outcomes',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { operation } },
		options: [
			{
				name: 'From Second Input',
				value: 'input',
				description:
					'Rows with accountId, outcome (churned, contracted, renewed or expanded) and date, or under similar names',
			},
			{ name: 'None', value: 'none', description: 'Verdicts alone count' },
		],
		default: 'none',
		description: 'What became of accounts, from your CRM or a table',
	},
	{
		displayName: 'Seed of the Sample',
		name: 'seed',
		type: 'number',
		displayOptions: { show: { operation: ['calibration'] } },
		default: 1,
		description:
			'Chooses which quiet tickets are drawn to be checked by hand. The same seed draws the same tickets again.',
	},
	{
		displayName: 'Sample Size',
		name: 'sampleSize',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: MOST_SAMPLED },
		displayOptions: { show: { operation: ['calibration'] } },
		default: 20,
		description: 'How many quiet tickets are drawn to be checked by hand',
	},
	{
		displayName: 'Checked Quiet Tickets',
		name: 'checks',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		displayOptions: { show: { operation: ['calibration'] } },
		placeholder: 'Add Answer',
		default: {},
		description:
			'What somebody found who read the quiet tickets of the sample. Rows of the second input with ticketKey and the outcome missed or quiet count, too.',
		options: [
			{
				displayName: 'Answer',
				name: 'check',
				values: [
					{
						displayName: 'Ticket',
						name: 'ticketKey',
						type: 'string',
						default: '',
						placeholder: 'e.g. zendesk:acme:12345',
						description: 'As the report names it',
					},
					{
						displayName: 'Answer',
						name: 'outcome',
						type: 'options',
						options: [
							{ name: 'Rightly Quiet', value: 'quiet' },
							{ name: 'Should Have Alerted', value: 'missed' },
						],
						default: 'quiet',
						description: 'Whether its manager should have been told',
					},
				],
			},
		],
	},
];

/** Answers filled in below each other; one whose ticket was left empty is none. */
function readChecks(context: IExecuteFunctions, itemIndex: number): Outcomes['checks'] {
	const rows = context.getNodeParameter('checks.check', itemIndex, []) as Array<
		Record<string, unknown>
	>;
	return readOutcomes(rows).checks;
}

/** What became of accounts, from the second input where there is one, and what was found in quiet tickets. */
export function readOutcomeRows(context: IExecuteFunctions, itemIndex: number): Outcomes {
	const isGiven = context.getNodeParameter('outcomes', itemIndex) === 'input';
	const given = readOutcomes(isGiven ? readSecondInput(context) : []);
	const checks = [...given.checks, ...readChecks(context, itemIndex)];
	// The last answer to a ticket counts, once.
	const byTicket = new Map(checks.map((check) => [check.ticketKey, check]));
	return { ...given, checks: [...byTicket.values()] };
}

/** Which quiet tickets are drawn, and how many. */
export function readSampleSettings(context: IExecuteFunctions, itemIndex: number) {
	const seed = Number(context.getNodeParameter('seed', itemIndex));
	const sampleSize = Number(context.getNodeParameter('sampleSize', itemIndex));
	if (!Number.isFinite(seed)) throw new Error('Seed of the Sample must be a number');
	if (!(sampleSize >= 0 && sampleSize <= MOST_SAMPLED)) {
		throw new Error(`Sample Size must be a number from 0 to ${MOST_SAMPLED}`);
	}
	return { seed, sampleSize };
}
