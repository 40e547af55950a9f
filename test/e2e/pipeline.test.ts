import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SAMPLE_ACCOUNTS } from '../../workflows/source/samples/sampleAccounts.ts';
import { DELIVERIES, zendesk } from '../demo/deliveries.ts';
import { outputOf } from '../n8n/client.ts';
import type { SlackMessage } from '../outbox/types.ts';
import { endWaits, type LogRow } from '../support/logRows.ts';
import { SECRET_HEADER } from '../support/connect.ts';
import { startRig, type Rig } from '../support/rig.ts';

let rig: Rig;

const keyOf = (id: string) => `zendesk:northwind.zendesk.com:${id}`;

async function rowOnce(ticketKey: string, isDone: (row: LogRow) => boolean): Promise<LogRow> {
	const deadline = Date.now() + 40_000;
	let row: LogRow | undefined;
	while (Date.now() < deadline) {
		[row] = await rig.log.messagesOf(ticketKey);
		if (row !== undefined && isDone(row)) return row;
		await sleep(50);
	}
	throw new Error(`${ticketKey} is ${JSON.stringify(row)} after 40 s`);
}

const ended = async (ticketKey: string) =>
	await rowOnce(ticketKey, ({ ended_at }) => ended_at !== null);

async function deliveryOnce(ticketKey: string, isDone: (row: LogRow) => boolean): Promise<LogRow> {
	const deadline = Date.now() + 20_000;
	let row: LogRow | undefined;
	while (Date.now() < deadline) {
		[row] = await rig.log.deliveriesOf(ticketKey);
		if (row !== undefined && isDone(row)) return row;
		await sleep(50);
	}
	throw new Error(`The delivery of ${ticketKey} is ${JSON.stringify(row)} after 20 s`);
}

/** A critical ticket of a sender nobody knows: it has an alert of its own, for the fallback owner. */
const critical = (id: string, from = `someone@sender-${id}.example`) =>
	zendesk({
		id,
		from,
		name: 'Jo',
		subject: `Our data disappeared (${id})`,
		text: "All of our data has disappeared and we can't work.",
		expected: 'alerted',
	});

/** What Slack looks for mentions and links in: a plain text of a block is shown as it is. */
function readAsMarkup({ text, blocks }: SlackMessage): string[] {
	const markup: string[] = [text];
	JSON.stringify(blocks, (_key, value: unknown) => {
		if (typeof value === 'object' && value !== null && 'type' in value && 'text' in value) {
			if (value.type === 'mrkdwn') markup.push(String(value.text));
		}
		return value;
	});
	return markup;
}

const messagesAbout = (text: string) =>
	rig.outbox.messages.filter((message) => JSON.stringify(message).includes(text));

beforeAll(async () => {
	rig = await startRig();
});
afterAll(async () => {
	await rig?.stop();
});

