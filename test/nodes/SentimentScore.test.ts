import { NodeHelpers, Workflow } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import type { Sentiment } from '../../nodes/core/item/types';
import { SentimentScore } from '../../nodes/SentimentScore/SentimentScore.node';
import { readSignalRows } from '../../nodes/core/score/wordList';
import { BUILT_IN_SIGNALS } from '../../nodes/core/score/wordList/compose';
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
			ownTopics: 'time travel: flux capacitor',
		});
		expect(outputs[0]?.[0]?.json.sentiment).toMatchObject({ topic: 'time travel' });
	});

	it('passes over a wrong line of the topics, with a hint and a flag', async () => {
		const { outputs, hints } = await run([item('1', LOST)], { ownTopics: 'export: csv\n: pdf' });
		expect(hints).toEqual([expect.stringContaining('Your Own Topics, Line 2')]);
		expect(outputs[0]?.[0]?.json.sentiment).toMatchObject({ flags: ['own-topic-skipped'] });
	});
});

describe('the words of the panel', () => {
	const flux = { signal: 'Flux', topic: 'flux', riskLevel: 'critical', phrases: 'flux overheated' };
	const scoreOf = async (body: string, parameters: object) => {
		const { outputs, hints, error } = await run([item('1', body)], parameters);
		expect(error).toBeUndefined();
		return { sentiment: outputs[0]?.[0]?.json.sentiment as unknown as Sentiment, hints };
	};

	it('keep an own signal working beside an unfinished one, with a hint and a flag', async () => {
		const { sentiment, hints } = await scoreOf('The flux overheated.', {
			ownSignals: { row: [{ signal: 'Half', riskLevel: 'high', phrases: '' }, flux] },
		});
		expect(sentiment).toMatchObject({ score: 85, topic: 'flux', flags: ['own-signal-skipped:1'] });
		expect(hints).toEqual([expect.stringContaining('Row 1 ("Half"): Phrases is empty')]);
	});

	it('take JSON, and pass over what is none', async () => {
		const from = { ownSignalsFrom: 'json' };
		const json = await scoreOf('The flux overheated.', {
			...from,
			ownSignalsJson: JSON.stringify([flux]),
		});
		expect(json.sentiment.score).toBe(85);
		const broken = await scoreOf(LOST, { ...from, ownSignalsJson: '[{"signal":' });
		expect(broken.sentiment).toMatchObject({ score: 85, flags: ['own-signals-skipped'] });
		expect(broken.hints).toEqual([expect.stringContaining('not valid JSON')]);
	});

	it('change a built-in signal', async () => {
		const change = (row: object) => ({ builtInChanges: { row: [row] } });
		const signal = 'Data integrity concern';
		const heavier = await scoreOf(LOST, change({ signal, change: 'weight', weight: 93 }));
		expect(heavier.sentiment.score).toBe(93);
		const off = await scoreOf(LOST, change({ signal, change: 'off' }));
		expect(off.sentiment.signals.map(({ name }) => name)).not.toContain(signal);
		const moved = await scoreOf(LOST, {
			...change({ signal, change: 'topic', topic: 'archive' }),
			useBuiltInTopics: false,
		});
		expect(moved.sentiment.topic).toBe('archive');
	});

	it('pass over a change that nobody finished, with a hint and a flag, and keep the others', async () => {
		const rows = [
			{ signal: '', change: 'weight', weight: '' },
			{ signal: 'Outage', change: 'weight', weight: null },
			{ signal: 'Data integrity concern', change: 'weight', weight: 93 },
		];
		const { sentiment, hints } = await scoreOf(LOST, { builtInChanges: { row: rows } });
		expect(sentiment).toMatchObject({
			score: 93,
			flags: ['built-in-change-skipped:1', 'built-in-change-skipped:2'],
		});
		expect(hints).toEqual([
			expect.stringContaining('Change Built-In Signals, Row 1: Signal is empty'),
		]);
		expect(hints[0]).toContain('Row 2 ("Outage"): Weight is empty');
	});

	it('start a change with nothing chosen, so that a row just added weakens no signal', async () => {
		const field = new SentimentScore().description.properties.find(
			({ name }) => name === 'builtInChanges',
		);
		const [added] = (field?.options ?? []).flatMap((option) =>
			'values' in option
				? [Object.fromEntries(option.values.map(({ name, default: start }) => [name, start]))]
				: [],
		);
		expect(added).toMatchObject({ signal: '', weight: '' });
		const { sentiment } = await scoreOf(LOST, { builtInChanges: { row: [added] } });
		expect(sentiment).toMatchObject({ score: 85, flags: ['built-in-change-skipped:1'] });
	});

	it('leave the built-in ones out when told to', async () => {
		expect((await scoreOf(LOST, { useBuiltInWords: false })).sentiment.signals).toEqual([]);
	});

	it('are no part of the workflow: what n8n saves of an untouched node is small', () => {
		const { description } = new SentimentScore();
		const defaults = NodeHelpers.getNodeParameters(
			description.properties,
			{},
			true,
			false,
			null,
			description,
		);
		expect(JSON.stringify(defaults).length).toBeLessThan(600);
	});

	it('can be read from the node, in the form its fields take', async () => {
		const { outputs } = await run([item('1', LOST)], { operation: 'showWords' });
		const shown = (outputs[0] ?? []).map(({ json }) => json);
		const outage = shown.find(({ signal }) => signal === 'Outage');
		expect(outage).toMatchObject({ kind: 'signal', weight: 85, addedBy: 'Use the Built-In Words' });
		const { rows, skipped } = readSignalRows(shown.filter(({ kind }) => kind === 'signal'));
		expect([rows.length, skipped]).toEqual([BUILT_IN_SIGNALS.length, []]);
		expect(shown.some(({ kind, topic }) => kind === 'topic' && topic === 'billing')).toBe(true);
	});
});

