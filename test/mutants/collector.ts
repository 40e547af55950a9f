/**
 * Stands in for vitest where a mutant is tried: it collects the tests of a file, and the file's own process runs them,
 * many times in one go. `expect` and all else are vitest's own.
 */
export * from 'vitest';

type Body = (...values: never[]) => unknown;

export interface CollectedTest {
	/** Unique within its file. */
	name: string;
	run: () => unknown;
	/** What is called once before it, by the folders of `describe` it is in. */
	before: Array<() => unknown>;
}

interface Collecting {
	tests: CollectedTest[];
	path: string[];
	before: Array<Array<() => unknown>>;
}

let collecting: Collecting = { tests: [], path: [], before: [[]] };

/** What a file's tests are, from importing it. */
export async function collect(load: () => Promise<unknown>): Promise<CollectedTest[]> {
	collecting = { tests: [], path: [], before: [[]] };
	await load();
	return collecting.tests;
}

function add(name: string, run: () => unknown): void {
	const { tests, path, before } = collecting;
	const whole = `${[...path, name].join(' > ')} #${tests.length}`;
	tests.push({ name: whole, run, before: [...before].flatMap((hooks) => hooks) });
}

function group(name: string, body: () => unknown): void {
	collecting.path.push(name);
	collecting.before.push([]);
	body();
	collecting.path.pop();
	collecting.before.pop();
}

/** `it.each(rows)('…', body)`: a row that is a list is spread over the parameters. */
const each =
	(register: (name: string, run: () => unknown) => void) =>
	(rows: readonly unknown[]) =>
	(name: string, body: Body) => {
		for (const row of rows) {
			const values = (Array.isArray(row) ? row : [row]) as never[];
			register(name, () => body(...values));
		}
	};

const skip = Object.assign(() => undefined, { each: () => () => undefined });

type Register = (name: string, run: () => unknown) => void;
const api = (register: Register) =>
	Object.assign(
		(name: string, first: unknown, second?: unknown) => {
			const run = typeof first === 'function' ? first : second;
			if (typeof run === 'function') register(name, () => run() as unknown);
		},
		{ each: each(register) },
	);

const withSkip = (register: Register) =>
	Object.assign(api(register), {
		skip,
		skipIf: (isSkipped: unknown) => (isSkipped ? skip : api(register)),
		runIf: (isRun: unknown) => (isRun ? api(register) : skip),
	});

export const it = withSkip(add);
export const test = it;
export const describe = withSkip(group);

export const beforeAll = (hook: () => unknown): void => {
	let isDone = false;
	collecting.before.at(-1)?.push(async () => {
		if (isDone) return;
		isDone = true;
		await hook();
	});
};
export const beforeEach = (hook: () => unknown): void => {
	collecting.before.at(-1)?.push(hook);
};
/** What a test leaves behind dies with the process. */
export const afterEach = (): void => undefined;
export const afterAll = afterEach;
