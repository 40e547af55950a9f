import { eld } from 'eld/extrasmall';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectLanguage } from '../../../nodes/core/language/detectLanguage';
import { LETTER_LANGUAGES, letterScores } from '../../../nodes/core/language/letters';
import { countVotes, tellingWords } from '../../../nodes/core/language/votes';
import { compileTaxonomy, findSignals } from '../../../nodes/core/score/match';
import { DEFAULT_TAXONOMY } from '../../../nodes/core/score/wordList';
import { startWords, wordNumber } from '../../../nodes/core/language/wordNumbers';

const numberOf = (word: string): number => wordNumber(word, 0, word.length);

test('a spelling has one number, wherever it stands and however it is capitalised', () => {
	startWords();
	expect(numberOf('Export')).toBe(wordNumber('no export here', 3, 9));
	expect(numberOf('export')).not.toBe(numberOf('exports'));
	expect(numberOf('é')).not.toBe(numberOf('e'));
});

test('a word too long to be one has no number', () => {
	expect(numberOf('a'.repeat(65))).toBe(0);
});

test('what is found stays the same when more words were read than there are numbers', () => {
	const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);
	const text = "Since yesterday all our data has dissapeared and we can't export anything.";
	const before = [findSignals(text, taxonomy), detectLanguage(text), detectLanguage('quiet sync')];
	const generation = startWords();
	for (let i = 0; i < 12; i++) {
		const words = Array.from({ length: 6_000 }, (_, k) => `w${i}x${k}`);
		findSignals(words.join(' '), taxonomy);
	}
	expect(startWords()).toBeGreaterThan(generation);
	const after = [findSignals(text, taxonomy), detectLanguage(text), detectLanguage('quiet sync')];
	expect(after).toEqual(before);
});

const word = fc.oneof(
	fc.string({ unit: fc.constantFrom(...'abcdeghinorstu'), minLength: 1, maxLength: 12 }),
	fc.constantFrom("don't", 'ganz', 'broken', 'working', 'über', 'não', 'niet', 'banananana', 'the'),
);

test("letters added up word by word give the detector's own scores", () => {
	const scores = new Float64Array(LETTER_LANGUAGES.length);
	fc.assert(
		fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (list) => {
			const text = list.join(' ').slice(0, 800);
			const words = tellingWords(text);
			letterScores(countVotes(text), () => words, scores);
			const own = eld.detect(words.join(' ')).getScores();
			expect(words).toHaveLength(countVotes(text).telling);
			LETTER_LANGUAGES.forEach((language, at) => {
				expect(scores[at]).toBe(own[language] ?? 0);
			});
		}),
	);
});
