import { oneLine } from '../../../values/tables';

/** French phrases per default signal; read english.ts first. Accents are folded, "l'", "d'" and "n'" are words of their own. */

const DO = oneLine`
	exporter|importer|enregistrer|sauvegarder|charger|ouvrir|télécharger|créer|supprimer|modifier|
	envoyer|imprimer|afficher|générer|synchroniser|accéder|valider|publier|partager|ajouter|consulter|
	utiliser|travailler|facturer|finaliser|lancer|voir|récupérer|inviter|planifier
`;
const DATA = oneLine`
	données|contacts|tâches|fichiers|projets|rapports|documents|dossiers|historique|tickets|commandes|
	clients|factures|messages|notes|enregistrements|réservations|informations|modèles|pièces
`;
const PARTNERS =
	'synchronisation|synchro|intégration|connecteur|connexion|api|webhook|webhooks|import|interface|salesforce|hubspot|flux';

export const coreWorkflow: readonly string[] = [
	oneLine`
		(n arrive pas|n arrivons pas|n arrive plus|n arrivons plus) exporter|importer|enregistrer|ouvrir|
		télécharger|créer|envoyer|travailler|accéder|connecter
	`,
	'reste|restent bloqué|bloquée|bloqués|vide|figé|blanche',
	'(depuis la|depuis votre) (dernière mise à jour|mise à jour|migration)',
	oneLine`
		fonctionne|fonctionnent|marche|marchent|charge|ouvre|enregistre|répond|affiche|démarre|exporte|
		envoie|envoient|aboutit|sauvegarde pas|plus|jamais
	`,
	`impossible|incapable|incapables ${DO}`,
	`arrive|arrivons|arrivent|parviens|parvient|parvenons|peux|peut|pouvons|peuvent pas|plus ${DO}`,
	oneLine`
		pas enregistré|enregistrée|enregistrées|envoyé|envoyés|envoyées|reçu|chargé|pris|prise|appliqué|
		appliquées|généré|affiché|mis|exporté|distribués
	`,
	'recevons|reçois plus aucun|aucune|rien',
	'plus rien|aucun|aucune ne|fonctionne|marche|mail|notification|commande|réponse',
	'rien ne fonctionne|marche|se passe',
	'il ne se passe rien',
	'ne passe|passent pas|plus',
	'en panne|cassé|hs',
	'cassé|cassée|cassés|buggé|inutilisable|inutilisables',
	'a|est|ont|application|site|logiciel planté|plantée',
	'plante|plantent|plantage|plantages|bug bloquant|crashe|crash',
	'bloqué|bloquée|bloqués|figé|figée|gelé sur|depuis|à|en|au|reste|reste',
	'erreur|erreurs à|chaque|lors|systématique|constante|permanente|permanentes|depuis|500|interne|récurrente',
	'message d erreur',
	'page|écran|fichier|rapport|export blanche|blanc|vide|noir',
	'échoue|échouent|échoué|échec',
	'tourne en rond|boucle',
	'charge|chargement sans fin|infini|indéfiniment|interminable',
	'perdu|perdus|perds tout|mon|notre|heures|travail|modifications',
	'toujours le même|aussi problème|bug|erreur',
	'problème|bug|erreur persiste|persistent|revient|continue|recommence',
	'gros|grave|énorme|sérieux|majeur problème|bug|dysfonctionnement|souci',
	'dysfonctionnement|dysfonctionnements',
	'a|ont cessé|arrêté de fonctionner',
];

export const integration: readonly string[] = [
	'(synchronisation|synchro|intégration|connexion|api|webhook|import) en panne|erreur|échec',
	'doublons|doublon (créés|partout|à chaque|dans)',
	'(reconnecter|reconnexion) (chaque|plusieurs fois|sans cesse|constamment)',
	`${PARTNERS} fonctionne|marche|passe|synchronise pas|plus`,
	`${PARTNERS} cassée|cassé|interrompue|arrêtée|arrêté|échoue|échoué|bloquée|bloqué|coupée|plante|hs|perdue|rompue`,
	'synchronisent|synchronise|remontent|remonte|synchronisés|synchronisées|transmis|transmises pas|plus',
	'api renvoie|retourne|répond erreur|erreurs|500|502|503|rien',
	'erreur 500|502|503|504',
];

