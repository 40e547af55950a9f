import { oneLine } from '../../values/tables';
import type { TopicWords } from './types';

export const DUTCH: TopicWords = {
	cancellation: [
		oneLine`
			(opzeggen|opzegging|opzegtermijn|opgezegd|niet verlengen|zeggen op|zegt op|stappen over|
			overstappen)
		`,
		'~concurrent|alternatieven|annuleren',
	],
	security: [
		oneLine`
			(beveiliging|privacy|avg|datalek|gehackt|kwetsbaarheid|versleuteling|verwerkersovereenkomst|
			beveiligingsvragenlijst|ander bedrijf|andere klant|niet van ons|andere klanten)
		`,
	],
	billing: [
		oneLine`
			factuur|facturen|facturatie|factuuradres|factuurnummer|gefactureerd|betaling|betalingen|
			betaalmethode|terugbetaling|terugbetaald|creditnota|prijs|prijzen|prijsverhoging|btw|incasso|
			afgeschreven|creditcard|korting|inkooporder|offerte|tarief|tarieven|aanmaning
		`,
		oneLine`
			~licentie|licenties|kosten|betalen|betaald|abonnement|verlenging|bedrag|geld|contract|krediet|
			tegoed
		`,
	],
	access: [
		oneLine`
			(inloggen|inlog|inlogcode|inlogpagina|wachtwoord|wachtwoorden|toegang|gebruikersbeheer|
			gebruikersrechten|rechten|beheerdersrechten|uitgelogd|ingelogd|buitengesloten|geblokkeerd|
			tweestapsverificatie|authenticatie|komt er niemand in|niet meer in|kan er niet in)
		`,
		'~account|gebruiker|gebruikers|rol|rollen|uitnodigen|uitnodiging|code',
	],
	export: ['exporteren|geëxporteerd|exportbestand|csv-bestand|exporten', '~downloaden|download'],
	sync: [
		oneLine`
			synchronisatie|synchroniseert|synchroniseren|gesynchroniseerd|gesynct|synct|koppeling|
			koppelingen
		`,
		oneLine`
			(geen bestelling|geen bestellingen|geen orders|stuurt niets meer door|stuurt niets door|komen
			niet door)
		`,
		'~exact|afas|twinfield',
	],
	integration: [
		oneLine`
			(integratie|integraties|integreren|api|webhook|automatisering|automatiseringen|koppelen met|
			koppelen aan|verbinden met|verbinding met)
		`,
		'~koppelen|gekoppeld|verbinding|verbinden|token',
	],
	notifications: [
		oneLine`
			(melding|meldingen|notificatie|notificaties|herinneringen|herinneringsmail|dagoverzicht|
			nieuwsbrief|dagelijkse samenvatting|dagelijks overzicht)
		`,
		'~mail|mails|e-mail|e-mails|bericht|berichten|waarschuwing|samenvatting',
	],
	performance: [
		oneLine`
			(traag|trager|traagheid|laadtijd|laadtijden|snelheid|prestaties|vertraging|vertragingen|
			vastgelopen|loopt vast|loopt steeds vast|hangt zich|blijft hangen|blijft laden)
		`,
		'~seconden|minuten|minuut|duurt|laden|hangt|snel|sneller|vertraging',
	],
	outage: [
		oneLine`
			(storing|storingen|onderbreking|onbereikbaar|onderhoud|onderhoudsvenster|uitval|statuspagina|
			ligt eruit|ligt plat|ligt er uit|alles ligt|uit de lucht)
		`,
		'~503|stil',
	],
	import: ['importeren|geïmporteerd|importbestand', '(uploaden|geüpload)', '~(migratie|upload)'],
	data: [
		oneLine`
			(rapport|rapporten|rapportage|rapportages|dashboard|dashboards|statistieken|back-up|back-ups|
			prullenbak|dubbele|herstellen|terughalen|terugzetten|verdwenen|gewist|overschreven|
			omzetcijfers|voorraad|voorraden|dataverlies|alles is er|alles staat er|kloppen niet|klopt
			niet)
		`,
		'~berekening|berekend|weg|kwijt|verwijderd|totaal|filter|geschiedenis|gegevens|cijfers',
	],
	mobile: ['(mobiele app|telefoon|tablet)', '~app'],
	ui: [
		oneLine`
			(knop|knoppen|menu|vormgeving|onoverzichtelijk|toegankelijkheid|vertaling|lettertype|waar is
			de|waar vind ik|niet meer vinden|donkere modus|nieuwe editor|waar is het)
		`,
		oneLine`
			~interface|scherm|klikken|weergave|kolom|kolommen|filter|pagina|sorteren|sortering|kalender|
			veld|printen
		`,
	],
	support: [
		oneLine`
			(mijn vraag|onze vraag|geen antwoord|niemand antwoordt|niemand beantwoordt|klantenservice|
			jullie support|klacht|chatbot|contactpersoon|een mens spreken|accountmanager)
		`,
		'~ticket|medewerker|antwoord|support',
	],
	'feature request': [
		oneLine`
			(suggestie|suggesties|functionaliteit|zou handig|zou mooi|zou fijn|bulkbewerking|offlinemodus|
			enige wens|wens|nog gepland|staat gepland)
		`,
		'~gepland|functie',
	],
	question: ['(hoe kan ik|hoe kunnen we)'],
};
