import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { beforeEach, describe, expect, it } from 'vitest';

import { TicketLog } from '../../nodes/TicketLog/TicketLog.node';
import { runNode } from '../support/engine';
import { sqliteLogRows } from '../support/logRows';
import { useTemporaryLog } from '../support/temporaryLog';

const log = useTemporaryLog();

type OnError = Parameters<typeof runNode>[3];
const run = async (
	items: Array<IDataObject | INodeExecutionData>,
	parameters: INodeParameters,
	onError: OnError = 'stopWorkflow',
) => await runNode(new TicketLog(), [items], parameters, onError);

const decided = (id: string, route = 'digest', extra: IDataObject = {}): IDataObject => ({
	ticket: {
		key: `zendesk:acme:${id}`,
		messageId: 'new',
		helpdesk: 'zendesk',
		subject: `Ticket ${id}`,
		requester: { email: 'mia@globex.example' },
	},
	sentiment: { score: 85, label: 'Critical', topic: 'export', signals: [], flags: [] },
	account: {
		status: 'matched',
		id: 'globex',
		name: 'Globex',
		owner: { email: 'jo@team.example', channel: 'email' },
	},
	gate: {
		route,
		severity: 'high',
		reason: `goes to ${route}`,
		rules: [],
		missing: [],
		history: {},
	},
	...extra,
});

const logsOf = (outputs: INodeExecutionData[][]) => (outputs[0] ?? []).map(({ json }) => json.log);
const statesOf = async () =>
	Object.fromEntries((await log.messages()).map(({ ticketKey, state }) => [ticketKey, state]));

/** The log's file cannot be made: n8n's user folder is taken by something else. */
function breakLog(): void {
	mkdirSync(join(log.folder(), '.n8n'), { recursive: true });
	writeFileSync(join(log.folder(), '.n8n', 'cs-alerts'), 'in the way');
}

