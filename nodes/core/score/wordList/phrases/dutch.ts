import { oneLine } from '../../../values/tables';

/** Dutch phrases per default signal; read english.ts first. */

const DO = oneLine`
	exporteren|importeren|opslaan|laden|openen|uploaden|downloaden|aanmaken|verwijderen|bewerken|
	versturen|verzenden|afdrukken|printen|weergeven|genereren|synchroniseren|koppelen|bekijken|
	gebruiken|afronden|werken|factureren|boeken|inplannen|toevoegen|wijzigen|publiceren|delen|inzien|
	starten
`;
const DATA = oneLine`
	gegevens|data|contacten|taken|bestanden|projecten|rapporten|rapportages|documenten|dossiers|
	historie|tickets|bestellingen|orders|klanten|facturen|berichten|notities|afspraken|records|bijlagen|
	uren|boekingen|sjablonen
`;
const PARTNERS =
	'synchronisatie|sync|integratie|koppeling|koppelingen|webhook|webhooks|api|verbinding|import|connector|salesforce|hubspot|exact';

export const coreWorkflow: readonly string[] = [
	'(krijg|krijgen|geeft|geven) (steeds|alleen|weer|telkens|elke keer) (een fout|een foutmelding|foutmeldingen|een error|foutmelding)',
	'(krijg|krijgen) een foutmelding|foutmeldingen',
	'(probleem|fout|bug) (blijft bestaan|keert terug|komt terug|houdt aan|treedt weer op)',
	`niet ${DO}`,
	'kunnen|kan geen facturen|bestellingen|mails|rapporten meer',
	'werkt|werken|werkte|laadt|laden|opent|reageert|start|doet|draait|functioneert niet',
	'doet het niet',
	oneLine`
		niet opgeslagen|geladen|verzonden|verstuurd|weergegeven|verwerkt|uitgevoerd|bijgewerkt|aangekomen|
		ontvangen|afgeleverd|gegenereerd|toegepast|beschikbaar|bruikbaar|bereikbaar|zichtbaar
	`,
	'niets|niks werkt|doet|gebeurt|laadt',
	'er gebeurt niets|niks',
	'kapot|onbruikbaar|onwerkbaar',
	'is|zijn|gaat|systeem|alles stuk|defect',
	'crasht|crashen|gecrasht|crash vastgelopen|steeds|constant|telkens|bij|elke|continu|sinds|de app',
	'loopt|lopen|loop vast',
	'vastgelopen|bevroren|bevriest',
	'blijft|blijven hangen|laden|leeg|draaien|steken|wit',
	'mislukt|mislukken|mislukte|faalt|falen',
	'foutmelding|foutmeldingen|fout|fouten bij|elke|steeds|constant|telkens|sinds|500|keer',
	'interne serverfout',
	'er is iets misgegaan',
	'lege|witte|zwart pagina|scherm|bestand|bestanden|export',
	'sinds de|jullie|laatste update|release|migratie',
	'kwijt|verloren werk|uren|alles|wijzigingen',
	'nog steeds|altijd niet|kapot|fout|hetzelfde|problemen|stuk',
	'ernstig|ernstige|groot|grote|kritiek probleem|problemen|bug|fout|fouten|storing',
	'komen|komt niet aan|binnen|door',
];

export const integration: readonly string[] = [
	`${PARTNERS} werkt|loopt|synchroniseert|reageert niet`,
	`${PARTNERS} kapot|stuk|gestopt|mislukt|verbroken|weggevallen|ligt|faalt|hangt|stopt|uitgevallen`,
	'niet gesynchroniseerd|synchroniseren|synchroniseert|doorgezet|overgenomen|gekoppeld',
	'api geeft|retourneert|reageert fout|fouten|500|502|503|error|niets',
	'fout|error 500|502|503|504',
	'dubbele contacten|records|boekingen|orders|facturen|klanten|regels',
	'opnieuw verbinden|koppelen|inloggen elke|steeds|telkens|moeten',
];

