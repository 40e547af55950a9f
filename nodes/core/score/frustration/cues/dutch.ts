import { oneLine } from '../../../values/tables';
import type { CueList, ModelWords } from './types';

/** As english.ts, in Dutch; accents are folded when matching. */
const DUTCH_CUES: CueList = {
	failure: oneLine`
		werkt niet|werken niet|werkt nog niet|werkt nog steeds niet|werkt niet meer|doet het niet|
		doet niets|doet niks|gaat niet|lukt niet|laadt niet|opent niet|start niet|slaat niet op|komt niet|
		komen niet|komen ~ niet aan|komt niet aan|niet aangekomen|niet verstuurd|niet verzonden|
		niet ontvangen|stuurt niets|stuurt niet|doorstuurt|niets meer|geen meldingen|geen enkel*|fout|
		fouten|foutmelding|storing|storingen|kapot|stuk|defect|crasht|crash*|vastgelopen|loopt vast|
		loopt ~ vast|hangt|bevriest|leeg|lege|plat|ligt plat|uitgevallen|valt uit|stil|staat stil|
		gebeurt niets|er gebeurt niets|mislukt|onbereikbaar|geweigerd|time out|traag
	`,
	loss: oneLine`
		verdwenen|weg|is weg|zijn weg|kwijt|verloren|verwijderd|gewist|ontbreekt|ontbreken|missen|
		dataverlies|overschreven|niemand heeft|waar zijn|er niet meer|weggehaald
	`,
	wrongData: oneLine`
		klopt niet|kloppen niet|onjuist*|verkeerd*|fout|foute|dubbel|dubbele|twee keer|afwijk*|verschil|
		verschillend*|die niet bestaan|niet van ons|ander bedrijf|andere klant|alweer fout|wat is het nou
	`,
	blocked: oneLine`
		kunnen niet|kunnen geen|kunnen we niet|kunnen we geen|kan niet|kan niemand|niet werken|
		zo kan ik niet|zo valt niet|onmogelijk|geblokkeerd|buitengesloten|stilgevallen|ligt stil|stond stil|
		komt niemand|helemaal niemand|er niet meer in|niemand kan|geen toegang|niet afsluiten|lukt ons niet
	`,
	people: oneLine`
		onze klanten|klanten|de klant|medewerkers|collega s|collegas|mijn team|ons team|chauffeurs|
		verpleegkundige|patienten|gebruikers|mensen|iedereen|niemand|klagen|klacht*
	`,
	business: oneLine`
		productie|omzet|bestellingen|orders|salarissen|salarisrun|facturen|loon|maand afsluiten|kwartaal|
		directie|baas|leidinggevende|accountant|audit|belastingdienst|webshop|winkel|magazijn|boete|
		kost ons|kosten|geld|vergadering|investeerders|krijgen morgen niets|bank
	`,
	deadline: oneLine`
		vandaag|morgen|voor vrijdag|voor morgen|deze week|deadline|termijn|direct|meteen|onmiddellijk|
		dringend|spoed|zo snel mogelijk|om 0 uur|over een uur|nu|bel me nu
	`,
	repetition: oneLine`
		weer|alweer|0th keer|de 0th keer|0th mail|0th bericht|0th ticket|0th week|0th medewerker|
		0th maandag|0th storing|0 keer|0 mails|0 tickets|de 0th aan wie|ticket 0|opnieuw|nog steeds|
		nog steeds niet|nog altijd|derde keer|vierde keer|tweede keer|de 0e keer|ticket vier|vierde|
		elke keer|steeds|elke dag|elke ochtend|telkens|hele tijd|voortdurend|constant|meerdere keren|al 0|
		al weken|al dagen|al maanden|al drie jaar|sinds gisteren|sinds maandag|sinds vanochtend|
		sinds de update|sinds dinsdag|op rij|zelfde|hetzelfde|precies zoals|letterlijk|twee keer|drie keer|
		wederom
	`,
	waiting: oneLine`
		geen antwoord|geen reactie|hoor niets|niets gehoord|niemand reageert|niemand antwoordt|niemand belt|
		wachten|wacht|gewacht|wachttijd|weken geleden|een maand geleden|weken|dagen|maanden|beloofd|
		toegezegd|gezegd|is daar iemand|iemand|vertraging|te laat|herinnering|aanmaning*|achteraan|
		er achteraan|antwoordt|er is niets gebeurd|genegeerd|stilte|telefoontje|opgehangen|lezen jullie|
		onbeantwoord|nog altijd geen|hoor ik nog
	`,
	churn: oneLine`
		opzeggen|opzegging|zeggen op|stoppen ermee|stoppen|overstappen|stappen over|concurrent|concurrentie|
		alternatie*|andere leverancier|andere aanbieder|niet verlengen|niet te verlengen|beeindigen|
		geld terug|niet meer langs|vertrekken
	`,
	legal: oneLine`
		advocaat|juridisch*|rechtbank|rechter|schade|schadevergoeding|ingebrekestelling|in gebreke|contract|
		contractueel|contractbreuk|avg|privacy|autoriteit*|melden|geschil|storneer|storneren|stornneer|
		oplichting|fraude|consumentenbond|klacht indienen
	`,
	money: oneLine`
		afgeschreven|dubbel afgeschreven|in rekening|gefactureerd|terugbetal*|terugbetaling|geld|duur|
		duurder|prijsverhoging|betalen we|betaald|creditnota|waar betalen|te veel
	`,
	anger: oneLine`
		belachelijk|onacceptabel|schande|schandalig|ongelooflijk|ongehoord|lachertje|grap|ramp|rampzalig|
		waardeloos|slecht|slechte|slechtste|verschrikkelijk|vreselijk|dramatisch|klote|kut|shit|verdomme|
		godver*|boos|woedend|woest|kwaad|irritant|irriteer*|ergernis|erger|genoeg|ben het zat|zat|beu|
		spuugzat|nutteloos|onbruikbaar|rommel|troep|idioot|idioten|dom|stom|haat|onbegrijpelijk|schaam*|
		absurd|😡|🤬|😤|👎|💩|klaar mee|bedankt voor niets
	`,
	disappointment: oneLine`
		teleurgesteld|teleurstel*|frustr*|helaas|jammer|verdrietig|vertrouwen|geduld|moe|moe van|uitgeput|
		wanhopig|spijt|ontevreden|bezorgd|zorgen|eerlijk gezegd|had meer verwacht|verwacht|vervelend|lastig|
		bang|omslachtig|onduidelijk|sorry
	`,
	sarcasm: oneLine`
		gefeliciteerd|bravo|lekker dan|mooi is dat|fijn dan|geweldig|fantastisch|knap|knap hoor|goed bezig|
		bedankt voor niets|natuurlijk|blijkbaar|zogenaamd|laten we zeggen|neemt er de tijd voor|
		veiliger kan niet|verrassing|haha
	`,
	support: oneLine`
		gesloten|als opgelost|niets opgelost|niet opgelost|standaardantwoord|bot|chatbot|mens|
		een mens spreken|lees|lees mijn|was mijn vraag niet|uitleg|uitleggen|leg uit|doorverbonden|
		leidinggevende|escaler*|escalatie|klacht|bel me|bellen|niemand weet|geen uitleg|niet geinformeerd|
		smoes*|excuses|sorry gezegd|nul keer geholpen|niet geholpen|heeft niets geholpen|hielp niet|
		staat allemaal in|in mijn eerste bericht
	`,
	accusation: oneLine`
		hoelang nog|hoe lang nog|wie heeft|wie bedenkt|wat moet er|waarom|waarvoor|hoe kan dit|hoe kan het|
		kan toch niet|dit kan niet|zo kan het niet|serieus|echt|eindelijk|ik eis|wij eisen|los dit op|
		graag oplossen|daarvoor hadden|daarvoor|minstens|niet eens|helemaal niets|nou|deze keer|wie ziet|
		moet dicht
	`,
	resolved: oneLine`
		werkt weer|het werkt|doet het weer|opgelost|is opgelost|verholpen|gefixt|geregeld|alles klopt|
		alles is er|alles loopt weer|loopt weer|vals alarm|vergeet mijn|mijn fout|onze fout|aan onze kant|
		bij ons verlopen|kan dicht|mag dicht|ticket kan dicht|meteen gewerkt|vertragingen zijn weg|
		probleem is weg|fout is weg|wat jullie ook|klopt alles|weer normaal|nu klopt|is binnen|ontvangen|
		sorry voor de moeite|geen crash*|geen enkele crash|geen fouten meer|geen problemen meer|niks kwijt|
		niets kwijt|loos alarm|geen storing*|geen uitval|niks verdwenen|niets verdwenen|lag aan de|
		lag toch aan
	`,
	praise: oneLine`
		bedankt|dank|dank u|dankjewel|dank je|hartelijk dank|veel dank|super|top|perfect|geweldig|
		fantastisch|uitstekend|prima|fijn|fijne|blij|tevreden|compliment|complimenten|goed|goede|beter|
		beste|snel|snelle|heerlijk|mooi|mooie|leuk|leuke|handig|vriendelijk|aardig|aanrader|genieten|
		geholpen|graag gedaan|👍|😊|❤|🎉|😍|beste klantenservice
	`,
	calm: oneLine`
		geen haast|niet dringend|niet urgent|heeft geen haast|kleinigheid*|klein dingetje|vraagje|
		korte vraag|even een vraag|uit nieuwsgierigheid|geen last van|geen probleem|per ongeluk|beetje|
		een beetje|paar seconden|misschien|waarschijnlijk|kan ook|het is alleen|alleen voor|ter info|
		ter informatie|wanneer het uitkomt|formaliteit|testen graag|geen ramp|niet belangrijk|geen drama|
		niet erg|geen spoed|niks ernstigs|niets ernstigs|jammer dat|wel slordig|geen haast hoor
	`,
	question: oneLine`
		hoe|hoe vaak|hoe kan ik|hoe zet|hoe print|hoe wordt|hoe groot|hoelang|hoelang blijft|hoe laat|
		hoe lang worden|wanneer is|wanneer|waar zit|waar vind|waar is de|welke|wat is|wat zijn|wie is|
		kan dat|kan ik|kunnen we|kunt u|kun je|kan het|mag ik|is het mogelijk|is er een|zijn er|moeten we|
		moet ik|heb je|komt dat|vraag|graag weten|we willen|ik wil|ik zou
	`,
	request: oneLine`
		graag ons|graag twee|bijgaand|bijlage|kopie|sturen|toesturen|adres|factuuradres|verhuizen|
		verhuizing|licentie|licenties|toevoegen|aanzetten|uitzetten|instellen|instelling|test|testen|getest|
		testproject|pilot|vragenlijst|ondertekend|verwerkersovereenkomst|afspraak|training|volgende week|
		volgende maand|gepland|plannen|offerte|prijs|artikel 0 avg|verzoek tot verwijdering|
		verwijdering van mijn|persoonsgegevens|recht op vergetelheid|0 avg|0 van de avg
	`,
	feature: oneLine`
		zou handig zijn|zou fijn zijn|zou mooi zijn|zou leuk zijn|suggestie|wens|enige wens|idee|functie|
		op de planning|staat dat|gepland|in onderzoek|nieuwe
	`,
	bulk: oneLine`
		automatisch antwoord|afwezig|ben afwezig|niet aanwezig|met vakantie|bij spoed|receptie|uitschrijven|
		gratis|gratis audit|geachte heer mevrouw|nieuwsbrief|aanbieding|klik hier|sollicitatie|winactie|
		lees geen mail|heeft geaccepteerd
	`,
	security: oneLine`
		datalek|lek|gelekt|gehackt|hacker*|persoonsgegevens|gegevens van een ander|vertrouwelijk*|
		onbevoegd*|oud medewerkers|uitgeschakelde gebruikers|overal bij|wie ziet dan|beveiligingslek
	`,
	labour: oneLine`
		met de hand|handmatig|pen en papier|papier|excel|overtypen|typen alles over|typen|uren|weekend|
		overuren|vinkjes|klikken|opnieuw invoeren|hele dag|halve dag|dubbel werk
	`,
	bigNumber: oneLine`
		0 mensen|0 man|0 klanten|0 gebruikers|0 bestellingen|0 medewerkers|0 artikelen|0 uur|0 dagen|
		0 weken|0 keer|alle|alles|al onze|iedereen|elke|zo n 0|meer dan 0|ruim 0|de helft|honderden|
		duizenden|geen enkele|hele|helemaal
	`,
	onset: oneLine`
		sinds|sinds vanochtend|vanochtend|vannacht|gisteren|sinds de update|na de update|de update|update|
		nieuwe versie|nieuwe interface|sinds de migratie|migratie|plotseling|ineens|opeens|
		zonder aankondiging
	`,
	recontact: oneLine`
		0th keer|de 0th keer|0th mail|0th bericht|0th ticket|0th week|0th medewerker|0th maandag|
		de 0th aan wie|ticket 0|nog steeds niet|nog steeds geen|nog altijd|alweer|al eerder|heb ik al|
		meerdere keren|op rij|zelfde antwoord|letterlijk|nog steeds
	`,
	leaving:
		'opzegging|zeg ~ op|zeggen ~ op|abonnement ~ opzeggen|abonnement opzeggen|' +
		'contract ~ opzeggen|contract opzeggen|contract beeindigen|abonnement ~ stoppen|' +
		'abonnement beeindigen|niet verlengen|verlengen ~ niet|account ~ sluiten|' +
		'account ~ verwijderen|account ~ opheffen|licenties ~ beeindigen|licenties beeindigen|' +
		'minder licenties|stappen over|overstappen|gaat over op|gaan over op|ander pakket|' +
		'ander systeem|andere leverancier|andere software|staakt|stoppen ermee|stoppen met|' +
		'abonnement ~ niet meer|contract ~ niet meer|basispakket|lager pakket|downgrad*|' +
		'kleinste pakket|kleinere pakket|mijn abonnement opzeggen|licenties opzeggen',
	withdrawal:
		'bestelling ~ annuleren|annuleren ~ bestelling|annulering|afspraak ~ annuleren|' +
		'afspraak afzeggen|proefversie|proefperiode|proef|testaccount|naamswijziging|' +
		'extra licenties|uitbreiden|uitschrijven|nieuwsbrief|opzegtermijn',
	template:
		'beschrijving|stappen|stappen om|verwacht gedrag|verwacht resultaat|verwacht|' +
		'werkelijk resultaat|omgeving|versie|browser|apparaat|frequentie',
};

export const DUTCH: ModelWords = {
	cues: DUTCH_CUES,
	negations: 'niet geen nooit niemand zonder',
	numbers: 'twee vijf zes zeven negen tien twaalf twintig',
	ordinals: 'tweede derde vierde vijfde 0de 0ste',
};
