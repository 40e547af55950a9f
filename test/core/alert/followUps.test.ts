import { describe, expect, it } from 'vitest';

import { composeAlert, DEFAULT_FOLLOW_UPS } from '../../../nodes/core/alert';
import { followUpsOf } from '../../../nodes/core/alert/followUps';
import { DEFAULT_WORKING_HOURS } from '../../../nodes/core/values/businessHours';
import { delivery, input, NOW, settings } from './fixtures';

const time = { hours: DEFAULT_WORKING_HOURS, timeZone: 'UTC', holidays: new Set<string>() };
/** A Saturday. */
const saturday = new Date('2026-11-28T10:00:00Z');

describe('what follows an alert', () => {
	it('by default a reminder and the manager, for a critical one by the clock', () => {
		expect(followUpsOf(DEFAULT_FOLLOW_UPS, 'critical', saturday, time)).toEqual([
			{ kind: 'reminder', at: '2026-11-28T11:00:00.000Z' },
			{ kind: 'escalation', at: '2026-11-28T14:00:00.000Z' },
		]);
	});

	it('for any other in business hours', () => {
		expect(followUpsOf(DEFAULT_FOLLOW_UPS, 'high', saturday, time)).toEqual([
			{ kind: 'reminder', at: '2026-11-30T13:00:00.000Z' },
			{ kind: 'escalation', at: '2026-12-02T17:00:00.000Z' },
		]);
	});

	it('comes soonest first, whatever the order of the rows; none where there are no rows', () => {
		const rules = [
			{ after: 90, unit: 'minutes', then: 'escalation', severity: 'all' },
			{ after: 1, unit: 'hours', then: 'reminder', severity: 'all' },
		] as const;
		expect(followUpsOf(rules, 'low', saturday, time).map(({ kind }) => kind)).toEqual([
			'reminder',
			'escalation',
		]);
		expect(followUpsOf([], 'low', saturday, time)).toEqual([]);
	});

	it('is written with an alert and with a reminder, and with nothing else', () => {
		const written = (kind: 'alert' | 'update' | 'reminder' | 'escalation' | 'answer' | 'closed') =>
			composeAlert(input(), settings, NOW, delivery({ kind })).message.followUps?.length;
		expect(written('alert')).toBe(2);
		expect(written('reminder')).toBe(2);
		for (const kind of ['update', 'escalation', 'answer', 'closed'] as const) {
			expect(written(kind)).toBeUndefined();
		}
	});

	it('is written with no test: nobody is reminded of one, and no manager is told', () => {
		const test = input();
		const ticket = { ...test.ticket, isTest: true };
		const { message } = composeAlert({ ...test, ticket }, settings, NOW, delivery({}));
		expect(message).not.toHaveProperty('followUps');
	});
});
