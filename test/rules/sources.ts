import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

import ts from 'typescript';

/** The project's folder. */
export const project = fileURLToPath(new URL('../..', import.meta.url));

/** The text of a file of the project. */
export const read = (file: string): string => readFileSync(join(project, file), 'utf8');

export interface Source {
	/** e.g. "nodes/core/gate/rules.ts". */
	file: string;
	code: string;
	/** Paths from the project's folder for files of the project, names as written for libraries. */
	imports: string[];
}

/** Every file of the nodes, with all it imports in whatever way, also for its types alone. */
export function readSources(): Source[] {
	return globSync('nodes/**/*.ts', { cwd: project })
		.map((file) => normalize(file).replaceAll('\\', '/'))
		.sort()
		.map((file) => {
			const code = read(file);
			return { file, code, imports: importsOf(file, code) };
		});
}

/** What a file imports in whatever way, also for its types alone. */
export function importsOf(file: string, code: string): string[] {
	const { importedFiles } = ts.preProcessFile(code, true, true);
	const written = new Set(importedFiles.map(({ fileName }) => fileName));
	return [...written].map((path) => {
		if (!path.startsWith('.')) return path;
		const target = join(dirname(file), path).replaceAll('\\', '/');
		const candidates = [`${target}.ts`, `${target}/index.ts`, `${target}.d.ts`, target];
		return candidates.find((candidate) => existsSync(join(project, candidate))) ?? target;
	});
}
