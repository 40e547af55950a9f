import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DELIVERIES } from '../demo/deliveries.ts';
import { playWeek, type Week } from '../demo/week.ts';
import type { SlackMessage } from '../outbox/types.ts';
import { answerLinkIn, answerLinksIn, openPage } from '../support/answers.ts';
import { CHROMIUM_ARGS, chromiumProgram } from '../support/chromium.ts';
import { inspectPage, VIEWS } from '../support/inspectPage.ts';
import { startRig, type Rig } from '../support/rig.ts';

let rig: Rig;
let week: Week;

beforeAll(async () => {
	rig = await startRig();
	for (const delivery of DELIVERIES) {
		await rig.deliver(delivery);
		await rig.idle();
	}
	week = await playWeek(rig, () => {});
});
afterAll(async () => {
	await rig?.stop();
});

/** The link that acknowledges some alert. */
const acknowledging = () =>
	new URL(
		answerLinkIn(
			rig.outbox.messages.find((message) =>
				answerLinksIn(message).some(([action]) => action === 'acknowledge'),
			),
			'acknowledge',
		),
	);

const slackMessages = () =>
	rig.outbox.messages.filter((message): message is SlackMessage => message.kind === 'slack');

describe('a week of alerts in a real n8n', () => {
	it('goes as it should: answered by link, snoozed, reminded, escalated, closed, attached', () => {
		expect(week.problems).toEqual([]);
		for (const [what, count] of Object.entries(week.counts)) {
			expect(count, what).toBeGreaterThanOrEqual(1);
		}
	});

	it('tells of an incident once for each owner', () => {
		expect(week.counts.incidents).toBe(2);
	});

	it('leaves one true message of the alert that was escalated and closed', () => {
		const alert = slackMessages().find(
			(message) =>
				message.threadTs === undefined && JSON.stringify(message.blocks).includes('Acme Corp'),
		);
		const text = JSON.stringify(alert?.blocks);
		expect(text).toContain('Closed');
		expect(text).toContain('Manager told');
		expect(alert?.edits).toBeGreaterThanOrEqual(2);
	});

	it('posts what enters Review, with a way to attach it', () => {
		const reviews = rig.outbox.messages.filter((message) =>
			answerLinksIn(message).some(([action]) => action === 'attach'),
		);
		expect(reviews.length).toBeGreaterThanOrEqual(1);
	});

	it('keeps no token of a link but as a hash', async () => {
		const token = acknowledging().searchParams.get('token');
		expect(token).toMatch(/^[\w-]{20,}$/);
		const tables = await Promise.all(
			(['messages', 'alerts', 'deliveries'] as const).map(
				async (table) => await rig.log.all(table),
			),
		);
		expect(JSON.stringify(tables)).not.toContain(token);
	});

	it('refuses a forged link, and says so to a person', async () => {
		const link = acknowledging();
		link.searchParams.set('token', 'A'.repeat(32));
		const page = await openPage(link.href);
		expect(page.status).toBe(404);
		expect(page.text).toMatch(/\w+/);
	});
});

const program = chromiumProgram();

describe.skipIf(program === undefined)('the page of a link, in a browser (needs Chromium)', () => {
	it.each(VIEWS)(
		'%s, %d pixels wide: axe finds nothing, and no script runs and nothing is fetched',
		async (scheme, width) => {
			const links = rig.outbox.messages.flatMap((message) => [...answerLinksIn(message)]);
			const browser = await chromium.launch({
				executablePath: program,
				args: CHROMIUM_ARGS,
			});
			try {
				for (const action of ['acknowledge', 'snooze', 'attach'] as const) {
					const link = links.find(([one]) => one === action)?.[1] ?? '';
					await inspectPage(browser, link, { name: action, scheme, width });
				}
			} finally {
				await browser.close();
			}
		},
	);
});