export const dataIntegrity: readonly string[] = [
	'(plus confiance|aucune confiance) (aux chiffres|dans les chiffres|aux données|dans les données)',
	'où (sont passées|sont passés|est passé|sont) (données|fichiers|projets|nos)',
	oneLine`
		${DATA}|tout disparu|disparues|perdu|perdus|perdues|effacé|effacés|effacées|supprimé|supprimés|
		supprimées|écrasées|corrompues|corrompus|disparaissent|envolées
	`,
	`${DATA} manquent|manquants|manquantes|introuvables`,
	'a|ont|tout|soudainement disparu',
	'perte|pertes de données',
	oneLine`
		chiffres|données|totaux|montants|rapports|rapport|résultats|statistiques|calculs|soldes|tableau|
		valeurs faux|fausses|erronés|erronées|incorrects|incorrectes|incohérents|incohérentes|différents|
		inexacts|aberrants
	`,
	'chiffres|totaux|montants|données|soldes correspondent|concordent|collent pas|plus',
	'mauvais|faux|fausses|mauvaises chiffres|données|montants|résultats|destinataires|clients|valeurs|prix',
	'plus faire confiance',
	'comptés|comptées|comptabilisés deux fois|double',
];

export const billing: readonly string[] = [
	oneLine`
		(prélèvement|prélèvements|frais|facture|factures|montant|hausse|augmentation) injustifié|
		injustifiée|injustifiés|erroné|erronée|inattendu|abusif|abusive|incorrect|incorrecte|fausse
	`,
	'prélèvement|frais non autorisé|autorisés|justifié',
	'(erreur|erreurs) (de facturation|sur la facture|sur ma facture|sur notre facture)',
	'(hausse|augmentation) (de prix|du prix|des prix|tarifaire|de tarif) sans|inacceptable|injustifiée',
	'beaucoup trop cher',
	'trop cher pour',
	'(renouvelé|reconduit) (sans accord|sans prévenir|sans notre|malgré)',
	'facturé|facturés|prélevé|prélevés|débité|débités|facturée deux|double|tort|trop|encore|alors|malgré|sans|plus fois',
	'double|mauvaise|fausse facturation|prélèvement|facture',
	'facture|factures introuvable|introuvables|manquante|fausse|erronée|incorrecte',
	'trouve|trouver|reçu|télécharger pas|plus|jamais|impossible facture|factures|remboursement',
	'remboursement|rembourser|remboursé|remboursés toujours|jamais|attends|attend|exige|demande|exigeons|immédiat|refusé|attendons|pas',
	'exige|veux|voulons|demande|exigeons un|le|mon|notre remboursement',
	'malgré résiliation',
	'arnaque|escroquerie|vol|voleurs',
	'hors de prix',
	'conteste|contestons facture|prélèvement|montant|cette',
];

export const annoyance: readonly string[] = [
	'(met|prend) (des heures|trop de temps|des minutes|longtemps)',
	'pas clair|intuitif',
	'peu clair|pratique|intuitif',
	'confus|confuse|compliqué|compliquée|déroutant',
	'lent|lente|lents|lenteur|lenteurs|ralentissements',
	'trouve|trouvons pas',
	'agaçant|agacé|pénible|énervant|embêtant|gênant|ennuyeux',
	'petit bug|souci|problème',
	'pas idéal|pratique|terrible|top|ergonomique',
	'dommage que',
];

export const urgency: readonly string[] = [
	'urgent|urgente|urgence|urgemment',
	'au plus vite',
	'dès que possible',
	'le plus rapidement possible',
	'immédiatement|sans délai',
	'dans les plus brefs délais',
	'avant ce soir|demain|midi',
];

export const threatToLeave: readonly string[] = [
	'(passer|partir|aller|migrer|passons) (chez un concurrent|à la concurrence|vers un autre|vers une autre|chez un autre|ailleurs)',
	'(mettre|mettrons|mettons) fin à la collaboration',
	'résilier|résilie|résilions|résiliation immédiate|immédiatement',
	oneLine`
		allons|vais|envisageons|envisage|souhaitons|souhaite|veux|voulons|compte|comptons|pensons résilier|
		partir|quitter|arrêter|changer|annuler
	`,
	'changer|changement|changeons de fournisseur|prestataire|solution|outil|logiciel|crémerie|éditeur',
	'concurrent|concurrents|concurrence propose|fait|proposent|regarder|étudier|contacté|contactés|mieux',
	oneLine`
		autre|autres|alternative|alternatives solution|solutions|prestataire|prestataires|fournisseur|
		outils|cherchons|étudions|recherche|évaluer
	`,
	'cherchons|cherche|étudions|évaluons|regardons|recherchons une|des|autre|ailleurs alternative|alternatives|solution|solutions',
	'voir|aller|regardons|regarde ailleurs',
	'comment défendre|justifier',
	'pas|plus recommander|recommande',
	'perdu|perdons|perds|perdre confiance|patience',
	'patience a des|est à limites|bout',
	'goutte d eau',
	'regrette|regrettons notre|choix|avoir|d',
	'perdre un|votre|comme client',
	'dernière chance|avertissement|relance avant',
];

