import { oneLine, pattern } from '../../../values/tables';
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
	notYet: pattern()`
		beloofd|beloofde|zou|zouden|zal|zodra|wanneer|zogenaamd|tot|niet|nooit|niets|waarom|voordat|hoop|
		als|zonder|gezegd|zegt
	`,
	imagined: /wat gebeurt/,
	asksMeaning: /wat betekent/,
	means: /betekent/,
	condition: /als|indien/,
	determiners: /een|het|de|ons|onze/,
	modal: /zou/,
	general: /hoe (?:kan|kunnen|moet)|kunnen we|is er een/,
	complaining: /waarom|nog steeds|sinds/,
	turn: /maar/,
	reported: /beloofd|gezegd|geschreven/,
	that: /dat/,
	forAWhile: /tot/,
	takenBack: /maar (?:nu|sinds|vandaag)|en nu|en toen|plotseling|ineens/,
	spoiled: /zou|zal|niet/,
	aside: /overigens|trouwens/,
	broughtBack: /hersteld|teruggezet/,
	asked: /verwijder\w*|wis/,
	asking: /graag|willen jullie|kunnen jullie|kunt u|te/,
	was: /was er/,
	none: /geen|nee/,
	afterTime: /na \d+ (?:dagen|maanden|jaar)/,
	ruleBefore: /zonder/,
	oath: /verdomde/,
	glad: /goed|mooi/,
	others: /van (?:een|de) klant/,
	contract: /abonnement|contract|account/,
	ofPreposition: /van|voor/,
	ofArticle: /een|onze?/,
	people: /klant\w*|gebruiker\w*|medewerker\w*/,
	when: /als|wanneer|nadat/,
	anyTime: /op elk moment|maandelijks/,
	undone: /per ongeluk|heractiveren/,
	few: /twee|drie|enkele/,
	ofOurs: /van onze /,
	seats: /licenties/,
	from: /van/,
	to: /naar/,
	trial: /proef\w*/,
};
