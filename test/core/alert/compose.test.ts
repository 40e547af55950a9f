import { describe, expect, it } from 'vitest';

import { composeAlert, type AlertInput, type DeliverySettings } from '../../../nodes/core/alert';
import type { Delivery } from '../../../nodes/core/item/types';
import { textsOf } from '../../support/messages.ts';
import { acme, delivery, gate, input, NOW, settings } from './fixtures';

const compose = (due?: Delivery, extra: Partial<AlertInput> = {}) =>
	composeAlert(input(extra), settings, NOW, due).message;
const message = { channel: 'C1', ts: '1763888400.000100' };

describe('an alert', () => {
	it('begins with what a person looks for: title, text, recipient and channel', () => {
		expect(Object.keys(compose()).slice(0, 5)).toEqual([
			'title',
			'text',
			'recipient',
			'channel',
			'via',
		]);
		expect(compose().text).toBe(compose().email.text);
	});

	it('carries the ID of its delivery in Slack, so that a repeat can be found', () => {
		expect(compose(delivery({ id: 'd42' })).slack.blocks[0]).toMatchObject({ block_id: 'cs:d42' });
		const long = compose(delivery({ id: 'd'.repeat(400) })).slack.blocks[0];
		expect(String(long?.block_id)).toHaveLength(255);
		expect(compose().slack.blocks[0]).not.toHaveProperty('block_id');
	});

	it('goes by way of a look, where it may be a repeat and the conversation is known', () => {
		const since = '2026-11-23T11:00:00.000Z';
		const earlier = { channel: 'D0DANA', since };
		const looked = (due: Partial<Delivery>, extra: Partial<DeliverySettings> = {}) =>
			composeAlert(input(), { ...settings, looksFirst: true, ...extra }, NOW, delivery(due))
				.message;
		const again = { mayBeRepeat: true, earlier };
		expect(looked(again)).toMatchObject({ via: 'slackRepeat', channel: 'slack', earlier });
		// Only where it goes is read, even where earlier ones went elsewhere.
		const account = { ...acme, owner: { slackId: 'C0TEAM', email: 'dana@us.example' } };
		const named = composeAlert(
			input({ account }),
			{ ...settings, looksFirst: true },
			NOW,
			delivery(again),
		).message;
		expect(named.earlier).toEqual({ channel: 'C0TEAM', since });
		for (const plain of [
			looked({ earlier }),
			looked({ mayBeRepeat: true }),
			looked(again, { looksFirst: false }),
		]) {
			expect(plain).toMatchObject({ via: 'slack' });
			expect(plain).not.toHaveProperty('earlier');
		}
		expect(looked(again, { channel: 'email' }).via).toBe('email');
	});

	it('says that it may be a repeat, everywhere', () => {
		const { slack, email, notices } = compose(delivery({ mayBeRepeat: true }));
		const line = 'This may be a repeat: an earlier attempt may have arrived';
		expect(notices).toEqual([line]);
		for (const text of [textsOf(slack.blocks).join('\n'), email.html, email.text]) {
			expect(text).toContain(line);
		}
		expect(compose(delivery()).email.text).not.toContain('repeat');
	});

	it('says that it is a test, in the title and in a line', () => {
		const ticket = { ...input().ticket, isTest: true };
		const { title, email } = compose(delivery(), { ticket });
		expect(title).toBe('Test: Frustrated ticket from Acme Corp');
		expect(email.subject).toMatch(/^Test: /);
		expect(email.text).toContain('This is a test, sent to try out the workflow');
	});

	it('says what got worse when an open alert comes again', () => {
		const { title, why } = compose(delivery({ news: 'Worse: score 72, before 60' }));
		expect(title).toBe('Worse: frustrated ticket from Acme Corp');
		expect(why[0]).toBe('The alert was open and comes again. Worse: score 72, before 60');
	});

	it.each(['review', 'digest'] as const)('is no %s, which is refused', (kind) => {
		expect(() => compose(delivery({ kind }))).toThrow('is not written from a single ticket');
	});
});

describe('an update', () => {
	const sent = {
		ticket: { ...input().ticket, subject: 'First words' },
		sentiment: { ...input().sentiment!, score: 85, summary: 'Our data is gone.', flags: [] },
		account: acme,
		gate: gate({ severity: 'critical' }),
	};
	const update = (extra: Partial<Delivery> = {}) =>
		compose(delivery({ kind: 'update', messages: 3, ...extra }));

	it('in Slack shows the alert as it was sent, with what came since', () => {
		const { via, channel, slack, slackMessage } = update({ message, sent });
		expect([via, channel]).toEqual(['slackUpdate', 'slack']);
		expect(slackMessage).toEqual(message);
		const texts = textsOf(slack.blocks);
		expect(texts[0]).toBe('Critical ticket from Acme Corp');
		expect(texts).toContain('Our data is gone.');
		expect(texts).toContain('Updated: 3 messages so far; the newest scored 72: “Export broken”');
	});

	it('in Slack tells what is new in a short reply', () => {
		const { slackReply } = update({ message, sent });
		expect(slackReply?.text).toBe(
			"Update: frustrated ticket from Acme Corp: “We still can't export. This is the third time I ask.”",
		);
		expect(textsOf(slackReply?.blocks)).toEqual([
			"New message. From “Jo O'Neil” (jo@acme.com), #1: “Export broken”",
			'The alert of this account is open: 3 messages so far\nFrustration 72/100, before 85/100\nSeverity high, before critical',
			'*What the customer says*',
			"We still can't export. This is the third time I ask.",
			'*Evidence*',
			"• “can't export” (Core workflow failure)",
			'Open Ticket',
		]);
		expect(slackReply?.blocks[0]).toMatchObject({ block_id: 'cs:d1' });
	});

	it('shows its own ticket where the log no longer has what was sent', () => {
		const { slack, slackReply } = update({ message });
		expect(textsOf(slack.blocks)[0]).toBe('Frustrated ticket from Acme Corp');
		expect(textsOf(slackReply?.blocks)[1]).toBe(
			'The alert of this account is open: 3 messages so far',
		);
	});

	it('is a message of its own where none stands in Slack', () => {
		const { title, via, slackReply, slackMessage } = update({ sent });
		expect(title).toBe('Update: frustrated ticket from Acme Corp');
		expect([via, slackReply, slackMessage]).toEqual(['slack', undefined, undefined]);
	});

	it('by e-mail says how the score moved', () => {
		const { via, email } = update({ message, sent, step: 'otherChannel' });
		expect(via).toBe('email');
		expect(email.subject).toBe('Update: frustrated ticket from Acme Corp: “Export broken”');
		expect(email.text).toContain(
			'What changed:\n- Frustration 72/100, before 85/100\n- Severity high',
		);
	});

	it('goes to the manager as a message of its own, also in Slack', () => {
		const due = delivery({ kind: 'update', message, step: 'manager' });
		const alert = composeAlert(input(), { ...settings, fallbackOwner: {} }, NOW, due).message;
		expect([alert.via, alert.recipient.slack]).toEqual(['slack', '#cs-alerts']);
	});

	it('needs no Slack channel where the message itself says where it stands', () => {
		const due = delivery({ kind: 'update', message });
		const account = { ...acme, owner: { name: 'Dana', email: 'dana@example.com' } };
		const alert = composeAlert(
			input({ account }),
			{ ...settings, slackChannel: undefined },
			NOW,
			due,
		).message;
		expect([alert.via, alert.recipient.slack]).toEqual(['slackUpdate', 'C1']);
	});
});
