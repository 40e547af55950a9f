import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ChangePage, Look } from '../../nodes/core/helpdesk/lookedTicket';
import { freshdeskApi } from '../../nodes/SupportTicketTrigger/freshdesk/freshdeskApi';
import { HelpdeskError, type HelpdeskApi } from '../../nodes/SupportTicketTrigger/helpdesk';
import { intercomApi } from '../../nodes/SupportTicketTrigger/intercom/intercomApi';
import { forgetSecrets } from '../../nodes/SupportTicketTrigger/keptSecrets';
import { setUp } from '../../nodes/SupportTicketTrigger/registration';
import { answerWebhook } from '../../nodes/SupportTicketTrigger/webhook';
import { zendeskApi } from '../../nodes/SupportTicketTrigger/zendesk/zendeskApi';
import { forgetZendeskSecrets } from '../../nodes/SupportTicketTrigger/zendeskSecret';
import { deskOf as freshdeskDesk } from '../support/freshdesk/desk';
import { startFreshdesk } from '../support/freshdesk/server';
import { hookDouble } from '../support/hookDouble';
import { httpAsk } from '../support/httpAsk';
import { AGENT, deskOf as intercomDesk } from '../support/intercom/desk';
import { startIntercom } from '../support/intercom/server';
import { hostileBytes, randomOf, type Random } from '../support/mutations';
import { HELPDESKS, proofOf, READ_BY_API, type Helpdesk } from '../support/readByApi';
import { useTemporaryLog } from '../support/temporaryLog';
import { webhookDouble } from '../support/webhookDouble';
import { ADMIN, startZendesk } from '../support/zendesk/server';

const log = useTemporaryLog();
const RUNS = 2000;
const SEED = 20_261_128;

const opened: Array<() => Promise<void>> = [];
beforeEach(() => {
	forgetSecrets();
	forgetZendeskSecrets();
});
afterEach(async () => {
	for (const close of opened.splice(0)) await close();
});

/** Heap after a collection would be better; a bound this wide holds without one. */
const MOST_MEMORY_MB = 400;
const memory = () => process.memoryUsage().rss / 1_000_000;

/** What the helpdesks send of a ticket. */
const NOTICES: Record<Helpdesk, readonly unknown[]> = {
	zendesk: [
		{ ticket_id: '101' },
		{ type: 'zen:event-type:ticket.created', detail: { id: '101', status: 'NEW' }, event: {} },
	],
	intercom: ['conversation.user.created', 'conversation.user.replied', 'ping'].map((topic) => ({
		type: 'notification_event',
		app_id: 'nw7x2k1q',
		topic,
		data: { type: 'notification_event_data', item: { type: 'conversation', id: '101' } },
	})),
	freshdesk: [
		{ freshdesk_webhook: { ticket_id: 101, triggered_event: '{ticket_action:created}' } },
	],
};

describe.each(HELPDESKS)(`${RUNS} mutated notices of %s`, (helpdesk) => {
	it('are taken, ignored or refused with a reason; nothing is thrown, and memory is bounded', async () => {
		const zendesk = await startZendesk();
		const intercom = await startIntercom();
		intercom.limit = Infinity;
		opened.push(zendesk.close, intercom.close);
		const settings = {
			...READ_BY_API[helpdesk],
			hosts: { 'northwind.zendesk.com': zendesk.url, 'api.intercom.io': intercom.url },
		};
		if (helpdesk === 'zendesk') await setUp(hookDouble(settings).context);
		const secret = [...zendesk.webhooks.values()][0]?.secret;
		const random = randomOf(SEED);
		const before = memory();
		const statuses = new Map<number, number>();
		for (let run = 0; run < RUNS; run++) {
			const notices = NOTICES[helpdesk];
			const raw = hostileBytes(notices[run % notices.length], random);
			const double = webhookDouble({
				...settings,
				raw,
				body: readable(raw),
				headers: proofOf(helpdesk, raw, secret),
			});
			await answerWebhook(double.context);
			const { status = 0, body } = double.answer;
			statuses.set(status, (statuses.get(status) ?? 0) + 1);
			expect([200, 400, 413]).toContain(status);
			if (status !== 200) expect((body as { error: string }).error).toMatch(/^.{10,400}$/s);
			expect(double.told).toEqual([]);
		}
		expect(memory() - before).toBeLessThan(MOST_MEMORY_MB);
		expect([...statuses.keys()].sort()).toEqual([200, 400, 413]);
		const kept = await log.open();
		const lease = { source: 'workflow-1/node-1', limit: 5000, leaseMs: 60_000 };
		for (const { key, id } of (await kept.leaseNotices(lease, new Date())).entries) {
			expect(id).toMatch(/^[\w-]{1,64}$/);
			expect(key).toMatch(/^(?:zendesk|intercom|freshdesk):[\w.-]{1,253}:[\w-]{1,64}$/);
		}
	});
});

