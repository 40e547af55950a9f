import { existsSync, globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(project, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
	name: string;
	dependencies?: object;
	n8n: { nodes: string[]; credentials: string[] };
};

const IMPORT = /(?:from|import\(|require\()\s*'([^']+)'/g;
const importsOf = (file: string) =>
	[...read(file).matchAll(IMPORT)].map(([, path]) => path as string);
const roomOf = (file: string) => normalize(file).split('/')[1] as string;

const sources = globSync('nodes/**/*.ts', { cwd: project });
const nodeFiles = sources.filter((file) => file.endsWith('.node.ts'));
const core = sources.filter((file) => roomOf(file) === 'core');
const nodeBuiltins = new Set(builtinModules);

describe('the rooms of the house', () => {
	it.each(core)('%s imports only core and pure libraries', (file) => {
		for (const path of importsOf(file)) {
			if (path.startsWith('.')) expect(roomOf(join(dirname(file), path))).toBe('core');
			else {
				expect(path).not.toMatch(/^n8n-|^node:/);
				expect(nodeBuiltins.has(path)).toBe(false);
			}
		}
	});

	it.each(core)('%s reads no clock, no randomness and nothing from outside', (file) => {
		const code = read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
		expect(code).not.toMatch(
			/Date\.now|new Date\(\)|Math\.random|\bfetch\(|\bprocess\.|performance\.now/,
		);
	});

	it.each(sources.filter((file) => roomOf(file) === 'shared'))(
		'%s imports only n8n-workflow and shared',
		(file) => {
			for (const path of importsOf(file)) {
				if (path.startsWith('.')) expect(roomOf(join(dirname(file), path))).toBe('shared');
			}
		},
	);

	it.each(sources.filter((file) => !['core', 'shared'].includes(roomOf(file))))(
		'%s imports core, shared and its own room, never another node',
		(file) => {
			for (const path of importsOf(file).filter((imported) => imported.startsWith('.'))) {
				expect(['core', 'shared', roomOf(file)]).toContain(roomOf(join(dirname(file), path)));
			}
		},
	);

	it.each(sources)('%s is named for what it does', (file) => {
		expect(basename(file)).not.toMatch(/^(utils?|helpers?|common|misc|genericfunctions)\./i);
	});
});

describe('the package', () => {
	it('registers every node and every credential', () => {
		const built = (files: string[]) =>
			files.map((file) => `dist/${file.replace(/\.ts$/, '.js')}`).sort();
		expect([...manifest.n8n.nodes].sort()).toEqual(built(nodeFiles));
		expect([...manifest.n8n.credentials].sort()).toEqual(
			built(globSync('credentials/**/*.credentials.ts', { cwd: project })),
		);
	});

	it('installs nothing besides itself', () => {
		expect(manifest.dependencies).toBeUndefined();
	});

	it.each(nodeFiles)('%s has a codex file and an icon for light and for dark', (file) => {
		const stem = file.replace(/\.ts$/, '');
		const codex = JSON.parse(read(`${stem}.json`)) as { node: string; alias: string[] };
		const type = /name: '(\w+)'/.exec(read(file))?.[1];
		expect(codex.node).toBe(`${manifest.name}.${type}`);
		expect(codex.alias.length).toBeGreaterThan(0);
		for (const icon of [`${type}.svg`, `${type}.dark.svg`]) {
			expect(existsSync(join(project, dirname(file), icon)), icon).toBe(true);
		}
	});
});
