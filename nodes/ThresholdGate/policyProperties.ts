import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { DEFAULT_GATE, currencyCode, type GateSettings } from '../core/gate';

/** What the gate does around its rules: policies, money, calendar, open alerts and incidents. */

const policies: INodeProperties[] = [
	{
		displayName: 'When a Fact Is Unknown',
		name: 'unknownFacts',
		type: 'options',
		options: [
			{
				name: 'Send Would-Be Alerts to Review',
				value: 'review',
				description:
					'A ticket that only misses an alert because a fact of a rule is unknown goes to Review',
			},
			{
				name: 'Let the Other Rules Decide',
				value: 'otherRules',
				description: 'A rule that asks for an unknown fact does not fire, and that is all',
			},
		],
		default: 'review',
		description: 'An unknown MRR or renewal date never counts as 0 and never fires a rule',
	},
	{
		displayName: 'When an Exchange Rate Is Unknown',
		name: 'unknownRates',
		type: 'options',
		options: [
			{
				name: 'Send Would-Be Alerts to Review',
				value: 'review',
				description:
					'A ticket that only misses an alert because the MRR is in a currency without a rate goes to Review',
			},
			{
				name: 'Let the Other Rules Decide',
				value: 'otherRules',
				description: 'A rule that asks for an MRR without a rate does not fire, and that is all',
			},
		],
		default: 'review',
		description: 'Amounts in different currencies are never compared without a rate',
	},
	{
		displayName: 'When the Score Is Unsure',
		name: 'unsureScores',
		type: 'options',
		options: [
			{
				name: 'Send to Review',
				value: 'review',
				description:
					'Never an alert by itself: a ticket in a language the built-in scoring does not cover, or one too long to read whole, goes to Review, with the reason',
			},
			{
				name: 'Trust the Score',
				value: 'trust',
				description: 'The rules decide as for any other ticket',
			},
		],
		default: 'review',
		description: 'Asked before the rules: a score that may be too low must not look calm',
	},
	{
		displayName: 'When No Person Wrote',
		name: 'noPerson',
		type: 'options',
		options: [
			{
				name: 'Send to Review',
				value: 'review',
				description: 'A person looks whether a customer stands behind it after all',
			},
			{
				name: 'Send to Digest',
				value: 'digest',
				description: 'Nobody is asked to look; the weekly digest counts it',
			},
			{
				name: 'Trust the Score',
				value: 'trust',
				description: 'The rules decide as for any other ticket',
			},
		],
		default: 'review',
		description:
			'Asked before the rules, for newsletters, automatic replies, monitors and other mail that no customer seems to have written',
	},
	{
		displayName: 'When There Is No Account',
		name: 'noAccount',
		type: 'options',
		options: [
			{
				name: 'Send Frustrated Tickets to Review',
				value: 'review',
				description: 'Those that reach the lowest score of any rule; calmer ones go to Digest',
			},
			{
				name: 'Send to Digest',
				value: 'digest',
				description: 'Nobody is asked to find the account',
			},
		],
		default: 'review',
		description:
			'Where no rule fires. One that asks for nothing of the account, such as a critical score, alerts the fallback owner all the same.',
	},
];

const history: INodeProperties = {
	displayName: 'History',
	name: 'history',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'From the Log',
			value: 'log',
			description:
				'What the Ticket Log has of the accounts within the last 30 days, and their open alerts',
		},
		{
			name: 'From Second Input',
			value: 'input',
			description:
				'Rows with accountId, ticketKey, score, receivedAt and state, as Ticket Log gives them out, or under similar names. Open alerts are read from alertState, alertOpenedAt, alertScore and snoozedUntil.',
		},
		{
			name: 'None',
			value: 'none',
			description:
				'Alerts then say nothing of earlier tickets, and rules that count them find the number unknown',
		},
	],
	default: 'log',
	description:
		'Where earlier frustrated tickets and the open alert of an account come from. While an alert is open, further ones join it.',
};