describe('Record Decision', () => {
	const recordDecision = { operation: 'recordDecision' };

	it('writes what was decided on each item, and adds its key, paired', async () => {
		const { outputs, error } = await run(
			[decided('1', 'alert'), decided('2', 'review'), decided('3', 'digest')],
			recordDecision,
		);
		expect(error).toBeUndefined();
		expect(logsOf(outputs)).toEqual([
			{
				state: 'alerting',
				reason: 'goes to alert',
				isRepeat: false,
				kind: 'alert',
				alertId: expect.any(String) as string,
			},
			{ state: 'unattached', reason: 'goes to review', isRepeat: false, kind: 'review' },
			{ state: 'monitored', reason: 'goes to digest', isRepeat: false },
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(await statesOf()).toEqual({
			'zendesk:acme:1': 'alerting',
			'zendesk:acme:2': 'unattached',
			'zendesk:acme:3': 'monitored',
		});
	});

	it('keeps no more of a wide table of accounts than thirty short fields', async () => {
		const fields = Object.fromEntries(
			Array.from({ length: 1000 }, (_, index) => [`column ${index}`, 'x'.repeat(10_000)]),
		);
		const account = { status: 'matched', id: 'globex', name: 'Globex', fields };
		await run([decided('1', 'alert', { account })], recordDecision);
		const rows = sqliteLogRows(log.folder());
		const [message] = await rows.all('messages');
		const [delivery] = await rows.all('deliveries');
		await rows.close();
		expect(JSON.parse(String(message?.account))).toMatchObject({
			id: 'globex',
			fields: { 'column 0': 'x'.repeat(200), 'column 29': 'x'.repeat(200) },
		});
		expect(String(message?.account).length).toBeLessThan(7000);
		expect(String(delivery?.content).length).toBeLessThan(9000);
	});

	it('leaves its input as it was', async () => {
		const input = decided('1', 'alert');
		const before = structuredClone(input);
		const { outputs } = await run([input], recordDecision);
		expect(input).toEqual(before);
		expect(outputs[0]?.[0]?.json).toEqual({ ...before, log: expect.any(Object) as object });
	});

	it('twice is once: nothing is decided or sent again', async () => {
		await run([decided('1', 'alert')], recordDecision);
		const { outputs } = await run([decided('1', 'digest'), decided('1', 'alert')], recordDecision);
		expect(logsOf(outputs)).toEqual([
			expect.objectContaining({ state: 'alerting', isRepeat: true }),
			expect.objectContaining({ state: 'alerting', isRepeat: true }),
		]);
		const opened = await log.open();
		expect((await opened.leaseDelivery(1000, new Date())).delivery).toBeDefined();
		expect((await opened.leaseDelivery(1000, new Date())).delivery).toBeUndefined();
	});

	it('of the same ticket twice in one batch is once, too', async () => {
		const { outputs } = await run([decided('1', 'alert'), decided('1', 'alert')], recordDecision);
		expect(logsOf(outputs).map((entry) => (entry as IDataObject).isRepeat)).toEqual([false, true]);
	});

	describe('of a ticket that failed on the way', () => {
		const failed = decided('2', 'review', {
			error: { message: 'no model', node: 'Sentiment Score' },
		});

		it('records the others, and fails the run with words that name it and when it is tried again', async () => {
			await (
				await log.open()
			).saveTrigger({ source: 'w/n', workflowId: 'w', helpdesk: 'zendesk' }, new Date());
			const { error } = await run([decided('1'), failed, decided('3')], recordDecision);
			expect(error).toMatchObject({
				message: 'Ticket zendesk:acme:2 could not be decided: Sentiment Score: no model',
				itemIndex: 1,
				description: expect.stringMatching(
					/^The other tickets of this run are recorded\. This one is tried again at \d{4}-\d\d-\d\dT[\d:.]+Z\.$/,
				) as string,
			});
			expect(await statesOf()).toEqual({
				'zendesk:acme:1': 'monitored',
				'zendesk:acme:2': 'received',
				'zendesk:acme:3': 'monitored',
			});
		});

		it('promises no other try where no trigger of ours could give it out again', async () => {
			const { error } = await run([failed], recordDecision);
			expect(error?.description).toContain('Nothing tries this one again by itself');
		});

		it('counts those that failed with it', async () => {
			const other = decided('4', 'review', { error: 'timeout' });
			const { error } = await run([failed, other], recordDecision);
			expect(error?.message).toBe(
				'Ticket zendesk:acme:2 and 1 more could not be decided: Sentiment Score: no model',
			);
		});

		it('goes on with the state when the node is set to', async () => {
			const { outputs, error } = await run(
				[failed, decided('3')],
				recordDecision,
				'continueRegularOutput',
			);
			expect(error).toBeUndefined();
			expect(logsOf(outputs)).toMatchObject([
				{ state: 'received', reason: 'Sentiment Score: no model' },
				{ state: 'monitored' },
			]);
		});

		it('alerts all the same when the gate needed nothing more', async () => {
			const { outputs } = await run(
				[decided('1', 'alert', { error: { message: 'HubSpot is down', node: 'Account Lookup' } })],
				recordDecision,
			);
			expect(logsOf(outputs)).toMatchObject([{ state: 'alerting' }]);
		});

		it('waits for the account when that could not be looked up', async () => {
			const account = { status: 'error', reason: 'HubSpot is down' };
			const { error } = await run([decided('1', 'review', { account })], recordDecision);
			expect(error?.message).toBe(
				'Ticket zendesk:acme:1 could not be decided: The account could not be looked up: HubSpot is down',
			);
		});

		it('or came past the gate is not decided, and says what to connect', async () => {
			const { error } = await run(
				[decided('1', 'digest', { gate: undefined as never })],
				recordDecision,
			);
			expect(error?.message).toContain('Connect Record Decision behind a Threshold Gate node');
		});
	});

	describe('of tickets that people mapped by hand', () => {
		it('takes a key that is a number', async () => {
			const { outputs } = await run(
				[decided('1', 'alert', { ticket: { key: 4811 } })],
				recordDecision,
			);
			expect(logsOf(outputs)).toMatchObject([{ state: 'alerting' }]);
			expect(await statesOf()).toEqual({ 4811: 'alerting' });
		});

		it.each<[string, unknown, string]>([
			['no key', { subject: 'x' }, 'The ticket has no "key"'],
			[
				'only an ID, which another helpdesk may have, too',
				{ id: '12345' },
				'The ticket has no "key"',
			],
			['a blank key', { key: '  ', id: '1' }, 'The ticket has no "key"'],
			['a key that is but the ID', { key: '1', id: 1 }, 'The ticket has no "key"'],
			['a key that is no text', { key: { id: 1 } }, 'The ticket has no "key"'],
			['no ticket', undefined, 'The item has no "ticket" key'],
			['a text', '{"key":"a"}', 'Parse it first'],
			['a list', [{ key: 'a' }], 'The item has no "ticket" key'],
		])('refuses %s, names the item, and records the others', async (_, ticket, words) => {
			const { error } = await run(
				[decided('1'), decided('2', 'alert', { ticket: ticket as never }), decided('3')],
				recordDecision,
			);
			expect(error).toMatchObject({
				itemIndex: 1,
				message: expect.stringContaining(words) as string,
			});
			expect(await statesOf()).toEqual({
				'zendesk:acme:1': 'monitored',
				'zendesk:acme:3': 'monitored',
			});
		});

		it('keeps what it cannot record, ticket and all, when the node is set to go on', async () => {
			const broken = decided('2', 'alert', { ticket: { subject: 'x' } });
			const { outputs } = await run(
				[decided('1'), broken, decided('3')],
				recordDecision,
				'continueRegularOutput',
			);
			expect(outputs[0]?.map(({ json }) => json.ticket)).toEqual([
				decided('1').ticket,
				{ subject: 'x' },
				decided('3').ticket,
			]);
			expect(outputs[0]?.[1]?.json.error).toMatchObject({ node: 'Under Test' });
		});

		it.each([
			[{ account: { status: 'known' } }, 'account.status must be one of'],
			[{ sentiment: { score: 'high' } }, 'sentiment.score must be a number'],
			[{ gate: { route: 'nowhere' } }, 'The item has no gate decision'],
		])('refuses %j', async (extra, words) => {
			const { error } = await run([decided('1', 'alert', extra)], recordDecision);
			expect(error?.message).toContain(words);
			expect(await statesOf()).toEqual({});
		});
	});

	it('says in the log’s own words when the log cannot take it, naming the item', async () => {
		breakLog();
		const { error } = await run([decided('1')], recordDecision);
		expect(error).toMatchObject({
			itemIndex: 0,
			message: expect.stringContaining(log.folder()) as string,
		});
	});

	it('keeps every ticket when the log cannot take them and the node is set to go on', async () => {
		breakLog();
		const { outputs } = await run(
			[decided('1'), decided('2')],
			recordDecision,
			'continueRegularOutput',
		);
		expect(outputs[0]?.map(({ json }) => json.ticket)).toEqual([
			decided('1').ticket,
			decided('2').ticket,
		]);
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			message: expect.stringContaining(log.folder()) as string,
		});
	});

	it('of nothing is nothing', async () => {
		expect((await run([], recordDecision)).error).toBeUndefined();
	});
});

