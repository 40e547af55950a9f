import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

import type { Browser } from 'playwright-core';

import type { Scheme } from './editor.ts';

/** Pictures of what no n8n shows: pages of reports, and a card as Microsoft's own renderer draws it. */

// So much of a page tells what it is about.
const REPORT = { width: 900, height: 1150 };

/** The upper part of a report's page. */
export async function shootReport(
	browser: Browser,
	file: string,
	scheme: Scheme,
	path: string,
): Promise<void> {
	const page = await browser.newPage({ viewport: REPORT, colorScheme: scheme });
	await page.goto(pathToFileURL(file).href);
	await page.screenshot({ path });
	await page.close();
}

const CARD_COLOURS: Record<Scheme, { page: string; card: string; text: string; subtle: string }> = {
	light: { page: '#f5f5f5', card: '#ffffff', text: '#242424', subtle: '#616161' },
	dark: { page: '#1f1f1f', card: '#292929', text: '#ffffff', subtle: '#adadad' },
};

/** An adaptive card in a frame like that of a channel. Throws when the renderer does not take it. */
export async function shootCard(
	browser: Browser,
	card: object,
	scheme: Scheme,
	path: string,
): Promise<void> {
	const { page: back, card: front, text, subtle } = CARD_COLOURS[scheme];
	const renderer = createRequire(import.meta.url).resolve(
		'adaptivecards/dist/adaptivecards.min.js',
	);
	const page = await browser.newPage({
		viewport: { width: 680, height: 900 },
		colorScheme: scheme,
	});
	await page.setContent(
		`<body style="margin:0;background:${back}"><main style="width:600px;padding:20px"><div id="card" style="background:${front};border-radius:8px;padding:8px"></div></main>`,
	);
	await page.addScriptTag({ path: renderer });
	await page.evaluate(
		({ json, colours, font }) => {
			const { AdaptiveCard, HostConfig } = (globalThis as never as { AdaptiveCards: Cards })
				.AdaptiveCards;
			const one = new AdaptiveCard();
			one.hostConfig = new HostConfig({
				fontFamily: font,
				containerStyles: {
					default: {
						foregroundColors: {
							default: { default: colours.text, subtle: colours.subtle },
							accent: { default: '#6264a7', subtle: '#6264a7' },
							attention: { default: '#d13438', subtle: '#d13438' },
							good: { default: '#5a9a2f', subtle: '#5a9a2f' },
							warning: { default: '#c8880a', subtle: '#c8880a' },
						},
					},
				},
				actions: { buttonSpacing: 8, actionsOrientation: 'horizontal', maxActions: 6 },
			});
			one.parse(JSON.parse(json));
			document.querySelector('#card')?.append(one.render());
		},
		{ json: JSON.stringify(card), colours: { text, subtle }, font: 'Segoe UI, Arial, sans-serif' },
	);
	await page.locator('main').screenshot({ path });
	await page.close();
}

interface Cards {
	AdaptiveCard: new () => {
		hostConfig: unknown;
		parse(json: unknown): void;
		render(): HTMLElement;
	};
	HostConfig: new (config: object) => unknown;
}
