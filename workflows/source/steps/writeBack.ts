import type { Canvas, Grid, NodeOptions } from '../canvas/canvas.ts';
import { switchOnList } from '../canvas/canvasParts.ts';
import { TYPES } from '../canvas/nodeTypes.ts';

/** They come disabled: whoever wants them chooses a credential and enables the one of their helpdesk or CRM. */
const disabled = { disabled: true } as const;
const TASK = '$json.writeBack.task';

/** n8n's own nodes for the helpdesks make no private note, or replace a ticket's tags. */
const note = (method: 'PUT' | 'POST', nodeCredentialType: string): NodeOptions => ({
	...disabled,
	parameters: {
		method,
		url: '={{ $json.writeBack.request.url }}',
		authentication: 'predefinedCredentialType',
		nodeCredentialType,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ $json.writeBack.request.body }}',
		options: {},
	},
});

const INTERCOM: NodeOptions = {
	...disabled,
	parameters: {
		method: 'POST',
		url: '={{ $json.writeBack.request.url }}',
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'intercomApi',
		sendBody: true,
		bodyParameters: {
			parameters: [
				{ name: 'message_type', value: 'note' },
				{ name: 'type', value: 'admin' },
				{ name: 'admin_id', value: '' },
				{ name: 'body', value: '={{ $json.writeBack.request.body.body }}' },
			],
		},
		options: {},
	},
};

const SALESFORCE: NodeOptions = {
	...disabled,
	parameters: {
		resource: 'task',
		status: 'Not Started',
		additionalFields: {
			activityDate: `={{ ${TASK}.dueDate }}`,
			description: `={{ ${TASK}.text }}`,
			subject: `={{ ${TASK}.subject }}`,
			whatId: `={{ ${TASK}.accountId }}`,
		},
	},
};

const HUBSPOT: NodeOptions = {
	...disabled,
	parameters: {
		authentication: 'appToken',
		resource: 'engagement',
		type: 'task',
		dueDate: `={{ ${TASK}.dueDate }}`,
		metadata: {
			body: `={{ ${TASK}.text }}`,
			forObjectType: 'COMPANY',
			status: 'NOT_STARTED',
			subject: `={{ ${TASK}.subject }}`,
		},
		additionalFields: { associations: { companyIds: `={{ ${TASK}.accountId }}` } },
	},
};

/**
 * Adds what tells the helpdesk and the CRM that somebody in customer success knows.
 * @param after the node whose items say what there is to tell
 * @param place of the node that tells them apart
 */
export function addWriteBack(canvas: Canvas, after: string, place: Grid): void {
	const at = (rows: number): Grid => [place[0] + 1, place[1] + rows];
	const ways = canvas.add('Write Back', TYPES.switch, place, {
		...switchOnList('={{ $json.writeBack.to }}', {
			Zendesk: 'zendesk',
			Intercom: 'intercom',
			Freshdesk: 'freshdesk',
			CRM: 'crm',
		}),
	});
	const notes = [
		canvas.add('Note in Zendesk', TYPES.httpRequest, at(-2), note('PUT', 'zendeskApi')),
		canvas.add('Note in Intercom', TYPES.httpRequest, at(-1), INTERCOM),
		canvas.add('Note in Freshdesk', TYPES.httpRequest, at(0), note('POST', 'freshdeskApi')),
	];
	const tasks = [
		canvas.add('Task in Salesforce', TYPES.salesforce, at(1), SALESFORCE),
		canvas.add('Task in HubSpot', TYPES.hubspot, at(2), HUBSPOT),
	];
	canvas.connect(after, ways);
	notes.forEach((node, output) => canvas.connect(ways, node, output));
	for (const node of tasks) canvas.connect(ways, node, notes.length);
}
