import type { INode, INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { SentimentScore } from '../../nodes/SentimentScore/SentimentScore.node';
import { chatModel, type Invoke } from '../support/chatModel';
import { runWorkflow, source } from '../support/engine';
import { answerWith } from '../support/openai/server';

const TEXT = 'The export “fails” again,\nfor the third time.';

async function run(model: INodeType | undefined, parameters: INodeParameters = {}, body = TEXT) {
	const node = (name: string, type: string, extra: Partial<INode> = {}): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...extra,
	});
	const items: INodeExecutionData[] = [{ json: { ticket: { key: 'zendesk:acme:1', body } } }];
	const { data } = await runWorkflow({
		nodes: [
			node('Source', 'test.source'),
			node('Score', 'test.score', { parameters: { method: 'connectedModel', ...parameters } }),
			...(model ? [node('Model', 'test.model')] : []),
		],
		connections: {
			Source: { main: [[{ node: 'Score', type: 'main', index: 0 }]] },
			...(model && {
				Model: { ai_languageModel: [[{ node: 'Score', type: 'ai_languageModel', index: 0 }]] },
			}),
		},
		types: {
			'test.source': source('Source', [items]),
			'test.score': new SentimentScore(),
			...(model && { 'test.model': model }),
		},
		start: 'Source',
	});
	const last = data.resultData.runData.Score?.[0];
	return {
		sentiment: last?.data?.main?.[0]?.[0]?.json.sentiment as Record<string, unknown> | undefined,
		hints: last?.hints ?? [],
		error: last?.error ?? data.resultData.error,
	};
}

const answer = answerWith({
	score: 78,
	label: 'Frustrated',
	quotes: ['for the third time'],
	signals: [{ name: 'core workflow failure', quote: 'The export "fails" again, for' }],
});
const json = JSON.stringify(answer);

describe('a model attached to the Model input', () => {
	it.each<[string, unknown]>([
		['a text', json],
		['a text in a code fence', `\`\`\`json\n${json}\n\`\`\``],
		['a text among words', `Here it is:\n${json}\nAnything else?`],
		['thoughts before it', `<think>{"score": 1}</think>${json}`],
		['blocks', [{ type: 'text', text: json }]],
		[
			'blocks with thoughts',
			[
				{ type: 'thinking', thinking: '{}' },
				{ type: 'text', text: json },
			],
		],
		['an object', answer],
	])('may answer with %s', async (_form, content) => {
		const { sentiment } = await run(
			chatModel(() => ({ content, usage_metadata: { input_tokens: 7, output_tokens: 3 } })),
		);
		expect(sentiment).toMatchObject({
			score: 78,
			label: 'Frustrated',
			method: 'Connected Model',
			flags: [],
			signals: [{ name: 'Core workflow failure', quote: 'The export “fails” again,\nfor' }],
			quotes: [{ quote: 'for the third time' }],
			usage: { model: 'claude-test', inputTokens: 7, outputTokens: 3 },
		});
	});

	it('gets the instructions with the schema, and the ticket without personal data', async () => {
		let asked: Array<[string, string]> = [];
		await run(
			chatModel((messages) => {
				asked = messages;
				return { content: json };
			}),
			{},
			'Write to jo@acme.example',
		);
		expect(asked.map(([role]) => role)).toEqual(['system', 'human']);
		expect(asked[0]?.[1]).toContain('"additionalProperties":false');
		expect(asked[1]?.[1]).toContain('Write to [email]');
	});

	it.each<[string, string, Invoke]>([
		['refuses', 'model-refusal', () => ({ content: '', additional_kwargs: { refusal: 'No.' } })],
		['refuses in a block', 'model-refusal', () => ({ content: [{ type: 'refusal' }] })],
		[
			'is cut off',
			'model-incomplete',
			() => ({ content: '{', response_metadata: { stop_reason: 'max_tokens' } }),
		],
		[
			'is filtered',
			'model-content-filter',
			() => ({ content: '', response_metadata: { finishReason: 'SAFETY' } }),
		],
		['answers with nothing', 'model-schema-mismatch', () => undefined],
		['never answers', 'model-timeout', async () => await new Promise(() => {})],
		[
			'is out of order',
			'model-outage',
			() => Promise.reject(Object.assign(new Error('x'), { status: 529 })),
		],
		[
			'has no credit',
			'model-no-quota',
			() =>
				Promise.reject(Object.assign(new Error('x'), { status: 429, code: 'insufficient_quota' })),
		],
		[
			'has a wrong key',
			'model-invalid-key',
			() => Promise.reject(Object.assign(new Error('x'), { httpCode: '401' })),
		],
	])('that %s is replaced by Built-In: %s', async (_what, flag, invoke) => {
		const { sentiment, hints } = await run(chatModel(invoke), {
			options: { timeout: 0.2, retries: 0 },
		});
		expect(sentiment?.method).toBe('Built-In (Connected Model failed)');
		expect(sentiment?.flags).toContain(flag);
		expect(hints).toHaveLength(1);
	});
});

describe('without an attached model', () => {
	it('Built-In scores and a hint says what is missing', async () => {
		const { sentiment, hints, error } = await run(undefined);
		expect(error).toBeUndefined();
		expect(sentiment?.method).toBe('Built-In (Connected Model failed)');
		expect(sentiment?.flags).toContain('model-not-connected');
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringContaining('Connect a chat model to the Model input'),
		]);
	});
});
