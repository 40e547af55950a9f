/**
 * The languages of Zendesk's agents, whose dates may be written with words.
 * Source: support.zendesk.com, "Zendesk language support by product".
 */
const LANGUAGES =
	'en de fr es pt nl it ca da sv nb fi is pl cs sk sl hr sr sr-Latn bg ro hu tr ru uk el et lv lt he ar fa hi th vi id ms fil af cy eu gl ga ka hy az kk';

type Unit = 'month' | 'weekday';
/** Fewer letters begin too many words: "Mär" and "März", "Sept" and "September". */
const MIN_LETTERS = 3;

const names = new Map<Unit, ReadonlySet<string>>();

/** Whether a word is the name of a month in any of the languages, whole or abbreviated. */
export function isMonthName(word: string): boolean {
	return isNameOf('month', word);
}

/** Whether a word is the name of a day of the week. */
export function isWeekdayName(word: string): boolean {
	return isNameOf('weekday', word);
}

function isNameOf(unit: Unit, word: string): boolean {
	const known = names.get(unit) ?? namesOf(unit);
	names.set(unit, known);
	const plain = plainWord(word);
	if (known.has(plain)) return true;
	return plain.length >= MIN_LETTERS && [...known].some((name) => name.startsWith(plain));
}

/** As they stand in a date: Polish "listopada", not "listopad". */
function namesOf(unit: Unit): Set<string> {
	const all = new Set<string>();
	for (const language of LANGUAGES.split(' ')) {
		for (const form of ['long', 'short'] as const) {
			const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
				day: 'numeric',
				month: unit === 'month' ? form : 'long',
				...(unit === 'weekday' && { weekday: form }),
				timeZone: 'UTC',
			});
			for (let index = 0; index < 12; index++) {
				const date = Date.UTC(2026, index, 1 + index);
				const name = format.formatToParts(date).find(({ type }) => type === unit)?.value ?? '';
				// In some languages short months are numbers.
				if (/\p{L}/u.test(name)) all.add(plainWord(name));
			}
		}
	}
	return all;
}

/** Lower case, without accents and dots. */
function plainWord(word: string): string {
	return word
		.normalize('NFD')
		.replace(/[\p{Mn}.]/gu, '')
		.toLowerCase();
}
