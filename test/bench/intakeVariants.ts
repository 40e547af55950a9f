import { setTimeout as sleep } from 'node:timers/promises';

import { zendesk } from '../demo/deliveries.ts';
import type { WorkflowJson } from '../n8n/types.ts';
import type { Rig } from '../support/rig.ts';

/** What the intake is measured with: the main workflow, and beside it what n8n does at least. */

export interface Sent {
	ticketKey: string;
	/** Milliseconds since 1970. */
	at: number;
	answerMs: number;
}

export interface Variant {
	name: string;
	send(): Promise<Sent>;
	/** Milliseconds from sending to the end of each, once all have ended. */
	ends(sent: readonly Sent[]): Promise<number[]>;
}

/** Longer than any backlog of these rates takes. */
const END_TIMEOUT_MS = 120_000;

let nextId = 500_000;

/** A ticket of Zendesk's that nobody has sent before, of the kind that most are. */
export function calmTicket() {
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

/** A ticket that alerts, of a customer of its own. */
export function criticalTicket(from: string) {
	nextId += 1;
	return zendesk({
		id: String(nextId),
		from,
		name: from,
		subject: "Our team's data disappeared",
		text: "All of our data has disappeared and we can't work.",
		expected: 'alerted',
	});
}

export async function deliver(rig: Rig, ticket: ReturnType<typeof zendesk>): Promise<Sent> {
	const at = Date.now();
	const started = performance.now();
	const response = await rig.deliver({ ...ticket, helpdesk: 'zendesk' });
	await response.text();
	if (response.status !== 200) throw new Error(`The trigger answered ${response.status}`);
	return { ticketKey: ticket.ticketKey ?? '', at, answerMs: performance.now() - started };
}

export function oursOf(rig: Rig): Variant {
	return {
		name: 'CS Alerts',
		send: async () => await deliver(rig, calmTicket()),
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

/**
 * n8n's own Webhook node that answers at once, and one No Operation node. n8n 2.41 spares the newer versions of this
 * node the expression engine that it starts for every other trigger's webhook; the first version it does not.
 */
export async function floorOf(rig: Rig, version: 1 | 2.1): Promise<Variant> {
	const path = `cs-alerts/bench-floor-${version === 1 ? 'any' : 'own'}`;
	const floor = await rig.n8n.importWorkflow(floorWorkflow(path, version));
	await rig.n8n.publish(floor.id);
	await rig.n8n.waitForWebhook(path, 'POST');
	return {
		name: version === 1 ? 'Any trigger and No Operation' : 'Webhook and No Operation',
		send: async () => {
			const ticket = calmTicket();
			const at = Date.now();
			const started = performance.now();
			const response = await fetch(rig.n8n.webhookUrl(path), {
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
			const runs = (await rig.n8n.runs(floor.id)).slice(0, sent.length);
			// Runs start in the order in which they were asked for.
			const stopped = runs
				.map(({ stoppedAt }) => Date.parse(stoppedAt ?? ''))
				.sort((a, b) => a - b);
			const asked = sent.map(({ at }) => at).sort((a, b) => a - b);
			return stopped.map((end, index) => end - (asked[index] ?? end));
		},
	};
}

function floorWorkflow(path: string, typeVersion: number): WorkflowJson {
	return {
		name: `Floor: ${path}`,
		nodes: [
			{
				id: 'floor-webhook',
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion,
				position: [0, 0],
				webhookId: path,
				parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
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
}
