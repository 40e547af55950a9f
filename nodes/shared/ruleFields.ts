import type { INodeProperties } from 'n8n-workflow';

import { LABELS, currencyCode, type GateRule } from '../core/gate';
import type { SentimentLabel, TicketEvent } from '../core/item/types';

/** The fields of one rule in a panel, and what they say. */

/** Of n8n's collections only what was added is there. */
type Conditions = {
	accountFields?: { field?: Array<{ name: string; values: string }> };
	currency?: string;
	events?: TicketEvent[];
	frustratedTickets?: number;
	healthBelow?: number;
	healthDrop?: number;
	labelAtLeast?: SentimentLabel;
	mrrAtLeast?: number;
	mrrMoreThan?: number;
	noReplyDays?: number;
	renewalWithinDays?: number;
	topics?: string;
};

// A type, not an interface: n8n's parameter types ask for an index signature.
export type RuleRow = { name: string; minScore: number; conditions: Conditions };

const accountFieldRows: INodeProperties[] = [
	{
		displayName: 'Field',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. plan',
		description:
			'A column of your table of accounts, e.g. plan, a field chosen under More Fields in Account Lookup, or what else stands under account on the item, e.g. owner.email. Capital letters do not matter. If the account has something of that name itself, such as status, write fields.status for the column.',
	},
	{
		displayName: 'Is One Of',
		name: 'values',
		type: 'string',
		default: '',
		placeholder: 'e.g. Enterprise, Mid-Market',
		description: 'Values divided by commas; capital letters do not matter',
	},
];

/** In the order of the alphabet, as n8n asks. */
const conditionFields: INodeProperties[] = [
	{
		displayName: 'Account Fields',
		name: 'accountFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Field',
		description: 'Each field must have one of its values, e.g. the segment or the plan',
		options: [{ displayName: 'Field', name: 'field', values: accountFieldRows }],
	},
	{
		displayName: 'Currency of the MRR',
		name: 'currency',
		type: 'string',
		default: '',
		placeholder: 'e.g. EUR',
		description: 'Only where this rule counts in another currency than Currency of the Rules',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: [
			{ name: 'New Ticket', value: 'new' },
			{ name: 'Reply', value: 'reply' },
			{ name: 'Satisfaction Rating', value: 'csat' },
		],
		default: ['new'],
		description: 'What made the message come in; any of these',
	},
	{
		displayName: 'Frustrated Tickets in 30 Days',
		name: 'frustratedTickets',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 2,
		description:
			'The account had at least so many tickets with a score of 65 or more, of any of its people, this one not counted. Unknown when History is None.',
	},
	{
		displayName: 'Health Below',
		name: 'healthBelow',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 60,
		description: 'The health score of the account, from 0 to 100, is below this',
	},
	{
		displayName: 'Health Dropped by (Points)',
		name: 'healthDrop',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 10,
		description:
			'The health score of the account fell by at least so many points, over the days that Account Lookup looks back',
	},
	{
		displayName: 'Label at Least',
		name: 'labelAtLeast',
		type: 'options',
		options: LABELS.toReversed().map((label) => ({ name: label, value: label })),
		default: 'Frustrated',
		description: 'The label of the ticket is this one or a worse one',
	},
	{
		displayName: 'MRR at Least',
		name: 'mrrAtLeast',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 1000,
		description: 'Monthly recurring revenue of the account',
		hint: 'Per month, in the currency of the rules',
	},
	{
		displayName: 'MRR More Than',
		name: 'mrrMoreThan',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 2000,
		description: 'Monthly recurring revenue of the account',
		hint: 'Per month, in the currency of the rules',
	},
	{
		displayName: 'No Answer for Days',
		name: 'noReplyDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 2,
		description:
			'The customer has waited at least so many days for an agent. Known where the trigger reads tickets by the helpdesk’s API.',
	},
	{
		displayName: 'Renewal Within Days',
		name: 'renewalWithinDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 60,
		description:
			'The renewal lies between today and this many days ahead. A date that has passed counts as unknown.',
	},
	{
		displayName: 'Topics',
		name: 'topics',
		type: 'string',
		default: '',
		placeholder: 'e.g. billing, outage',
		description: 'The ticket is about one of these; divide topics by commas',
	},
];

export const ruleFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Frustrated paying account',
		description: 'What alerts call this rule when they say why they came',
	},
	{
		displayName: 'Minimum Score',
		name: 'minScore',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 65,
		description: 'The lowest frustration score, from 0 to 100, at which the rule fires',
	},
	{
		displayName: 'Conditions',
		name: 'conditions',
		type: 'collection',
		placeholder: 'Add Condition',
		default: {},
		options: conditionFields,
		description: 'What else must hold; all of them. Without any, the score alone decides.',
	},
];

/** The rule that a row means; what makes no sense in it is left for the gate's checks to name. */
export function toRule({ name, minScore, conditions = {} }: RuleRow): GateRule {
	const { accountFields, currency, events, topics, ...numbers } = conditions;
	const code = currencyCode(String(currency ?? ''));
	return {
		...(String(name).trim() !== '' && { name: String(name) }),
		minScore,
		...numbers,
		...(accountFields !== undefined && {
			accountFields: (accountFields.field ?? []).map(({ name: field, values }) => ({
				field: String(field),
				values: parts(values),
			})),
		}),
		...(events !== undefined && { events: [events].flat() }),
		...(topics !== undefined && { topics: parts(topics) }),
		...(code !== '' && { currency: code }),
	};
}

/** What stands between commas. */
function parts(text: unknown): string[] {
	return String(text)
		.split(/[,\n;、，]/u)
		.map((part) => part.trim())
		.filter((part) => part !== '');
}
