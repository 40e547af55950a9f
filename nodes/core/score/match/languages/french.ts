import { oneLine, pattern } from '../../../values/tables';
import type { MatchWords } from './types';

export const FRENCH: MatchWords = {
	articles: oneLine`
		le la les l un une des du de d mon ma mes notre nos votre vos ce cet cette ces son sa ses
	`,
	fillers: oneLine`
		est sont etait etaient a ont avait avons avez ai ete en dans sur pour avec chez y toujours encore
		deja tout toute tous toutes tres vraiment completement totalement maintenant aujourd'hui hier
		depuis meme tres trop plus ne n que qu qui se s m me t te soudainement apparemment
	`,
	pronouns: 'je j nous vous ils elles elle il on',
	clauseBreaks: 'mais cependant pourtant donc',
	conjunctions: 'et ou',
	conditions: 'si',
	negations: 'pas jamais aucun aucune sans ni',
	resolutions: [
		'fonctionne|marche (a nouveau|maintenant|de nouveau|bien maintenant|parfaitement)',
		'refonctionne|remarche',
		'est|ete|sont resolu|regle|corrige|resolue|reglee|corrigee',
		'probleme|souci|bug resolu|regle|corrige',
		'tout est rentre dans l ordre',
		'vous pouvez clore|fermer',
	],
	praise: ['merci beaucoup pour', 'excellent|super travail|service|outil|produit'],
	calm: ['rien d urgent', 'pas urgent|presse|grave|pressant', 'quand vous aurez le temps'],
	content: [
		'aucun problème|souci|plantage|bug',
		'sans (aucun|le moindre)? problème|souci|accroc|encombre',
		'rien à redire',
		'jamais déçu|déçus|déçue',
		'tout fonctionne|marche bien|parfaitement|nickel',
	],
	notYet: pattern()`
		promis\w*|cens\w+|devait|devrait|serait|sera|soi-disant|quand|lorsque|des que|si|jamais|pas|rien|
		pourquoi|avant|esper\w+|merci de|veuillez|sans|annonc\w+
	`,
	imagined: /que se passe|qu'arrive/,
	asksMeaning: /que signifie/,
	means: /signifie/,
	condition: /si/,
	determiners: /le|la|les|l'|un|une/,
	modal: /pourrait/,
	general: /comment (?:puis|peut|faire|on)|est-ce qu|est-il possible/,
	complaining: /pourquoi|encore|toujours|depuis/,
	turn: /mais/,
	reported: /promis|dit|ecrit/,
	that: /que|qu/,
	forAWhile: /jusqu/,
	takenBack: pattern()`
		mais (?:maintenant|depuis|aujourd|la)|et maintenant|puis (?:plus|tout|soudain)|soudain
	`,
	spoiled: /pas|sera|serait/,
	aside: /par ailleurs|au fait/,
	broughtBack: /restaur|récup/,
	asked: /supprim\w*|effac\w*/,
	asking: /svp|veuillez|pouvez vous|de/,
	was: /il n'y a/,
	none: /aucune?|non/,
	afterTime: /apres \d+ (?:jours|mois|ans)/,
	ruleBefore: /sans/,
	oath: /putain/,
	glad: /bien|bon/,
	others: /client|du client|d'un/,
	contract: /compte|contrat/,
	ofPreposition: /de|d'/,
	ofArticle: /un\w*|la|le/,
	people: /utilisateur|clien\w*/,
	when: /si|quand|lorsque|apres/,
	anyTime: /a tout moment/,
	undone: /par erreur|reactiver/,
	part: /comptes invites/,
	few: /deux|trois|quelques/,
	ofOurs: /de nos /,
	seats: /licences/,
	from: /de/,
	to: /a/,
	trial: /essai/,
};
