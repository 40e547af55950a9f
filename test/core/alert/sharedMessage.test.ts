import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { DeliverySettings } from '../../../nodes/core/alert';
import { composeDigest } from '../../../nodes/core/alert/sharedMessage';
import type { Digest, DigestEntry, Owner } from '../../../nodes/core/item/types';
import { elementsOf, parsedTexts, textsOf } from '../../support/messages.ts';
import { blockProblems, hasSlackSchema } from '../../support/slackSchema.ts';
import { delivery, NOW, ownersOf, settings, TEAMS_LINK } from './fixtures';

const entry = (number: number): DigestEntry => ({
	text: `85 Critical: Acme Corp, “Export ${number}”`,
	url: `https://acme.zendesk.com/agent/tickets/${number}`,
});
const section = (title: string, count: number, more = 0) => ({
	title,
	entries: Array.from({ length: count }, (_, index) => entry(index)),
	more,
});
const digest = (extra: Partial<Digest> = {}): Digest => ({
	title: 'Support frustration, week to 28 Nov 2026: 8 alerts in 95 tickets',
	lead: 'Every message was decided, and every alert delivered.',
	since: '2026-11-21T09:00:00.000Z',
	until: '2026-11-28T09:00:00.000Z',
	counts: { alerted: 8, monitored: 87 },
	sections: [section('To review', 2), section('Alerted', 8, 3)],
	...extra,
});
const compose = (
	value = digest(),
	extra: Partial<DeliverySettings> = {},
	due = delivery({ kind: 'digest' }),
) => composeDigest(value, { ...settings, ...extra }, NOW, due).message;

describe('a digest', () => {
	it('is sent under the same key as an alert, title and text first', () => {
		expect(Object.keys(compose())).toEqual([
			'title',
			'text',
			'recipient',
			'channel',
			'via',
			'slack',
			'email',
		]);
	});

	it('shows every section with its tickets and how many more there are', () => {
		const { text, email, slack } = compose();
		expect(text).toContain('Alerted (11):\n- 85 Critical: Acme Corp, “Export 0” https://acme.');
		expect(text).toContain('- and 3 more');
		expect(email.html).toContain('Alerted (11)');
		expect(elementsOf(email.html).filter((element) => element.startsWith('a '))).toHaveLength(10);
		expect(textsOf(slack.blocks)).toContain('*Alerted (11, 8 shown)*');
		expect(slack.blocks[0]).toMatchObject({ type: 'header', block_id: 'cs:d1' });
	});

	it('says that it may be a repeat', () => {
		const due = delivery({ kind: 'digest', mayBeRepeat: true });
		expect(compose(digest(), {}, due).text).toContain('This may be a repeat');
	});

	it('shows fewer tickets of each section in Slack rather than leaving out a section', () => {
		const long = (title: string) => ({
			title,
			entries: Array.from({ length: 8 }, (_, index) => ({
				text: 'x'.repeat(300),
				url: `https://acme.zendesk.com/agent/tickets/${index}`,
			})),
			more: 4,
		});
		const { slack } = compose(digest({ sections: ['A', 'B', 'C', 'D', 'E'].map(long) }));
		const labels = textsOf(slack.blocks).filter((text) => text.startsWith('*'));
		expect(labels).toHaveLength(5);
		expect(new Set(labels.map((text) => text.slice(3))).size).toBe(1);
		expect(JSON.stringify(slack.blocks).length).toBeLessThanOrEqual(12_000);
	});

	it.skipIf(!hasSlackSchema)(
		'holds to the limits of Slack whatever it brings (needs ../shared)',
		() => {
			const problems = blockProblems();
			const anyText = fc.string({ unit: 'binary', maxLength: 4000 });
			const anySection = fc.record({
				title: anyText,
				entries: fc.array(
					fc.record(
						{ text: anyText, url: fc.oneof(fc.webUrl(), anyText) },
						{ requiredKeys: ['text'] },
					),
					{ maxLength: 12 },
				),
				more: fc.nat(99),
			});
			fc.assert(
				fc.property(anyText, fc.array(anySection, { maxLength: 70 }), (title, sections) => {
					const { slack } = compose(digest({ title, lead: title, sections }));
					expect(problems(slack.blocks)).toBe('');
					expect(JSON.stringify(slack.blocks).length).toBeLessThanOrEqual(12_000);
				}),
				{ numRuns: 60 },
			);
		},
	);

	it('has no link and no markup of a customer', () => {
		const text =
			'<a href="https://evil.example">x</a> <!channel> *bold* https://evil.example \u202eelbon';
		const hostile = digest({
			sections: [
				{
					title: 'To review',
					entries: [
						{ text, url: 'https://acme.zendesk.com@evil.example/' },
						{ text, url: 'javascript:alert(1)' },
					],
					more: 0,
				},
			],
		});
		const { slack, email } = compose(hostile);
		expect(parsedTexts(slack.blocks)).toEqual(['*To review (2)*']);
		expect(JSON.stringify(slack.blocks)).not.toContain('"button"');
		expect(elementsOf(email.html).join(' ')).not.toContain('evil');
		expect(email.html + email.text + JSON.stringify(slack)).not.toContain('\u202e');
	});
});

