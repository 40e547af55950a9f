/** The process that tries mutants: it is told one after the other, and says whether a test noticed. */
import { readProject, addressOf, useMutant, withoutTypes } from './modules.ts';
import { collect, type CollectedTest } from './collector.ts';
import type { Answer, Order } from './messages.ts';

/** Slower tests are left out: one mutant that survives would cost minutes. */
const SLOWEST_MS = 1500;

readProject();

/** By file, the tests that pass on the unchanged code, fast enough. */
const usable = new Map<string, Set<string>>();
let id = 0;

async function testsOf(file: string): Promise<CollectedTest[]> {
	return await collect(async () => await import(addressOf(file)));
}

async function passes(test: CollectedTest): Promise<boolean> {
	try {
		for (const hook of test.before) await hook();
		await test.run();
		return true;
	} catch {
		return false;
	}
}

/** Which tests of a file can be relied on, from running them on the unchanged code. */
async function learn(file: string): Promise<Set<string>> {
	const known = usable.get(file);
	if (known !== undefined) return known;
	const names = new Set<string>();
	for (const test of await testsOf(file)) {
		const start = process.cpuUsage();
		const isPassed = await passes(test);
		const { user, system } = process.cpuUsage(start);
		if (isPassed && (user + system) / 1000 < SLOWEST_MS) names.add(test.name);
	}
	usable.set(file, names);
	return names;
}

async function killedBy(file: string): Promise<string | undefined> {
	const names = usable.get(file);
	let tests: CollectedTest[];
	try {
		tests = await testsOf(file);
	} catch {
		return file;
	}
	for (const test of tests) {
		if (names?.has(test.name) && !(await passes(test))) return `${file}: ${test.name}`;
	}
	return undefined;
}

async function tried({ file, code, affected, tests }: Order): Promise<Answer> {
	try {
		withoutTypes(code);
	} catch {
		return { outcome: 'invalid' };
	}
	useMutant(0, '', '', new Set());
	for (const test of tests) await learn(test);
	useMutant(++id, file, code, new Set(affected));
	for (const test of tests) {
		const by = await killedBy(test);
		if (by !== undefined) return { outcome: 'killed', by };
	}
	return { outcome: 'survived' };
}

process.on('message', (order: Order) => {
	void tried(order).then((answer) => process.send?.(answer));
});
