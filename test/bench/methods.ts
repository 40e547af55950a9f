/**
 * What a model costs in time: the Sentiment Score node in a real n8n, against a stand-in that takes as long to answer
 * as a model does, beside the ideal for the concurrency set.
 * Usage: npm run bench:methods -- [tickets] [latency in ms]
 */
import { N8nClient, outputOf } from '../n8n/client.ts';
import { ensureN8n } from '../n8n/install.ts';
import { packPack } from '../n8n/pack.ts';
import { startN8n } from '../n8n/server.ts';
import { workflowOf } from '../support/crmRig.ts';
import { API_KEY, answerWith, startOpenAi } from '../support/openai/server.ts';

const [ticketCount = 1000, latencyMs = 300] = process.argv.slice(2).map(Number);

const tickets = Array.from({ length: ticketCount }, (_, index) => ({
	ticket: {
		key: `zendesk:acme:${index}`,
		subject: `Export number ${index}`,
		body: 'The nightly export to Salesforce has failed again. We need it for the board on Friday, and nobody answers.',
	},
}));

const openAi = await startOpenAi();
openAi.latencyMs = latencyMs;
openAi.say = () => ({ content: answerWith({ quotes: ['nobody answers'] }) });
const install = await ensureN8n({ onProgress: (line) => console.log(line) });
const server = await startN8n({ install, packs: [await packPack()] });
try {
	const n8n = await N8nClient.login(server);
	const credential = await n8n.createCredential('OpenAI', 'openAiApi', {
		apiKey: API_KEY,
		url: openAi.url,
	});

	const measure = async (method: 'builtIn' | 'openAi', concurrency?: number) => {
		openAi.requests.length = 0;
		openAi.mostAtOnce = 0;
		const { id } = await n8n.importWorkflow(
			workflowOf(`${method} ${concurrency ?? ''}`, tickets, [
				{
					name: 'Score',
					type: 'n8n-nodes-cs-alerts.sentimentScore',
					typeVersion: 1,
					parameters: { method, ...(concurrency && { options: { concurrency } }) },
					...(concurrency && { credentials: { openAiApi: credential } }),
				},
			]),
		);
		const run = await n8n.runManually(id, 'Run', 600_000);
		const failed = run.data?.resultData.error?.message;
		if (failed !== undefined) throw new Error(failed);
		const took = run.data?.resultData.runData.Score?.[0]?.executionTime ?? 0;
		const results = outputOf(run, 'Score').map(({ sentiment }) => sentiment);
		const byModel = results.filter((result) => (result as { method: string }).method === 'OpenAI');
		const ideal = concurrency && Math.ceil(ticketCount / concurrency) * latencyMs;
		return {
			method,
			...(concurrency && { concurrency, 'most at once': openAi.mostAtOnce }),
			'tickets out': results.length,
			'by the model': byModel.length,
			ms: took,
			...(ideal && {
				'ideal ms': ideal,
				'over ideal %': Number((100 * (took / ideal - 1)).toFixed(1)),
			}),
			'tickets/s': Math.round((1000 * ticketCount) / took),
		};
	};

	console.log(`${ticketCount} tickets, model latency ${latencyMs} ms`);
	// The first run loads and compiles what all runs share.
	await measure('builtIn');
	const rows = [await measure('builtIn')];
	for (const concurrency of [5, 20, 50]) rows.push(await measure('openAi', concurrency));
	console.table(rows);
} finally {
	await server.stop();
	await openAi.close();
}
