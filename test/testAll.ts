/**
 * `npm test`: lint, types, unit tests, the build, and the end-to-end tests in a real n8n. Stops at the
 * first step that fails; the last line counts the tests.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildPack, runStep } from './build/runStep.ts';
import { ensureN8n } from './n8n/install.ts';
import { chromiumProgram } from './support/chromium.ts';
import { postgresPrograms } from './support/postgres.ts';
import { redisProgram } from './support/redis.ts';
import { hasShared } from './support/shared.ts';
import { tooManySkipped } from './support/skippedTests.ts';

interface Report {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
}

const reports = mkdtempSync(join(tmpdir(), 'cs-alerts-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };

async function step(title: string, run: () => Promise<number>): Promise<void> {
	console.log(`\n── ${title}`);
	const started = performance.now();
	const code = await run();
	console.log(
		`── ${title}: ${code === 0 ? 'done' : 'FAILED'} in ${Math.round((performance.now() - started) / 1000)} s`,
	);
	if (code !== 0) throw new Error(`${title} failed`);
}

async function vitest(project: string): Promise<number> {
	const file = join(reports, `${project}.json`);
	const code = await runStep('vitest', [
		'run',
		'--project',
		project,
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${file}`,
	]);
	const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
	totals.passed += report.numPassedTests;
	totals.failed += report.numFailedTests;
	totals.skipped += report.numPendingTests;
	return code;
}

let failed = false;
try {
	await step('Lint', async () => await runStep('n8n-node', ['lint']));
	await step(
		'Formatting',
		async () => await runStep('prettier', ['--check', '--log-level', 'warn', '.']),
	);
	await step('Types of the nodes', async () => await runStep('tsc', ['--noEmit']));
	await step(
		'Types of the tests',
		async () => await runStep('tsc', ['--noEmit', '-p', 'test/tsconfig.json']),
	);
	await step('Unit tests', async () => await vitest('unit'));
	await step('Thorough tests', async () => await vitest('thorough'));
	await step('Build', async () => {
		await buildPack({ quiet: true });
		return 0;
	});
	await step('The n8n the tests run in', async () => {
		await ensureN8n({ onProgress: (line) => console.log(line) });
		return 0;
	});
	await step('End-to-end tests in a real n8n', async () => await vitest('e2e'));
	await step('Faults, their short form', async () => await vitest('faults'));
	await step("n8n's queue mode", async () => await vitest('queue'));
} catch (error) {
	failed = true;
	console.error(`\n${(error as Error).message}`);
} finally {
	rmSync(reports, { recursive: true, force: true });
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
const hasPackages = [postgresPrograms(), redisProgram(), chromiumProgram()].every(
	(program) => program !== undefined,
);
const complaint = tooManySkipped(totals.skipped, { hasShared, hasPackages });
if (complaint !== undefined) console.error(complaint);
const isGood = !failed && totals.failed === 0 && totals.passed > 0 && complaint === undefined;
process.exit(isGood ? 0 : 1);
