import { LETTER_LANGUAGES, letterScores } from './letters';
import { countVotes, MAX_LENGTH, tellingWords, VOTED_LANGUAGES, type WordVotes } from './votes';

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
/** The detector's languages first, then those that only have function words. */
const LANGUAGES = [...new Set([...LETTER_LANGUAGES, ...VOTED_LANGUAGES, ENGLISH])];
const english = LANGUAGES.indexOf(ENGLISH);
const indexOfVoted = VOTED_LANGUAGES.map((language) => LANGUAGES.indexOf(language));
const bonus = LANGUAGES.map((language) => (BUILT_IN_LANGUAGES.has(language) ? BUILT_IN_BONUS : 0));
const letters = new Float64Array(LETTER_LANGUAGES.length);
const scores = new Float64Array(LANGUAGES.length);

/** The language whose own words decide alone, so that the detector need not be asked. */
function decidedByWords({ exclusive, votes, voted }: WordVotes): string | undefined {
	let best = -1;
	let most = 0;
	let second = 0;
	for (const language of voted) {
		const count = exclusive[language] as number;
		if (count > most) {
			second = most;
			most = count;
			best = language;
		} else if (count > second) {
			second = count;
		}
	}
	const isSure =
		second === 0 ? most >= UNOPPOSED_WORDS : most >= DECISIVE_WORDS && most >= 3 * second;
	if (best < 0 || !isSure) return undefined;
	const own = votes[best] as number;
	for (const language of voted) if ((votes[language] as number) > own) return undefined;
	return VOTED_LANGUAGES[best];
}

/** Whether the text is one word, once or repeated. */
function hasOneWord({ telling, numbers }: WordVotes): boolean {
	for (let at = 1; at < telling; at++) if (numbers[at] !== numbers[0]) return false;
	return true;
}

/** The language that alone has a word of the text, where no other language has one of its own. */
function onlyLanguage({ exclusive, voted }: WordVotes): string | undefined {
	const [only, ...others] = voted.filter((language) => (exclusive[language] as number) > 0);
	return only === undefined || others.length > 0 ? undefined : VOTED_LANGUAGES[only];
}

/**
 * The language of a text as ISO 639-1 code with a confidence from 0 to 1. `language` is absent when
 * it cannot be told: no words, or too few that tell. Words of trade ("webhook", "login", "API")
 * decide nothing; a text of nothing else is taken for English, with low confidence.
 */
export function detectLanguage(text: string): { language?: string; confidence: number } {
	const head = text.length > MAX_LENGTH ? text.slice(0, MAX_LENGTH) : text;
	const words = countVotes(head);
	const length = words.telling;
	if (length === 0) {
		return words.borrowed > 0 ? { language: ENGLISH, confidence: 0.3 } : { confidence: 0 };
	}
	const decided = decidedByWords(words);
	if (decided !== undefined) return { language: decided, confidence: 0.98 };
	const isOneWord = hasOneWord(words);
	const told = isOneWord ? onlyLanguage(words) : undefined;
	if (told !== undefined) return { language: told, confidence: ONE_WORD_CONFIDENCE };

	letterScores(words, () => tellingWords(head), letters);
	scores.fill(0);
	scores.set(letters);
	for (const language of words.voted) {
		const at = indexOfVoted[language] as number;
		const share = (FUNCTION_WORD_WEIGHT * (words.votes[language] as number)) / Math.max(length, 2);
		scores[at] = (scores[at] as number) + share;
	}
	// "Timeout on upload": what is left besides words of trade is English more often than not.
	const borrowedShare = words.borrowed / (words.borrowed + length);
	scores[english] = (scores[english] as number) + 0.1 * borrowedShare;

	let best = -1;
	let top = 0;
	let second = 0;
	for (let at = 0; at < scores.length; at++) {
		const raw = scores[at] as number;
		// What neither letters nor words speak for is no candidate.
		if (raw === 0 && at !== english) continue;
		const score = raw + (bonus[at] as number);
		if (score > top || (score === top && (letters[at] ?? 0) > (letters[best] ?? 0))) {
			second = top;
			top = score;
			best = at;
		} else if (score > second) {
			second = score;
		}
	}
	if (best < 0) return { confidence: 0 };
	// "Hi Sam", "Azure AD": names look like Catalan or Italian; without a word of its own a language is not told.
	const isGuess =
		length <= FEW_WORDS &&
		!words.voted.some((voted) => indexOfVoted[voted] === best) &&
		!ACCENT_OR_OTHER_SCRIPT.test(head);
	if (isGuess && !BUILT_IN_LANGUAGES.has(LANGUAGES[best] ?? '')) return { confidence: 0 };
	// A clear lead counts, and so does the amount of text that it rests on.
	const lead = (top - second) / top;
	const confidence = Math.min(
		0.3 + 0.1 * length,
		0.97,
		(0.25 + 2.5 * lead) * (1 - 0.6 / (1 + length)),
	);
	const rounded = Math.round(confidence * 100) / 100;
	return rounded < (isOneWord ? LEAST_OF_ONE_WORD : MIN_CONFIDENCE)
		? { confidence: rounded }
		: { language: LANGUAGES[best], confidence: rounded };
}
