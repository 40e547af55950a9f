import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startBackfills } from '../../nodes/SupportTicketTrigger/backfillRuns';
import { connect } from '../../nodes/SupportTicketTrigger/connection';
import { forgetSecrets } from '../../nodes/SupportTicketTrigger/keptSecrets';
import { startLooks } from '../../nodes/SupportTicketTrigger/lookRuns';
import { reconcile } from '../../nodes/SupportTicketTrigger/reconcile';
import { setUp } from '../../nodes/SupportTicketTrigger/registration';
import { readReceivingSettings } from '../../nodes/SupportTicketTrigger/settings';
import { answerWebhook } from '../../nodes/SupportTicketTrigger/webhook';
import { forgetZendeskSecrets } from '../../nodes/SupportTicketTrigger/zendeskSecret';
import { hookDouble } from '../support/hookDouble';
import { until, useTemporaryLog } from '../support/temporaryLog';
import { triggerDouble } from '../support/triggerDouble';
import { webhookDouble } from '../support/webhookDouble';
import { startZendesk, type ZendeskStandIn } from '../support/zendesk/server';
import { BY_API, signedBy } from '../support/zendesk/signed';

const log = useTemporaryLog();
const SOURCE = 'workflow-1/node-1';
const HOST = 'northwind.zendesk.com';
const HOUR = 3_600_000;
const clock = { ahead: 0 };

let zendesk: ZendeskStandIn;
const stops: Array<() => void> = [];
const errors: unknown[] = [];
beforeEach(async () => {
	forgetSecrets();
	forgetZendeskSecrets();
	errors.length = 0;
	// Its export leaves out the newest minute: by its own clock, all of this is older.
	zendesk = await startZendesk({ now: () => Date.now() + clock.ahead });
});
afterEach(async () => {
	for (const stop of stops.splice(0)) stop();
	clock.ahead = 0;
	await zendesk.close();
});
const settings = () => ({ ...BY_API, hosts: { [HOST]: zendesk.url } });

async function deliver(id: number): Promise<number | undefined> {
	const raw = JSON.stringify({ ticket_id: String(id) });
	const [webhook] = zendesk.webhooks.values();
	const headers = signedBy(webhook?.secret ?? '', raw);
	const { context, answer } = webhookDouble({ raw, headers, ...settings() });
	await answerWebhook(context);
	return answer.status;
}

/** What runs while the workflow is published, and a reconcile when asked for. */
function runs() {
	const { context } = triggerDouble(settings());
	const receiving = readReceivingSettings(context);
	const connection = async () => {
		const connected = await connect(context, receiving);
		if (connected === undefined) throw new Error('There is no API');
		return { api: connected.api, instance: await connected.instance() };
	};
	const onError = (error: unknown) => errors.push(error);
	const looks = startLooks({
		source: SOURCE,
		settings: receiving,
		connect: async () => (await connection()).api,
		onError,
	});
	const common = { source: SOURCE, workflowId: 'workflow-1', helpdesk: 'zendesk' };
	const backfills = startBackfills({ ...common, connect: connection, onError });
	stops.push(
		() => looks.stop(),
		() => backfills.stop(),
	);
	return {
		looks,
		backfills,
		reconcile: async () =>
			await reconcile(
				{ ...common, ...(await connection()), isStopped: () => false },
				new Date(Date.now() + clock.ahead),
			),
	};
}

describe('a ticket that comes 20 times at the same instant', () => {
	it('while a reconcile and a backfill find it, too, brings each of its messages once', async () => {
		await setUp(hookDouble(settings()).context);
		const { desk } = zendesk;
		const mia = desk.addUser({ name: 'Mia', email: 'mia@globex.example' });
		const ann = desk.addUser({ name: 'Ann', email: 'ann@northwind.example', role: 'agent' });
		const id = desk.addTicket({ subject: 'Export', body: 'The export is broken.', requester: mia });
		desk.addComment(id, { author: ann, body: 'We look into it.' });
		desk.addComment(id, { author: mia, body: 'Any update?' });
		desk.addComment(id, { author: mia, body: 'It is still broken!' });
		clock.ahead = 2 * 60_000;
		const opened = await log.open();
		const { looks, backfills, reconcile: reconcileNow } = runs();
		const stopListening = opened.onNews('notices', () => looks.wake());
		stops.push(stopListening);
		await opened.startBackfill(
			{
				source: SOURCE,
				from: new Date(Date.now() - HOUR),
				to: new Date(Date.now() + HOUR),
			},
			new Date(),
		);
		backfills.wake();
		const [statuses] = await Promise.all([
			Promise.all(Array.from({ length: 20 }, async () => await deliver(id))),
			reconcileNow(),
		]);
		expect(new Set(statuses)).toEqual(new Set([200]));
		await until(async () => (await opened.backfills({ limit: 1 }))[0]?.isRead === true);
		const isLookedAt = async () => (await opened.intakeStatus())[0]?.noticesWaiting === 0;
		await until(async () => (await log.messages()).length >= 3);
		await until(isLookedAt);
		// All over again: everything is known by now.
		await Promise.all([deliver(id), reconcileNow()]);
		await until(isLookedAt);
		const rows = await log.messages();
		expect(rows.map(({ event }) => event).sort()).toEqual(['new', 'reply', 'reply']);
		expect(new Set(rows.map(({ messageId }) => messageId)).size).toBe(3);
		expect(new Set(rows.map(({ ticketKey }) => ticketKey))).toEqual(
			new Set([`zendesk:${HOST}:${id}`]),
		);
		// What the webhook named is no past that a backfill found: it is to alert.
		expect(rows.filter(({ backfill }) => backfill === true)).toEqual([]);
		expect(errors).toEqual([]);
	});
});
