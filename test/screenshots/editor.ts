import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

import type { Rig, TemplateFile } from '../support/rig.ts';

export type Scheme = 'light' | 'dark';

/** In pixels of the window. */
interface Rectangle {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** The settings of a node that is open. */
export interface NodeSettings {
	/** What stands in its text and number fields and its lists, in their order. */
	values(): Promise<string[]>;
	/** The notes between its fields. */
	notices(): Promise<string[]>;
	/** Writes over the first field that holds `value`. */
	replace(value: string, by: string): Promise<void>;
	/** Chooses from the first of its lists. */
	choose(option: string): Promise<void>;
}

/** n8n's editor in one window, logged in. */
export interface Editor {
	/** The whole workflow, cut to its nodes and notes. */
	shootCanvas(file: TemplateFile, path: string): Promise<void>;
	/** What the list of nodes finds for `search`. */
	shootNodeList(file: TemplateFile, search: string, path: string): Promise<void>;
	/** Opens the workflow and runs it by hand from a trigger that needs no event, e.g. since its data is pinned. */
	run(file: TemplateFile, trigger: string): Promise<void>;
	/** Opens the workflow. */
	open(file: TemplateFile): Promise<void>;
	/** What n8n shows above the output of a node of the open workflow. */
	hints(node: string): Promise<string[]>;
	/** Opens the workflow and a node in it, to read and to change its settings. */
	openSettings(file: TemplateFile, node: string): Promise<NodeSettings>;
	/** The settings of a node, all of them, without what goes in and comes out. */
	shootSettings(file: TemplateFile, node: string, path: string): Promise<void>;
	/**
	 * The panel of a node of the open workflow, with the items that went in and came out. What
	 * other nodes have `given` the output is folded, so that what this node adds is in view.
	 */
	shootPanel(node: string, given: readonly string[], path: string): Promise<void>;
	/** Of two windows with one workflow, n8n lets the later one only look. */
	close(): Promise<void>;
}

// Wide enough that the names below the nodes can be read where all of a template is in view.
const CANVAS = { width: 2400, height: 1200 };
const PANEL = { width: 1600, height: 900 };
// Room for the longest steps and every field below them.
const SETTINGS = { width: 1280, height: 1500 };
const LIST = { width: 1200, height: 540 };
const MARGIN = 24;

// What lies over the canvas.
const CLEAR = `
	[data-test-id=canvas-controls], [class*=executionButtons],
	[data-test-id^=execute-workflow-button],
	.vue-flow__panel, .vue-flow__minimap, .el-popper, .el-notification { visibility: hidden !important; }
`;

const testId = (id: string) => `[data-test-id=${id}]`;

/** Logs in as the owner in a window of its own. Throws when n8n does not let the owner in. */
export async function logIn(
	browser: Browser,
	rig: Rig,
	options: BrowserContextOptions,
): Promise<Page> {
	const { url, owner } = rig.server;
	const context = await browser.newContext(options);
	const page = await context.newPage();
	await page.goto(`${url}/signin`);
	await page.locator('input[name=emailOrLdapLoginId], input[type=email]').first().fill(owner.email);
	await page.locator('input[type=password]').fill(owner.password);
	await page.locator(testId('form-submit-button')).click();
	await page.waitForURL(/home|workflow|projects/, { timeout: 30_000 });
	return page;
}

/** Opens a workflow as n8n opens it. */
export async function openWorkflow(page: Page, rig: Rig, file: TemplateFile): Promise<void> {
	await page.goto(`${rig.server.url}/workflow/${rig.workflows[file].id}`);
	await page.locator(testId('canvas-node')).first().waitFor({ timeout: 30_000 });
	await settle(page);
}

/** A window of the owner's own, logged in. */
export async function editorOf(browser: Browser, rig: Rig, scheme: Scheme): Promise<Editor> {
	const page = await logIn(browser, rig, { viewport: PANEL, colorScheme: scheme });

	const show = async (file: TemplateFile) => {
		await openWorkflow(page, rig, file);
		await page.keyboard.press('Escape');
		// n8n's key for "fit the view".
		await page.keyboard.press('1');
		await settle(page);
	};

	const openNode = async (node: string) => {
		await page.locator(`${testId('canvas-node')}[data-node-name="${node}"]`).dblclick();
		const settings = page.locator(testId('node-parameters')).first();
		await settings.waitFor({ timeout: 15_000 });
		return settings;
	};
	const open = async (file: TemplateFile, node: string) => {
		await show(file);
		return await openNode(node);
	};

	return {
		close: async () => await page.context().close(),

		open: show,

		async hints(node) {
			const settings = await openNode(node);
			await settle(page);
			const hints = page.locator(`${testId('output-panel')} ${testId('node-hint')}`);
			const texts = await hints.allInnerTexts();
			await page.keyboard.press('Escape');
			await settings.waitFor({ state: 'hidden' });
			return texts;
		},

		async openSettings(file, node) {
			const settings = await open(file, node);
			await settle(page);
			return settingsIn(page, settings);
		},

		async shootCanvas(file, path) {
			await page.setViewportSize(CANVAS);
			await show(file);
			const style = await page.addStyleTag({ content: CLEAR });
			const clip = await boundsOf(page);
			await page.screenshot({ path, clip });
			await style.evaluate((element) => element.parentNode?.removeChild(element));
			await page.setViewportSize(PANEL);
		},

		async shootNodeList(file, search, path) {
			await page.setViewportSize(LIST);
			await show(file);
			await page.locator(testId('node-creator-plus-button')).first().click();
			const list = page.locator(testId('node-creator'));
			await list.locator('input').first().fill(search);
			await list.getByText('Sentiment Score').waitFor({ timeout: 15_000 });
			await settle(page);
			await list.screenshot({ path });
			await page.setViewportSize(PANEL);
		},

		async run(file, trigger) {
			await show(file);
			await page.locator(`${testId('canvas-node')}[data-node-name="${trigger}"]`).hover();
			await page.locator(testId(`"execute-workflow-button-${trigger}"`)).click();
			await page.locator(testId('canvas-node-status-success')).first().waitFor();
			// Its label is gone as long as the workflow runs.
			await page
				.locator(testId('execute-workflow-button'))
				.first()
				.getByText('Execute workflow')
				.waitFor();
			await settle(page);
		},

		async shootSettings(file, node, path) {
			await page.setViewportSize(SETTINGS);
			const settings = await open(file, node);
			await page.mouse.move(2, 2);
			await settle(page);
			const all = await settings.boundingBox();
			const last = await settings.getByPlaceholder('Add option').last().boundingBox();
			if (all === null || last === null) throw new Error(`The settings of ${node} are not in view`);
			const height = last.y + last.height + MARGIN - all.y;
			await page.screenshot({ path, clip: { ...all, height } });
			await page.keyboard.press('Escape');
			await settings.waitFor({ state: 'hidden' });
			await page.setViewportSize(PANEL);
		},

		async shootPanel(node, given, path) {
			await page.keyboard.press('1');
			await settle(page);
			await openNode(node);
			const output = page.locator(testId('output-panel'));
			await output.locator(testId('radio-button-schema')).click();
			for (const field of given) {
				const item = output.locator(testId('run-data-schema-item'));
				await item
					.filter({ has: page.locator(`[data-path=".${field}"]`) })
					.locator('.toggle')
					.click();
			}
			await page.addStyleTag({ content: '.el-notification { display: none !important; }' });
			await page.mouse.move(2, 2);
			await settle(page);
			await page.screenshot({ path });
			await page.keyboard.press('Escape');
			await page.locator(testId('node-parameters')).first().waitFor({ state: 'hidden' });
		},
	};
}

function settingsIn(page: Page, settings: Locator): NodeSettings {
	const inputs = settings.locator('input');
	const values = async () => {
		const all = await inputs.all();
		return await Promise.all(all.map(async (input) => await input.inputValue()));
	};
	return {
		values,
		async notices() {
			const texts = await settings.locator('[class*=notice]').allInnerTexts();
			return [...new Set(texts)];
		},
		async replace(value, by) {
			const index = (await values()).indexOf(value);
			if (index === -1) throw new Error(`No field holds ${value}`);
			await inputs.nth(index).click({ clickCount: 3 });
			await page.keyboard.type(by);
			await page.keyboard.press('Tab');
			await settle(page);
		},
		async choose(option) {
			await settings.locator('.el-select').first().click();
			const items = page.locator('.el-select-dropdown__item:visible', { hasText: option });
			await items.first().click();
			await settle(page);
		},
	};
}

/** Waits until what moves has come to rest: n8n has no sign for the end of its animations. */
export async function settle(page: Page): Promise<void> {
	await page.waitForTimeout(1500);
}

/** The rectangle around all nodes and notes, with their names and the ends of their outputs. */
async function boundsOf(page: Page): Promise<Rectangle> {
	return await page.evaluate((margin) => {
		// A node's own box leaves out the name below it, which may be wider than the node.
		const parts = [...document.querySelectorAll('.vue-flow__node, .vue-flow__node *')].filter(
			(element) =>
				element.classList.contains('vue-flow__node') ||
				element.matches('[data-test-id=canvas-handle-plus]') ||
				(element.childElementCount === 0 && (element.textContent ?? '').trim() !== ''),
		);
		const boxes = parts
			.map((element) => element.getBoundingClientRect())
			.filter(({ width, height }) => width > 0 && height > 0);
		const x = Math.min(...boxes.map(({ left }) => left)) - margin;
		const y = Math.min(...boxes.map(({ top }) => top)) - margin;
		const right = Math.max(...boxes.map((box) => box.right)) + margin;
		const bottom = Math.max(...boxes.map((box) => box.bottom)) + margin;
		return { x, y, width: right - x, height: bottom - y };
	}, MARGIN);
}
