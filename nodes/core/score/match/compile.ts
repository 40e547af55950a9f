import { FOREIGN_TOPIC_PHRASES } from '../../topic/words/foreign';
import { FOREIGN_PHRASES } from '../wordList/phrases/phrasesOf';
import { weightOf, type TaxonomyRow } from '../wordList/rows';
import { indexExact, type ExactIndex, type ExactPhrase } from './exact';
import { CANNOT, NOT } from './functionWords';
import { PhraseGraph } from './graph';
import { hashText } from './hash';
import { MATCH_WORDS } from './languages/all';
import { exactPhrase } from './phrase';
import { slotsOf } from './slots';
import { Vocabulary } from './vocabulary';

/** A list made ready for look-ups. Keep it: compiling costs more than matching. */
export interface CompiledTaxonomy {
	readonly rows: readonly TaxonomyRow[];
	readonly phraseCount: number;
	/** Changes when, and only when, what the list says changes; the order of rows and phrases is not part of it. */
	readonly version: string;
	/** The topic of each signal, '' where it has none. */
	readonly topicBySignal: ReadonlyMap<string, string>;
	/** @internal */
	readonly vocabulary: Vocabulary;
	/** @internal */
	readonly graph: PhraseGraph;
	/** @internal */
	readonly exact: ExactIndex;
}

/** Rows of what every list finds besides its own phrases. */
export const RESOLUTION_ROW = -1;
export const PRAISE_ROW = -2;
export const CALM_ROW = -3;
export const CONTENT_ROW = -4;

const compiled = new Map<string, CompiledTaxonomy>();
/** A workflow uses one list, seldom two. */
const MOST_COMPILED = 4;

/**
 * Makes a list ready for look-ups. The last few lists are kept, so that calling it once per run costs little.
 * @param rows as `readSignalRows` returns them; phrases without any word are passed over
 */
export function compileTaxonomy(rows: readonly TaxonomyRow[]): CompiledTaxonomy {
	const key = JSON.stringify(rows);
	const known = compiled.get(key);
	if (known !== undefined) return known;
	const result = compile(rows);
	const [oldest] = compiled.keys();
	if (compiled.size >= MOST_COMPILED && oldest !== undefined) compiled.delete(oldest);
	compiled.set(key, result);
	return result;
}

function compile(rows: readonly TaxonomyRow[]): CompiledTaxonomy {
	const vocabulary = new Vocabulary();
	const graph = new PhraseGraph(vocabulary.idOf(NOT), vocabulary.idOf(CANNOT));
	const exact: Array<Omit<ExactPhrase, 'anchor'>> = [];
	const insert = (phrase: string, row: number): void => {
		const literal = exactPhrase(phrase);
		if (literal !== undefined) {
			exact.push({ row, text: literal });
			return;
		}
		vocabulary.takesMisspellings =
			row >= 0 && !FOREIGN_PHRASES.has(phrase) && !FOREIGN_TOPIC_PHRASES.has(phrase);
		for (const slots of slotsOf(phrase, vocabulary)) graph.insert(slots, row);
	};
	const insertAll = (phrases: readonly string[], row: number): void => {
		for (const phrase of phrases) insert(phrase, row);
	};
	insertAll(
		MATCH_WORDS.flatMap(({ resolutions }) => resolutions),
		RESOLUTION_ROW,
	);
	insertAll(
		MATCH_WORDS.flatMap(({ praise }) => praise),
		PRAISE_ROW,
	);
	insertAll(
		MATCH_WORDS.flatMap(({ calm }) => calm),
		CALM_ROW,
	);
	insertAll(
		MATCH_WORDS.flatMap(({ content }) => content),
		CONTENT_ROW,
	);
	rows.forEach(({ phrases }, row) => insertAll(phrases, row));
	const exactIndex = indexExact(exact);
	vocabulary.build(new Set(exactIndex.byWord.keys()));
	graph.freeze(vocabulary.size);
	return {
		rows,
		phraseCount: rows.reduce((sum, row) => sum + row.phrases.length, 0),
		version: versionOf(rows),
		topicBySignal: new Map(rows.map(({ signal, topic }) => [signal, topic])),
		vocabulary,
		graph,
		exact: exactIndex,
	};
}

function versionOf(rows: readonly TaxonomyRow[]): string {
	const lines = rows.map((row) =>
		[
			row.signal,
			row.topic,
			row.riskLevel,
			weightOf(row),
			...(row.alwaysCounts ? ['always'] : []),
			...[...new Set(row.phrases)].sort(),
		].join('\u0001'),
	);
	return hashText(lines.sort().join('\u0002'));
}
