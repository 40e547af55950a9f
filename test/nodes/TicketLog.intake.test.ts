import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodeParameters,
	INodePropertyOptions,
} from 'n8n-workflow';
import { beforeEach, describe, expect, it } from 'vitest';

import { TicketLog } from '../../nodes/TicketLog/TicketLog.node';
import { runNode } from '../support/engine';
import { useTemporaryLog } from '../support/temporaryLog';

const log = useTemporaryLog();
const DAY = 86_400_000;
const SOURCE = 'w1/n1';
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);

type OnError = Parameters<typeof runNode>[3];
const run = async (
	items: IDataObject[],
	parameters: INodeParameters,
	onError: OnError = 'stopWorkflow',
) => await runNode(new TicketLog(), [items], parameters, onError);
const itemsOf = (outputs: INodeExecutionData[][]) => (outputs[0] ?? []).map(({ json }) => json);
const logsOf = (outputs: INodeExecutionData[][]) => itemsOf(outputs).map((json) => json.log);

/** A trigger that lives and has asked its helpdesk before. */
async function trigger(source = SOURCE, withApi = true): Promise<void> {
	const opened = await log.open();
	await opened.saveTrigger(
		{
			source,
			workflowId: source.split('/')[0] ?? '',
			helpdesk: 'zendesk',
			address: `https://n8n.example/webhook/${source}`,
		},
		new Date(),
	);
	if (withApi) await opened.saveTriggerProgress(source, { reconciledAt: daysAgo(0.01) });
}

/** The log's file cannot be made: n8n's user folder is taken by something else. */
function breakLog(): void {
	mkdirSync(join(log.folder(), '.n8n'), { recursive: true });
	writeFileSync(join(log.folder(), '.n8n', 'cs-alerts'), 'in the way');
}

