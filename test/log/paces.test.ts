import { describe, expect, it } from 'vitest';

import type { TicketLog } from '../../nodes/log/ticketLog';
import { ADDRESS, answered, RESPONSES, tokenOf } from './lifeRig.ts';
import {
	after,
	decisionOf,
	deliveryDue,
	HOUR,
	LEASE_MS,
	MINUTE,
	NOW,
	onBothDatabases,
	SOURCE,
} from './rig.ts';

const REFUSED = { isDelivered: false, error: 'ECONNREFUSED' };
const inSlack = (recipient: string, channel: string, ts = '17.1') => ({
	isDelivered: true,
	channel: 'slack',
	recipient,
	message: { channel, ts },
});
const byMail = { isDelivered: true, channel: 'email', recipient: 'bo@acme.example' };

/** Alerts of so many accounts, each of an owner of its own who wants e-mail and is unknown in Slack. */
async function alertsByMail(log: TicketLog, count: number, now = NOW): Promise<void> {
	const decisions = Array.from({ length: count }, (_, n) =>
		decisionOf(`m${n}`, {
			account: {
				status: 'matched',
				id: `m${n}`,
				owner: { email: `o${n}@acme.example`, channel: 'email' },
			},
		}),
	);
	await log.recordDecisions(decisions, now);
}

/** All that may leave at this instant. */
async function leaving(log: TicketLog, now: Date) {
	const all: Array<Awaited<ReturnType<typeof deliveryDue>>['delivery']> = [];
	for (;;) {
		const { delivery } = await log.leaseDelivery(10 * MINUTE, now);
		if (delivery === undefined) return all;
		all.push(delivery);
	}
}

