import { describe, expect, it } from 'vitest';

import type { SlackMessageId } from '../../nodes/core/item/types';
import type { LeasedDelivery, TicketLog } from '../../nodes/log/ticketLog';
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
	NOW,
	onBothDatabases,
	SOURCE,
} from './rig.ts';

interface Entry {
	ticket: { key: string; requester: { email: string } };
	links: Record<string, string>;
	reviewed?: { because: string; at?: string };
}

const POST = { channel: 'C1', ts: '17.1' };
const CHOSEN = { accountId: 'acme', accountName: 'Acme Corp' };

const entriesOf = ({ content }: LeasedDelivery) => content.review as Entry[];
const tokenOf = (entry: Entry | undefined) =>
	new URL(entry?.links.attach ?? '').searchParams.get('token') ?? '';

/** Takes the next thing due and has Slack take it. */
async function deliver(
	log: TicketLog,
	now: Date,
	message: SlackMessageId | null = POST,
): Promise<LeasedDelivery> {
	const { delivery } = await deliveryDue(log, now);
	const answer = { isDelivered: true, recipientName: 'Dana', ...(message && { message }) };
	await log.recordDelivery(delivery.id, delivery.attempt, answer, now);
	return delivery;
}

const isIdle = async (log: TicketLog, now: Date) =>
	expect((await log.leaseDelivery(LEASE_MS, now)).delivery).toBeUndefined();

/** Messages of these senders in Review, told in one post; the tokens of its links. */
async function posted(log: TicketLog, senders: readonly string[], message?: null) {
	await log.saveTrigger({ source: SOURCE, workflowId: 'workflow-1' }, NOW);
	await log.saveResponseAddress(RESPONSES, ADDRESS, NOW);
	for (const [index, email] of senders.entries()) {
		await log.takeIn(messageOf(index + 1, { requester: { email } }), NOW);
	}
	const waiting = senders.map((email, index) =>
		decisionOf(index + 1, {
			route: 'review',
			accountId: null,
			ticket: { requester: { email } },
		}),
	);
	await log.recordDecisions(waiting, NOW);
	const post = await deliver(log, NOW, message);
	return senders.map((email) =>
		tokenOf(entriesOf(post).find(({ ticket }) => ticket.requester.email === email)),
	);
}

const [MIA, JO] = ['mia@globex.example', 'jo@initech.example'];