describe('Take In', () => {
	const takeIn = (extra: INodeParameters = {}): INodeParameters => ({
		operation: 'takeIn',
		ticketId: '={{ $json.id }}',
		helpdeskName: 'HubSpot',
		subject: '={{ $json.subject }}',
		body: '={{ $json.text }}',
		requesterEmail: '={{ $json.from }}',
		...extra,
	});
	const mail = (id: number | string, extra: IDataObject = {}): IDataObject => ({
		id,
		subject: `Ticket ${id}`,
		text: 'The export fails',
		from: 'Mia Chen <mia@globex.example>',
		...extra,
	});
	const lease = async () =>
		await (
			await log.open()
		).leaseMessages(
			{ source: SOURCE, limit: 50, leaseMs: 1000, kind: 'normal', alsoTakenIn: true },
			new Date(),
		);

	it('puts each ticket into the log, says so on its item, and hands it to a trigger', async () => {
		const input = [mail(1), mail(2)];
		const before = structuredClone(input);
		const { outputs, error } = await run(input, takeIn());
		expect(error).toBeUndefined();
		expect(input).toEqual(before);
		expect(itemsOf(outputs)).toEqual(
			[1, 2].map((id) => ({
				...mail(id),
				log: { outcome: 'new', ticketKey: `other:HubSpot:${id}`, messageId: 'new' },
			})),
		);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		const { entries } = await lease();
		expect(entries[0]?.ticket).toMatchObject({
			key: 'other:HubSpot:1',
			messageId: 'new',
			event: 'new',
			helpdesk: 'other',
			instance: 'HubSpot',
			id: '1',
			subject: 'Ticket 1',
			body: 'The export fails',
			requester: { email: 'mia@globex.example', name: 'Mia Chen' },
		});
	});

	it('takes all fields there are', async () => {
		const { error } = await run(
			[mail(1)],
			takeIn({
				event: 'reply',
				messageId: 'm-7',
				requesterName: 'Mia',
				ticketFields: {
					channel: 'email',
					createdAt: '={{ DateTime.fromISO("2026-11-23T09:00:00Z") }}',
					isTest: true,
					organizationExternalId: '001A',
					organizationId: '9',
					organizationName: 'Globex',
					tags: '={{ ["billing", "vip"] }}',
					url: 'https://app.hubspot.example/ticket/1',
				},
			}),
		);
		expect(error).toBeUndefined();
		expect((await lease()).entries[0]?.ticket).toMatchObject({
			messageId: 'm-7',
			event: 'reply',
			requester: { email: 'mia@globex.example', name: 'Mia' },
			channel: 'email',
			createdAt: '2026-11-23T09:00:00.000Z',
			isTest: true,
			organization: { id: '9', name: 'Globex', externalId: '001A' },
			tags: ['billing', 'vip'],
			url: 'https://app.hubspot.example/ticket/1',
		});
	});

	it.each<[string, IDataObject, INodeParameters, string]>([
		[
			'a colleague’s',
			{ from: 'Ann <ann@eu.northwind.example>' },
			{ ownDomains: 'northwind.example' },
			'ann@eu.northwind.example is at your own domain "northwind.example" (Own Domains)',
		],
		[
			'an excluded sender’s',
			{ from: 'news@letters.example' },
			{ excludedSenders: 'letters.example' },
			'news@letters.example is left out by "letters.example" (Excluded Senders)',
		],
		[
			'one with an excluded tag',
			{},
			{ excludedTags: 'internal', ticketFields: { tags: 'vip, Internal' } },
			'The ticket has the tag "Internal" (Excluded Tags)',
		],
		[
			'a bounce',
			{ from: 'mailer-daemon@mx.example' },
			{},
			'A mail server wrote this, not a person',
		],
		[
			'an absence note',
			{ headers: { 'auto-submitted': 'Auto-Submitted: auto-replied' } },
			{ ticketFields: { mailHeaders: '={{ $json.headers }}' } },
			'The mail is an automatic reply (its headers say so)',
		],
	])(
		'logs %s as skipped, with the reason, and hands it on to nobody',
		async (_, over, more, reason) => {
			const { outputs, error, hints } = await run([mail(1, over)], takeIn(more));
			expect(error).toBeUndefined();
			// Nothing waits, so that nobody has to hand it on.
			expect(hints).toEqual([]);
			expect(logsOf(outputs)).toMatchObject([{ outcome: 'new', skippedBecause: reason }]);
			expect((await lease()).entries).toEqual([]);
			const opened = await log.open();
			const [row] = await opened.findMessages({ limit: 10, states: [] });
			expect(row).toMatchObject({ state: 'skipped', reason });
			expect(logsOf((await run([mail(1, over)], takeIn(more))).outputs)).toMatchObject([
				{ outcome: 'known' },
			]);
		},
	);

	it('takes the customer whose mail a colleague forwarded', async () => {
		const text =
			'FYI\n\n---------- Forwarded message ---------\nFrom: Mia Chen <mia@globex.example>\nDate: Mon, 23 Nov 2026 at 09:00\nSubject: Export\nTo: Ann <ann@northwind.example>\n\nThe export has been broken for a week.';
		const { error } = await run(
			[mail(1, { from: 'ann@northwind.example', text })],
			takeIn({ ownDomains: 'northwind.example' }),
		);
		expect(error).toBeUndefined();
		expect((await lease()).entries[0]?.ticket).toMatchObject({
			requester: { email: 'mia@globex.example', name: 'Mia Chen' },
			forwardedBy: 'ann@northwind.example',
		});
	});

	it('names the field whose entry cannot be read, and takes nothing in', async () => {
		const { error } = await run([mail(1)], takeIn({ ownDomains: 'ann@northwind.example' }));
		expect(error?.message).toContain('in Own Domains is not a domain');
		expect((await lease()).entries).toEqual([]);
	});

	it('twice is once, and a failed one is taken again', async () => {
		await run([mail(1)], takeIn());
		expect(logsOf((await run([mail(1)], takeIn())).outputs)).toMatchObject([{ outcome: 'known' }]);
		const opened = await log.open();
		expect(await opened.endAbandoned(new Date(Date.now() + 3 * DAY))).toBe(1);
		expect(logsOf((await run([mail(1)], takeIn())).outputs)).toMatchObject([{ outcome: 'again' }]);
		const reply = takeIn({ event: 'reply', messageId: 'r1' });
		expect(logsOf((await run([mail(1)], reply)).outputs)).toMatchObject([
			{ outcome: 'new', messageId: 'r1' },
		]);
	});

	it('drops a link that leads to no web page', async () => {
		await run([mail(1)], takeIn({ ticketFields: { url: 'javascript:alert(1)' } }));
		expect((await log.messages())[0]).not.toHaveProperty('url');
	});

	it.each<[string, IDataObject, INodeParameters, string]>([
		['has no ID', { id: '' }, {}, 'The field "Ticket ID" is empty. Map it to what tells'],
		['is a reply without an ID', {}, { event: 'reply' }, 'The field "Message ID" is empty'],
	])('refuses a ticket that %s, naming item and field', async (_, over, extra, words) => {
		const { error } = await run([mail(1, over)], takeIn(extra));
		expect(error).toMatchObject({
			itemIndex: 0,
			message: expect.stringContaining(words) as string,
		});
	});

	it('takes the others all the same, when the node is set to go on', async () => {
		const items = [mail(1), mail('', { text: 'kept' }), mail(3)];
		const { outputs } = await run(items, takeIn(), 'continueRegularOutput');
		expect(logsOf(outputs)).toEqual([
			expect.objectContaining({ outcome: 'new' }),
			undefined,
			expect.objectContaining({ outcome: 'new' }),
		]);
		expect(itemsOf(outputs)[1]).toMatchObject({
			text: 'kept',
			error: { message: expect.stringContaining('Ticket ID') as string },
		});
		expect(await log.messages()).toHaveLength(2);
	});

	it('is tried again where it failed on the way, as long as a trigger hands it on', async () => {
		await trigger();
		await run([mail(1)], takeIn());
		const [entry] = (await lease()).entries;
		const ticket = { ...entry?.ticket } as IDataObject;
		const failed = { ticket, error: { message: 'no model', node: 'Sentiment Score' } };
		const { error } = await run([failed], { operation: 'recordDecision' });
		expect(error?.description).toContain('This one is tried again at');
	});

	it('warns while no trigger hands the tickets on', async () => {
		const first = await run([mail(1)], takeIn());
		expect(first.hints).toEqual([
			expect.stringContaining('No Support Ticket Trigger hands these tickets on'),
		]);
		await trigger();
		await lease();
		expect((await run([mail(2)], takeIn())).hints).toEqual([]);
	});
});

