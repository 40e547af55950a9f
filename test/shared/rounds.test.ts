import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { startRounds, type Found, type Rounds } from '../../nodes/shared/rounds';

const NOW = Date.parse('2026-11-23T12:00:00Z');

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
});

let rounds: Rounds | undefined;
afterEach(() => {
	rounds?.stop();
	rounds = undefined;
	vi.useRealTimers();
});

/** A queue of pieces and the rounds over it; each piece is under way until the test ends it. */
function start({
	parallel = 2,
	idleMs = 5000,
	waiting = [] as string[],
	isDown = false,
	nextAt = undefined as Date | undefined,
} = {}) {
	const queue = [...waiting];
	const looks: number[] = [];
	const started: string[] = [];
	const errors: string[] = [];
	const ends = new Map<string, { resolve(): void; reject(error: Error): void }>();
	const down = async () => await Promise.reject<Found<string>>(new Error('the log is down'));
	const fromQueue = async (): Promise<Found<string>> => {
		const work = queue.shift();
		return work === undefined ? { nextAt } : { work };
	};
	let takes = isDown ? down : fromQueue;
	rounds = startRounds<string>({
		parallel,
		idleMs,
		take: async () => {
			looks.push(Date.now() - NOW);
			return await takes();
		},
		run: async (piece) => {
			started.push(piece);
			await new Promise<void>((resolve, reject) => ends.set(piece, { resolve, reject }));
		},
		onError: (error) => errors.push((error as Error).message),
	});
	return {
		rounds,
		queue,
		looks,
		started,
		errors,
		end: (piece: string) => ends.get(piece)?.resolve(),
		fail: (piece: string) => ends.get(piece)?.reject(new Error(`${piece} failed`)),
		setTake: (take: () => Promise<Found<string>>) => (takes = take),
		pass: async (milliseconds = 0) => await vi.advanceTimersByTimeAsync(milliseconds),
	};
}

describe('rounds', () => {
	it('look at once, then every idle time', async () => {
		const { looks, pass } = start();
		await pass(10_000);
		expect(looks).toEqual([0, 5000, 10_000]);
	});

	it('take as much as may be under way at once, and more when a piece ends', async () => {
		const { started, end, pass } = start({ waiting: ['a', 'b', 'c', 'd'] });
		await pass();
		expect(started).toEqual(['a', 'b']);
		end('a');
		await pass();
		expect(started).toEqual(['a', 'b', 'c']);
		end('b');
		end('c');
		await pass();
		expect(started).toEqual(['a', 'b', 'c', 'd']);
	});

	it('do not ask for more while all hands are full', async () => {
		const { looks, pass } = start({ parallel: 1, waiting: ['a'] });
		await pass(60_000);
		expect(looks).toEqual([0]);
	});

	it('look when woken, without waiting for their time', async () => {
		const { queue, started, rounds: woken, pass } = start();
		await pass(100);
		queue.push('a');
		woken.wake();
		await pass();
		expect(started).toEqual(['a']);
	});

	it('look once more when woken while looking: what came meanwhile is not left for later', async () => {
		const { setTake, started, rounds: woken, pass } = start();
		await pass();
		let answer: (found: Found<string>) => void = () => {};
		setTake(async () => await new Promise((resolve) => (answer = resolve)));
		woken.wake();
		await pass();
		const empty = answer;
		// The news comes after the database was asked and before it has answered "nothing".
		woken.wake();
		setTake(async () => (started.length === 0 ? { work: 'late' } : {}));
		empty({});
		await pass();
		expect(started).toEqual(['late']);
	});

	it('woken many times at once look no more than twice', async () => {
		const { looks, rounds: woken, pass } = start();
		await pass(100);
		for (let count = 0; count < 100; count += 1) woken.wake();
		await pass();
		expect(looks.length).toBeLessThanOrEqual(3);
	});

	it('look when something becomes ready, but not more often than ten times a second', async () => {
		const { looks, pass } = start({ nextAt: new Date(NOW + 1500) });
		await pass(1499);
		expect(looks).toEqual([0]);
		await pass(501);
		// Due, but not to be had yet, e.g. since its channel is paced.
		expect(looks).toEqual([0, 1500, 1600, 1700, 1800, 1900, 2000]);
	});

	it('go on after an error of the queue, two seconds later', async () => {
		const { setTake, started, errors, looks, pass } = start({ isDown: true });
		await pass(3999);
		expect(errors).toEqual(['the log is down', 'the log is down']);
		setTake(async () => (started.length === 0 ? { work: 'a' } : {}));
		await pass(1);
		expect(started).toEqual(['a']);
		expect(looks).toEqual([0, 2000, 4000, 4000]);
	});

	it('go on after a piece that fails, and tell of it', async () => {
		const { started, errors, fail, pass } = start({ parallel: 1, waiting: ['a', 'b'] });
		await pass();
		fail('a');
		await pass();
		expect(errors).toEqual(['a failed']);
		expect(started).toEqual(['a', 'b']);
	});

	it('take nothing more once stopped; what is under way ends by itself', async () => {
		const {
			started,
			looks,
			rounds: stopped,
			end,
			pass,
		} = start({ parallel: 1, waiting: ['a', 'b'] });
		await pass();
		stopped.stop();
		end('a');
		stopped.wake();
		await pass(60_000);
		expect(started).toEqual(['a']);
		expect(looks).toEqual([0]);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('stopped while taking still do what they took: it is leased, and nobody else would for minutes', async () => {
		const { setTake, started, rounds: stopped, pass } = start();
		let answer: (found: Found<string>) => void = () => {};
		await pass(4999);
		let takes = 0;
		setTake(async () => {
			takes += 1;
			return await new Promise((resolve) => (answer = resolve));
		});
		await pass(1);
		stopped.stop();
		answer({ work: 'taken' });
		await pass(60_000);
		expect(started).toEqual(['taken']);
		expect(takes).toBe(1);
		expect(vi.getTimerCount()).toBe(0);
	});
});