/** What n8n makes of a body: it refuses broken JSON by itself, and the node must bear it, too. */
function readable(raw: Buffer): unknown {
	try {
		return JSON.parse(raw.toString('utf8')) as unknown;
	} catch {
		return {};
	}
}

/** A way to the stand-in that breaks what it answers, at times its status and headers, too. */
async function startBreaking(target: string, random: Random) {
	const state = { isOn: false };
	const server: Server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			void (async () => {
				const { authorization = '' } = request.headers;
				const answer = await fetch(new URL(request.url ?? '/', target), {
					method: request.method ?? 'GET',
					headers: { authorization, 'content-type': 'application/json' },
					...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
				});
				const text = await answer.text();
				const isBroken = state.isOn && random(3) < 2;
				const status = isBroken && random(20) < 1 ? oneOf(STATUSES, random) : answer.status;
				const odd = oneOf(ODD_HEADERS, random);
				response.writeHead(status, {
					'content-type': 'application/json',
					...Object.fromEntries(
						['date', 'link', 'x-ratelimit-reset', 'retry-after'].flatMap((name) => {
							const value = answer.headers.get(name) ?? undefined;
							const sent = isBroken && random(5) < 1 ? odd : value;
							return sent === undefined ? [] : [[name, sent]];
						}),
					),
				});
				response.end(isBroken && text !== '' ? hostileBytes(JSON.parse(text), random) : text);
			})();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	opened.push(async () => {
		server.closeAllConnections();
		await new Promise<void>((resolve) => server.close(() => resolve()));
	});
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, state };
}

const STATUSES = [201, 400, 401, 403, 404, 422, 429, 500, 503];
const ODD_HEADERS = [
	'',
	'0',
	'-1',
	'1e9',
	'99999999999',
	'x',
	'<x>; rel="next"',
	'Thu, 99 Foo 2026',
];
const oneOf = <T>(list: readonly [T, ...T[]] | readonly T[], random: Random): T =>
	list[Math.floor(random(list.length))] as T;

interface Broken {
	api: HelpdeskApi;
	ids: string[];
	isOn(on: boolean): void;
}

const START: Record<Helpdesk, (random: Random) => Promise<Broken>> = {
	zendesk: async (random) => {
		const zendesk = await startZendesk({
			now: () => Date.now() - 600_000,
			limits: { account: Infinity, exports: Infinity },
		});
		opened.push(zendesk.close);
		const { desk } = zendesk;
		const organization = desk.addOrganization({ name: 'Globex', domains: ['globex.example'] });
		const mia = desk.addUser({ name: 'Mia', email: 'mia@globex.example', organization });
		const ann = desk.addUser({ name: 'Ann', email: 'ann@northwind.example', role: 'agent' });
		const ids = ['A', 'B'].map((subject) => {
			const id = desk.addTicket({ subject, body: 'The export is broken.', requester: mia });
			desk.addComment(id, { author: ann, body: 'Hello' });
			desk.addComment(id, { author: mia, body: 'Any update?' });
			desk.rate(id, 'bad', 'Slow');
			return String(id);
		});
		const { url, state } = await startBreaking(zendesk.url, random);
		const proof = Buffer.from(`${ADMIN.email}/token:${ADMIN.token}`).toString('base64');
		return {
			api: zendeskApi({
				ask: httpAsk(url, `Basic ${proof}`),
				host: 'northwind.zendesk.com',
				credential: 'Zendesk account',
			}),
			ids,
			isOn: (on) => (state.isOn = on),
		};
	},
	intercom: async (random) => {
		const intercom = await startIntercom();
		intercom.limit = Infinity;
		opened.push(intercom.close);
		const desk = intercomDesk(intercom, () => new Date(Date.now() - 600_000));
		intercom.workspace.companies.set('c1', { id: 'c1', company_id: 'A', name: 'Acme' });
		const jo = desk.addContact({ id: 'u1', email: 'jo@acme.example', companies: ['c1'] });
		const ids = ['A', 'B'].map((subject) => {
			const id = desk.open({ ...jo, email: null }, '<p>The export is broken.</p>', { subject });
			desk.say(id, AGENT, 'Hello');
			desk.say(id, jo, '<p>Any update?</p>');
			desk.rate(id, 1, 'Slow');
			return id;
		});
		const { url, state } = await startBreaking(intercom.url, random);
		return {
			api: intercomApi(httpAsk(url, 'Bearer good-token')),
			ids,
			isOn: (on) => (state.isOn = on),
		};
	},
	freshdesk: async (random) => {
		const freshdesk = await startFreshdesk();
		freshdesk.limit = Infinity;
		opened.push(freshdesk.close);
		const desk = freshdeskDesk(freshdesk, () => new Date(Date.now() - 600_000));
		const acme = desk.addCompany('Acme', ['acme.example']);
		const jo = desk.addContact('jo@acme.example', { company_id: acme.id });
		const kim = desk.addContact('kim@acme.example');
		const sam = desk.addAgent('sam@northwind.example');
		const ids = ['A', 'B'].map((subject) => {
			const id = desk.open(jo, 'The export is broken.', { subject, responder_id: sam.id });
			desk.reply(id, sam, 'Hello');
			desk.reply(id, kim, 'Any update?');
			desk.rate(id, -103, 'Slow');
			return id;
		});
		const { url, state } = await startBreaking(freshdesk.url, random);
		const proof = Buffer.from('good-key:X').toString('base64');
		return {
			api: freshdeskApi(httpAsk(url, `Basic ${proof}`), 'northwind.freshdesk.com'),
			ids,
			isOn: (on) => (state.isOn = on),
		};
	},
};

