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
