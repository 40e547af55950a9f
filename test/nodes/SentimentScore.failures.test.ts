import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { SentimentScore } from '../../nodes/SentimentScore/SentimentScore.node';
import { runNode } from '../support/engine';
import type { Fault } from '../support/faults';
import { readContract } from '../support/openai/contract';
import {
	API_KEY,
	answerWith,
	problem,
	startOpenAi,
	type OpenAiStandIn,
	type Said,
} from '../support/openai/server';

let openAi: OpenAiStandIn;

beforeAll(async () => {
	openAi = await startOpenAi(readContract());
});
afterAll(async () => {
	await openAi.close();
});
afterEach(() => {
	expect(openAi.problems).toEqual([]);
	openAi.reset();
});

const LOST = 'All of our data has disappeared.';
const item = (id: string, body?: string) => ({ ticket: { key: `zendesk:acme:${id}`, body } });

async function run(
	items: object[],
	{
		options = {},
		parameters = {},
		onError = 'stopWorkflow',
		apiKey = API_KEY,
	}: {
		options?: object;
		parameters?: object;
		onError?: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
		apiKey?: string;
	} = {},
) {
	const input = items as never[];
	const { outputs, hints, error } = await runNode(
		new SentimentScore(),
		[input],
		{ method: 'openAi', options: { retries: 1, timeout: 5, ...options }, ...parameters } as never,
		onError,
		{ openAiApi: { apiKey, url: openAi.url } as never },
	);
	const sentiments = (outputs[0] ?? []).map(({ json }) => json.sentiment as Sentiment | undefined);
	return { outputs, hints, error, sentiments, first: sentiments[0] as Sentiment };
}

interface Sentiment {
	score: number;
	method: string;
	flags: string[];
	usage?: object;
}

const chat = (fault: Partial<Fault>): Fault => ({ match: /chat/, ...fault });
const soon = { 'retry-after-ms': '20' };