export const dataIntegrity: readonly string[] = [
	`${DATA}|alles verdwenen|kwijt|weg|verwijderd|gewist|overschreven|verloren|verdwijnen|foetsie`,
	`${DATA} ontbreken|ontbreekt|missen`,
	'gegevensverlies|dataverlies',
	'verlies van|onze data|gegevens',
	oneLine`
		cijfers|getallen|totalen|gegevens|rapporten|rapportage|rapport|bedragen|saldi|dashboard|resultaten|
		berekeningen|aantallen kloppen|klopt|verkeerd|fout|onjuist|onbetrouwbaar|verschillen|incorrect niet
	`,
	'cijfers|getallen|totalen|gegevens|bedragen|aantallen|rapport|dashboard klopt|kloppen niet',
	'verkeerde|foute|onjuiste cijfers|getallen|gegevens|bedragen|data|totalen|prijzen|klanten|ontvangers|uitkomsten',
	'elke|iedere keer andere|verschillende cijfers|getallen|resultaten|uitkomst',
	'niet vertrouwen|op vertrouwen',
	'waar zijn|is onze|mijn|al gegevens|bestanden|projecten|data|contacten',
	'spoorloos verdwenen',
	'dubbel geteld|geboekt|geregistreerd',
];

export const billing: readonly string[] = [
	oneLine`
		(dubbel|onterecht|verkeerd|ten onrechte|te veel|twee keer) (gefactureerd|afgeschreven|berekend|
		gerekend|in rekening|betaald|geïncasseerd)
	`,
	'gefactureerd|afgeschreven|berekend|gerekend ondanks|zonder|terwijl|dubbel|onterecht',
	'factuur|facturen|rekening klopt|kloppen|onjuist|fout|verkeerd|ontbreekt|ontbreken|onbegrijpelijk|hoger niet',
	'factuur|facturen niet vinden|downloaden|ontvangen|openen|inzien|klopt',
	oneLine`
		onverwachte|onterechte|verkeerde|onjuiste|verborgen|onduidelijke factuur|facturen|kosten|
		afschrijving|afschrijvingen|incasso|bedrag|rekening
	`,
	'geld terug',
	'terugbetaling|creditnota|restitutie|creditfactuur nog|niet|wachten|wacht|eisen|eis|weigert',
	'wachten|wacht|wachtend op terugbetaling|creditnota|restitutie|geld|creditfactuur',
	'prijsverhoging zonder|belachelijk|onacceptabel|aankondiging',
	'prijs|prijzen|kosten verdubbeld|verdrievoudigd',
	'ondanks opzegging|annulering',
	'oplichting|diefstal|afzetterij|oplichters',
	'veel|veels te duur',
	'verlengd zonder|automatisch|toestemming',
	'betwist|betwisten de|deze|factuur|rekening',
];

export const annoyance: readonly string[] = [
	'traag|trager|traagheid|langzaam|sloom',
	'duurt|duren lang|eeuwig|minuten|uren|eeuwen',
	'verwarrend|onoverzichtelijk|omslachtig|onduidelijk|ingewikkeld|onlogisch',
	'niet vinden',
	'irritant|vervelend|hinderlijk|lastig|ergerlijk',
	'niet intuïtief|ideaal|handig|duidelijk',
	'klein|kleine foutje|probleem|bug|fout',
	'jammer dat',
];

export const urgency: readonly string[] = [
	'dringend|spoed|urgent|spoedeisend|met spoed',
	'zo snel mogelijk',
	'onmiddellijk|direct nodig',
	'vandaag nog',
	'per direct',
	'deadline|haast',
];

export const threatToLeave: readonly string[] = [
	'(andere|ander) (leverancier|aanbieder|partij|pakket) zoeken|kijken|overstappen',
	'(kijken|zoeken|oriënteren) (naar alternatieven|naar een alternatief|naar andere|ons op alternatieven)',
	'niet (aanbevelen|meer verder|door met jullie)',
	'(contract|overeenkomst) (per direct|onmiddellijk)? ontbinden',
	'overstappen|overstap|switchen|overgestapt naar een|ander|andere|concurrent|alternatief|concurrentie',
	'concurrent|concurrentie kan|biedt|wel|gesprek|gesprekken|heeft|praten|offerte',
	'alternatief|alternatieven|andere zoeken|onderzoeken|bekijken|oriënteren|leveranciers|kijken|aanbieders|oplossingen',
	'vertrouwen kwijt|verloren|weg|geschaad',
	'geduld op|raakt|is|houdt',
	'spijt van|dat',
	'druppel die|emmer',
	'klant kwijt|verliezen|verloren',
	'laatste kans|waarschuwing',
	'samenwerking stoppen|beëindigen|heroverwegen',
];

