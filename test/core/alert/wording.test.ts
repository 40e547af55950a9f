import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { composeAlert, type AlertInput } from '../../../nodes/core/alert';
import { inLocale } from '../../../nodes/core/alert/amounts';
import {
	filledIn,
	PLACEHOLDERS,
	unknownPlaceholders,
	type PlaceholderValues,
	type Wording,
} from '../../../nodes/core/alert/placeholders';
import { DEFAULT_LABELS } from '../../../nodes/core/alert/wording';
import { DEFAULT_GATE, evaluateGate } from '../../../nodes/core/gate';
import { textsOf } from '../../support/messages.ts';
import { acme, composeLater, gate, input, NOW, settings, TEAMS_LINK } from './fixtures';

const compose = (wording: Wording, extra: Partial<AlertInput> = {}) =>
	composeAlert(
		input(extra),
		{ ...settings, wording, channel: 'teams', teamsChannelLink: TEAMS_LINK },
		NOW,
	).message;
/** What all placeholders stand for, in their order. */
const allOf = (extra: Partial<AlertInput> = {}) =>
	Object.fromEntries(
		PLACEHOLDERS.map((name) => [name, compose({ title: `{${name}}` }, extra).title]),
	);

describe('placeholders', () => {
	it('that nothing stands for are found as they were typed, each once', () => {
		const text = 'Hi {Recipient}, {acount} of { mrr } {acount} {} {1} { "json": 1 }';
		expect(unknownPlaceholders(text)).toEqual(['{acount}']);
		expect(unknownPlaceholders('')).toEqual([]);
	});

	it('stand for the facts of the alert', () => {
		expect(allOf()).toEqual({
			account: 'Acme Corp',
			action: 'Book a call within 24 hours',
			health: '58/100',
			helpdesk: 'the helpdesk',
			mrr: '$3,200',
			owner: 'Dana Reyes',
			recipient: 'Dana Reyes',
			renewal: 'Dec 21',
			renews: 'in 28 days',
			score: '72',
			sender: "“Jo O'Neil” (jo@acme.com)",
			severity: 'High',
			subject: '“Export broken”',
			ticket: '#1',
			tickets: '2',
			topic: 'export',
		});
	});

	it('leave no hole where a fact is unknown', () => {
		const unknown = allOf({
			ticket: { key: 'k' },
			account: { status: 'unmatched' },
			sentiment: undefined,
			gate: gate({ history: {} }),
		});
		expect(unknown).toEqual({
			account: 'an unknown sender',
			action: 'Book a call within 24 hours',
			health: 'unknown',
			helpdesk: 'the helpdesk',
			mrr: 'unknown',
			owner: 'nobody',
			recipient: 'CS team',
			renewal: 'unknown',
			renews: 'on an unknown date',
			score: 'unknown',
			sender: 'an unknown sender',
			severity: 'High',
			subject: 'no subject',
			ticket: 'the ticket',
			tickets: 'unknown',
			topic: 'unknown',
		});
	});

	it('are not looked for in what stands for them, which adds no line', () => {
		fc.assert(
			fc.property(fc.string(), fc.string({ unit: 'binary' }), (text, value) => {
				const values = Object.fromEntries(
					PLACEHOLDERS.map((name) => [name, `${value}{score}\n`]),
				) as PlaceholderValues;
				const filled = filledIn(`${text} {account}`, values, 500);
				expect(filled).not.toMatch(/[\r\n\u2028\u2029\u0085]/);
				if (text.length < 20 && value.length < 20) expect(filled).toContain('{score}');
			}),
		);
	});
});

