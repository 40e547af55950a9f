/**
 * `npm run mutants -- DIR… [--sample=N] [--seed=S]`: puts small faults into the files of folders such as
 * `nodes/core/text`, one at a time and in memory only, runs the tests that import the file, and prints those that no
 * test noticed. Not part of `npm test`.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { parseArgs } from 'node:util';

import { seededRandom } from '../faults/random.ts';
import { read } from '../rules/sources.ts';
import { reachOf } from './reach.ts';
import type { Answer, Order } from './messages.ts';
import { mutated, mutationsOf, type Mutation } from './mutations.ts';

/** A mutant's loops may run this long. */
const LOOP_SECONDS = 10;
/** Whatever else hangs, e.g. a pattern that backtracks, ends after this. */
const MOST_MS = 300_000;
/** Modules are never unloaded, so a process tries so many. */
const PER_PROCESS = 150;

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const reach = reachOf(positionals);
const all = reach.files.flatMap((file) =>
	mutationsOf(file, read(file)).map((mutation) => ({ file, mutation })),
);
const chosen = shuffled(all, Number(values.seed)).slice(0, Number(values.sample ?? all.length));
if (chosen.length === 0) {
	console.error(
		'Nothing to mutate. Name folders or files, e.g. npm run mutants -- nodes/core/text',
	);
	process.exit(1);
}
console.log(`${chosen.length} of ${all.length} mutants in ${reach.files.length} files`);

const tally = { killed: 0, survived: 0, invalid: 0 };
let worker: ChildProcess | undefined;
let done = 0;
for (const { file, mutation } of chosen) {
	const code = mutated(file, read(file), mutation, LOOP_SECONDS);
	const answer = await ask({
		file,
		code,
		affected: reach.importersOf(file),
		tests: reach.testsOf(file),
	});
	if (answer === undefined || answer.outcome === 'killed') tally.killed++;
	else if (answer.outcome === 'survived') {
		tally.survived++;
		console.log(`survived  ${described(file, mutation)}`);
	} else tally.invalid++;
	if (++done % PER_PROCESS === 0) stop();
}
stop();
const counted = tally.killed + tally.survived;
const share = ((100 * tally.killed) / counted).toFixed(1);
console.log(
	`killed ${tally.killed} of ${counted} (${share} %), ${tally.invalid} were no valid code`,
);

/** @returns undefined where the process died or hung: that is noticed */
async function ask(order: Order): Promise<Answer | undefined> {
	worker ??= fork(new URL('./worker.ts', import.meta.url), {
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
	const child = worker;
	return await new Promise((resolve) => {
		const end = (answer: Answer | undefined): void => {
			clearTimeout(timer);
			child.removeAllListeners();
			if (answer === undefined) stop();
			resolve(answer);
		};
		const timer = setTimeout(() => end(undefined), MOST_MS);
		child.on('message', (answer: Answer) => end(answer));
		child.on('exit', () => end(undefined));
		child.send(order);
	});
}

function stop(): void {
	worker?.removeAllListeners();
	worker?.kill('SIGKILL');
	worker = undefined;
}

/** The same order for the same seed, so that a sample can be tried again. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
	const random = seededRandom(seed);
	return list
		.map((entry) => ({ entry, place: random() }))
		.sort((a, b) => a.place - b.place)
		.map(({ entry }) => entry);
}

function described(file: string, { line, was, becomes }: Mutation): string {
	const short = (text: string): string => {
		const oneLine = text.replace(/\s+/g, ' ');
		return oneLine.length > 70 ? `${oneLine.slice(0, 67)}...` : oneLine;
	};
	return `${file}:${line}  ${short(was)}  ->  ${short(becomes)}`;
}
