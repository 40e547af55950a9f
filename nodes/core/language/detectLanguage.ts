import { eld } from 'eld/extrasmall';
import { tokensOf } from '../text/tokens';
import { countVotes, VOTED_LANGUAGES, type WordVotes } from './votes';

/** ISO 639-1 codes of the languages that the Built-In method serves. */
export const BUILT_IN_LANGUAGES: ReadonlySet<string> = new Set([
	'en',
	'de',
	'fr',
	'es',
	'pt',
	'nl',
]);

/** This many words that only one language has, and three times more than any other, decide. */
const DECISIVE_WORDS = 3;
/** A greeting or a keyword, perhaps as subject and body: its letters alone resemble too many languages. */
const ONE_WORD_CONFIDENCE = 0.5;
const LEAST_OF_ONE_WORD = 0.3;
/** As many suffice where no other language has a word of its own. */
const UNOPPOSED_WORDS = 2;
/** What a share of function words adds to the detector's score of a language (both 0 to 1). */
const FUNCTION_WORD_WEIGHT = 0.5;
/** Tickets come in these languages unless the text says otherwise. */
const BUILT_IN_BONUS = 0.04;
/** Below this, the guess is worth nothing. */
const MIN_CONFIDENCE = 0.2;

/** In so few words, letters alone tell no language. */
const FEW_WORDS = 3;
const ACCENT_OR_OTHER_SCRIPT = /(?![a-z])\p{L}/iu;

const ENGLISH = 'en';
/** The language shows in the first sentences; more text costs time and adds nothing. */
const MAX_LENGTH = 800;
/** The detector's languages first, in its order, then those that only have function words. */
const LANGUAGES: readonly string[] = [
	...new Set([...Object.values(eld.info().Languages), ...VOTED_LANGUAGES, ENGLISH]),
];

/** The language whose own words decide alone, so that the detector need not be asked. */
function decidedByWords({ exclusive, votes }: WordVotes): string | undefined {
	const [best, second] = [...exclusive].sort(([, a], [, b]) => b - a);
	if (best === undefined) return undefined;
	const [language, most] = best;
	const next = second?.[1] ?? 0;
	const isSure = next === 0 ? most >= UNOPPOSED_WORDS : most >= DECISIVE_WORDS && most >= 3 * next;
	const own = votes.get(language) ?? 0;
	return isSure && own >= Math.max(...votes.values()) ? language : undefined;
}

/** The language that alone has a word of the text, where no other language has one of its own. */
function onlyLanguage({ exclusive }: WordVotes): string | undefined {
	const [only, ...others] = exclusive.keys();
	return others.length > 0 ? undefined : only;
}

/**
 * The language of a text as ISO 639-1 code with a confidence from 0 to 1. `language` is absent when
 * it cannot be told: no words, or too few that tell. Words of trade ("webhook", "login", "API")
 * decide nothing; a text of nothing else is taken for English, with low confidence.
 * @param tokens the text's tokens, where it was cut before
 */
export function detectLanguage(
	text: string,
	tokens = tokensOf(text.slice(0, MAX_LENGTH)),
): { language?: string; confidence: number } {
	const words = countVotes(tokens, MAX_LENGTH);
	const { telling, borrowed, votes } = words;
	const { length } = telling;
	if (length === 0)
		return borrowed > 0 ? { language: ENGLISH, confidence: 0.3 } : { confidence: 0 };
	const decided = decidedByWords(words);
	if (decided !== undefined) return { language: decided, confidence: 0.98 };
	// Once or repeated, e.g. as subject and body.
	const isOneWord = telling.every((word) => word === telling[0]);
	const told = isOneWord ? onlyLanguage(words) : undefined;
	if (told !== undefined) return { language: told, confidence: ONE_WORD_CONFIDENCE };

	const letters = eld.detect(telling.join(' ')).getScores();
	// "Timeout on upload": what is left besides words of trade is English more often than not.
	const borrowedShare = borrowed / (borrowed + length);
	const scoreOf = (language: string): number => {
		const share = (FUNCTION_WORD_WEIGHT * (votes.get(language) ?? 0)) / Math.max(length, 2);
		const extra = language === ENGLISH ? 0.1 * borrowedShare : 0;
		return (letters[language] ?? 0) + share + extra;
	};
	const [best, next] = LANGUAGES.map((language) => ({ language, raw: scoreOf(language) }))
		// What neither letters nor words speak for is no candidate.
		.filter(({ language, raw }) => raw > 0 || language === ENGLISH)
		.map(({ language, raw }) => ({
			language,
			score: raw + (BUILT_IN_LANGUAGES.has(language) ? BUILT_IN_BONUS : 0),
		}))
		.sort((a, b) => b.score - a.score || (letters[b.language] ?? 0) - (letters[a.language] ?? 0));
	if (best === undefined) return { confidence: 0 };
	const { language, score: top } = best;
	// "Hi Sam", "Azure AD": names look like Catalan or Italian; without a word of its own a language is not told.
	const isGuess =
		length <= FEW_WORDS &&
		!votes.has(language) &&
		!ACCENT_OR_OTHER_SCRIPT.test(text.slice(0, MAX_LENGTH));
	if (isGuess && !BUILT_IN_LANGUAGES.has(language)) return { confidence: 0 };
	// A clear lead counts, and so does the amount of text that it rests on.
	const lead = (top - (next?.score ?? 0)) / top;
	const confidence = Math.min(
		0.3 + 0.1 * length,
		0.97,
		(0.25 + 2.5 * lead) * (1 - 0.6 / (1 + length)),
	);
	const rounded = Math.round(confidence * 100) / 100;
	return rounded < (isOneWord ? LEAST_OF_ONE_WORD : MIN_CONFIDENCE)
		? { confidence: rounded }
		: { language, confidence: rounded };
}
