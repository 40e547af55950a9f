import { oneLine } from '../../values/tables';
import type { TopicWords } from './types';

export const FRENCH: TopicWords = {
	cancellation: [
		oneLine`
			(résilier|résiliation|résilions|résilie|préavis|ne pas renouveler|chez un concurrent|mettre
			fin au contrat)
		`,
		'~concurrent|concurrents|annuler|alternative',
	],
	security: [
		oneLine`
			(sécurité|rgpd|confidentialité|faille|piraté|piratage|vulnérabilité|chiffrement|fuite de
			données|données personnelles|questionnaire de sécurité|sous-traitance des données|autre
			société|autre entreprise|autre client|pas les nôtres)
		`,
	],
	billing: [
		oneLine`
			(facture|factures|facturation|facturé|facturés|facturée|paiement|paiements|remboursement|
			rembourser|remboursé|prélèvement|prélevé|prélevés|tarif|tarifs|tva|devis|remise|avoir pour|
			moyen de paiement|carte bancaire|bon de commande|note de crédit|frais de)
		`,
		oneLine`
			~licence|licences|avoir|abonnement|frais|payer|payé|prix|montant|renouvellement|argent|contrat
		`,
	],
	access: [
		oneLine`
			(connexion|connecter|reconnecter|mot de passe|mots de passe|identifiant|identifiants|
			déconnecté|déconnectés|authentification|double authentification|verrouillé|bloqué|droits
			administrateur|droits d'accès|droits d'administrateur|accès au|accès à|accès aux|compte
			utilisateur|compte bloqué|plus accès)
		`,
		'~accès|compte|utilisateur|utilisateurs|droits|rôle|rôles|inviter|invitation',
	],
	export: ['exporter|exporte|exportation|exportations', '~télécharger|téléchargement'],
	sync: [
		'synchronisation|synchro|synchronise|synchronisée|synchronisés|synchroniser|connecteur',
		'aucune commande',
		'~sage|transfert|transmet',
	],
	integration: [
		oneLine`
			(intégration|intégrations|intégrer|api|webhook|automatisation|automatisations|interface
			comptable|connexion api|clé api|relier notre|connecter notre|connecter la boutique|connecter
			la comptabilité|connecteur)
		`,
		'~connecter|relier|liaison|jeton',
	],
	notifications: [
		oneLine`
			(notification|notifications|rappels|rappel automatique|newsletter|récapitulatif quotidien|
			résumé quotidien|plus de mails|courriels automatiques|e-mails automatiques)
		`,
		'~e-mails|e-mail|courriel|courriels|mail|mails|alerte|alertes|rappel|récapitulatif|résumé',
	],
	performance: [
		oneLine`
			(lent|lente|lents|lentes|lenteur|lenteurs|performance|performances|plante|plantage|rame|
			ralentit|ralentissement|ralentissements|fige|vitesse|retards|temps de chargement|temps de
			réponse|mouline)
		`,
		'~secondes|minutes|chargement|charge|minute|rapide|attendre|délais|retards',
	],
	outage: [
		oneLine`
			(panne|pannes|interruption|coupure|indisponible|indisponibilité|inaccessible|maintenance|hors
			service|page de statut|en panne|tout est arrêté|plus rien ne fonctionne)
		`,
		'~503|incident|arrêt',
	],
	import: [
		'importer|importe|importation|importations|importé',
		'(téléverser|téléversement)',
		'~migration',
	],
	data: [
		oneLine`
			(rapport|rapports|statistiques|sauvegarde|sauvegardes|indicateurs|corbeille|doublons|
			restaurer|récupérer|disparu|disparue|disparues|disparus|écrasé|écrasées|tableau de bord|
			tableaux de bord|chiffre d'affaires|perte de données|tout est là|chiffres faux)
		`,
		'~chiffres|calcul|calculé|tableau|stock|supprimé|perdu|total|filtre|historique|données',
	],
	mobile: ['(application mobile|appli mobile|téléphone portable)', '~app|appli'],
	ui: [
		oneLine`
			(bouton|boutons|menu|menus|ergonomie|affichage|clics|accessibilité|police|traduction|coquille|
			mise en page|interface utilisateur|nouvelle interface|où est passé|où se trouve|mode sombre|
			nouvel éditeur)
		`,
		'~interface|écran|colonne|colonnes|filtre|page|tri|trier|calendrier|champ|imprimer|confus',
	],
	support: [
		oneLine`
			(relance|ma demande|notre demande|aucune réponse|pas de réponse|personne ne répond|service
			client|votre support|interlocuteur|interlocutrice|réclamation|chatbot|votre robot|un humain)
		`,
		'~ticket|réponse|support|rappeler|historique',
	],
	'feature request': [
		oneLine`
			(suggestion|suggestions|fonctionnalité|fonctionnalités|feuille de route|serait utile|serait
			bien|serait pratique|modification en masse|mode hors ligne|toujours prévu|est-il prévu)
		`,
		'~prévu|souhait|bémol',
	],
	question: ['(comment puis-je|comment faire|comment peut-on)'],
};
