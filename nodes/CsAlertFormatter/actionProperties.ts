import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { DEFAULT_ACTIONS, type ActionRule, type ActionSeverity } from '../core/alert/actionRules';

// A type, not an interface: n8n's parameter types ask for an index signature.
type ActionRow = {
	text: string;
	severity: ActionSeverity;
	minTickets: number;
	renewalCondition: 'any' | 'within';
	renewalDays: number;
	ownerCondition: 'any' | 'none';
	withinHours: number;
	playbookUrl: string;
};

const actionFields: INodeProperties[] = [
	{
		displayName: 'Action',
		name: 'text',
		type: 'string',
		default: '',
		placeholder: 'e.g. Book a call within 24 hours',
		description: 'What the alert recommends when everything below holds',
	},
	{
		displayName: 'Severity',
		name: 'severity',
		type: 'options',
		options: [
			{ name: 'Any', value: 'any' },
			{ name: 'Critical', value: 'critical' },
			{ name: 'Critical or High', value: 'criticalOrHigh' },
		],
		default: 'any',
		description: 'How severe the gate found the ticket',
	},
	{
		displayName: 'Frustrated Tickets in 30 Days',
		name: 'minTickets',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'The account has written at least so many, this ticket counted',
	},
	{
		displayName: 'Renewal Condition',
		name: 'renewalCondition',
		type: 'options',
		options: [
			{ name: 'Any or Unknown', value: 'any' },
			{ name: 'Within Days', value: 'within' },
		],
		default: 'any',
		description: 'What the action asks of the next renewal date of the account',
	},
	{
		displayName: 'Renewal Within Days',
		name: 'renewalDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		displayOptions: { show: { renewalCondition: ['within'] } },
		default: 14,
		description: 'The renewal lies between today and this many days ahead',
	},
	{
		displayName: 'Owner Condition',
		name: 'ownerCondition',
		type: 'options',
		options: [
			{ name: 'Any', value: 'any' },
			{ name: 'Nobody Owns the Account', value: 'none' },
		],
		default: 'any',
		description: 'What the action asks of the account’s owner',
	},
	{
		displayName: 'Act Within Hours',
		name: 'withinHours',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 24,
		description: 'The alert names the time until when to act. 0 for no deadline.',
	},
	{
		displayName: 'Playbook Link',
		name: 'playbookUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://wiki.example.com/playbooks/calls',
		description: 'Where the action is described; the alert has a button that leads there',
	},
];

export const actionProperties: INodeProperties[] = [
	{
		displayName: 'Recommended Actions',
		name: 'actions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Action',
		default: { action: DEFAULT_ACTIONS.map(toRow) },
		description: 'The first row whose conditions all hold is what the alert recommends',
		options: [{ displayName: 'Action', name: 'action', values: actionFields }],
	},
];

/** The rows of recommended actions, in their order. */
export function readActions(context: IExecuteFunctions, itemIndex: number): ActionRule[] {
	const rows = context.getNodeParameter('actions.action', itemIndex, []) as ActionRow[];
	return rows.map(toRule);
}

function toRow(rule: ActionRule): ActionRow {
	const { renewalWithinDays } = rule;
	return {
		text: rule.text,
		severity: rule.severity,
		minTickets: rule.minTickets ?? 1,
		renewalCondition: renewalWithinDays === undefined ? 'any' : 'within',
		renewalDays: renewalWithinDays ?? 14,
		ownerCondition: rule.withoutOwner === true ? 'none' : 'any',
		withinHours: rule.withinHours ?? 0,
		playbookUrl: rule.playbookUrl ?? '',
	};
}

function toRule(row: ActionRow): ActionRule {
	const { text, severity, minTickets, withinHours, playbookUrl } = row;
	return {
		text,
		severity,
		minTickets,
		...(row.renewalCondition === 'within' && { renewalWithinDays: row.renewalDays }),
		...(row.ownerCondition === 'none' && { withoutOwner: true }),
		...(withinHours > 0 && { withinHours }),
		...(playbookUrl && { playbookUrl }),
	};
}
