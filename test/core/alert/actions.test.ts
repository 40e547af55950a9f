import { describe, expect, it } from 'vitest';

import { composeAlert, type ActionRule } from '../../../nodes/core/alert';
import { delivery, gate, input, NOW, settings } from './fixtures';

const recommended = (actions: readonly ActionRule[], own = input(), now = NOW) => {
	const standing = { state: 'open', openedAt: NOW.toISOString() } as const;
	const due = delivery({ kind: 'reminder', standing });
	return composeAlert(own, { ...settings, actions }, now, due).message;
};

describe('recommended actions', () => {
	it('are the admin’s own rows: the first that holds, with its deadline and playbook', () => {
		const actions: ActionRule[] = [
			{ text: 'Not this one', severity: 'critical' },
			{
				text: 'Ring them',
				severity: 'criticalOrHigh',
				renewalWithinDays: 30,
				minTickets: 2,
				withinHours: 2,
				playbookUrl: 'https://wiki.example.com/ring',
			},
			{ text: 'Nor this', severity: 'any' },
		];
		const { recommendedAction, actBy, playbookUrl, text, email, slack } = recommended(actions);
		expect([recommendedAction, actBy]).toEqual(['Ring them', 'by 11:00 AM']);
		expect(playbookUrl).toBe('https://wiki.example.com/ring');
		expect(text).toContain('Recommended action: Ring them (by 11:00 AM)');
		expect(email.html).toContain('Open Playbook');
		expect(JSON.stringify(slack.blocks)).toContain('Open Playbook');
	});

	it('count their deadline from the alert, and say when it has passed', () => {
		const actions: ActionRule[] = [{ text: 'Call', severity: 'any', withinHours: 2 }];
		const later = new Date('2026-11-23T12:00:00Z');
		expect(recommended(actions, input(), later).actBy).toBe('was due 11:00 AM');
	});

	it('ask for what a row asks, and for nothing unknown', () => {
		const actions: ActionRule[] = [
			{ text: 'Nobody’s', severity: 'any', withoutOwner: true },
			{ text: 'Renewal', severity: 'any', renewalWithinDays: 14 },
			{ text: 'Other', severity: 'any' },
		];
		expect(recommended(actions).recommendedAction).toBe('Other');
		const orphan = input({ account: { status: 'matched', renewalDate: 'soon' } });
		expect(recommended(actions, orphan).recommendedAction).toBe('Nobody’s');
	});

	it('are never empty', () => {
		expect(recommended([]).recommendedAction).toBe('Look into the ticket');
		expect(recommended([{ text: ' ', severity: 'any' }]).recommendedAction).toBe(
			'Look into the ticket',
		);
	});

	it('lead to no playbook that is no web page', () => {
		const actions: ActionRule[] = [
			{ text: 'Call', severity: 'any', playbookUrl: 'javascript:alert(1)' },
		];
		expect(recommended(actions).playbookUrl).toBeUndefined();
	});

	it('of the recipe are three, for what the gate found', () => {
		const of = (extra: Parameters<typeof gate>[0]) =>
			recommended(settings.actions, input({ gate: gate(extra) })).recommendedAction;
		expect(of({ severity: 'medium' })).toBe('Send a proactive update');
		expect(of({ severity: 'critical' })).toBe('Book a call within 24 hours');
		expect(of({ history: { frustratedTickets30Days: 2 } })).toBe('Escalate to CS manager');
	});
});
