import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { packPack } from '../n8n/pack.ts';
import { installPack } from '../n8n/server.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
let packages: string;
let pack: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cs-alerts-package-'));
	await installPack(folder, await packPack());
	packages = join(folder, '.n8n', 'nodes', 'node_modules');
	pack = join(packages, 'n8n-nodes-cs-alerts');
});
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

const kilobytes = (path: string) =>
	Number(execFileSync('du', ['-sk', path], { encoding: 'utf8' }).split('\t')[0]);

describe('the packed tarball, installed as n8n installs it', () => {
	it('adds at most 3 packages and 11 MB', () => {
		const added = readdirSync(packages).filter((name) => !name.startsWith('.'));
		console.log(`adds ${added.length} package(s), ${kilobytes(pack)} KB`);
		expect(added.length).toBeLessThanOrEqual(3);
		expect(kilobytes(packages)).toBeLessThanOrEqual(11 * 1024);
	});

	it('brings the templates, the licences and nothing of the workshop', () => {
		const files = globSync('**/*', { cwd: pack }).filter((file) => /\.\w+$/.test(file));
		expect(files).toContain('LICENSE.md');
		expect(files).toContain('README.md');
		expect(files).toContain('dist/THIRD-PARTY-NOTICES.txt');
		expect(files).toContain('workflows/setup.json');
		expect(files.filter((file) => /(^|\/)(test|source)\/|\.ts$|\.tgz$/.test(file))).toEqual([]);
	});

	it('carries the licence of every library it bundles', () => {
		const notices = readFileSync(join(pack, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
		for (const file of readdirSync(join(pack, 'dist/vendor'))) {
			const library = file.replace(/\.js$/, '').split('__')[0] as string;
			expect(notices, library).toMatch(new RegExp(`^(@[\\w-]+/)?${library} \\d`, 'm'));
		}
		expect(notices).not.toMatch(/GPL|UNLICENSED/);
	});

	it('asks for no package but n8n-workflow', () => {
		for (const file of globSync('dist/{nodes,credentials}/**/*.js', { cwd: pack })) {
			for (const [, name] of readFileSync(join(pack, file), 'utf8').matchAll(
				/require\("([^."][^"]*)"\)/g,
			)) {
				expect(name, file).toMatch(/^(n8n-workflow|node:[\w/]+)$/);
			}
		}
	});

	it('loads none of its libraries when n8n starts, only when a node runs', () => {
		const { n8n } = JSON.parse(readFileSync(join(pack, 'package.json'), 'utf8')) as {
			n8n: { nodes: string[]; credentials: string[] };
		};
		const files = [...n8n.nodes, ...n8n.credentials].map((file) => join(pack, file));
		const script = `for (const file of ${JSON.stringify(files)}) for (const Type of Object.values(require(file))) new Type();
			process.stdout.write(JSON.stringify(Object.keys(require.cache).filter((file) => file.includes('vendor'))));`;
		const loaded = execFileSync(process.execPath, ['-e', script], {
			cwd: folder,
			encoding: 'utf8',
			env: { ...process.env, NODE_PATH: join(project, 'node_modules') },
		});
		expect(JSON.parse(loaded)).toEqual([]);
	});
});
