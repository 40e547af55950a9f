import { describe, expect, it } from 'vitest';

import { textsOf } from '../../support/messages.ts';
import { composeLater as compose, gate } from './fixtures';

describe('an incident', () => {
	const incident = {
		topic: 'export',
		more: 2,
		accounts: [
			{
				name: 'Acme Corp',
				mrr: 3200,
				currency: 'USD',
				score: 81,
				ticketUrl: 'https://acme.zendesk.com/agent/tickets/1',
			},
			{ id: '002' },
		],
	};
	const own = { gate: gate({ incident: { topic: 'export', accounts: 7, minutes: 60 } }) };

	it('names how many accounts report what, each with MRR and ticket, and what to do', () => {
		const alert = compose({ incident }, {}, own);
		expect(alert.title).toBe('Likely incident: 7 accounts have trouble with export');
		expect(alert.recommendedAction).toMatch(/^Tell support and the product team/);
		expect(alert.actBy).toBeUndefined();
		expect(alert.text).toContain(
			'Your accounts (4):\n- Acme Corp, MRR $3,200, frustration 81/100 https://acme.zendesk.com/agent/tickets/1\n- 002\n- and 2 more',
		);
		expect(textsOf(alert.slack.blocks)).toContain('*Your accounts (4, 2 shown)*');
	});

	it('names apart those that alerted each by itself', () => {
		const alerted = Array.from({ length: 14 }, (_, n) => ({
			name: `Early ${n}`,
			ticketUrl: `https://acme.zendesk.com/agent/tickets/${n}`,
		}));
		const alert = compose({ incident: { ...incident, alerted } }, {}, own);
		expect(alert.text).toContain(
			'Alerted before, each by itself (14):\n- Early 0 https://acme.zendesk.com/agent/tickets/0\n- Early 1 ',
		);
		expect(alert.email.html).toContain('Alerted before, each by itself (14)</p>');
		const texts = textsOf(alert.slack.blocks);
		expect(texts).toContain('*Alerted before, each by itself (14)*');
		expect(texts.find((text) => text.startsWith('• Early 0'))).toMatch(/• and 2 more$/);
		expect(compose({ incident }, {}, own)).not.toHaveProperty('alreadyAlerted');
	});

	it('is named in what follows, too', () => {
		const titles = (['update', 'reminder', 'escalation', 'closed'] as const).map(
			(kind) => compose({ kind, incident }, {}, own).title,
		);
		expect(titles).toEqual([
			'Update: likely incident: 7 accounts have trouble with export',
			'Reminder: nobody has answered the alert for the likely incident about export since 9:00 AM, 4 hours ago',
			'Escalated: likely incident: 7 accounts have trouble with export',
			'Likely incident: 7 accounts have trouble with export',
		]);
	});

	it('shows fewer accounts in Slack rather than a message it refuses', () => {
		const accounts = Array.from({ length: 50 }, (_, index) => ({
			name: `${'x'.repeat(99)}${index}`,
			ticketUrl: `https://acme.zendesk.com/agent/tickets/${'1'.repeat(250)}`,
		}));
		const { slack } = compose({ incident: { ...incident, accounts } }, {}, own);
		expect(slack.blocks.length).toBeLessThanOrEqual(50);
		expect(JSON.stringify(slack.blocks).length).toBeLessThanOrEqual(12_000);
	});
});