export const legal: readonly string[] = [
	'(schending|overtreding) van (avg|contract|sla|overeenkomst|privacy)',
	'advocaat|advocaten|jurist|juristen|juridische afdeling inschakelen|ingeschakeld|overdragen|contact|onze|mijn|wenden|doorsturen',
	'onze|mijn advocaat|advocaten',
	'juridische stappen|procedure|gevolgen|actie',
	'rechtszaak|rechter|aanklagen|dagvaarden|ingebrekestelling|in gebreke',
	'schadevergoeding|schadeclaim|aansprakelijk|schade claimen|verhalen',
	'contractbreuk|wanprestatie',
	'autoriteit persoonsgegevens',
	'consumentenbond|geschillencommissie',
	'formele|officiële klacht|klachten',
];

export const security: readonly string[] = [
	'(gegevens|facturen|data|dossiers) van (andere klanten|een andere klant|andere bedrijven|een ander bedrijf)',
	'(oud-medewerkers|uitgeschakelde gebruikers|oude medewerkers) (nog|toegang|kunnen|komen)',
	'gegevens (openbaar|op straat)',
	'datalek|beveiligingslek|veiligheidslek|beveiligingsincident|privacylek',
	'gehackt|gecompromitteerd',
	'onbevoegde|onbevoegden|verdachte|ongeautoriseerde toegang|inlogpogingen|login|aanmeldingen',
];

export const outage: readonly string[] = [
	'(niemand|geen mens) kan (werken|inloggen|erin|aan de slag|verder)',
	'(hele|gehele|complete) (team|bedrijf|afdeling|kantoor|organisatie) (ligt plat|ligt stil|plat|getroffen|kan niet)',
	'alle (medewerkers|gebruikers|klanten) (getroffen|buitengesloten|kunnen niet)',
	'ligt|lag|liggen eruit|plat|down|stil',
	'systeem|site|website|server|platform|app|applicatie|portaal|dienst|kassa down|onbereikbaar|plat|eruit|offline|onbeschikbaar',
	'onbereikbaar|niet bereikbaar',
	'storing|storingen sinds|weer|alweer|grote|vandaag|opnieuw|nieuwe|duurt',
	'weer|alweer|opnieuw|grote|volledige|landelijke|voortdurende een storing',
	'productie|bedrijf|werk|operatie|magazijn|verkoop ligt|stil|plat|staat',
];

export const impact: readonly string[] = [
	'(salarissen|lonen|salarisrun|loonstroken) (verkeerd|fout|te laat|vertraagd|klopt niet|kloppen niet)',
	'klanten|medewerkers|patiënten|gebruikers|gasten|cliënten klagen|boos|wachten|ontevreden|bellen|woedend|getroffen|lopen|geïrriteerd|haken',
	'klachten|telefoontjes van onze|klanten|medewerkers',
	'verliezen|verloren|kost|kosten|mislopen geld|omzet|klanten|uren|orders|ons|tijd|duizenden',
	'kunnen|kan niet werken|factureren|verzenden|leveren|uitbetalen|betalen|verder|produceren',
	'niet verder|werken|factureren|leveren',
	'blokkeert|geblokkeerd|belemmert ons|onze|hele|de',
	'deadline|termijn|oplevering gemist|verlopen|halen|in gevaar',
	'baas|directie|directeur|manager|accountant|management|auditor vraagt|boos|wacht|eist|woedend|klaagt',
	'voor schut|gek|paal',
	'gênant|beschamend|reputatieschade|imagoschade',
	'met de hand',
	'handmatig alles|invoeren|overtypen|doen|bijwerken|corrigeren|verwerken',
	'uren|dagen verspild|kwijt|verloren|bezig|mee',
	'tijdverspilling|verspilling van tijd',
];

