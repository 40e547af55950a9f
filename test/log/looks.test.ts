import { describe, expect, it } from 'vitest';

import type { LookResult } from '../../nodes/log/intakeLog';
import {
	after,
	DAY,
	decisionOf,
	deliveryDue,
	HOUR,
	looking,
	lookOf,
	messageOf,
	MINUTE,
	normal,
	noticeOf,
	NOW,
	onBothDatabases,
	rowOf,
	SOURCE,
	ticketOf,
	type OpenedLog,
} from './rig.ts';

type Log = OpenedLog['log'];
const TRIGGER = { source: SOURCE, workflowId: 'workflow-1', helpdesk: 'zendesk' };

/** Notices ticket 1, looks at it, and writes what was found. */
async function look(
	log: Log,
	found: Partial<LookResult>,
	now: Date = NOW,
	notice: Parameters<typeof noticeOf>[1] = {},
) {
	await log.notice([noticeOf(1, notice)], now);
	const { token } = await log.leaseNotices(looking(), now);
	return await log.recordLooks(token, [lookOf(1, found)], now);
}

const reply = (messageId: string, createdAt: Date, over = {}) => ({
	ticket: ticketOf(1, {
		messageId,
		event: 'reply',
		createdAt: createdAt.toISOString(),
		...over,
	}),
});

