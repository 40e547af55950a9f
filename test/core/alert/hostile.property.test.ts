import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { composeAlert, type AlertInput, type DeliverySettings } from '../../../nodes/core/alert';
import { composeListMessage } from '../../../nodes/core/alert/sharedMessage';
import { reviewList } from '../../../nodes/core/alert/review';
import type {
	Alert,
	AlertStanding,
	Delivery,
	ReviewEntry,
	SendableMessage,
} from '../../../nodes/core/item/types';
import { cardProblems } from '../../support/adaptiveCard.ts';
import { elementsOf, parsedTexts, textsOf } from '../../support/messages.ts';
import { blockProblems, hasSlackSchema } from '../../support/slackSchema.ts';
import { acme, delivery, gate, input, links, NOW, settings, TEAMS_LINK } from './fixtures';

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

/** What is due, where others may have written into what the log hands out. */
type Due = (text: string) => Delivery;
const inSlack = { channel: 'C1', ts: '1.2' };
const standing = (text: string): AlertStanding => ({
	state: 'closed',
	openedAt: '2026-11-23T08:00:00Z',
	acknowledgedAt: '2026-11-23T08:10:00Z',
	acknowledgedBy: text,
	escalatedAt: '2026-11-23T08:20:00Z',
	closedAt: '2026-11-23T08:30:00Z',
	closedBy: text,
	closedBecause: text,
	verdict: 'noise',
	verdictBy: text,
});
const EVERY_KIND: Due[] = [
	() => delivery({ links }),
	() => delivery({ mayBeRepeat: true, step: 'otherChannel' }),
	(news) => delivery({ news, links }),
	(text) =>
		delivery({
			incident: {
				topic: text,
				accounts: [{ name: text, score: 80 }, { name: text }],
				more: 1,
				alerted: [{ name: text }, { id: text }],
			},
		}),
	() => delivery({ kind: 'update', step: 'manager' }),
	() => delivery({ kind: 'update', message: inSlack, messages: 3 }),
	(text) =>
		delivery({
			kind: 'update',
			links,
			sent: { ...hostileInput(text, 'x', 'x'), sentiment: undefined },
		}),
	(text) => delivery({ kind: 'reminder', links, message: inSlack, standing: standing(text) }),
	(news) => delivery({ kind: 'reminder', news }),
	(text) => delivery({ kind: 'escalation', links, standing: standing(text) }),
	(text) => delivery({ kind: 'answer', links, message: inSlack, standing: standing(text) }),
	(text) => delivery({ kind: 'closed', message: inSlack, standing: standing(text) }),
];

/** An admin's words around a stranger's, as many as there may be. */
const WORDING = {
	intro: 'Hi {recipient}, {sender} of {account} wrote {subject} about {topic}. {helpdesk} {ticket}',
	footer: '{owner}, {account}: {subject} <!here> *see* <https://cs.example.com|here>',
	labels: { action: 'What to do <!here>', why: 'Why {sender}' },
};

function hostileInput(name: string, subject: string, other: string): AlertInput {
	const base = input();
	return {
		...base,
		ticket: { ...base.ticket, subject, requester: { email: 'jo@acme.com', name } },
		sentiment: {
			score: 72,
			topic: 'export',
			summary: other,
			signals: [{ name: 'Signal', riskLevel: 'high', weight: 75, quote: other, start: 0, end: 1 }],
		},
		account: { ...acme, name: other, owner: { ...acme.owner, name } },
		replyDraft: other,
	};
}

const compose = (
	name: string,
	subject: string,
	other: string,
	due: Due,
	extra: Partial<DeliverySettings> = {},
): Alert =>
	composeAlert(
		hostileInput(name, subject, other),
		{ ...settings, wording: WORDING, ...extra },
		NOW,
		due(other),
	).message;
