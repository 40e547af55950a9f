import { globSync } from 'node:fs';

import { importsOf, read } from '../rules/sources.ts';

/** Tests that need neither n8n nor a database; a mutant is tried on those of them that reach it. */
const TESTS = ['test/core/**/*.test.ts', 'test/rules/accuracy.test.ts'];
/** Megabytes of hostile text take minutes. */
const TOO_SLOW = /pathological|performance/;
/** Nothing but numbers, or types. */
const NOT_MUTATED = /frustration\/weights\.ts$|\.d\.ts$/;

export interface Reach {
	/** The files to change. */
	files: string[];
	/** All files that import one, and what imports those; the file itself first. */
	importersOf: (file: string) => string[];
	/** Files of tests that import one, directly or through others, nearest first. */
	testsOf: (file: string) => string[];
}

const find = (pattern: string): string[] =>
	globSync(pattern).map((file) => file.replaceAll('\\', '/'));

/**
 * Which tests reach which files.
 * @param places folders or files, from the project's folder
 */
export function reachOf(places: readonly string[]): Reach {
	const importers = new Map<string, string[]>();
	for (const file of ['nodes/core/**/*.ts', 'test/**/*.ts'].flatMap(find)) {
		if (file.includes('node_modules') || NOT_MUTATED.test(file)) continue;
		for (const path of importsOf(file, read(file))) {
			importers.set(path, [...(importers.get(path) ?? []), file]);
		}
	}
	const importersOf = (file: string): string[] => {
		// A set is walked in the order of insertion, also of what is added on the way.
		const known = new Set([file]);
		for (const next of known) for (const importer of importers.get(next) ?? []) known.add(importer);
		return [...known];
	};
	const tests = new Set(TESTS.flatMap(find).filter((file) => !TOO_SLOW.test(file)));
	return {
		files: places
			.flatMap((place) => (place.endsWith('.ts') ? [place] : find(`${place}/**/*.ts`)))
			.filter((file) => !NOT_MUTATED.test(file))
			.sort(),
		importersOf,
		testsOf: (file) => importersOf(file).filter((importer) => tests.has(importer)),
	};
}
