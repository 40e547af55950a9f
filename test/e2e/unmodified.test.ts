import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, afterEach, expect, it } from 'vitest';

import { DELIVERIES } from '../demo/deliveries.ts';
import { proofOf } from '../support/connect.ts';
import { startRig, webhookPath, type Rig } from '../support/rig.ts';

let rig: Rig | undefined;

const stop = async () => {
	await rig?.stop();
	rig = undefined;
};
afterEach(stop);
afterAll(stop);

const alerting = DELIVERIES.find(({ ticketKey }) => ticketKey?.endsWith(':4811'));

it('the templates as imported can be published, and take nothing in before a helpdesk is connected', async () => {
	rig = await startRig({ connectHelpdesks: false, connectChannels: false });
	const published = (await rig.n8n.workflows()).filter(({ active }) => active);
	expect(published.map(({ name }) => name).sort()).toEqual(['CS Alerts', 'CS Alerts Reports']);
	const response = await fetch(rig.n8n.webhookUrl(webhookPath('zendesk')), { method: 'POST' });
	expect(response.status).toBe(404);
	for (const { id, name } of Object.values(rig.workflows)) {
		const { description } = await rig.n8n.workflow(id);
		expect(description, name).toMatch(/\w+ \w+/);
	}
});

it('with no channel connected an alert, here of a signed delivery, is undelivered at once and says why', async () => {
	rig = await startRig({ connectChannels: false, zendeskAuthentication: 'signature' });
	if (alerting === undefined) throw new Error('The demo has no ticket 4811');
	const { helpdesk, body } = alerting;
	const anHourAgo = new Date(Date.now() - 3_600_000);
	const stale = proofOf(helpdesk, body, rig.secrets, anHourAgo);
	expect((await rig.deliver(alerting, stale)).status).toBe(401);
	expect((await rig.deliver(alerting)).status).toBe(200);
	const key = alerting.ticketKey ?? '';
	for (let tries = 0; tries < 200; tries += 1) {
		const [delivery] = await rig.log.deliveriesOf(key);
		if (delivery?.state === 'undelivered') break;
		await sleep(50);
	}
	const [message] = await rig.log.messagesOf(key);
	const [delivery] = await rig.log.deliveriesOf(key);
	expect(message).toMatchObject({ state: 'alerting', ended_at: null });
	expect(delivery).toMatchObject({ state: 'undelivered', attempt: 3 });
	expect(delivery?.last_error).toContain('the node "Send Email" is disabled');
	expect(delivery?.due_at).toBeGreaterThan(Date.now());
	expect(rig.outbox.messages).toEqual([]);
	// The admin sees a red execution, not a success.
	await rig.idle();
	const executions = await rig.n8n.executions(rig.workflows['cs-alerts.json'].id);
	expect(executions.map(({ status }) => status)).toContain('error');
});

it('with email alone connected, Try It reaches the fallback owner at once, and once more when run again', async () => {
	rig = await startRig({ connectHelpdesks: false });
	const { n8n, workflows, outbox } = rig;
	const { id } = workflows['cs-alerts.json'];
	const { nodes } = await n8n.workflow(id);
	await n8n.updateWorkflow(id, {
		nodes: nodes.map((node) =>
			node.type === 'n8n-nodes-base.slack' ? { ...node, disabled: true } : node,
		),
	});
	await n8n.publish(id);
	for (const count of [1, 2]) {
		expect(await n8n.runManually(id, 'Try It')).toMatchObject({ status: 'success' });
		await expect.poll(() => outbox.messages, { timeout: 30_000 }).toHaveLength(count);
		expect(outbox.messages.at(-1)).toMatchObject({
			kind: 'email',
			to: ['cs-team@cs-team.example'],
			text: expect.stringContaining('Dana Reyes is a sample') as string,
		});
	}
});