function* textsOf(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (typeof value === 'object' && value !== null) {
		for (const entry of Object.values(value)) yield* textsOf(entry);
	}
}

function expectSound(value: unknown): void {
	for (const text of textsOf(value)) {
		expect(text.isWellFormed()).toBe(true);
		expect(text.includes('\0')).toBe(false);
		expect(text.length).toBeLessThan(200_000);
	}
}

function expectLooks(looks: readonly Look[], helpdesk: Helpdesk, ids: readonly string[]): void {
	expect(looks.map(({ id }) => id)).toEqual(ids);
	expectSound(looks);
	for (const look of looks) {
		if (!('ticket' in look)) continue;
		const { key, instance, messages } = look.ticket;
		expect(key).toBe(`${helpdesk}:${instance}:${look.id}`);
		expect(instance).toMatch(/^[\w.-]{1,253}$/);
		// Of two with one ID, the log takes one.
		for (const { ticket } of messages) expect(ticket.key).toBe(key);
	}
}

function expectPage({ changes, position, isLast, total }: ChangePage): void {
	for (const { id, updatedAt } of changes) {
		expect(id).toMatch(/^[\w-]{1,64}$/);
		if (updatedAt !== undefined) expect(new Date(updatedAt).toISOString()).toBe(updatedAt);
	}
	expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
	expectSound(position);
	expect(position.length).toBeLessThan(10_000);
	expect(typeof isLast).toBe('boolean');
	if (total !== undefined) expect(total).toBeGreaterThanOrEqual(0);
}

describe.each(HELPDESKS)(`${RUNS} mutated answers of %s’s API`, (helpdesk) => {
	it('are a sound ticket or page, or refused in plain words; nothing else is thrown, memory is bounded', async () => {
		const random = randomOf(SEED + 1);
		const { api, ids, isOn } = await START[helpdesk](random);
		const now = new Date();
		const since = new Date(now.getTime() - 3_600_000);
		const before = memory();
		const ends = { sound: 0, refused: 0 };
		const bear = async <T>(
			asked: Promise<T>,
			check: (value: T) => void,
		): Promise<T | undefined> => {
			const value = await asked.catch((error: unknown) => {
				if (!(error instanceof HelpdeskError)) throw error;
				expect(error.message).toMatch(/^[^\0\r\n]{20,1000}$/);
				return undefined;
			});
			if (value !== undefined) check(value);
			ends[value === undefined ? 'refused' : 'sound'] += 1;
			return value;
		};
		isOn(true);
		for (let run = 0; run < RUNS; run++) {
			if (run % 2 === 0) {
				await bear(api.look(ids, now), (looks) => expectLooks(looks, helpdesk, ids));
				continue;
			}
			const from = async (position?: string) =>
				run % 4 === 1
					? await api.changedSince(position, since, now)
					: await api.createdIn({ from: since, to: now }, position, now);
			const page = await bear(from(), expectPage);
			// What was kept of a broken page must not stand in the way of the next reconcile.
			if (page === undefined) continue;
			isOn(false);
			await bear(from(page.position), expectPage);
			isOn(true);
		}
		expect(memory() - before).toBeLessThan(MOST_MEMORY_MB);
		expect(ends.sound).toBeGreaterThan(RUNS / 4);
		expect(ends.refused).toBeGreaterThan(RUNS / 50);
		// Some 8,000 requests.
	}, 180_000);
});
