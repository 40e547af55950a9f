import type { IDataObject } from 'n8n-workflow';

/**
 * What the trigger gives out when it is tried in the editor: an invented alert, marked as a test. It
 * takes nothing out of the outbox.
 */
export function sampleDelivery(now: Date): IDataObject {
	const inDays = (days: number) =>
		new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
	return {
		ticket: {
			key: 'zendesk:example.zendesk.com:1',
			messageId: 'new',
			event: 'new',
			helpdesk: 'zendesk',
			id: '1',
			subject: 'Test alert: export shows last month',
			requester: { email: 'sam@customer.example', name: 'Sam Customer' },
			createdAt: now.toISOString(),
			receivedAt: now.toISOString(),
			isTest: true,
		},
		sentiment: {
			score: 82,
			label: 'Critical',
			topic: 'export',
			summary: 'The export has shown the numbers of last month for three days.',
			signals: [],
			flags: [],
		},
		account: {
			status: 'matched',
			matchedBy: 'contact',
			id: 'example',
			name: 'Example Customer',
			mrr: 3200,
			currency: 'USD',
			renewalDate: inDays(28),
			healthScore: 58,
		},
		gate: {
			route: 'alert',
			severity: 'critical',
			reason: 'Test alert',
			rules: [{ id: 'test', name: 'Test', text: 'Test: score 82 is at least 80' }],
			missing: [],
			counterfactual: 'Would not have alerted below a score of 80',
			history: {},
		},
		delivery: { id: 'test', kind: 'alert', attempt: 1, step: 'owner', mayBeRepeat: false },
	};
}
