import { afterEach, describe, expect, it } from 'vitest';

import { hasRecordings, readRecording } from '../support/recorded';
import { askOver } from '../support/zendesk/ask';
import { ADMIN, startZendesk, type ZendeskOptions } from '../support/zendesk/server';

if (!hasRecordings) console.log('Skipped: the recorded answers are not beside this project.');

const open: Array<() => Promise<void>> = [];
afterEach(async () => {
	for (const close of open.splice(0)) await close();
});

async function start(options: ZendeskOptions = {}) {
	const zendesk = await startZendesk(options);
	open.push(zendesk.close);
	const { desk } = zendesk;
	const mia = desk.addUser({ name: 'Mia', email: 'mia@globex.example' });
	return { zendesk, mia, ask: askOver(zendesk.url) };
}

/** What kind of value each field has; a field that is null may be anything. */
function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.length === 0 ? 'list' : [shapeOf(value[0])];
	if (value === null) return expect.anything();
	if (typeof value !== 'object') return typeof value;
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shapeOf(entry)]));
}

const keysOf = (value: unknown): string[] =>
	typeof value === 'object' && value !== null ? Object.keys(value).sort() : [];

const fieldOf = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null
		? Object.entries(value).find(([key]) => key === name)?.[1]
		: undefined;

describe('the stand-in of Zendesk', () => {
	it('takes an API token as Basic or as Bearer, and nothing else', async () => {
		const { zendesk, mia } = await start();
		const url = `${zendesk.url}/api/v2/users/${mia}.json`;
		const statusOf = async (authorization: string) =>
			(await fetch(url, { headers: { authorization } })).status;
		const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
		expect(await statusOf(basic(`${ADMIN.email}/token:${ADMIN.token}`))).toBe(200);
		expect(await statusOf(`Bearer ${ADMIN.token}`)).toBe(200);
		expect(await statusOf(basic(`${ADMIN.email}:${ADMIN.token}`))).toBe(401);
		expect(await statusOf('Bearer other')).toBe(401);
		expect(await statusOf('')).toBe(401);
	});

	it('refuses more than 100 tickets at once', async () => {
		const { ask } = await start();
		const ids = Array.from({ length: 101 }, (_, index) => index + 1).join(',');
		const path = '/api/v2/tickets/show_many.json';
		expect((await ask({ method: 'GET', path, query: { ids } })).status).toBe(400);
	});

	it('refuses a trigger for a webhook that is not there, and an export that begins just now', async () => {
		const { ask } = await start();
		const trigger = {
			title: 'x',
			conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Create' }], any: [] },
			actions: [{ field: 'notification_webhook', value: ['01NONE', '{}'] }],
		};
		const path = '/api/v2/triggers.json';
		expect((await ask({ method: 'POST', path, body: { trigger } })).status).toBe(422);
		const now = Math.floor(Date.now() / 1000);
		const exported = {
			path: '/api/v2/incremental/tickets/cursor.json',
			query: { start_time: now },
		};
		expect((await ask({ method: 'GET', ...exported })).status).toBe(422);
	});
});

describe.skipIf(!hasRecordings)('the stand-in, beside recordings of Zendesk', () => {
	it('shows a user with the same fields', async () => {
		const { ask, mia } = await start();
		const recorded = fieldOf(readRecording('zendesk.user.200').response.body, 'user');
		const answer = await ask({ method: 'GET', path: `/api/v2/users/${mia}.json` });
		const user = fieldOf(answer.body, 'user');
		expect(keysOf(user)).toEqual(keysOf(recorded));
		for (const key of ['id', 'url', 'name', 'email', 'role', 'suspended', 'created_at', 'tags']) {
			expect(shapeOf(fieldOf(user, key))).toEqual(
				key === 'tags' ? 'list' : shapeOf(fieldOf(recorded, key)),
			);
		}
	});

	it.each([
		['zendesk.users-search-hit.200', 'mia@globex.example', 1],
		['zendesk.users-search-empty.200', 'nobody@globex.example', 0],
	])('answers a search as in %s', async (name, query, count) => {
		const { ask } = await start();
		const { body } = readRecording(name).response;
		const answer = await ask({
			method: 'GET',
			path: '/api/v2/users/search.json',
			query: { query },
		});
		expect(keysOf(answer.body)).toEqual(keysOf(body));
		expect(fieldOf(answer.body, 'count')).toBe(fieldOf(body, 'count'));
		expect(fieldOf(answer.body, 'users')).toHaveLength(count);
	});

	it('refuses too many requests in the same form', async () => {
		const { ask } = await start({ limits: { account: 0 } });
		const { response } = readRecording('zendesk.rate-limited.429');
		const answer = await ask({ method: 'GET', path: '/api/v2/users/1.json' });
		expect(answer.status).toBe(response.status);
		expect(answer.headers['content-type']).toBe('text/plain; charset=UTF-8');
		expect(response.headers['Content-Type']).toBe(answer.headers['content-type']);
		expect(answer.headers['retry-after']).toMatch(/^\d+$/);
		expect(response.headers['Retry-After']).toMatch(/^\d+$/);
		expect(typeof answer.body).toBe(typeof response.body);
	});

	it('refuses what is not valid in the same form', async () => {
		const { ask } = await start();
		const { response } = readRecording('zendesk.record-invalid.422');
		const trigger = { title: '', conditions: { all: [], any: [] }, actions: [] };
		const path = '/api/v2/triggers.json';
		const answer = await ask({ method: 'POST', path, body: { trigger } });
		expect(answer.status).toBe(response.status);
		expect(keysOf(answer.body)).toEqual(keysOf(response.body));
		expect(fieldOf(answer.body, 'error')).toBe(fieldOf(response.body, 'error'));
		const detail = (body: unknown) => Object.values(fieldOf(body, 'details') ?? {})[0];
		expect(shapeOf(detail(answer.body))).toEqual(shapeOf(detail(response.body)));
	});
});
