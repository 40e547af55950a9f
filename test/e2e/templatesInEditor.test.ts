import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { logIn, openWorkflow, settle } from '../screenshots/editor.ts';
import { CHROMIUM_ARGS, chromiumProgram } from '../support/chromium.ts';
import { startRig, TEMPLATE_FILES, type Rig, type TemplateFile } from '../support/rig.ts';

const PROGRAM = chromiumProgram();
/** A small laptop. */
const WINDOW = { width: 1280, height: 800 };
/** Sizes of letters in pixels of that window. What is said in a note is read where n8n shows a whole workflow at once … */
const LEAST_HEADING = 12;
const LEAST_NOTE = 8;
/** … and what a node is called where a person zooms in: at n8n's own "reset zoom". */
const LEAST_NAME = 12;

/** A text on the canvas, as it is drawn. */
interface Text {
	text: string;
	/** Height of its letters. */
	size: number;
	/** Whether a part of it cannot be seen. */
	isCut: boolean;
}

/** In pixels of the window, with the names and texts that belong to it. */
interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

interface Drawn {
	zoom: number;
	headings: Text[];
	notes: Text[];
	names: Text[];
	boxes: Box[];
	/** Nodes with n8n's mark for what is wrong in their settings. */
	marked: string[];
}

/** What n8n has drawn on its canvas. */
async function drawn(page: Page): Promise<Drawn> {
	return await page.evaluate(() => {
		const pane = document.querySelector('.vue-flow__transformationpane');
		if (pane === null) throw new Error('There is no canvas');
		const zoom = new DOMMatrix(getComputedStyle(pane).transform).a;
		// As wide as its letters, and no wider than what is seen of them.
		const rectOf = (element: Element) => {
			const range = document.createRange();
			range.selectNodeContents(element);
			const [letters, seen] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
			const left = Math.max(letters.left, seen.left);
			const top = Math.max(letters.top, seen.top);
			const right = Math.min(letters.right, seen.right);
			const bottom = Math.min(letters.bottom, seen.bottom);
			return new DOMRect(left, top, right - left, bottom - top);
		};
		const isShown = ({ width, height }: DOMRect) => width > 0 && height > 0;
		const textOf = (element: Element, within: DOMRect): Text => {
			const rect = rectOf(element);
			return {
				text: (element.textContent ?? '').trim(),
				size: Number.parseFloat(getComputedStyle(element).fontSize) * zoom,
				isCut:
					element.scrollHeight > element.clientHeight + 1 ||
					element.scrollWidth > element.clientWidth + 1 ||
					rect.bottom > within.bottom + 1 ||
					rect.right > within.right + 1,
			};
		};
		const result: Drawn = { zoom, headings: [], notes: [], names: [], boxes: [], marked: [] };
		for (const node of document.querySelectorAll('.vue-flow__node')) {
			const own = node.getBoundingClientRect();
			if (node.querySelector('[data-test-id=sticky]') !== null) {
				const headings = [...node.querySelectorAll('h1')].map((one) => textOf(one, own));
				result.headings.push(...headings);
				result.notes.push(
					...[...node.querySelectorAll('h2, p, li')].map((one) => textOf(one, own)),
				);
				const { left, top, right, bottom } = own;
				result.boxes.push({ name: headings[0]?.text ?? 'a note', left, top, right, bottom });
				continue;
			}
			const name = node.querySelector('[data-node-name]')?.getAttribute('data-node-name') ?? '';
			if (node.querySelector('[data-test-id=node-issues]') !== null) result.marked.push(name);
			const texts = [...node.querySelectorAll('*')].filter(
				(element) =>
					element.childElementCount === 0 &&
					(element.textContent ?? '').trim() !== '' &&
					// What stands at the ends of lines, and what is only there under the mouse.
					element.closest('[data-test-id*=handle], button, [data-test-id=canvas-node-toolbar]') ===
						null,
			);
			const label = texts.find((element) => element.textContent?.trim() === name);
			const whole = new DOMRect(0, 0, Infinity, Infinity);
			if (label !== undefined) result.names.push(textOf(label, whole));
			const rects = [own, ...texts.map(rectOf)].filter(isShown);
			result.boxes.push({
				name,
				left: Math.min(...rects.map(({ left }) => left)),
				top: Math.min(...rects.map(({ top }) => top)),
				right: Math.max(...rects.map(({ right }) => right)),
				bottom: Math.max(...rects.map(({ bottom }) => bottom)),
			});
		}
		return result;
	});
}

const tooSmall = (texts: readonly Text[], least: number) =>
	texts.filter(({ size }) => size < least).map(({ text, size }) => `${text}: ${size.toFixed(1)}`);
const cut = (texts: readonly Text[]) => texts.filter(({ isCut }) => isCut).map(({ text }) => text);

function overlapping(boxes: readonly Box[]): string[] {
	return boxes.flatMap((a, index) =>
		boxes
			.slice(index + 1)
			.filter(
				(b) =>
					a.left < b.right - 1 &&
					b.left < a.right - 1 &&
					a.top < b.bottom - 1 &&
					b.top < a.bottom - 1,
			)
			.map((b) => `${a.name} and ${b.name}`),
	);
}

// How large n8n opens a workflow, and what it makes of a note's text, only its editor knows.
describe.skipIf(PROGRAM === undefined)("the templates in n8n's editor at 1280 × 800", () => {
	let rig: Rig;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		rig = await startRig({ connectHelpdesks: false, connectChannels: false });
		browser = await chromium.launch({ executablePath: PROGRAM, args: CHROMIUM_ARGS });
		page = await logIn(browser, rig, { viewport: WINDOW });
	});
	afterAll(async () => {
		await browser?.close();
		await rig?.stop();
	});

	describe.each<TemplateFile>([...TEMPLATE_FILES])('%s', (file) => {
		let opened: Drawn;

		beforeAll(async () => {
			await openWorkflow(page, rig, file);
			opened = await drawn(page);
		}, 60_000);

		it('opens with notes that can be read', () => {
			const { headings, notes } = opened;
			expect(headings.length).toBeGreaterThan(0);
			expect(notes.length).toBeGreaterThan(0);
			expect(tooSmall(headings, LEAST_HEADING)).toEqual([]);
			expect(tooSmall(notes, LEAST_NOTE)).toEqual([]);
			expect(cut([...headings, ...notes])).toEqual([]);
		});

		it('has nothing that lies over another, names included', () => {
			expect(opened.boxes.length).toBe(opened.names.length + opened.headings.length);
			expect(overlapping(opened.boxes)).toEqual([]);
		});

		it('has no node that n8n marks as wrong: what needs a credential waits disabled', () => {
			expect(opened.marked).toEqual([]);
		});

		it('has names that can be read at full size', async () => {
			await page.keyboard.press('Escape');
			// n8n's key for "reset zoom".
			await page.keyboard.press('0');
			await settle(page);
			const { zoom, names } = await drawn(page);
			expect(zoom).toBe(1);
			expect(names.length).toBeGreaterThan(0);
			expect(tooSmall(names, LEAST_NAME)).toEqual([]);
			expect(cut(names)).toEqual([]);
		});
	});

	// Of several triggers n8n offers one: its own for a form, a call, a schedule and by hand, in this order, and a pack's
	// before the one by hand unless its codex calls it a core node.
	it('offers Try It on the button below the canvas of CS Alerts', async () => {
		await openWorkflow(page, rig, 'cs-alerts.json');
		const button = page.locator('[data-test-id=execute-workflow-button]');
		expect((await button.innerText()).replace(/\s+/g, ' ')).toContain('from Try It');
	});
});
