import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { SlackMessage } from '../outbox/types.ts';
import { startHelpdeskRig } from '../support/helpdeskRig.ts';

const ANGRY =
	'All of our data has disappeared since this morning and nobody answers. We want to cancel our contract.';
const CLOSED = 'The helpdesk solved the ticket and the customer was not unhappy since';
const WAIT_MS = 30_000;

let rig: Awaited<ReturnType<typeof startHelpdeskRig>>;

beforeAll(async () => {
	rig = await startHelpdeskRig();
	// Publishing answers before the triggers have started.
	await until(() => rig.zendesk.triggers.size > 0, 'Zendesk to know the trigger');
});
afterAll(async () => {
	await rig?.stop();
});

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
	for (const end = Date.now() + WAIT_MS; !(await holds()); await sleep(100)) {
		if (Date.now() > end) throw new Error(`Waited ${WAIT_MS / 1000} s for ${what}`);
	}
}

const textOf = ({ blocks }: SlackMessage) => JSON.stringify(blocks);

describe('an alert whose ticket Zendesk solves, in a real n8n', () => {
	it('ends once no ticket of it is open, and its message in Slack says so', async () => {
		const { desk } = rig.zendesk;
		const agent = desk.addUser({ name: 'Ann', email: 'ann@northwind.example', role: 'agent' });
		const jo = desk.addUser({ name: "Jo O'Neil", email: 'jo.oneil@acme.example' });
		const first = desk.addTicket({ subject: 'Data gone', body: ANGRY, requester: jo });
		const sent = await rig.outbox.waitFor(({ kind }) => kind === 'slack', WAIT_MS);
		if (sent.kind !== 'slack') throw new Error('It is no message of Slack');
		await rig.idle();
		const second = desk.addTicket({ subject: 'Still gone', body: ANGRY, requester: jo });
		await until(() => sent.edits > 0, 'the second ticket to join the alert');
		await rig.idle();
		const alert = async () => (await rig.log.all('alerts'))[0];

		desk.solve(first, agent);
		await rig.zendesk.deliveries.settled();
		await rig.idle();
		expect(await alert()).toMatchObject({ state: 'open', messages: 2 });
		expect(textOf(sent)).not.toContain('Closed');

		const { edits } = sent;
		desk.addComment(second, { author: agent, body: 'It is all back. We are sorry.' });
		desk.solve(second, agent);
		await until(async () => (await alert())?.state === 'closed', 'the alert to end');
		await until(() => sent.edits > edits, 'the message to be edited');
		expect(await alert()).toMatchObject({ closed_reason: CLOSED, closed_by: null });
		expect(textOf(sent)).toContain(`🏁 Closed: ${CLOSED}`);
		expect(textOf(sent)).not.toContain('cs_acknowledge');
		expect(await rig.log.all('follow_ups')).toEqual([]);
	});

	it('has another message open a new alert', async () => {
		const { desk } = rig.zendesk;
		const jo = desk.addUser({ name: 'Jo', email: 'jo@acme.example' });
		const before = rig.outbox.messages.length;
		desk.addTicket({ subject: 'Gone again', body: ANGRY, requester: jo });
		await until(async () => (await rig.log.all('alerts')).length === 2, 'a new alert');
		await until(() => rig.outbox.messages.length > before, 'its message');
		const states = (await rig.log.all('alerts')).map(({ state }) => state);
		expect(states).toEqual(['closed', 'open']);
	});
});