const money: INodeProperties[] = [
	{
		displayName: 'Currency of the Rules',
		name: 'currency',
		type: 'string',
		default: 'USD',
		placeholder: 'e.g. EUR',
		description:
			'What the MRR in the rules is in, as a code of three letters. Accounts whose MRR names no currency count as in this one.',
	},
	{
		displayName: 'Exchange Rates',
		name: 'rates',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Rate',
		description:
			'For accounts that pay in another currency. The MRR of one without a rate is unknown, however large it looks.',
		options: [
			{
				displayName: 'Rate',
				name: 'rate',
				values: [
					{
						displayName: 'Currency',
						name: 'currency',
						type: 'string',
						default: '',
						placeholder: 'e.g. JPY',
						description: 'Code of three letters',
					},
					{
						displayName: 'Worth',
						name: 'worth',
						type: 'number',
						typeOptions: { minValue: 0, numberPrecision: 8 },
						default: 1,
						description:
							'What one unit of it is worth in the currency of the rules, e.g. 0.0066 for 1 JPY in USD',
					},
				],
			},
		],
	},
];

const calendar: INodeProperties = {
	displayName: 'Time Zone',
	name: 'timeZone',
	type: 'string',
	default: '',
	placeholder: 'e.g. Europe/Berlin',
	description:
		'Whose calendar days are counted to the renewal. Empty: the time zone of the workflow.',
};

const alertLife: INodeProperties[] = [
	{
		displayName: 'Alert Again When Worse By',
		name: 'worseByPoints',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 10,
		description:
			'While an alert of the account is open, a further ticket updates it. It alerts anew when the score rose by so many points, became critical for the first time, or the renewal has come within 60 days.',
	},
	{
		displayName: 'Mark Likely Incidents',
		name: 'markIncidents',
		type: 'boolean',
		default: true,
		description:
			'Whether to mark alerts when several accounts wrote about the same topic within a short time, so that one trouble of yours is not taken for many unhappy customers. Counts frustrated tickets of this run and, with History From the Log, of earlier ones.',
	},
	{
		displayName: 'Accounts of an Incident',
		name: 'incidentAccounts',
		type: 'number',
		typeOptions: { minValue: 2 },
		displayOptions: { show: { markIncidents: [true] } },
		default: 5,
		description:
			'How many accounts must have written about the topic before further alerts are marked',
	},
	{
		displayName: 'Minutes of an Incident',
		name: 'incidentMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1440 },
		displayOptions: { show: { markIncidents: [true] } },
		default: 60,
		description: 'Within how many minutes',
	},
];

export const policyProperties: INodeProperties[] = [
	...money,
	...policies,
	history,
	...alertLife,
	calendar,
];

/** Everything of the gate but its rules, unchecked. */
export function readPolicies(context: IExecuteFunctions): Omit<GateSettings, 'rules'> {
	const read = <T>(name: string, fallback: T): T =>
		context.getNodeParameter(name, 0, fallback) as T;
	const rates = read<Array<{ currency: string; worth: number }>>('rates.rate', []);
	const timeZone = String(read('timeZone', '')).trim();
	return {
		currency: currencyCode(String(read('currency', DEFAULT_GATE.currency))),
		rates: rates.map(({ currency, worth }) => ({
			currency: currencyCode(String(currency)),
			worth,
		})),
		unknownFacts: read('unknownFacts', DEFAULT_GATE.unknownFacts),
		unknownRates: read('unknownRates', DEFAULT_GATE.unknownRates),
		unsureScores: read('unsureScores', DEFAULT_GATE.unsureScores),
		noPerson: read('noPerson', DEFAULT_GATE.noPerson),
		noAccount: read('noAccount', DEFAULT_GATE.noAccount),
		history: read('history', DEFAULT_GATE.history),
		timeZone: timeZone === '' ? context.getTimezone() : timeZone,
		worseByPoints: read('worseByPoints', DEFAULT_GATE.worseByPoints),
		...(read('markIncidents', true) && {
			incident: {
				accounts: read('incidentAccounts', 5),
				minutes: read('incidentMinutes', 60),
			},
		}),
	};
}
