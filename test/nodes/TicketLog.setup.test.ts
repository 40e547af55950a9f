import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import type { IDataObject, IHttpRequestOptions, INodeParameters } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { unknownPage } from '../../nodes/core/response/outcomePage';
import type { SetupResult } from '../../nodes/core/setupCheck/setupPage';
import type { SetupCheck } from '../../nodes/core/setupCheck/types';
import { TicketLog } from '../../nodes/TicketLog/TicketLog.node';
import { runNode } from '../support/engine';
import { useTemporaryLog } from '../support/temporaryLog';

const log = useTemporaryLog();

interface Asked {
	method?: string;
	url?: string;
	headers: IncomingMessage['headers'];
	body: string;
}

/** n8n's webhooks, and Slack, as a stranger finds them. */
let server: Server;
let asked: Asked[] = [];
let answer: (asked: Asked, response: ServerResponse) => void;
const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeEach(async () => {
	asked = [];
	server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			const { method, url, headers } = request;
			const one = { method, url, headers, body };
			asked.push(one);
			answer(one, response);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	answer = ({ url }, response) => {
		if (url?.includes('answer')) {
			const page = unknownPage();
			response.writeHead(page.status, { 'content-type': 'text/html; charset=utf-8' });
			response.end(page.html);
			return;
		}
		response.writeHead(401, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ received: false, error: 'The secret or signature is missing' }));
	};
});
afterEach(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

const inputs = (over: {
	contact?: IDataObject;
	owners?: IDataObject[];
	accounts?: IDataObject[];
	outcomes?: IDataObject[];
}) => [[over.contact ?? {}], over.owners ?? [], over.accounts ?? [], over.outcomes ?? []];

async function check(
	over: Parameters<typeof inputs>[0] = {},
	parameters: INodeParameters = {},
	...slack: [
		credentials?: Record<string, IDataObject>,
		authenticate?: (request: IHttpRequestOptions) => IHttpRequestOptions,
	]
): Promise<SetupResult & { of(id: string): SetupCheck | undefined }> {
	const { outputs, error } = await runNode(
		new TicketLog(),
		inputs(over),
		{ operation: 'checkSetup', ...parameters },
		'stopWorkflow',
		slack[0] as never,
		slack[1],
	);
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(1);
	const result = outputs[0]?.[0]?.json as unknown as SetupResult;
	return { ...result, of: (id) => result.checks.find((one) => one.id === id) };
}

async function publish(source = 'w1/n1', helpdesk = 'zendesk', seenAt = new Date()): Promise<void> {
	const opened = await log.open();
	await opened.saveTrigger(
		{ source, workflowId: 'w1', helpdesk, address: `${base()}/webhook/cs-alerts/${helpdesk}` },
		seenAt,
	);
}

describe('Check Setup', () => {
	it('gives out one item with all checks, a page and a text', async () => {
		await publish();
		const { checks, html, text, ok } = await check();
		expect(checks.map(({ id, status }) => [id, status])).toEqual([
			['storage', 'ok'],
			['size', 'ok'],
			['publicAddress', 'warning'],
			['trigger:w1/n1', 'ok'],
			['answers', 'warning'],
			['arrivals:Zendesk', 'skipped'],
			['overdue', 'ok'],
			['undelivered', 'ok'],
			['failed', 'ok'],
			['unanswered', 'ok'],
			['testAlert', 'skipped'],
			['timeZone', expect.any(String)],
			['owners', 'skipped'],
			['accounts', 'skipped'],
			['contact', 'skipped'],
			['outcomes', 'skipped'],
			['slack', 'skipped'],
		]);
		expect(ok).toBe(true);
		expect(html).toMatch(/^<!doctype html>/);
		expect(text).toContain('Support Ticket Trigger, Zendesk');
	});

	it('is one item for however many come in, paired with all of them', async () => {
		const { outputs } = await runNode(new TicketLog(), [[{ a: 1 }, { a: 2 }], [], [], []], {
			operation: 'checkSetup',
		});
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([[{ item: 0 }, { item: 1 }]]);
	});

	it('calls each published trigger as a stranger, and the page of answers without a token', async () => {
		await publish();
		await (await log.open()).saveResponseAddress('w1/n2', `${base()}/webhook/answer`, new Date());
		const result = await check();
		expect(result.of('trigger:w1/n1')?.status).toBe('ok');
		expect(result.of('answers')?.status).toBe('ok');
		expect(asked.map(({ method, url, body }) => [method, url, body])).toEqual([
			['POST', '/webhook/cs-alerts/zendesk', '{}'],
			['GET', '/webhook/answer', ''],
		]);
		expect(asked[0]?.headers).not.toHaveProperty('authorization');
	});

	it('names one that is published but unknown to n8n, with the way to its workflow', async () => {
		await publish();
		answer = (_, response) => {
			response.writeHead(404, { 'content-type': 'application/json' });
			response.end('{"code":404,"message":"The requested webhook is not registered."}');
		};
		const { ok, of } = await check();
		expect(ok).toBe(false);
		expect(of('trigger:w1/n1')).toMatchObject({
			status: 'problem',
			whatToDo: expect.stringContaining(
				'choose Unpublish under ⌄ beside Published, then publish it',
			) as string,
			link: expect.stringContaining('/workflow/w1') as string,
		});
	});

	it('follows no redirect: a login page is somebody else', async () => {
		await publish();
		answer = (_, response) => {
			response.writeHead(302, { location: '/login' });
			response.end();
		};
		const result = await check();
		expect(result.of('trigger:w1/n1')?.found).toContain('with status 302');
		expect(asked).toHaveLength(1);
	});

	it('says that an address cannot be called', async () => {
		await publish();
		const opened = await log.open();
		await opened.saveTrigger(
			{ source: 'w1/n1', workflowId: 'w1', address: 'http://127.0.0.1:9/webhook/x' },
			new Date(),
		);
		expect((await check()).of('trigger:w1/n1')).toMatchObject({ status: 'warning' });
	});

	it('names one that is not published any more, and calls it not', async () => {
		await publish('w1/n1');
		await publish('w1/n2', 'intercom', new Date(Date.now() - 3_600_000));
		const result = await check();
		expect(result.of('trigger:w1/n2')).toMatchObject({ status: 'warning' });
		expect(asked).toHaveLength(1);
	});

	it('warns of a helpdesk that has gone silent, and of no other', async () => {
		const opened = await log.open();
		const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
		for (const helpdesk of ['zendesk', 'intercom']) {
			await publish(`w1/${helpdesk}`, helpdesk, ago(60 * 24));
			await publish(`w1/${helpdesk}`, helpdesk);
		}
		// Every two hours for five weeks; Zendesk's last one is a day old.
		for (let hours = 35 * 24; hours > 0; hours -= 2) {
			for (const helpdesk of hours > 24 ? ['zendesk', 'intercom'] : ['intercom']) {
				const ticket = {
					key: `${helpdesk}:x:${hours}`,
					subject: 'x',
					receivedAt: ago(hours).toISOString(),
				};
				await opened.takeIn(
					{ ticket: { ...ticket, id: '1' }, source: `w1/${helpdesk}`, workflowId: 'w1' },
					new Date(),
				);
			}
		}
		const result = await check();
		expect(result.of('arrivals:Zendesk')?.status).toBe('warning');
		expect(result.of('arrivals:Zendesk')?.found).toContain('unusually long');
		expect(result.of('arrivals:Intercom')?.status).toBe('ok');
	});

	it('says so when the log cannot be used, and looks at the rest all the same', async () => {
		mkdirSync(join(log.folder(), '.n8n'), { recursive: true });
		writeFileSync(join(log.folder(), '.n8n', 'cs-alerts'), 'in the way');
		const result = await check({ owners: [{ email: 'ana@northwind-cs.com' }] });
		expect(result.ok).toBe(false);
		expect(result.of('storage')).toMatchObject({ status: 'problem' });
		expect(result.of('storage')?.found).toContain(log.folder());
		expect(result.of('owners')?.status).toBe('ok');
	});

	it('judges the rows on its inputs, and the account of the item that came in', async () => {
		const result = await check({
			contact: {
				ticket: { requester: { email: 'jo@acme-corp.com' } },
				account: { status: 'matched', name: 'Acme' },
			},
			owners: [{ id: 1, email: 'ana@northwind-cs.com', channel: 'slack' }],
			accounts: [{ id: 1, account_id: 'a1', name: 'Acme', owner_email: 'zoe@northwind-cs.com' }],
		});
		expect(result.of('owners')?.found).toContain('no Slack member ID');
		expect(result.of('accounts')?.found).toContain('zoe@northwind-cs.com');
		expect(result.of('contact')?.status).toBe('ok');
	});

	it('says when a table could not be read', async () => {
		const result = await check({ owners: [{ error: 'Could not find the data table' }] });
		expect(result.of('owners')).toMatchObject({ status: 'problem' });
		expect(result.of('owners')?.found).toContain('Could not find the data table');
	});

	it('takes a row with a column of the name "error" for a row', async () => {
		const row = { email: 'ana@northwind-cs.com', slack_id: 'U01ANA', error: 'none so far' };
		expect((await check({ owners: [row] })).of('owners')?.status).not.toBe('problem');
	});

	it('takes an empty item of an empty table for no row', async () => {
		expect((await check({ owners: [{}], accounts: [{}] })).of('owners')?.status).toBe('skipped');
	});

	describe('with Slack', () => {
		const slack = async (parameters: INodeParameters = {}) =>
			await check(
				{},
				{ slack: 'slackApi', ...parameters },
				{ slackApi: { accessToken: 'x' } },
				(request) => ({ ...request, url: request.url.replace('https://slack.com', base()) }),
			);

		it('asks who it is, what it may do and whether it is in the channel', async () => {
			answer = ({ url }, response) => {
				response.writeHead(200, {
					'content-type': 'application/json',
					'x-oauth-scopes': 'chat:write,users:read,users:read.email',
				});
				response.end(
					JSON.stringify(
						url?.startsWith('/api/auth.test')
							? { ok: true, user: 'cs-alerts', team: 'Northwind' }
							: { ok: true, channel: { name: 'cs-alerts', is_member: false } },
					),
				);
			};
			const result = await slack({ slackChannelId: 'C024BE91L' });
			expect(result.of('slack')?.status).toBe('ok');
			expect(result.of('slackChannel')?.found).toBe('The app is not in #cs-alerts.');
			expect(asked.map(({ url }) => url)).toEqual([
				'/api/auth.test',
				'/api/conversations.info?channel=C024BE91L',
			]);
		});

		it('says when the channel is none that can be looked up', async () => {
			answer = (_, response) => {
				response.writeHead(200, { 'content-type': 'application/json' });
				response.end('{"ok":true}');
			};
			const result = await slack({ slackChannelId: '#cs-alerts' });
			expect(result.of('slackChannel')).toMatchObject({ status: 'warning' });
		});

		it('says when Slack cannot be reached', async () => {
			server.closeAllConnections();
			answer = (_, response) => response.destroy();
			expect((await slack()).of('slack')).toMatchObject({ status: 'problem' });
		});
	});
});

describe('Send Test Alert', () => {
	const send = async (items: IDataObject[], parameters: INodeParameters = {}) =>
		await runNode(new TicketLog(), [items], { operation: 'sendTestAlert', ...parameters });

	it('puts an alert of its own into the outbox each time, marked as a test', async () => {
		const { outputs } = await send([{ a: 1 }, { a: 2 }]);
		expect(outputs[0]?.map(({ json }) => json)).toMatchObject([
			{ a: 1, log: { state: 'alerting', kind: 'alert' } },
			{ a: 2, log: { state: 'alerting', kind: 'alert' } },
		]);
		const messages = await log.messages();
		expect(messages.map(({ isTest, state }) => [isTest, state])).toEqual([
			[true, 'alerting'],
			[true, 'alerting'],
		]);
		const { delivery } = await (await log.open()).leaseDelivery(1000, new Date(Date.now() + 5000));
		expect(delivery?.content).toMatchObject({ ticket: { isTest: true } });
		expect((delivery?.content.account as IDataObject).owner).toBeUndefined();
	});

	it('goes to an owner where one is named, and to nobody who is none', async () => {
		await send([{}], { testOwnerEmail: 'Ana@Northwind-cs.com' });
		const { delivery } = await (await log.open()).leaseDelivery(1000, new Date(Date.now() + 5000));
		expect(delivery?.content).toMatchObject({
			account: { owner: { email: 'ana@northwind-cs.com' } },
		});
		const { error } = await send([{}], { testOwnerEmail: 'ana' });
		expect(error?.message).toBe('Owner Email: "ana" is no email address');
	});

	it('keeps no figures of an account', async () => {
		await send([{}]);
		const { messages } = await (await log.open()).setupFacts(new Date());
		expect(messages).toEqual({ alerting: 1 });
		expect((await check()).of('testAlert')).toMatchObject({ status: 'warning' });
	});
});
