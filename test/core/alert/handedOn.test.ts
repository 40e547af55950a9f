import { describe, expect, it } from 'vitest';

import type { AlertStanding } from '../../../nodes/core/item/types';
import { textsOf } from '../../support/messages.ts';
import { composeLater, input, open, ownersOf } from './fixtures';

const KIM = {
	email: 'kim@example.com',
	name: 'Kim Lee',
	slackId: 'U0KIM',
	timeZone: 'Asia/Tokyo',
};
const owners = ownersOf({ email: 'dana@example.com', manager: 'kim@example.com' }, KIM);
const standing: AlertStanding = {
	...open,
	verdict: 'wrongOwner',
	verdictBy: 'Dana Reyes',
	handedOnAt: '2026-11-23T11:00:00.000Z',
};
const told: AlertStanding = { ...standing, handedOnTo: 'Kim Lee' };

const compose: typeof composeLater = (due, extra = {}, own = {}) =>
	composeLater({ standing, ...due }, { owners, ...extra }, own);

describe('an alert that its owner says is not theirs', () => {
	it('goes to their manager, says why, and to whom it went before', () => {
		const { title, via, recipient, notices, told, ownerLine } = compose({ kind: 'alert' });
		expect(title).toBe('Frustrated ticket from Acme Corp');
		expect([via, recipient.slack, recipient.name]).toEqual(['slack', 'U0KIM', 'Kim Lee']);
		expect(recipient.isFallback).toBe(false);
		expect(notices).toEqual([
			'Dana Reyes says the account is not theirs, so this comes to Kim Lee. Correct its owner where your accounts are kept',
		]);
		expect(told).toBe('Told before: Dana Reyes, 6:00 PM');
		expect(ownerLine).toBe('Owner: Dana Reyes (says the account is not theirs)');
	});

	it('goes to the fallback owner where no manager is known, or the manager wrote the ticket', () => {
		const fallback = { name: 'CS team', email: 'cs@example.com', isFallback: true };
		expect(compose({ kind: 'alert' }, { owners: ownersOf(), channel: 'email' })).toMatchObject({
			via: 'email',
			recipient: fallback,
		});
		const ticket = { ...input().ticket, requester: { email: 'KIM@example.com' } };
		const { recipient, notices } = compose({ kind: 'alert' }, { channel: 'email' }, { ticket });
		expect(recipient).toMatchObject(fallback);
		expect(notices[0]).toContain('so this comes to you');
	});

	it('has nobody to go to where nobody is known at all, and names what to fill in', () => {
		const nobody = { owners: ownersOf(), channel: 'email', fallbackOwner: {} } as const;
		expect(() => compose({ kind: 'alert' }, nobody)).toThrow(
			'The alert for Acme Corp has nobody to go to: its owner says the account is not theirs, and no manager of theirs is known. Fill in Fallback Owner Email',
		);
	});

	it('starts what follows anew, in the hours of whoever has it', () => {
		const { followUps } = compose({ kind: 'alert' });
		// 4 and 24 business hours from 13:00 UTC, which is 22:00 in Tokyo.
		expect(followUps).toEqual([
			{ kind: 'reminder', at: '2026-11-24T04:00:00.000Z' },
			{ kind: 'escalation', at: '2026-11-26T08:00:00.000Z' },
		]);
	});

	it('reminds whoever has it, of the time since', () => {
		const { via, recipient, title, notices } = compose({ kind: 'reminder', standing: told });
		expect([via, recipient.slack]).toEqual(['slack', 'U0KIM']);
		expect(title).toBe(
			'Reminder: nobody has answered the alert for Acme Corp since 8:00 PM, 2 hours ago',
		);
		expect(notices[0]).toContain('Dana Reyes says the account is not theirs');
	});

	it('tells the fallback owner last, and that the manager was told before', () => {
		const { recipient, told: before } = compose({ kind: 'escalation', standing: told });
		expect(recipient).toMatchObject({ email: 'cs@example.com', isFallback: true });
		expect(before).toBe('Told before: Kim Lee, 11:00 AM');
	});

	it('offers to judge it, but not to hand it on once more', () => {
		const offered = compose({ kind: 'alert' }).answers.map(({ action }) => action);
		expect(offered).toEqual(['acknowledge', 'useful', 'noise', 'snooze', 'wrongAccount', 'close']);
	});

	it('says in its message in Slack who has it', () => {
		const message = { channel: 'C1', ts: '1.1' };
		const { via, slack } = compose({ kind: 'answer', message, standing: told });
		expect(via).toBe('slackEdit');
		const texts = textsOf(slack.blocks).join('\n');
		expect(texts).toContain('❓ Wrong owner, says Dana Reyes');
		expect(texts).toMatch(/↪️ Handed on to Kim Lee, \d+:00 [AP]M/);
	});

	it('names nobody but its owner once another verdict was given', () => {
		const { notices } = compose({
			kind: 'reminder',
			standing: { ...told, verdict: 'useful', verdictBy: 'Kim Lee' },
		});
		expect(notices[0]).toMatch(/^Dana Reyes says the account is not theirs/);
	});
});
