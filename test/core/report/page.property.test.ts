import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { backtestReport } from '../../../nodes/core/report/backtest/backtestReport';
import { replayer } from '../../../nodes/core/report/backtest/replay';
import { calibrationReport } from '../../../nodes/core/report/calibration/calibrationReport';
import { judge } from '../../../nodes/core/report/calibration/judge';
import { dashboardCounter } from '../../../nodes/core/report/dashboard/dashboard';
import { dashboardReport } from '../../../nodes/core/report/dashboard/dashboardReport';
import { digestFigures } from '../../../nodes/core/report/digest/digestFigures';
import { leadDigest, ownerDigest } from '../../../nodes/core/report/digest/digestReport';
import { impactCounter } from '../../../nodes/core/report/impact/impact';
import { impactReport } from '../../../nodes/core/report/impact/impactReport';
import { renderReport } from '../../../nodes/core/report/render';
import type { RenderedReport } from '../../../nodes/core/report/types';
import { elementsOf, parsedTexts } from '../../support/messages.ts';
import { logOf, rowOf, standingAt } from './digest/rig';
import { alerted, at, DAY, gate, globex, scored, START, trialOn } from './fixtures';

const nasty = fc
	.oneof(
		fc.constantFrom(
			'</title><script>alert(1)</script>',
			'</text></svg><img src=x onerror=alert(1)>',
			'<![CDATA[x]]><style>*{display:none}</style>',
			'"><a href="https://evil.example">Open ticket</a>',
			']]></style><script>x</script>',
			'" fill="#010104" onload="alert(1)',
			'{a|rich} {b} {c}',
			'<!channel> <@U1> *bold* <https://evil.example|x>',
			'\u202eelbon\u2066 \0 \ud800',
			'&lt;script&gt; &amp; zr0-cls-0 class="x"',
		),
		fc.string({ unit: 'binary', maxLength: 300 }),
	)
	.map((text) => `x${text}`);

const period = { since: START, until: new Date(START.getTime() + 14 * DAY) };

/** Every kind of report over the same few facts, with strangers' words wherever strangers write. */
async function reportsOf(text: string): Promise<RenderedReport[]> {
	const account = {
		...globex,
		id: text,
		name: text,
		currency: text,
		owner: { name: text, email: text },
	};
	const rules = [{ name: text, minScore: 60, mrrAtLeast: 10 }];
	const settings = { ...gate, rules };
	const messages = [70, 40, 90].map((score, index) =>
		scored({ score, receivedAt: at(index), account, topic: text, version: text, ticketKey: text }),
	);
	const alerts = ['noise', 'useful', undefined].map((verdict, index) =>
		alerted({
			accountId: text,
			accountName: text,
			owner: account.owner,
			currency: text,
			openedAt: at(index),
			verdict: verdict as 'noise' | 'useful' | undefined,
			answeredAt: at(index, 12),
			rules: [{ id: text, name: text }],
			signals: [{ name: text, quote: text }],
			topic: text,
		}),
	);
	const said = {
		id: text,
		ticketKey: text,
		receivedAt: at(1),
		accountId: text,
		accountName: text,
		score: 40,
		subject: text,
		summary: text,
		url: `javascript:${text}`,
	};
	const outcomes = [{ accountId: 'gone', kind: 'churned' as const, at: at(3), end: at(3) }];
	const [replay, judging, board, impact] = [
		replayer(settings, period, 'UTC'),
		judge(outcomes, period),
		dashboardCounter(period, 'UTC'),
		impactCounter(outcomes),
	];
	replay.add(messages);
	board.addScores(messages);
	board.addAlerts(alerts);
	judging.add(alerts);
	impact.add(alerts);
	const capacity = { from: 3, to: 8 };
	const digest = await digestFigures(
		logOf({
			scores: [
				...messages,
				scored({ score: 10, receivedAt: at(-20), account: { ...account, id: 'other' } }),
				scored({ score: 55, receivedAt: at(1), account, topic: text, requesterEmail: text }),
			],
			alerts: alerts.map((alert) => ({ ...alert, ticketAt: at(0, 1) })),
			standing: alerts.map((alert) => standingAt(at(1), { ...alert, isReminded: true })),
			rows: (['failed', 'skipped', 'unattached', 'received'] as const).map((state) =>
				rowOf({
					...{ state, score: 70, reason: text, subject: text, accountName: text },
					...{ requesterEmail: text, ticketKey: text, url: `javascript:${text}` },
				}),
			),
			texts: [said],
			settings,
		}),
		period,
		{ timeZone: 'UTC', forEachOwner: true },
	);
	return await Promise.all(
		[
			await backtestReport(
				replay.result(),
				period,
				{
					gate: settings,
					rulesName: 'rules',
					rulesNotes: [],
					rescoring: { kind: 'off' } as const,
					capacity,
				},
				async () => {},
			),
			calibrationReport(
				{
					judged: judging.result(),
					trial: trialOn(alerts),
					gate: settings,
					missedTexts: new Map([['gone', [said]]]),
					sample: [said],
					quiet: 3,
					checks: [],
					unreadable: 0,
				},
				period,
			),
			impactReport(impact.result(), period, true),
			leadDigest(digest, period, capacity),
			...digest.owners.map((one) => ownerDigest(one, period)),
			dashboardReport(board.result(), judging.result(), period, { capacity, gate: settings }),
		].map(async (report) => await renderReport(report)),
	);
}

