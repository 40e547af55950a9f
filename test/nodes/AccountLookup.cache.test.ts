import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BatchCache } from '../../nodes/AccountLookup/batchCache';
import { cacheOptions, createCaches } from '../../nodes/AccountLookup/crmCaches';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const options = { max: 100, ttl: 600_000, emptyTtl: 60_000 };

/** Knows the keys that start with "a", and notes what it was asked for. */
function fetcher() {
	const asked: string[][] = [];
	const fetchMissing = async (missing: string[]) => {
		asked.push(missing);
		return new Map(
			missing.filter((key) => key.startsWith('a')).map((key) => [key, key.toUpperCase()]),
		);
	};
	return { asked, fetchMissing };
}

it('remembers "not found" for a minute at most, and less where answers are good for less', () => {
	expect(cacheOptions(10)).toEqual({ max: 5000, ttl: 600_000, emptyTtl: 60_000 });
	expect(cacheOptions(0.5)).toMatchObject({ ttl: 30_000, emptyTtl: 30_000 });
});

it('takes "no account" for not found, of contacts and of domains', async () => {
	const caches = createCaches(10);
	for (const cache of [caches.contacts, caches.domains]) {
		let calls = 0;
		const fetchNone = async (missing: string[]) => {
			calls += 1;
			return new Map(missing.map((key) => [key, []]));
		};
		await cache.load(['a'], fetchNone);
		vi.advanceTimersByTime(61_000);
		await cache.load(['a'], fetchNone);
		expect(calls).toBe(2);
	}
});

describe('BatchCache', () => {
	it('asks for all unknown keys in one call, each once', async () => {
		const cache = new BatchCache<string>(options);
		const { asked, fetchMissing } = fetcher();
		expect(await cache.load(['a1', 'a2', 'a1', 'b'], fetchMissing)).toEqual(
			new Map([
				['a1', 'A1'],
				['a2', 'A2'],
			]),
		);
		await cache.load(['a2', 'a3'], fetchMissing);
		expect(asked).toEqual([['a1', 'a2', 'b'], ['a3']]);
	});

	it('does not ask at all when everything is known', async () => {
		const cache = new BatchCache<string>(options);
		const { asked, fetchMissing } = fetcher();
		await cache.load([], fetchMissing);
		expect(asked).toEqual([]);
	});

	it('remembers an answer for its time, and "there is none" only briefly', async () => {
		const cache = new BatchCache<string>(options);
		const { asked, fetchMissing } = fetcher();
		await cache.load(['a', 'b'], fetchMissing);
		vi.advanceTimersByTime(61_000);
		await cache.load(['a', 'b'], fetchMissing);
		vi.advanceTimersByTime(540_000);
		await cache.load(['a'], fetchMissing);
		expect(asked).toEqual([['a', 'b'], ['b'], ['a']]);
	});

	it('waits for keys that are being fetched, instead of asking again', async () => {
		const cache = new BatchCache<string>(options);
		const { asked, fetchMissing } = fetcher();
		const [one, two] = await Promise.all([
			cache.load(['a'], fetchMissing),
			cache.load(['a'], fetchMissing),
		]);
		expect(one).toEqual(two);
		expect(asked).toEqual([['a']]);
	});

	it('forgets a failure at once', async () => {
		const cache = new BatchCache<string>(options);
		const { fetchMissing } = fetcher();
		const failing = async () => {
			throw new Error('down');
		};
		await expect(cache.load(['a'], failing)).rejects.toThrow('down');
		expect(await cache.load(['a'], fetchMissing)).toEqual(new Map([['a', 'A']]));
	});

	it('asks itself where another execution fails, which may have been stopped', async () => {
		const cache = new BatchCache<string>(options);
		const { asked, fetchMissing } = fetcher();
		let stop = () => {};
		const stopped = cache.load(['a', 'b'], async () => {
			await new Promise<void>((_, reject) => {
				stop = () => reject(new Error('stopped'));
			});
			return new Map();
		});
		const waiting = cache.load(['a', 'a2'], fetchMissing);
		stop();
		await expect(stopped).rejects.toThrow('stopped');
		expect(await waiting).toEqual(
			new Map([
				['a2', 'A2'],
				['a', 'A'],
			]),
		);
		expect(asked).toEqual([['a2'], ['a']]);
	});

	it('asks once more for all that wait, not once for each, where the CRM is down', async () => {
		const cache = new BatchCache<string>(options);
		let calls = 0;
		const failing = async () => {
			calls += 1;
			return await Promise.reject(new Error('down'));
		};
		const waiting = Array.from({ length: 10 }, async () => await cache.load(['a'], failing));
		for (const { status } of await Promise.allSettled(waiting)) expect(status).toBe('rejected');
		expect(calls).toBe(2);
	});

	it('waits for another execution no longer than it may take itself', async () => {
		const cache = new BatchCache<string>(options);
		const { fetchMissing } = fetcher();
		void cache.load(['a'], async () => await new Promise(() => {}));
		const timeUp = async () => await Promise.reject(new Error('time is up'));
		await expect(cache.load(['a'], fetchMissing, timeUp)).rejects.toThrow('time is up');
	});

	it('answers in full when there are more keys than it keeps', async () => {
		const cache = new BatchCache<string>({ ...options, max: 2 });
		const { fetchMissing } = fetcher();
		const keys = ['a1', 'a2', 'a3', 'a4'];
		expect([...(await cache.load(keys, fetchMissing)).keys()]).toEqual(keys);
	});
});
