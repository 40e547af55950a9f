import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DELIVERIES, zendesk, type Delivery } from '../demo/deliveries.ts';
import type { Row, WorkflowJson } from '../n8n/types.ts';
import { startRig, type Rig, type TemplateFile } from '../support/rig.ts';

let rig: Rig;

/** Recover Tickets waits ten minutes before it calls a row stuck; the tests do not. */
export function withoutWaiting(file: TemplateFile, template: WorkflowJson): WorkflowJson {
	if (file !== 'recover-tickets.json') return template;
	const text = JSON.stringify(template).replace('minutes: 10', 'minutes: 0');
	return JSON.parse(text) as WorkflowJson;
}

const send = async (delivery: Delivery) =>
	await fetch(rig.n8n.webhookUrl(delivery.path), {
		method: 'POST',
		headers: { 'content-type': delivery.contentType },
		body: delivery.body,
	});

const rowsOf = async (ticketKey: string): Promise<Row[]> =>
	await rig.n8n.rows('cs_ticket_log', {
		filters: [{ columnName: 'ticket_key', condition: 'like', value: `${ticketKey}%` }],
	});

async function rowOnce(ticketKey: string, isDone: (row: Row) => boolean): Promise<Row> {
	const deadline = Date.now() + 20_000;
	let row: Row | undefined;
	while (Date.now() < deadline) {
		[row] = await rowsOf(ticketKey);
		if (row !== undefined && isDone(row)) return row;
		await sleep(50);
	}
	throw new Error(`${ticketKey} is ${JSON.stringify(row)} after 20 s`);
}

const ended = async (ticketKey: string) =>
	await rowOnce(ticketKey, ({ state }) => state !== 'received');

const recover = async () =>
	await rig.n8n.runManually(rig.workflows['recover-tickets.json'].id, 'Recover Now');

const critical = (id: string, from = 'jo.oneil@acme.example') =>
	zendesk({
		id,
		from,
		name: "Jo O'Neil",
		subject: "Our team's data disappeared",
		text: "All of our data has disappeared and we can't work.",
		expected: 'alerted',
	});

beforeAll(async () => {
	rig = await startRig({ adapt: withoutWaiting });
});
afterAll(async () => {
	await rig?.stop();
});

describe('tickets of three helpdesks', () => {
	it.each(DELIVERIES.map((delivery) => [delivery.title, delivery] as const))(
		'%s',
		async (_title, delivery) => {
			const response = await send(delivery);
			expect(response.status).toBe(delivery.answer);
			if (delivery.ticketKey === undefined) return;
			const row = await ended(delivery.ticketKey);
			expect({ state: row.state, reason: row.reason }).toEqual({
				state: delivery.expected,
				reason: expect.stringMatching(/\w/),
			});
		},
	);

	it('left one row for each ticket and nothing for what is none', async () => {
		const keys = new Set(DELIVERIES.flatMap(({ ticketKey }) => ticketKey ?? []));
		expect(await rig.n8n.rows('cs_ticket_log')).toHaveLength(keys.size);
	});

	it('sent one message for each alert, to the channel the owner prefers', () => {
		const alerts = DELIVERIES.filter(({ expected, isAgain }) => expected === 'alerted' && !isAgain);
		expect(rig.outbox.messages).toHaveLength(alerts.length);
		expect(new Set(rig.outbox.messages.map(({ kind }) => kind))).toEqual(
			new Set(['slack', 'email']),
		);
	});

	it('wrote the alert as a person reads it, with a button to the ticket', () => {
		const alert = rig.outbox.messages.find(
			(message) =>
				message.kind === 'slack' && JSON.stringify(message.blocks).includes('/tickets/4811'),
		);
		const text = JSON.stringify(alert);
		expect(text).toContain('Acme Corp — Health: 58/100, down 14 pts this week');
		expect(text).toContain('Renewal in 28 days');
		expect(text).toContain('MRR $3,200');
		expect(text).toContain('Book a call within 24 hours');
		expect(text).toContain('https://northwind.zendesk.com/agent/tickets/4811');
	});

	it('counted the earlier ticket of the account as a risk factor', () => {
		const second = rig.outbox.messages.find((message) =>
			JSON.stringify(message).includes('215474'),
		);
		expect(JSON.stringify(second)).toContain('2nd frustrated ticket within 30 days');
	});

	it('let no customer text act as a mention or as HTML', () => {
		const hostile = rig.outbox.messages.filter((message) =>
			JSON.stringify(message).includes('917'),
		);
		expect(hostile).not.toHaveLength(0);
		for (const message of hostile) {
			if (message.kind === 'slack') expect(message.text).not.toContain('<!channel>');
			else expect(message.html).not.toContain('<script>');
		}
	});

	it('kept no customer text of tickets that have ended', async () => {
		const rows = await rig.n8n.rows('cs_ticket_log');
		const kept = rows.filter(({ state, ticket }) => state !== 'skipped' && ticket !== null);
		expect(kept.map(({ ticket_key }) => ticket_key)).toEqual([]);
	});
});

describe('a rule that sends its placeholders unfilled', () => {
	it('is told so each time, and never taken for one ticket', async () => {
		for (const attempt of [1, 2]) {
			const response = await send(critical('{{ticket.id}}'));
			expect([attempt, response.status]).toEqual([attempt, 422]);
		}
		const rows = await rowsOf('zendesk:northwind:unreadable-');
		expect(rows.length).toBeGreaterThanOrEqual(2);
		expect(await rowsOf('zendesk:northwind:{{')).toEqual([]);
	});
});

