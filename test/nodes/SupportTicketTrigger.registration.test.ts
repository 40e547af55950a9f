import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { forgetSecrets } from '../../nodes/SupportTicketTrigger/keptSecrets';
import {
	isSetUp,
	keepRegistered,
	setUp,
	takeDown,
} from '../../nodes/SupportTicketTrigger/registration';
import { readReceivingSettings } from '../../nodes/SupportTicketTrigger/settings';
import { hookDouble } from '../support/hookDouble';
import { useTemporaryLog } from '../support/temporaryLog';
import { triggerDouble } from '../support/triggerDouble';
import { ADMIN, startZendesk, type ZendeskStandIn } from '../support/zendesk/server';
import { BY_API } from '../support/zendesk/signed';

const log = useTemporaryLog();
const HOST = 'northwind.zendesk.com';
const SOURCE = 'workflow-1/node-1';
const ADDRESS = 'https://n8n.example/webhook/cs-alerts/zendesk';

let zendesk: ZendeskStandIn;
beforeEach(async () => {
	forgetSecrets();
	zendesk = await startZendesk();
});
afterEach(async () => await zendesk.close());

type Options = Parameters<typeof hookDouble>[0];
const hook = (over: Options = {}) =>
	hookDouble({
		...BY_API,
		hosts: { [HOST]: zendesk.url },
		...over,
	});

/** As n8n publishes: only what is not set up is set up. Returns whether something was. */
async function publish(over: Options = {}): Promise<boolean> {
	const { context } = hook(over);
	if (await isSetUp(context)) return false;
	await setUp(context);
	return true;
}

/** As the published trigger does by and by. */
async function look(source = SOURCE): Promise<boolean> {
	const { context } = triggerDouble({ ...BY_API, hosts: { [HOST]: zendesk.url } });
	return await keepRegistered(context, readReceivingSettings(context), source);
}

const only = <T>(values: Iterable<T>): T => {
	const [first, ...more] = values;
	if (first === undefined || more.length > 0) throw new Error(`not one, but ${more.length + 1}`);
	return first;
};
const writes = () => zendesk.calls.filter((call) => !call.startsWith('GET '));

describe('publishing', () => {
	it('registers one webhook and one rule that points at it, and remembers their IDs', async () => {
		expect(await publish()).toBe(true);
		const webhook = only(zendesk.webhooks.values());
		const rule = only(zendesk.triggers.values());
		expect(webhook).toMatchObject({ endpoint: ADDRESS, name: 'CS Alerts: Support tickets' });
		expect(rule.actions[0]?.value).toEqual([webhook.id, '{"ticket_id":"{{ticket.id}}"}']);
		const opened = await log.open();
		const stored = (await opened.triggerProgress(SOURCE))?.registration;
		expect(JSON.parse(stored ?? '')).toEqual({
			webhookId: webhook.id,
			triggerId: String(rule.id),
		});
		expect(stored).not.toContain(webhook.secret);
	});

	it('again changes nothing at Zendesk', async () => {
		await publish();
		zendesk.calls.length = 0;
		expect(await publish()).toBe(false);
		expect(writes()).toEqual([]);
	});

	it('under another address moves the webhook there, with the same IDs and secret', async () => {
		await publish();
		const { id, secret } = only(zendesk.webhooks.values());
		const rule = only(zendesk.triggers.keys());
		expect(await publish({ address: 'https://new.example/webhook/x' })).toBe(true);
		expect(only(zendesk.webhooks.values())).toMatchObject({
			id,
			secret,
			endpoint: 'https://new.example/webhook/x',
		});
		expect(only(zendesk.triggers.keys())).toBe(rule);
	});

	it.each<[string, () => void]>([
		['the webhook', () => (zendesk.webhooks as Map<unknown, unknown>).clear()],
		['the rule', () => (zendesk.triggers as Map<unknown, unknown>).clear()],
	])('makes again %s that vanished', async (_, vanish) => {
		await publish();
		vanish();
		expect(await publish()).toBe(true);
		expect(only(zendesk.triggers.values()).actions[0]?.value).toContain(
			only(zendesk.webhooks.keys()),
		);
	});

	it.each([
		['after an hour goes on where it was', 1, {}, '42'],
		[
			'after three days begins anew: what came meanwhile is none of its business',
			72,
			{},
			undefined,
		],
		['three days later by n8n’s own start goes on where it was', 72, { activation: 'init' }, '42'],
	] as const)('again %s', async (_what, hours, over, position) => {
		await publish();
		const opened = await log.open();
		const left = new Date(Date.now() - hours * 3_600_000);
		await opened.saveTrigger({ source: SOURCE, workflowId: 'workflow-1' }, left);
		await opened.saveTriggerProgress(SOURCE, { position: '42' });
		const before = Date.now();
		await isSetUp(hook(over).context);
		const progress = await opened.triggerProgress(SOURCE);
		expect(progress?.position).toBe(position);
		expect((progress?.firstSeenAt.getTime() ?? 0) >= before).toBe(position === undefined);
	});

	it('again after it was unpublished registers anew', async () => {
		await publish();
		await takeDown(hook().context);
		expect([zendesk.webhooks.size, zendesk.triggers.size]).toEqual([0, 0]);
		expect(await publish()).toBe(true);
		expect([zendesk.webhooks.size, zendesk.triggers.size]).toEqual([1, 1]);
	});

	it.each<[string, object, string]>([
		['is down', { status: 500 }, 'had a problem of its own (status 500). It is asked again later'],
		['is busy', { status: 429, body: 'Too many' }, 'is getting too many requests'],
		['refuses the credential', { status: 401, body: {} }, 'enter a valid API token'],
		['does not let the user', { status: 403, body: {} }, 'can be made by an admin'],
		['cannot be reached', { wire: 'reset' }, 'could not be reached'],
	])('fails in plain words where Zendesk %s, and leaves nothing there', async (_, fault, words) => {
		zendesk.faults.push({ match: /./, ...fault });
		await expect(publish()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining(words) as string,
		});
		zendesk.faults.length = 0;
		expect([zendesk.webhooks.size, zendesk.triggers.size]).toEqual([0, 0]);
		// Published once Zendesk answers again, it is as if nothing had been.
		expect(await publish()).toBe(true);
	});

	it('says which field is empty where the credential names no subdomain', async () => {
		const credentials = { zendeskApi: { email: ADMIN.email, apiToken: ADMIN.token } };
		await expect(publish({ credentials })).rejects.toMatchObject({
			message: expect.stringContaining('names no subdomain') as string,
		});
	});
});