describe('the text to score', () => {
	it('of a chat is what the requester wrote, told by their name', async () => {
		const body = [
			'(14:50:01) Mia Chen: Hello, can you tell me the price of ten seats?',
			'(14:51:10) Sam: This is a terrible outage, all data has disappeared, we are so sorry!',
			'(14:52:33) Mia Chen: Thanks, that was another customer I guess.',
		].join('\n');
		const chat = { ticket: { key: 'zendesk:acme:9', body, requester: { name: 'Mia Chen' } } };
		const { outputs } = await run([chat]);
		const sentiment = outputs[0]?.[0]?.json.sentiment as unknown as Sentiment;
		expect(sentiment.text).not.toContain('terrible outage');
		expect(sentiment.score).toBeLessThan(65);
	});

	it('counts as asked before where the ticket has earlier messages', async () => {
		const ask = { key: 'zendesk:acme:8', body: 'Any news on this?' };
		const previous = [
			{ messageId: 'new', score: 40, createdAt: '2026-11-20T09:00:00.000Z' },
			{ messageId: '2', score: 45, createdAt: '2026-11-21T09:00:00.000Z' },
		];
		const { outputs } = await run([{ ticket: ask }, { ticket: { ...ask, previous } }]);
		const [once, third] = (outputs[0] ?? []).map(
			({ json }) => json.sentiment as unknown as Sentiment,
		);
		expect(third?.score ?? 0).toBeGreaterThan(once?.score ?? 100);
		expect(third?.flags).toContain('asked-before');
	});

	it('is taken from fields of any name', async () => {
		const { outputs } = await run([{ title: 'Help', description: LOST }], {
			textFrom: 'define',
			subject: '={{ $json.title }}',
			body: '={{ $json.description }}',
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({
			title: 'Help',
			sentiment: { label: 'Critical', text: `Help\n\n${LOST}` },
		});
	});

	it.each([
		[{ title: 'x' }, {}, 'no "ticket" key'],
		[{ title: 'x' }, { textFrom: 'define' }, '"Subject" and "Body" are both empty'],
		[{ ticket: 'x' }, {}, 'set "Text From" to "Define Below"'],
	])('is asked for in plain words: %j %j', async (json, parameters, message) => {
		const { error } = await run([json], parameters);
		expect(error?.message).toContain(message);
	});
});

describe('as the tool of an AI agent', () => {
	const tool = (): SentimentScore => {
		const node = new SentimentScore();
		return Object.assign(node, {
			description: { ...node.description, name: `${node.description.name}Tool` },
		});
	};
	const defaultsOf = ({ description }: SentimentScore) =>
		NodeHelpers.getNodeParameters(description.properties, {}, true, false, null, description) ?? {};

	it('asks the model for subject and body, out of the box', () => {
		const parameters = defaultsOf(tool());
		expect(parameters.subject).toContain("$fromAI('subject'");
		expect(parameters.body).toContain("$fromAI('body'");
		expect(parameters).not.toHaveProperty('textFrom');
		expect(defaultsOf(new SentimentScore())).not.toHaveProperty('body');
	});

	it('answers with what a model can use, without the text it just sent', async () => {
		const { outputs } = await runNode(
			tool(),
			[[{ body: LOST } as never]],
			{ body: '={{ $json.body }}', subject: '' },
			'stopWorkflow',
			undefined,
			undefined,
			undefined,
			'test.underTestTool',
		);
		const answer = outputs[0]?.[0]?.json;
		expect(answer).toMatchObject({
			score: 85,
			label: 'Critical',
			evidence: [{ signal: 'Data integrity concern', quote: expect.any(String) }],
		});
		expect(JSON.stringify(answer).length).toBeLessThan(700);
		for (const key of ['text', 'sentiment', 'version']) expect(answer).not.toHaveProperty(key);
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
		[{}, 'built-in'],
		[{ method: 'openAi', ownSignals: { row: [row, row] } }, 'OpenAI, 2 own signals'],
		[
			{ method: 'openAiWithFloor', ownSignalsFrom: 'json' },
			'OpenAI with floor, own signals from JSON',
		],
		[{ method: 'connectedModel', useBuiltInWords: false }, 'connected model, own words only'],
		[{ operation: 'showWords' }, 'show built-in words'],
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

	it('no words at all get a hint', () => {
		const condition = description.hints?.[0]?.displayCondition ?? '';
		expect(evaluate(condition, { useBuiltInWords: false })).toBe(true);
		expect(evaluate(condition, { useBuiltInWords: false, presets: ['crm'] })).toBe(false);
		expect(evaluate(condition, { useBuiltInWords: false, ownSignals: { row: [row] } })).toBe(false);
		expect(evaluate(condition, {})).toBe(false);
	});

	it('an unfinished signal gets a hint', () => {
		const condition = description.hints?.[1]?.displayCondition ?? '';
		expect(evaluate(condition, {})).toBe(false);
		expect(evaluate(condition, { ownSignals: { row: [row] } })).toBe(false);
		const half = { signal: 'A', phrases: ' ' };
		expect(evaluate(condition, { ownSignals: { row: [row, half] } })).toBe(true);
		expect(evaluate(condition, { ownSignalsFrom: 'json', ownSignals: { row: [half] } })).toBe(
			false,
		);
	});

	it('an unfinished change of a built-in signal gets a hint', () => {
		const { displayCondition = '' } =
			description.hints?.find(({ message }) => message.includes('Change Built-In')) ?? {};
		const shown = (...rows: object[]) =>
			evaluate(displayCondition, { builtInChanges: { row: rows } });
		expect(evaluate(displayCondition, {})).toBe(false);
		expect(shown({ signal: 'Outage', change: 'weight', weight: 0 })).toBe(false);
		expect(shown({ signal: 'Outage', change: 'off' })).toBe(false);
		expect(shown({ signal: '', change: 'off' })).toBe(true);
		expect(shown({ signal: 'Outage', change: 'weight', weight: '' })).toBe(true);
		expect(shown({ signal: 'Outage' })).toBe(true);
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
			NodeHelpers.displayParameter({ operation: 'score', method }, property, null, description),
		);
		const names = shown.map(({ name }) => name);
		expect(names.filter((name) => ['model', 'options'].includes(name))).toEqual(own);
		const credentials = (description.credentials ?? []).filter((credential) =>
			NodeHelpers.displayParameter({ operation: 'score', method }, credential, null, description),
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
