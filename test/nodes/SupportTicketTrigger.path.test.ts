import { resolveWebhookDescriptionField, Workflow, type IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { SupportTicketTrigger } from '../../nodes/SupportTicketTrigger/SupportTicketTrigger.node';

const TYPE = 'test.supportTicketTrigger';

describe('the path of the webhook', () => {
	it.each<[string, IDataObject]>([
		['cs-alerts/zendesk', { helpdesk: 'zendesk', options: {} }],
		['cs-alerts/other', { helpdesk: 'other' }],
		['cs-alerts/zendesk-eu', { helpdesk: 'zendesk', options: { path: 'cs-alerts/zendesk-eu' } }],
		['cs-alerts/intercom', { helpdesk: 'intercom', options: { path: '' } }],
	])('is %s, told by n8n’s expression and without it alike', (path, parameters) => {
		const type = new SupportTicketTrigger();
		const workflow = new Workflow({
			id: 'w',
			nodes: [
				{
					id: 'n',
					name: 'Tickets',
					type: TYPE,
					typeVersion: 2,
					position: [0, 0],
					parameters,
				} as never,
			],
			connections: {},
			active: false,
			nodeTypes: {
				getByName: () => type,
				getByNameAndVersion: () => type,
				getKnownTypes: () => ({}),
			} as never,
		});
		const node = workflow.getNode('Tickets');
		if (node === null) throw new Error('no node');
		for (const webhook of type.description.webhooks ?? []) {
			expect(resolveWebhookDescriptionField(node, webhook, 'path')).toEqual({
				resolved: true,
				value: path,
			});
			expect(workflow.expression.getSimpleParameterValue(node, webhook.path, 'internal', {})).toBe(
				path,
			);
		}
	});
});
