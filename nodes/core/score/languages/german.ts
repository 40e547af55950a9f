import { pattern } from '../../values/tables';
import type { ScoreWords } from './types';

export const GERMAN: ScoreWords = {
	turn: /aber|bis(?! (?:jetzt|heute|dato|dahin))|nur/,
	and: /und/,
	now: /jetzt/,
	then: /geht|ist|kommt|kann/,
	was: /lief|funktionierte|früher|vorher/,
	calledOff: pattern('iu')`
		(?<!\p{L})(?:termin|treffen|besprechung|meeting|anruf|call|demo|webinar|schulung|buchung|reservierung|
		bestellung|lieferung|einladung)(?: [\p{L}\d.,:]+){0,4} (?:ab|absagen|abzusagen|stornieren|zu stornieren|
		verschieben|zu verschieben)(?!\p{L})
	`,
	moved: /verschieben/,
	occasion: /gespräch|termin|treffen|besprechung|schulung/,
	our: /unser\p{L}*|mein\p{L}*/u,
	ours: /abo|abonnement|vertrag|konto|lizenz/,
	politeness: /hallo|guten tag|sehr geehrte|mit freundlichen/,
};
