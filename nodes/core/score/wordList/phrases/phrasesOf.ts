import * as dutch from './dutch';
import * as english from './english';
import * as french from './french';
import * as german from './german';
import * as portuguese from './portuguese';
import * as spanish from './spanish';

/** The languages the default list is written in. A text is looked up in all of them at once. */
export const LANGUAGES = { english, german, french, spanish, portuguese, dutch } as const;

export type PhraseGroup = keyof typeof english;

/** One signal's phrases in all languages, English first. */
export function phrasesOf(group: PhraseGroup): string[] {
	return Object.values(LANGUAGES).flatMap((language) => [...language[group]]);
}

/** Compared letter by letter and never as misspelt English: the languages' own words are too close to each other. */
export const FOREIGN_PHRASES: ReadonlySet<string> = new Set(
	Object.entries(LANGUAGES).flatMap(([name, groups]) =>
		name === 'english' ? [] : Object.values(groups).flat(),
	),
);
