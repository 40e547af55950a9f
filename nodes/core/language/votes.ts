import { APOSTROPHES, isJoined, isSign, SIGN, type TextTokens } from '../text/tokens';
import { buildBorrowedWords, buildFunctionWords } from './functionWords';

/** Addresses, paths, mentions, names with digits or inner capitals: no words of any language. */
const NOT_A_WORD = /[\d_@/\\{}=<>#]|[a-z][A-Z]/;
/** Part of a word, but not at its ends. */
const INNER = `${APOSTROPHES}-`;
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'g');

const functionWords = buildFunctionWords();
const borrowedWords = buildBorrowedWords();
/** Languages that have function words of their own. */
export const VOTED_LANGUAGES: readonly string[] = [...new Set([...functionWords.values()].flat())];

export interface WordVotes {
	/** The words that tell, in small letters: neither borrowed nor names with digits. */
	telling: string[];
	/** How many words are the same in every language. */
	borrowed: number;
	/** Votes by language, in the order of their first words; a word of several languages is shared among them. */
	votes: Map<string, number>;
	/** How many words only this language has, by language. */
	exclusive: Map<string, number>;
}

/**
 * Counts the words that tell a language.
 * @param length how many of the text's characters are looked at
 */
export function countVotes(tokens: TextTokens, length: number): WordVotes {
	const result: WordVotes = { telling: [], borrowed: 0, votes: new Map(), exclusive: new Map() };
	for (const word of wordsOf(tokens, length)) {
		if (borrowedWords.has(word)) {
			result.borrowed++;
			continue;
		}
		result.telling.push(word);
		const languages = functionWords.get(word) ?? [];
		for (const language of languages) add(result.votes, language, 1 / languages.length);
		const [only, ...others] = languages;
		if (only !== undefined && others.length === 0) add(result.exclusive, only, 1);
	}
	return result;
}

/** The words in small letters, with straight apostrophes; "don't" and "re-sync" are one word each. */
function wordsOf(tokens: TextTokens, length: number): string[] {
	const { text, count, start, end, kind } = tokens;
	const pieceOf = (first: number, last: number): string =>
		text.slice(start[first], Math.min(end[last] ?? 0, length));
	const words: string[] = [];
	for (let first = 0; first < count && (start[first] ?? 0) < length; first++) {
		let last = first;
		while (continuesPiece(tokens, last) && (start[last + 1] ?? 0) < length) last++;
		if (!NOT_A_WORD.test(pieceOf(first, last))) {
			for (let at = first; at <= last; at++) {
				if (kind[at] === SIGN) continue;
				const from = at;
				for (let next = at + 1; next <= last; next++) {
					if (kind[next] !== SIGN) at = next;
					else if (!isSign(tokens, next, INNER)) break;
				}
				words.push(pieceOf(from, at).toLowerCase().replace(APOSTROPHE, "'"));
			}
		}
		first = last;
	}
	return words;
}

/** Whether the next token stands in the same piece of text between two blanks. */
function continuesPiece(tokens: TextTokens, index: number): boolean {
	return (
		isJoined(tokens, index) && !isSign(tokens, index, '\n') && !isSign(tokens, index + 1, '\n')
	);
}

function add(counts: Map<string, number>, key: string, amount: number): void {
	counts.set(key, (counts.get(key) ?? 0) + amount);
}
