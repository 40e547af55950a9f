import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { zendesk } from '../demo/deliveries.ts';
import { editorOf, type Editor, type NodeSettings } from '../screenshots/editor.ts';
import { CHROMIUM_ARGS, chromiumProgram } from '../support/chromium.ts';
import { letTimePass } from '../support/logRows.ts';
import { startRig, type Rig } from '../support/rig.ts';

const FILE = 'cs-alerts.json';
const GATE = 'Threshold Gate';
/** The minimum score of the first row of each set, as it comes. */
const FIRST_SCORE = { Recommended: '65', 'Cautious Start': '80' };

const DAY = 86_400_000;

const PROGRAM = chromiumProgram();

// What n8n's editor does with values of fields that leave the view, no test of ours can stand in for.
describe.skipIf(PROGRAM === undefined)("Threshold Gate in n8n's editor", () => {
	let rig: Rig;
	let browser: Browser;
	// One for all: while another window has the workflow, n8n lets a second one only look.
	let editor: Editor;

	beforeAll(async () => {
		rig = await startRig();
		browser = await chromium.launch({ executablePath: PROGRAM, args: CHROMIUM_ARGS });
		editor = await editorOf(browser, rig, 'light');
	});
	afterAll(async () => {
		await editor?.close();
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

	it('says above its output what the last days would have given, and before a run how to see it', async () => {
		await rig.deliver(
			zendesk({
				id: '4811',
				from: 'jo.oneil@acme.example',
				name: "Jo O'Neil",
				subject: 'All our data is gone',
				text: "All of our data has disappeared and we can't work.",
				expected: 'alerted',
			}),
		);
		await rig.idle();
		letTimePass(rig.server.userFolder, 10 * DAY);
		await editor.open(FILE);
		expect(await editor.hints(GATE)).toEqual([
			expect.stringContaining('Once this step has run by hand'),
		]);
		await editor.run(FILE, 'Try It');
		const [hint, ...others] = await editor.hints(GATE);
		expect(others).toEqual([]);
		expect(hint).toContain('The last 11 days with these rules');
		expect(hint).toContain('1 message would have made 1 alert, and 1 as they were decided.');
		expect(hint).toContain('By rule: Frustrated paying account 1');
	}, 120_000);

	it('keeps rows that were changed while another set is chosen, also over a save', async () => {
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
	}, 120_000);
});