describe('Record Delivery', () => {
	let sent: IDataObject = {};

	/** An alert that is under way, as CS Alert Formatter gives it out. */
	beforeEach(async () => {
		await run([decided('1', 'alert')], { operation: 'recordDecision' });
		const { delivery } = await (await log.open()).leaseDelivery(60_000, new Date());
		sent = {
			...(delivery?.content as IDataObject),
			delivery: { id: delivery?.id, kind: 'alert', attempt: delivery?.attempt },
			alert: {
				title: 'Globex',
				channel: 'email',
				recipient: { email: 'jo@team.example', slack: 'U024BE7LH', isFallback: false },
			},
		};
	});

	const record = async (
		answer: IDataObject | INodeExecutionData,
		sentItem: unknown = sent,
		onError: OnError = 'stopWorkflow',
	) => await run([answer], { operation: 'recordDelivery', sentItem: sentItem as never }, onError);
	const message = async () => (await log.messages())[0];

	it('keeps what is to follow, and whom the links went to', async () => {
		const opened = await log.open();
		await opened.saveResponseAddress('w/n', 'https://n8n.example/answers', new Date());
		const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
		const { delivery } = await opened.leaseDelivery(60_000, later(2));
		const token = new URL(delivery?.links?.useful ?? '').searchParams.get('token') ?? '';
		const alert = {
			title: 'Globex',
			channel: 'email',
			recipient: { name: 'Jo', email: 'jo@team.example', isFallback: false },
			followUps: [{ kind: 'reminder', at: later(60).toISOString() }],
		};
		await record({ accepted: ['jo@team.example'], rejected: [] }, { delivery, alert } as never);
		expect((await opened.readAnswerTarget(token, new Date()))?.person).toBe('Jo');
		const next = await opened.leaseDelivery(60_000, later(60));
		expect(next.delivery?.kind).toBe('reminder');
	});

	it.each<[string, IDataObject]>([
		['Slack', { ok: true, channel: 'C1', message_timestamp: '1.2', message: { ts: '1.2' } }],
		['Send Email', { accepted: ['jo@team.example'], rejected: [] }],
		[
			'Send Email, with a copy that was refused',
			{ accepted: ['jo@team.example'], rejected: ['gone@team.example'] },
		],
		[
			'Teams',
			{
				id: '1616990032035',
				body: { content: 'x', contentType: 'html' },
				chatId: '19:x',
				from: {},
			},
		],
		['a node we do not know', { posted: 'yes' }],
	])('takes the answer of %s for a delivery', async (_, answer) => {
		const { outputs, error } = await record(answer);
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toMatchObject({
			...answer,
			delivery: { kind: 'alert', attempt: 1 },
			log: { state: 'delivered', isRepeat: false },
		});
		expect(outputs[0]?.[0]?.pairedItem).toEqual({ item: 0 });
		expect(await message()).toMatchObject({
			state: 'alerted',
			delivery: { state: 'delivered', channel: 'email', recipient: 'jo@team.example' },
		});
	});

	it('tells the helpdesk and the CRM of an alert once, not again where its owner handed it on', async () => {
		const opened = await log.open();
		const sentTo = async (email: string, when: Date) => {
			const { delivery } = await opened.leaseDelivery(60_000, when);
			const { content, ...rest } = delivery ?? {};
			const alert = { title: 'Globex', channel: 'email', recipient: { email } };
			const item = { ...content, delivery: rest, alert } as never;
			const { outputs } = await record({ accepted: [email], rejected: [] }, item);
			const link = new URL(delivery?.links?.wrongOwner ?? 'none:');
			return { json: outputs[0]?.[0]?.json, token: link.searchParams.get('token') ?? '' };
		};
		await opened.saveResponseAddress('w/n', 'https://n8n.example/answers', new Date());
		const later = new Date(Date.now() + 120_000);
		const { json, token } = await sentTo('jo@team.example', later);
		expect(json).toMatchObject({
			writeBack: { note: expect.stringMatching(/^CS told: jo/) as string },
		});
		await opened.answer({ token, action: 'wrongOwner' }, later);
		const next = await sentTo('kim@team.example', later);
		expect(next.json).toMatchObject({ log: { state: 'delivered', isRepeat: false } });
		expect(next.json).not.toHaveProperty('writeBack');
	});

	it('remembers Slack’s message, so that an update finds it', async () => {
		await record({ ok: true, channel: 'C1', message_timestamp: '1.2' });
		await run([decided('2', 'alert')], { operation: 'recordDecision' });
		const { delivery } = await (await log.open()).leaseDelivery(60_000, new Date());
		expect(delivery).toMatchObject({ kind: 'update', message: { channel: 'C1', ts: '1.2' } });
	});

	it.each<[string, IDataObject | INodeExecutionData, string]>([
		[
			'Slack says so',
			{ ok: false, error: 'channel_not_found' },
			'Slack refused the message: channel_not_found',
		],
		[
			'the mail server refused',
			{ accepted: [], rejected: ['jo@team.example'] },
			'The mail server refused jo@team.example',
		],
		[
			'its node went on after an error',
			{ error: 'The service refused the connection - perhaps it is offline' },
			'The service refused the connection',
		],
		[
			'its node says so in an object',
			{ error: { message: 'connect ECONNREFUSED 127.0.0.1:9' } },
			'connect ECONNREFUSED 127.0.0.1:9',
		],
		[
			'a proxy answered for it',
			{ json: '<html>login</html>' as never, pairedItem: { item: 0 } },
			'cannot be read',
		],
	])('fails the run when %s, saying why and when it is tried again', async (_, answer, words) => {
		const { error } = await record(answer);
		expect(error?.message).toContain(words);
		expect(error?.message).toMatch(/\. It is tried again at [^:]*\d:\d\d [AP]M \([A-Z][\w/]+\)$/);
		expect(error?.itemIndex).toBe(0);
		expect(await message()).toMatchObject({
			state: 'alerting',
			delivery: { state: 'due', attempts: 1 },
		});
	});

	it.each([
		['passed through a disabled node', () => sent],
		['is nothing', () => ({})],
	])(
		'takes what %s for no delivery, and lets the alert go another way at once',
		async (_, answer) => {
			const { alert } = sent as { alert: IDataObject };
			const chosen = { ...sent, alert: { ...alert, channelBecause: 'Jo prefers it' } };
			const { error } = await record(answer(), chosen);
			expect(error?.message).toMatch(
				/^Not delivered: Nothing was sent by email: the node "[^"]+" is disabled .* because Jo prefers it\. .* It is tried another way at once$/,
			);
			const { delivery } = await (await log.open()).leaseDelivery(60_000, new Date());
			expect(delivery).toMatchObject({ attempt: 2, step: 'otherChannel', mayBeRepeat: false });
		},
	);

	it('keeps the reason when the node is set to go on', async () => {
		const { outputs } = await record(
			{ ok: false, error: 'is_archived' },
			sent,
			'continueRegularOutput',
		);
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			message: expect.stringContaining('is_archived') as string,
		});
	});

	it('twice is once, and who comes late changes nothing', async () => {
		await record({ ok: true });
		const { outputs, error } = await record({ ok: false, error: 'late' });
		expect(error).toBeUndefined();
		expect(logsOf(outputs)).toEqual([
			expect.objectContaining({ state: 'delivered', isRepeat: true }),
		]);
	});

	it('does not promise a time while another attempt is under way', async () => {
		await record({ ok: false, error: 'x' });
		await (await log.open()).leaseDelivery(60_000, new Date(Date.now() + 3_600_000));
		const { error } = await record({ ok: false, error: 'late' });
		expect(error?.message).toContain('Another attempt is under way');
	});

	it('takes the sample of CS Alert Trigger without writing anything', async () => {
		const sample = { ...sent, delivery: { id: 'test', kind: 'alert', attempt: 1 } };
		expect(logsOf((await record({ ok: true }, sample)).outputs)).toEqual([
			{ state: 'delivered', isTest: true },
		]);
		expect(logsOf((await record({ ok: false, error: 'x' }, sample)).outputs)).toEqual([
			{ state: 'not delivered', reason: 'Slack refused the message: x', isTest: true },
		]);
		expect((await message())?.delivery).toMatchObject({ state: 'sending' });
	});

	it('takes the sent item as JSON text, too', async () => {
		expect((await record({ ok: true }, JSON.stringify(sent))).error).toBeUndefined();
	});

	it.each<[string, unknown, string]>([
		['missing', '', 'Sent Item is no item'],
		['no JSON', 'the alert', 'Sent Item is no item'],
		['a list', '[1]', 'Sent Item is no item'],
		[
			'of a workflow without CS Alert Trigger',
			{ ticket: { key: 'a' } },
			'Sent Item holds no delivery',
		],
		['without an ID', { delivery: { kind: 'alert' } }, 'delivery.id is missing'],
		['of no known kind', { delivery: { id: 'x', kind: 'post' } }, 'delivery.kind must be one of'],
		['of another log', { delivery: { id: 'x', kind: 'alert' } }, 'The log knows no delivery "x"'],
	])('refuses a sent item that is %s, in words that say what to do', async (_, sentItem, words) => {
		const { error } = await record({ ok: true }, sentItem);
		expect(error).toMatchObject({
			itemIndex: 0,
			message: expect.stringContaining(words) as string,
		});
	});
});