describe('Get Intake Status', () => {
	const status = { operation: 'getIntakeStatus' };

	it('gives one item a trigger, with its backfills, for each item that asks', async () => {
		await trigger();
		await trigger('w2/n2', false);
		const opened = await log.open();
		const period = { source: SOURCE, from: daysAgo(90), to: daysAgo(1) };
		const { id } = await opened.startBackfill(period, daysAgo(0.5));
		await opened.saveBackfillPage(
			id,
			{ position: 'secret cursor', tickets: 40, total: 100 },
			new Date(),
		);
		await opened.saveTriggerProgress(SOURCE, {
			missing: 3,
			missingSince: daysAgo(1),
			reconcileError: 'Zendesk answered 500',
			registration: 'webhook 7',
		});
		const notice = { helpdesk: 'zendesk', instance: 'acme', workflowId: 'w1', source: SOURCE };
		await opened.notice(
			[{ ...notice, key: 'zendesk:acme:1', id: '1', foundBy: 'reconcile' }],
			new Date(),
		);
		const ticket = { key: 'zendesk:acme:2', messageId: 'new' };
		await opened.takeIn({ ticket, source: SOURCE, workflowId: 'w1' }, new Date());

		const { outputs } = await run([{ a: 1 }, { a: 2 }], status);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 1, 1].map((item) => ({ item })),
		);
		const one = itemsOf(outputs).find(({ source }) => source === SOURCE);
		expect(one).toEqual({
			source: SOURCE,
			workflowId: 'w1',
			helpdesk: 'zendesk',
			address: 'https://n8n.example/webhook/w1/n1',
			isRunning: true,
			seenAt: expect.any(String) as string,
			firstSeenAt: expect.any(String) as string,
			lastHeardAt: expect.any(String) as string,
			reconciledAt: expect.any(String) as string,
			missing: 3,
			missingSince: expect.any(String) as string,
			reconcileError: 'Zendesk answered 500',
			hasApi: true,
			ticketsWaiting: 1,
			messagesWaiting: 1,
			backfills: [
				{
					id,
					from: period.from.toISOString(),
					to: expect.any(String) as string,
					state: 'running',
					ticketsDone: 40,
					ticketsInAll: 100,
					ticketsWaiting: 0,
					ticketsPerMinute: expect.any(Number) as number,
					expectedEnd: expect.any(String) as string,
					messages: 0,
					messagesDecided: 0,
					progress: expect.stringMatching(
						/^40 of 100 tickets looked at, 0 of 0 messages decided, 0\.1 tickets a minute, done at about /,
					) as string,
					stage: 'running',
					reportDays: expect.any(Number) as number,
					startedAt: expect.any(String) as string,
				},
			],
		});
		expect(JSON.stringify(itemsOf(outputs))).not.toMatch(/secret cursor|webhook 7/);
		const other = itemsOf(outputs).find(({ source }) => source === 'w2/n2');
		expect(other).toMatchObject({ hasApi: false, backfills: [], ticketsWaiting: 0 });
	});

	it('tells a trigger that is gone from one that runs', async () => {
		await (await log.open()).saveTrigger({ source: SOURCE, workflowId: 'w1' }, daysAgo(1));
		expect(itemsOf((await run([{}], status)).outputs)).toMatchObject([{ isRunning: false }]);
	});
});

