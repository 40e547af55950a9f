import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { proofOf, SECRET_HEADER } from '../support/connect.ts';
import { webhookPath, type Rig } from '../support/rig.ts';
import { customer } from './customers.ts';
import { copiesOf, untilEnded } from './ends.ts';
import { isLong } from './form.ts';
import { logFile } from './hands.ts';
import { post, ticketOf } from './helpdesks.ts';

/** Bodies of one stranger: 21 of them took version 0.1 from 3 to 744 MB of database. */
const BODIES = isLong ? 21 : 6;
const BODY_BYTES = 14_000_000;

/** Whoever knows the webhook's address but not its secret. */
export function strangers(rigOf: () => Rig): void {
	const executions = async () => {
		const { data } = await rigOf().n8n.api<{ data: Array<{ id: string }> }>('GET', '/executions', {
			query: { limit: '1' },
		});
		return data[0]?.id;
	};

	describe('a stranger without the secret', () => {
		it('is answered 401, and leaves no row and no execution', async () => {
			const rig = rigOf();
			const before = { rows: await rig.log.all('messages'), execution: await executions() };
			const guesses: Array<Record<string, string>> = [{}, { [SECRET_HEADER]: 'guessed' }];
			for (const headers of guesses) {
				const { status, body } = await post(rig, ticketOf(100), headers);
				expect({ status, received: body.received }).toEqual({ status: 401, received: false });
			}
			expect({ rows: await rig.log.all('messages'), execution: await executions() }).toEqual(
				before,
			);
		});

		it('cannot silence tickets by posting their IDs first', async () => {
			const rig = rigOf();
			const tickets = Array.from({ length: 10 }, (_, index) =>
				ticketOf(110 + index, { from: customer(32 + index) }),
			);
			for (const ticket of tickets) await post(rig, ticket, {});
			for (const ticket of tickets) {
				expect((await post(rig, ticket)).body).toEqual({ received: true });
			}
			const rows = await untilEnded(
				rig,
				tickets.map(({ ticketKey }) => ticketKey),
			);
			expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['alerted']));
			for (const { link } of tickets) {
				expect(copiesOf(rig.outbox.messages, link)).toHaveLength(1);
			}
		});

		it(`grows neither the databases nor the memory by ${BODIES} bodies of 14 MB`, async () => {
			const rig = rigOf();
			await rig.idle();
			const before = { execution: await executions(), ...sizesOf(rig) };
			const letter = ticketOf(130);
			const body = `${letter.body}&description=${'x'.repeat(BODY_BYTES)}`;
			const statuses = new Set<number>();
			for (let count = 0; count < BODIES; count += 1) {
				// With the secret, too: a helpdesk never sends so much.
				const headers = count % 2 === 0 ? {} : undefined;
				statuses.add((await post(rig, { ...letter, body }, headers)).status);
			}
			const after = { execution: await executions(), ...sizesOf(rig) };
			expect([...statuses]).toEqual([413]);
			expect(after.execution).toBe(before.execution);
			expect(await rig.log.messagesOf(letter.ticketKey)).toEqual([]);
			expect(after.databases - before.databases).toBeLessThan(BODY_BYTES);
			console.log(
				`  ${BODIES} bodies of 14 MB: memory ${before.memory} → ${after.memory} MB, databases ${Math.round((after.databases - before.databases) / 1000)} kB more`,
			);
			// They come one by one, so that at most a few of them are there at once.
			expect(after.memory - before.memory).toBeLessThan(250);
		});
	});

	describe('a body that is too long or cannot be read', () => {
		it('in another charset or compressed is read where n8n can, else leaves no row and no execution', async () => {
			const rig = rigOf();
			const json = JSON.stringify({ id: '140', subject: 'Grüße', description: 'Grüße' });
			const send = async (
				headers: Record<string, string>,
				body: string | Uint8Array<ArrayBuffer>,
			) => {
				const response = await fetch(rig.n8n.webhookUrl(webhookPath('zendesk')), {
					method: 'POST',
					headers: {
						'content-type': 'application/json',
						...proofOf('zendesk', json, rig.secrets),
						...headers,
						// n8n may close it at any time after a body that it did not read to its end.
						connection: 'close',
					},
					body,
				});
				await response.text();
				return response.status;
			};
			const zipped = new Uint8Array(gzipSync(json));
			expect(await send({ 'content-encoding': 'gzip' }, zipped)).toBe(200);
			// Of a type that n8n reads itself and of one that it leaves to the node: the same ticket.
			expect(await send({ 'content-type': 'text/json' }, json)).toBe(200);
			await rig.idle();
			const rows = await rig.log.all('messages');
			expect(rows.filter(({ ticket_id }) => ticket_id === '140')).toHaveLength(1);
			const before = {
				rows: rows.length,
				execution: await executions(),
			};
			const charset = (name: string) => ({ 'content-type': `application/json; charset=${name}` });
			for (const name of ['utf-16', 'iso-8859-1', 'utf-7', 'x-unknown']) {
				expect([name, await send(charset(name), json)]).toEqual([name, 422]);
			}
			// n8n unpacks it before it asks any node, and answers what is no archive with 500 itself.
			for (const encoding of ['gzip', 'deflate']) {
				expect([encoding, await send({ 'content-encoding': encoding }, json)]).toEqual([
					encoding,
					500,
				]);
			}
			expect(await send({ 'content-encoding': 'gzip' }, zipped.slice(0, 40))).toBe(500);
			const bomb = new Uint8Array(gzipSync(`"${' '.repeat(40_000_000)}"`));
			expect(await send({ 'content-encoding': 'gzip' }, bomb)).toBe(500);
			const leftToTheNode = { 'content-type': 'text/json', 'content-encoding': 'gzip' };
			expect(await send(leftToTheNode, json)).toBe(401);
			expect(await send(leftToTheNode, bomb)).toBe(413);
			expect({
				rows: (await rig.log.all('messages')).length,
				execution: await executions(),
			}).toEqual(before);
		});

		it('of a helpdesk with the secret is told so, and seen in the log', async () => {
			const rig = rigOf();
			const { status, body } = await post(rig, {
				helpdesk: 'zendesk',
				contentType: 'application/json',
				body: '{"subject":"no id at all"}',
			});
			expect(status).toBe(400);
			expect(body.error).toContain('{{ticket.id}}');
			const rows = await rig.log.all('messages');
			expect(rows.filter(({ subject }) => String(subject).includes('no id at all'))).toMatchObject([
				{ state: 'skipped', reason: body.error },
			]);
		});
	});
}

/** Bytes of n8n's and the log's database, and n8n's memory in MB. */
function sizesOf({ server }: Rig): { databases: number; memory: number } {
	const files = [join(server.userFolder, '.n8n', 'database.sqlite'), logFile(server.userFolder)];
	const sizes = files.flatMap((file) => [file, `${file}-wal`]).map(sizeOf);
	const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
	return {
		databases: sizes.reduce((sum, size) => sum + size, 0),
		memory: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000),
	};
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