const anyAlert = (
	check: (alert: Alert, plain: Alert) => void,
	extra: Partial<DeliverySettings> = {},
) => {
	const plains = new Map<Due, Alert>();
	fc.assert(
		fc.property(
			nasty,
			nasty,
			nasty,
			fc.constantFrom(...EVERY_KIND),
			(name, subject, other, due) => {
				const plain = plains.get(due) ?? compose('Jo', 'Export', 'Other', due, extra);
				plains.set(due, plain);
				check(compose(name, subject, other, due, extra), plain);
			},
		),
		{ numRuns: 150 },
	);
};

// Hundreds of messages, each checked against Slack's whole schema.
describe('whatever strangers write', { timeout: 30_000 }, () => {
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

	it('Teams takes the card, which has no text that it reads as Markdown', () => {
		const teams = { channel: 'teams', teamsChannelLink: TEAMS_LINK } as const;
		anyAlert((alert, plain) => {
			if (alert.teams === undefined) return expect(plain.teams).toBeUndefined();
			checkCard(alert, plain);
		}, teams);
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

/** A client takes the card, it leads where any other leads, and it is small enough for Teams. */
function checkCard(alert: SendableMessage, plain: SendableMessage): void {
	const contentOf = ({ teams }: SendableMessage) => teams?.body.attachments[0]?.content ?? '';
	const card: unknown = JSON.parse(contentOf(alert));
	expect(cardProblems(card)).toBe('');
	const urlsOf = (content: string) => content.match(/"url":"[^"]*"/g);
	expect(urlsOf(contentOf(alert))).toEqual(urlsOf(contentOf(plain)));
	expect(contentOf(alert)).not.toMatch(/"TextBlock"|\{\{/);
	expect(Buffer.byteLength(JSON.stringify(alert.teams?.body))).toBeLessThan(28_000);
}

describe('whatever strangers write to Review', () => {
	const review = (name: string, subject: string, other: string, to: Partial<DeliverySettings>) => {
		const { ticket, sentiment } = hostileInput(name, subject, other);
		const entry: ReviewEntry = {
			ticket,
			sentiment: { ...sentiment!, flags: [] },
			account: { status: 'ambiguous', candidates: [{ name: other }, { name }] },
			gate: gate({ route: 'review', reason: other }),
			links: { attach: 'https://n8n.example.com/a?token=t', dismiss: 'https://n8n.example.com/d' },
		};
		const done = {
			...entry,
			reviewed: { because: `${name} attached it to ${other}`, at: subject },
		};
		const entries = [done, ...Array.from({ length: 8 }, () => entry)];
		const list = reviewList(entries, NOW, settings.regional);
		return composeListMessage(list, 'The list of Review', { ...settings, ...to }, delivery())
			.message;
	};
	const anyReview = (
		check: (message: SendableMessage, plain: SendableMessage) => void,
		to: Partial<DeliverySettings> = {},
	) => {
		fc.assert(
			fc.property(nasty, nasty, nasty, (name, subject, other) => {
				check(review(name, subject, other, to), review('Jo', 'Export', 'Other', to));
			}),
			{ numRuns: 60 },
		);
	};

	it('stays text in an e-mail and in a card', () => {
		anyReview((message, plain) => {
			expect(elementsOf(message.email.html)).toEqual(elementsOf(plain.email.html));
			expect(message.email.html).not.toMatch(HIDDEN);
		});
		anyReview(checkCard, { defaultChannel: 'teams', teamsChannelLink: TEAMS_LINK });
	});

	it('is never parsed by Slack', () => {
		anyReview((message) => {
			for (const text of parsedTexts(message.slack.blocks)) {
				expect(text).toMatch(/^\*In Review \(9(?:, \d shown)?\)\*$/);
			}
		});
	});

	it.skipIf(!hasSlackSchema)('is a message that Slack takes (needs ../shared)', () => {
		const problems = blockProblems();
		anyReview(({ slack }) => {
			expect(problems(slack.blocks)).toBe('');
			expect(JSON.stringify(slack.blocks).length).toBeLessThanOrEqual(12_000);
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
