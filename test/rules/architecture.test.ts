import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { circlesOf } from './circles';
import { contractReads, ownStatements } from './contract';
import { forbiddenImports, roomOf } from './rooms';
import { project, read, readSources } from './sources';

const manifest = JSON.parse(read('package.json')) as {
	name: string;
	dependencies?: object;
	n8n: { nodes: string[]; credentials: string[] };
};

const sources = readSources();
const nodeFiles = sources.map(({ file }) => file).filter((file) => file.endsWith('.node.ts'));

describe('what a room may import', () => {
	it.each(sources)('$file imports nothing its room forbids', ({ file, imports }) => {
		expect(forbiddenImports(file, imports)).toEqual([]);
	});

	it.each([
		['core', 'nodes/core/gate/rules.ts', ['nodes/core/score/labels.ts', 'tldts']],
		['the log', 'nodes/log/sqlite.ts', ['nodes/core/log/states.ts', 'node:sqlite', 'pg']],
		['shared', 'nodes/shared/runItems.ts', ['nodes/core/item/types.ts', 'n8n-workflow']],
		['a node', 'nodes/TicketLog/TicketLog.node.ts', ['nodes/log/open.ts', 'n8n-workflow']],
		['the node that asks a model', 'nodes/SentimentScore/openAi.ts', ['openai']],
	])('%s may import what is on its list', (_, file, imports) => {
		expect(forbiddenImports(file, imports)).toEqual([]);
	});

	it.each([
		['core', 'nodes/core/score/scoreTicket.ts', 'openai'],
		['core', 'nodes/core/score/scoreTicket.ts', 'n8n-workflow'],
		['core', 'nodes/core/score/scoreTicket.ts', 'node:fs'],
		['core', 'nodes/core/score/scoreTicket.ts', 'nodes/shared/retry.ts'],
		['the log', 'nodes/log/sqlite.ts', 'n8n-workflow'],
		['the log', 'nodes/log/sqlite.ts', 'nodes/shared/retry.ts'],
		['shared', 'nodes/shared/retry.ts', 'jsforce'],
		['shared', 'nodes/shared/retry.ts', 'nodes/log/open.ts'],
		['a node', 'nodes/ThresholdGate/ThresholdGate.node.ts', 'nodes/SentimentScore/openAi.ts'],
		['a node', 'nodes/ThresholdGate/ThresholdGate.node.ts', 'openai'],
		['a node', 'nodes/ThresholdGate/ThresholdGate.node.ts', 'fs'],
	])('%s may not: %s → %s', (_, file, path) => {
		expect(forbiddenImports(file, ['nodes/core/score/labels.ts', path])).toEqual([path]);
	});
});

