/**
 * `npm run bench:intake`: how fast tickets get in and through. In one n8n stand the main workflow and,
 * as the floor, what n8n does at least: its own Webhook node that answers at once and one No Operation
 * node. Both get calm tickets, one at a time, at a steady rate and as fast as they are taken. Then the
 * CRM calls of 1,000 tickets that come in a burst are counted. The last line is JSON with the goals.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { zendesk } from '../demo/deliveries.ts';
import type { WorkflowJson } from '../n8n/types.ts';
import { startRig, type Rig } from '../support/rig.ts';
import { countCrmCalls } from './intakeCrm.ts';
import { percentile } from './percentile.ts';

const { values } = parseArgs({
	options: {
		/** Seconds of each steady rate. */
		seconds: { type: 'string', default: '30' },
		/** Seconds of the burst: as fast as answers come. */
		burst: { type: 'string', default: '60' },
		parallel: { type: 'string', default: '20' },
		'crm-tickets': { type: 'string', default: '1000' },
	},
});
const [seconds, burst, parallel, crmTickets] = [
	values.seconds,
	values.burst,
	values.parallel,
	values['crm-tickets'],
].map(Number) as [number, number, number, number];

const FLOOR_PATH = 'cs-alerts/bench-floor';
const FLOOR: WorkflowJson = {
	name: 'Floor: Webhook and No Operation',
	nodes: [
		{
			id: 'floor-webhook',
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2.1,
			position: [0, 0],
			webhookId: FLOOR_PATH,
			parameters: { httpMethod: 'POST', path: FLOOR_PATH, responseMode: 'onReceived', options: {} },
		},
		{
			id: 'floor-noop',
			name: 'No Operation',
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [220, 0],
			parameters: {},
		},
	],
	connections: { Webhook: { main: [[{ node: 'No Operation', type: 'main', index: 0 }]] } },
	settings: { executionOrder: 'v1' },
} as unknown as WorkflowJson;

interface Sent {
	ticketKey: string;
	/** Milliseconds since 1970. */
	at: number;
	answerMs: number;
}

interface Variant {
	name: string;
	send(): Promise<Sent>;
	/** Milliseconds from sending to the end of each, once all have ended. */
	ends(sent: readonly Sent[]): Promise<number[]>;
}

/** Longer than any backlog of these rates takes. */
const END_TIMEOUT_MS = 120_000;

let nextId = 500_000;

function calmTicket() {
	nextId += 1;
	return zendesk({
		id: String(nextId),
		from: `user${nextId % 40}@globex.example`,
		name: 'Mia Chen',
		subject: 'How do I add a colleague?',
		text: 'Hello, where can I invite a colleague to our workspace? Thank you!',
		expected: 'monitored',
	});
}

function oursOf(rig: Rig): Variant {
	return {
		name: 'CS Alerts',
		send: async () => {
			const ticket = calmTicket();
			const at = Date.now();
			const started = performance.now();
			const response = await rig.deliver({ ...ticket, helpdesk: 'zendesk' });
			await response.text();
			if (response.status !== 200) throw new Error(`The trigger answered ${response.status}`);
			return { ticketKey: ticket.ticketKey ?? '', at, answerMs: performance.now() - started };
		},
		ends: async (sent) => {
			const wanted = new Map(sent.map(({ ticketKey, at }) => [ticketKey, at]));
			const until = Date.now() + END_TIMEOUT_MS;
			while (Date.now() < until) {
				const rows = (await rig.log.all('messages')).filter(({ ticket_key }) =>
					wanted.has(String(ticket_key)),
				);
				const ended = rows.filter(({ ended_at }) => ended_at !== null);
				if (ended.length === wanted.size) {
					return ended.map(
						(row) => Number(row.ended_at) - (wanted.get(String(row.ticket_key)) ?? 0),
					);
				}
				await sleep(200);
			}
			throw new Error(`Not all of ${wanted.size} tickets ended within ${END_TIMEOUT_MS / 1000} s`);
		},
	};
}

function floorOf(rig: Rig, workflowId: string): Variant {
	return {
		name: 'Webhook and No Operation',
		send: async () => {
			const ticket = calmTicket();
			const at = Date.now();
			const started = performance.now();
			const response = await fetch(rig.n8n.webhookUrl(FLOOR_PATH), {
				method: 'POST',
				headers: { 'content-type': ticket.contentType },
				body: ticket.body,
			});
			await response.text();
			if (response.status !== 200) throw new Error(`The floor answered ${response.status}`);
			return { ticketKey: ticket.ticketKey ?? '', at, answerMs: performance.now() - started };
		},
		ends: async (sent) => {
			await rig.idle();
			const runs = (await rig.n8n.runs(workflowId)).slice(0, sent.length);
			// Runs start in the order in which they were asked for.
			const stopped = runs
				.map(({ stoppedAt }) => Date.parse(stoppedAt ?? ''))
				.sort((a, b) => a - b);
			const asked = sent.map(({ at }) => at).sort((a, b) => a - b);
			return stopped.map((end, index) => end - (asked[index] ?? end));
		},
	};
}