describe('wording of the admin’s own', () => {
	const wording: Wording = {
		title: '{severity}: {account}, {mrr} a month, renews {renews}',
		intro: 'Hi {recipient}, please look at {account} today.',
		footer: 'Asked by {sender}',
		labels: { summary: 'What happened', action: 'What to do' },
	};
	const title = 'High: Acme Corp, $3,200 a month, renews in 28 days';
	const intro = 'Hi Dana Reyes, please look at Acme Corp today.';
	const footer = "Asked by “Jo O'Neil” (jo@acme.com)";

	it('stands in every channel', () => {
		const alert = compose(wording);
		expect([alert.title, alert.intro, alert.footer]).toEqual([title, intro, footer]);
		const lines = alert.email.text.split('\n');
		expect([lines[0], lines[2], lines.at(-1)]).toEqual([title, intro, footer]);
		expect(alert.email.subject).toContain(title);
		expect(alert.slack.text).toContain(title);
		const texts = textsOf(alert.slack.blocks);
		expect([texts[0], texts[1], texts.at(-1)]).toEqual([title, intro, footer]);
		const card = alert.teams?.body.attachments[0]?.content ?? '';
		for (const said of [title, intro, 'What to do: ', 'What happened: ']) {
			expect(card).toContain(JSON.stringify(said).slice(1, -1));
		}
		expect(alert.email.text).toContain('What to do: Book a call');
		expect(alert.email.text).not.toContain('Recommended action');
		expect(texts).toContain('*What happened*');
	});

	it('is ours where none is typed, and where nothing comes out', () => {
		for (const none of [{}, { title: '  ', intro: '\u200b' }]) {
			const alert = compose(none);
			expect(alert.title).toBe('Frustrated ticket from Acme Corp');
			expect(alert).not.toHaveProperty('intro');
			expect(alert).not.toHaveProperty('footer');
			expect(alert.labels).toEqual(DEFAULT_LABELS);
		}
	});

	it('keeps what makes a message come in front of the title', () => {
		const titleOf = (due: Parameters<typeof composeLater>[0], own: Partial<AlertInput> = {}) =>
			composeLater(due, { wording: { title: '{account}: {score}' } }, own).title;
		expect(titleOf({ kind: 'update' })).toBe('Update: Acme Corp: 72');
		expect(titleOf({ news: 'Worse' })).toBe('Worse: Acme Corp: 72');
		expect(titleOf({ kind: 'escalation' })).toBe('Escalated: Acme Corp: 72');
		const test = { ticket: { ...input().ticket, isTest: true } };
		expect(titleOf({}, test)).toBe('Test: Acme Corp: 72');
	});

	it('does not rename an incident, which is no single account’s', () => {
		const incident = { topic: 'export', accounts: [{ name: 'A' }], more: 0 };
		const { title: said } = composeLater({ incident }, { wording: { title: '{account}' } });
		expect(said).toBe('Likely incident: 1 account has trouble with export');
	});

	it('stays when the message in Slack is changed', () => {
		const { slack } = composeLater(
			{ kind: 'answer', message: { channel: 'C1', ts: '1.2' } },
			{ wording },
		);
		expect(textsOf(slack.blocks)).toEqual(expect.arrayContaining([intro, footer]));
	});

	it('is cut to what Slack takes', () => {
		const alert = compose(
			{ title: '{account} '.repeat(100) },
			{ account: { ...acme, name: 'x'.repeat(90) } },
		);
		expect(alert.title.length).toBeLessThanOrEqual(150);
	});

	it('writes numbers, money and dates as its readers do', () => {
		const german = composeAlert(
			input({ account: { ...acme, healthScore: 58.5, currency: 'EUR' } }),
			{
				...settings,
				regional: { locale: 'de-DE', timeZone: 'Europe/Berlin' },
				wording: { title: '{mrr}, {renewal}, {health}' },
			},
			NOW,
		).message;
		expect(german.title.replace(/\s/gu, ' ')).toBe('3.200 €, 21. Dez., 58,5/100');
		expect(german.accountLine).toContain('Health: 58,5/100');
	});

	it('writes the money in the reasons of the gate as its readers do, too', () => {
		const account = { ...acme, mrr: 1_250_000, currency: 'JPY' };
		const rules = [
			{ name: 'Over $1,000 a month', minScore: 65, mrrAtLeast: 1000 },
			{ minScore: 90, mrrMoreThan: 1_000_000.5, currency: 'JPY' },
		];
		const rates = [{ currency: 'JPY', worth: 0.0066 }];
		const decided = evaluateGate({ score: 72, account }, { ...DEFAULT_GATE, rules, rates }, NOW);
		const whyIn = (locale: string) =>
			composeAlert(
				input({ account, gate: decided }),
				{ ...settings, regional: { locale, timeZone: 'UTC' } },
				NOW,
			).message.why[0]?.replace(/\s/gu, ' ');
		expect(whyIn('en-US')).toBe(
			'Over $1,000 a month: score 72 is at least 65 and MRR ¥1,250,000 (about $8,250) is at least $1,000',
		);
		expect(whyIn('de-DE')).toBe(
			'Over 1.000 $ a month: score 72 is at least 65 and MRR 1.250.000 ¥ (about 8.250 $) is at least 1.000 $',
		);
	});

	it.each([
		['$1,000,000 is more than $1,000', '$1,000,000 is more than 1.000 $'],
		['MRR 3,200 a.b( is at least $1,000', 'MRR 3.200 a.b( is at least 1.000 $'],
		['score 1,0005 and -$1,000.50', 'score 1,0005 and -$1,000.50'],
		['nothing of money', 'nothing of money'],
	])('finds the amounts of %j whole, and none within others', (sentence, written) => {
		const amounts = [
			{ text: '$1,000', amount: 1000, currency: 'USD' },
			{ text: '3,200 a.b(', amount: 3200, currency: 'a.b(' },
		];
		expect(inLocale(sentence, amounts, 'de-DE').replace(/\s/gu, ' ')).toBe(written);
	});
});
