/**
 * `npm run bench:pipeline`: what our four nodes cost in a running n8n. The main template and a copy
 * with the four nodes replaced by n8n's No Operation node get the same quiet tickets in turns, in one
 * n8n, and the throughputs are printed with their ratio. Quiet tickets, since most tickets are, and
 * since they take the same way through both.
 */
import { parseArgs } from 'node:util';

import { zendesk } from '../demo/deliveries.ts';
import type { WorkflowJson } from '../n8n/types.ts';
import { readTemplate, startRig, type Rig } from '../support/rig.ts';

const { values } = parseArgs({
	options: {
		tickets: { type: 'string', default: '150' },
		rounds: { type: 'string', default: '3' },
		parallel: { type: 'string', default: '10' },
	},
});
const [tickets, rounds, parallel] = [values.tickets, values.rounds, values.parallel].map(
	Number,
) as [number, number, number];

const MAIN = 'ticket-to-cs-alert-zendesk.json';
const FLOOR_PATH = 'cs-alerts/bench-floor';
const GATE = 'Threshold Gate';

/** The main template without our nodes; all that comes out of the gate's stand-in is logged as quiet. */
function floorOf(template: WorkflowJson): WorkflowJson {
	const connections = structuredClone(template.connections) as Record<
		string,
		{ main: unknown[][] }
	>;
	connections[GATE] = { main: [connections[GATE]?.main[2] ?? []] };
	return {
		...template,
		name: 'Floor: No Operation nodes',
		nodes: template.nodes.map((node) => {
			if (node.type === 'n8n-nodes-base.webhook') {
				return {
					...node,
					webhookId: FLOOR_PATH,
					parameters: { ...node.parameters, path: FLOOR_PATH },
				};
			}
			return node.type.startsWith('n8n-nodes-cs-alerts.')
				? { ...node, type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} }
				: node;
		}),
		connections,
	};
}

let nextId = 100_000;

/** Sends the tickets, waits until n8n has done with them, and gives executions a second and each one's milliseconds. */
async function load(rig: Rig, path: string, workflowId: string, count: number) {
	const started = Date.now();
	let sent = 0;
	await Promise.all(
		Array.from({ length: parallel }, async () => {
			while (sent < count) {
				sent += 1;
				const { body, contentType } = zendesk({
					id: String(nextId++),
					from: `user${sent % 40}@globex.example`,
					name: 'Mia Chen',
					subject: 'How do I add a colleague?',
					text: 'Hello, where can I invite a colleague to our workspace? Thank you!',
					expected: 'monitored',
				});
				const response = await fetch(rig.n8n.webhookUrl(path), {
					method: 'POST',
					headers: { 'content-type': contentType },
					body,
				});
				if (!response.ok) throw new Error(`${path} answered ${response.status}`);
			}
		}),
	);
	await rig.idle();
	const runs: Array<{ startedAt: string; stoppedAt: string; status: string }> = [];
	for (let cursor: string | undefined; runs.length < count; ) {
		const page = await rig.n8n.api<{ data: typeof runs; nextCursor?: string }>(
			'GET',
			'/executions',
			{
				query: { workflowId, limit: '100', ...(cursor && { cursor }) },
			},
		);
		runs.push(...page.data);
		cursor = page.nextCursor;
		if (cursor === undefined) break;
	}
	const mine = runs.slice(0, count);
	const failed = mine.filter(({ status }) => status !== 'success').length;
	if (failed > 0) throw new Error(`${failed} of ${count} executions of ${path} failed`);
	const end = Math.max(...mine.map(({ stoppedAt }) => Date.parse(stoppedAt)));
	return {
		perSecond: count / ((end - started) / 1000),
		milliseconds: mine.map((run) => Date.parse(run.stoppedAt) - Date.parse(run.startedAt)),
	};
}

const percentile = (values: number[], share: number) => {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
};
const median = (values: number[]) => percentile(values, 0.5);

const rig = await startRig({ onProgress: (line) => console.log(line) });
try {
	const floor = await rig.n8n.importWorkflow(floorOf(readTemplate(MAIN)));
	await rig.n8n.publish(floor.id);
	await rig.n8n.waitForWebhook(FLOOR_PATH, 'POST');
	const variants = [
		{
			name: 'with the four nodes',
			path: 'cs-alerts/zendesk',
			id: rig.workflows[MAIN].id,
			results: [] as Array<Awaited<ReturnType<typeof load>>>,
		},
		{
			name: 'No Operation floor',
			path: FLOOR_PATH,
			id: floor.id,
			results: [] as Array<Awaited<ReturnType<typeof load>>>,
		},
	];
	for (const { path, id } of variants) await load(rig, path, id, Math.min(30, tickets));
	for (let round = 0; round < rounds; round += 1) {
		for (const { path, id, results } of variants) results.push(await load(rig, path, id, tickets));
	}
	console.log(`\n${rounds} rounds of ${tickets} tickets, ${parallel} at a time, in turns\n`);
	for (const { name, results } of variants) {
		const rates = results.map(({ perSecond }) => perSecond);
		const times = results.flatMap(({ milliseconds }) => milliseconds);
		console.log(
			`${name.padEnd(20)}  ${median(rates).toFixed(1)} executions/s (${Math.min(...rates).toFixed(1)}–${Math.max(...rates).toFixed(1)})   p50 ${percentile(times, 0.5)} ms   p95 ${percentile(times, 0.95)} ms`,
		);
	}
	const ratios = (variants[0]?.results ?? []).map(
		({ perSecond }, index) => perSecond / (variants[1]?.results[index]?.perSecond ?? Number.NaN),
	);
	console.log(
		`ratio                 ${median(ratios).toFixed(2)} of the floor (${ratios.map((ratio) => ratio.toFixed(2)).join(', ')})`,
	);
} finally {
	await rig.stop();
}