describe('a ticket without a usable answer is scored by Built-In, which says why', () => {
	const cases: Array<[what: string, flag: string, set: () => void, options?: object]> = [
		[
			'no answer in time',
			'model-timeout',
			() => openAi.faults.push(chat({ wire: 'hang' })),
			{ timeout: 0.3 },
		],
		[
			'half an answer',
			'model-timeout',
			() => openAi.faults.push(chat({ wire: 'stall', status: 200 })),
			{ timeout: 0.3 },
		],
		[
			'a cut line',
			'model-outage',
			() => openAi.faults.push(chat({ wire: 'reset' })),
			{ retries: 0 },
		],
		['an outage', 'model-outage', () => openAi.faults.push(chat({ status: 503, headers: soon }))],
		[
			'a page of a proxy',
			'model-schema-mismatch',
			() =>
				openAi.faults.push(
					chat({ status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html>' }),
				),
		],
		[
			'a rate limit that stays',
			'model-rate-limit',
			() =>
				openAi.faults.push(
					chat({ status: 429, headers: soon, body: problem('rate_limit_exceeded', 'Slow down') }),
				),
		],
		[
			'a rate limit longer than the timeout',
			'model-rate-limit',
			() => openAi.faults.push(chat({ status: 429, headers: { 'retry-after': '60' } })),
		],
		[
			'a refused request',
			'model-rejected',
			() =>
				openAi.faults.push(
					chat({ status: 400, body: problem('context_length_exceeded', 'Too long') }),
				),
		],
		[
			"Azure's content filter",
			'model-content-filter',
			() => openAi.faults.push(chat({ status: 400, body: problem('content_filter', 'Filtered') })),
		],
	];
	it.each(cases)('%s: %s', async (_what, flag, set, options) => {
		set();
		const { first, hints, error } = await run([item('1', LOST)], { options });
		expect(error).toBeUndefined();
		expect(first.method).toBe('Built-In (OpenAI failed)');
		expect(first.flags).toContain(flag);
		expect(first.score).toBeGreaterThanOrEqual(85);
		expect(hints).toEqual([expect.stringContaining('Built-In scored 1 of 1 tickets')]);
	});

	const answers: Array<[what: string, flag: string, said: Said]> = [
		['a refusal', 'model-refusal', { refusal: "I can't help with that." }],
		['filtered', 'model-content-filter', { content: '', finish: 'content_filter' }],
		['cut off', 'model-incomplete', { content: '{"label":"Neu', finish: 'length' }],
		['empty', 'model-schema-mismatch', { content: '' }],
		['words', 'model-schema-mismatch', { content: 'The customer is fine.' }],
		['a list', 'model-schema-mismatch', { content: '[1]' }],
		['a score over 100', 'model-schema-mismatch', { content: answerWith({ score: 101 }) }],
		['a score below 0', 'model-schema-mismatch', { content: answerWith({ score: -1 }) }],
		['a score from 0 to 1', 'model-schema-mismatch', { content: answerWith({ score: 0.9 }) }],
		['a score as text', 'model-schema-mismatch', { content: answerWith({ score: '40' }) }],
		['no score', 'model-schema-mismatch', { content: { ...answerWith(), score: undefined } }],
		['another label', 'model-schema-mismatch', { content: answerWith({ label: 'Angry' }) }],
		[
			'quotes that are no list',
			'model-schema-mismatch',
			{ content: answerWith({ quotes: 'all' }) },
		],
		[
			'signals without quotes',
			'model-schema-mismatch',
			{ content: answerWith({ signals: [{ name: 'Outage' }] }) },
		],
		[
			'a scale turned round',
			'model-schema-mismatch',
			{ content: answerWith({ label: 'Critical', score: 3 }) },
		],
	];
	it.each(answers)('an answer that is %s: %s', async (_what, flag, said) => {
		openAi.say = () => said;
		const { first } = await run([item('1', LOST)]);
		expect(first.method).toBe('Built-In (OpenAI failed)');
		expect(first.flags).toContain(flag);
		expect(first.score).toBeGreaterThanOrEqual(85);
		expect(openAi.requests).toHaveLength(1);
	});

	it('counts the tokens that a useless answer cost', async () => {
		openAi.say = () => ({ content: 'no' });
		expect((await run([item('1', LOST)])).first.usage).toMatchObject({ outputTokens: 120 });
	});
});

describe('what passes is tried again', () => {
	it.each([
		['an outage', { status: 500, headers: soon }],
		['a rate limit with retry-after-ms', { status: 429, headers: soon }],
		['a rate limit with retry-after', { status: 429, headers: { 'retry-after': '0.05' } }],
	])('after %s', async (_what, fault) => {
		openAi.faults.push(chat({ ...fault, times: 1 }));
		const { first, hints } = await run([item('1', LOST)]);
		expect(first).toMatchObject({ method: 'OpenAI', flags: [] });
		expect(hints).toEqual([]);
		expect(openAi.requests).toHaveLength(2);
	});

	it('as often as set, and not when told that it is of no use', async () => {
		openAi.faults.push(chat({ status: 500, headers: soon }));
		await run([item('1', LOST)], { options: { retries: 3 } });
		expect(openAi.requests).toHaveLength(4);
		openAi.reset();
		openAi.faults.push(chat({ status: 500, headers: { ...soon, 'x-should-retry': 'false' } }));
		await run([item('1', LOST)], { options: { retries: 3 } });
		expect(openAi.requests).toHaveLength(1);
	});

	it('but a model that is down is not asked about a whole batch', async () => {
		openAi.faults.push(chat({ status: 503 }));
		const items = Array.from({ length: 40 }, (_, index) => item(String(index), LOST));
		const { sentiments } = await run(items, { options: { retries: 0, concurrency: 2 } });
		expect(sentiments).toHaveLength(40);
		for (const sentiment of sentiments) expect(sentiment?.flags).toContain('model-outage');
		expect(openAi.requests.length).toBeLessThan(10);
	});
});

describe('a model that cannot be used at all', () => {
	const three = () => [item('1', LOST), item('2', 'How do I export?'), item('3', 'Thank you!')];
	const cases: Array<[what: string, flag: string, fault: Partial<Fault>]> = [
		[
			'no credit',
			'model-no-quota',
			{
				status: 429,
				body: problem(
					'insufficient_quota',
					'You exceeded your current quota',
					'insufficient_quota',
				),
			},
		],
		[
			'a key without access',
			'model-no-permission',
			{ status: 403, body: problem(null, 'Not allowed') },
		],
		[
			'a model that is not there',
			'model-not-found',
			{ status: 404, body: problem('model_not_found', 'No such model') },
		],
		[
			'no credit elsewhere',
			'model-no-quota',
			{ status: 402, body: problem(null, 'Insufficient Balance') },
		],
	];
	it.each(cases)('%s: asked once, told once, all tickets scored', async (_what, flag, fault) => {
		openAi.faults.push(chat(fault));
		const { sentiments, hints } = await run(three());
		expect(openAi.requests).toHaveLength(1);
		expect(hints).toHaveLength(1);
		expect(hints[0]).toContain('Built-In scored the tickets instead');
		for (const sentiment of sentiments) {
			expect(sentiment?.method).toBe('Built-In (OpenAI failed)');
			expect(sentiment?.flags).toContain(flag);
		}
	});

	it('a wrong key: asked once, told once, and the key is nowhere', async () => {
		const apiKey = 'wrong-secret-key-42';
		const { outputs, sentiments, hints } = await run(three(), { apiKey });
		expect(openAi.requests).toHaveLength(1);
		expect(hints).toEqual([expect.stringContaining('API key is not valid')]);
		expect(sentiments.map((sentiment) => sentiment?.flags)).toEqual(
			Array.from({ length: 3 }, () => expect.arrayContaining(['model-invalid-key'])),
		);
		expect(JSON.stringify([outputs, hints])).not.toContain(apiKey);
	});

	it('stops the node when the admin wants that, in clear words without the key', async () => {
		const apiKey = 'wrong-secret-key-42';
		const { error } = await run(three(), { apiKey, options: { withoutModel: 'stop' } });
		expect(error?.message).toBe('OpenAI could not be used, because the API key is not valid');
		expect(error?.description).toContain('enter a valid API key');
		expect(JSON.stringify(error)).not.toContain(apiKey);
	});

	it('fails each item, with its ticket, when it shall stop but the node continues on failure', async () => {
		const { outputs, error } = await run(three(), {
			apiKey: 'wrong',
			options: { withoutModel: 'stop' },
			onError: 'continueRegularOutput',
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(3);
		for (const { json } of outputs[0] ?? []) {
			expect(json.ticket).toBeDefined();
			expect(json.sentiment).toBeUndefined();
			expect(json.error).toMatchObject({ message: expect.stringContaining('API key') });
		}
	});

	it('falls back when no credential was chosen', async () => {
		const { outputs, hints } = await runNode(new SentimentScore(), [[item('1', LOST)]], {
			method: 'openAi',
		});
		expect(outputs[0]?.[0]?.json.sentiment).toMatchObject({
			method: 'Built-In (OpenAI failed)',
			flags: expect.arrayContaining(['model-no-credential']),
		});
		expect(hints).toEqual([expect.stringContaining('Choose or create an OpenAI credential')]);
	});
});

describe('a ticket that is forbidden', () => {
	const forbidden = (body: unknown, headers = {}) => chat({ status: 403, body, headers, times: 1 });
	const many = (count: number) =>
		Array.from({ length: count }, (_, index) => item(String(index), `Question ${index}?`));
	const slowly = { options: { concurrency: 1, retries: 1 } };
	const flagged = (flag: string, sentiments: Array<Sentiment | undefined>) =>
		sentiments.flatMap((sentiment, index) => (sentiment?.flags.includes(flag) ? [index] : []));
	/** Forbids the requests with these numbers. */
	const forbid = (numbers: number[], body: unknown, headers: Record<string, string> = {}) => {
		let asked = 0;
		const { push } = openAi.requests;
		openAi.requests.push = function (...requests) {
			asked++;
			if (numbers.includes(asked - 1)) openAi.faults.push({ ...forbidden(body, headers) });
			return push.apply(this, requests);
		};
	};

	it('is not the end for the others', async () => {
		forbid([2, 5], { message: 'Blocked' });
		const { sentiments, hints } = await run(many(8), slowly);
		expect(flagged('model-rejected', sentiments)).toEqual([2, 5]);
		expect(openAi.requests).toHaveLength(8);
		expect(hints).toEqual([expect.stringContaining('Built-In scored 2 of 8 tickets')]);
	});

	it("is never the end when a firewall's page says so", async () => {
		forbid([0, 1, 2], '<html><body>Blocked</body></html>', { 'Content-Type': 'text/html' });
		const { sentiments } = await run(many(5), slowly);
		expect(flagged('model-rejected', sentiments)).toEqual([0, 1, 2]);
		expect(openAi.requests).toHaveLength(5);
	});

	it('is the end when the next one is, too', async () => {
		forbid([1, 2], { message: 'Forbidden' });
		const { sentiments } = await run(many(6), slowly);
		expect(openAi.requests).toHaveLength(3);
		expect(flagged('model-no-permission', sentiments)).toEqual([2, 3, 4, 5]);
	});

	it('is the end when the answer says that the key may not', async () => {
		forbid([1], problem('unsupported_country_region_territory', 'Not here', 'request_forbidden'));
		const { sentiments } = await run(many(6), slowly);
		expect(openAi.requests).toHaveLength(2);
		expect(flagged('model-no-permission', sentiments)).toEqual([1, 2, 3, 4, 5]);
	});
});

describe('a rate limit that lasts longer than a ticket may take', () => {
	it.each([0, 2])('is told once, and holds for all tickets, with %i retries', async (retries) => {
		openAi.faults.push(chat({ status: 429, headers: { 'retry-after': '60' } }));
		const items = Array.from({ length: 50 }, (_, index) => item(String(index), LOST));
		const { sentiments } = await run(items, { options: { retries, concurrency: 5 } });
		for (const sentiment of sentiments) expect(sentiment?.flags).toContain('model-rate-limit');
		expect(openAi.requests).toHaveLength(1);
	});
});

describe('a batch of three with one broken ticket', () => {
	const batch = () => [item('1', LOST), item('2'), item('3', 'Thank you!')];

	it('stops at it before the model costs anything', async () => {
		const { error } = await run(batch());
		expect(error?.itemIndex).toBe(1);
		expect(openAi.requests).toHaveLength(0);
	});

	it('goes on when set to continue, nothing lost, in order, paired, the input as it was', async () => {
		const items = batch();
		const before = structuredClone(items);
		const { outputs } = await run(items, { onError: 'continueRegularOutput' });
		expect(items).toEqual(before);
		expect(outputs[0]?.map(({ json }) => (json.ticket as { key: string }).key)).toEqual([
			'zendesk:acme:1',
			'zendesk:acme:2',
			'zendesk:acme:3',
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(outputs[0]?.map(({ json }) => [!!json.sentiment, !!json.error])).toEqual([
			[true, false],
			[false, true],
			[true, false],
		]);
	});

	it('moves it to the error output when set so', async () => {
		const { outputs } = await run(batch(), { onError: 'continueErrorOutput' });
		expect(outputs.map((items) => items.length)).toEqual([2, 1]);
		expect(outputs[1]?.[0]?.json.ticket).toMatchObject({ key: 'zendesk:acme:2' });
	});

	it('scores the others by the model when the answer about one is broken', async () => {
		openAi.say = (ticket) => ({ content: ticket === LOST ? 'broken' : answerWith() });
		const { sentiments } = await run([item('0', 'Hello?'), item('1', LOST), item('2', 'Bye')]);
		expect(sentiments.map((sentiment) => sentiment?.method)).toEqual([
			'OpenAI',
			'Built-In (OpenAI failed)',
			'OpenAI',
		]);
	});
});

describe('wrong settings', () => {
	it.each([
		[{ options: { concurrency: 0 } }, '"Concurrency" must be a number from 1 to 100'],
		[{ options: { timeout: 0 } }, '"Timeout" must be a number'],
		[{ model: { __rl: true, mode: 'id', value: '={{ "" }}' } }, '"Model" is empty'],
	])('%j are named', async (parameters, message) => {
		const { error } = await run([item('1', LOST)], { parameters });
		expect(error?.message).toContain(message);
	});
});
