/**
 * `npm run bench:start`: how long n8n's start waits for this pack. n8n requires every node file when
 * it starts; this requires the built ones in fresh processes, after n8n-workflow, which n8n has loaded
 * by then.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const { n8n } = JSON.parse(readFileSync(`${project}/package.json`, 'utf8')) as {
	n8n: { nodes: string[]; credentials: string[] };
};
const files = [...n8n.nodes, ...n8n.credentials].map((file) => `${project}/${file}`);
const script = `
	require('n8n-workflow');
	const started = performance.now();
	for (const file of ${JSON.stringify(files)}) for (const Type of Object.values(require(file))) new Type();
	const milliseconds = performance.now() - started;
	const libraries = Object.keys(require.cache).filter((file) => file.includes('/dist/vendor/')).length;
	process.stdout.write(JSON.stringify({ milliseconds, libraries }));`;
const runs = Array.from(
	{ length: 15 },
	() =>
		JSON.parse(
			execFileSync(process.execPath, ['-e', script], { cwd: project, encoding: 'utf8' }),
		) as {
			milliseconds: number;
			libraries: number;
		},
);
const sorted = runs.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
console.log(
	`loading ${files.length} node and credential files: median ${sorted[7]?.toFixed(1)} ms (${sorted[0]?.toFixed(1)}–${sorted[14]?.toFixed(1)}), bundled libraries loaded: ${runs[0]?.libraries}`,
);
