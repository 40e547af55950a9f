import { DUTCH } from './dutch';
import { ENGLISH } from './english';
import { FRENCH } from './french';
import { GERMAN } from './german';
import { MONITORING, NOTIFICATION, OFFERS, PHISHING } from './machineWords';
import { PORTUGUESE } from './portuguese';
import { SPANISH } from './spanish';
import type { NoPersonTraits } from './traits';

/**
 * Texts that no customer stands behind, besides the absence notes and bounces that cleaning knows: offers, newsletters,
 * calendars, monitors, parcels, no-reply answers. Every kind needs several traits, since customers write about all of
 * them. Six languages; read in lower case.
 */

export type NoPersonReason =
	| 'auto-reply'
	| 'bounce'
	| 'calendar'
	| 'monitoring'
	| 'newsletter'
	| 'no-reply'
	| 'notification'
	| 'phishing'
	| 'parcel'
	| 'sales-mail'
	| 'bot-greeting';

/** In front of the reason in `sentiment.flags`. */
export const NO_PERSON_FLAG = 'no-person';

/** Whether the flags of a score say that no customer stands behind the text. */
export function hasNoPerson(flags: readonly string[]): boolean {
	return flags.some((flag) => flag.startsWith(NO_PERSON_FLAG));
}

/** What a machine writes is short, and it is told by how it begins. */
const MOST_READ = 3_000;

const LANGUAGES: readonly NoPersonTraits[] = [ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, DUTCH];

/** One pattern of what all languages say. */
function inAnyLanguage(of: (language: NoPersonTraits) => RegExp | undefined, flags = ''): RegExp {
	const sources = LANGUAGES.flatMap((language) => of(language)?.source ?? []);
	return new RegExp(sources.join('|'), flags);
}

/** One pattern for each trait of a group. */
function traitsOf(group: 'noReply' | 'newsletter' | 'parcel' | 'sales'): RegExp[] {
	return Object.keys(ENGLISH[group]).map((trait) =>
		inAnyLanguage((language) => {
			const said = Object.entries<RegExp | undefined>(language[group]);
			return said.find(([name]) => name === trait)?.[1];
		}),
	);
}

const FIRST_PERSON = inAnyLanguage(({ firstPerson }) => firstPerson, 'u');
const WE = inAnyLanguage(({ we }) => we, 'u');
const CALENDAR_START = new RegExp(
	`^(?:${inAnyLanguage(({ calendarStart }) => calendarStart).source})\\s?:`,
);
const CALENDAR = inAnyLanguage(({ calendar }) => calendar);
const GREETING = new RegExp(
	`^(?:(?:${inAnyLanguage(({ hello }) => hello).source})(?!\\p{L})[^?\\n]{0,120})?` +
		`(?:${inAnyLanguage(({ howCanIHelp }) => howCanIHelp).source})[^?\\n]{0,40}\\?\\s*$`,
	'u',
);
const NO_REPLY = traitsOf('noReply');
const NEWSLETTER = traitsOf('newsletter');
const PARCEL = traitsOf('parcel');
const SALES = traitsOf('sales');

const count = (traits: readonly RegExp[], text: string): number =>
	traits.reduce((sum, trait) => sum + (trait.test(text) ? 1 : 0), 0);

/**
 * Why no customer stands behind a text; undefined when nothing speaks for it.
 * @param text subject and newly written body, as cleaned
 * @param flags of the cleaned text
 */
export function noPersonReason(text: string, flags: readonly string[]): NoPersonReason | undefined {
	if (flags.includes('auto-reply')) return 'auto-reply';
	if (flags.includes('bounce')) return 'bounce';
	if (text.length > MOST_READ) return undefined;
	const plain = text
		.toLowerCase()
		.replace(/[\u2018\u2019]/g, "'")
		.trim();
	if (CALENDAR_START.test(plain) && CALENDAR.test(plain)) return 'calendar';
	if (GREETING.test(plain)) return 'bot-greeting';
	const isPersonal = FIRST_PERSON.test(plain);
	if (!isPersonal && count(NO_REPLY, plain) >= 2) return 'no-reply';
	if (!isPersonal && !WE.test(plain)) {
		if (count(MONITORING, plain) >= 2) return 'monitoring';
		if (count(PARCEL, plain) >= 2) return 'parcel';
	}
	if (!isPersonal && count(NEWSLETTER, plain) >= 2) return 'newsletter';
	if (!isPersonal && count(NOTIFICATION, plain) >= 2) return 'notification';
	if (!isPersonal && count(PHISHING, plain) >= 3) return 'phishing';
	return count(SALES, plain) + count(OFFERS, plain) >= 3 ? 'sales-mail' : undefined;
}
