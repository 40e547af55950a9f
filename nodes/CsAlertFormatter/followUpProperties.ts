import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { DEFAULT_FOLLOW_UPS, type FollowUpRule } from '../core/alert/followUpRules';

// A type, not an interface: n8n's parameter types ask for an index signature.
type FollowUpRow = {
	after: number;
	unit: FollowUpRule['unit'];
	then: FollowUpRule['then'];
	severity: FollowUpRule['severity'];
};

export const followUpProperties: INodeProperties[] = [
	{
		displayName: 'When Nobody Answers',
		name: 'followUps',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Step',
		default: { step: DEFAULT_FOLLOW_UPS.map((rule): FollowUpRow => ({ ...rule })) },
		description:
			'What follows an alert until somebody acknowledges, snoozes or closes it. CS Alert Trigger sends these steps; an alert keeps those it was sent with.',
		options: [
			{
				displayName: 'Step',
				name: 'step',
				values: [
					{
						displayName: 'After',
						name: 'after',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 4,
						description: 'How long after the alert was sent',
					},
					{
						displayName: 'Unit',
						name: 'unit',
						type: 'options',
						options: [
							{
								name: 'Business Hours',
								value: 'businessHours',
								description:
									'Counted within the working hours of whoever gets the alert, Monday to Friday 09:00 to 17:00 where none are known',
							},
							{ name: 'Hours', value: 'hours', description: 'By the clock, also at night' },
							{ name: 'Minutes', value: 'minutes', description: 'By the clock, also at night' },
						],
						default: 'businessHours',
					},
					{
						displayName: 'Then',
						name: 'then',
						type: 'options',
						options: [
							{ name: 'Remind the Owner', value: 'reminder' },
							{
								name: 'Tell the Manager',
								value: 'escalation',
								description: 'The manager of the owner, else the fallback owner',
							},
						],
						default: 'reminder',
					},
					{
						displayName: 'For',
						name: 'severity',
						type: 'options',
						options: [
							{ name: 'All Severities', value: 'all' },
							{ name: 'Critical Only', value: 'critical' },
							{ name: 'All but Critical', value: 'other' },
						],
						default: 'all',
					},
				],
			},
		],
	},
];

/** The steps of what happens while nobody answers. */
export function readFollowUps(context: IExecuteFunctions, itemIndex: number): FollowUpRule[] {
	return context.getNodeParameter('followUps.step', itemIndex, []) as FollowUpRow[];
}
