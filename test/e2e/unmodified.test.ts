import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { DELIVERIES } from '../demo/deliveries.ts';
import { startRig, type Rig } from '../support/rig.ts';

let rig: Rig;

beforeAll(async () => {
	rig = await startRig({ connectChannels: false });
});
afterAll(async () => {
	await rig?.stop();
});

it('the templates as imported, with no credential anywhere, bring an alert into the outbox table', async () => {
	const delivery = DELIVERIES.find(({ ticketKey }) => ticketKey === 'zendesk:northwind:4811');
	if (delivery === undefined) throw new Error('The demo has no ticket 4811');
	const { path, contentType, body } = delivery;
	const response = await fetch(rig.n8n.webhookUrl(path), {
		method: 'POST',
		headers: { 'content-type': contentType },
		body,
	});
	expect(response.status).toBe(200);
	await sleep(500);
	await rig.idle();
	const [alert] = await rig.n8n.rows('cs_alert_outbox');
	expect(alert).toMatchObject({
		kind: 'alert',
		ticket_key: 'zendesk:northwind:4811',
		// The owner's channel, as no Slack ID is known.
		recipient: '#cs-alerts',
	});
	expect(String(alert?.body)).toContain('Recommended action: Book a call within 24 hours');
	const [row] = await rig.n8n.rows('cs_ticket_log');
	expect(row).toMatchObject({ state: 'alerted', channel: 'outbox' });
	expect(rig.outbox.messages).toEqual([]);
});

it('a ticket that cannot be logged is refused, so that the helpdesk sends it again', async () => {
	const { id } = await rig.n8n.dataTable('cs_ticket_log');
	await rig.n8n.api('DELETE', `/data-tables/${id}`);
	const delivery = DELIVERIES[0];
	if (delivery === undefined) throw new Error('The demo sends nothing');
	const { path, contentType, body } = delivery;
	const response = await fetch(rig.n8n.webhookUrl(path), {
		method: 'POST',
		headers: { 'content-type': contentType },
		body,
	});
	expect(response.status).toBe(503);
	expect(await response.text()).toContain('CS Alerts Setup');
});
