import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { answersOf } from '../../../../nodes/core/alert/answers';
import { renderSlack } from '../../../../nodes/core/alert/render/slack';
import {
	renderReminderReply,
	renderUpdateReply,
} from '../../../../nodes/core/alert/render/slackReply';
import { DEFAULT_LABELS } from '../../../../nodes/core/alert/wording';
import type { AlertContent } from '../../../../nodes/core/item/types';
import { blockProblems, hasSlackSchema } from '../../../support/slackSchema.ts';

const content: AlertContent = {
	title: 'Critical ticket from Acme Corp',
	notices: [],
	standing: [],
	answers: [],
	accountLine: 'Acme Corp — Health: 58/100, down 14 pts this week',
	ticketLine: "From “Jo O'Neil” (jo@acme.example), Zendesk #4811: “Where is it?”",
	ownerLine: 'Owner: Dana Reyes',
	summary: 'Our data has disappeared.',
	evidence: ['“data has disappeared” (Data integrity concern)'],
	riskFactors: ['Renewal in 28 days', 'MRR $3,200'],
	recommendedAction: 'Book a call within 24 hours',
	why: ['Critical ticket: score 85 is at least 80'],
	ticketUrl: 'https://acme.zendesk.com/agent/tickets/1',
	accountUrl: 'https://acme.my.salesforce.com/001',
	score: 85,
	severity: 'critical',
	labels: DEFAULT_LABELS,
};

const answersTo = (link: string) =>
	answersOf({ acknowledge: link, attach: link, wrongOwner: link, close: link }, undefined);

describe('a Slack alert', () => {
	it('has a header, the account, the action and a button to the ticket', () => {
		const { blocks, text } = renderSlack(content, { buttons: 'links' });
		expect(text).toBe('Critical ticket from Acme Corp: “Our data has disappeared.”');
		expect(blocks[0]).toMatchObject({ type: 'header' });
		expect(JSON.stringify(blocks)).toContain('"url":"https://acme.zendesk.com/agent/tickets/1"');
	});

	it('leaves out the buttons when there is nothing to open', () => {
		const { blocks } = renderSlack(
			{ ...content, ticketUrl: undefined, accountUrl: undefined },
			{ buttons: 'links' },
		);
		expect(blocks.map(({ type }) => type)).not.toContain('actions');
	});

	it.skipIf(!hasSlackSchema)(
		'keeps to the Block Kit schema whatever the texts (needs ../shared)',
		() => {
			const problems = blockProblems();
			const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 5000 }), fc.constant(' '));
			fc.assert(
				fc.property(
					anyText,
					anyText,
					fc.array(anyText, { maxLength: 4 }),
					fc.option(fc.webUrl(), { nil: undefined }),
					fc.constantFrom<'links' | 'app'>('links', 'app'),
					(title, summary, lines, url, buttons) => {
						const any: AlertContent = {
							...content,
							title,
							notices: lines,
							accountLine: title,
							ticketLine: summary,
							ownerLine: summary,
							summary,
							intro: title,
							footer: summary,
							replyDraft: summary,
							firstTicketUrl: url,
							evidence: lines,
							riskFactors: lines,
							why: lines,
							standing: lines,
							changes: lines,
							told: title,
							affected: { entries: lines.map((text) => ({ text, url })), more: 3 },
							ticketUrl: url,
							answers: lines.flatMap((text) =>
								answersTo(
									`${url ?? 'https://a.example/'}?token=${encodeURIComponent(text.toWellFormed())}`,
								),
							),
						};
						const style = { buttons, deliveryId: title };
						expect(problems(renderSlack(any, style).blocks)).toBe('');
						expect(problems(renderUpdateReply(any, style).blocks)).toBe('');
						expect(problems(renderReminderReply(any, 'U024BE7LH', style).blocks)).toBe('');
					},
				),
				{ numRuns: 60 },
			);
		},
	);
});
