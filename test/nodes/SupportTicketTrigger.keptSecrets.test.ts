import { beforeEach, describe, expect, it } from 'vitest';

import { checkSecret, forgetSecrets } from '../../nodes/SupportTicketTrigger/keptSecrets';

const NOW = 1_795_870_000_000;

/** A credential whose secret can be changed, and how often it was read. */
function credential(secret: string) {
	const state = { secret, reads: 0 };
	const check = async (given: string, now = NOW, key = 'node/credential') =>
		await checkSecret(
			key,
			async () => {
				state.reads += 1;
				return await Promise.resolve(state.secret);
			},
			(known) => known === given,
			now,
		);
	return { state, check };
}

beforeEach(() => {
	forgetSecrets();
});

describe('a secret that is kept for a while', () => {
	it('is read once for many deliveries that hold it', async () => {
		const { state, check } = credential('old');
		for (let delivery = 0; delivery < 5; delivery += 1) expect(await check('old')).toBe(true);
		expect(state.reads).toBe(1);
	});

	it('is read anew for a delivery that does not hold it, so that a new secret counts at once', async () => {
		const { state, check } = credential('old');
		expect(await check('old')).toBe(true);
		state.secret = 'new';
		expect(await check('new')).toBe(true);
		expect(await check('old')).toBe(false);
	});

	it('is taken for at most 30 seconds after it was changed', async () => {
		const { state, check } = credential('old');
		expect(await check('old')).toBe(true);
		state.secret = 'new';
		expect(await check('old', NOW + 29_000)).toBe(true);
		expect(await check('old', NOW + 30_000)).toBe(false);
	});

	it('is nothing to another node or credential', async () => {
		const { check } = credential('old');
		expect(await check('old')).toBe(true);
		expect(await credential('other').check('old', NOW, 'node/other')).toBe(false);
	});
});
