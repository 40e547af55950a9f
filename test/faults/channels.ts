import { describe, expect, it } from 'vitest';

import type { Execution } from '../n8n/types.ts';
import type { Rig } from '../support/rig.ts';
import { copiesOf, deliveryOnce, rowOnce, saysMayBeRepeat, untilEnded } from './ends.ts';
import { isLong } from './form.ts';
import type { Hands } from './hands.ts';
import { post, ticketOf, type PostedTicket } from './helpdesks.ts';

const BACKLOG = isLong ? 30 : 10;

/** Somebody no account knows, so that each has an alert of their own, to the fallback owner in Slack. */
const inSlack = (id: number) => ticketOf(id, { from: `owner@slack-${id}.example` });
/** The customers of a colleague who reads mail: Sam's in workflows/source/samples. */
const byMail = (id: number, from = 'k.brandt@wayne.example') => ticketOf(id, { from });

/** What Slack and the mail server can do to an alert. */
export function channels(of: () => { rig: Rig; hands: Hands }): void {
	const copies = ({ link }: PostedTicket) => copiesOf(of().rig.outbox.messages, link);
	const send = async (ticket: PostedTicket) => {
		expect((await post(of().rig, ticket)).body).toEqual({ received: true });
	};
	/** The ticket's delivery once this attempt has been answered. */
	const attempted = async ({ ticketKey }: PostedTicket, attempts: number) =>
		await deliveryOnce(
			of().rig,
			ticketKey,
			({ state, attempt }) => state !== 'sending' && Number(attempt) >= attempts,
		);
	const alerted = async ({ ticketKey }: PostedTicket) => {
		const [row] = await untilEnded(of().rig, [ticketKey], { between: of().hands.hurry });
		expect(row).toMatchObject({ state: 'alerted' });
		return await deliveryOnce(of().rig, ticketKey, ({ state }) => state === 'delivered');
	};
	/** The newest run that stopped, with what stopped it. */
	const lastFailedRun = async (): Promise<Execution | undefined> => {
		const { rig } = of();
		await rig.idle();
		const { data } = await rig.n8n.api<{ data: Execution[] }>('GET', '/executions', {
			query: { status: 'error', includeData: 'true', limit: '1' },
		});
		return data[0];
	};

	describe('Slack says that it is asked too much', () => {
		// n8n's Slack node keeps no Retry-After (2.41), so every 429 stands for half a minute.
		it('gets nothing more in that conversation before its half minute is over', async () => {
			const { rig, hands } = of();
			const since = Date.now();
			rig.outbox.failNext({ of: 'slack', status: 429, retryAfter: 30 });
			const [first, second] = [inSlack(400), inSlack(401)];
			await send(first);
			const refused = await attempted(first, 1);
			expect(Number(refused.due_at)).toBeGreaterThanOrEqual(since + 30_000);
			expect(String(refused.last_error)).toMatch(/too many requests/i);
			await send(second);
			await rowOnce(rig, second.ticketKey, ({ state }) => state === 'alerting');
			// Both are due now, but for the conversation.
			await hands.hurry();
			await rig.idle();
			expect([copies(first), copies(second)]).toEqual([[], []]);
			const waiting = await hands.change(
				`update @paces set next_at = next_at where next_at >= ${since + 30_000}`,
			);
			expect(waiting).toBe(1);
			// The time is over.
			await hands.change('update @paces set next_at = 1');
			await alerted(first);
			await alerted(second);
			expect([copies(first).length, copies(second).length]).toEqual([1, 1]);
			// What was refused in so many words has not arrived before.
			expect(copies(first).some(saysMayBeRepeat)).toBe(false);
		});
	});

	describe('Slack answers 500', () => {
		it('is tried again, and the message says that it may be a repeat', async () => {
			const { rig } = of();
			rig.outbox.failNext({ of: 'slack', status: 500 });
			const ticket = inSlack(402);
			await send(ticket);
			await attempted(ticket, 1);
			expect(await alerted(ticket)).toMatchObject({ channel: 'slack' });
			expect(copies(ticket).map(saysMayBeRepeat)).toEqual([true]);
		});
	});

	describe('Slack refuses one message of five', () => {
		it('sends that one again and no other twice; the run that failed is red and says why', async () => {
			const { rig } = of();
			rig.outbox.failNext({ of: 'slack', error: 'is_archived' });
			const tickets = [410, 411, 412, 413, 414].map(inSlack);
			await Promise.all(tickets.map(send));
			const deliveries = await Promise.all(
				tickets.map(async (ticket) => await attempted(ticket, 1)),
			);
			const refused = deliveries.filter(({ state }) => state === 'due');
			expect(refused).toHaveLength(1);
			expect(String(refused[0]?.last_error)).toContain('is_archived');
			expect((await lastFailedRun())?.data?.resultData.error?.message).toContain('is_archived');
			const attempts: number[] = [];
			for (const ticket of tickets) attempts.push(Number((await alerted(ticket)).attempt));
			expect(attempts.sort()).toEqual([1, 1, 1, 1, 2]);
			expect(tickets.map((ticket) => copies(ticket).length)).toEqual([1, 1, 1, 1, 1]);
			expect(tickets.flatMap(copies).some(saysMayBeRepeat)).toBe(false);
		});
	});

	describe('Slack answers late', () => {
		it('is waited for, and the message arrives once', async () => {
			const { rig } = of();
			rig.outbox.failNext({ of: 'slack', answer: 'late', afterMs: 3000 });
			const ticket = inSlack(415);
			await send(ticket);
			expect(Number((await alerted(ticket)).attempt)).toBe(1);
			expect(copies(ticket)).toHaveLength(1);
		});

		it('so late that the message was given to another run: that finds it, and both count as one', async () => {
			const { rig, hands } = of();
			rig.outbox.failNext({ of: 'slack', answer: 'late', afterMs: 4000 });
			const ticket = inSlack(416);
			await send(ticket);
			const { lease_token } = await deliveryOnce(
				rig,
				ticket.ticketKey,
				({ state }) => state === 'sending' && copies(ticket).length === 1,
			);
			await hands.change('update @paces set next_at = 1');
			await hands.endLeases([String(lease_token)]);
			const second = await deliveryOnce(
				rig,
				ticket.ticketKey,
				({ state }) => state === 'delivered',
			);
			expect(Number(second.attempt)).toBe(2);
			await rig.idle();
			// The first run has recorded its late answer by now: nothing changed.
			expect(await deliveryOnce(rig, ticket.ticketKey, () => true)).toEqual(second);
			expect(copies(ticket).map(saysMayBeRepeat)).toEqual([false]);
			await alerted(ticket);
		});
	});

	describe('Slack loses its answer', () => {
		it('is found in the conversation, and not sent again', async () => {
			const { rig } = of();
			// An alert that arrived has told which conversation that is.
			const known = inSlack(418);
			await send(known);
			await alerted(known);
			rig.outbox.failNext({ of: 'slack', answer: 'lost' });
			const ticket = inSlack(417);
			await send(ticket);
			await attempted(ticket, 1);
			await alerted(ticket);
			expect(copies(ticket).map(saysMayBeRepeat)).toEqual([false]);
		});
	});

	describe(`a backlog of ${BACKLOG} alerts for one Slack channel`, () => {
		it('leaves a message a second, none given up and none twice', async () => {
			const { rig } = of();
			const tickets = Array.from({ length: BACKLOG }, (_, index) => inSlack(420 + index));
			await Promise.all(tickets.map(send));
			await untilEnded(
				rig,
				tickets.map(({ ticketKey }) => ticketKey),
			);
			const deliveries = await Promise.all(tickets.map(alerted));
			expect(new Set(deliveries.map(({ attempt }) => Number(attempt)))).toEqual(new Set([1]));
			expect(tickets.map((ticket) => copies(ticket).length)).toEqual(tickets.map(() => 1));
			const times = tickets.flatMap(copies).map(({ at }) => Date.parse(at));
			// The pace is kept where runs begin; the first may take some seconds longer than the last.
			const least = (BACKLOG - 1) * 1000 - 3000;
			expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(least);
		});
	});

	describe('the mail server refuses', () => {
		it('for now: the same way again, once, and no word of a repeat', async () => {
			const { rig } = of();
			rig.outbox.failNext({ of: 'smtp', code: 451, message: '4.7.1 Try again later' });
			const ticket = byMail(460);
			await send(ticket);
			expect(String((await attempted(ticket, 1)).last_error)).toContain('451');
			expect(await alerted(ticket)).toMatchObject({ channel: 'email' });
			expect(copies(ticket)).toMatchObject([{ kind: 'email', to: ['sam.okafor@cs-team.example'] }]);
			expect(copies(ticket).some(saysMayBeRepeat)).toBe(false);
		});

		it('for good: after four attempts the alert comes in Slack, and says why', async () => {
			const { rig } = of();
			rig.outbox.failNext({ of: 'smtp', code: 550, message: '5.1.1 No such user' }, 4);
			const ticket = byMail(461, 'ops@initech.example');
			await send(ticket);
			await attempted(ticket, 1);
			expect(await alerted(ticket)).toMatchObject({ channel: 'slack' });
			expect(copies(ticket)).toMatchObject([{ kind: 'slack', channel: '#cs-alerts' }]);
			expect(JSON.stringify(copies(ticket))).toContain(
				'could not be delivered to Sam Okafor by email',
			);
			expect(copies(ticket).some(saysMayBeRepeat)).toBe(false);
		});

		it('and so does Slack: the manager of the owner gets it', async () => {
			const { rig } = of();
			rig.outbox.failNext({ of: 'smtp', code: 550, message: '5.1.1 No such user' }, 4);
			rig.outbox.failNext({ of: 'slack', error: 'channel_not_found' });
			const ticket = byMail(462, 'tess@soylent.example');
			await send(ticket);
			await attempted(ticket, 1);
			await alerted(ticket);
			expect(copies(ticket)).toMatchObject([{ kind: 'email', to: ['kim.lee@cs-team.example'] }]);
		});
	});

	describe('all ways fail', () => {
		it('Problem fails a run in so many words, and the alert stays due until it arrives', async () => {
			const { rig, hands } = of();
			rig.outbox.failNext({ of: 'smtp', code: 550, message: '5.1.1 No such user' }, 500);
			rig.outbox.failNext({ of: 'slack', error: 'account_inactive' }, 500);
			const ticket = byMail(463, 'richard.piper@gmail.com');
			await send(ticket);
			let delivery = await attempted(ticket, 1);
			for (let attempt = 2; delivery.state !== 'undelivered'; attempt += 1) {
				expect(attempt).toBeLessThan(8);
				await hands.hurry();
				delivery = await attempted(ticket, attempt);
			}
			expect(Number(delivery.attempt)).toBe(6);
			expect(Number(delivery.due_at)).toBeGreaterThan(Date.now());
			await rowOnce(rig, ticket.ticketKey, ({ state }) => state === 'alerting');
			await rig.idle();
			const runs = await rig.n8n.executions(rig.workflows['cs-alerts.json'].id);
			const problems = runs.filter(
				({ data }) => data?.resultData.lastNodeExecuted === 'Tell of Problem',
			);
			expect(problems.map(({ status }) => status)).toEqual(['error']);
			const said = problems[0]?.data?.resultData.error?.message;
			expect(said).toContain('The alert of Pied Piper');
			expect(said).toContain('could not be delivered on any way');
			rig.outbox.failNoMore();
			await alerted(ticket);
			expect(copies(ticket)).toHaveLength(1);
		});
	});
}