/** The elements of a page without what depends on how long a text is: the number of lines and ticks. */
const kindsOf = (html: string) => [...new Set(elementsOf(html))].sort();

describe('a report of hostile names', () => {
	it('has no element, link or attribute that one of plain names has not', async () => {
		const plain = await reportsOf('Acme');
		await fc.assert(
			fc.asyncProperty(nasty, async (text) => {
				const hostile = await reportsOf(text);
				for (const [index, { html, email, slack }] of hostile.entries()) {
					expect(kindsOf(html)).toEqual(kindsOf(plain[index]?.html ?? ''));
					expect(kindsOf(email.html)).toEqual(kindsOf(plain[index]?.email.html ?? ''));
					expect(attributesOf(html)).toEqual(attributesOf(plain[index]?.html ?? ''));
					expect(email.subject).not.toMatch(/[\r\n]/);
					for (const parsed of parsedTexts(slack.blocks)) expect(parsed).not.toMatch(/[<>]/);
				}
			}),
			{ numRuns: 25 },
		);
	}, 60_000);

	it('has a page that loads nothing, runs nothing and names its language', async () => {
		for (const { html } of await reportsOf('Acme')) {
			expect(html).toContain("default-src 'none'");
			expect(html).not.toMatch(
				/<(script|img|link|iframe|object|embed|form)\b|\son\w+=|@import|url\((?!#)/i,
			);
			expect(html).not.toMatch(/(?:href|src)="(?!https?:)/);
			expect(html).not.toMatch(/#0101|zr\d|CDATA|ecmeta/);
			expect(html).toContain('<html lang="en">');
		}
	});

	it('has each ID once, and a title and words in every drawing', async () => {
		for (const { html } of await reportsOf('Acme')) {
			const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
			expect(new Set(ids).size).toBe(ids.length);
			const drawings = html.match(/<svg /g)?.length ?? 0;
			expect(html.match(/<svg role="img" aria-labelledby="[^"]+"/g)).toHaveLength(drawings);
			expect(html.match(/<desc /g)).toHaveLength(drawings);
		}
	});
});

function attributesOf(html: string): string[] {
	const names = new Set<string>();
	for (const [tag] of html.matchAll(/<\w[^<>]*>/g)) {
		for (const [, name] of tag.matchAll(/\s([\w:-]+)="[^"]*"/g)) names.add(name ?? '');
	}
	return [...names].sort();
}
