import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hubSpotClient, type HubSpotAnswer } from '../../nodes/AccountLookup/hubspot/client';
import type { Deadline } from '../../nodes/shared/deadline';

/** A clock of its own, so that waits are counted and not waited for. */
beforeEach(() => {
	vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z') });
});
afterEach(() => {
	vi.useRealTimers();
});

const endless: Deadline = {
	signal: new AbortController().signal,
	remainingMs: () => 600_000,
	callTimeoutMs: () => 601_000,
	race: async (promise) => await promise,
	check: () => {},
};
const ok: HubSpotAnswer = { status: 200, headers: {}, body: { results: [] } };
const busy = (headers: Record<string, string> = {}): HubSpotAnswer => ({
	status: 429,
	headers,
	body: { message: 'You have reached your secondly limit.' },
});

/** Sends nowhere, gives the answers in turn, and notes after how many milliseconds each was asked for. */
function recorder(answers: HubSpotAnswer[]) {
	const start = Date.now();
	const times: number[] = [];
	const send = async () => {
		times.push(Date.now() - start);
		return answers[times.length - 1] ?? ok;
	};
	return { send, times };
}

describe('hubSpotClient', () => {
	it('keeps searches 300 ms apart over all executions of a credential', async () => {
		const { send, times } = recorder([]);
		const searches = Array.from({ length: 4 }, async () => {
			await hubSpotClient(send, 'one', endless).search('companies', {});
		});
		await vi.runAllTimersAsync();
		await Promise.all(searches);
		expect(times).toEqual([0, 300, 600, 900]);
	});

	it('keeps tries after a refusal apart from other searches, too', async () => {
		const { send, times } = recorder([busy(), busy(), busy()]);
		const searches = Array.from({ length: 5 }, async () => {
			await hubSpotClient(send, 'six', endless).search('companies', {});
		});
		await vi.runAllTimersAsync();
		await Promise.all(searches);
		const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
		expect(times).toHaveLength(8);
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(300);
	});

	it('lets other credentials search at once', async () => {
		const { send, times } = recorder([]);
		const searches = ['two', 'three'].map(async (account) => {
			await hubSpotClient(send, account, endless).search('companies', {});
		});
		await vi.runAllTimersAsync();
		await Promise.all(searches);
		expect(times).toEqual([0, 0]);
	});

	it.each([
		['as many seconds as Retry-After says', { 'retry-after': '7' }, 7000],
		['until the date Retry-After says', { 'retry-after': 'Mon, 23 Nov 2026 12:00:05 GMT' }, 5000],
		['a second without Retry-After', {}, 1000],
	])('waits %s', async (_, headers, wait) => {
		const { send, times } = recorder([busy(headers)]);
		const asked = hubSpotClient(send, 'four', endless).post('/x', {});
		await vi.runAllTimersAsync();
		await asked;
		expect(times).toEqual([0, wait]);
	});

	it('gives up after four tries, each wait twice as long', async () => {
		const { send, times } = recorder([busy(), busy(), busy(), busy(), ok]);
		const asked = hubSpotClient(send, 'five', endless).post('/x', {});
		const refused = expect(asked).rejects.toThrow(/too many requests/);
		await vi.runAllTimersAsync();
		await refused;
		expect(times).toEqual([0, 1000, 3000, 7000]);
	});
});
