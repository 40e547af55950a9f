import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { Database } from '../../nodes/log/database';
import { LogError } from '../../nodes/log/errors';
import { forgetPerson } from '../../nodes/log/forgetPerson';
import { TEXT_TABLES } from '../../nodes/log/textColumns';
import type { TicketLog } from '../../nodes/log/ticketLog';
import {
	after,
	DAY,
	decisionOf,
	deliveryDue,
	HOUR,
	messageOf,
	MINUTE,
	normal,
	NOW,
	onBothDatabases,
	rowOf,
} from './rig';

const MIA = 'mia@globex.example';
const BOB = { requester: { email: 'bob@globex.example', name: 'Bob Ray' } };
const forget = async (log: TicketLog, email = MIA, at = after(HOUR)) =>
	await log.forgetPerson(email, { isOnlyCount: false }, at);

/** Every text of every column of every table. */
async function allTexts({ kind, query }: Database): Promise<string> {
	const tables = await query<{ name: string }>(
		kind === 'sqlite'
			? `select name from sqlite_master where type = 'table'`
			: `select tablename as name from pg_tables where schemaname = 'cs_alerts'`,
	);
	const found: string[] = [];
	for (const { name } of tables) {
		const rows = await query(`select * from ${kind === 'sqlite' ? '' : 'cs_alerts.'}${name}`);
		found.push(JSON.stringify(rows));
	}
	return found.join('\n');
}

const OF_MIA =
	/mia@|mia%40|Mia Chen|M\u00eda|has failed since Monday|Export \d+ fails|The export fails/i;

/** Decides on a ticket of Mia's that the log has taken in. */
async function decided(log: TicketLog, id: number, over: Parameters<typeof decisionOf>[1] = {}) {
	await log.takeIn(messageOf(id, over.ticket), NOW);
	await log.recordDecisions([decisionOf(id, over)], NOW);
}