describe('Get Messages', () => {
	const getMessages = (extra: INodeParameters = {}) => ({
		operation: 'getMessages',
		withinDays: 7,
		limit: 50,
		filters: {},
		...extra,
	});
	beforeEach(async () => {
		await run([decided('1', 'alert'), decided('2', 'digest'), decided('3', 'review')], {
			operation: 'recordDecision',
		});
	});
	const keysOf = (outputs: INodeExecutionData[][]) =>
		(outputs[0] ?? []).map(({ json }) => String(json.ticketKey).split(':')[2]).sort();

	it('gives one item a message for each item that asks, paired with it', async () => {
		const { outputs } = await run([{ a: 1 }, { a: 2 }], getMessages());
		expect(keysOf(outputs)).toEqual(['1', '1', '2', '2', '3', '3']);
		expect(outputs[0]?.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual([
			0, 0, 0, 1, 1, 1,
		]);
		expect(outputs[0]?.[0]?.json).not.toHaveProperty('a');
	});

	it.each([
		[{ states: ['monitored', 'unattached'] }, ['2', '3']],
		[{ states: [] }, ['1', '2', '3']],
		[{ ticketKey: ' zendesk:acme:1 ' }, ['1']],
		[{ accountId: 'globex' }, ['1', '2', '3']],
		[{ accountId: 'nobody' }, []],
		[{ requesterEmail: 'MIA@globex.example' }, ['1', '2', '3']],
		[{ minimumScore: 86 }, []],
		[{ minimumScore: 0 }, ['1', '2', '3']],
	])('finds by %j', async (filters, keys) => {
		const { outputs } = await run([{}], getMessages({ filters }));
		expect(keysOf(outputs)).toEqual(keys);
	});

	it('gives no more than its limit', async () => {
		expect((await run([{}], getMessages({ limit: 2 }))).outputs[0]).toHaveLength(2);
	});

	it.each([
		['withinDays', 'Received Within Days must be a number, 0 or more'],
		['limit', 'Limit must be a number, 0 or more'],
	])('refuses %s where an expression found nothing, naming the item', async (field, words) => {
		const { error } = await run(
			[{}, {}],
			getMessages({ [field]: '={{ $itemIndex === 1 ? "" : 7 }}' }),
		);
		expect(error).toMatchObject({ itemIndex: 1, message: words });
	});

	it('goes on with the item that failed, when it is set to', async () => {
		const { outputs } = await run(
			[{ a: 1 }, { a: 2 }],
			getMessages({ withinDays: '={{ $itemIndex === 0 ? "" : 7 }}', limit: 1 }),
			'continueRegularOutput',
		);
		expect(outputs[0]?.map(({ json }) => json)).toEqual([
			{ a: 1, error: expect.any(Object) as object },
			expect.objectContaining({ ticketKey: expect.any(String) as string }),
		]);
	});
});

describe('Queue Digest', () => {
	const queueDigest = { operation: 'queueDigest', digestDays: 7 };

	it('puts one into the outbox, once an execution', async () => {
		await run([decided('1', 'digest')], { operation: 'recordDecision' });
		const input = { week: 47 };
		const first = await run([input], { ...queueDigest, digestForOwners: false });
		expect(logsOf(first.outputs)).toEqual([{ isQueued: true }]);
		expect(first.outputs[0]?.[0]?.json).toMatchObject({
			week: 47,
			digest: expect.any(Object) as object,
		});
		expect(input).toEqual({ week: 47 });
		// n8n's engine of these tests gives every execution the same ID.
		const again = await run([input], { ...queueDigest, digestForOwners: false });
		expect(logsOf(again.outputs)).toEqual([{ isQueued: false }]);
		const { delivery } = await (await log.open()).leaseDelivery(60_000, new Date());
		expect(delivery).toMatchObject({
			kind: 'digest',
			content: { digest: expect.any(Object) as object },
		});
	});

	it('puts one for each owner behind that of the lead, once an execution as well', async () => {
		const bo = { name: 'Bo', email: 'bo@team.example', channel: 'email' };
		const ofBo = { account: { status: 'matched', id: 'initech', name: 'Initech', owner: bo } };
		await run([decided('1'), decided('2', 'digest', ofBo)], { operation: 'recordDecision' });
		const { outputs } = await run([{ week: 47 }], queueDigest);
		const [lead, ...owners] = outputs[0] ?? [];
		expect(lead).toMatchObject({
			json: { week: 47, digest: { counts: { monitored: 2 } } },
			pairedItem: { item: 0 },
		});
		const ownerOf = ({ json }: INodeExecutionData) => (json.digest as IDataObject).owner;
		expect(owners.map(ownerOf)).toHaveLength(2);
		expect(owners.map(ownerOf)).toEqual(
			expect.arrayContaining([bo, { email: 'jo@team.example', channel: 'email' }]),
		);
		expect(owners).toMatchObject(Array(2).fill({ json: { week: 47 }, pairedItem: { item: 0 } }));
		expect(logsOf(outputs)).toEqual(Array(3).fill({ isQueued: true }));
		const again = await run([{ week: 47 }], queueDigest);
		expect(logsOf(again.outputs)).toEqual(Array(3).fill({ isQueued: false }));
	});

	it('refuses days that are none, naming the item', async () => {
		const { error } = await run([{}, {}, {}], {
			...queueDigest,
			digestDays: '={{ $itemIndex === 1 ? null : 7 }}',
		});
		expect(error).toMatchObject({ itemIndex: 1, message: 'Days must be a number, 0 or more' });
	});
});

describe('Try Again', () => {
	const tryAgain = (extra: INodeParameters = {}) => ({
		operation: 'tryAgain',
		what: ['failed', 'undelivered'],
		againTicketKey: '',
		...extra,
	});

	beforeEach(async () => {
		const opened = await log.open();
		const long = new Date(Date.now() - 49 * 3_600_000);
		for (const id of ['1', '2']) {
			await opened.takeIn(
				{ ticket: { key: `zendesk:acme:${id}`, messageId: 'new' }, source: 'w/n', workflowId: 'w' },
				long,
			);
		}
		const options = { source: 'w/n', limit: 9, leaseMs: 1000, kind: 'normal' as const };
		const { token } = await opened.leaseMessages(options, new Date());
		await opened.settleMessages(token, { isSuccess: false, error: 'HubSpot' }, new Date());
	});

	it('makes what failed due at once, and says how many', async () => {
		const { outputs } = await run([{ a: 1 }], tryAgain());
		expect(outputs[0]?.[0]?.json).toEqual({ a: 1, log: { ticketsDue: 2, alertsDue: 0 } });
		expect(await statesOf()).toEqual({
			'zendesk:acme:1': 'received',
			'zendesk:acme:2': 'received',
		});
	});

	it('of one ticket leaves the others', async () => {
		await run([{}], tryAgain({ againTicketKey: 'zendesk:acme:1' }));
		expect(await statesOf()).toEqual({ 'zendesk:acme:1': 'received', 'zendesk:acme:2': 'failed' });
	});

	it('of undelivered alerts leaves failed tickets', async () => {
		await run([{}], tryAgain({ what: ['undelivered'] }));
		expect(await statesOf()).toEqual({ 'zendesk:acme:1': 'failed', 'zendesk:acme:2': 'failed' });
	});

	it('of nothing says so', async () => {
		const { error } = await run([{}], tryAgain({ what: [] }));
		expect(error?.message).toBe('What to Try Again is empty. Choose at least one entry');
	});
});

describe('Purge', () => {
	const purge = (extra: INodeParameters = {}) => ({
		operation: 'purge',
		textDays: 90,
		deleteDays: 0,
		...extra,
	});
	beforeEach(async () => {
		const opened = await log.open();
		const ago = new Date(Date.now() - 10 * 86_400_000);
		const skippedBecause = 'Written by an agent';
		await opened.takeIn(
			{
				ticket: { key: 'zendesk:acme:1', subject: 'Old' },
				source: 'w/n',
				workflowId: 'w',
				skippedBecause,
			},
			ago,
		);
	});

	it.each([
		[{ textDays: 90 }, { messagesWithoutText: 0, messagesDeleted: 0 }, 1],
		[{ textDays: 9 }, { messagesWithoutText: 1, messagesDeleted: 0 }, 1],
		[{ textDays: 90, deleteDays: 9 }, { messagesWithoutText: 0, messagesDeleted: 1 }, 0],
		[{ textDays: 90, deleteDays: 11 }, { messagesWithoutText: 0, messagesDeleted: 0 }, 1],
		[{ textDays: '90' }, { messagesWithoutText: 0, messagesDeleted: 0 }, 1],
		[{ textDays: 1e12 }, { messagesWithoutText: 0, messagesDeleted: 0 }, 1],
	])('%j removes %j', async (days, removed, left) => {
		const { outputs, error } = await run([{ a: 1 }], purge(days));
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toEqual({ a: 1, log: removed });
		expect(await log.messages()).toHaveLength(left);
	});

	it.each([
		['textDays', ''],
		['textDays', '={{ $json.nothing }}'],
		['textDays', 'soon'],
		['textDays', -1],
		['deleteDays', ''],
		['deleteDays', '={{ null }}'],
	])('removes nothing when %s is %j: that is no number of days', async (field, value) => {
		const { error } = await run([{}], purge({ [field]: value }));
		expect(error?.message).toMatch(
			/^(Remove Texts|Delete Entries) After Days must be a number, 0 or more$/,
		);
		expect(await log.messages()).toEqual([expect.objectContaining({ subject: 'Old' })]);
	});
});

describe('every operation', () => {
	it.each(['queueDigest', 'getMessages', 'tryAgain', 'purge'])(
		'%s says in the log’s own words when the log cannot be opened, and keeps its items when set to go on',
		async (operation) => {
			breakLog();
			const parameters = {
				operation,
				digestDays: 7,
				withinDays: 7,
				limit: 5,
				textDays: 1,
				deleteDays: 0,
			};
			const { error } = await run([{ a: 1 }, { a: 2 }], parameters);
			expect(error).toMatchObject({
				itemIndex: 0,
				message: expect.stringContaining(log.folder()) as string,
			});
			const { outputs } = await run([{ a: 1 }, { a: 2 }], parameters, 'continueRegularOutput');
			expect(outputs[0]?.map(({ json }) => json.a)).toEqual([1, 2]);
		},
	);
});
