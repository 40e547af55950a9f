import { pattern } from '../../values/tables';
import type { NoPersonTraits } from './traits';

export const GERMAN: NoPersonTraits = {
	firstPerson: /(?<![\p{L}'])(?:ich|mich|mir|mein\w*)(?![\p{L}'])/u,
	we: /(?<![\p{L}'])(?:wir|unser\w*|uns)(?![\p{L}'])/u,
	calendarStart: /zugesagt|abgesagt|mit vorbehalt|angenommen|abgelehnt|einladung|termin abgesagt/,
	calendar: /hat die einladung|die einladung|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch/,
	noReply: {
		address: pattern()`
			antworten sie (?:bitte )?nicht auf diese|bitte nicht auf diese (?:e-?mail|nachricht) antworten
		`,
		unread: pattern()`
			(?:inbox|e-?mail account|mailbox|postfach) (?:wird|ist)(?: \S+){0,3} (?:überwacht|gelesen)|
			nicht überwachtes postfach
		`,
		automatic: pattern()`
			(?:diese|dies ist eine) (?:e-?mail|nachricht)? ?(?:wurde )?automatisch|automatisch (?:erzeugt|
			erstellt|generiert)
		`,
		left: /arbeitet nicht mehr|nicht mehr (?:bei|für) uns|unternehmen verlassen/,
		closed: /büro (?:ist|bleibt) geschlossen/,
		cannotAnswer: /nicht (?:bearbeite\w*|beantworte\w*)/,
		askElsewhere: /\b(?:wenden sie sich|kontaktieren sie)\b/,
		until: /\bbis (?:zum )?\d/,
	},
	newsletter: {
		unsubscribe: /abmelden|abbestellen|newsletter abbestell/,
		inBrowser: /im browser (?:ansehen|anzeigen|öffnen)/,
		whyYou: /sie erhalten diese/,
		issue: /in dieser ausgabe|ihr(?:e)? wöchentlich/,
		readMore: /jetzt anmelden|mehr erfahren|weiterlesen/,
	},
	parcel: {
		yours: /(?:ihr|dein) paket|ihre sendung/,
		tracking: /sendungsnummer|sendungsverfolgung/,
		delivery: /(?:wird|wurde) (?:\S+ ){0,2}(?:zugestellt|versandt)|in zustellung/,
	},
	sales: {
		yourSite: /\b(?:ihre|eure) (?:web ?site|site|webseite|homepage|domain|unternehmen)\b/,
		weOffer:
			/\b(?:wir|unser team) (?:können |bieten|helfen|erstellen|optimieren|entwickeln|steigern)/,
		goods: /\b(?:mehr (?:besucher|kunden|umsatz)|suchmaschinen\w*)\b/,
		losses: /\b(?:verlieren sie (?:kunden|umsatz)|verlieren kunden)/,
		free: /\bkostenlos\w* (?:analyse|beratung|angebot|erstgespräch)\b/,
		call: /\bkurzes (?:telefonat|gespräch)\b/,
	},
	hello: /hallo|willkommen/,
	howCanIHelp: /wie (?:kann|können) (?:ich|wir) (?:dir|ihnen|euch)? ?(?:weiter)?helfen/,
};
