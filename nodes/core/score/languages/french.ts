import { pattern } from '../../values/tables';
import type { ScoreWords } from './types';

export const FRENCH: ScoreWords = {
	turn: /mais|sauf/,
	and: /et/,
	now: /maintenant/,
	then: /on|il/,
	was: /fonctionnait|marchait|avant/,
	calledOff: pattern('iu')`
		(?<!\p{L})(?:annuler|annulez|annulons|décaler|reporter)(?: [\p{L}'’]+){0,2} (?:réunion|rendez-vous|rdv|appel|
		démo|webinaire|formation|visite|réservation|commande|livraison|invitation)(?!\p{L})
	`,
	moved: /décaler|reporter/,
	occasion: /rendu|revue|réunion|appel/,
	our: /notre|nos/,
	ours: /abonnement|contrat|compte|licence/,
	politeness: /bonjour|cordialement/,
};
