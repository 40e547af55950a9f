import type { Browser } from 'playwright-core';

import type { OutboxMessage } from '../outbox/types.ts';
import { answerLinkIn, answerLinksIn } from '../support/answers.ts';
import type { Scheme } from './editor.ts';

// One Slack alert beside one email, both in full, instead of the long list.
const SIDE_BY_SIDE = `
	main { max-width: none !important; width: 1500px; display: grid !important;
		grid-template-columns: 1fr 1fr; align-items: start; gap: 20px; padding: 20px !important; }
	.card:not([data-shown]) { display: none !important; }
	.card { margin: 0 !important; }
	.card[data-kind=slack] { order: -1; }
`;

/** An alert as its reader gets it in Slack, and one by email. Throws when either has not arrived. */
export async function shootAlert(
	browser: Browser,
	url: string,
	scheme: Scheme,
	path: string,
): Promise<void> {
	const page = await browser.newPage({
		viewport: { width: 1540, height: 1000 },
		colorScheme: scheme,
		// The page takes no style but its own.
		bypassCSP: true,
	});
	await page.goto(url);
	// The oldest stand at the end: the demo's first alerts are those with most to show.
	for (const kind of ['slack', 'email']) {
		const card = page.locator(`.card[data-kind=${kind}]`).last();
		await card.waitFor({ timeout: 15_000 });
		await card.evaluate((element) => element.setAttribute('data-shown', ''));
	}
	await page.addStyleTag({ content: SIDE_BY_SIDE });
	await page.waitForTimeout(1500);
	await page.locator('main').screenshot({ path });
	await page.close();
}

// The alert as it stands now, and below it what was said in its thread.
const THREAD = `
	main { max-width: none !important; width: 760px; padding: 20px !important; }
	.card:not([data-shown]) { display: none !important; }
	.card { margin: 0 0 12px !important; }
	.card[data-shown=reply] { margin-left: 56px !important; }
`;

/** An alert that was changed in Slack, and the reply in its thread that says so. Throws when there is none. */
export async function shootThread(
	browser: Browser,
	{ url, messages }: { url: string; messages: readonly OutboxMessage[] },
	scheme: Scheme,
	path: string,
): Promise<void> {
	const inSlack = messages.filter((message) => message.kind === 'slack');
	const reply = inSlack.find(({ threadTs }) => threadTs !== undefined);
	const alert = inSlack.find(
		({ ts, channel }) => ts === reply?.threadTs && channel === reply.channel,
	);
	if (reply === undefined || alert === undefined)
		throw new Error('No alert was updated in its thread');
	const page = await browser.newPage({
		viewport: { width: 800, height: 1000 },
		colorScheme: scheme,
		bypassCSP: true,
	});
	await page.goto(url);
	for (const [{ id }, as] of [
		[alert, 'alert'],
		[reply, 'reply'],
	] as const) {
		const card = page.locator(`.card[data-id="${id}"]`);
		await card.evaluate((element, value) => {
			element.setAttribute('data-shown', value);
			// Newest stand first on the page.
			element.parentElement?.append(element);
		}, as);
	}
	await page.addStyleTag({ content: THREAD });
	await page.waitForTimeout(1500);
	await page.locator('main').screenshot({ path });
	await page.close();
}

/** The page that an alert's link opens, on a phone. Throws when no alert has one. */
export async function shootAnswer(
	browser: Browser,
	messages: readonly OutboxMessage[],
	scheme: Scheme,
	path: string,
): Promise<void> {
	const alert = messages.find((message) =>
		answerLinksIn(message).some(([action]) => action === 'acknowledge'),
	);
	const page = await browser.newPage({
		viewport: { width: 420, height: 800 },
		colorScheme: scheme,
	});
	await page.goto(answerLinkIn(alert, 'acknowledge'));
	await page.screenshot({ path, fullPage: true });
	await page.close();
}
