import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { N8nClient, outputOf } from '../n8n/client.ts';
import { ensureN8n } from '../n8n/install.ts';
import { packPack } from '../n8n/pack.ts';
import { startN8n, type N8nServer } from '../n8n/server.ts';
import type { CredentialRef, Execution, JsonObject, WorkflowJson } from '../n8n/types.ts';
import { workflowOf } from '../support/crmRig.ts';
import { readContract } from '../support/openai/contract.ts';
import { API_KEY, answerWith, startOpenAi, type OpenAiStandIn } from '../support/openai/server.ts';

const WRONG_KEY = 'wrong-secret-key-42';
const tickets = [
	{ ticket: { key: 'zendesk:1', body: 'All of our data has disappeared. Mail jo@acme.example' } },
	{ ticket: { key: 'zendesk:2', body: 'How do I export a report?' } },
];

let openAi: OpenAiStandIn;
let server: N8nServer;
let n8n: N8nClient;
let credential: CredentialRef;
let wrongCredential: CredentialRef;

beforeAll(async () => {
	const install = await ensureN8n({});
	openAi = await startOpenAi(readContract());
	server = await startN8n({ install, packs: [await packPack()] });
	n8n = await N8nClient.login(server);
	const { url } = openAi;
	credential = await n8n.createCredential('OpenAI', 'openAiApi', { apiKey: API_KEY, url });
	wrongCredential = await n8n.createCredential('OpenAI, wrong', 'openAiApi', {
		apiKey: WRONG_KEY,
		url,
	});
});
afterAll(async () => {
	await server?.stop();
	await openAi?.close();
});
beforeEach(() => {
	openAi.reset();
	openAi.say = () => ({ content: answerWith({ quotes: ['jo@acme', 'export a report'] }) });
});
afterEach(() => {
	expect(openAi.problems).toEqual([]);
});

const scoreNode = (parameters: JsonObject, openAiApi?: CredentialRef) => ({
	name: 'Score',
	type: 'n8n-nodes-cs-alerts.sentimentScore',
	typeVersion: 1,
	parameters,
	...(openAiApi && { credentials: { openAiApi } }),
});

async function run(workflow: WorkflowJson): Promise<Execution> {
	const { id } = await n8n.importWorkflow(workflow);
	const execution = await n8n.runManually(id, 'Run');
	expect(execution.data?.resultData.error?.message).toBeUndefined();
	return execution;
}

const sentimentsOf = (execution: Execution) =>
	outputOf(execution, 'Score').map(({ sentiment }) => sentiment as JsonObject);

describe("with n8n's own OpenAI credential", () => {
	it('asks the server it names, holds the floor, and counts tokens and cost', async () => {
		const execution = await run(
			workflowOf('Floor', tickets, [scoreNode({ method: 'openAiWithFloor' }, credential)]),
		);
		const [lost, question] = sentimentsOf(execution);
		expect(lost).toMatchObject({
			label: 'Critical',
			method: 'OpenAI With Built-In Floor',
			flags: expect.arrayContaining(['built-in-floor']),
			redacted: { email: 1 },
			usage: { model: 'gpt-6-luna', estimatedCostUsd: 0.000111 },
		});
		expect(question).toMatchObject({ score: 40, quotes: [{ quote: 'export a report' }] });
		expect(JSON.stringify(openAi.requests)).not.toContain('jo@acme.example');
		expect(JSON.stringify(execution)).not.toContain(API_KEY);
	});

	it('falls back with one hint when the key is wrong, and shows the key nowhere', async () => {
		const execution = await run(
			workflowOf('Wrong key', tickets, [scoreNode({ method: 'openAi' }, wrongCredential)]),
		);
		expect(sentimentsOf(execution).map(({ method }) => method)).toEqual([
			'Built-In (OpenAI failed)',
			'Built-In (OpenAI failed)',
		]);
		expect(openAi.requests).toHaveLength(1);
		const text = JSON.stringify(execution);
		expect(text).toContain('the API key is not valid');
		expect(text).not.toContain(WRONG_KEY);
	});

	it('offers the models of the account in the editor', async () => {
		openAi.models = [{ id: 'gpt-6-sol' }, { id: 'gpt-6-luna' }, { id: 'tts-2' }];
		const found = await n8n.rest<{ results: Array<{ value: string }> }>(
			'POST',
			'/dynamic-node-parameters/resource-locator-results',
			{
				body: {
					path: 'parameters.model',
					methodName: 'searchModels',
					nodeTypeAndVersion: { name: 'n8n-nodes-cs-alerts.sentimentScore', version: 1 },
					currentNodeParameters: { operation: 'score', method: 'openAi' },
					credentials: { openAiApi: credential },
				},
			},
		);
		expect(found.results.map(({ value }) => value)).toEqual(['gpt-6-luna', 'gpt-6-sol']);
	});
});

describe("with n8n's own OpenAI chat model attached", () => {
	const attached = (openAiApi: CredentialRef): WorkflowJson => {
		const workflow = workflowOf('Connected', tickets, [scoreNode({ method: 'connectedModel' })]);
		workflow.nodes.push({
			id: 'model',
			name: 'Chat Model',
			type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
			typeVersion: 1.2,
			position: [600, 220],
			parameters: {
				model: { __rl: true, mode: 'id', value: 'gpt-6-luna' },
				options: { maxRetries: 0 },
			},
			credentials: { openAiApi },
		});
		workflow.connections['Chat Model'] = {
			ai_languageModel: [[{ node: 'Score', type: 'ai_languageModel', index: 0 }]],
		};
		return workflow;
	};

	it('scores by it', async () => {
		const execution = await run(attached(credential));
		expect(sentimentsOf(execution)).toMatchObject([
			{ score: 40, method: 'Connected Model' },
			{
				score: 40,
				method: 'Connected Model',
				usage: { model: 'gpt-6-luna', inputTokens: 600, outputTokens: 120 },
			},
		]);
	});

	it('falls back when its key is wrong', async () => {
		const execution = await run(attached(wrongCredential));
		expect(sentimentsOf(execution).map(({ method, flags }) => [method, flags])).toEqual([
			['Built-In (Connected Model failed)', expect.arrayContaining(['model-invalid-key'])],
			['Built-In (Connected Model failed)', expect.arrayContaining(['model-invalid-key'])],
		]);
	});
});
