import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { storableText } from '../../nodes/core/values/storable';
import type { Decision, TicketLog } from '../../nodes/log/ticketLog';
import {
	after,
	decisionOf,
	deliveryDue,
	LEASE_MS,
	messageOf,
	normal,
	NOW,
	onBothDatabases,
} from './rig.ts';

const wildText = fc.oneof(
	{
		weight: 4,
		arbitrary: fc
			.array(
				fc.oneof(
					fc.integer({ min: 0, max: 0xffff }),
					fc.constantFrom(0, 0x27, 0x22, 0x5c, 0x25, 0x24, 0xd83d, 0xde00),
				),
				{ maxLength: 40 },
			)
			.map((units) => String.fromCharCode(...units)),
	},
	fc.constantFrom(
		'\\u0000',
		"'; drop table messages; --",
		'$1 ?1 @messages {list $1}',
		'__proto__',
		'漢'.repeat(600),
		'\ud800'.repeat(700),
		'x'.repeat(5000),
	),
);
/** PostgreSQL's index takes 2,704 bytes, compressed: these do not compress. */
const longKey = fc
	.array(fc.integer({ min: 0x4e00, max: 0x9fff }), { minLength: 900, maxLength: 1200 })
	.map((units) => String.fromCharCode(...units));

/** The same texts by way of a look: what a helpdesk's API says is as wild as what its webhook says. */
async function hostileIntake(
	log: TicketLog,
	{ count, a, b, key }: { count: number; a: string; b: string; key: string },
	now: Date,
): Promise<void> {
	const source = `${count} ${a}`;
	const named = { key: `look ${count} ${key}`, helpdesk: b, instance: a, id: b };
	await log.saveTrigger({ source, workflowId: b }, now);
	await log.notice([{ ...named, source, workflowId: b, foundBy: 'webhook' }], now);
	const lease = await log.leaseNotices({ source, limit: 5, leaseMs: LEASE_MS }, now);
	expect(lease.entries).toHaveLength(1);
	const ticket = { ...named, messageId: b, subject: a, body: b, createdAt: a };
	const look = {
		...named,
		status: 'open' as const,
		mergedInto: key,
		assigneeName: a,
		updatedAt: b,
	};
	const messages = [{ ticket }, { ticket: { ...ticket, messageId: 'skipped' }, skippedBecause: a }];
	// A look's key is the notice's own, as it was handed out.
	const [{ key: known } = named] = lease.entries;
	const found = { ...look, key: known, messages };
	expect(await log.recordLooks(lease.token, [found], now)).toEqual({ taken: 1 });
	expect(await log.ticketRecords([named.key])).toMatchObject([{ status: 'open' }]);
	await log.notice([{ ...named, source, workflowId: b, foundBy: 'reconcile' }], now);
	const again = await log.leaseNotices({ source, limit: 5, leaseMs: LEASE_MS }, now);
	await log.postponeNotices(again.token, { error: b }, now);
	await log.saveTriggerProgress(source, { registration: a, position: key, reconcileError: b });
	const { id } = await log.startBackfill({ source, from: NOW, to: now }, now);
	await log.saveBackfillPage(id, { position: key, error: a }, now);
	await log.saveBackfillPage(id, { position: key, tickets: 1, isLast: true }, now);
	await log.backfills({ source, limit: 1 });
}

