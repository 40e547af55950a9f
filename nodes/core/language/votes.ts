import { buildBorrowedWords, buildFunctionWords } from './functionWords';

/** Addresses, paths, mentions, names with digits or inner capitals: no words of any language. */
const NOT_A_WORD = /[\d_@/\\{}=<>#]|[a-z][A-Z]/;
const WORD_BREAK = /[^\p{L}\p{M}'’-]+/u;
/** Part of a word, but not at its ends. */
const OUTER = /^['-]+|['-]+$/g;

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

/** Counts the words that tell a language. */
export function countVotes(text: string): WordVotes {
	const result: WordVotes = { telling: [], borrowed: 0, votes: new Map(), exclusive: new Map() };
	for (const word of wordsOf(text)) {
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

function wordsOf(text: string): string[] {
	return text
		.split(/\s+/)
		.filter((piece) => !NOT_A_WORD.test(piece))
		.flatMap((piece) => piece.toLowerCase().split(WORD_BREAK))
		.map((word) => word.replaceAll('’', "'").replace(OUTER, ''))
		.filter((word) => word !== '');
}

function add(counts: Map<string, number>, key: string, amount: number): void {
	counts.set(key, (counts.get(key) ?? 0) + amount);
}
