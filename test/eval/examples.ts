import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Example } from './learn.ts';
import { loadCore } from './loadCore.ts';
import {
	foldOf,
	hardTickets,
	isKeptAside,
	ownShortTexts,
	ownTickets,
	publicSets,
	type Row,
} from './rows.ts';

type Training = typeof import('../../nodes/core/score/frustration/training');
type Language = typeof import('../../nodes/core/language/detectLanguage');
type Text = typeof import('../../nodes/core/text');

export const FOLDS = 4;
const require = createRequire(import.meta.url);

export interface Labelled extends Example {
	row: Row;
	fold: number;
	/** Of the kinds the scorer erred on: to learn from, too hard a mix to choose the calibration by. */
	isHard: boolean;
}

export const core = await loadCore<Training>('score/frustration/training.ts');
const { cleanTicketText, detectLanguage } = await loadCore<Text & Language>([
	'text/index.ts',
	'language/detectLanguage.ts',
]);
export const entries = readLexicons();
const extractor = core.createExtractor(core.lexiconOf(entries));

export function toExample(set: string, row: Row, isHard = false): Labelled {
	const text =
		row.text ??
		cleanTicketText({ subject: row.subject, body: row.body }, { format: row.format ?? 'text' })
			.text;
	const features = core.extract(extractor, text, detectLanguage(text).language);
	return {
		set,
		row,
		fold: foldOf(row, FOLDS),
		isHard,
		label: row.label ?? 0,
		slots: features.slot.slice(0, features.slots),
		grams: features.gramSlot.slice(0, features.tokens.grams),
		dense: features.dense.slice(),
	};
}

/** Word values of AFINN-165 in six languages (MIT) and of VADER (Apache-2.0), as hashes. */
function readLexicons(): Array<Array<[number, number]>> {
	const folder = (name: string): string => require.resolve(`${name}/package.json`).slice(0, -12);
	const sorted = (pairs: Array<[string, number]>): Array<[number, number]> => {
		const byHash = new Map<number, number>();
		for (const [word, points] of pairs) {
			const hash = core.hashWord(word);
			const value = Math.max(1, Math.min(255, Math.round(points * 25) + 128));
			if (hash !== 0 && !byHash.has(hash)) byHash.set(hash, value);
		}
		return [...byHash].sort((a, b) => a[0] - b[0]);
	};
	const afinn = core.LANGUAGES.map((language) => {
		const file = `${folder('afinn-165-multilingual')}build/AFINN-${language}.json`;
		const words = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
		return sorted(
			Object.entries(words)
				.map(([word, points]): [string, number] => [word.trim(), points])
				.filter(([word]) => !/\s/.test(word)),
		);
	});
	const vader = readFileSync(`${folder('vader-sentiment')}vader_lexicon.txt`, 'utf8')
		.split('\n')
		.map((line) => line.split('\t'))
		.map(([word = '', points]): [string, number] => [word, Number(points)])
		.filter(([word]) => /^[a-z]+$/.test(word));
	return [...afinn, sorted(vader)];
}

/** All that may be trained on: our tickets without the part kept aside, our short texts, the public sets. */
export function trainingExamples(): Labelled[] {
	const examples: Labelled[] = [
		...ownTickets()
			.filter((row) => !isKeptAside(row))
			.map((row) => toExample('tickets', row)),
		...hardTickets().map((row) => toExample('tickets', row, true)),
		...ownShortTexts().map((row) =>
			toExample(row.lang === 'en' ? 'short' : `posts-${row.lang}`, row),
		),
		...publicSets().flatMap(({ name, rows }) => rows.map((row) => toExample(name, row))),
	];
	if (!examples.some(({ set }) => set.startsWith('tweets'))) {
		throw new Error('The public sets are missing: "../shared/eval" must stand beside this folder.');
	}
	return examples;
}