export const repeatedContact: readonly string[] = [
	'(al|sinds|meer dan|ruim|bijna) (dagen|weken|maanden|uren|twee weken|drie weken|twee dagen|drie dagen|vier weken|een week|een maand)',
	'(geen|zonder|nog geen|nooit een) antwoord|reactie|oplossing|terugkoppeling|respons|uitleg|update',
	'(elke|iedere) (keer|dag|week|ochtend) (weer|opnieuw|hetzelfde|dezelfde)',
	'wanneer (wordt dit|wordt het|is dit|krijgen we|kunnen we|gaan jullie) (opgelost|verholpen|eindelijk|antwoord|een oplossing|oplossen)',
	'(hetzelfde|dezelfde|zelfde) (antwoord|standaardantwoord|probleem|fout) (steeds|weer|telkens|opnieuw)',
	'tweede|derde|vierde|vijfde|zesde|zoveelste|tiende keer|mail|ticket|melding|bericht|week|verzoek|dag|storing',
	'meerdere|verschillende|drie|vier|vijf|talloze|diverse keren|keer|malen|mails|tickets|meldingen',
	'al|meermaals|herhaaldelijk|meerdere keren gemeld|gemaild|gebeld|gevraagd|doorgegeven|aangegeven|uitgelegd|gewacht|verzocht|meermaals',
	'wachten|wacht|wachtend al|nog|sinds|dagen|weken|uren|maanden|steeds',
	'niemand reageert|antwoordt|helpt|belt|heeft|weet|neemt|gereageerd|geantwoord|voelt|komt',
	'niet opgelost|verholpen|beantwoord|gereageerd|teruggebeld|geholpen|gerepareerd|hersteld',
	'nog steeds|altijd geen|niet|niets|open|wachten|onopgelost',
	'alweer',
	'is daar iemand',
	'hoelang nog',
	'was niet mijn vraag',
	'mijn vraag niet',
	'lees mijn|eerst mail|bericht|geschiedenis',
	'niets gebeurd|veranderd',
	'geen gehoor',
	'hoor niets',
	'weer eens|niet|een|hetzelfde|kapot|stuk storing|fout|probleem|werkt',
	'hoe lang nog|moeten|moet|gaat',
	'hoe vaak nog|moet|moeten',
	'ticket|melding|verzoek gesloten zonder|terwijl|ongevraagd|weer',
	'genegeerd|afgescheept|aan het lijntje',
	'beloofd|toegezegd|belofte|beloftes niet|maar|dat|zou|teruggebeld|nagekomen|oplossing',
];

export const poorSupport: readonly string[] = [
	'(voelen ons|voel me|voel mij) (genegeerd|afgescheept|in de steek|niet serieus)',
	'waar betalen|betaal we|ik|wij voor',
	'(betalen|betaal) (hier veel|veel geld|genoeg|duizenden|hiervoor)',
	oneLine`
		support|service|klantenservice|helpdesk|ondersteuning|communicatie|hulp slecht|slechte|waardeloos|
		belabberd|bedroevend|onbeschoft|incompetent|onder|dramatisch|ondermaats|teleurstellend|abominabel|
		nul|onvindbaar
	`,
	oneLine`
		slechte|slechtste|waardeloze|belabberde|dramatische|ondermaatse support|service|klantenservice|
		helpdesk|ondersteuning|communicatie|ervaring
	`,
	'standaardantwoord|standaardantwoorden|standaard antwoord|standaardmail|geautomatiseerd',
	'niet geholpen|gelezen|geluisterd|serieus|begrepen',
	'niet serieus genomen',
	'in de steek gelaten',
	'leidinggevende|manager|teamleider|verantwoordelijke spreken|terugbellen|gebeld|contact',
	'escaleren|escalatie|geëscaleerd',
	'een echt mens|persoon',
	'van het kastje',
	'kastje naar de muur',
	'bedankt|dank voor niets|niks',
	'niet wat ons|we|er beloofd|afgesproken|verkocht',
	'trouwe|jarenlange|loyale klant|klanten',
];

