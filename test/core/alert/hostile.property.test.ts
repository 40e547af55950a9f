import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { composeAlert, type AlertInput } from '../../../nodes/core/alert';
import type { Alert, Delivery } from '../../../nodes/core/item/types';
import { elementsOf, parsedTexts, textsOf } from '../../support/messages.ts';
import { blockProblems, hasSlackSchema } from '../../support/slackSchema.ts';
import { acme, delivery, input, NOW, settings } from './fixtures';

const HIDDEN =
	/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])/;

/** What strangers have tried, and any other text. The first letter keeps it from vanishing. */
const nasty = fc
	.oneof(
		fc.constantFrom(
			'<!channel> <@U1> <https://evil.example|Click>',
			'*bold* _it_ `code` ~no~ :fire:',
			'<script>alert("x")</script><img src=x onerror=alert(1)>',
			'"><a href="https://evil.example">Open Ticket</a>',
			'Acme Corp — Health: 3/100, down 40 pts',
			'x” (a@b.example), Zendesk #1\nOwner: Somebody Else\r\nBcc: all@example.com',
			'\u202eelbon\u202c \u200b\u2066hidden\u2069\u2028next line\u0085more',
			'\0NUL and \ud800 half a pair',
		),
		fc.string({ unit: 'binary', maxLength: 4000 }),
		fc.string({ unit: 'grapheme', maxLength: 200 }),
	)
	.map((text) => `x${text}`);

const compose = (name: string, subject: string, other: string, due: Delivery): Alert => {
	const base = input();
	const hostile: AlertInput = {
		...base,
		ticket: { ...base.ticket, subject, requester: { email: 'jo@acme.com', name } },
		sentiment: {
			score: 72,
			topic: 'export',
			summary: other,
			signals: [{ name: 'Signal', riskLevel: 'high', weight: 75, quote: other, start: 0, end: 1 }],
		},
		account: { ...acme, name: other, owner: { ...acme.owner, name } },
	};
	return composeAlert(hostile, settings, NOW, due).message;
};
const anyDelivery = fc.constantFrom(
	delivery(),
	delivery({ mayBeRepeat: true, step: 'otherChannel' }),
	delivery({ kind: 'update', step: 'manager' }),
	delivery({ kind: 'update', message: { channel: 'C1', ts: '1.2' }, messages: 3 }),
);
const anyAlert = (check: (alert: Alert, plain: Alert) => void) => {
	fc.assert(
		fc.property(nasty, nasty, nasty, anyDelivery, (name, subject, other, due) => {
			check(compose(name, subject, other, due), compose('Jo', 'Export', 'Other', due));
		}),
		{ numRuns: 150 },
	);
};

describe('whatever strangers write', () => {
	it.skipIf(!hasSlackSchema)('Slack takes the message and the reply (needs ../shared)', () => {
		const problems = blockProblems();
		anyAlert(({ slack, slackReply }) => {
			expect(problems(slack.blocks)).toBe('');
			if (slackReply !== undefined) expect(problems(slackReply.blocks)).toBe('');
			expect(JSON.stringify(slack.blocks).length).toBeLessThan(12_000);
		});
	});

	it('Slack parses only our own words', () => {
		anyAlert((alert, plain) => {
			expect(parsedTexts(alert.slack.blocks)).toEqual(parsedTexts(plain.slack.blocks));
			for (const { text } of [alert.slack, alert.slackReply ?? alert.slack]) {
				expect(text).not.toMatch(/[<>]/);
			}
		});
	});

	it('an e-mail has the elements and links of any other, and no header of theirs', () => {
		anyAlert((alert, plain) => {
			expect(elementsOf(alert.email.html)).toEqual(elementsOf(plain.email.html));
			expect(alert.email.subject).not.toMatch(/[\r\n]/);
		});
	});

	it('no line is added, and nothing hidden is on one', () => {
		anyAlert((alert, plain) => {
			const lineCounts = (one: Alert) =>
				[one.email.text, ...textsOf(one.slack.blocks)].map((text) => text.split('\n').length);
			expect(lineCounts(alert)).toEqual(lineCounts(plain));
			const seen = [
				alert.email.text,
				alert.email.html,
				alert.email.subject,
				alert.slack.text,
				...textsOf([alert.slack.blocks, alert.slackReply?.blocks]),
			];
			for (const text of seen) expect(text).not.toMatch(HIDDEN);
		});
	});

	it('their name and subject stand between quotation marks that they cannot close', () => {
		anyAlert(({ ticketLine }) => {
			expect(ticketLine).toMatch(/^From “[^“”"]*” \(jo@acme\.com\), #1: “[^“”"]*”$/);
		});
	});
});

describe('the headline', () => {
	const titleFor = (requester: object, account?: AlertInput['account']) =>
		composeAlert(
			input({ ticket: { key: 'k', requester }, account: account ?? { status: 'unmatched' } }),
			settings,
			NOW,
		).message.title;

	it("names the account where there is one, else the sender's address", () => {
		const requester = { name: 'Acme Corp — Health: 3/100, down 40 pts', email: 'Jo@Acme.com' };
		expect(titleFor(requester, acme)).toBe('Frustrated ticket from Acme Corp');
		expect(titleFor(requester)).toBe('Frustrated ticket from jo@acme.com');
	});

	it('never holds what a stranger may write freely', () => {
		const sentence = '"Acme Corp: Health 3/100, down 40 pts"@evil.example';
		fc.assert(
			fc.property(nasty, fc.oneof(nasty, fc.constant(sentence)), (name, email) => {
				expect(titleFor({ name, email })).toMatch(
					/^Frustrated ticket from (an unknown sender|[^\s"“”]+@[^\s"“”]+)$/,
				);
			}),
		);
	});
});
