/**
 * `npm run bench:intake`: how fast tickets get in and through. In one n8n stand the main workflow and, as floors, what
 * n8n does at least: a webhook that answers at once and one No Operation node. All get calm tickets, one at a time, at a
 * steady rate and as fast as they are taken. Then how soon alerts are in Slack or mail at 5 tickets a second, and the
 * CRM calls of 1,000 tickets that come in a burst. The last line is JSON with the goals.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { startRig } from '../support/rig.ts';
import { alertTimes } from './intakeAlerts.ts';
import { countCrmCalls } from './intakeCrm.ts';
import { floorOf, oursOf, type Sent, type Variant } from './intakeVariants.ts';
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
		`${title.padEnd(12)} ${variant.name.padEnd(29)} ${String(figures.perSecond).padStart(6)} tickets/s` +
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
let alerts: Awaited<ReturnType<typeof alertTimes>>;
try {
	const variants = {
		ours: oursOf(rig),
		floor: await floorOf(rig, 2.1),
		anyTrigger: await floorOf(rig, 1),
	};
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
	alerts = await alertTimes(rig, seconds);
	console.log(
		`alerts       ${alerts.alerts} among ${alerts.tickets} tickets at 5 a second   in Slack or mail p50 ${alerts.p50} ms, p95 ${alerts.p95} ms after the webhook call`,
	);
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
	burstToAnyTrigger: ratio(results.burst?.ours?.perSecond, results.burst?.anyTrigger?.perSecond),
	loneOutcomeToAnyTrigger: ratio(
		results.one?.ours?.outcomeP50,
		results.one?.anyTrigger?.outcomeP50,
	),
	alertP95: alerts.p95,
	crmCallsPer1000: Math.max(...crm.map(({ calls, tickets }) => (calls / tickets) * 1000)),
};
const goals = {
	answerP95ToFloor: 1.3,
	burstToFloor: 1.8,
	loneOutcomeToFloor: 2,
	burstToAnyTrigger: 1.8,
	loneOutcomeToAnyTrigger: 2,
	alertP95: 2000,
	crmCallsPer1000: 20,
};
console.log(JSON.stringify({ ...figures, goals, ...results, alerts, crm }));
process.exit(0);
