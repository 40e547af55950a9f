import type { NoPersonTraits } from './traits';

export const FRENCH: NoPersonTraits = {
	firstPerson: /(?<![\p{L}'])(?:je|j'ai|mon|ma|mes)(?![\p{L}'])/u,
	we: /(?<![\p{L}'])(?:nous|notre|nos)(?![\p{L}'])/u,
	calendarStart: /accepté|acceptée|refusé|refusée|provisoire|invitation|invitation mise à jour/,
	calendar: /a accepté|a refusé|(?:cette|la) invitation|lundi|mardi|mercredi|jeudi|vendredi/,
	noReply: {
		address: /(?:merci de )?ne pas répondre à ce/,
		unread: /boîte n'est(?: \S+){0,3} (?:consultée|lue)/,
		automatic: /message automatique|généré automatiquement/,
		left: /ne travaille plus|a quitté (?:la société|l'entreprise)/,
		closed: /bureaux? (?:sont|seront) fermés?/,
		cannotAnswer: /ne pouvons pas traiter/,
		askElsewhere: /\bveuillez (?:contacter|écrire)\b/,
		until: /jusqu'au/,
	},
	newsletter: {
		unsubscribe: /se désabonner|désinscri/,
		inBrowser: /(?:voir|afficher|ouvrir) dans (?:le|votre) navigateur/,
		whyYou: /vous recevez (?:cet|ce)/,
		issue: /dans ce numéro/,
		readMore: /en savoir plus|inscrivez-vous/,
	},
	parcel: {
		yours: /votre (?:colis|livraison)/,
		tracking: /numéro de suivi|suivre (?:votre|le) colis/,
		delivery: /(?:a été|sera) (?:\S+ ){0,2}(?:livré|expédié)/,
	},
	sales: {
		yourSite: /\bvotre (?:web ?site|site|domain|entreprise)\b/,
		weOffer: /nous (?:pouvons|proposons|offrons|créons|aidons)/,
		goods: /\b(?:plus de (?:trafic|clients)|référencement)\b/,
		losses: /\bperdez(?:-vous)? des (?:clients|ventes)/,
		free: /\b(?:audit|devis) gratuit\b/,
		call: /\bcourt appel\b/,
	},
	hello: /bonjour|bienvenue/,
	howCanIHelp: /comment (?:puis-je|pouvons-nous) vous aider/,
};