describe('circles of imports', () => {
	it('there are none, not even of types, since their files could only be read together', () => {
		const importsOf = new Map(sources.map(({ file, imports }) => [file, imports]));
		expect(circlesOf(importsOf)).toEqual([]);
	});

	it.each<[string, Record<string, string[]>, string[][]]>([
		['a chain is none', { a: ['b'], b: ['c', 'tldts'], c: [] }, []],
		['two ways to one file are none', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
		['two files', { a: ['b'], b: ['a'] }, [['a', 'b']]],
		[
			'three files, and what only leads there left out',
			{ x: ['a'], a: ['b'], b: ['c'], c: ['a'] },
			[['a', 'b', 'c']],
		],
		['a file that imports itself', { a: ['a'] }, [['a']]],
		[
			'two circles',
			{ a: ['b', 'c'], b: ['a'], c: ['d'], d: ['c'] },
			[
				['a', 'b'],
				['c', 'd'],
			],
		],
	])('%s', (_, imports, circles) => {
		expect(circlesOf(new Map(Object.entries(imports)))).toEqual(circles);
	});
});

describe('the item contract', () => {
	const outside = sources.filter(({ file }) => !file.startsWith('nodes/core/item/'));

	it.each(outside)('$file leaves the reading of its keys to core/item', ({ code }) => {
		expect(contractReads(code)).toEqual([]);
	});

	it.each(sources)('$file casts nothing to the JSON of an item', ({ code }) => {
		expect(code).not.toMatch(/as unknown as IDataObject\b/);
	});

	it.each([
		['const id = item.json.ticket;'],
		["const id = items[0]?.json['ticket'];"],
		['const id = json.account?.id;'],
		['const { score } = (item.json as Scored).sentiment;'],
		['const { ticket } = item.json;'],
		['const { gate: decision } = json;'],
		['items.map(({ json: { alert } }) => alert);'],
		['const keyOf = ({ delivery }: IDataObject) => delivery;'],
		["if ('sentiment' in json) stop();"],
	])('is read by %s', (code) => {
		expect(contractReads(code)).toHaveLength(1);
	});

	it.each([
		['const written = { ...json, gate };'],
		['const ticket = readTicket(json);'],
		['const { key } = readTicket(item.json);'],
		['const { account } = settings;'],
		['const { error } = json;'],
		['items.map(({ json }) => json);'],
		['const row = rows.alert;'],
	])('is not read by %s', (code) => {
		expect(contractReads(code)).toEqual([]);
	});
});

describe('one of each', () => {
	const filesWith = (pattern: RegExp) =>
		sources.filter(({ code }) => pattern.test(code)).map(({ file }) => file);

	it('one reading of loose text is called textOf', () => {
		expect(filesWith(/(?:function|const) textOf\b/)).toEqual(['nodes/core/values/text.ts']);
	});

	it('one loop over the items makes items that failed', () => {
		expect(filesWith(/\btoFailedItem\(/)).toEqual([
			'nodes/shared/itemError.ts',
			'nodes/shared/runItems.ts',
		]);
	});

	it('one loop tries again, and the log has its own for races of the database', () => {
		const found = filesWith(/for \(let (?:tries|attempts?|failed|retries)\b/);
		expect(found.filter((file) => !file.startsWith('nodes/log/'))).toEqual([
			'nodes/shared/retry.ts',
		]);
	});
});

describe('every file', () => {
	it.each(sources.filter(({ file }) => roomOf(file) === 'core'))(
		'$file reads no clock, no randomness and nothing from outside, being core',
		({ code }) => {
			const bare = code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
			expect(bare).not.toMatch(
				/Date\.now|new Date\(\)|Math\.random|\bfetch\(|\bprocess\.|performance\.now/,
			);
		},
	);

	it.each(sources)('$file is named for what it does', ({ file }) => {
		expect(basename(file)).not.toMatch(/^(utils?|helpers?|common|misc|genericfunctions)\./i);
	});

	it('that is called index only passes on what others export', () => {
		const indexes = sources.filter(({ file }) => basename(file) === 'index.ts');
		const withLogic = indexes.filter(({ code }) => ownStatements(code).length > 0);
		expect(withLogic.map(({ file }) => file)).toEqual([]);
	});

	it.each([
		["export { a } from './a';\nexport type { B } from './b';\nexport * from './c';", 0],
		["import { a } from './a';\nexport { a };", 2],
		['export const a = 1;', 1],
		['export function f() {}', 1],
	])('called index with %j has so many statements of its own: %i', (code, count) => {
		expect(ownStatements(code)).toHaveLength(count);
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

	it.each(nodeFiles)('the Docs link of %s leads to its own part of the README', (file) => {
		const { resources } = JSON.parse(read(file.replace(/\.ts$/, '.json'))) as {
			resources: { primaryDocumentation: Array<{ url: string }> };
		};
		// As npm and GitHub name the heading.
		const headings = [...read('README.md').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
			text
				.toLowerCase()
				.replace(/[^\w -]/g, '')
				.replaceAll(' ', '-'),
		);
		for (const { url } of resources.primaryDocumentation) {
			expect(headings).toContain(new URL(url).hash.slice(1));
		}
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
