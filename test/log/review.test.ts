import { describe, expect, it } from 'vitest';

import type { TicketLog } from '../../nodes/log/ticketLog';
import { ADDRESS, answered, RESPONSES } from './lifeRig.ts';
import {
	after,
	DAY,
	decisionOf,
	deliveryDue,
	HOUR,
	LEASE_MS,
	messageOf,
	MINUTE,
	normal,
	NOW,
	onBothDatabases,
	rowOf,
	SOURCE,
} from './rig.ts';

type Entry = { ticket: { key: string }; links: Record<string, string> };
type Id = number | string;

const review = (id: Id, over: Parameters<typeof decisionOf>[1] = {}) =>
	decisionOf(id, { route: 'review', accountId: null, ...over });
const machine = (id: Id) => {
	const decision = review(id);
	return {
		...decision,
		sentiment: decision.sentiment && { ...decision.sentiment, flags: ['no-person:newsletter'] },
	};
};

/** The next review that is due: its entries. */
async function reviewDue(log: TicketLog, now: Date): Promise<Entry[]> {
	const { delivery } = await deliveryDue(log, now);
	expect(delivery.kind).toBe('review');
	await log.recordDelivery(delivery.id, delivery.attempt, { isDelivered: true }, now);
	return delivery.content.review as Entry[];
}
const keysOf = (entries: Entry[]) => entries.map(({ ticket }) => ticket.key.split(':').at(-1));

let sendTime = NOW;

/** A message that waits in Review, and the token of its links. */
async function waiting(log: TicketLog, id: Id, over: Parameters<typeof messageOf>[1] = {}) {
	await log.saveTrigger({ source: SOURCE, workflowId: 'workflow-1' }, NOW);
	await log.saveResponseAddress(RESPONSES, ADDRESS, NOW);
	await log.takeIn(messageOf(id, over), NOW);
	await log.recordDecisions([review(id, { ticket: over })], NOW);
	// A message a second and channel.
	const { delivery } = await deliveryDue(log, (sendTime = after(1000, sendTime)));
	const [entry] = delivery.content.review as Entry[];
	await log.recordDelivery(
		delivery.id,
		delivery.attempt,
		{ isDelivered: true, recipientName: 'Dana' },
		sendTime,
	);
	const link = entry?.links.attach ?? '';
	return new URL(link).searchParams.get('token') ?? '';
}

const CHOSEN = { accountId: 'acme', accountName: 'Acme Corp' };

