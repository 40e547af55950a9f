import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { outputOf } from '../n8n/client.ts';
import type { Execution } from '../n8n/types.ts';
import { answerLinksIn, openPage } from '../support/answers.ts';
import { startHelpdeskRig } from '../support/helpdeskRig.ts';
import { webhookPath } from '../support/rig.ts';

let rig: Awaited<ReturnType<typeof startHelpdeskRig>>;

beforeAll(async () => {
	rig = await startHelpdeskRig();
	await until(() => rig.zendesk.triggers.size > 0);
});
afterAll(async () => {
	await rig?.stop();
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	for (const end = Date.now() + 30_000; Date.now() < end && !(await holds()); ) await sleep(100);
}

/** The same n8n under another name. */
const movedTo = () => `http://localhost:${new URL(rig.rig.server.url).port}`;

/** Lets Zendesk tell of a new customer in trouble; the links of the alert that follows. */
async function linksOfNewAlert(domain: string): Promise<string[]> {
	const { desk } = rig.zendesk;
	const requester = desk.addUser({ name: 'Mia', email: `mia@${domain}` });
	const seen = rig.outbox.messages.length;
	desk.addTicket({
		subject: `Trouble at ${domain}`,
		body: 'All of our data has disappeared since this morning and nobody answers. We want to cancel our contract.',
		requester,
	});
	const alert = await rig.outbox.waitFor(
		(message) => message.id > seen && JSON.stringify(message).includes(`Trouble at ${domain}`),
		30_000,
	);
	return answerLinksIn(alert).map(([, url]) => url);
}

/** Stops n8n, and starts it at another address. */
async function startAtNewAddress(meanwhile = async () => {}): Promise<void> {
	await rig.rig.server.stop();
	await meanwhile();
	await rig.rig.restart({ N8N_WEBHOOK_URL: `${movedTo()}/` });
	await rig.n8n.waitForWebhook('cs-alerts/answer', 'GET');
}

const zendeskGoesTo = () => [...rig.zendesk.webhooks.values()].map(({ endpoint }) => endpoint);

async function expectLinksToNewAddress(links: readonly string[]): Promise<void> {
	expect(links.length).toBeGreaterThan(0);
	for (const link of links) expect(link).toContain(`${movedTo()}/webhook/cs-alerts/answer?token=`);
	expect((await openPage(links[0] ?? '')).status).toBe(200);
}

describe('n8n that starts again with another N8N_WEBHOOK_URL', () => {
	it('has Zendesk post there, and alerts link there', async () => {
		const before = await linksOfNewAlert('acme.example');
		expect(before[0]).toContain(rig.n8n.webhookUrl('cs-alerts/answer'));
		const registered = [...rig.zendesk.webhooks.keys()];
		await startAtNewAddress();
		const moved = `${movedTo()}/webhook/${webhookPath('zendesk')}`;
		await until(() => zendeskGoesTo()[0] === moved);
		expect(zendeskGoesTo()).toEqual([moved]);
		expect([...rig.zendesk.webhooks.keys()]).toEqual(registered);
		await expectLinksToNewAddress(await linksOfNewAlert('globex.example'));
	});

	it('and with a new log links all the same, and registers at Zendesk anew', async () => {
		const folder = join(rig.rig.server.userFolder, '.n8n', 'cs-alerts');
		const known = [...rig.zendesk.webhooks.keys()];
		await startAtNewAddress(async () => await rm(folder, { recursive: true }));
		await until(() => rig.zendesk.triggers.size === 2);
		// What the lost log knew of is left to an admin: nobody can tell any more whose it is.
		expect([...rig.zendesk.webhooks.keys()]).toEqual([...known, expect.any(String)]);
		await expectLinksToNewAddress(await linksOfNewAlert('initech.example'));
	});
});

describe('somebody who tries an answer in the editor', () => {
	it('gets a run with what was answered at the test URL', async () => {
		const { id } = rig.workflows['cs-alerts.json'];
		const name = 'CS Alert Responses';
		await rig.n8n.rest('POST', `/workflows/${id}/run`, { body: { triggerToStartFrom: { name } } });
		const answered = await fetch(`${rig.rig.server.url}/webhook-test/cs-alerts/answer`, {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: 'token=sample&action=acknowledge',
		});
		expect(answered.status).toBe(200);
		let run: Execution | undefined;
		await until(async () => {
			run = (await rig.n8n.executions(id)).find(({ mode }) => mode === 'manual');
			return run?.status === 'success';
		});
		expect(run && outputOf(run, name)).toMatchObject([
			{ response: { action: 'acknowledge', alertId: 'sample', isTest: true } },
		]);
	});
});
