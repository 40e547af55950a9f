import { pattern } from '../../values/tables';
import type { ScoreWords } from './types';

export const DUTCH: ScoreWords = {
	turn: /maar|behalve/,
	and: /en/,
	now: /nu/,
	then: /werkt|is/,
	was: /werkte|voorheen/,
	calledOff: pattern('iu')`
		(?<!\p{L})(?:vergadering|afspraak|meeting|gesprek|demo|webinar|training|bezoek|boeking|reservering|bestelling|
		levering|uitnodiging)(?: [\p{L}\d.,:]+){0,4} (?:annuleren|afzeggen|af te zeggen|verzetten|te verzetten)(?!\p{L})
	`,
	moved: /verzetten/,
	occasion: /gesprek|afspraak|overleg/,
	our: /ons|onze/,
	ours: /abonnement|contract|licentie/,
	politeness: /beste|groet/,
};
