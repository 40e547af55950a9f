import { describe, expect, it } from 'vitest';

import type { AlertStanding } from '../../../nodes/core/item/types';
import { textsOf } from '../../support/messages.ts';
import { acme, composeLater as compose, input, open, ownersOf } from './fixtures';

const inChannel = { channel: 'C1', ts: '1763888400.000100' };
const inDirectMessage = { channel: 'D1', ts: '1763888400.000100' };

describe('the reply that an alert suggested', () => {
	const { ticket, account, gate } = input();
	const sent = { ticket, account, gate, replyDraft: 'We are sorry.' };

	it.each(['answer', 'update', 'reminder', 'escalation'] as const)(
		'stays on the alert: %s',
		(kind) => {
			const { slack } = compose({ kind, sent, message: inChannel });
			expect(textsOf(slack.blocks)).toContain('We are sorry.');
		},
	);
});

describe('a reminder', () => {
	const said = 'Reminder: nobody has answered the alert for Acme Corp since 9:00 AM, 4 hours ago';

	it('is a reply in the thread of an alert in Slack, and calls the owner', () => {
		const { title, via, channel, slackMessage, slackReply } = compose({
			kind: 'reminder',
			message: inChannel,
		});
		expect([title, via, channel]).toEqual([said, 'slackReply', 'slack']);
		expect(slackMessage).toEqual(inChannel);
		expect(textsOf(slackReply?.blocks).slice(0, 3)).toEqual([
			said,
			'<@U024BE7LH>, this alert waits for your answer.',
			'Acknowledge',
		]);
		expect(slackReply?.text).toBe(said);
	});

	it('calls nobody where the member ID is not known', () => {
		const account = { ...acme, owner: { email: 'dana@example.com', slackId: 'C0TEAM' } };
		const { slackReply } = compose({ kind: 'reminder', message: inChannel }, {}, { account });
		expect(JSON.stringify(slackReply)).not.toContain('<@');
	});

	it('keeps the whole alert beside the reply, as it now stands', () => {
		const { slack } = compose({ kind: 'reminder', message: inChannel });
		expect(textsOf(slack.blocks)[0]).toBe('Frustrated ticket from Acme Corp');
	});

	it('is a message with the whole alert where it does not stand in Slack', () => {
		const { via, email } = compose({ kind: 'reminder' }, { channel: 'email' });
		expect(via).toBe('email');
		expect(email.text).toContain(said);
		expect(email.text).toContain("“can't export” (Core workflow failure)");
		expect(email.subject).toMatch(/^Reminder: nobody has answered/);
	});

	it('is written from the alert as it was sent', () => {
		const sent = { ...input(), ticket: { key: 'k', subject: 'First words' }, sentiment: undefined };
		expect(compose({ kind: 'reminder', sent }).text).toContain('First words');
	});

	it('says why it comes where the snooze is over', () => {
		const { title, notices, slackReply } = compose({
			kind: 'reminder',
			message: inChannel,
			news: 'The snooze is over; 2 messages came meanwhile',
		});
		expect(title).toBe('Reminder: frustrated ticket from Acme Corp');
		expect(notices).toEqual(['The snooze is over; 2 messages came meanwhile']);
		expect(textsOf(slackReply?.blocks)).toContain('The snooze is over; 2 messages came meanwhile');
	});

	it('goes to the delegate by a message of its own where the alert stands in a direct message', () => {
		const owners = ownersOf(
			{ email: 'dana@example.com', delegate: 'lee@example.com', absentUntil: '2026-12-05' },
			{ email: 'lee@example.com', slackId: 'U0LEE' },
		);
		const away = compose({ kind: 'reminder', message: inDirectMessage }, { owners });
		expect([away.via, away.recipient.slack]).toEqual(['slack', 'U0LEE']);
		const shared = compose({ kind: 'reminder', message: inChannel }, { owners });
		expect(textsOf(shared.slackReply?.blocks)).toContain(
			'<@U0LEE>, this alert waits for your answer.',
		);
		expect(shared.notices).toEqual(['Dana Reyes is away until Dec 5, so this comes to you']);
	});
});

describe('an escalation', () => {
	const kim = { email: 'kim@example.com', name: 'Kim Lead', slackId: 'U0KIM' };
	const owners = ownersOf({ email: 'dana@example.com', manager: 'Kim@example.com' }, kim);

	it('goes to the owner’s manager, with to whom the alert went and since when', () => {
		const { title, via, recipient, notices, told } = compose({ kind: 'escalation' }, { owners });
		expect(title).toBe('Escalated: frustrated ticket from Acme Corp');
		expect([via, recipient]).toEqual([
			'slack',
			{ name: 'Kim Lead', email: 'kim@example.com', slack: 'U0KIM', isFallback: false },
		]);
		expect(notices).toEqual([
			'Nobody has answered the alert for Acme Corp since 9:00 AM, 4 hours ago',
		]);
		expect(told).toBe('Told before: Dana Reyes, 9:00 AM');
	});

	it('goes to the fallback owner where no manager is known', () => {
		const { via, recipient } = compose({ kind: 'escalation' });
		expect([via, recipient.email, recipient.isFallback]).toEqual(['email', 'cs@example.com', true]);
	});

	it('then takes the manager’s other channel, and at last the fallback owner', () => {
		const other = compose({ kind: 'escalation', step: 'otherChannel' }, { owners });
		expect([other.via, other.recipient.email]).toEqual(['email', 'kim@example.com']);
		expect(other.notices[0]).toBe(
			'Sent here because it could not be delivered to Kim Lead in Slack',
		);
		const last = compose({ kind: 'escalation', step: 'manager' }, { owners });
		expect([last.recipient.email, last.recipient.isFallback]).toEqual(['cs@example.com', true]);
	});

	it('brings its own reason where it has one', () => {
		const news = 'Dana Reyes says the account is not theirs';
		expect(compose({ kind: 'escalation', news }, { owners }).notices).toEqual([news]);
	});

	it('is told in later messages to the owner', () => {
		const standing = { ...open, escalatedAt: '2026-11-23T12:00:00Z' };
		expect(compose({ kind: 'update', standing }, { owners }).told).toBe(
			'Also told: Kim Lead (manager), 12:00 PM',
		);
	});
});

