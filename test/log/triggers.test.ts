import { describe, expect, it } from 'vitest';

import { TAKEN_IN } from '../../nodes/core/log/source';
import {
	after,
	DAY,
	MINUTE,
	messageOf,
	normal,
	noticeOf,
	NOW,
	onBothDatabases,
	SOURCE,
	suspect,
} from './rig.ts';

const TRIGGER = { source: SOURCE, workflowId: 'workflow-1', helpdesk: 'zendesk' };
const takenIn = (id: number, over = {}) => messageOf(id, over, { source: TAKEN_IN });

onBothDatabases((open) => {
	describe('the progress of a trigger', () => {
		it('begins when it first lived, and stays when it is saved again', async () => {
			const { log } = await open();
			expect(await log.triggerProgress(SOURCE)).toBeUndefined();
			await log.saveTrigger(TRIGGER, NOW);
			await log.saveTriggerProgress(SOURCE, { position: '42' });
			await log.saveTrigger(TRIGGER, after(DAY));
			expect(await log.triggerProgress(SOURCE)).toEqual({ firstSeenAt: NOW, position: '42' });
		});

		it('begins anew where nobody has seen it for so long, and only there', async () => {
			const { log } = await open();
			await log.saveTrigger(TRIGGER, NOW);
			await log.saveTriggerProgress(SOURCE, { position: '42', registration: '{}', missing: 2 });
			await log.beginAnew(SOURCE, NOW, after(DAY));
			expect(await log.triggerProgress(SOURCE)).toMatchObject({ firstSeenAt: NOW, position: '42' });
			await log.beginAnew(SOURCE, after(1), after(DAY));
			expect(await log.triggerProgress(SOURCE)).toEqual({
				firstSeenAt: after(DAY),
				registration: '{}',
			});
		});

		it('changes only in what is given', async () => {
			const { log } = await open();
			await log.saveTrigger(TRIGGER, NOW);
			const whole = {
				registration: '{"webhook":"1"}',
				position: 'cursor',
				reconciledAt: after(1),
				missing: 3,
				missingSince: after(2),
				reconcileError: 'Zendesk answered 500',
				lastHeardAt: after(3),
			};
			await log.saveTriggerProgress(SOURCE, whole);
			await log.saveTriggerProgress(SOURCE, {});
			expect(await log.triggerProgress(SOURCE)).toEqual({ ...whole, firstSeenAt: NOW });
			await log.saveTriggerProgress(SOURCE, { position: 'next', missing: 4 });
			expect(await log.triggerProgress(SOURCE)).toMatchObject({
				...whole,
				position: 'next',
				missing: 4,
			});
			// None missing has no time, and what is empty is not known any more.
			await log.saveTriggerProgress(SOURCE, { registration: '', missing: 0, reconcileError: '' });
			const { registration, missingSince, reconcileError, ...kept } = {
				...whole,
				position: 'next',
				missing: 0,
			};
			expect([registration, missingSince, reconcileError]).not.toContain(undefined);
			expect(await log.triggerProgress(SOURCE)).toEqual({ ...kept, firstSeenAt: NOW });
		});

		it('is not written for a trigger that nobody knows', async () => {
			const { log } = await open();
			await expect(log.saveTriggerProgress('none', { position: '1' })).rejects.toThrow(
				'does not know the trigger "none"',
			);
		});
	});

	describe('when a trigger was last heard of', () => {
		const heardAt = async (log: Awaited<ReturnType<typeof open>>['log']) =>
			(await log.triggerProgress(SOURCE))?.lastHeardAt;

		it('is known of messages and of notices of its webhook, to ten seconds', async () => {
			const { log } = await open();
			// One that the log does not know is not heard.
			await log.takeIn(messageOf(1), NOW);
			await log.saveTrigger(TRIGGER, NOW);
			expect(await heardAt(log)).toBeUndefined();
			await log.takeIn(messageOf(2), after(MINUTE));
			expect(await heardAt(log)).toEqual(after(MINUTE));
			await log.takeIn(messageOf(3), after(MINUTE + 9000));
			expect(await heardAt(log)).toEqual(after(MINUTE));
			await log.notice([noticeOf(4)], after(2 * MINUTE));
			expect(await heardAt(log)).toEqual(after(2 * MINUTE));
		});

		it('does not change by what a reconcile or Take In brings, and never goes back', async () => {
			const { log, another } = await open();
			await log.saveTrigger(TRIGGER, NOW);
			await log.notice([noticeOf(1, { foundBy: 'reconcile' })], NOW);
			await log.takeIn(takenIn(2), NOW);
			expect(await heardAt(log)).toBeUndefined();
			await log.takeIn(messageOf(3), after(MINUTE));
			await (await another()).takeIn(messageOf(4), NOW);
			expect(await heardAt(log)).toEqual(after(MINUTE));
		});
	});

	describe('what Take In took in', () => {
		const also = { alsoTakenIn: true } as const;

		it('is handed out to a trigger that asks for it, oldest first with its own', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(2), after(1));
			await log.takeIn(takenIn(1), NOW);
			await log.takeIn(takenIn(3), after(2));
			const later = after(MINUTE);
			expect((await log.leaseMessages(normal(1), later)).entries).toMatchObject([
				{ ticket: { id: '2' } },
			]);
			const { token, entries } = await log.leaseMessages({ ...normal(), ...also }, later);
			expect(entries.map(({ ticket }) => ticket.id)).toEqual(['1', '3']);
			await log.settleMessages(token, { isSuccess: false, error: 'x' }, later);
			const retried = after(2 * MINUTE);
			expect((await log.leaseMessages(suspect(), retried)).entries).toEqual([]);
			expect((await log.leaseMessages({ ...suspect(), ...also }, retried)).entries).toHaveLength(1);
		});

		it('is not adopted by a trigger of the same workflow and helpdesk', async () => {
			const { log } = await open();
			await log.takeIn(takenIn(1), NOW);
			await log.saveTrigger(TRIGGER, NOW);
			expect(await log.adoptMessages(TRIGGER, after(DAY))).toBe(0);
		});

		it('fails after 48 hours, unless a trigger that hands it on lives', async () => {
			const { log } = await open();
			await log.takeIn(takenIn(1), NOW);
			const late = after(3 * DAY);
			await log.saveTrigger(TRIGGER, late);
			await log.leaseMessages({ ...normal(1, 'w/unknown'), ...also }, NOW);
			await log.saveTrigger({ source: 'w/other', workflowId: 'w' }, late);
			await log.takeIn(takenIn(2), NOW);
			// Asks once, and has nothing to ask for yet.
			await log.leaseMessages({ ...normal(), ...also }, after(-DAY));
			expect(await log.endAbandoned(late)).toBe(0);
			await log.leaseMessages(normal(), late);
			expect(await log.endAbandoned(late)).toBeGreaterThan(0);
		});
	});

	describe('how intake stands', () => {
		it('is told for each trigger, the one seen last first', async () => {
			const { log } = await open();
			await log.saveTrigger({ ...TRIGGER, address: 'https://n8n.example/webhook/1' }, NOW);
			await log.saveTrigger({ source: 'w/2', workflowId: 'w' }, after(1));
			await log.saveTriggerProgress(SOURCE, {
				registration: 'secret-free',
				reconciledAt: NOW,
				missing: 2,
				missingSince: NOW,
			});
			await log.takeIn(messageOf(1), NOW);
			await log.takeIn(messageOf(2, {}, { skippedBecause: 'no' }), NOW);
			await log.takeIn(takenIn(3), NOW);
			await log.notice([noticeOf(4), noticeOf(5)], NOW);
			await log.leaseMessages({ ...normal(0, 'w/2'), alsoTakenIn: true }, NOW);
			expect(await log.intakeStatus()).toEqual([
				{
					source: 'w/2',
					workflowId: 'w',
					seenAt: after(1),
					firstSeenAt: after(1),
					hasApi: false,
					noticesWaiting: 0,
					messagesWaiting: 0,
					takenInWaiting: 1,
				},
				{
					...TRIGGER,
					address: 'https://n8n.example/webhook/1',
					seenAt: NOW,
					firstSeenAt: NOW,
					lastHeardAt: NOW,
					reconciledAt: NOW,
					missing: 2,
					missingSince: NOW,
					hasApi: true,
					noticesWaiting: 2,
					messagesWaiting: 1,
				},
			]);
		});
	});
});
