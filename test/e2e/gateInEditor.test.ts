import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { editorOf, type NodeSettings } from '../screenshots/editor.ts';
import { CHROMIUM_ARGS, chromiumProgram } from '../support/chromium.ts';
import { startRig, type Rig } from '../support/rig.ts';

const FILE = 'cs-alerts.json';
const GATE = 'Threshold Gate';
/** The minimum score of the first row of each set, as it comes. */
const FIRST_SCORE = { Recommended: '65', 'Cautious Start': '80' };

const PROGRAM = chromiumProgram();

// What n8n's editor does with values of fields that leave the view, no test of ours can stand in for.
describe.skipIf(PROGRAM === undefined)("the rows of Threshold Gate in n8n's editor", () => {
	let rig: Rig;
	let browser: Browser;

	beforeAll(async () => {
		rig = await startRig();
		browser = await chromium.launch({ executablePath: PROGRAM, args: CHROMIUM_ARGS });
	});
	afterAll(async () => {
		await browser?.close();
		await rig?.stop();
	});

	/** Once n8n's editor has saved, which it does by itself. */
	const savedSets = async (): Promise<string[]> => {
		const { nodes } = await rig.n8n.workflow(rig.workflows[FILE].id);
		const parameters = nodes.find(({ name }) => name === GATE)?.parameters ?? {};
		return Object.keys(parameters).filter((name) => name.startsWith('rules_'));
	};
	const notes = async ({ notices }: NodeSettings) =>
		(await notices()).filter((text) => text.startsWith('Your changes to the rules of'));

	it('keep what was changed while another set is chosen, also over a save', async () => {
		const editor = await editorOf(browser, rig, 'light');
		const gate = await editor.openSettings(FILE, GATE);
		expect(await notes(gate)).toEqual([]);
		await gate.replace(FIRST_SCORE.Recommended, '77');
		await gate.choose('Cautious Start');
		expect(await gate.values()).toContain(FIRST_SCORE['Cautious Start']);
		expect(await notes(gate)).toEqual([expect.stringContaining('Recommended')]);
		await gate.replace('2000', '2500');
		await gate.choose('Team of 4–8 Managers');
		await expect
			.poll(savedSets, { timeout: 15_000 })
			.toEqual(expect.arrayContaining(['rules_recommended', 'rules_cautious']));

		const again = await editor.openSettings(FILE, GATE);
		expect(await notes(again)).toHaveLength(2);
		await again.choose('Recommended');
		expect(await again.values()).toContain('77');
		await again.choose('Cautious Start');
		expect(await again.values()).toContain('2500');
		await editor.close();
	}, 120_000);
});