describe('who gets a digest', () => {
	it('the default channel, or the other one where it has no address', () => {
		expect(compose()).toMatchObject({ via: 'slack', recipient: { slack: '#cs-alerts' } });
		expect(compose(digest(), { slackChannel: undefined })).toMatchObject({
			via: 'email',
			channel: 'email',
			recipient: { email: 'cs@example.com' },
		});
		expect(compose(digest(), { defaultChannel: 'email' }).via).toBe('email');
	});

	it('is refused where there is neither, naming the settings', () => {
		expect(() => compose(digest(), { slackChannel: undefined, fallbackOwner: {} })).toThrow(
			'Fill in Slack Channel or Fallback Owner Email',
		);
	});

	it('the other channel when it could not be delivered, and then the manager', () => {
		const line = 'Sent here because it could not be delivered to #cs-alerts in Slack';
		for (const step of ['otherChannel', 'manager'] as const) {
			const message = compose(digest(), {}, delivery({ kind: 'digest', step }));
			expect(message.via).toBe('email');
			expect(message.text).toContain(line);
		}
	});
});

describe('who gets the digest of an owner', () => {
	const dana: Owner = { name: 'Dana Reyes', email: 'dana@example.com', slackId: 'U024BE7LH' };
	const hers = (
		extra: Partial<DeliverySettings> = {},
		due: Parameters<typeof delivery>[0] = {},
		owner = dana,
	) => compose(digest({ owner }), extra, delivery({ kind: 'digest', mayWait: true, ...due }));

	it('the owner, as the account says, else as the table of owners does', () => {
		expect(hers()).toMatchObject({
			via: 'slack',
			channel: 'slack',
			recipient: { name: 'Dana Reyes', slack: 'U024BE7LH', isFallback: false },
		});
		const owners = ownersOf({ email: 'dana@example.com', channel: 'email' });
		expect(hers({ owners })).toMatchObject({
			via: 'email',
			recipient: { email: 'dana@example.com' },
		});
		const inTeams = ownersOf({ email: 'dana@example.com', channel: 'teams' });
		const message = hers({ owners: inTeams, teamsChannelLink: TEAMS_LINK });
		expect(message.via).toBe('teams');
		expect(message.teams?.url).toContain('graph.microsoft.com');
	});

	it('whoever stands in while they are away, and it says so', () => {
		const row = { email: 'dana@example.com', absent_until: '2026-11-27' };
		const owners = ownersOf(
			{ ...row, delegate_email: 'sam@example.com' },
			{ email: 'sam@example.com', name: 'Sam Okafor', channel: 'email' },
		);
		const message = hers({ owners });
		expect(message).toMatchObject({
			via: 'email',
			recipient: { name: 'Sam Okafor', standsInFor: 'Dana Reyes' },
		});
		expect(message.text).toContain('Dana Reyes is away until Nov 27, so this comes to you');
		expect(hers({ owners: ownersOf(row), defaultChannel: 'email' })).toMatchObject({
			recipient: { email: 'cs@example.com', isFallback: true },
		});
	});

	it('waits for the end of their quiet hours, by their own clocks', () => {
		const owners = ownersOf({
			email: 'dana@example.com',
			quiet_hours: '20:00-07:00',
			time_zone: 'America/New_York',
		});
		expect(hers({ owners })).toMatchObject({
			via: 'hold',
			holdUntil: '2026-11-23T12:00:00.000Z',
		});
		expect(hers({ owners }, { mayWait: undefined }).via).toBe('slack');
	});

	it('the other channel when it could not be delivered, then the manager', () => {
		expect(hers({}, { step: 'otherChannel' })).toMatchObject({
			via: 'email',
			recipient: { email: 'dana@example.com' },
		});
		const told = hers({}, { step: 'manager' });
		expect(told.recipient).toMatchObject({ email: 'cs@example.com', isFallback: true });
		expect(told.text).toContain(
			'Sent here because it could not be delivered to Dana Reyes in Slack or by email',
		);
	});

	it('nobody where there is no way to them, and the error says whose it is', () => {
		const none = { slackChannel: undefined, fallbackOwner: {} };
		const byName = { name: 'Dana Reyes' };
		expect(() => hers(none, {}, byName)).toThrow(
			'The digest of Dana Reyes has nowhere to go in Slack',
		);
	});
});
