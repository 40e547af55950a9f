/**
 * `npm run bench:pipeline`: what our nodes cost in a running n8n. The main workflow and a copy whose
 * Sentiment Score, Account Lookup, Threshold Gate and Record Decision are n8n's No Operation node get
 * the same quiet tickets in turns, in one n8n, and the throughputs are printed with their ratio. Both
 * have our trigger, since nothing comes in without it; in the copy it ends each ticket as "done".
 * Quiet tickets, since most tickets are, and since nothing is sent for them.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { zendesk } from '../demo/deliveries.ts';
import type { WorkflowJson, WorkflowNode } from '../n8n/types.ts';
import { proofOf } from '../support/connect.ts';
import type { LogRow } from '../support/logRows.ts';
import { startRig, webhookPath, type Rig } from '../support/rig.ts';
import { percentile } from './percentile.ts';

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

const MAIN = 'cs-alerts.json';
const FLOOR_PATH = 'cs-alerts/bench-floor';
const TRIGGER = 'Zendesk Tickets';
const GATE = 'Threshold Gate';
const COMPARED = ['Sentiment Score', 'Account Lookup', GATE, 'Record Decision'];

/** The main workflow with nodes that do nothing in the place of ours; all goes the way of quiet tickets. */
function floorOf(workflow: WorkflowJson): WorkflowJson {
	const connections = structuredClone(workflow.connections) as Record<
		string,
		{ main: unknown[][] }
	>;
	connections[GATE] = { main: [connections[GATE]?.main[2] ?? []] };
	const replace = (node: WorkflowNode): WorkflowNode => {
		if (node.name === TRIGGER) {
			const parameters = { ...node.parameters, options: { path: FLOOR_PATH } };
			return { ...node, webhookId: FLOOR_PATH, parameters };
		}
		if (COMPARED.includes(node.name)) {
			return { ...node, type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
		}
		// The main workflow sends already, and the other helpdesks' webhooks are taken.
		return { ...node, disabled: node.disabled === true || node.type.endsWith('Trigger') };
	};
	return {
		...workflow,
		name: 'Floor: No Operation nodes',
		nodes: workflow.nodes.map(replace),
		connections,
	};
}

let nextId = 100_000;

const PATIENCE_MS = 120_000;

/** The rows of the tickets from a number on, as soon as all have ended. */
async function endedRows({ log }: Rig, first: number, count: number): Promise<LogRow[]> {
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		const rows = (await log.all('messages')).filter(({ ticket_id }) => Number(ticket_id) >= first);
		const ended = rows.filter(({ state }) => state === 'monitored' || state === 'done').length;
		if (ended === count && rows.length === count) return rows;
		if (Date.now() > deadline) {
			throw new Error(`${ended} of ${count} tickets ended, ${rows.length} were logged`);
		}
		await sleep(200);
	}
}

/** Sends the tickets, waits until all have ended, and gives tickets a second and each one's milliseconds. */
async function load(rig: Rig, path: string, count: number) {
	const first = nextId;
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
					headers: { 'content-type': contentType, ...proofOf('zendesk', body, rig.secrets) },
					body,
				});
				if (!response.ok) throw new Error(`${path} answered ${response.status}`);
			}
		}),
	);
	const rows = await endedRows(rig, first, count);
	const end = Math.max(...rows.map(({ ended_at }) => Number(ended_at)));
	return {
		perSecond: count / ((end - started) / 1000),
		milliseconds: rows.map(({ received_at, ended_at }) => Number(ended_at) - Number(received_at)),
	};
}

const median = (numbers: number[]) => percentile(numbers, 0.5);

const rig = await startRig({ onProgress: (line) => console.log(line) });
try {
	const floor = await rig.n8n.importWorkflow(
		floorOf(await rig.n8n.workflow(rig.workflows[MAIN].id)),
	);
	await rig.n8n.publish(floor.id);
	await rig.n8n.waitForWebhook(FLOOR_PATH, 'POST');
	const results = () => [] as Array<Awaited<ReturnType<typeof load>>>;
	const variants = [
		{ name: 'with the four nodes', path: webhookPath('zendesk'), results: results() },
		{ name: 'No Operation floor', path: FLOOR_PATH, results: results() },
	];
	for (const { path } of variants) await load(rig, path, Math.min(30, tickets));
	for (let round = 0; round < rounds; round += 1) {
		for (const { path, results } of variants) results.push(await load(rig, path, tickets));
	}
	console.log(`\n${rounds} rounds of ${tickets} tickets, ${parallel} at a time, in turns\n`);
	for (const { name, results } of variants) {
		const rates = results.map(({ perSecond }) => perSecond);
		const times = results.flatMap(({ milliseconds }) => milliseconds);
		console.log(
			`${name.padEnd(20)}  ${median(rates).toFixed(1)} tickets/s (${Math.min(...rates).toFixed(1)}–${Math.max(...rates).toFixed(1)})   from logged to ended: p50 ${percentile(times, 0.5)} ms   p95 ${percentile(times, 0.95)} ms`,
		);
	}
	const ratios = (variants[0]?.results ?? []).map(
		({ perSecond }, index) => perSecond / (variants[1]?.results[index]?.perSecond ?? Number.NaN),
	);
	console.log(
		`ratio                 ${median(ratios).toFixed(2)} of the floor (${ratios.map((ratio) => ratio.toFixed(2)).join(', ')})`,
	);
	const ratio = Number(median(ratios).toFixed(2));
	console.log(JSON.stringify({ ratio, goals: { ratio: 0.9 }, ratios, tickets, rounds }));
} finally {
	await rig.stop();
}
