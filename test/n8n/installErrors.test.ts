import { describe, expect, it } from 'vitest';
import { explainInstallFailure, InstallError } from './installErrors.ts';
import { NpmError } from './npm.ts';

async function explain(log: string, command = 'ci'): Promise<string> {
	const error = new NpmError(`npm ${command} ended with 1.`, log);
	const explained = await explainInstallFailure(error, command, '/cache/install.log');
	expect(explained).toBeInstanceOf(InstallError);
	return (explained as InstallError).message;
}

describe('explainInstallFailure', () => {
	it.each([
		['npm error code ENOTFOUND', 'The npm registry cannot be reached'],
		['npm error code ECONNREFUSED', 'The npm registry cannot be reached'],
		['npm error code ETIMEDOUT', 'The npm registry cannot be reached'],
		['npm error nospc ENOSPC: no space left on device, write', 'The disk is full'],
		['npm error gyp ERR! build error', 'could not be compiled'],
		['npm error code EUSAGE', 'npm ci ended with 1'],
	])('says of "%s": %s', async (log, words) => {
		expect(await explain(log)).toContain(words);
	});

	it('shows the last lines of the log and where the rest is', async () => {
		const log = Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n');
		const message = await explain(log);
		expect(message).toContain('line 99');
		expect(message).not.toContain('line 50');
		expect(message).toContain('/cache/install.log');
	});

	it('hands back what is not of npm', async () => {
		const error = new Error('other');
		expect(await explainInstallFailure(error, 'ci', '/log')).toBe(error);
	});
});
