import { describe, expect, it } from 'vitest';

import { mutated, mutationsOf } from '../mutants/mutations.ts';

/** Each change of a piece of code, e.g. "< -> <=". */
const changesOf = (code: string): string[] =>
	mutationsOf('a.ts', code).map(({ was, becomes }) => `${was} -> ${becomes}`);

describe('a mutant', () => {
	it.each([
		['if (a < b) go();', ['a < b -> true', 'a < b -> false', '< -> <=', '< -> >=', 'go(); -> ;']],
		['const x = a && !b;', ['&& -> ||', '!b -> b']],
		['const limit = 40;', ['40 -> 41', '40 -> 39']],
		['const share = 0.5;', ['0.5 -> 0.625']],
		["const name = 'Invoice';", ["'Invoice' -> ''"]],
		['const isOn = true;', ['true -> false']],
		['const pattern = /a+/u;', ['/a+/u -> /(?!)/g']],
		['list.filter(isOwn);', ['list.filter(isOwn); -> ;', 'list.filter(isOwn) -> list']],
	])('of %s', (code, changes) => {
		expect(changesOf(code)).toEqual(changes);
	});

	it('is never one of a type or an import', () => {
		expect(changesOf("import a from 'a';\ntype Size = 1 | 2;\ninterface B { c: 'd' }")).toEqual([]);
	});

	it('cannot run for ever', () => {
		const code = 'export const run = () => { let i = 0; while (i < 3) i += 1; };';
		const endless = mutationsOf('a.ts', code).find(({ becomes }) => becomes === '-=');
		if (endless === undefined) throw new Error('No such change');
		const source = mutated('a.ts', code, endless, 0.05).replace('export const run =', 'return');
		const run = new Function(source) as () => () => void;
		expect(run()).toThrow('runs for ever');
	});
});