describe('the same ticket, ten times at the same instant', () => {
	it('alerts once and leaves one row', async () => {
		const before = rig.outbox.messages.length;
		const delivery = critical('6001');
		const answers = await Promise.all(
			Array.from({ length: 10 }, async () => (await send(delivery)).status),
		);
		expect(new Set(answers)).toEqual(new Set([200]));
		await ended('zendesk:northwind:6001');
		await rig.idle();
		expect(await rowsOf('zendesk:northwind:6001')).toHaveLength(1);
		expect(rig.outbox.messages.length - before).toBe(1);
	});
});

describe('when Slack refuses', () => {
	it('the ticket is failed with the reason, and Recover Tickets delivers it', async () => {
		rig.outbox.failNext({ of: 'slack', error: 'channel_not_found' }, 3);
		await send(critical('6002'));
		const failed = await rowOnce('zendesk:northwind:6002', ({ state }) => state === 'failed');
		expect(failed.reason).toContain('The alert was not delivered');
		expect(failed.ticket).toContain('disappeared');
		const before = rig.outbox.messages.length;
		await recover();
		const row = await ended('zendesk:northwind:6002');
		expect({ state: row.state, attempts: row.attempts }).toEqual({ state: 'alerted', attempts: 1 });
		expect(rig.outbox.messages.length - before).toBe(1);
	});
});

describe('when n8n is killed in the middle', () => {
	it('every ticket it had answered for is still there, and all end after Recover Tickets', async () => {
		const ids = Array.from({ length: 12 }, (_, index) => String(7001 + index));
		const answered: string[] = [];
		const sending = ids.map(async (id) => {
			try {
				const response = await send(critical(id));
				if (response.ok) answered.push(`zendesk:northwind:${id}`);
			} catch {
				// The connection broke: the helpdesk has no answer and will deliver again.
			}
		});
		while (answered.length < 3) await sleep(10);
		await rig.server.kill();
		await Promise.all(sending);
		await rig.restart();
		for (const ticketKey of answered) expect(await rowsOf(ticketKey)).toHaveLength(1);
		await recover();
		for (const ticketKey of answered) expect((await ended(ticketKey)).state).toBe('alerted');
		for (const id of ids) await send(critical(id));
		await rig.idle();
		for (const id of ids) {
			const row = await ended(`zendesk:northwind:${id}`);
			expect(row.state).toBe('alerted');
			expect(await rowsOf(`zendesk:northwind:${id}`)).toHaveLength(1);
		}
	});
});

describe('Recover Tickets', () => {
	it('drops the second row of a ticket instead of alerting again', async () => {
		const before = rig.outbox.messages.length;
		await rig.n8n.insertRows('cs_ticket_log', [
			{ ticket_key: 'zendesk:northwind:6001', state: 'received', attempts: 0, ticket: '{}' },
		]);
		await recover();
		expect(await rowsOf('zendesk:northwind:6001')).toHaveLength(1);
		expect(rig.outbox.messages.length).toBe(before);
	});

	it('gives up after five attempts and leaves the row for the digest', async () => {
		await rig.n8n.insertRows('cs_ticket_log', [
			{
				ticket_key: 'zendesk:northwind:6005',
				state: 'failed',
				attempts: 5,
				ticket: '{}',
				received_at: new Date().toISOString(),
				subject: 'Given <up>',
			},
		]);
		await recover();
		expect((await rowsOf('zendesk:northwind:6005'))[0]).toMatchObject({
			state: 'failed',
			attempts: 5,
		});
	});
});

describe('Setup', () => {
	it('run again, changes nothing', async () => {
		const before = await rig.n8n.rows('cs_accounts');
		const run = await rig.n8n.runManually(rig.workflows['setup.json'].id, 'Run Setup');
		expect(run.status).toBe('success');
		expect(await rig.n8n.rows('cs_accounts')).toEqual(before);
	});
});

describe('a table whose name merely contains ours', () => {
	it('is never read or written', async () => {
		await rig.n8n.api('POST', '/data-tables', {
			body: { name: 'a_cs_ticket_log_old', columns: [{ name: 'ticket_key', type: 'string' }] },
		});
		await send(critical('6010'));
		expect((await ended('zendesk:northwind:6010')).state).toBe('alerted');
		expect(await rig.n8n.rows('a_cs_ticket_log_old')).toEqual([]);
	});
});

describe('Weekly Digest', () => {
	it('counts the week, names what is unfinished, and reaches Slack and email', async () => {
		const run = await rig.n8n.runManually(rig.workflows['weekly-digest.json'].id, 'Digest Now');
		expect(run.status).toBe('success');
		const [slack, email] = await Promise.all([
			rig.outbox.waitFor(
				(message) => message.kind === 'slack' && message.text.includes('Support frustration'),
			),
			rig.outbox.waitFor(
				(message) => message.kind === 'email' && message.subject.includes('Support frustration'),
			),
		]);
		expect(JSON.stringify(slack)).toContain('Unfinished: look at these');
		expect(JSON.stringify(slack)).toContain('Given &lt;up&gt;');
		expect(JSON.stringify(email)).toContain('alerted');
		expect(JSON.stringify(email)).toContain('https://northwind.zendesk.com/agent/tickets/');
	});
});
