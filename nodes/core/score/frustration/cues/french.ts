import { oneLine } from '../../../values/tables';
import type { CueList, ModelWords } from './types';

/** As english.ts, in French; accents are folded when matching. */
const FRENCH_CUES: CueList = {
	failure: oneLine`
		ne marche pas|ne marche plus|marche pas|marche plus|marche toujours pas|ne fonctionne pas|
		ne fonctionne plus|fonctionne pas|fonctionne plus|ne fonctionnent|ne repond|plante|plantage|plantee|
		bug*|bogue|panne|pannes|en panne|erreur|erreurs|bloque|bloquee|bloques|coince|fige|se fige|vide|
		a l arret|l arret|arret|arrete|ne charge|charge pas|ne s ouvre|s ouvre pas|ne demarre|echoue|echec|
		ne recevons plus|ne recevons|n arrive|n arrivent|pas arrive|pas arrives|pas arrivees|
		pas ete transmis*|pas ete envoy*|ne sont pas|saute|sautent|hors service|indisponible|
		aucune notification|aucun evenement|rien ne se passe|ne se passe rien|deconnecte*|se fige|ko
	`,
	loss: oneLine`
		disparu*|perdu|perdue|perdus|perte|pertes|supprime|supprimee|efface*|manque|manquent|manquant*|
		introuvable*|ecrase*|plus rien|n existe plus|personne n a|ou sont
	`,
	wrongData: oneLine`
		faux|fausse|fausses|incorrect*|errone*|ne correspond*|en double|double|deux fois|doublon*|
		incoherent*|pas les notres|un autre client|d un autre|lequel est juste|n existent pas|different*|
		mauvais|mauvaise
	`,
	blocked: oneLine`
		ne pouvons|ne pouvons plus|ne pouvons pas|ne peut|ne peut plus|ne peux plus|ne peux pas|je ne peux|
		impossible|impossible de|bloque dehors|bloquee dehors|bloquee|bloques|plus personne|
		personne n entre|personne ne peut|a l arret|paralys*|empeche*|incapable*|pas acces|plus acces|
		ne parvenons|n arrivons|n arrive plus
	`,
	people: oneLine`
		nos clients|les clients|mes clients|clients|mes equipes|mon equipe|notre equipe|mes commerciaux|
		salaries|collegues|chauffeurs|patients|infirmiere|utilisateurs|tout le monde|personne|les gens|
		se plaign*|plainte*|toute l equipe
	`,
	business: oneLine`
		production|chiffre d affaires|commandes|paie|factures|salaires|cloture|direction|ma direction|
		investisseurs|patron|mon chef|expert comptable|comptable|audit|auditeur*|boutique|magasin|entrepot|
		penalite*|perdons de l argent|nous coute|coute|reunion|conseil|client attend|gener|genant|excuser|
		banque ferme|la banque
	`,
	deadline: oneLine`
		aujourd hui|aujourdhui|demain|ce soir|avant vendredi|avant lundi|d ici|date limite|echeance|delai|
		immediatement|tout de suite|au plus vite|des que possible|urgent|urgente|urgence|sous huit jours|
		a 0 h|dans une heure|cette semaine|rapidement
	`,
	repetition: oneLine`
		encore|encore une fois|0th fois|0th message|0th ticket|0th mail|0th relance|0th appel|0th semaine|
		0th personne|0th panne|0th demande|0 fois|0 mails|0 relances|0 tickets|de nouveau|a nouveau|
		toujours|toujours pas|toujours aucun*|troisieme fois|quatrieme fois|deuxieme fois|troisieme|
		quatrieme|0e fois|a chaque fois|chaque fois|chaque jour|chaque matin|tout le temps|sans arret|
		sans cesse|plusieurs fois|depuis des semaines|depuis des jours|depuis des mois|depuis 0|depuis hier|
		depuis ce matin|depuis lundi|depuis mardi|depuis la mise a jour|depuis le|de suite|meme probleme|
		meme erreur|meme reponse|comme lundi|mot pour mot|deux fois|trois fois|cela fait|ca fait
	`,
	waiting: oneLine`
		sans reponse|aucune reponse|pas de reponse|pas de nouvelles|aucune nouvelle|aucun retour|
		pas de retour|personne ne repond|personne ne rappelle|attends|attendons|attente|attendu|attendre|
		attend|relance|relances|relancer|promis|promise|il y a 0|semaines|mois|jours|retard|en retard|
		silence|courir apres|il y a quelqu un|quelqu un|y a quelqu|ignore|ignores|toujours pas arrive|
		on m a dit|on nous a dit|vous aviez dit|rappelez|rappel|rien n a bouge|revenir vers vous|
		0th relance|avez vous pu|ouvrir mon message|des nouvelles
	`,
	churn: oneLine`
		resilier|resiliation|resilions|resilie|concurrent|concurrents|concurrence|changer de|passer chez|
		ne pas renouveler|ne renouvel*|alternative*|autre solution|autre prestataire|autre outil|
		regardons ailleurs|ailleurs|quitter|quittons|partons|remboursez|mettre fin|arreter|la defendre|
		renouvellement
	`,
	legal: oneLine`
		avocat*|juridique*|justice|tribunal|mise en demeure|mise|proces|plainte|prejudice|dommages|contrat|
		contractuel*|rgpd|cnil|autorite|reparation|opposition|faire opposition|arnaque*|escroc*|vol|voleur*|
		illegal|signalement
	`,
	money: oneLine`
		preleve*|preleve deux fois|prelevement|facture deux|rembours*|trop percu|surfactur*|hausse|
		augmentation|cher|chers|argent|paye|payons|payer|avoir promis|pour ca qu on paie|facture|debite*
	`,
	anger: oneLine`
		inadmissible|inacceptable|scandaleux|scandale|honte|honteux|ridicule|blague|une blague|nul|nulle|
		nuls|pire|horrible|catastroph*|desastre|lamentable|minable|pourri*|merde|merdique|putain|bordel|con|
		conne|cons|connard*|degueulasse|insupportable|enerve*|furieux|furieuse|colere|ras le bol|marre|
		en ai marre|assez|raz le bol|inutile|incompetent*|chier|foutre|fout|foutu|debile|stupide|idiot*|
		deteste|haine|absurde|n importe quoi|du n importe|se moque*|moquez|foutage|grave|tres grave|
		honnetement|degout*|sale|😡|🤬|😤|👎|💩|merci pour rien|injoignable
	`,
	disappointment: oneLine`
		decu|decue|decus|deception|frustr*|malheureusement|dommage|triste|tristesse|confiance|patience|
		fatigue|fatiguee|fatigant|epuis*|lasse|lassitude|regrett*|insatisf*|mecontent*|inquiet*|inquietude|
		desespoir|desesper*|peur|pleur*|franchement|laisse tomber|abandonn*|penible|penibles|galere|long|
		lent|lente|lenteur*
	`,
	sarcasm: oneLine`
		bravo|felicitations|chapeau|merci pour rien|genial|formidable|magnifique|bien sur|evidemment|
		apparemment|soi disant|disons|prend son temps|on ne peut pas faire mieux|quelle surprise|super|mdr|
		lol|ptdr
	`,
	support: oneLine`
		cloture|vous avez cloture|ferme|ticket ferme|rien n est resolu|reponse automatique|copier coller|
		robot|chatbot|etre humain|parler a|lisez|relire|historique|reecrire|reexpliquer|explique|expliquer|
		responsable|superieur|escalad*|escalader|reclamation|rappelez moi|rappelez|personne ne|
		aucune explication|sans prevenir|sans explication|pas ma question|excuse|excuses|s est excuse|
		sans repondre|aucun changement|rien change|ca n a pas aide|dans mon premier message
	`,
	accusation: oneLine`
		jusqu a quand|jusqua quand|qui a valide|qui a decide|que faut il|a quoi sert|a quoi ca sert|
		pourquoi|comment est ce possible|comment se fait|comment pouvez|c est normal|pas normal|
		ce n est pas normal|que se passe|serieusement|vraiment|enfin|c est pour cela|pour cela que|j exige|
		nous exigeons|exige|reglez|corrigez|a corriger|au moins|meme pas|rien du tout|
		impossible de travailler|qui voit|cette fois
	`,
	resolved: oneLine`
		remarche|ca remarche|refonctionne|fonctionne a nouveau|marche a nouveau|ca marche|ca fonctionne|
		c est bon|c est regle|regle|resolu|probleme resolu|tout est en ordre|tout est la|fausse alerte|
		oubliez|desole|desolee|de notre cote|chez nous|notre erreur|mon erreur|vous pouvez fermer|
		fermer le ticket|du premier coup|lenteurs ont disparu|probleme a disparu|erreur a disparu|
		problemes ont disparu|ce que vous avez fait|tout est rentre|revenu a la normale|bien arrive|
		bien recu|aucune action|plus aucun plantage|plus un seul|aucun plantage|plus d erreur|
		plus aucune erreur|plus aucun probleme|tout est revenu|rien de perdu|dossier clos|un seul plantage|
		aucune panne|plus de panne|rien n a ete perdu|aucune perte|on peut clore|vient de chez nous
	`,
	praise: oneLine`
		merci|merci beaucoup|un grand merci|mille mercis|parfait|parfaite|parfaitement|excellent*|super|top|
		genial|geniale|formidable|adore|j adore|aime|j aime|content|contente|contents|heureux|heureuse|ravi|
		ravie|bravo a|rapide|rapidite|reactivite|efficace|magnifique|beau|belle|belles|bon|bonne|meilleur*|
		bien|plaisir|satisfait*|recommand*|felicitations a|sympa|agreable|joie|hate|amour|reussi|reussite|
		au top|chapeau|👍|😊|❤|🎉|😍
	`,
	calm: oneLine`
		rien d urgent|pas urgent|aucune urgence|rien ne presse|sans urgence|pas presse|petite question|
		petite coquille|petit souhait|simple question|simplement|juste|pour information|pour info|a titre|
		par erreur|par curiosite|un peu|quelques secondes|peut etre|probablement|sans doute|c est peut etre|
		pas grave|ce n est pas grave|pas genant|aucun souci|pas de souci|formalite|quand vous aurez|
		a l occasion|cosmetique|pas critique|pas important|rien de grave|rien de dramatique|pas dramatique|
		sans incidence|aucun impact|ce serait bien|simple verification|dommage que|dommage qu|
		pas critique mais|de temps en temps
	`,
	question: oneLine`
		comment|combien|combien de temps|quand aura|quand est|quelle est|quel est|quels|quelles|a quelle|
		a quelle heure|ou se trouve|ou trouver|ou est|est il possible|est ce possible|peut on|pouvez vous|
		pourriez vous|puis je|pourrais je|y a t il|existe t il|faut il changer|faut il|est ce que|
		est ce bien|qui est|savoir|question|je voudrais|je souhaite|je souhaiterais|nous souhaitons|
		nous voudrions|auriez vous|avez vous
	`,
	request: oneLine`
		merci de|veuillez|ci joint|ci jointe|piece jointe|copie|renvoyer|envoyer|adresse|demenag*|
		demenageons|licence|licences|ajouter|desactiver|activer|parametre|parametrer|essai|phase de test|
		test|tester|pilote|questionnaire|contrat signe|signe|avenant|rendez vous|formation|
		semaine prochaine|mois prochain|prevu|planifier|offre|devis|mise a jour de notre|article 0 du rgpd|
		droit a l effacement|suppression ~ donnees personnelles|suppression de l ensemble|effacement de mes|
		0 du rgpd|0 rgpd
	`,
	feature: oneLine`
		serait pratique|serait bien|serait utile|serait super|souhait|suggestion|idee|fonctionnalite|
		est ce prevu|est il prevu|prevu|a l etude|aimerais|aimerions|pouvoir|nouveau|nouvelle
	`,
	bulk: oneLine`
		reponse automatique|je suis absent|absent|absente|absent jusqu|en conge|a mon retour|
		en cas d urgence|standard|desabonner|gratuit|gratuite|audit gratuit|madame monsieur|nos experts|
		augmentez|newsletter|candidature|offre speciale|cliquez|profitez|decouvrez|concours|gagnez|
		ne seront pas lus|est fermee du|a accepte|se desabonner
	`,
	security: oneLine`
		fuite|donnees personnelles|donnees d un autre|confidentiel*|pirat*|hack*|faille|en clair|
		acces non autorise|anciens salaries|desactives accedent|accedent encore|qui ne sont pas les notres|
		rssi|dpo|violation
	`,
	labour: oneLine`
		a la main|manuellement|ressaisi*|ressaisissent|papier|cahiers|excel|recopier|heures|heures sup|
		week end|cocher|clics|cliquer|refaire|recommencer|toute la journee|une journee|temps perdu
	`,
	bigNumber: oneLine`
		0 salaries|0 clients|0 personnes|0 utilisateurs|0 commandes|0 chauffeurs|0 articles|0 heures|
		0 jours|0 semaines|0 fois|tous|toutes|tous nos|toutes les|tout|environ 0|plus de 0|la moitie|
		des centaines|des milliers|entier|entiere|totale|total|complet|aucun|aucune
	`,
	onset: oneLine`
		depuis|depuis ce matin|ce matin|cette nuit|hier|hier soir|depuis la mise|mise a jour|la mise a jour|
		depuis la refonte|refonte|nouvelle version|nouvelle interface|depuis la migration|migration|soudain|
		d un coup|du jour au lendemain|sans prevenir
	`,
	recontact: oneLine`
		0th fois|0th message|0th ticket|0th mail|0th relance|0th appel|0th semaine|0th personne|0th panne|
		toujours pas|toujours aucun*|encore une fois|a nouveau|deja signale|deja explique|deja ecrit|
		j ai deja|plusieurs fois|de suite|meme reponse|mot pour mot|plusieurs relances|toujours rien
	`,
	leaving:
		'resilier|resilie|resilions|resiliation|mettre fin|mettons fin|ne pas renouveler|' +
		'ne renouvel*|non renouvellement|arreter ~ abonnement|arretons avec|' +
		'annuler ~ abonnement|annuler ~ contrat|fermer ~ compte|cloturer ~ compte|' +
		'fermeture ~ compte|supprimer ~ compte|cesse son activite|autre outil|autre logiciel|' +
		'autre prestataire|chez un concurrent|passer a la formule|formule inferieure|' +
		'reduire ~ licences|reduire ~ utilisateurs|retirer ~ licences|moins de licences|' +
		'plus besoin ~ abonnement|a l echeance|prochaine echeance|downgrade|arretons ~ outil|' +
		'recuperer nos donnees|formule essentiel',
	withdrawal:
		'annuler ~ commande|annulation ~ commande|annuler ~ rdv|annuler ~ rendez vous|' +
		'est annule*|essai|periode d essai|version d essai|changement de nom|' +
		'changement de raison|raison sociale|desabonn*|desinscri*|ajouter ~ licences|' +
		'effacement|preavis',
	template:
		'description|etapes|etapes pour reproduire|comportement attendu|comportement observe|' +
		'resultat attendu|resultat obtenu|environnement|version|navigateur|systeme|frequence|' +
		'appareil|attendu',
};

export const FRENCH: ModelWords = {
	cues: FRENCH_CUES,
	negations: 'pas ne jamais aucun aucune rien sans ni personne',
	numbers: 'deux trois quatre cinq sept huit neuf dix onze douze quinze vingt',
	ordinals: 'deuxieme troisieme quatrieme cinquieme 0e 0eme 0ieme',
};