onBothDatabases((open, kind) => {
	describe('a person who is forgotten', () => {
		it('stands nowhere any more, in no state and no table', async () => {
			const { log, database } = await open();
			await log.saveTrigger({ source: 'workflow-1/trigger-1', workflowId: 'workflow-1' }, NOW);
			// One told and answered, one in Review, one calm, one that failed, one under way, one in other letters.
			await decided(log, 1);
			const told = await deliveryDue(log, NOW);
			await log.recordDelivery(
				told.delivery.id,
				1,
				{
					isDelivered: true,
					channel: 'slack',
					message: { channel: 'C1', ts: '1.2' },
					recipient: MIA,
					followUps: [{ kind: 'reminder', at: after(2 * HOUR).toISOString() }],
				},
				NOW,
			);
			await decided(log, 2, { route: 'review', accountId: null });
			await decided(log, 3, { score: 20, route: 'digest' });
			await log.takeIn(messageOf(4), NOW);
			await database.query(
				`update @messages set state = 'failed', reason = $1, ended_at = 1 where ticket_id = '4'`,
				[`No account of ${MIA} was found`],
			);
			await log.takeIn(messageOf(5), NOW);
			await log.takeIn(
				messageOf(6, { requester: { email: '"Mia Chen" <ＭＩＡ@GLOBEX.example>' } }),
				NOW,
			);
			await decided(log, 7, { accountId: null, score: 90, ticket: { key: `mailbox:${MIA}:7` } });
			await log.saveAlias({ address: MIA, accountId: 'globex', byWhom: 'Ana' }, NOW);
			await log.saveAlias({ address: 'x@y.example', accountId: 'g', byWhom: MIA }, NOW);
			// Others wrote her address, too.
			await decided(log, 8, {
				ticket: {
					...BOB,
					subject: `\nmia@Globex.example cannot log in`,
					body: 'Please help',
					url: 'https://acme.example/find?email=mia%40globex.example',
				},
				sentiment: { score: 40, topic: 'Login', signals: [], flags: [] },
				route: 'review',
			});
			await log.queueDelivery(
				'digest',
				'once',
				{
					digest: {
						title: 'Digest',
						sections: [
							{
								title: 'Quiet',
								entries: [
									{ text: 'Globex, “Export 3 fails”' },
									{ text: 'Initech, “Slow”' },
									{ text: 'x', url: 'https://acme.zendesk.example/agent/tickets/1' },
								],
								more: 0,
							},
						],
					},
				},
				NOW,
			);
			expect(await allTexts(database)).toMatch(OF_MIA);

			const forgotten = await forget(log, ' MIA@globex.example ');
			const texts = await allTexts(database);
			expect(texts.match(OF_MIA)).toBeNull();
			expect(forgotten).toMatchObject({
				address: MIA,
				messagesEnded: 5,
				slackMessages: [{ channel: 'C1', ts: '1.2' }],
				areFilesClean: kind === 'sqlite',
			});
			expect(forgotten.rows).toMatchObject({ messages: 8, aliases: 2 });
			// What is not hers stays.
			expect(texts).toMatch(/Bob Ray/);
			expect(texts).toMatch(/Initech, “Slow”/);
			expect(texts).toMatch(/Please help/);
			// And there is nothing more to find.
			expect((await forget(log)).rows).toEqual({});
		});

		it('leaves the figures of every report as they were', async () => {
			const { log } = await open();
			const WEEK = { since: after(-DAY), until: after(DAY) };
			for (const id of [1, 2, 3]) await decided(log, id, { accountId: id === 3 ? null : 'globex' });
			const read = async () => {
				const found: unknown[] = [];
				for await (const page of log.loggedScores(WEEK)) {
					found.push(
						...page.map(({ requesterEmail, ...rest }) => ({
							...rest,
							whose: typeof requesterEmail,
						})),
					);
				}
				for await (const page of log.loggedAlerts(WEEK)) {
					found.push(...page.map((alert) => ({ ...alert, signals: [], closedAt: undefined })));
				}
				return found;
			};
			const before = await read();
			await forget(log);
			expect(await read()).toEqual(before);
			const senders = new Set<string | undefined>();
			for await (const page of log.loggedScores(WEEK)) {
				page.forEach(({ requesterEmail }) => senders.add(requesterEmail));
			}
			expect([...senders]).toEqual([expect.stringMatching(/^forgotten-[0-9a-f]{12}$/)]);
		});

		it('is counted first, and then nothing changes', async () => {
			const { log, database } = await open();
			await decided(log, 1);
			await log.saveAlias({ address: MIA, accountId: 'globex' }, NOW);
			const before = await allTexts(database);
			const counted = await log.forgetPerson(MIA, { isOnlyCount: true }, NOW);
			expect(await allTexts(database)).toBe(before);
			expect(counted).toEqual({
				address: MIA,
				rows: { messages: 1, alerts: 1, deliveries: 1, aliases: 1 },
				messagesEnded: 1,
				deliveriesWithdrawn: 1,
				alertsClosed: 1,
				slackMessages: [],
			});
			expect(await forget(log)).toEqual({ ...counted, areFilesClean: kind === 'sqlite' });
		});

		it('is one address: others that contain it, or have a plus tag, are somebody else', async () => {
			const { log } = await open();
			const others = [
				'mia+billing@globex.example',
				'mary-mia@globex.example',
				'mia@globex.example.org',
				'x.mia@globex.example',
			];
			for (const [index, email] of others.entries()) {
				await decided(log, index, { ticket: { requester: { email } }, route: 'digest' });
			}
			expect((await forget(log)).rows).toEqual({});
			const left = await log.findMessages({ limit: 10 });
			expect(left.map(({ requesterEmail }) => requesterEmail).sort()).toEqual(others.sort());
			expect((await forget(log, 'mia+billing@globex.example')).rows).toEqual({ messages: 1 });
		});

		it.each(['', 'mia', 'a@b.example, c@d.example', '%'])('is not "%s"', async (email) => {
			const { log } = await open();
			await expect(forget(log, email)).rejects.toThrow(LogError);
		});
	});

	describe('what is under way when its sender is forgotten', () => {
		it('ends as skipped; neither its run nor the helpdesk brings it back', async () => {
			const { log, database } = await open();
			for (const id of [1, 2]) await log.takeIn(messageOf(id), NOW);
			const { token, entries } = await log.leaseMessages(normal(), NOW);
			expect(entries).toHaveLength(2);
			await forget(log);
			for (const id of [1, 2]) {
				expect(await rowOf(log, id)).toMatchObject({
					state: 'skipped',
					reason: 'Its sender was forgotten',
				});
			}
			const [recorded] = await log.recordDecisions([decisionOf(1)], after(2 * HOUR));
			expect(recorded).toMatchObject({ isRepeat: true, state: 'skipped' });
			expect(await log.settleMessages(token, { isSuccess: false }, after(2 * HOUR))).toEqual([]);
			expect(await log.takeIn(messageOf(2), after(2 * HOUR))).toEqual({ outcome: 'known' });
			expect(
				(await log.tryAgain({ failed: true, undelivered: true }, after(2 * HOUR))).messages,
			).toBe(0);
			expect(await allTexts(database)).not.toMatch(OF_MIA);
			// A new ticket is anyone's.
			await log.takeIn(messageOf(3), after(2 * HOUR));
			expect(await rowOf(log, 3)).toMatchObject({ state: 'received', requesterEmail: MIA });
		});

		it('is found, too, where it comes while months of messages are looked through', async () => {
			const { log, database } = await open();
			await decided(log, 1);
			const racing: Database = {
				...database,
				transaction: async (work) => {
					await log.takeIn(messageOf(2), after(HOUR));
					await decided(log, 3, { route: 'digest' });
					return await database.transaction(work);
				},
			};
			const { rows } = await forgetPerson(racing, MIA, { isOnlyCount: false }, NOW);
			expect(rows.messages).toBe(3);
			expect(await allTexts(database)).not.toMatch(OF_MIA);
		});

		it('is not sent, and its alert ends where nobody has been told of it', async () => {
			const { log } = await open();
			await decided(log, 1);
			expect(await forget(log)).toMatchObject({ deliveriesWithdrawn: 1, alertsClosed: 1 });
			expect((await log.leaseDelivery(MINUTE, after(2 * HOUR))).delivery).toBeUndefined();
			// The account's next message opens an alert of its own.
			await decided(log, 2, { ticket: BOB });
			expect((await deliveryDue(log, after(2 * HOUR))).delivery).toMatchObject({
				kind: 'alert',
				content: { ticket: { subject: 'Export 2 fails' } },
			});
		});

		it('makes way for what others wrote of the same account', async () => {
			const { log } = await open();
			await decided(log, 1);
			await decided(log, 2, { ticket: BOB });
			expect(await forget(log)).toMatchObject({ deliveriesWithdrawn: 1, alertsClosed: 0 });
			const { delivery } = await deliveryDue(log, after(2 * HOUR));
			expect(delivery.content).toMatchObject({ ticket: { requester: { name: 'Bob Ray' } } });
		});

		it('counts as delivered after all, when its run says so too late', async () => {
			const { log, database } = await open();
			await decided(log, 1);
			const { delivery } = await deliveryDue(log, NOW);
			await forget(log);
			await log.recordDelivery(
				delivery.id,
				1,
				{ isDelivered: true, channel: 'slack' },
				after(HOUR),
			);
			expect((await rowOf(log, 1)).state).toBe('skipped');
			const [row] = await database.query('select content, delivered_at from @alerts');
			expect(row).toMatchObject({ content: null, delivered_at: after(HOUR).getTime() });
		});

		it('stays as it stands where it was told: what follows it has no words', async () => {
			const { log } = await open();
			await decided(log, 1);
			const { delivery } = await deliveryDue(log, NOW);
			const followUps = [{ kind: 'reminder' as const, at: after(MINUTE).toISOString() }];
			await log.recordDelivery(delivery.id, 1, { isDelivered: true, followUps }, NOW);
			// One reminder is on its way, with all its words, when she is forgotten.
			const { token } = await log.leaseDelivery(MINUTE, after(2 * MINUTE));
			await log.settleDelivery(token, { isDelivered: false, error: 'down' }, after(3 * MINUTE));
			expect(await forget(log)).toMatchObject({ deliveriesWithdrawn: 0, alertsClosed: 0 });
			const again = await deliveryDue(log, after(2 * HOUR));
			expect(again.delivery).toMatchObject({
				kind: 'reminder',
				standing: { state: 'open' },
				content: {
					ticket: { key: 'zendesk:acme:1' },
					sentiment: { score: 70, signals: [] },
					account: { name: 'Globex' },
				},
			});
			expect(JSON.stringify(again.delivery)).not.toMatch(OF_MIA);
		});

		it('takes the draft of a reply to it along', async () => {
			const { log, database } = await open();
			await decided(log, 1);
			const { delivery } = await deliveryDue(log, NOW);
			const replyDraft = 'Dear customer, your backup of the Lisbon office is safe';
			await log.recordDelivery(delivery.id, 1, { isDelivered: true, replyDraft }, NOW);
			expect(await allTexts(database)).toContain('Lisbon office');
			await forget(log);
			expect(await allTexts(database)).not.toContain('Lisbon office');
		});

		it('leaves no draft behind, either, where its run ends after others took its place', async () => {
			const { log, database } = await open();
			await decided(log, 1);
			await decided(log, 2, { ticket: BOB });
			const { delivery } = await deliveryDue(log, NOW);
			await forget(log);
			const replyDraft = 'Dear customer, your backup of the Lisbon office is safe';
			await log.recordDelivery(delivery.id, 1, { isDelivered: true, replyDraft }, after(HOUR));
			expect(await allTexts(database)).not.toContain('Lisbon office');
		});

		it('is in the list of Review no more, and others are', async () => {
			const { log } = await open();
			await decided(log, 1, { route: 'review', accountId: null });
			await decided(log, 2, { route: 'review', accountId: null, ticket: BOB });
			await forget(log);
			const { delivery } = await deliveryDue(log, after(2 * HOUR));
			expect(delivery.kind).toBe('review');
			expect(JSON.stringify(delivery.content)).toMatch(/Bob Ray/);
			expect(JSON.stringify(delivery.content)).not.toMatch(/mia@|Mia Chen/i);
			expect(await rowOf(log, 1)).toMatchObject({ state: 'unattached' });
			expect((await rowOf(log, 1)).reviewedAt).toBeDefined();
		});

		it('is told with the others of an incident, where they have no message of their own', async () => {
			const { log } = await open();
			const incident = { topic: 'Export', accounts: 3, minutes: 60 };
			const of = (id: number, accountId: string, ticket = {}) => {
				const decision = decisionOf(id, { accountId, ticket });
				const owner = { name: 'Ana', email: 'ana@acme.example' };
				return {
					...decision,
					...(decision.gate && { gate: { ...decision.gate, incident } }),
					...(decision.account && { account: { ...decision.account, owner } }),
				};
			};
			await log.recordDecisions([of(1, 'globex')], NOW);
			await log.recordDecisions([of(2, 'initech', BOB)], after(MINUTE));
			expect(await forget(log)).toMatchObject({ deliveriesWithdrawn: 0, alertsClosed: 0 });
			const { delivery } = await deliveryDue(log, after(2 * HOUR));
			expect(delivery).toMatchObject({ kind: 'alert', incident: { topic: 'Export' } });
			expect(delivery.incident?.accounts).toHaveLength(2);
			expect(JSON.stringify(delivery)).not.toMatch(/mia@|Mia Chen/i);
		});
	});

	if (kind === 'sqlite') {
		it('is in no byte of the files, of months of messages', async () => {
			const { log, database } = await open();
			for (let id = 0; id < 400; id += 1) {
				const isMia = id % 7 === 0;
				const body = `${isMia ? 'I, the one in question,' : 'Somebody'} ${'writes at length. '.repeat((id * 37) % 400)}`;
				await log.takeIn(messageOf(id, isMia ? { body } : { ...BOB, subject: 'S', body }), NOW);
				if (id % 3 === 0) {
					await log.recordDecisions(
						[decisionOf(id, isMia ? {} : { ticket: { ...BOB, subject: 'S' } })],
						NOW,
					);
				}
			}
			const bytes = () =>
				['', '-wal']
					.map((end) => `${database.place}${end}`)
					.filter((file) => existsSync(file))
					.map((file) => readFileSync(file, 'latin1'))
					.join('');
			expect(bytes()).toMatch(/the one in question/);
			await forget(log);
			// Quotes and summaries are the same in Bob's messages.
			expect(bytes().match(/mia@|Mia Chen|the one in question/i)).toBeNull();
			expect(bytes()).toContain('Bob Ray');
		});

		it('is looked for in every column that may hold words', async () => {
			const { database } = await open();
			const machine = new Set([
				...[
					'id',
					'source',
					'workflow_id',
					'state',
					'lease_token',
					'sentiment_version',
					'account_status',
				],
				...[
					'route',
					'severity',
					'config',
					'alert_id',
					'found_by',
					'backfill_id',
					'kind',
					'message_row',
				],
				...['message_ts', 'verdict', 'origin', 'gathering', 'hash', 'delivery_id', 'day'],
				...['telling_token'],
			]);
			const tables = await database.query<{ name: string }>(
				`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
			);
			const missed: string[] = [];
			for (const { name } of tables) {
				const known = TEXT_TABLES.find(({ table }) => table === name);
				const columns = await database.query<{ name: string; type: string }>(
					`select name, type from pragma_table_info('${name}')`,
				);
				for (const { name: column, type } of columns) {
					if (type.toLowerCase() !== 'text' || machine.has(column)) continue;
					const listed = [...(known?.texts ?? []), ...(known?.json ?? [])];
					if (!listed.includes(column)) missed.push(`${name}.${column}`);
				}
			}
			expect(missed).toEqual([]);
		});
	}
});