describe('how an alert stands', () => {
	const sent = {
		...input(),
		sentiment: { ...input().sentiment!, flags: [] },
		ticket: { ...input().ticket, subject: 'First words' },
	};
	const edit = (kind: 'answer' | 'closed', standing: Partial<AlertStanding>) =>
		compose({ kind, message: inChannel, sent, standing: { ...open, ...standing }, messages: 3 });

	it('is a change of its message in Slack alone, written whole', () => {
		const { via, slack, slackReply, slackMessage } = edit('answer', {
			state: 'acknowledged',
			acknowledgedAt: '2026-11-23T13:02:00Z',
			acknowledgedBy: 'Dana Reyes',
		});
		expect([via, slackMessage, slackReply]).toEqual(['slackEdit', inChannel, undefined]);
		expect(textsOf(slack.blocks).slice(0, 3)).toEqual([
			'Frustrated ticket from Acme Corp',
			'✅ Acknowledged by Dana Reyes, 1:02 PM',
			'Updated: 3 messages so far',
		]);
		expect(JSON.stringify(slack.blocks)).toContain('First words');
	});

	it.each<[string, Partial<AlertStanding>, string]>([
		[
			'snoozed',
			{ state: 'snoozed', snoozedUntil: '2026-12-05T09:00:00Z', snoozedBy: 'Dana' },
			'💤 Snoozed until Dec 5 by Dana',
		],
		['told to the manager', { escalatedAt: '2026-11-23T12:00:00Z' }, '⬆️ Manager told 12:00 PM'],
		['useful', { verdict: 'useful', verdictBy: 'Dana' }, '👍 Useful, says Dana'],
		[
			'closed',
			{
				state: 'closed',
				closedAt: '2026-11-23T12:00:00Z',
				closedBecause: 'The helpdesk solved the ticket',
			},
			'🏁 Closed: The helpdesk solved the ticket, 12:00 PM',
		],
	])('says that it is %s, also in the text', (_, standing, line) => {
		const { slack, text } = edit('closed', standing);
		expect(textsOf(slack.blocks)[1]).toBe(line);
		expect(text).toContain(line);
	});

	it('goes where it stands, whatever the owner prefers by now, and needs no setting', () => {
		const alert = compose(
			{ kind: 'answer', message: inChannel },
			{ channel: 'email', fallbackOwner: {}, slackChannel: undefined },
			{ account: { status: 'unmatched' } },
		);
		expect([alert.via, alert.channel, alert.recipient.slack]).toEqual(['slackEdit', 'slack', 'C1']);
	});

	it('offers no answer that was given', () => {
		const offered = (standing: Partial<AlertStanding>) =>
			edit('answer', standing).answers.map(({ action }) => action);
		expect(offered({})).toEqual([
			'acknowledge',
			'useful',
			'noise',
			'snooze',
			'wrongAccount',
			'wrongOwner',
			'close',
		]);
		expect(offered({ acknowledgedAt: open.openedAt, verdict: 'useful' })).toEqual([
			'snooze',
			'wrongAccount',
			'wrongOwner',
			'close',
		]);
	});

	it('stands on an update, too', () => {
		const standing: AlertStanding = {
			...open,
			acknowledgedAt: open.openedAt,
			acknowledgedBy: 'Dana',
		};
		const { slack, via } = compose({ kind: 'update', message: inChannel, sent, standing });
		expect(via).toBe('slackUpdate');
		expect(textsOf(slack.blocks)).toContain('✅ Acknowledged by Dana, 9:00 AM');
	});
});

describe('what changed since the last message', () => {
	it('is named with what it was', () => {
		const account = { ...acme, healthScore: 51, mrr: 2900, renewalDate: '2026-12-20' };
		const sent = { ...input(), sentiment: { ...input().sentiment!, flags: [] } };
		expect(compose({ kind: 'update', sent }, {}, { account }).changes).toEqual([
			'Health 51/100, before 58/100',
			'MRR $2,900, before $3,200',
			'Renewal Dec 20, before Dec 21',
		]);
		expect(compose({ kind: 'update', sent }).changes).toBeUndefined();
	});
});

describe('the reader’s own clocks and numbers', () => {
	it('are those of the owners table, else those of the settings', () => {
		const regional = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
		const owners = ownersOf({ email: 'dana@example.com', timeZone: 'Asia/Tokyo' });
		expect(compose({ kind: 'reminder' }, { regional }).title).toContain('since 10:00, 4 hours');
		expect(compose({ kind: 'reminder' }, { regional, owners }).title).toContain('since 18:00,');
		expect(compose({}, { regional }).riskFactors).toContain('MRR US$3,200');
	});
});

it('a test stays a test, whatever is due', () => {
	const ticket = { ...input().ticket, isTest: true };
	for (const kind of ['reminder', 'escalation', 'closed'] as const) {
		expect(compose({ kind }, {}, { ticket }).title).toMatch(/^Test: /);
	}
});
