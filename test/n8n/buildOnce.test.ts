import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildOnce } from './buildOnce.ts';

let cache: string;
let target: string;

beforeEach(async () => {
	cache = await mkdtemp(join(tmpdir(), 'build-once-'));
	target = join(cache, 'thing');
});

afterEach(async () => {
	await rm(cache, { recursive: true });
});

const ignore = () => {};
const fill = async (folder: string) => {
	await writeFile(join(folder, 'file'), 'whole');
};

describe('buildOnce', () => {
	it('shows the folder only when it is whole', async () => {
		await buildOnce(target, ignore, async (building) => {
			expect(existsSync(target)).toBe(false);
			await fill(building);
		});
		expect(await readdir(cache)).toEqual(['thing']);
		expect(existsSync(join(target, 'file'))).toBe(true);
	});

	it('leaves nothing behind when the build fails, and says why', async () => {
		const build = buildOnce(target, ignore, async (building) => {
			await fill(building);
			throw new Error('no disk');
		});
		await expect(build).rejects.toThrow('no disk');
		expect(await readdir(cache)).toEqual([]);
	});

	it('builds once when two start at the same time', async () => {
		const builds: string[] = [];
		const lines: string[] = [];
		const start = async () => {
			await buildOnce(
				target,
				(line) => lines.push(line),
				async (building) => {
					builds.push(building);
					await new Promise((resolve) => setTimeout(resolve, 60));
					await fill(building);
				},
				10,
			);
		};
		await Promise.all([start(), start()]);
		expect(builds).toHaveLength(1);
		expect(existsSync(join(target, 'file'))).toBe(true);
		expect(lines.join()).toContain('Another process is installing n8n');
	});

	it('takes over from a process that was killed', async () => {
		const left = `${target}.building`;
		await mkdir(left);
		await writeFile(join(left, 'half'), 'made');
		const longAgo = new Date(Date.now() - 10 * 60_000);
		await utimes(left, longAgo, longAgo);
		await buildOnce(target, ignore, fill);
		expect(await readdir(cache)).toEqual(['thing']);
		expect(existsSync(join(target, 'half'))).toBe(false);
	});
});