describe('n8n that starts', () => {
	const init = { activation: 'init' as const };

	it('takes the word of the log, so that a helpdesk that is down keeps no workflow from starting', async () => {
		await publish();
		zendesk.faults.push({ match: /./, status: 503 });
		expect(await publish(init)).toBe(false);
		expect(await publish({ activation: 'leadershipChange' })).toBe(false);
		expect(await publish({ ...init, address: 'https://new.example/webhook/x' })).toBe(true);
		expect(only(await (await log.open()).triggers()).address).toBe('https://new.example/webhook/x');
	});

	it('is kept from nothing by a log that is down, and says so', async () => {
		await publish();
		await (await log.open()).close();
		process.env.N8N_USER_FOLDER = join(log.folder(), 'gone');
		writeFileSync(join(log.folder(), 'gone'), 'in the way');
		const { context, warnings } = hook(init);
		expect(await isSetUp(context)).toBe(true);
		expect(warnings[0]).toContain('whether it is still set up could not be read');
		await expect(isSetUp(hook().context)).rejects.toMatchObject({ name: 'NodeOperationError' });
	});

	it('registers what never was, e.g. since the log is a new one', async () => {
		expect(await publish(init)).toBe(true);
		await vi.waitFor(() => expect([zendesk.webhooks.size, zendesk.triggers.size]).toEqual([1, 1]));
	});

	it('at another address moves the webhook there, with the same IDs and secret', async () => {
		await publish();
		const { id, secret } = only(zendesk.webhooks.values());
		const address = 'https://new.example/webhook/x';
		expect(await publish({ ...init, address })).toBe(true);
		await vi.waitFor(() =>
			expect(only(zendesk.webhooks.values())).toMatchObject({ id, secret, endpoint: address }),
		);
	});

	it('at another address while Zendesk is down moves it there at the next round', async () => {
		await publish();
		const address = 'https://new.example/webhook/x';
		zendesk.faults.push({ match: /./, status: 503 });
		const { context, warnings } = hook({ ...init, address });
		await setUp(context);
		await vi.waitFor(() => expect(warnings[0]).toContain('could not be registered at Zendesk yet'));
		zendesk.faults.length = 0;
		expect(await look()).toBe(true);
		expect(only(zendesk.webhooks.values()).endpoint).toBe(address);
	});

	it('with a new log that was down then is registered once, by the next round', async () => {
		const blocked = join(log.folder(), '.n8n');
		writeFileSync(blocked, 'in the way');
		const { context, warnings } = hook(init);
		expect(await isSetUp(context)).toBe(true);
		await setUp(context);
		expect(warnings).toHaveLength(2);
		rmSync(blocked);
		const opened = await log.open();
		await opened.saveTrigger({ source: SOURCE, workflowId: 'workflow-1' }, new Date());
		expect(await look()).toBe(false);
		expect(await look()).toBe(false);
		expect(only(zendesk.webhooks.values()).endpoint).toBe(ADDRESS);
	});
});

