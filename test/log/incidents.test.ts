import { describe, expect, it } from 'vitest';

import type { Owner } from '../../nodes/core/item/types';
import { answered, deliver, standingAlert } from './lifeRig.ts';
import {
	after,
	DAY,
	decisionOf,
	deliveryDue,
	HOUR,
	MINUTE,
	NOW,
	onBothDatabases,
	rowOf,
} from './rig.ts';

const INCIDENT = { topic: 'Export', accounts: 5, minutes: 60 };

/** A message of an account of an owner that the gate sees as part of an incident. */
function told(
	id: number | string,
	{
		account = 'globex',
		owner = 'ana',
		mrr,
		score = 70,
		isTest,
	}: {
		account?: string;
		owner?: string | null;
		mrr?: number;
		score?: number;
		isTest?: boolean;
	} = {},
) {
	const base = decisionOf(id, { score, ticket: { isTest } });
	return {
		...base,
		account: {
			status: 'matched' as const,
			id: account,
			name: `Account ${account}`,
			...(mrr !== undefined && { mrr, currency: 'USD' }),
			...(owner !== null && { owner: { name: owner, email: `${owner}@acme.example` } }),
		},
		gate: base.gate && { ...base.gate, incident: INCIDENT },
	};
}

onBothDatabases((open) => {
	describe('an incident', () => {
		it('is one alert for each owner, also when two executions come at the same instant', async () => {
			const { log, another, database } = await open();
			const logs = [log, await another()] as const;
			const owners = ['ana', 'ben', 'cleo', 'dana', 'eli'];
			const decisions = owners.flatMap((owner) =>
				Array.from({ length: 4 }, (_, n) =>
					told(`${owner}-${n}`, { owner, account: `${owner}-account-${n}` }),
				),
			);
			const halves = [
				decisions.filter((_, n) => n % 2 === 0),
				decisions.filter((_, n) => n % 2 === 1),
			];
			const recorded = await Promise.all(
				halves.map(async (half, n) => await logs[n === 0 ? 0 : 1].recordDecisions(half, NOW)),
			);
			const kinds = recorded.flat().map(({ kind }) => kind);
			expect(kinds.filter((kind) => kind === 'alert')).toHaveLength(5);
			// None was sent yet, so that each tells of all its accounts.
			expect(kinds.filter((kind) => kind === undefined)).toHaveLength(15);
			expect(recorded.flat().filter(({ state }) => state === 'updated')).toHaveLength(15);
			expect(
				await database.query('select account_key, messages from @alerts order by account_key'),
			).toEqual(
				owners.map((owner) => ({
					account_key: `incident:Export:${owner}@acme.example`,
					messages: 4,
				})),
			);
		});

		it('is one for each owner also where the CRM knows no e-mail of them', async () => {
			const { log, database } = await open();
			const owned = (id: number, owner: Owner) => {
				const base = told(id, { account: `a${id}`, owner: null });
				return { ...base, account: { ...base.account, owner } };
			};
			await log.recordDecisions(
				[
					owned(1, { slackId: 'U-ANA', name: 'Ana' }),
					owned(2, { slackId: 'U-BEN', name: 'Ben' }),
					owned(3, { slackId: 'U-ANA' }),
					owned(4, { name: 'Cleo' }),
					owned(5, { name: 'Dana' }),
					owned(6, { name: 'cleo' }),
				],
				NOW,
			);
			expect(
				await database.query('select account_key, messages from @alerts order by account_key'),
			).toEqual([
				{ account_key: 'incident:Export:cleo', messages: 2 },
				{ account_key: 'incident:Export:dana', messages: 1 },
				{ account_key: 'incident:Export:u-ana', messages: 2 },
				{ account_key: 'incident:Export:u-ben', messages: 1 },
			]);
		});

		it('names no account of another owner as alerted before', async () => {
			const { log } = await open();
			const base = told(2, { account: 'b', owner: null });
			const own = decisionOf(1, { accountId: 'a' });
			await log.recordDecisions(
				[{ ...own, account: own.account && { ...own.account, owner: { slackId: 'U-BEN' } } }],
				NOW,
			);
			await deliver(log, NOW);
			const account = { ...base.account, owner: { slackId: 'U-ANA' } };
			await log.recordDecisions([{ ...base, account }], NOW);
			const { incident } = (await deliveryDue(log, after(MINUTE))).delivery;
			expect(incident?.accounts).toHaveLength(1);
			expect(incident?.alerted).toBeUndefined();
		});

		it('names its accounts, each once, highest MRR first', async () => {
			const { log } = await open();
			const decisions = [
				told(1, { account: 'a', mrr: 900, score: 66 }),
				told(2, { account: 'b', mrr: 4000, score: 70 }),
				told(3, { account: 'a', mrr: 900, score: 75 }),
				told(4, { account: 'c' }),
				decisionOf(5, { accountId: null }),
			];
			const { gate } = told(5);
			await log.recordDecisions(decisions.slice(0, 4), NOW);
			await log.recordDecisions([{ ...decisionOf(5, { accountId: null }), gate }], NOW);
			const [first, second] = [await deliveryDue(log, NOW), await deliveryDue(log, after(1000))];
			const incidents = [first, second].map(({ delivery }) => delivery.incident);
			expect(incidents).toContainEqual({
				topic: 'Export',
				accounts: [
					{
						id: 'b',
						name: 'Account b',
						mrr: 4000,
						currency: 'USD',
						score: 70,
						ticketUrl: 'https://acme.zendesk.example/agent/tickets/2',
					},
					expect.objectContaining({ id: 'a', mrr: 900, score: 75 }) as object,
					expect.objectContaining({ id: 'c', score: 70 }) as object,
				],
				more: 0,
			});
			// Nobody owns what is no account's.
			expect(incidents).toContainEqual({
				topic: 'Export',
				accounts: [{ score: 70, ticketUrl: 'https://acme.zendesk.example/agent/tickets/5' }],
				more: 0,
			});
		});

		it('names fifty accounts at most, and counts the rest', async () => {
			const { log } = await open();
			await log.recordDecisions(
				Array.from({ length: 53 }, (_, n) => told(n, { account: `a${n}`, mrr: n })),
				NOW,
			);
			const { incident } = (await deliveryDue(log, NOW)).delivery;
			expect(incident?.accounts).toHaveLength(50);
			expect(incident?.accounts[0]?.mrr).toBe(52);
			expect(incident?.more).toBe(3);
		});

		it('names those of its owner that alerted by themselves before anybody saw an incident', async () => {
			const { log } = await open();
			/** An account's own alert, delivered. */
			const single = async (
				id: number,
				account: string,
				minutes: number,
				{ owner = 'ana', topic = 'export' } = {},
			) => {
				const at = after(minutes * MINUTE);
				const own = decisionOf(id, { ticket: { receivedAt: at.toISOString() } });
				const whose = told(id, { account, owner, mrr: id }).account;
				const sentiment = own.sentiment && { ...own.sentiment, topic };
				await log.recordDecisions([{ ...own, account: whose, sentiment }], at);
				await deliver(log, at);
			};
			await single(1, 'early', -70);
			await single(2, 'first', -30);
			await single(3, 'second', -20, { topic: 'EXPORT' });
			await single(4, 'other-owner', -15, { owner: 'ben' });
			await single(5, 'other-topic', -10, { topic: 'billing' });
			await log.recordDecisions([told(6, { account: 'joins' })], NOW);
			const { incident } = (await deliveryDue(log, NOW)).delivery;
			expect(incident?.accounts.map(({ id }) => id)).toEqual(['joins']);
			expect(incident?.alerted?.map(({ id, ticketUrl }) => [id, ticketUrl])).toEqual([
				['second', 'https://acme.zendesk.example/agent/tickets/3'],
				['first', 'https://acme.zendesk.example/agent/tickets/2'],
			]);
		});

		it('leaves an account its own alert where it has one', async () => {
			const { log } = await open();
			const [own] = await log.recordDecisions([decisionOf(1, { accountId: 'globex' })], NOW);
			const [first, second] = await log.recordDecisions(
				[told(2), told(3, { account: 'initech' })],
				after(MINUTE),
			);
			expect(first).toMatchObject({ kind: 'update', alertId: own?.alertId });
			expect(second?.kind).toBe('alert');
			expect(second?.alertId).not.toBe(own?.alertId);
			const open2 = await log.openAlerts(['globex', 'initech']);
			expect([...open2.keys()]).toEqual(['globex']);
		});

		it('is updated by further accounts, however bad theirs is', async () => {
			const { log } = await open();
			const [first] = await log.recordDecisions([told(1)], NOW);
			const [second] = await log.recordDecisions([told(2, { account: 'b', score: 99 })], NOW);
			expect(second).toMatchObject({ state: 'updated', alertId: first?.alertId });
			const { incident } = (await deliveryDue(log, NOW)).delivery;
			expect(incident?.accounts).toHaveLength(2);
		});

		it('that sleeps takes further accounts in without a word', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log, { decision: told(1), ts: null });
			await answered(log, token, 'snooze', NOW);
			await log.recordDecisions([told(2, { account: 'b' })], after(MINUTE));
			expect(await rowOf(log, 2)).toMatchObject({ state: 'updated' });
			expect((await log.leaseDelivery(MINUTE, after(HOUR))).delivery).toBeUndefined();
		});

		it('is over after 24 quiet hours', async () => {
			const { log } = await open();
			const [first] = await log.recordDecisions([told(1)], NOW);
			const [second] = await log.recordDecisions([told(2)], after(DAY));
			expect(second?.alertId).toBe(first?.alertId);
			const [third] = await log.recordDecisions([told(3)], after(2 * DAY + 1));
			expect(third?.alertId).not.toBe(first?.alertId);
			expect(await log.closeQuiet(after(3 * DAY + 1))).toBe(0);
			expect(await log.closeQuiet(after(3 * DAY + 2))).toBe(1);
		});

		it('of tests is apart', async () => {
			const { log } = await open();
			const [test] = await log.recordDecisions([told(1, { isTest: true })], NOW);
			const [real] = await log.recordDecisions([told(2)], NOW);
			expect([test?.kind, real?.kind]).toEqual(['alert', 'alert']);
		});

		it('is updated every five minutes at most, each time with all its accounts', async () => {
			const { log } = await open();
			await standingAlert(log, { decision: told(1, { account: 'a', mrr: 10 }) });
			for (const [n, account] of ['b', 'c', 'd'].entries()) {
				const decision = told(account, { account, mrr: 20 + n });
				await log.recordDecisions([decision], after((n + 1) * MINUTE));
			}
			expect((await log.leaseDelivery(MINUTE, after(5 * MINUTE))).delivery).toBeUndefined();
			const update = await deliver(log, after(6 * MINUTE));
			expect(update.kind).toBe('update');
			expect(update.incident?.accounts.map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
			expect((await log.leaseDelivery(MINUTE, after(HOUR))).delivery?.kind).not.toBe('update');
			expect(Object.keys(update.links ?? {})).not.toContain('attach');
		});
	});
});