onBothDatabases((open) => {
	describe('a post of Review in Slack', () => {
		it('says what has become of what was attached, and of the sender’s others, and keeps what waits', async () => {
			const { log } = await open();
			const [token = ''] = await posted(log, [MIA, JO, MIA]);
			await log.answer({ token, action: 'attach', ...CHOSEN }, after(MINUTE));
			const edit = await deliver(log, after(MINUTE));
			expect(edit).toMatchObject({ kind: 'review', message: POST });
			const done = {
				because: 'Dana attached it to Acme Corp',
				at: after(MINUTE).toISOString(),
			};
			expect(entriesOf(edit)).toHaveLength(3);
			for (const { ticket, reviewed, links } of entriesOf(edit)) {
				const isMia = ticket.requester.email === MIA;
				expect(reviewed).toEqual(isMia ? done : undefined);
				expect(Object.keys(links)).toEqual(isMia ? [] : ['attach', 'dismiss']);
			}
			expect(JSON.stringify(edit.content)).not.toContain('messageRow');
			await isIdle(log, after(DAY));
		});

		it('says so of what was dismissed, by the links of a post that was edited, too', async () => {
			const { log } = await open();
			const tokens = await posted(log, [MIA, JO]);
			await answered(log, tokens[0] ?? '', 'dismiss', after(MINUTE));
			const first = await deliver(log, after(MINUTE));
			const again = tokenOf(entriesOf(first).find(({ reviewed }) => reviewed === undefined));
			expect(again).not.toBe(tokens[1]);
			expect(await answered(log, again, 'dismiss', after(HOUR))).toBe('applied');
			const second = await deliver(log, after(HOUR));
			expect(second).toMatchObject({ kind: 'review', message: POST });
			expect(entriesOf(second).map(({ reviewed }) => reviewed?.because)).toEqual(
				Array.from({ length: 2 }, () => 'Dana looked at it: nothing to do'),
			);
			await isIdle(log, after(DAY));
		});

		it('is edited once for what was answered until then', async () => {
			const { log } = await open();
			const [first = '', second = ''] = await posted(log, [MIA, JO]);
			await answered(log, first, 'dismiss', after(MINUTE));
			await answered(log, second, 'dismiss', after(MINUTE));
			const edit = await deliver(log, after(MINUTE));
			expect(entriesOf(edit).every(({ reviewed }) => reviewed !== undefined)).toBe(true);
			await isIdle(log, after(DAY));
		});

		it('is not edited by two at once: the later one waits', async () => {
			const { log } = await open();
			const [first = '', second = ''] = await posted(log, [MIA, JO]);
			await answered(log, first, 'dismiss', after(MINUTE));
			const { delivery } = await deliveryDue(log, after(MINUTE));
			await answered(log, second, 'dismiss', after(MINUTE + 1000));
			await isIdle(log, after(MINUTE + 2000));
			const taken = { isDelivered: true, message: POST };
			await log.recordDelivery(delivery.id, delivery.attempt, taken, after(MINUTE + 3000));
			const edit = await deliver(log, after(2 * MINUTE));
			expect(entriesOf(edit).every(({ reviewed }) => reviewed !== undefined)).toBe(true);
			await isIdle(log, after(DAY));
		});

		it('that somebody answered before Slack’s own answer was known is edited then', async () => {
			const { log } = await open();
			await log.saveResponseAddress(RESPONSES, ADDRESS, NOW);
			await log.recordDecisions([decisionOf(1, { route: 'review', accountId: null })], NOW);
			const { delivery } = await deliveryDue(log, NOW);
			const token = tokenOf(entriesOf(delivery)[0]);
			await answered(log, token, 'dismiss', after(1000));
			await isIdle(log, after(1000));
			const answer = { isDelivered: true, message: POST };
			await log.recordDelivery(delivery.id, delivery.attempt, answer, after(2000));
			expect(await deliver(log, after(3000))).toMatchObject({ kind: 'review', message: POST });
		});

		it('is not edited where it went by email', async () => {
			const { log } = await open();
			const [token = ''] = await posted(log, [MIA], null);
			await answered(log, token, 'dismiss', after(MINUTE));
			await isIdle(log, after(DAY));
		});

		it('that cannot be edited is no alarm, and is not tried for ever', async () => {
			const { log } = await open();
			const [token = ''] = await posted(log, [MIA]);
			await answered(log, token, 'dismiss', after(MINUTE));
			let now = after(MINUTE);
			for (const wait of [1, 5, 15, 60]) {
				const { delivery } = await deliveryDue(log, now);
				const refused = { isDelivered: false, error: 'message_not_found' };
				await log.recordDelivery(delivery.id, delivery.attempt, refused, now);
				now = after(wait * MINUTE, now);
			}
			await isIdle(log, after(DAY, now));
			expect(await log.leaseProblems(MINUTE, now)).toEqual([]);
		});

		it('and what it lists leaves the log with the other texts', async () => {
			const { log, database } = await open();
			const [token = ''] = await posted(log, [MIA]);
			await log.purge({ textsBefore: new Date() });
			expect(await database.query('select content from @deliveries')).toEqual([{ content: null }]);
			expect(token).not.toBe('');
		});

		it('keeps nothing of a person who is forgotten, and stays as delivered', async () => {
			const { log, database } = await open();
			await posted(log, [MIA, JO]);
			await log.forgetPerson(MIA, { isOnlyCount: false }, after(HOUR));
			const [one] = await database.query('select state, content from @deliveries');
			expect(one?.state).toBe('delivered');
			expect(String(one?.content)).not.toContain('mia@');
			expect(String(one?.content)).toContain(JO);
			await log.forgetPerson(JO, { isOnlyCount: false }, after(HOUR));
			expect(await database.query('select state, content from @deliveries')).toEqual([
				{ state: 'delivered', content: null },
			]);
		});
	});
});