export const legal: readonly string[] = [
	'(notre|mon|nos) avocat|avocats|juriste',
	'(service juridique|avocat|huissier) saisi|contacté|mandaté|transmis',
	'notre|mon|nos|mes avocat|avocats|juriste',
	'action|actions|poursuites|voie|recours|suites en justice|judiciaires|judiciaire|juridique|juridiques',
	'mise en demeure',
	'dommages et intérêts',
	'préjudice subi|dédommagement|indemnisation',
	'rupture|violation|non-respect|manquement du|de|contrat|rgpd|contractuel|vos obligations',
	'cnil|dgccrf|répression des fraudes',
	'réclamation officielle|formelle',
];

export const security: readonly string[] = [
	'(données|informations|dossiers|factures|noms) (d un autre|d autres|d une autre) client|clients|entreprise|entreprises|société',
	'accès (non autorisé|non autorisés|frauduleux|suspect|suspecte)',
	'anciens|désactivés (salariés|employés|utilisateurs) (accèdent|accès|encore|peuvent)',
	'(salariés|employés|utilisateurs) désactivés (accèdent|accès|encore|peuvent)',
	'fuite|fuites de données',
	'faille|incident|violation de|sécurité|données',
	'piratage',
	'compte|comptes|données|été|système piraté|piratée|piratés|hacké|compromis|compromise|compromises',
	'vois|voit|voyons|accès|accéder données|factures|dossiers|informations autre|autres client|clients|entreprise|sociétés',
];

export const outage: readonly string[] = [
	'(toute|toutes) (équipe|équipes|entreprise|société) (bloquée|bloquées|arrêt|à l arrêt|touchée)',
	'tous (utilisateurs|salariés|collaborateurs|clients) (bloqués|touchés|impactés)',
	'personne ne peut|arrive',
	'en panne|hors service',
	'panne|pannes générale|totale|complète|depuis|encore|nouvelle|majeure|de service',
	'site|serveur|plateforme|application|système|service|logiciel|outil|boutique inaccessible|indisponible|hors|down|planté|injoignable|mort',
	'inaccessible|indisponible depuis|pour|totalement|complètement|encore|à',
	'à l arrêt',
	'personne ne|peut|arrive travailler|connecter|accéder',
	'équipe|équipes|activité|production|entreprise bloquée|bloquées|paralysée|arrêt|arrêtée',
	'paralysé|paralysée|paralysés',
];

export const impact: readonly string[] = [
	'(plaintes|appels) (de nos clients|des clients|de clients)',
	oneLine`
		(ne pouvons|ne peut|ne peux) (plus travailler|pas travailler|plus facturer|pas facturer|plus livrer|
		plus expédier|plus payer|plus avancer)
	`,
	'(échéance|date limite|délai|clôture) (raté|ratée|dépassé|dépassée|menacée)',
	'perte de temps',
	'perdre|perdu du temps',
	oneLine`
		clients|client|utilisateurs|patients|salariés|équipes plaignent|plaint|mécontents|mécontent|furieux|
		attendent|appellent|impactés|énervés|perdus|partent
	`,
	'perdons|perdu|perd|coûte|coûtent|perte argent|chiffre|clients|ventes|heures|commandes|temps|fortune|journée',
	'bloque|bloquent|bloquant|bloqués notre|nos|tout|toute|l|activité|équipe|pour nous',
	'direction|patron|directeur|commissaire|pdg|dg attend|demande|furieux|furieuse|exige|mécontent|mécontente|réclame',
	'honte|ridicules|ridicule|embarrassant|image devant|auprès|nous|clients|très|de',
	'à la main',
	'manuellement|ressaisir|refaire tout|toutes|chaque|ressaisir|saisir',
	'journée|heures|journées|semaine perdue|perdues|perdu|passées|passé à',
	'salaires|paie|paies faux|fausses|bloqués|retard|bloquée|impactée',
];

