import { afterEach, describe, expect, it } from 'vitest';

import type { Fault } from '../support/faults';
import { failureOf } from '../support/helpdeskApi';
import { startAccount } from '../support/zendesk/account';
import { askOver } from '../support/zendesk/ask';
import { ADMIN } from '../support/zendesk/server';

const open: Array<() => Promise<void>> = [];
afterEach(async () => {
	for (const close of open.splice(0)) await close();
});

async function start() {
	const account = await startAccount();
	open.push(account.zendesk.close);
	return account;
}

describe('what goes wrong with Zendesk', () => {
	const REFUSED = {
		status: 429,
		headers: { 'Content-Type': 'text/plain; charset=UTF-8', 'Retry-After': '27' },
		body: 'You have exceeded the rate limit',
	};

	it('is a busy account: with the time to ask again', async () => {
		const { zendesk, api, ticket, now } = await start();
		zendesk.faults.push({ match: /./, ...REFUSED });
		const before = Date.now();
		const error = await failureOf(api.look([String(ticket())], now()));
		expect(Math.round(((error.retryAt?.getTime() ?? 0) - before) / 1000)).toBe(27);
		expect(error.message).toContain('You have exceeded the rate limit');
		expect(error.isLasting).toBe(false);
	});

	it('is a busy account in the midst of a look', async () => {
		const { zendesk, desk, ann, api, ticket, now } = await start();
		const id = ticket();
		desk.addComment(id, { author: ann, body: 'Hello' });
		zendesk.faults.push({ match: /comments/, ...REFUSED });
		expect((await failureOf(api.look([String(id)], now()))).retryAt).toBeDefined();
	});

	it('is a wrong token: lasting, and the words name the credential, not the token', async () => {
		const { zendesk, apiOver, now } = await start();
		const api = apiOver(askOver(zendesk.url, { email: ADMIN.email, token: 'wrong-token' }));
		const error = await failureOf(api.look(['1'], now()));
		expect(error.isLasting).toBe(true);
		expect(error.message).toContain('did not accept the credential "Zendesk account"');
		expect(error.message).not.toContain('wrong-token');
	});

	it('is a wrong subdomain: lasting, and no ticket counts as gone', async () => {
		const { zendesk, api, now } = await start();
		zendesk.faults.push({ match: /./, status: 404, body: '<html>No help desk here</html>' });
		const error = await failureOf(api.look(['1'], now()));
		expect(error.message).toContain('There is no Zendesk at northwind.zendesk.com');
		expect(error.isLasting).toBe(true);
	});

	it.each<[string, Omit<Fault, 'match'>, string]>([
		['a server error', { status: 502, body: '<html>Bad gateway</html>' }, 'problem of its own'],
		['a page', { status: 200, body: '<html>Log in</html>' }, 'did not answer as Zendesk does'],
		['a proxy', { status: 403, body: '<html>No</html>' }, 'a proxy'],
		[
			'a refusal',
			{ status: 422, body: { error: 'X', details: { a: [{ description: 'A is odd' }] } } },
			'status 422. Zendesk said: X: A is odd',
		],
		['a cut line', { wire: 'reset' }, 'could not be reached'],
		['service', { status: 503, headers: { 'Retry-After': '9' }, body: {} }, 'problem of its own'],
	])('is %s: in plain words, worth asking again', async (_, fault, words) => {
		const { zendesk, api, now } = await start();
		zendesk.faults.push({ match: /./, ...fault });
		const error = await failureOf(api.look(['1'], now()));
		expect(error.message).toContain(words);
		expect(error.message).not.toContain('<html');
		expect(error.isLasting).toBe(false);
		expect(error.retryAt !== undefined).toBe(fault.status === 503);
	});
});
