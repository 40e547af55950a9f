import { afterEach, describe, expect, it } from 'vitest';

import {
	fetchSigningSecret,
	isRegistered,
	readRegistration,
	registerZendesk,
	unregisterZendesk,
} from '../../nodes/SupportTicketTrigger/zendesk/registration';
import { failureOf } from '../support/helpdeskApi';
import { startAccount } from '../support/zendesk/account';
import { askOver } from '../support/zendesk/ask';
import { ADMIN, type ZendeskOptions } from '../support/zendesk/server';

const WISH = {
	endpoint: 'https://n8n.example/webhook/cs-alerts/zendesk',
	name: 'CS Alerts: Tickets',
};

const open: Array<() => Promise<void>> = [];
afterEach(async () => {
	for (const close of open.splice(0)) await close();
});

async function start(options: ZendeskOptions = {}) {
	const account = await startAccount(options);
	open.push(account.zendesk.close);
	return account;
}

describe('registerZendesk', () => {
	it('makes a webhook and a trigger that sends it the ID only', async () => {
		const { zendesk, access } = await start();
		const { webhookId, triggerId } = await registerZendesk(access, WISH);
		expect(zendesk.webhooks.get(webhookId)).toMatchObject({
			name: 'CS Alerts: Tickets',
			endpoint: WISH.endpoint,
			status: 'active',
			subscriptions: ['conditional_ticket_events'],
		});
		const trigger = zendesk.triggers.get(Number(triggerId));
		expect(trigger?.actions).toEqual([
			{ field: 'notification_webhook', value: [webhookId, '{"ticket_id":"{{ticket.id}}"}'] },
		]);
		expect(trigger?.conditions.all).toEqual([]);
		expect(trigger?.conditions.any).toHaveLength(6);
	});

	it('is known by what it returned, through a store of JSON', async () => {
		const { access } = await start();
		const registration = await registerZendesk(access, WISH);
		const stored = readRegistration(JSON.parse(JSON.stringify(registration)));
		expect(stored).toEqual(registration);
		expect(stored && (await isRegistered(access, stored, WISH))).toBe(true);
		expect(await isRegistered(access, registration, { endpoint: 'https://other.example' })).toBe(
			false,
		);
	});

	it.each([undefined, null, 'x', {}, { webhookId: '1' }, { webhookId: '../x', triggerId: '1' }])(
		'takes %j for no registration',
		(stored) => {
			expect(readRegistration(stored)).toBeUndefined();
		},
	);

	it('makes nothing anew where all is as it was', async () => {
		const { zendesk, access } = await start();
		const registration = await registerZendesk(access, WISH);
		zendesk.calls.length = 0;
		expect(await registerZendesk(access, WISH, registration)).toEqual(registration);
		expect(zendesk.calls.every((call) => call.startsWith('GET '))).toBe(true);
	});

	it('makes anew only the trigger when it vanished', async () => {
		const { zendesk, access } = await start();
		const registration = await registerZendesk(access, WISH);
		await askOver(zendesk.url)({
			method: 'DELETE',
			path: `/api/v2/triggers/${registration.triggerId}`,
		});
		expect(await isRegistered(access, registration, WISH)).toBe(false);
		const again = await registerZendesk(access, WISH, registration);
		expect(again.webhookId).toBe(registration.webhookId);
		expect([zendesk.webhooks.size, zendesk.triggers.size]).toEqual([1, 1]);
		expect(await isRegistered(access, again, WISH)).toBe(true);
	});

	it('makes anew only the webhook when it vanished, and the trigger points at it', async () => {
		const { zendesk, access } = await start();
		const registration = await registerZendesk(access, WISH);
		await askOver(zendesk.url)({
			method: 'DELETE',
			path: `/api/v2/webhooks/${registration.webhookId}`,
		});
		const again = await registerZendesk(access, WISH, registration);
		expect(again.triggerId).toBe(registration.triggerId);
		expect(again.webhookId).not.toBe(registration.webhookId);
		expect(await isRegistered(access, again, WISH)).toBe(true);
	});

	it.each([
		['switched off', { active: false }],
		[
			'given another condition',
			{ conditions: { all: [], any: [{ field: 'update_type', operator: 'is', value: 'Change' }] } },
		],
		['given another body', { actions: [{ field: 'notification_webhook', value: ['x', '{}'] }] }],
	])('puts a trigger right that was %s', async (_, change) => {
		const { zendesk, access } = await start();
		const registration = await registerZendesk(access, WISH);
		Object.assign(zendesk.triggers.get(Number(registration.triggerId)) ?? {}, change);
		expect(await isRegistered(access, registration, WISH)).toBe(false);
		expect(await registerZendesk(access, WISH, registration)).toEqual(registration);
		expect(await isRegistered(access, registration, WISH)).toBe(true);
	});

	it.each([
		['switched off', { status: 'inactive' }],
		['pointed elsewhere', { endpoint: 'https://old.example/webhook' }],
	])('puts a webhook right that was %s, and its secret stays', async (_, change) => {
		const { zendesk, access } = await start();
		const registration = await registerZendesk(access, WISH);
		const secret = await fetchSigningSecret(access, registration.webhookId);
		Object.assign(zendesk.webhooks.get(registration.webhookId) ?? {}, change);
		expect(await isRegistered(access, registration, WISH)).toBe(false);
		expect(await registerZendesk(access, WISH, registration)).toEqual(registration);
		expect(await isRegistered(access, registration, WISH)).toBe(true);
		expect(await fetchSigningSecret(access, registration.webhookId)).toBe(secret);
	});

	it('takes the webhook back when the trigger may not be made, and says what is missing', async () => {
		const { zendesk, access } = await start();
		const forbidden = { error: { title: 'Forbidden', message: 'You do not have access' } };
		zendesk.faults.push({ match: /POST .*triggers/, status: 403, body: forbidden });
		const error = await failureOf(registerZendesk(access, WISH));
		expect(error.isLasting).toBe(true);
		expect(error.message).toContain('"Zendesk account"');
		expect(error.message).toContain('by an admin');
		expect(zendesk.webhooks.size).toBe(0);
	});

	it('leaves an earlier webhook when its trigger cannot be made anew', async () => {
		const { zendesk, access } = await start();
		const registration = await registerZendesk(access, WISH);
		zendesk.faults.push({ match: /triggers/, status: 500 });
		await failureOf(registerZendesk(access, WISH, registration));
		expect(zendesk.webhooks.size).toBe(1);
	});

	it('says why the trigger could not be made, also when the webhook cannot be taken back', async () => {
		const { zendesk, access } = await start();
		zendesk.faults.push({ match: /POST .*triggers/, status: 500 });
		zendesk.faults.push({ match: /DELETE/, status: 403, body: {} });
		expect((await failureOf(registerZendesk(access, WISH))).message).toContain('status 500');
	});

	it('does without the conditions of ratings where the plan has no surveys', async () => {
		const { zendesk, access } = await start({ hasSurveys: false });
		const registration = await registerZendesk(access, WISH);
		const trigger = zendesk.triggers.get(Number(registration.triggerId));
		expect(trigger?.conditions.any.map(({ field }) => field)).not.toContain('satisfaction_score');
		expect(await isRegistered(access, registration, WISH)).toBe(true);
	});

	it('tells an agent’s credential what it needs', async () => {
		const { access } = await start({ access: [{ ...ADMIN, role: 'agent' }] });
		const error = await failureOf(registerZendesk(access, WISH));
		expect(error.isLasting).toBe(true);
		expect(error.message).toContain('Webhooks and triggers can be made by an admin');
	});
});

describe('unregisterZendesk', () => {
	it('deletes its own two parts and nothing else that points at the same address', async () => {
		const { zendesk, access } = await start();
		const other = await registerZendesk(access, WISH);
		const registration = await registerZendesk(access, WISH);
		await unregisterZendesk(access, registration);
		expect(await isRegistered(access, registration, WISH)).toBe(false);
		expect(await isRegistered(access, other, WISH)).toBe(true);
		expect([zendesk.webhooks.size, zendesk.triggers.size]).toEqual([1, 1]);
	});

	it('is content when they are gone already', async () => {
		const { access } = await start();
		const registration = await registerZendesk(access, WISH);
		await unregisterZendesk(access, registration);
		await unregisterZendesk(access, registration);
	});
});

describe('fetchSigningSecret', () => {
	it('says so when the webhook is gone or gives none', async () => {
		const { zendesk, access } = await start();
		expect((await failureOf(fetchSigningSecret(access, '01X'))).message).toContain('404');
		zendesk.faults.push({ match: /signing_secret/, status: 200, body: {} });
		expect((await failureOf(fetchSigningSecret(access, '01X'))).message).toContain(
			'gave no signing secret',
		);
	});
});