export const repeatedContact: readonly string[] = [
	'personne ne (répond|rappelle|réagit|aide|s en occupe)',
	'personne n a (répondu|rappelé|réagi)',
	'toujours aucune|pas (notification|notifications|nouvelles|mail|réponse|solution)',
	'encore (en panne|planté|cassé|faux|une erreur|un bug|le même)',
	'(ticket|demande|dossier) (fermé|clôturé|clos|fermée) (sans|alors que)',
	oneLine`
		deuxième|troisième|quatrième|cinquième|sixième|énième|dixième|3ème|4ème|5ème|3e|4e|5e fois|message|
		mail|relance|demande|ticket|appel|semaine|panne
	`,
	'plusieurs|maintes|nombreuses|multiples|trois|quatre|cinq|dix fois|relances|reprises|mails|appels|tickets|messages',
	'déjà signalé|relancé|écrit|contacté|demandé|expliqué|appelé|ouvert|envoyé',
	'attends|attendons|attente|attend|attendu depuis|toujours|encore|des|une|plus',
	'depuis des|plusieurs|deux|trois|quatre|cinq|plus|une|bientôt|presque jours|semaines|mois|heures|semaine',
	'sans|aucune|aucun|pas|toujours réponse|retour|nouvelle|nouvelles|solution|suite|explication|résultat|réaction',
	'toujours pas|aucune|aucun|rien|sans|en attente',
	'personne ne répond|rappelle|réagit|nous aide',
	'jamais répondu|rappelé|résolu|corrigé|eu|reçu',
	'pas résolu|réglé|corrigé|répondu|traité|réparé|rappelé',
	'encore une fois',
	'il y a quelqu un',
	'jusqu à quand',
	'rien n a bougé|changé|est résolu',
	'courir après',
	'en sommes nous',
	'une fois de plus',
	'à chaque fois',
	'tous les jours|matins',
	'quand sera|serez|allez|pensez|aurons|est-ce|comptez résolu|réglé|corrigé|vous|nous|enfin|une|que',
	'combien de temps|fois encore|faut',
	'même réponse|problème|erreur|réponses encore|toujours|fois|automatique',
	'sommes|suis|été|être|sentons|sens ignoré|ignorés|ignorée|ignorées',
	'baladé|baladés',
	'promis|promesse|promesses mais|non|toujours|rien|tenue|tenues|était',
];

export const poorSupport: readonly string[] = [
	'pas (lu|aidé|compris|écouté|écoutés|pris au sérieux)',
	'(parler|échanger) (à un responsable|avec un responsable|à un humain|avec un humain|à quelqu un|à votre supérieur)',
	'(un|votre) (responsable|supérieur) (me rappelle|nous rappelle|rappelle)',
	'(payons|paye|paie) (cher|pour rien|pour un service|pour ça)',
	'pourquoi payons|paye|paie',
	'pas ce que|qui vous|nous|était promis|vendu|avait promis',
	'(renvoyé|renvoyés|baladé) (d un service|de service|d un interlocuteur|à l autre)',
	'(se moque|vous moquez|se fout) (de nous|du monde|de moi)',
	'(aucune|manque de|zéro) aide|considération|communication|transparence|réactivité|respect|suivi',
	oneLine`
		support|service|assistance|sav|accompagnement|communication|hotline nul|nulle|déplorable|lamentable|
		inexistant|incompétent|catastrophique|médiocre|mauvais|injoignable|désastreux|inefficace|décevant|
		scandaleux|pitoyable|aux abonnés absents
	`,
	'mauvais|pire|piètre|médiocre support|service|assistance|sav|client',
	'réponse|réponses toute|type|générique|génériques|robot',
	'copier coller',
	'ce n est pas ma question',
	'lisez mon|le|l message|mail|historique|dossier',
	'escalade|escalader|remonter à|ce|le|problème',
	'pourquoi payons|paye|payer|paie',
	'merci pour rien',
	'fidèle|fidèles client|clients',
];