/** Sends at a steady rate, whether or not answers come. */
async function steadily(variant: Variant, perSecond: number, forSeconds: number): Promise<Sent[]> {
	const sending: Array<Promise<Sent>> = [];
	const started = performance.now();
	for (let index = 0; index < perSecond * forSeconds; index += 1) {
		await sleep(Math.max(0, started + (index * 1000) / perSecond - performance.now()));
		sending.push(variant.send());
	}
	return await Promise.all(sending);
}

/** Sends as fast as answers come, `parallel` at a time. */
async function burstOf(variant: Variant, forSeconds: number): Promise<Sent[]> {
	const until = performance.now() + forSeconds * 1000;
	const lanes = Array.from({ length: parallel }, async () => {
		const sent: Sent[] = [];
		while (performance.now() < until) sent.push(await variant.send());
		return sent;
	});
	return (await Promise.all(lanes)).flat();
}

function figuresOf(sent: readonly Sent[], ends: readonly number[]) {
	const answers = sent.map(({ answerMs }) => answerMs);
	const first = Math.min(...sent.map(({ at }) => at));
	const last = Math.max(...sent.map(({ at }, index) => at + (ends[index] ?? 0)));
	const round = (value: number) => Math.round(value * 10) / 10;
	return {
		tickets: sent.length,
		perSecond: round(sent.length / ((last - first) / 1000)),
		answerP50: round(percentile(answers, 0.5)),
		answerP95: round(percentile(answers, 0.95)),
		outcomeP50: round(percentile(ends, 0.5)),
		outcomeP95: round(percentile(ends, 0.95)),
	};
}
type Figures = ReturnType<typeof figuresOf>;

async function measure(variant: Variant, title: string, send: () => Promise<Sent[]>) {
	const sent = await send();
	const figures = figuresOf(sent, await variant.ends(sent));
	console.log(
		`${title.padEnd(12)} ${variant.name.padEnd(26)} ${String(figures.perSecond).padStart(6)} tickets/s` +
			`   answer p50 ${figures.answerP50} ms, p95 ${figures.answerP95} ms` +
			`   outcome p50 ${figures.outcomeP50} ms, p95 ${figures.outcomeP95} ms`,
	);
	return figures;
}

const rig = await startRig({
	onProgress: (line) => console.log(line),
	markIncidents: false,
});
let results: Record<string, Record<string, Figures>>;
try {
	const floorRef = await rig.n8n.importWorkflow(FLOOR);
	await rig.n8n.publish(floorRef.id);
	await rig.n8n.waitForWebhook(FLOOR_PATH, 'POST');
	const variants = { ours: oursOf(rig), floor: floorOf(rig, floorRef.id) };
	console.log(
		`\nEach rate for ${seconds} s, the burst for ${burst} s with ${parallel} at a time, in turns\n`,
	);
	for (const variant of Object.values(variants)) {
		const warm = await steadily(variant, 5, 4);
		await variant.ends(warm);
	}
	results = { one: {}, ten: {}, burst: {} };
	for (const [name, variant] of Object.entries(variants)) {
		results.one = {
			...results.one,
			[name]: await measure(variant, '1 a second', () => steadily(variant, 1, seconds)),
		};
	}
	for (const [name, variant] of Object.entries(variants)) {
		results.ten = {
			...results.ten,
			[name]: await measure(variant, '10 a second', () => steadily(variant, 10, seconds)),
		};
	}
	for (const [name, variant] of Object.entries(variants)) {
		results.burst = {
			...results.burst,
			[name]: await measure(variant, 'burst', () => burstOf(variant, burst)),
		};
	}
} finally {
	await rig.stop();
}
const crm = await countCrmCalls(crmTickets);
for (const { crm: name, calls, tickets, requesters, runs } of crm) {
	console.log(
		`${name.padEnd(12)} ${calls} calls for ${tickets} tickets of ${requesters} requesters in ${runs} runs`,
	);
}
const ratio = (a: number | undefined, b: number | undefined) =>
	Math.round(((a ?? Number.NaN) / (b ?? Number.NaN)) * 100) / 100;
const figures = {
	answerP95ToFloor: ratio(results.one?.ours?.answerP95, results.one?.floor?.answerP95),
	burstToFloor: ratio(results.burst?.ours?.perSecond, results.burst?.floor?.perSecond),
	loneOutcomeToFloor: ratio(results.one?.ours?.outcomeP50, results.one?.floor?.outcomeP50),
	crmCallsPer1000: Math.max(...crm.map(({ calls, tickets }) => (calls / tickets) * 1000)),
};
const goals = {
	answerP95ToFloor: 1.3,
	burstToFloor: 1.8,
	loneOutcomeToFloor: 2,
	crmCallsPer1000: 20,
};
console.log(JSON.stringify({ ...figures, goals, ...results, crm }));
process.exit(0);