describe('backfills', () => {
	const start = (extra: INodeParameters = {}): INodeParameters => ({
		operation: 'startBackfill',
		backfillTrigger: SOURCE,
		backfillFrom: '2026-01-01T00:00:00Z',
		backfillTo: '2026-02-01T00:00:00Z',
		...extra,
	});
	const stop = (id: string) => ({ operation: 'stopBackfill', runningBackfill: id });
	const goOn = (id: string) => ({ operation: 'continueBackfill', stoppedBackfill: id });
	const options = async (method: keyof TicketLog['methods']['loadOptions']) =>
		(await new TicketLog().methods.loadOptions[method].call({
			getNode: () => ({ name: 'Ticket Log' }),
			getTimezone: () => 'UTC',
		} as ILoadOptionsFunctions)) satisfies INodePropertyOptions[];
	beforeEach(async () => await trigger());

	it('are started, stopped and continued', async () => {
		const { outputs, error } = await run([{ a: 1 }], start());
		expect(error).toBeUndefined();
		const [json] = itemsOf(outputs);
		expect(json).toMatchObject({
			a: 1,
			log: { state: 'running', from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' },
		});
		const { id } = json?.log as { id: string };
		expect(logsOf((await run([{}], stop(id))).outputs)).toMatchObject([{ id, state: 'stopped' }]);
		expect(logsOf((await run([{}], goOn(id))).outputs)).toMatchObject([{ id, state: 'running' }]);
	});

	it('end now where no end is chosen, and take n8n’s own dates', async () => {
		const { outputs } = await run(
			[{}],
			start({ backfillFrom: '={{ $now.minus({ days: 30 }) }}', backfillTo: '' }),
		);
		const [{ from, to } = {}] = logsOf(outputs) as Array<{ from?: string; to?: string }>;
		expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBeGreaterThan(29.9 * DAY);
		expect(Math.abs(Date.parse(to ?? '') - Date.now())).toBeLessThan(60_000);
	});

	it.each<[INodeParameters, string]>([
		[{ backfillTrigger: '={{ "" }}' }, 'Trigger is empty. Choose an entry of the list'],
		[{ backfillTrigger: 'w9/n9' }, 'The log knows no trigger "w9/n9"'],
		[{ backfillFrom: '={{ "" }}' }, 'From is empty'],
		[{ backfillFrom: 'soon' }, 'From is no date'],
		[{ backfillTo: 'later' }, 'To is no date'],
		[{ backfillFrom: '2026-03-01T00:00:00Z' }, 'From must be before To'],
		[
			{ backfillFrom: '2090-01-01T00:00:00Z', backfillTo: '2091-01-01T00:00:00Z' },
			'From lies in the future',
		],
	])('are not started with %j, naming item and field', async (extra, words) => {
		const { error } = await run([{}], start(extra));
		expect(error).toMatchObject({
			itemIndex: 0,
			message: expect.stringContaining(words) as string,
		});
		expect(await (await log.open()).backfills({ limit: 9 })).toEqual([]);
	});

	it('need a trigger with an API credential, and one at a time', async () => {
		await trigger('w2/n2', false);
		const { error } = await run([{}], start({ backfillTrigger: 'w2/n2' }));
		expect(error?.message).toContain('Add the credential to the trigger');
		const twice = await run([{}, { a: 2 }], start(), 'continueRegularOutput');
		expect(itemsOf(twice.outputs)).toMatchObject([
			{ log: { state: 'running' } },
			{ a: 2, error: { message: expect.stringContaining('is running') as string } },
		]);
	});

	it.each([
		[stop('={{ "" }}'), 'Backfill is empty'],
		[stop('none'), 'The log knows no backfill "none"'],
		[goOn('none'), 'The log knows no backfill "none"'],
	])('are named: %j', async (parameters, words) => {
		const { error } = await run([{}], parameters);
		expect(error).toMatchObject({
			itemIndex: 0,
			message: expect.stringContaining(words) as string,
		});
	});

	it('are offered in lists: triggers with an API, what runs, what stands still', async () => {
		await trigger('w2/n2', false);
		expect(await options('getBackfillTriggers')).toEqual([
			{
				name: 'Zendesk in Workflow w1: https://n8n.example/webhook/w1/n1',
				value: SOURCE,
			},
		]);
		const { outputs } = await run([{}], start());
		const [{ id = '' } = {}] = logsOf(outputs) as Array<{ id?: string }>;
		const name = (state: string) =>
			`Zendesk in Workflow w1: https://n8n.example/webhook/w1/n1: 2026-01-01 to 2026-02-01, ${state}`;
		expect(await options('getRunningBackfills')).toMatchObject([
			{ name: name('running'), value: id },
		]);
		expect(await options('getStoppedBackfills')).toEqual([]);
		await run([{}], stop(id));
		expect(await options('getRunningBackfills')).toEqual([]);
		expect(await options('getStoppedBackfills')).toMatchObject([
			{ name: name('stopped'), value: id },
		]);
	});
});

describe('every operation of intake', () => {
	const parameters: INodeParameters = {
		ticketId: '1',
		backfillTrigger: SOURCE,
		backfillFrom: '2026-01-01',
		backfillTo: '',
		runningBackfill: 'b',
		stoppedBackfill: 'b',
	};

	it.each(['takeIn', 'getIntakeStatus', 'startBackfill', 'stopBackfill', 'continueBackfill'])(
		'%s says in the log’s own words when the log cannot be opened, and keeps its items when set to go on',
		async (operation) => {
			breakLog();
			const { error } = await run([{ a: 1 }, { a: 2 }], { ...parameters, operation });
			expect(error).toMatchObject({
				itemIndex: 0,
				message: expect.stringContaining(log.folder()) as string,
			});
			const { outputs } = await run(
				[{ a: 1 }, { a: 2 }],
				{ ...parameters, operation },
				'continueRegularOutput',
			);
			expect(itemsOf(outputs).map(({ a }) => a)).toEqual([1, 2]);
		},
	);
});
