import { describe, expect, it } from 'vitest';

import { composeForItem } from '../../../nodes/core/alert/forItem';
import type { DeliverySettings } from '../../../nodes/core/alert';
import { cardProblems } from '../../support/adaptiveCard.ts';
import { elementsOf, textsOf } from '../../support/messages.ts';
import { delivery, gate, input, NOW, settings, TEAMS_LINK } from './fixtures';

const link = (action: string) => `https://n8n.example.com/answer?token=t0ken&action=${action}`;
const entry = (score?: number) => ({
	ticket: { ...input().ticket, helpdesk: 'zendesk' },
	...(score !== undefined && { sentiment: { score, topic: 'x', signals: [], flags: [] } }),
	account: {
		status: 'ambiguous',
		candidates: [{ name: 'Acme Corp' }, { name: 'Acme GmbH' }],
	},
	gate: gate({ route: 'review', reason: 'Several accounts fit' }),
	links: { attach: link('attach'), dismiss: link('dismiss') },
});
const compose = (review: unknown, extra: Partial<DeliverySettings> = {}, due = {}) =>
	composeForItem(
		{ review, delivery: delivery({ kind: 'review', ...due }) },
		{ ...settings, ...extra },
		NOW,
	).message;

describe('what waits in Review', () => {
	it('is one message: who wrote what, its score, why it is there, and which accounts it may be', () => {
		const { title, text, via, recipient } = compose([entry(72), entry()]);
		expect([title, via, recipient.slack]).toEqual([
			'2 messages wait in Review',
			'slack',
			'#cs-alerts',
		]);
		expect(text).toContain(
			"- 72 Frustrated. From “Jo O'Neil” (jo@acme.com), Zendesk #1: “Export broken” https://acme.zendesk.com/agent/tickets/1 (Several accounts fit. Could be Acme Corp and Acme GmbH) Attach to Account: https://n8n",
		);
		expect(text).toContain('- Not scored. From');
	});

	it('has the ticket and two answers for each in Slack', () => {
		const { slack } = compose([entry(72), entry(80)]);
		const texts = textsOf(slack.blocks);
		expect(texts.filter((one) => one === 'Attach to Account')).toHaveLength(2);
		expect(texts.filter((one) => one === 'Nothing to Do')).toHaveLength(2);
		expect(texts.filter((one) => one === 'Open Ticket')).toHaveLength(2);
	});

	it('asks for the account on a page, also where a Slack app takes the other answer', () => {
		const blocks = JSON.stringify(compose([entry(72)], { slackButtons: 'app' }).slack.blocks);
		expect(blocks).toContain(`"url":"${link('attach')}"`);
		expect(blocks).toContain('"value":"t0ken"');
		expect(blocks).not.toContain(link('dismiss'));
	});

	it('has them in an e-mail and in Teams, too', () => {
		const links = elementsOf(compose([entry(72)]).email.html).filter((one) => one.startsWith('a '));
		expect(links).toEqual([
			'a https://acme.zendesk.com/agent/tickets/1',
			`a ${link('attach')}`,
			`a ${link('dismiss')}`,
		]);
		const { teams } = compose([entry(72)], {
			defaultChannel: 'teams',
			teamsChannelLink: TEAMS_LINK,
		});
		const content = teams?.body.attachments[0]?.content ?? '';
		expect(cardProblems(JSON.parse(content))).toBe('');
		expect(content).toContain(link('dismiss'));
	});

	it('is shown in part where it is too much for Slack or Teams, and says how much there is', () => {
		const many = Array.from({ length: 40 }, () => entry(72));
		expect(textsOf(compose(many).slack.blocks)).toContain('*In Review (40, 8 shown)*');
		const { teams } = compose(many, { defaultChannel: 'teams', teamsChannelLink: TEAMS_LINK });
		expect(teams?.body.attachments[0]?.content).toContain('and 20 more');
	});

	it('says that it may be a repeat, and takes the other channel where one did not work', () => {
		expect(compose([entry()], {}, { mayBeRepeat: true }).text).toContain('may be a repeat');
		expect(compose([entry()], {}, { step: 'otherChannel' }).via).toBe('email');
	});

	describe('of which something was dealt with', () => {
		const message = { channel: 'C1', ts: '1763888400.000100' };
		const done = {
			...entry(72),
			links: {},
			reviewed: { because: 'Dana attached it to Globex', at: '2026-11-23T08:58:00.000Z' },
		};

		it('is changed where it stands: what has become of it, and no answer any more', () => {
			const { title, via, channel, slack, slackMessage, recipient } = compose(
				[done, entry(80)],
				{ defaultChannel: 'email' },
				{ message, mayBeRepeat: true, step: 'otherChannel' },
			);
			expect([title, via, channel]).toEqual([
				'1 of 2 messages still in Review',
				'slackEdit',
				'slack',
			]);
			expect(slackMessage).toEqual(message);
			expect(recipient.slack).toBe('C1');
			const texts = textsOf(slack.blocks);
			expect(texts).toContain(
				"72 Frustrated. From “Jo O'Neil” (jo@acme.com), Zendesk #1: “Export broken”\n✅ Dana attached it to Globex, 8:58 AM",
			);
			expect(texts.filter((one) => one === 'Attach to Account')).toHaveLength(1);
			expect(texts.join()).not.toContain('repeat');
		});

		it('says when nothing waits any more', () => {
			const { title, text } = compose([done, done], {}, { message });
			expect(title).toBe('0 of 2 messages still in Review');
			expect(text).toContain('All that stands here was dealt with.');
		});
	});

	it('is refused where nothing waits, or there is nowhere to go', () => {
		expect(() => compose([])).toThrow('no "review" key');
		expect(() => compose([entry()], { slackChannel: undefined, fallbackOwner: {} })).toThrow(
			'The list of Review has nowhere to go. Fill in Slack Channel or Fallback Owner Email',
		);
	});
});
