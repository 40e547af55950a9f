import { pattern } from '../../values/tables';
import type { NoPersonTraits } from './traits';

export const DUTCH: NoPersonTraits = {
	firstPerson: /(?<![\p{L}'])(?:ik|mijn)(?![\p{L}'])/u,
	we: /(?<![\p{L}'])(?:wij|onze?|ons)(?![\p{L}'])/u,
	calendarStart: /geaccepteerd|geweigerd|afgewezen|voorlopig|uitnodiging/,
	calendar: pattern()`
		heeft (?:uw|je|de|deze) uitnodiging|de uitnodiging|maandag|dinsdag|woensdag|donderdag|vrijdag
	`,
	noReply: {
		address: pattern()`
			niet (?:op deze e-?mail|op dit bericht) (?:te )?(?:antwoorden|beantwoorden)|
			gelieve niet te antwoorden
		`,
		unread: /(?:mailbox|inbox|mailadres|postvak) (?:wordt|is)(?: \S+){0,3} (?:gelezen|bewaakt)/,
		automatic: /automatisch (?:verzonden|gegenereerd|bericht)/,
		left: /werkt niet (?:meer|langer)|niet langer werkzaam/,
		closed: /kantoor (?:is|zijn) gesloten/,
		cannotAnswer: /kunnen (?:uw|je) .{0,20}niet (?:verwerken|beantwoorden)/,
		askElsewhere: /\bneem contact op\b/,
		until: /\btot (?:en met )?\d/,
	},
	newsletter: {
		unsubscribe: /uitschrijven|afmelden/,
		inBrowser: /bekijk (?:deze mail )?in (?:je|uw) browser/,
		whyYou: /(?:je|u) ontvangt deze/,
		issue: /in deze editie/,
		readMore: /lees meer|meld je aan/,
	},
	parcel: {
		yours: /(?:uw|je) (?:pakket|zending|bestelling)/,
		tracking: /volgnummer|track ?& ?trace/,
		delivery: /(?:wordt|is) (?:\S+ ){0,2}(?:bezorgd|verzonden)/,
	},
	sales: {
		yourSite: /\b(?:uw|jullie) (?:web ?site|site|homepage|domain|bedrijf)\b/,
		weOffer: /wij (?:kunnen|bieden|helpen|maken|bouwen)/,
		goods: /\b(?:meer (?:klanten|bezoekers)|vindbaarheid)\b/,
		losses: /\b(?:verliest u klanten|klanten verliezen)/,
		free: /\bgratis (?:analyse|adviesgesprek|offerte)\b/,
		call: /\bkort (?:belletje|gesprek)\b/,
	},
	hello: /hoi|hallo|welkom/,
	howCanIHelp: /(?:waarmee|hoe) (?:kan ik|kunnen we)/,
};
