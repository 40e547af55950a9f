import { pattern } from '../../values/tables';
import type { ScoreWords } from './types';

export const ENGLISH: ScoreWords = {
	turn: /but|however|until|except|although|though/,
	and: /and/,
	now: /now/,
	then: /it|we|the|i|nothing|every\w*|all/,
	was: /used to|worked|ran|before/,
	calledOff: pattern('iu')`
		\b(?:cancel|canceling|cancelling|call off|postpone|reschedule|rebook)(?: [\p{L}'’]+){0,3}[ ]
		(?:meeting|appointment|call|demo|webinar|training|session|visit|lunch|interview|booking|
		reservation|order|delivery|job|run|event|invite|invitation)s?(?![\p{L}-]| cent)
	`,
	moved: /postpone|reschedule|rebook/,
	occasion: /review|call|visit|meeting|set-?up|training|session|demo|update/,
	our: /our|my|the/,
	ours: /subscription|account|contract|plan|licen[cs]e|service|membership/,
	politeness: pattern()`
		hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|thanks|thank you|many thanks|best|
		regards|kind regards|cheers|sincerely
	`,
};
