import { BUILT_IN_LANGUAGES, detectLanguage } from '../language/detectLanguage';
import { withoutPaths } from '../text/addresses';
import { tokensOf, type TextTokens } from '../text/tokens';
import { cutText, type CutText } from './match';

/** A text as all that score it read it: cut once, and its language told once. */
export interface ReadText {
	/** As long as the text given; web addresses end at their host. */
	text: string;
	tokens: TextTokens;
	cut: CutText;
	/** ISO 639-1; absent where it cannot be told. */
	language?: string;
	/** 0–1. */
	languageConfidence: number;
	/** Whether the built-in words are written in it; so they may be where it cannot be told. */
	isCovered: boolean;
}

export function readText(given: string): ReadText {
	const text = withoutPaths(given);
	const tokens = tokensOf(text);
	const { language, confidence } = detectLanguage(text, tokens);
	return {
		text,
		tokens,
		cut: cutText(tokens),
		language,
		languageConfidence: confidence,
		isCovered: language === undefined || BUILT_IN_LANGUAGES.has(language),
	};
}
