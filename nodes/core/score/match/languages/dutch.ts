import { oneLine } from '../../../values/tables';
import type { MatchWords } from './types';

export const DUTCH: MatchWords = {
	articles: 'het een de mijn onze ons deze dit dat die',
	fillers: oneLine`
		is zijn was waren wordt worden werd heeft hebben had bij met van in op voor naar sinds altijd nog
		steeds al meer alleen ook gewoon ineens plots weer nu vandaag gisteren helaas erg heel helemaal
		totaal alle alles veel er
	`,
	pronouns: 'ik wij we jullie zij ze hij',
	clauseBreaks: 'maar omdat hoewel echter',
	conjunctions: 'en of',
	conditions: 'als indien',
	negations: 'niet geen nooit zonder',
	resolutions: [
		'werkt|werken|doet weer|nu|inmiddels',
		'is|zijn|werd opgelost|verholpen|hersteld',
		'probleem|storing opgelost|verholpen|voorbij',
		'ticket mag|kan gesloten|dicht',
	],
	praise: ['(hartelijk|heel erg) bedankt voor', 'geweldige|goede service|tool|support|product'],
	calm: ['niet dringend|urgent|erg', 'geen haast|spoed'],
	content: [
		'geen|zonder (enkel|enige)? probleem|problemen|klachten|storing|storingen',
		'loopt|werkt perfect|prima|soepel|vlekkeloos|uitstekend',
		'niets te klagen',
		'nooit teleurgesteld',
	],
	notYet:
		'beloofd|beloofde|zou|zouden|zal|zodra|wanneer|zogenaamd|tot|niet|nooit|niets|waarom|voordat|hoop|als|zonder|gezegd|zegt',
};
