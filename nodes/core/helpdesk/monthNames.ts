/**
 * The languages of Zendesk's agents whose dates are written with words; the others' dates are numbers, or
 * numbers between characters. Source: support.zendesk.com, "Zendesk language support by product".
 */
const LANGUAGES =
	'en de fr es pt nl it ca da sv nb fi is pl cs sk sl hr sr sr-Latn bg ro hu tr ru uk el et lv lt he ar fa hi th vi id ms fil af cy eu gl ga ka hy az kk';

/** Months are told by three letters or more: "Mär" and "März", "Sept" and "September". */
const MIN_LETTERS = 3;

let names: readonly string[] | undefined;

/** Whether a word is the name of a month in any of the languages, whole or abbreviated. */
export function isMonthName(word: string): boolean {
	names ??= allNames();
	const plain = plainWord(word);
	return names.some(
		(name) => name === plain || (plain.length >= MIN_LETTERS && name.startsWith(plain)),
	);
}

/** As they stand in a date (Polish "listopada") and, by prefix, as they stand alone. */
function allNames(): string[] {
	const all = new Set<string>();
	for (const language of LANGUAGES.split(' ')) {
		for (const month of ['long', 'short'] as const) {
			const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
				day: 'numeric',
				month,
				timeZone: 'UTC',
			});
			for (let index = 0; index < 12; index++) {
				const parts = format.formatToParts(Date.UTC(2026, index, 1));
				all.add(plainWord(parts.find(({ type }) => type === 'month')?.value ?? ''));
			}
		}
	}
	// A language whose short months are numbers.
	return [...all].filter((name) => /\p{L}/u.test(name));
}

/** Lower case, without accents and dots. */
function plainWord(word: string): string {
	return word
		.normalize('NFD')
		.replace(/[\p{Mn}.]/gu, '')
		.toLowerCase();
}