describe('unpublishing', () => {
	it('deletes its own two only: those of a duplicate with the same address stay', async () => {
		await publish();
		const mine = [only(zendesk.webhooks.keys()), String(only(zendesk.triggers.keys()))];
		await publish({ workflowId: 'workflow-2' });
		const { context, warnings } = hook();
		await takeDown(context);
		expect(warnings).toEqual([]);
		expect(only(zendesk.webhooks.values()).endpoint).toBe(ADDRESS);
		expect(zendesk.triggers.size).toBe(1);
		const deleted = writes().filter((call) => call.startsWith('DELETE'));
		expect(deleted.map((call) => call.split('/').at(-1))).toEqual(mine.reverse());
	});

	it('twice, or after an admin deleted them, is no error', async () => {
		await publish();
		(zendesk.triggers as Map<unknown, unknown>).clear();
		for (let times = 0; times < 2; times += 1) {
			const { context, warnings } = hook();
			await takeDown(context);
			expect(warnings).toEqual([]);
		}
		expect(zendesk.webhooks.size).toBe(0);
	});

	it('where Zendesk does not answer goes on, says what is left, and takes it up when published again', async () => {
		await publish();
		const id = only(zendesk.webhooks.keys());
		zendesk.faults.push({ match: /DELETE/, status: 500 });
		const { context, warnings } = hook();
		await takeDown(context);
		expect(warnings).toEqual([expect.stringContaining('could not be removed: Zendesk')]);
		zendesk.faults.length = 0;
		await publish();
		expect(only(zendesk.webhooks.keys())).toBe(id);
	});

	it('of a trigger that an admin sets up by hand asks nobody', async () => {
		const parameters = { helpdesk: 'zendesk', authentication: 'signature' };
		expect(await publish({ parameters })).toBe(true);
		expect(await publish({ parameters })).toBe(false);
		await takeDown(hook({ parameters }).context);
		expect(zendesk.calls).toEqual([]);
	});
});

describe('the test address', () => {
	const test = (staticData: Record<string, never> = {}) => ({
		mode: 'manual' as const,
		address: 'https://n8n.example/webhook-test/cs-alerts/zendesk',
		staticData,
	});

	it('is registered beside the published one and taken back, by what n8n keeps of the node', async () => {
		await publish();
		const published = only(zendesk.webhooks.keys());
		const options = test();
		expect(await publish(options)).toBe(true);
		expect([...zendesk.webhooks.values()].map(({ name, endpoint }) => [name, endpoint])).toEqual([
			['CS Alerts: Support tickets', ADDRESS],
			['CS Alerts: Support tickets (test)', options.address],
		]);
		expect(options.staticData).toHaveProperty('testRegistration.webhookId');
		await takeDown(hook(options).context);
		expect(only(zendesk.webhooks.keys())).toBe(published);
		expect(zendesk.triggers.size).toBe(1);
		expect(options.staticData).toEqual({});
	});

	it('leaves no trace in the log', async () => {
		await publish(test());
		expect(await (await log.open()).triggers()).toEqual([]);
	});

	it('that was not taken back is used again, not made twice', async () => {
		const options = test();
		await publish(options);
		expect(await publish(options)).toBe(true);
		expect([zendesk.webhooks.size, zendesk.triggers.size]).toEqual([1, 1]);
	});
});

describe('while it is published', () => {
	it('what is there is left as it is', async () => {
		await publish();
		zendesk.calls.length = 0;
		expect(await look()).toBe(false);
		expect(writes()).toEqual([]);
	});

	it('what vanished is made again at the address that was published, and remembered', async () => {
		await publish();
		(zendesk.webhooks as Map<unknown, unknown>).clear();
		(zendesk.triggers as Map<unknown, unknown>).clear();
		expect(await look()).toBe(true);
		expect(only(zendesk.webhooks.values()).endpoint).toBe(ADDRESS);
		expect(await look()).toBe(false);
		await takeDown(hook().context);
		expect([zendesk.webhooks.size, zendesk.triggers.size]).toEqual([0, 0]);
	});

	it('nothing is made of what was just taken back: the workflow is being unpublished', async () => {
		await publish();
		await takeDown(hook().context);
		expect(await look()).toBe(false);
		expect(zendesk.webhooks.size).toBe(0);
	});

	it('what vanished is made again at a start, also before n8n has told the address', async () => {
		const nodeId = 'told-later';
		await publish({ nodeId });
		const opened = await log.open();
		const stored = (await opened.triggerProgress(`workflow-1/${nodeId}`))?.registration;
		await takeDown(hook({ nodeId }).context);
		await opened.saveTriggerProgress(`workflow-1/${nodeId}`, { registration: stored });
		expect(await look(`workflow-1/${nodeId}`)).toBe(true);
		expect(only(zendesk.webhooks.values()).endpoint).toBe(ADDRESS);
	});

	it('nothing is asked where nothing was ever published', async () => {
		expect(await look('workflow-1/never-published')).toBe(false);
		expect(zendesk.calls).toEqual([]);
	});
});
