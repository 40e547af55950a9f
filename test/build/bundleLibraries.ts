/**
 * Second half of `npm run build`, after n8n's own build has compiled the nodes: every library that the
 * compiled nodes require is bundled into one file in dist/vendor, and the requires are turned to it.
 * So the pack installs without dependencies, nothing is loaded before a node asks for it, and the
 * compiled nodes stay readable. The licences of all that was bundled go into one notices file.
 */
import {
	existsSync,
	globSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const project = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(project, 'dist');
const vendor = join(dist, 'vendor');

/** What n8n itself provides. */
const PROVIDED = new Set([
	'n8n-workflow',
	...builtinModules,
	...builtinModules.map((name) => `node:${name}`),
]);
/** The compiler writes static imports with double quotes and dynamic ones as the source has them. */
const REQUIRE = /require\((["'])([^."'][^"']*)\1\)/g;

const fileOf = (library: string) => `${library.replace(/^@/, '').replace(/\//g, '__')}.js`;

/** The libraries the compiled nodes require, and the files that do. */
function findLibraries(): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const file of globSync('{nodes,credentials}/**/*.js', { cwd: dist })) {
		for (const [, , library] of readFileSync(join(dist, file), 'utf8').matchAll(REQUIRE)) {
			if (library === undefined || PROVIDED.has(library)) continue;
			found.set(library, [...(found.get(library) ?? []), file]);
		}
	}
	return found;
}

async function bundle(library: string): Promise<string[]> {
	const { metafile } = await build({
		entryPoints: [library],
		outfile: join(vendor, fileOf(library)),
		absWorkingDir: project,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node22',
		minify: true,
		keepNames: true,
		legalComments: 'none',
		metafile: true,
		logLevel: 'warning',
		external: ['n8n-workflow'],
	});
	return Object.keys(metafile.inputs);
}

/** The package folder of a bundled file, e.g. "node_modules/jsforce". */
function packageOf(input: string): string | undefined {
	const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
	return match?.[1];
}

function noticeOf(folder: string): string {
	const { name, version, license } = JSON.parse(
		readFileSync(join(project, folder, 'package.json'), 'utf8'),
	) as { name: string; version: string; license?: string };
	const file = readdirSync(join(project, folder)).find((entry) =>
		/^(licen[cs]e|copying)/i.test(entry),
	);
	const text = file === undefined ? '' : readFileSync(join(project, folder, file), 'utf8').trim();
	return `${name} ${version}\nLicence: ${license ?? 'see below'}\n\n${text}\n`;
}

if (!existsSync(join(dist, 'nodes'))) throw new Error('dist/nodes is missing. Run: npm run build');
mkdirSync(vendor, { recursive: true });
const libraries = findLibraries();
const packages = new Set<string>();
for (const library of libraries.keys()) {
	for (const input of await bundle(library)) {
		const folder = packageOf(input);
		if (folder !== undefined) packages.add(folder);
	}
	const kilobytes = Math.round(statSync(join(vendor, fileOf(library))).size / 1024);
	console.log(`dist/vendor/${fileOf(library)}: ${kilobytes} KB`);
}
for (const file of new Set([...libraries.values()].flat())) {
	const path = join(dist, file);
	const text = readFileSync(path, 'utf8').replace(REQUIRE, (whole, _quote, library: string) => {
		if (!libraries.has(library)) return whole;
		const target = relative(dirname(path), resolve(vendor, fileOf(library))).replace(/\\/g, '/');
		return `require("${target}")`;
	});
	writeFileSync(path, text);
}
/** What is in the pack besides bundled packages: the data the model was trained on, and a word list. */
const DATA_NOTICES = [
	'nodes/core/score/frustration/ATTRIBUTION.md',
	'nodes/core/score/match/ATTRIBUTION.md',
];

const notices = [
	...[...packages].sort().map(noticeOf),
	...DATA_NOTICES.map((file) => readFileSync(join(project, file), 'utf8')),
];
writeFileSync(
	join(dist, 'THIRD-PARTY-NOTICES.txt'),
	[`This package contains code of the following packages.\n`, ...notices].join(
		`\n${'-'.repeat(80)}\n\n`,
	),
);
console.log(`dist/THIRD-PARTY-NOTICES.txt: ${notices.length} packages`);