export const frustration: readonly string[] = [
	oneLine`
		frustré|frustrée|frustrés|frustrant|frustrante|frustration|exaspéré|exaspérée|exaspérés|exaspérant|
		excédé|excédés|agacement|énervé|énervés
	`,
	'furieux|furieuse|en colère|scandalisé|scandalisés|outré|outrés|révolté|choqué|choqués|choquant|indigné|consterné|consternés',
	'déçu|déçue|déçus|décevant|décevante|déception|mécontent|mécontents|mécontente|insatisfait|insatisfaits|insatisfaction',
	oneLine`
		inacceptable|inadmissible|intolérable|scandaleux|scandaleuse|lamentable|déplorable|honteux|honteuse|
		honte|ridicule|aberrant|inouï|incroyable|insupportable|indigne|pitoyable|grotesque|absurde|
		ahurissant
	`,
	'catastrophe|catastrophique|cauchemar|désastre|merde|pourri|pourrie|horrible|affreux|enfer|calvaire|foutage|galère',
	'pas acceptable|normal|sérieux|professionnel|satisfait|satisfaits|satisfaisant|content|contents|possible de|digne|tolérable',
	'ras le bol',
	'marre de|du|que|plus|vraiment|commence|avons|en ai',
	'en ai|avons assez|marre',
	'ça suffit',
	'assez de|attendre',
	'plus possible',
	'à bout',
	'comment est il|ce possible',
	'comprends|comprenons|compréhensible pas comment|pourquoi|que',
	'mieux|plus attendais|attendions|attendu|attendait',
	'attendais|attendions à mieux',
	'exige|exigeons|attends|attendons une|des explication|explications|réponse|immédiate|solution',
	'avec tout le respect',
	'laisse|laissent à désirer',
	'de pire en pire|mal',
	'n importe quoi',
	'une blague|plaisanterie|farce',
	'plaisanterie|sérieusement a|assez|ou quoi',
	'bravo|félicitations pour|encore|vraiment',
	'peu fiable|pas fiable|instable',
	'inquiet|inquiète|inquiets|inquiétant|préoccupant|alarmant très|vivement|vraiment|nous|c est',
	'désespéré|désespérés|désespérant|désemparé|désemparés|dépité|dépités|lassé|lassés',
	'perte|gaspillage de temps',
];

export const access: readonly string[] = [
	oneLine`
		(impossible de|n arrive pas à|n arrivons pas à|n arrive plus à|n arrivons plus à|peux plus|
		pouvons plus) (me connecter|nous connecter|connecter|accéder|identifier)
	`,
	'(connexion|mot de passe|accès|authentification) (impossible|refusé|refusée|bloqué|bloquée|ne marche|ne fonctionne|échoue|invalide|perdu)',
	'(lien|code|mail|email) (expiré|jamais arrivé|jamais reçu|n arrive pas|ne fonctionne pas)',
	'impossible de connecter|accéder|identifier',
	'peux|peut|pouvons|arrive|arrivons pas|plus connecter|accéder|entrer|identifier',
	'compte|comptes|accès|utilisateurs bloqué|bloqués|désactivé|désactivés|suspendu|suspendus|verrouillé|verrouillés',
	'plus accès|d accès',
	'déconnecté|déconnectés|déconnecte sans|constamment|toutes|chaque|cesse|tout',
];

export const cancellation: readonly string[] = [
	oneLine`
		résilier|résilie|résilions|résiliez|résiliation|résilié notre|mon|l|le|la|de|du abonnement|contrat|
		compte|licence|licences|forfait|souscription|service
	`,
	'(fermer|fermez|clôturer|clôturez|clôture de|supprimer|supprimez|fermeture de) (notre|mon|ce)? compte|espace',
	'annuler|annulez|annulation notre|mon|de abonnement|contrat|souscription|forfait',
	'(mettre|mettons|mets|met) fin (à|au) (notre|mon)? (abonnement|contrat|souscription|engagement)',
	'(ne pas|ne plus) (renouveler|reconduire|prolonger)',
	'(renouvellerons|reconduirons|renouvelons|prolongerons) pas',
	'souhaitons|souhaite|voulons|allons|vais|veux pas renouveler|reconduire|prolonger',
	'(désactiver|arrêter|stopper) (le renouvellement automatique|la reconduction|le renouvellement)',
	oneLine`
		(passer|revenir|basculer|rétrograder) (à|au|sur|vers) (le|la|un|une|l)? (forfait|plan|offre|formule|
		version) (gratuit|gratuite|inférieur|inférieure|basique|moins|plus petit|plus petite)
	`,
	'(réduire|diminuer|baisser|réduisez|diminuez) (le nombre de|notre nombre de|nos|les)? licences|postes|utilisateurs|sièges',
	'demande de résiliation',
];

export const dataDeletion: readonly string[] = [
	oneLine`
		(supprimer|effacer|supprimez|effacez|suppression de|effacement de) (toutes)? (mes|nos|les|
		vos)? données (personnelles|à caractère personnel)
	`,
	'(supprimer|effacer|supprimez|effacez) toutes les données (me|nous) concernant',
	'droit (à l effacement|à l oubli|à la suppression)',
	'demande (de suppression|d effacement) (de|des) (mes|nos)? données',
];
