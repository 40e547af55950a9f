import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';

import { zendeskSignature } from '../../nodes/core/helpdesk';
import { readZendeskNotice } from '../../nodes/core/helpdesk/zendeskNotice';
import { holds } from '../../nodes/shared/signature';
import {
	fetchSigningSecret,
	registerZendesk,
	unregisterZendesk,
} from '../../nodes/SupportTicketTrigger/zendesk/registration';
import { startAccount } from '../support/zendesk/account';
import type { ZendeskOptions } from '../support/zendesk/server';

const open: Array<() => Promise<void>> = [];
afterEach(async () => {
	for (const close of open.splice(0)) await close();
});

async function start(options: ZendeskOptions = {}) {
	const account = await startAccount(options);
	open.push(account.zendesk.close);
	return account;
}

interface Received {
	body: string;
	headers: Record<string, unknown>;
}

/** An address that webhooks post to; answers with what stands in `answers`, then with 200. */
async function startEndpoint(
	answers: Array<[status: number, headers?: Record<string, string>]> = [],
) {
	const received: Received[] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
		request.on('end', () => {
			received.push({ body, headers: request.headers });
			const [status, headers] = answers.shift() ?? [200];
			if (status === 0) return;
			response.writeHead(status, headers).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	open.push(async () => {
		server.closeAllConnections();
		await new Promise<void>((resolve) => server.close(() => resolve()));
	});
	const { port } = server.address() as AddressInfo;
	return {
		received,
		wish: { name: 'CS Alerts: Tickets', endpoint: `http://127.0.0.1:${port}/hook` },
	};
}

describe('what a registered Zendesk delivers', () => {
	it('is signed with the secret that is fetched, and names the ticket', async () => {
		const { zendesk, access } = await start();
		const { received, wish } = await startEndpoint();
		const { webhookId } = await registerZendesk(access, wish);
		const secret = await fetchSigningSecret(access, webhookId);
		const { desk, deliveries } = zendesk;
		const mia = desk.addUser({ name: 'Mia', email: 'mia@globex.example' });
		const id = desk.addTicket({ subject: 'A "quoted"\nsubject', body: 'x', requester: mia });
		await deliveries.settled();
		const [{ body, headers } = { body: '', headers: {} }] = received;
		expect(body).toBe(`{"ticket_id":"${id}"}`);
		expect(readZendeskNotice(JSON.parse(body))).toEqual({ kind: 'ticket', id: String(id) });
		const claim = zendeskSignature(headers);
		expect(holds(claim, Buffer.from(body), secret, new Date())).toBe(true);
		expect(holds(claim, Buffer.from(`${body} `), secret, new Date())).toBe(false);
	});

	it('tells of new tickets, of what customers do, and of ends; not of what agents write', async () => {
		const { zendesk, access } = await start();
		const { wish } = await startEndpoint();
		await registerZendesk(access, wish);
		const { desk, deliveries } = zendesk;
		const mia = desk.addUser({ name: 'Mia', email: 'mia@globex.example' });
		const ann = desk.addUser({ name: 'Ann', role: 'agent' });
		const told = () => deliveries.invocations.length;
		const steps: Array<[() => unknown, number]> = [
			[() => desk.addTicket({ subject: 'A', body: 'x', requester: mia, submitter: ann }), 1],
			[() => desk.addComment(101, { author: ann, body: 'Hello' }), 1],
			[() => desk.assign(101, ann), 1],
			[() => desk.addComment(101, { author: mia, body: 'And?' }), 2],
			[() => desk.solve(101, ann), 3],
			[() => desk.rate(101, 'bad', 'Too slow'), 4],
			[() => desk.addComment(101, { author: mia, body: 'Broken again' }), 5],
			[() => desk.close(101, ann), 6],
		];
		for (const [step, expected] of steps) {
			step();
			expect(told()).toBe(expected);
		}
		await deliveries.settled();
		expect(deliveries.invocations.every(({ isDelivered }) => isDelivered)).toBe(true);
	});

	it.each<[string, Array<[number, Record<string, string>?]>, unknown[], boolean]>([
		['a conflict', [[409]], [409, 200], true],
		['conflicts without end', [[409], [409], [409], [409]], [409, 409, 409, 409], false],
		['503 with a time', [[503, { 'Retry-After': '0' }]], [503, 200], true],
		['429 with a time', [[429, { 'Retry-After': '0' }]], [429, 200], true],
		['503 without a time', [[503]], [503], false],
		['503 with a long time', [[503, { 'Retry-After': '60' }]], [503], false],
		['silence', [[0]], ['timeout', 200], true],
		['404', [[404]], [404], false],
		['401', [[401]], [401], false],
	])('comes after %s as Zendesk repeats it', async (_, answers, attempts, isDelivered) => {
		const { zendesk, access } = await start({ deliveries: { timeoutMs: 150, retryWaitMs: 1 } });
		const { wish } = await startEndpoint(answers);
		await registerZendesk(access, wish);
		const mia = zendesk.desk.addUser({ name: 'Mia' });
		zendesk.desk.addTicket({ subject: 'A', body: 'x', requester: mia });
		await zendesk.deliveries.settled();
		expect(zendesk.deliveries.invocations).toMatchObject([{ attempts, isDelivered }]);
	});

	it('ends with unregistering', async () => {
		const { zendesk, access } = await start();
		const { received, wish } = await startEndpoint();
		await unregisterZendesk(access, await registerZendesk(access, wish));
		const mia = zendesk.desk.addUser({ name: 'Mia' });
		zendesk.desk.addTicket({ subject: 'A', body: 'x', requester: mia });
		await zendesk.deliveries.settled();
		expect(received).toEqual([]);
	});
});