onBothDatabases((open) => {
	describe('what may be a repeat', () => {
		it('tells in which conversation an earlier copy would stand, once that is known', async () => {
			const { log } = await open();
			await log.recordDecisions([decisionOf(1)], NOW);
			const first = await deliveryDue(log, NOW);
			expect(first.delivery).not.toHaveProperty('earlier');
			const unknown = await deliveryDue(log, after(LEASE_MS));
			expect(unknown.delivery).toMatchObject({ mayBeRepeat: true });
			expect(unknown.delivery).not.toHaveProperty('earlier');
			await log.recordDelivery(first.delivery.id, 2, inSlack('U0GLOBEX', 'D0ANA'), after(LEASE_MS));
			const owner = { name: 'Ana', email: 'ana@acme.example', slackId: 'U0GLOBEX' };
			const other = decisionOf(2, { account: { status: 'matched', id: 'other', owner } });
			const now = after(HOUR);
			await log.recordDecisions([other], now);
			await deliveryDue(log, now);
			const again = await deliveryDue(log, after(LEASE_MS, now));
			expect(again.delivery).toMatchObject({
				mayBeRepeat: true,
				earlier: { channel: 'D0ANA', since: after(-5 * MINUTE, now).toISOString() },
			});
		});
	});

	describe('the edit of a post of Review', () => {
		it('tells nothing of where the next post goes', async () => {
			const { log, database } = await open();
			await log.saveResponseAddress(RESPONSES, ADDRESS, NOW);
			await log.saveTrigger({ source: SOURCE, workflowId: 'workflow-1' }, NOW);
			await log.recordDecisions([decisionOf(1, { route: 'review', accountId: null })], NOW);
			const post = await deliveryDue(log, NOW);
			await log.recordDelivery(post.delivery.id, 1, inSlack('#old', 'C0OLD'), NOW);
			const [entry] = post.delivery.content.review as Array<{ links: Record<string, string> }>;
			await answered(log, tokenOf({ links: entry?.links as never }), 'dismiss', after(MINUTE));
			// Another post told meanwhile that Slack Channel is another one.
			await database.query(`update @places set place = 'slack:C0NEW' where place = 'slack:C0OLD'`);
			const edit = await deliveryDue(log, after(MINUTE));
			expect(edit.delivery.message).toEqual({ channel: 'C0OLD', ts: '17.1' });
			const taken = inSlack('#new', 'C0OLD');
			await log.recordDelivery(edit.delivery.id, edit.delivery.attempt, taken, after(MINUTE));
			const places = await database.query('select place from @places');
			expect(new Set(places.map(({ place }) => place))).toEqual(new Set(['slack:C0NEW']));
		});
	});

	describe('a copy that an earlier attempt left', () => {
		it.each([true, undefined])(
			'is edited to what was answered on it meanwhile (found: %j)',
			async (isEarlierCopy) => {
				const { log } = await open();
				await log.saveResponseAddress(RESPONSES, ADDRESS, NOW);
				await log.recordDecisions([decisionOf(1)], NOW);
				const { delivery } = await deliveryDue(log, NOW);
				// Its answer was lost, and somebody answers what stands there.
				await answered(log, tokenOf(delivery), 'acknowledge', after(MINUTE));
				const again = await deliveryDue(log, after(LEASE_MS));
				const answer = { ...inSlack('U0GLOBEX', 'D0ANA'), isEarlierCopy };
				await log.recordDelivery(again.delivery.id, 2, answer, after(LEASE_MS));
				const edit = await log.leaseDelivery(LEASE_MS, after(HOUR));
				if (isEarlierCopy === undefined) return expect(edit.delivery).toBeUndefined();
				expect(edit.delivery).toMatchObject({
					kind: 'answer',
					message: { channel: 'D0ANA', ts: '17.1' },
					standing: { state: 'acknowledged' },
				});
			},
		);
	});

	describe('the pace', () => {
		it('holds after an outage of mail, when all that goes by mail turns to the one Slack channel', async () => {
			const { log } = await open();
			await alertsByMail(log, 6);
			let now = NOW;
			for (const wait of [1, 5, 15, 0]) {
				const left = await leaving(log, now);
				expect(left).toHaveLength(6);
				for (const { id, attempt } of left) await log.recordDelivery(id, attempt, REFUSED, now);
				now = after(wait * MINUTE, now);
			}
			for (let second = 0; second < 6; second += 1) {
				const at = after(second * 1000, now);
				const [delivery, ...others] = await leaving(log, at);
				expect(others).toEqual([]);
				expect(delivery).toMatchObject({ step: 'otherChannel', attempt: 5 });
				await log.recordDelivery(delivery?.id ?? '', 5, inSlack('#cs', 'C1', `${second}.1`), at);
				expect(await leaving(log, after(999, at))).toEqual([]);
			}
		});

		it('is that of the conversation that Record Delivery told, for new alerts and for what joins a message there', async () => {
			const { log } = await open();
			await log.recordDecisions([decisionOf(1)], NOW);
			const first = await deliveryDue(log, NOW);
			await log.recordDelivery(first.delivery.id, 1, inSlack('#cs', 'C1'), NOW);
			const now = after(HOUR);
			// An update of the one, and an alert of another of the same owner's accounts.
			const owner = { name: 'Ana', email: 'ana@acme.example', slackId: 'U0GLOBEX' };
			const other = decisionOf(3, { account: { status: 'matched', id: 'other', owner } });
			await log.recordDecisions([decisionOf(2), other], now);
			expect((await leaving(log, now)).map(({ kind }) => kind)).toEqual(['update']);
			expect((await leaving(log, after(1000, now))).map(({ kind }) => kind)).toEqual(['alert']);
		});

		it('of what was handed on is that of whoever is next, and the former owner’s is remembered', async () => {
			const { log, database } = await open();
			const dana = { name: 'Dana', email: 'dana@acme.example', slackId: 'U0DANA' };
			const ofDana = (id: number, account = 'globex') =>
				decisionOf(id, { account: { status: 'matched', id: account, owner: dana } });
			await log.saveResponseAddress(RESPONSES, ADDRESS, NOW);
			await log.recordDecisions([ofDana(1)], NOW);
			const first = await deliveryDue(log, NOW);
			await log.recordDelivery(first.delivery.id, 1, inSlack('U0DANA', 'D0DANA'), NOW);
			await answered(log, tokenOf(first.delivery), 'wrongOwner', NOW);
			const next = await deliveryDue(log, after(1));
			await log.recordDelivery(next.delivery.id, 1, inSlack('U0KIM', 'D0KIM'), after(1));
			const now = after(HOUR);
			const pacesOf = async () =>
				(
					await database.query('select pace_key from @deliveries where state = $1', ['sending'])
				).map(({ pace_key }) => pace_key);
			// The edit of Dana's message, an update, which is for Kim, and another alert of Dana's.
			const edit = await deliveryDue(log, now);
			expect(edit.delivery.kind).toBe('answer');
			expect(await pacesOf()).toEqual(['slack:D0DANA']);
			await log.recordDelivery(edit.delivery.id, 1, { isDelivered: true, channel: 'slack' }, now);
			await log.recordDecisions([ofDana(2)], now);
			const update = await deliveryDue(log, after(1000, now));
			expect(update.delivery.kind).toBe('update');
			expect(await pacesOf()).toEqual(['slack:D0KIM']);
			const byItself = inSlack('U0KIM', 'D0KIM', '18.1');
			await log.recordDelivery(update.delivery.id, 1, byItself, after(1000, now));
			const later = after(HOUR, now);
			await log.recordDecisions([ofDana(3, 'other')], later);
			await deliveryDue(log, later);
			expect(await pacesOf()).toEqual(['slack:D0DANA']);
		});

		it('is not taken of who turned out to get e-mail, and is of who turned out to get Slack', async () => {
			const { log } = await open();
			const shared = (id: number) =>
				decisionOf(id, {
					account: { status: 'matched', id: `a${id}`, owner: { email: 'bo@acme.example' } },
				});
			await log.recordDecisions([shared(1)], NOW);
			const first = await deliveryDue(log, NOW);
			await log.recordDelivery(first.delivery.id, 1, byMail, NOW);
			await log.recordDecisions([shared(2), shared(3), shared(4)], NOW);
			const mailed = await leaving(log, after(1));
			expect(mailed).toHaveLength(3);
			await log.recordDelivery(mailed[0]?.id ?? '', 1, inSlack('U0BO', 'D1'), after(2));
			await log.recordDecisions([shared(5), shared(6)], after(3));
			// Nobody had expected the one that went to Slack: the next waits for it all the same.
			expect(await leaving(log, after(1001))).toEqual([]);
			expect(await leaving(log, after(1002))).toHaveLength(1);
			expect(await leaving(log, after(2002))).toHaveLength(1);
		});

		it('of Slack, which asked to wait, does not hold up the e-mail that goes in its place', async () => {
			const { log } = await open();
			const owner = { email: 'ana@acme.example', slackId: 'U0ANA', channel: 'slack' as const };
			const ofAna = (id: number) =>
				decisionOf(id, { account: { status: 'matched', id: `a${id}`, owner } });
			await log.recordDecisions([ofAna(1)], NOW);
			let now = NOW;
			let { delivery } = await deliveryDue(log, now);
			for (const attempt of [1, 2, 3]) {
				const { dueAt } = await log.recordDelivery(delivery.id, attempt, REFUSED, now);
				now = after(0, dueAt);
				({ delivery } = await deliveryDue(log, now));
			}
			await log.recordDecisions([ofAna(2)], now);
			now = after(1000, now);
			const other = await deliveryDue(log, now);
			const asked = { isDelivered: false, error: 'ratelimited', retryAfterMs: HOUR };
			await log.recordDelivery(other.delivery.id, 1, asked, now);
			await log.recordDelivery(delivery.id, 4, REFUSED, now);
			expect((await deliveryDue(log, now)).delivery).toMatchObject({
				id: delivery.id,
				step: 'otherChannel',
			});
			await log.recordDelivery(delivery.id, 5, byMail, now);
			await log.recordDecisions([ofAna(3)], now);
			expect(await leaving(log, after(HOUR - 1, now))).toEqual([]);
		});
	});
});
