import { NO_PERSON_FLAG } from '../score/noPerson/noPersonReason';
import { shown } from '../text/shown';

/** Why a score may be wrong, as the scoring itself says by its flags. */

/** Why no customer seems to stand behind a text; absent when one does. */
export function whyNoPerson(flags: readonly string[]): string | undefined {
	const machine = flags.find((flag) => flag.startsWith(NO_PERSON_FLAG));
	if (machine === undefined) return undefined;
	const kind = shown(machine.split(':')[1]?.replaceAll('-', ' '), 40);
	return `no customer seems to stand behind the text${kind === undefined ? '' : ` (${kind})`}`;
}

/** Why a score says little of a customer's text; absent when nothing speaks against it. */
export function whyUnsure(flags: readonly string[]): string | undefined {
	const uncovered = flags.find((flag) => flag.startsWith('language-not-covered'));
	if (uncovered !== undefined) {
		const language = shown(uncovered.split(':')[1], 20);
		return `the built-in scoring does not cover the language${language === undefined ? '' : ` (${nameOfLanguage(language)})`}`;
	}
	return flags.includes('truncated') ? 'the text was too long to be read whole' : undefined;
}

let languageNames: Intl.DisplayNames | undefined;

/** "Polish" for "pl"; a code that is none as it is. */
function nameOfLanguage(code: string): string {
	languageNames ??= new Intl.DisplayNames('en', { type: 'language' });
	try {
		return languageNames.of(code) ?? code;
	} catch {
		return code;
	}
}