onBothDatabases((open) => {
	describe('what waits in Review', () => {
		it('is told at once, a batch together, each with links of its own', async () => {
			const { log } = await open();
			await log.saveResponseAddress(RESPONSES, ADDRESS, NOW);
			const recorded = await log.recordDecisions([review(1), review(2), machine(3)], NOW);
			expect(recorded.map(({ state, kind }) => [state, kind])).toEqual(
				Array.from({ length: 3 }, () => ['unattached', 'review']),
			);
			const { delivery } = await deliveryDue(log, NOW);
			expect(delivery).toMatchObject({
				kind: 'review',
				content: {
					review: [
						{
							ticket: { key: 'zendesk:acme:1' },
							sentiment: { score: 70 },
							gate: { route: 'review' },
						},
						{ ticket: { key: 'zendesk:acme:2' } },
						{ ticket: { key: 'zendesk:acme:3' } },
					],
					more: 0,
				},
			});
			expect(delivery).not.toHaveProperty('alertId');
			expect(delivery).not.toHaveProperty('standing');
			const entries = delivery.content.review as Entry[];
			for (const entry of entries) {
				expect(Object.keys(entry.links)).toEqual(['attach', 'dismiss']);
				expect(entry.ticket).not.toHaveProperty('body');
				expect(Object.keys(entry)).not.toContain('messageRow');
			}
			expect(new Set(entries.map(({ links }) => links.attach)).size).toBe(3);
		});

		it('is gathered while it waits unsent, also by two processes at the same instant', async () => {
			const { log, another } = await open();
			const logs = [log, await another()] as const;
			await Promise.all(
				Array.from({ length: 12 }, async (_, id) => {
					await logs[id % 2 === 0 ? 0 : 1].recordDecisions([review(id)], NOW);
				}),
			);
			expect(keysOf(await reviewDue(log, NOW))).toHaveLength(12);
			expect((await log.leaseDelivery(LEASE_MS, after(DAY))).delivery).toBeUndefined();
			await log.recordDecisions([review(20)], after(HOUR));
			const first = await deliveryDue(log, after(HOUR));
			await log.recordDecisions([review(21)], after(HOUR));
			expect(keysOf(first.delivery.content.review as Entry[])).toEqual(['20']);
			expect(keysOf(await reviewDue(log, after(HOUR + 1000)))).toEqual(['21']);
		});

		it('and no person wrote waits for an hour, unless something else goes out', async () => {
			const { log } = await open();
			await log.recordDecisions([machine(1)], NOW);
			expect(await log.leaseDelivery(LEASE_MS, after(HOUR - 1))).toMatchObject({
				nextAt: after(HOUR),
			});
			await log.recordDecisions([machine(2)], after(HOUR - 1));
			expect(keysOf(await reviewDue(log, after(HOUR)))).toEqual(['1', '2']);
			await log.recordDecisions([machine(3)], after(2 * HOUR));
			await log.recordDecisions([review(4)], after(2 * HOUR));
			expect(keysOf(await reviewDue(log, after(2 * HOUR)))).toEqual(['4', '3']);
		});

		it('are twenty at most, people first, and the rest is counted', async () => {
			const { log } = await open();
			const machines = Array.from({ length: 15 }, (_, n) => machine(`m${n}`));
			await log.recordDecisions(machines, NOW);
			await log.recordDecisions(
				Array.from({ length: 10 }, (_, n) => review(`p${n}`)),
				NOW,
			);
			const { delivery } = await deliveryDue(log, NOW);
			const keys = keysOf(delivery.content.review as Entry[]);
			expect(keys).toHaveLength(20);
			expect(keys.slice(0, 10).every((key) => key?.startsWith('p'))).toBe(true);
			expect(delivery.content.more).toBe(5);
		});

		it('and was dealt with before anybody was told is told to nobody', async () => {
			const { log, database } = await open();
			await log.recordDecisions([review(1), review(2)], NOW);
			await database.query(
				`update @messages set reviewed_at = 1 where ticket_key = 'zendesk:acme:1'`,
			);
			expect(keysOf(await reviewDue(log, NOW))).toEqual(['2']);
			await log.recordDecisions([review(3)], after(HOUR));
			await database.query(`update @messages set reviewed_at = 1`);
			expect((await log.leaseDelivery(LEASE_MS, after(DAY))).delivery).toBeUndefined();
			expect(
				await database.query(`select content from @deliveries where state <> 'delivered'`),
			).toEqual([{ content: null }]);
		});

		it('keeps its text for two weeks', async () => {
			const { log, database } = await open();
			await waiting(log, 1);
			const textAfter = async (days: number) => {
				await database.query('update @messages set ended_at = $1', [Date.now() - days * DAY]);
				await log.purge({ textsBefore: new Date(0) });
				return (await database.query('select payload from @messages'))[0]?.payload;
			};
			expect(await textAfter(13)).toContain('has failed since Monday');
			expect(await textAfter(15)).toBeNull();
		});

		it('of a test is told, marked as one', async () => {
			const { log } = await open();
			await log.recordDecisions([review(1, { ticket: { isTest: true } })], NOW);
			const [entry] = await reviewDue(log, NOW);
			expect(entry).toMatchObject({ ticket: { isTest: true } });
		});
	});

	describe('a message in Review that somebody', () => {
		it('looked at waits no more, and keeps its place in the log', async () => {
			const { log } = await open();
			const token = await waiting(log, 1);
			expect(await log.readAnswerTarget(token, NOW)).toMatchObject({
				messageRow: expect.any(String) as string,
				person: 'Dana',
				ticketKey: 'zendesk:acme:1',
				requesterEmail: 'mia@globex.example',
				score: 70,
				candidates: [],
			});
			const outcome = await log.answer({ token, action: 'dismiss' }, after(MINUTE));
			const reason = 'Dana looked at it: nothing to do';
			expect(outcome).toMatchObject({ result: 'applied', target: { reviewedBecause: reason } });
			expect(await rowOf(log, 1)).toMatchObject({
				state: 'unattached',
				reason,
				reviewedAt: after(MINUTE).toISOString(),
			});
			for (const action of ['dismiss', 'attach'] as const) {
				expect(await answered(log, token, action, after(HOUR), CHOSEN)).toBe('closed');
			}
			expect(await answered(log, token, 'acknowledge', after(HOUR))).toBe('unknown');
		});

		it('attached runs again at once, as do the sender’s others, and no one else’s', async () => {
			const { log, database } = await open();
			await waiting(log, 2, { requester: { email: 'Mia Chen <MIA@globex.example>' } });
			await waiting(log, 3, { requester: { email: 'jo@globex.example' } });
			const token = await waiting(log, 1);
			const outcome = await log.answer({ token, action: 'attach', ...CHOSEN }, after(MINUTE));
			expect(outcome).toMatchObject({
				result: 'applied',
				attached: ['mia@globex.example'],
				target: { reviewedBecause: 'Dana attached it to Acme Corp' },
			});
			expect(await log.findAliases(['mia@globex.example'])).toEqual([
				{ address: 'mia@globex.example', ...CHOSEN, byWhom: 'Dana' },
			]);
			const { entries } = await log.leaseMessages(normal(), after(MINUTE));
			expect(entries.map(({ ticket }) => ticket.id).sort()).toEqual(['1', '2']);
			expect(entries.every(({ ticket }) => ticket.body !== undefined)).toBe(true);
			expect((await rowOf(log, 3)).state).toBe('unattached');
			// In Review again, it waits again.
			await log.recordDecisions([review(1), review(2)], after(HOUR));
			expect((await rowOf(log, 1)).reviewedAt).toBeUndefined();
			const target = await log.readAnswerTarget(token, after(HOUR));
			expect(target).not.toHaveProperty('reviewedBecause');
			expect(await database.query(`select count(*) as n from @tokens`)).not.toEqual([{ n: 0 }]);
		});

		it('attached with all of its domain runs again with everybody there', async () => {
			const { log } = await open();
			await waiting(log, 2, { requester: { email: 'jo@globex.example' } });
			await waiting(log, 3, { requester: { email: 'jo@notglobex.example' } });
			await waiting(log, 4, { requester: { email: 'jo@sub.globex.example' } });
			const token = await waiting(log, 1);
			const given = { token, action: 'attach', ...CHOSEN, wholeDomain: true } as const;
			expect((await log.answer(given, after(MINUTE))).attached).toEqual(['@globex.example']);
			const { entries } = await log.leaseMessages(normal(), after(MINUTE));
			expect(entries.map(({ ticket }) => ticket.id).sort()).toEqual(['1', '2']);
		});

		it('wrote from a mail service that many share is attached by the address alone', async () => {
			const { log } = await open();
			const token = await waiting(log, 1, { requester: { email: 'jo.smith@gmail.com' } });
			const given = { token, action: 'attach', ...CHOSEN, wholeDomain: true } as const;
			expect((await log.answer(given, NOW)).attached).toEqual(['jo.smith@gmail.com']);
			expect(await log.findAliases(['@gmail.com'])).toEqual([]);
		});

		it('attached once its text has left, or where nobody hands it out, only remembers the sender', async () => {
			const { log, database } = await open();
			const token = await waiting(log, 1);
			await database.query('update @messages set payload = null');
			expect(await answered(log, token, 'attach', NOW, CHOSEN)).toBe('applied');
			expect(await rowOf(log, 1)).toMatchObject({
				state: 'unattached',
				reviewedAt: NOW.toISOString(),
			});
			const second = await waiting(log, 2);
			await database.query('delete from @triggers');
			expect(await answered(log, second, 'attach', NOW, CHOSEN)).toBe('applied');
			expect((await rowOf(log, 2)).state).toBe('unattached');
			expect(await log.findAliases(['mia@globex.example'])).toHaveLength(1);
		});

		it('attached to no account says to choose one, and changes nothing', async () => {
			const { log } = await open();
			const token = await waiting(log, 1);
			await expect(log.answer({ token, action: 'attach' }, NOW)).rejects.toThrow(
				'choose the account',
			);
			expect((await rowOf(log, 1)).reviewedAt).toBeUndefined();
		});

		it('answered twice at the same instant over two connections was answered once', async () => {
			const { log, another } = await open();
			const other = await another();
			const token = await waiting(log, 1);
			const results = await Promise.all([
				answered(log, token, 'attach', NOW, CHOSEN),
				answered(other, token, 'dismiss', NOW),
			]);
			expect(results.sort()).toEqual(['applied', 'closed']);
		});
	});

	describe('the alert of an account that is not known', () => {
		it('ends when its sender is attached, who is remembered', async () => {
			const { log } = await open();
			await log.saveResponseAddress(RESPONSES, ADDRESS, NOW);
			await log.recordDecisions([decisionOf(1, { accountId: null })], NOW);
			const { delivery } = await deliveryDue(log, NOW);
			const token = new URL(delivery.links?.attach ?? '').searchParams.get('token') ?? '';
			const outcome = await log.answer({ token, action: 'attach', by: 'Ben', ...CHOSEN }, NOW);
			expect(outcome).toMatchObject({
				result: 'applied',
				attached: ['mia@globex.example'],
				target: {
					standing: {
						state: 'closed',
						closedBy: 'Ben',
						closedBecause: 'Attached to Acme Corp; its next messages follow that account',
					},
				},
			});
			expect(await log.findAliases(['mia@globex.example'])).toHaveLength(1);
			expect(await answered(log, token, 'attach', NOW, CHOSEN)).toBe('closed');
		});
	});
});