onBothDatabases((open) => {
	describe('what a look found', () => {
		it('is taken in once each, for the trigger that looked', async () => {
			const { log } = await open();
			const messages = [{ ticket: ticketOf(1) }, reply('r1', NOW)];
			expect(await look(log, { messages })).toEqual({ taken: 2 });
			expect(await look(log, { messages: [...messages, reply('r2', NOW)] })).toEqual({ taken: 1 });
			const { entries } = await log.leaseMessages(normal(), NOW);
			expect(entries.map(({ ticket }) => ticket.messageId).sort()).toEqual(['first', 'r1', 'r2']);
			expect(await rowOf(log, 1)).toMatchObject({ foundBy: 'webhook' });
		});

		it('counts as missing what a reconcile found and no webhook had brought', async () => {
			const { log } = await open();
			await log.saveTrigger(TRIGGER, new Date(NOW.getTime() - DAY));
			const at = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE);
			const reconciled = { foundBy: 'reconcile' } as const;
			await look(log, { messages: [reply('r1', at(90)), reply('r2', at(30))] }, NOW, reconciled);
			// Its webhook may still be on its way.
			await look(log, { messages: [reply('r3', at(1))] }, NOW, reconciled);
			await look(log, { messages: [reply('r4', at(300))] }, NOW, { foundBy: 'webhook' });
			expect(await log.triggerProgress(SOURCE)).toMatchObject({
				missing: 2,
				missingSince: at(90),
			});
			await log.saveTriggerProgress(SOURCE, { missing: 0 });
			expect(await log.triggerProgress(SOURCE)).not.toHaveProperty('missingSince', at(90));
		});

		it('wakes who waits for messages', async () => {
			const { log } = await open();
			const heard: string[] = [];
			await log.notice([noticeOf(1)], NOW);
			const { token } = await log.leaseNotices(looking(), NOW);
			log.onNews('inbox', () => heard.push('inbox'));
			if (log.kind === 'postgres') await expect.poll(() => heard.length).toBeGreaterThan(0);
			heard.length = 0;
			await log.recordLooks(token, [lookOf(1)], NOW);
			expect(heard).toContain('inbox');
		});

		it('is skipped with its reason where it is nobody’s, and is not counted', async () => {
			const { log } = await open();
			const messages = [{ ticket: ticketOf(1), skippedBecause: 'Opened by an agent' }];
			expect(await look(log, { messages })).toEqual({ taken: 0 });
			expect(await rowOf(log, 1)).toMatchObject({ state: 'skipped', reason: 'Opened by an agent' });
		});

		it('leaves a message alone that its webhook brought before', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			expect(await look(log, {})).toEqual({ taken: 0 });
			expect((await log.leaseMessages(normal(), NOW)).entries).toHaveLength(1);
		});

		it('is written whole or not at all', async () => {
			const { log, database } = await open();
			await log.notice([noticeOf(1)], NOW);
			const { token } = await log.leaseNotices(looking(), NOW);
			const messages = [{ ticket: ticketOf(1) }, { ticket: ticketOf(1, { key: '' }) }];
			await expect(log.recordLooks(token, [lookOf(1, { messages })], NOW)).rejects.toThrow(
				'no "key"',
			);
			expect(await database.query('select 1 as found from @messages')).toEqual([]);
			expect(await log.ticketRecords(['zendesk:acme:1'])).toEqual([]);
			expect(await log.recordLooks(token, [lookOf(1)], NOW)).toEqual({ taken: 1 });
		});

		it('says how the ticket stands, and a late answer does not take it back', async () => {
			const { log } = await open();
			const solved: Partial<LookResult> = {
				status: 'solved',
				assigneeName: 'Ana',
				assigneeEmail: 'ana@acme.example',
				updatedAt: after(HOUR).toISOString(),
				lastAgentReplyAt: after(MINUTE).toISOString(),
			};
			await look(log, solved, after(HOUR));
			await look(log, { status: 'open', updatedAt: NOW.toISOString() }, after(2 * HOUR));
			const record = { key: 'zendesk:acme:1', ...solved, lookedAt: after(HOUR) };
			expect(await log.ticketRecords(['zendesk:acme:1', 'unknown'])).toEqual([record]);
			await look(log, { status: 'merged', mergedInto: 'zendesk:acme:2', messages: [] }, after(DAY));
			expect(await log.ticketRecords(['zendesk:acme:1'])).toMatchObject([
				{ status: 'merged', mergedInto: 'zendesk:acme:2' },
			]);
			expect(await log.ticketRecords([])).toEqual([]);
		});

		it('says nothing that is not known', async () => {
			const { log } = await open();
			await look(log, {});
			expect(await log.ticketRecords(['zendesk:acme:1'])).toEqual([
				{ key: 'zendesk:acme:1', status: 'open', lookedAt: NOW },
			]);
		});
	});

	describe('messages of a backfill', () => {
		const started = async (log: Log) => {
			await log.saveTrigger(TRIGGER, NOW);
			const period = { source: SOURCE, from: after(-90 * DAY), to: NOW };
			return await log.startBackfill(period, NOW);
		};
		const old = { ticket: ticketOf(1, { createdAt: after(-60 * DAY).toISOString() }) };

		it('are marked as such, and never alert, whatever the gate says', async () => {
			const { log } = await open();
			const { id } = await started(log);
			const wanted = { foundBy: 'backfill' as const, backfillId: id };
			expect(await look(log, { messages: [old] }, NOW, wanted)).toEqual({ taken: 1 });
			const { entries } = await log.leaseMessages(normal(), NOW);
			expect(entries).toMatchObject([{ ticket: { backfill: true } }]);
			// Also where a node in between dropped the mark.
			const decision = decisionOf(1, { score: 98, ticket: { backfill: undefined } });
			expect(await log.recordDecisions([decision], NOW)).toMatchObject([{ state: 'monitored' }]);
			expect((await log.leaseDelivery(MINUTE, after(DAY))).delivery).toBeUndefined();
			expect(await rowOf(log, 1)).toMatchObject({
				state: 'monitored',
				backfill: true,
				foundBy: 'backfill',
				score: 98,
				route: 'alert',
				severity: 'high',
				accountId: 'globex',
			});
			expect(await log.accountMessages(['globex'], after(-DAY), 0)).toEqual([]);
			expect(await log.backfills({ limit: 9 })).toMatchObject([{ messages: 1, ended: 1 }]);
		});

		it.each(['alert', 'review', 'digest'] as const)('are monitored by route %s', async (route) => {
			const { log } = await open();
			await log.takeIn(messageOf(1, { backfill: true }), NOW);
			const [recorded] = await log.recordDecisions([decisionOf(1, { route })], NOW);
			expect(recorded).toMatchObject({ state: 'monitored' });
			expect(recorded).not.toHaveProperty('alertId');
		});

		it('do not hold back what was written just now: that alerts', async () => {
			const { log } = await open();
			const { id } = await started(log);
			const messages = [old, reply('r1', after(MINUTE))];
			const wanted = { foundBy: 'backfill' as const, backfillId: id };
			await look(log, { messages }, after(2 * MINUTE), wanted);
			const { entries } = await log.leaseMessages(normal(), after(2 * MINUTE));
			expect(entries).toMatchObject([{ ticket: { messageId: 'r1' } }]);
			expect(entries[0]?.ticket.backfill).toBeUndefined();
			expect(await log.backfills({ limit: 9 })).toMatchObject([{ messages: 1 }]);
		});

		it('that come live after all count as live, where nobody works on them yet', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1, { backfill: true }), NOW);
			expect(await log.takeIn(messageOf(1), NOW)).toMatchObject({ outcome: 'again' });
			await log.recordDecisions([decisionOf(1)], NOW);
			expect((await deliveryDue(log, NOW)).delivery.kind).toBe('alert');
		});

		it('leave a live message live', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			expect(await log.takeIn(messageOf(1, { backfill: true }), NOW)).toEqual({ outcome: 'known' });
			expect(await rowOf(log, 1)).not.toHaveProperty('backfill');
		});

		it('are handed out when no live one is due', async () => {
			const { log } = await open();
			for (const id of [1, 2]) await log.takeIn(messageOf(id, { backfill: true }), NOW);
			await log.takeIn(messageOf(3), after(1000));
			const later = after(2000);
			const ids = async () =>
				(await log.leaseMessages(normal(), later)).entries.map(({ ticket }) => ticket.id);
			expect(await ids()).toEqual(['3']);
			expect((await ids()).sort()).toEqual(['1', '2']);
			expect(await ids()).toEqual([]);
		});
	});

	describe('a message is handed out with what is known of its ticket', () => {
		it('by now, not as it was when it came', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1, { status: 'open' }), NOW);
			await log.takeIn(messageOf(2), NOW);
			const lastAgentReplyAt = after(MINUTE).toISOString();
			await look(log, { status: 'solved', lastAgentReplyAt }, after(HOUR));
			const { entries } = await log.leaseMessages(normal(), after(HOUR));
			const of = (id: string) => entries.find(({ ticket }) => ticket.id === id)?.ticket;
			expect(of('1')).toMatchObject({ status: 'solved', lastAgentReplyAt });
			expect(of('2')?.status).toBeUndefined();
			expect(of('2')?.lastAgentReplyAt).toBeUndefined();
		});

		it('with the scores before it in the same ticket, oldest first', async () => {
			const { log } = await open();
			const at = (minutes: number) => after(minutes * MINUTE).toISOString();
			const decide = async (messageId: string, score: number, minutes: number, over = {}) => {
				const ticket = { messageId, createdAt: at(minutes), ...over };
				await log.recordDecisions([decisionOf(1, { score, ticket })], after(minutes * MINUTE));
			};
			await decide('r2', 55, 20);
			await decide('first', 20, 10);
			await decide('later', 90, 40);
			await decide('test', 99, 15, { isTest: true });
			await decide('old', 99, 5, { backfill: true });
			await decide('unscored', 99, 16, { key: 'zendesk:acme:other' });
			await log.takeIn(messageOf(1, { messageId: 'r3', createdAt: at(30) }), after(HOUR));
			await log.takeIn(messageOf(2), after(HOUR));
			const { entries } = await log.leaseMessages(normal(), after(HOUR));
			const [one, two] = ['1', '2'].map((id) => entries.find(({ ticket }) => ticket.id === id));
			expect(one?.ticket.previous).toEqual([
				{ messageId: 'first', score: 20, createdAt: at(10) },
				{ messageId: 'r2', score: 55, createdAt: at(20) },
			]);
			expect(two?.ticket).not.toHaveProperty('previous');
		});

		it('with those of its like: a message months old with others of its time', async () => {
			const { log } = await open();
			const at = (days: number) => after(-days * DAY).toISOString();
			const first = decisionOf(1, { ticket: { backfill: true, createdAt: at(90) } });
			await log.recordDecisions([first], NOW);
			await log.takeIn(messageOf(1, { messageId: 'r', backfill: true, createdAt: at(80) }), NOW);
			const { entries } = await log.leaseMessages(normal(), NOW);
			expect(entries[0]?.ticket.previous).toMatchObject([{ messageId: 'first' }]);
		});

		it('with the last twenty of them', async () => {
			const { log } = await open();
			const createdAt = (minute: number) => after(minute * MINUTE).toISOString();
			await log.recordDecisions(
				Array.from({ length: 25 }, (_, index) =>
					decisionOf(1, { ticket: { messageId: `m${index}`, createdAt: createdAt(index) } }),
				),
				after(HOUR),
			);
			await log.takeIn(messageOf(1, { createdAt: createdAt(30) }), after(HOUR));
			const { entries } = await log.leaseMessages(normal(), after(HOUR));
			const ids = entries[0]?.ticket.previous?.map(({ messageId }) => messageId);
			expect(ids).toEqual(Array.from({ length: 20 }, (_, index) => `m${index + 5}`));
		});
	});
});