describe('tickets of three helpdesks', () => {
	it.each(DELIVERIES.map((delivery) => [delivery.title, delivery] as const))(
		'%s',
		async (_title, delivery) => {
			const response = await rig.deliver(delivery);
			expect(response.status).toBe(delivery.answer);
			const { ticketKey } = delivery;
			if (ticketKey === undefined || ticketKey.endsWith('…')) return;
			const row = await ended(ticketKey);
			expect({ state: row.state, reason: row.reason }).toEqual({
				state: delivery.expected,
				reason: expect.stringMatching(/\w/),
			});
		},
	);

	it('left one row for each ticket and nothing for what is none', async () => {
		const rows = await rig.log.all('messages');
		expect(rows).toHaveLength(new Set(DELIVERIES.flatMap(({ ticketKey }) => ticketKey ?? [])).size);
		expect(rows.find(({ state }) => state === 'skipped')).toMatchObject({
			ticket_key: expect.stringMatching(/^zendesk:unreadable:\w+$/),
			reason: expect.stringContaining('"id"'),
		});
	});

	it('sent one message for each alert and update, to the channel the owner prefers', async () => {
		const sent = DELIVERIES.filter(
			({ expected, isAgain }) => /alerted|updated/.test(expected ?? '') && !isAgain,
		);
		const deliveries = await rig.log.all('deliveries');
		const ofKind = (...kinds: string[]) =>
			deliveries.filter(({ kind }) => kinds.includes(String(kind))).length;
		expect(ofKind('alert', 'update')).toBe(sent.length);
		const reviews = rig.outbox.messages.filter((message) =>
			JSON.stringify(message).includes('in Review'),
		);
		expect(rig.outbox.messages.length - reviews.length).toBe(sent.length);
		expect(new Set(rig.outbox.messages.map(({ kind }) => kind))).toEqual(
			new Set(['slack', 'email']),
		);
	});

	it('wrote the alert as a person reads it, with a button to the ticket', () => {
		const text = JSON.stringify(messagesAbout('/tickets/4811')[0]);
		expect(text).toContain('Acme Corp — Health: 58/100, down 14 pts this week');
		expect(text).toContain('Renewal in 28 days');
		expect(text).toContain('MRR $3,200');
		expect(text).toContain('Book a call within 24 hours');
		expect(text).toContain('https://northwind.zendesk.com/agent/tickets/4811');
	});

	it('edited the open alert of an account for its next ticket, and replied in the thread', () => {
		const slack = rig.outbox.messages.filter((message) => message.kind === 'slack');
		const replies = slack.filter(({ threadTs }) => threadTs !== undefined);
		expect(replies).toHaveLength(1);
		const alert = slack.find(({ ts }) => ts === replies[0]?.threadTs) as SlackMessage;
		expect(alert.edits).toBe(1);
		expect(JSON.stringify(alert.blocks)).toContain('Acme Corp');
		expect(JSON.stringify(replies[0])).toContain('Numbers wrong in every report');
	});

	it('let no customer text act as a mention or as HTML', () => {
		const hostile = messagesAbout('917');
		expect(hostile).not.toHaveLength(0);
		for (const message of hostile) {
			if (message.kind === 'slack') expect(readAsMarkup(message).join(' ')).not.toMatch(/<[!@#]/);
			else expect(message.html).not.toContain('<script>');
		}
	});

	it('kept no text of tickets that have ended, but of those that wait in Review', async () => {
		const rows = await rig.log.all('messages');
		for (const { state, payload } of rows) expect(payload !== null).toBe(state === 'unattached');
		const deliveries = await rig.log.all('deliveries');
		const waiting = deliveries.filter(({ state }) => state !== 'delivered');
		// Mail that no person seems to have written is gathered for an hour.
		expect(waiting.map(({ kind, state }) => [kind, state])).toEqual(
			waiting.map(() => ['review', 'due']),
		);
	});
});

describe('what is no delivery of a helpdesk', () => {
	it.each([
		['a wrong secret', { [SECRET_HEADER]: 'wrong-secret-wrong-secret' }],
		['no secret', {}],
	])('%s is refused, and leaves no row', async (_what, headers) => {
		const response = await rig.deliver(critical('5001'), headers);
		expect(response.status).toBe(401);
		expect(await rig.log.messagesOf(keyOf('5001'))).toEqual([]);
	});

	it('a changed Intercom body is refused, since its signature no longer holds', async () => {
		const intercom = DELIVERIES.find(({ helpdesk }) => helpdesk === 'intercom');
		if (intercom === undefined) throw new Error('The demo has no Intercom ticket');
		const response = await rig.deliver(intercom, { 'x-hub-signature': `sha1=${'0'.repeat(40)}` });
		expect(response.status).toBe(401);
	});

	it('a body over 1 MB is refused', async () => {
		const delivery = critical('5002');
		const body = `${delivery.body}&more=${'x'.repeat(1_000_000)}`;
		expect((await rig.deliver({ ...delivery, body })).status).toBe(413);
		expect(await rig.log.messagesOf(keyOf('5002'))).toEqual([]);
	});

	it('a rule that sends its placeholders unfilled is told so, and never taken for a ticket', async () => {
		const response = await rig.deliver(critical('{{ticket.id}}'));
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({
			received: false,
			error: expect.stringContaining('placeholder'),
		});
	});
});

describe('the same ticket, ten times at the same instant', () => {
	it('alerts once and leaves one row', async () => {
		const answers = await Promise.all(
			Array.from({ length: 10 }, async () => {
				const response = await rig.deliver(critical('6001'));
				return (await response.json()) as Record<string, unknown>;
			}),
		);
		const duplicates = answers.filter(({ duplicate }) => duplicate === true);
		expect(answers.every(({ received }) => received === true)).toBe(true);
		expect(duplicates).toHaveLength(9);
		expect((await ended(keyOf('6001'))).state).toBe('alerted');
		await rig.idle();
		expect(await rig.log.messagesOf(keyOf('6001'))).toHaveLength(1);
		expect(messagesAbout('/tickets/6001')).toHaveLength(1);
	});
});

describe('when Slack refuses', () => {
	it('the alert stays due with the reason, and is delivered later', async () => {
		rig.outbox.failNext({ of: 'slack', error: 'channel_not_found' });
		await rig.deliver(critical('6002'));
		const due = await deliveryOnce(keyOf('6002'), ({ state, attempt }) => {
			return state === 'due' && attempt === 1;
		});
		expect(due.last_error).toContain('channel_not_found');
		expect(due.due_at).toBeGreaterThan(Date.now());
		expect((await rig.log.messagesOf(keyOf('6002')))[0]?.state).toBe('alerting');
		expect(messagesAbout('/tickets/6002')).toHaveLength(0);
		endWaits(rig.server.userFolder);
		expect((await ended(keyOf('6002'))).state).toBe('alerted');
		expect(messagesAbout('/tickets/6002')).toHaveLength(1);
	});
});

describe('when the accounts table is missing', () => {
	it('the run fails instead of taking customers for unknown ones, and the ticket waits', async () => {
		const { id } = await rig.n8n.dataTable('cs_accounts');
		await rig.n8n.api('DELETE', `/data-tables/${id}`);
		await rig.deliver(critical('6003', 'ops@initech.example'));
		const waiting = await rowOnce(keyOf('6003'), ({ reason }) => reason !== null);
		expect(waiting).toMatchObject({
			state: 'received',
			reason: expect.stringContaining('cs_accounts'),
		});
		const setups = await Promise.all(
			[1, 2].map(async () => {
				return await rig.n8n.runManually(rig.workflows['setup.json'].id, 'Run Setup');
			}),
		);
		expect(setups.map(({ status }) => status)).toEqual(['success', 'success']);
		expect(await rig.n8n.rows('cs_accounts')).toHaveLength(SAMPLE_ACCOUNTS.length);
		endWaits(rig.server.userFolder);
		const row = await ended(keyOf('6003'));
		expect(row).toMatchObject({ account_id: 'sample-initech' });
		expect(['alerted', 'updated']).toContain(row.state);
	});
});

describe('when n8n is killed in the middle', () => {
	it('every ticket it had answered for is still there and ends after the restart', async () => {
		const ids = Array.from({ length: 8 }, (_, index) => String(7001 + index));
		const answered: string[] = [];
		const sending = ids.map(async (id) => {
			try {
				const response = await rig.deliver(critical(id));
				if (response.ok) answered.push(id);
			} catch {
				// The connection broke: the helpdesk has no answer and will deliver again.
			}
		});
		while (answered.length < 3) await sleep(5);
		await rig.server.kill();
		await Promise.all(sending);
		await rig.restart();
		for (const id of answered) expect(await rig.log.messagesOf(keyOf(id))).toHaveLength(1);
		for (const id of answered) expect((await ended(keyOf(id))).state).toBe('alerted');
		for (const id of ids) await rig.deliver(critical(id));
		for (const id of ids) expect((await ended(keyOf(id))).state).toBe('alerted');
		for (const id of ids) {
			expect(await rig.log.messagesOf(keyOf(id))).toHaveLength(1);
			expect(messagesAbout(`/tickets/${id}`).length).toBeGreaterThanOrEqual(1);
		}
	});
});

describe('Setup', () => {
	it('run again, changes nothing', async () => {
		const before = await rig.n8n.rows('cs_accounts');
		const run = await rig.n8n.runManually(rig.workflows['setup.json'].id, 'Run Setup');
		expect(run.status).toBe('success');
		expect(outputOf(run, 'Rename These (Accounts)')).toEqual([]);
		expect(await rig.n8n.rows('cs_accounts')).toEqual(before);
	});

	it('names a table that could be read in the place of ours', async () => {
		const name = 'old_cs_accounts_2025';
		const columns = [{ name: 'account_id', type: 'string' }];
		await rig.n8n.api('POST', '/data-tables', { body: { name, columns } });
		const run = await rig.n8n.runManually(rig.workflows['setup.json'].id, 'Run Setup');
		expect(run.status).toBe('success');
		expect(outputOf(run, 'Rename These (Accounts)')).toMatchObject([{ table: name }]);
		const { id } = await rig.n8n.dataTable(name);
		await rig.n8n.api('DELETE', `/data-tables/${id}`);
	});
});

describe('the weekly digest', () => {
	it('sums up the week and reaches Slack by the way alerts go', async () => {
		const before = rig.outbox.messages.length;
		const run = await rig.n8n.runManually(rig.workflows['reports.json'].id, 'Digest Now');
		expect(run.status).toBe('success');
		const digest = await rig.outbox.waitFor(
			({ id, kind }) => id > before && kind === 'slack',
			20_000,
		);
		expect(JSON.stringify(digest)).toMatch(/alerted/i);
	});
});