onBothDatabases((open) => {
	describe('whatever text comes', () => {
		it('is stored, given back cleaned, and fails no statement', async () => {
			const { log } = await open();
			let count = 0;
			await fc.assert(
				fc.asyncProperty(
					wildText,
					wildText,
					fc.oneof(wildText, longKey),
					fc.jsonValue({ stringUnit: 'binary' }),
					fc.double(),
					async (a, b, key, json, number) => {
						count += 1;
						const now = after(count * 10_000);
						const ticket = {
							key: `${count} ${key}`,
							messageId: key,
							subject: a,
							body: b,
							requester: { email: b, name: a },
							url: a,
							helpdesk: b,
							id: a,
							createdAt: a,
						};
						const message = messageOf(count, ticket);
						expect(await log.takeIn(message, now)).toMatchObject({ outcome: 'new' });
						expect(await log.takeIn(message, now)).toEqual({ outcome: 'known' });
						const { token, entries } = await log.leaseMessages(normal(), now);
						expect(entries).toHaveLength(1);
						const [entry] = entries;
						// A blank text is no text.
						expect((entry?.ticket.body ?? '').trim()).toBe(storableText(b).trim());
						await log.renewLease(token, after(1000, now));

						const leased = entry?.ticket ?? message.ticket;
						// What other nodes and people's own mappings put there holds to no type.
						const wild = {
							ticket: count % 2 === 0 ? leased : message.ticket,
							sentiment: {
								...{ score: number, unlistedScore: number, label: a, topic: b, summary: b },
								signals: [{ a, json }],
							},
							account: {
								status: 'matched',
								id: `${count} ${key}`,
								name: a,
								mrr: number,
								healthScore: number,
								renewalDate: b,
								owner: { name: b, slackId: key },
							},
							gate: {
								route: 'alert',
								severity: b,
								reason: a,
								rules: [{ id: a, text: b }],
								config: key,
								history: { daysWithoutReply: number },
							},
							source: a,
							workflowId: b,
						} as unknown as Decision;
						const decision = { ...decisionOf(count), ...wild };
						await log.saveGateConfig(key, json, now);
						const [recorded] = await log.recordDecisions([decision], now);
						expect(recorded).toMatchObject({ state: 'alerting', isRepeat: false, kind: 'alert' });
						await log.saveResponseAddress(a, b, now);
						const { delivery } = await deliveryDue(log, now);
						expect(delivery.content).toMatchObject({ account: { name: storableText(a) } });
						const refused = { isDelivered: false, error: a, channel: b, recipient: a };
						await log.recordDelivery(delivery.id, 1, refused, now);
						const answer = {
							isDelivered: true,
							channel: a,
							recipient: b,
							message: { channel: a, ts: b },
						};
						await log.recordDelivery(delivery.id, 1, answer, now);
						const [row] = await log.findMessages({ ticketKey: ticket.key, limit: 1 });
						expect(row).toMatchObject({ state: 'alerted', subject: storableText(a, 1000) });
						expect(row?.summary ?? '').toBe(storableText(b, 2000));

						await log.findMessages({
							requesterEmail: b,
							accountId: key,
							states: ['done'],
							limit: 1,
						});
						await log.accountMessages([a, b, key], NOW, 0);
						await log.accountFacts([a, b, key], b);
						await log.saveAlias({ address: key, accountId: a, accountName: b, byWhom: a }, now);
						expect(await log.findAliases([key, a])).not.toEqual([]);
						await log.waitingRequesters(a, 10);
						expect(await log.answer({ token: a, action: 'close' }, now)).toEqual({
							result: 'unknown',
						});
						await log.openAlerts([a, b, key]);
						await log.topicAccounts([a, b], NOW, 0);
						await log.saveTrigger({ source: a, workflowId: b, address: a }, now);
						await hostileIntake(log, { count, a, b, key }, now);
						await log.adoptMessages({ source: a, workflowId: b, helpdesk: a }, now);
						await log.tryAgain({ failed: true, undelivered: true, ticketKey: key }, now);
						await log.queueDelivery('digest', `${count} ${key}`, { a, json }, now);
						const digest = await deliveryDue(log, after(2000, now));
						await log.settleDelivery(digest.token, { isDelivered: false, error: a }, now);
						await log.recordDelivery(digest.delivery.id, 1, { isDelivered: true }, now);
						const held = /token=([\w-]+)/.exec(delivery.links?.close ?? '')?.[1] ?? '';
						const attach = { accountId: `x${key}`, accountName: a, wholeDomain: true };
						for (const given of [
							{ action: 'snooze', by: a, days: number },
							{ action: 'attach', by: b, ...attach },
							{ action: 'useful', by: a },
						] as const) {
							expect((await log.answer({ token: held, ...given }, now)).result).toBe('applied');
						}
						expect((await log.readAnswerTarget(held, now))?.standing?.state).toBe('closed');
						const edit = await deliveryDue(log, after(4000, now));
						expect(edit.delivery).toMatchObject({
							kind: 'answer',
							message: { channel: storableText(a), ts: storableText(b) },
						});
						await log.recordDelivery(edit.delivery.id, 1, { isDelivered: true }, now);
						await log.forgetResponseAddress(a);
						await log.triggers();
					},
				),
				{ numRuns: 60, endOnFailure: true },
			);
		}, 60_000);

		it('of two megabytes is stored, cut at a million', async () => {
			const { log } = await open();
			const big = 'ä😀'.repeat(700_000);
			await log.takeIn(messageOf(1, { subject: big, body: big, requester: { name: big } }), NOW);
			const { entries } = await log.leaseMessages(normal(), NOW);
			expect(entries[0]?.ticket.body).toHaveLength(1_000_000);
			const decision = decisionOf(1, { ticket: entries[0]?.ticket, failure: big });
			expect(await log.recordDecisions([decision], NOW)).toMatchObject([{ state: 'received' }]);
		});

		it('as a long key keeps what makes it different', async () => {
			const { log } = await open();
			const long = 'k'.repeat(2000);
			for (const [key, messageId] of [
				[`${long}1`, 'm'],
				[`${long}2`, 'm'],
				['k', `${long}1`],
				['k', `${long}2`],
			] as const) {
				expect(await log.takeIn(messageOf(1, { key, messageId }), NOW)).toMatchObject({
					outcome: 'new',
				});
			}
			const { entries } = await log.leaseMessages(normal(), NOW);
			const decisions = entries.map(({ ticket }) => decisionOf(1, { ticket, route: 'digest' }));
			const recorded = await log.recordDecisions(decisions, NOW);
			expect(recorded.map(({ isRepeat }) => isRepeat)).toEqual([false, false, false, false]);
		});
	});
});