export const frustration: readonly string[] = [
	'niet (acceptabel|normaal|professioneel|goed genoeg|de bedoeling|te doen)',
	'niet tevreden|blij',
	'hoe (is dit|is het|kan dit|kan het) (mogelijk|bestaan)',
	'(verwacht|verwachten) (meer|beter|uitleg|een oplossing)',
	'(eis|eisen) (een oplossing|uitleg|onmiddellijk|per direct)',
	'gefrustreerd|frustrerend|frustratie|frustraties|boos|woedend|kwaad|geïrriteerd|verontwaardigd|verbijsterd|verbolgen|ontstemd|pissig',
	'teleurgesteld|teleurstellend|teleurstelling|ontevreden|ontevredenheid|ontgoocheld',
	oneLine`
		onacceptabel|onaanvaardbaar|belachelijk|bespottelijk|schandalig|schande|schandelijk|ongehoord|
		ongelofelijk|ongelooflijk|bizar|absurd|onprofessioneel|triest|lachwekkend|beschamend|onbestaanbaar
	`,
	'rampzalig|dramatisch|nachtmerrie|waardeloos|verschrikkelijk|vreselijk|rotzooi|puinhoop|troep|ellende|hopeloos|bagger|kut|klote',
	'beu|zat|klaar mee|het',
	'er klaar mee',
	'genoeg van',
	'genoeg is',
	'maat is vol',
	'ten einde raad',
	'dit kan niet|zo|echt',
	'begrijp|snap|begrijpen|snappen niet hoe|waarom|dat',
	'meer|beter|iets anders verwacht|hadden',
	'met alle respect',
	'laat|laten te wensen',
	'steeds erger|slechter',
	'van kwaad tot',
	'een grap|aanfluiting|lachertje',
	'aanfluiting|wanvertoning|lachertje',
	'lekker|mooi|fijn|geweldig weer|dan',
	'onbetrouwbaar|instabiel',
	'zorgwekkend|verontrustend|ernstig zorgen|bezorgd|alarmerend',
	'wanhopig|radeloos|moedeloos|wanhoop',
	'slechter geworden|dan',
	'niet uit te leggen',
];

export const access: readonly string[] = [
	'(kan|kunnen|kom|komen) (niet meer inloggen|niet inloggen|er niet in|er niet bij|niet erin)',
	'(code|link|resetmail|wachtwoordmail|verificatiecode) (komt niet|werkt niet|verlopen)',
	'niet inloggen|aanmelden|in loggen|erin|bij|binnen',
	'login|inloggen|wachtwoord|toegang|account|sso|2fa werkt|lukt|geblokkeerd|geweigerd|mislukt|gedeactiveerd niet',
	'inloggen|aanmelden lukt|werkt|mislukt|onmogelijk',
	'buitengesloten|uitgesloten|geblokkeerd',
	'geen toegang meer|tot|sinds',
	'account|accounts|gebruiker|gebruikers geblokkeerd|gedeactiveerd|geschorst',
	'uitgelogd|uitloggen steeds|telkens|constant|continu|elke',
];

export const cancellation: readonly string[] = [
	'abonnement|contract|account|licentie|licenties|overeenkomst|lidmaatschap opzeggen|opgezegd|beëindigen|stopzetten|sluiten|opheffen',
	'abonnement|contract|account|licentie|licenties|overeenkomst (op te zeggen|te beëindigen|stop te zetten|te sluiten|op te heffen)',
	'(zeg|zeggen) (hierbij|hiermee|ik|wij|we)? (ons|mijn|het|de) (abonnement|contract|account|licentie|overeenkomst) op',
	'opzegging (van|per) (ons|mijn|het|de)? (abonnement|contract|account|licentie|overeenkomst)',
	'(account|omgeving) (sluiten|verwijderen|opheffen)',
	'niet verlengen|verlengd|voortzetten',
	'(automatische verlenging) (uitzetten|uitschakelen|stopzetten|opzeggen)',
	oneLine`
		(terug|overstappen|overzetten|downgraden|terugzetten) naar (het|een|de)? (gratis|goedkopere|
		goedkoper|kleinere|kleiner|lagere|basis) (abonnement|pakket|plan|versie)
	`,
	'(aantal)? licenties|gebruikers|plaatsen|seats verminderen|verlagen|terugbrengen|reduceren|afschalen',
	'(opzegbevestiging|opzeggingsbrief)',
	'(abonnement|pakket|plan|licenties) (downgraden|verlagen)',
];

export const dataDeletion: readonly string[] = [
	'persoonsgegevens verwijderen|wissen|verwijderd|gewist',
	'persoonsgegevens te verwijderen|wissen',
	'(verwijder|wis|verwijderen|wissen) (al)? (mijn|onze|alle)? (persoonsgegevens|persoonlijke gegevens)',
	'recht op (vergetelheid|gegevenswissing|verwijdering)',
	'(verwijdering|wissing) van (mijn|onze|alle)? (persoonsgegevens|gegevens)',
	'(avg) verzoek',
];
