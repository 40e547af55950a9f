import { NodeHelpers, Workflow } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import type { Sentiment } from '../../nodes/core/item/types';
import { SentimentScore } from '../../nodes/SentimentScore/SentimentScore.node';
import { DEFAULTS } from '../../nodes/SentimentScore/modelSettings';
import { runNode } from '../support/engine';

const item = (id: string, body?: string) => ({ ticket: { key: `zendesk:acme:${id}`, body } });
const LOST = 'All of our data has disappeared.';

const run = async (items: object[], parameters: object = {}, onError?: 'continueRegularOutput') =>
	await runNode(new SentimentScore(), [items as never[]], parameters as never, onError);

describe('Built-In', () => {
	it('scores a batch without key or network, in order, paired, with nothing of a model', async () => {
		const items = [item('1', LOST), item('2', 'How do I export a report?'), item('3', 'Hello')];
		const before = structuredClone(items);
		const { outputs, hints } = await run(items);
		expect(items).toEqual(before);
		expect(hints).toEqual([]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		const [first] = (outputs[0] ?? []).map(({ json }) => json.sentiment);
		expect(first).toMatchObject({ label: 'Critical', method: 'Built-In', topic: 'data' });
		for (const key of ['usage', 'redacted', 'quotes']) expect(first).not.toHaveProperty(key);
	});

	it('says how much was not scored, and of what kind', async () => {
		const body = `${LOST}\n\nOn Mon, Nov 3, 2026 at 9:00 Support wrote:\n> Everything is terrible here`;
		const { outputs } = await run([item('1', body), item('2', LOST)]);
		const [quoted, plain] = (outputs[0] ?? []).map(({ json }) => json.sentiment);
		expect(quoted).toMatchObject({ text: LOST, cut: { quote: expect.any(Number) } });
		expect(plain).not.toHaveProperty('cut');
	});

	it('adds the words behind the score when asked to', async () => {
		const { outputs } = await run([item('1', LOST)], { explain: true });
		const sentiment = outputs[0]?.[0]?.json.sentiment as unknown as Sentiment;
		expect(sentiment.words?.length).toBeGreaterThan(0);
		for (const { text, start, end } of sentiment.words ?? []) {
			expect(sentiment.text.slice(start, end)).toBe(text);
		}
		expect(sentiment.words?.[0]?.effect).toBeGreaterThan(0);
		expect((await run([item('1', LOST)])).outputs[0]?.[0]?.json.sentiment).not.toHaveProperty(
			'words',
		);
	});

	it('stops at a ticket without text, naming the item', async () => {
		const { error } = await run([item('1', LOST), item('2'), item('3', 'Hello')]);
		expect(error?.itemIndex).toBe(1);
		expect(error?.message).toContain('no text to score');
	});

	it('keeps the ticket of a broken item when set to continue', async () => {
		const { outputs } = await run(
			[item('1', LOST), item('2'), item('3', 'Hello')],
			{},
			'continueRegularOutput',
		);
		expect(outputs[0]?.[1]?.json).toMatchObject({
			ticket: { key: 'zendesk:acme:2' },
			// Nothing to read now, and nothing the next time: the log does not try it again.
			error: { node: 'Under Test', isFinal: true },
		});
		expect(outputs[0]?.map(({ json }) => json.sentiment !== undefined)).toEqual([
			true,
			false,
			true,
		]);
	});

	it("finds the admin's own topics", async () => {
		const { outputs } = await run([item('1', 'The flux capacitor is slow today')], {
			topics: 'time travel: flux capacitor\nperformance: slow',
		});
		expect(outputs[0]?.[0]?.json.sentiment).toMatchObject({ topic: 'time travel' });
	});

	it('names the line of a wrong topic list', async () => {
		const { error } = await run([item('1', LOST)], { topics: 'export: csv\n: pdf' });
		expect(error?.message).toContain('Topics, line 2');
	});
});

describe('in the editor', () => {
	const { description } = new SentimentScore();
	const evaluate = (expression: string, parameters: object): unknown => {
		const node = {
			id: '1',
			name: 'Score',
			type: 'score',
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters: parameters as never,
		};
		const workflow = new Workflow({
			active: false,
			nodes: [node],
			connections: {},
			nodeTypes: { getByNameAndVersion: () => new SentimentScore() } as never,
		});
		return workflow.expression.getSimpleParameterValue(
			workflow.getNode('Score') as never,
			expression,
			'internal',
			{},
		);
	};
	const row = { signal: 'A', phrases: 'b' };

	it.each([
		[{}, 'built-in, 15 signals'],
		[{ method: 'openAi', wordList: { row: [row, row] } }, 'OpenAI, 2 signals'],
		[{ method: 'openAiWithFloor', wordListSource: 'json' }, 'OpenAI with floor, JSON word list'],
		[{ method: 'connectedModel', wordList: {} }, 'connected model, 0 signals'],
	])('the subtitle of %j is %j', (parameters, subtitle) => {
		expect(evaluate(description.subtitle ?? '', parameters)).toBe(subtitle);
	});

	it('the Model input is there for Connected Model only', () => {
		const typesOf = (parameters: object) =>
			(evaluate(description.inputs as string, parameters) as Array<{ type: string }>).map(
				({ type }) => type,
			);
		expect(typesOf({})).toEqual(['main']);
		expect(typesOf({ method: 'openAi' })).toEqual(['main']);
		expect(typesOf({ method: 'connectedModel' })).toEqual(['main', 'ai_languageModel']);
	});

	it('an empty word list gets a hint', () => {
		const condition = description.hints?.[0]?.displayCondition ?? '';
		expect(evaluate(condition, { wordList: {} })).toBe(true);
		expect(evaluate(condition, { wordList: {}, presets: ['projectManagement'] })).toBe(false);
		expect(evaluate(condition, {})).toBe(false);
	});

	it('a model that is about to shut down gets a hint', () => {
		const { displayCondition = '' } =
			description.hints?.find(({ message }) => message.includes('shut down')) ?? {};
		const shown = (method: string, value: string) =>
			evaluate(displayCondition, { method, model: { __rl: true, mode: 'id', value } });
		expect(shown('openAi', 'gpt-4o')).toBe(true);
		expect(shown('openAi', 'gpt-4o-mini')).toBe(true);
		expect(shown('openAi', 'gpt-6-luna')).toBe(false);
		expect(shown('builtIn', 'gpt-4o')).toBe(false);
	});

	it.each([
		['builtIn', []],
		['openAi', ['model', 'options']],
		['openAiWithFloor', ['model', 'options']],
		['connectedModel', ['options']],
	])('%s shows only its own fields', (method, own) => {
		const shown = description.properties.filter((property) =>
			NodeHelpers.displayParameter({ method }, property, null, description),
		);
		const names = shown.map(({ name }) => name);
		expect(names.filter((name) => ['model', 'options'].includes(name))).toEqual(own);
		const credentials = (description.credentials ?? []).filter((credential) =>
			NodeHelpers.displayParameter({ method }, credential, null, description),
		);
		expect(credentials).toHaveLength(method.startsWith('openAi') ? 1 : 0);
	});

	it('the options show the numbers that hold when they are not touched', () => {
		const options = description.properties.find(({ name }) => name === 'options')?.options ?? [];
		const shown = Object.fromEntries(
			options.flatMap((option) => ('default' in option ? [[option.name, option.default]] : [])),
		);
		expect(shown).toMatchObject(DEFAULTS);
	});
});
