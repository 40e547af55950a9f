import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { expect } from 'vitest';

/** Pictures of pages, for people to look at after a run. */
export const PICTURES = join(tmpdir(), 'cs-alerts-pages');

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** In which each page is looked at: light and dark, on a phone and on a desk. */
export const VIEWS = (['light', 'dark'] as const).flatMap((scheme) =>
	([390, 1000] as const).map((width) => [scheme, width] as const),
);

interface View {
	name: string;
	scheme: 'light' | 'dark';
	width: number;
	httpCredentials?: BrowserContextOptions['httpCredentials'];
}

/**
 * Opens a page and keeps its picture; expects that axe finds nothing, that nothing is fetched but the page, no script
 * runs or fails, nothing is wider than the window, and charts are as wide as they can be read.
 */
export async function inspectPage(
	browser: Browser,
	url: string,
	{ name, scheme, width, httpCredentials }: View,
): Promise<void> {
	mkdirSync(PICTURES, { recursive: true });
	const page = await browser.newPage({
		colorScheme: scheme,
		viewport: { width, height: 900 },
		// axe is a script of the test's own; the page's policy would refuse it.
		bypassCSP: true,
		...(httpCredentials && { httpCredentials }),
	});
	const fetched: string[] = [];
	const errors: string[] = [];
	page.on('request', (request) => fetched.push(request.url()));
	page.on('pageerror', (error) => errors.push(error.message));
	await page.goto(url);
	await page.screenshot({ path: join(PICTURES, `${name}-${scheme}-${width}.png`), fullPage: true });
	expect(fetched).toEqual([url]);
	expect(errors).toEqual([]);
	expect(await page.locator('script').count()).toBe(0);
	for (const chart of await page.locator('figure:visible svg').all()) {
		expect((await chart.boundingBox())?.width).toBeGreaterThan(width / 2);
	}
	const [shown, seen] = await Promise.all(
		['scrollWidth', 'clientWidth'].map(
			async (side) => await page.evaluate<number>(`document.documentElement.${side}`),
		),
	);
	expect(shown).toBeLessThanOrEqual(seen ?? 0);
	await page.addScriptTag({ path: axe });
	const results = (await page.evaluate('axe.run()')) as AxeResults;
	expect(results.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
	await page.close();
}

/** Keeps a page as a file beside its pictures; returns its address. */
export function keepPage(name: string, html: string): string {
	mkdirSync(PICTURES, { recursive: true });
	const file = join(PICTURES, `${name}.html`);
	writeFileSync(file, html);
	return pathToFileURL(file).href;
}
