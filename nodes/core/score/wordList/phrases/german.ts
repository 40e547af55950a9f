import { oneLine } from '../../../values/tables';

/** German phrases per default signal; read english.ts first. Umlauts are written as people type them and folded. */

const DO = oneLine`
	exportieren|importieren|speichern|laden|öffnen|hochladen|herunterladen|erstellen|anlegen|löschen|
	bearbeiten|senden|verschicken|versenden|drucken|anzeigen|aufrufen|abschließen|generieren|
	synchronisieren|verbinden|starten|buchen|abrufen|hinzufügen|ändern|auswählen|suchen|filtern|
	freigeben|einladen|veröffentlichen|planen|abrechnen
`;
const DATA = oneLine`
	daten|datensätze|kontakte|aufgaben|dateien|projekte|berichte|dokumente|einträge|tickets|termine|
	vorlagen|kunden|bestellungen|aufträge|rechnungen|buchungen|notizen|anhänge|historie|unterlagen|
	zeiteinträge|schichten|artikel
`;
const PARTNERS = oneLine`
	synchronisation|synchronisierung|sync|integration|schnittstelle|webhook|webhooks|anbindung|api|
	import|verbindung|abgleich|salesforce|hubspot|datev|connector
`;

export const coreWorkflow: readonly string[] = [
	'bekomme|bekommen|erhalte|erhalten|kommt|erscheint nur|immer|ständig|jedes mal fehler|fehlermeldung|fehlermeldungen',
	'bekomme|bekommen|erhalte|erhalten eine fehlermeldung|fehlermeldungen',
	'problem|fehler besteht|tritt weiterhin|wieder|immer|erneut',
	'problem|fehler taucht wieder|immer|erneut auf',
	`nicht ${DO}`,
	'können|kann keine rechnungen|bestellungen|daten|mails|aufträge|berichte mehr',
	'hinkt|hinken hinterher',
	'steht die kasse|produktion|leitung',
	oneLine`
		funktioniert|funktionieren|funktionierte|läuft|laufen|geht|gehen|klappt|lädt|laden|öffnet|speichert|
		reagiert|startet|rechnet|druckt|exportiert|antwortet nicht
	`,
	oneLine`
		nicht funktioniert|geladen|gespeichert|angezeigt|übernommen|verschickt|versendet|zugestellt|
		exportiert|importiert|ausgeführt|aktualisiert|gefunden|erreichbar|nutzbar|verfügbar|ausgelöst|
		angekommen|durchgeführt|verarbeitet
	`,
	'nichts|gar geht|funktioniert|passiert|läuft|klappt mehr',
	'nichts passiert|geht|funktioniert',
	'lässt|lassen sich nicht',
	'kommt|kommen nicht an',
	'kommt|kommen keine mails|benachrichtigungen|e-mails|bestellungen|nachrichten',
	'kaputt|defekt|unbrauchbar|unbenutzbar',
	'stürzt|stürzen|abgestürzt|absturz|abstürze',
	'hängt sich|sich auf|aufgehängt',
	'eingefroren|friert ein',
	'hängt seit|fest|bei|ständig|immer',
	'fehler beim|bei jedem',
	'fehlermeldung|fehlermeldungen bei|beim|erscheint|kommt|seit|ständig|wieder|immer',
	'interner serverfehler',
	'ständig|dauernd|immer wieder fehler|abstürze|fehlermeldungen|probleme|abbrüche',
	'schlägt|schlagen|schlug fehl',
	'fehlgeschlagen',
	'bricht|brechen ab',
	'abgebrochen|unterbrochen wird|wurde|ständig|immer',
	'leere|weiße|schwarze seite|datei|bildschirm|berichte',
	'bleibt|bleiben leer|stehen|hängen|weiß|schwarz',
	'seit dem|letzten|eurem|ihrem update|release|umstellung|wartung',
	'endlosschleife',
	'lädt|laden endlos|ewig|unendlich',
	'keine funktion|wirkung|reaktion',
	'arbeit|änderungen|eingaben|stunden weg|verloren|futsch',
	'geht immer noch nicht',
	'immer noch kaputt|fehlerhaft|nicht|das problem',
	'schwerwiegender|massiver|gravierender|kritischer fehler',
	'massive|erhebliche|gravierende|große probleme|störungen',
	'unmöglich zu|daten|etwas',
];

export const integration: readonly string[] = [
	oneLine`
		(synchronisation|synchronisierung|schnittstelle|anbindung|verbindung|integration|webhook|
		abgleich) (bricht ab|fällt aus|ist ausgefallen|ist abgebrochen)
	`,
	`${PARTNERS} funktioniert|läuft|geht|synchronisiert|klappt nicht`,
	`${PARTNERS} abgebrochen|unterbrochen|ausgefallen|steht|gestoppt|defekt|kaputt|hängt|fehlerhaft|getrennt|verloren`,
	`${PARTNERS} bricht|fällt|stürzt ab|aus`,
	`${PARTNERS} schlägt fehl`,
	`${PARTNERS} fehlgeschlagen`,
	'nicht synchronisiert|übertragen|abgeglichen|synchron|importiert',
	'synchronisiert|übertragt|überträgt nicht|keine',
	'api liefert|gibt|antwortet|meldet fehler|500|502|503|timeout|nichts',
	'fehler 500|502|503|504',
	'doppelte kontakte|datensätze|einträge|buchungen|bestellungen|rechnungen',
	'verbindung reißt|bricht|verloren ab|ständig',
	'müssen|muss neu verbinden|anmelden|authentifizieren',
];

export const dataIntegrity: readonly string[] = [
	`${DATA}|alles verschwunden|weg|gelöscht|verloren|überschrieben|verschwinden|futsch`,
	`${DATA} fehlen|fehlt`,
	'datenverlust|datenverluste',
	'verlust der|von|unserer daten',
	oneLine`
		zahlen|werte|summen|berichte|bericht|auswertung|auswertungen|daten|beträge|statistik|kennzahlen|
		dashboard|salden|umsätze falsch|fehlerhaft|unterschiedlich|inkonsistent|widersprüchlich|unbrauchbar|
		verfälscht
	`,
	'zahlen|werte|summen|berichte|daten|beträge|kennzahlen|salden|stimmen stimmt|stimmen|passen|übereinstimmen nicht',
	'stimmen nicht überein|mehr',
	'falsche zahlen|werte|daten|summen|beträge|ergebnisse|empfänger|kunden|preise|salden',
	'jedes mal andere|unterschiedliche zahlen|werte|ergebnisse',
	'doppelt gezählt|verbucht|gebucht|angelegt',
	'nicht vertrauen|verlassen',
	'wo sind|ist unsere|meine|alle daten|dateien|projekte|kontakte',
	'spurlos verschwunden',
];

export const billing: readonly string[] = [
	'(doppelt|falsch|zweimal|mehrfach|zu viel|unberechtigt|ungefragt) abgebucht|berechnet|belastet|abgerechnet|eingezogen|verrechnet',
	'abgebucht|belastet|abgerechnet|eingezogen obwohl|trotz|doppelt|falsch|zweimal',
	'rechnung|rechnungen|abrechnung falsch|fehlerhaft|stimmt|stimmen|passt|fehlt|fehlen|unverständlich',
	'rechnung|rechnungen nicht finden|herunterladen|abrufen|öffnen|nachvollziehen|korrekt|erhalten',
	oneLine`
		falsche|unerwartete|ungerechtfertigte|unberechtigte|überraschende|fehlerhafte rechnung|rechnungen|
		abbuchung|abbuchungen|kosten|gebühr|gebühren|beträge|belastung
	`,
	'geld zurück',
	'erstattung|rückerstattung|gutschrift nicht|noch|immer|warten|fehlt|steht',
	'warten|warte auf erstattung|rückerstattung|gutschrift|geld',
	'preiserhöhung ohne|nicht|unverschämt|inakzeptabel',
	'preis|preise|kosten verdoppelt|verdreifacht',
	'trotz kündigung',
	'abzocke|betrug|wucher|frechheit',
	'viel|völlig|maßlos zu|überteuert teuer',
	'überteuert',
	'verlängert ohne|obwohl|ungefragt',
	'widerspreche|widersprechen der|dieser|rechnung|abbuchung',
];

export const annoyance: readonly string[] = [
	'langsam|träge|langsamer|zäh|ruckelt|laggt',
	'dauert|dauern ewig|lange|minuten|stunden',
	'verwirrend|unübersichtlich|umständlich|kompliziert|unklar|unlogisch',
	'finde|finden nicht',
	'nervig|nervt|lästig|ärgerlich|mühsam',
	'nicht intuitiv|optimal|ideal|schön|hilfreich',
	'kleiner|kleines fehler|problem',
	'schade dass',
	'veraltet|unpraktisch',
];

export const urgency: readonly string[] = [
	'dringend|eilig|eilt|schnellstmöglich|umgehend|unverzüglich|sofort',
	'so schnell wie möglich',
	'brauchen|benötigen|brauche|benötige heute|sofort|dringend',
	'frist|deadline|stichtag',
	'bis heute abend|mittag',
];

export const threatToLeave: readonly string[] = [
	'(werden|müssen|wollen) (den anbieter wechseln|kündigen|den vertrag kündigen)',
	'(wechseln|wechsel|umsteigen|umstieg) (zu einem anderen|zu anderen|zur konkurrenz|zum mitbewerber|zu einer alternative)',
	'nach alternativen|anderen anbietern|anderen lösungen',
	'kündigen|kündige|kündigung|gekündigt fristlos|sofort|außerordentlich|mit sofortiger',
	'(fristlos|fristlose|außerordentlich|außerordentliche) kündigen|kündige|kündigung',
	'anbieter|software|system|tool|dienstleister wechseln|wechsel|gewechselt',
	'konkurrenz|mitbewerber|wettbewerber kann|bietet|schafft|wechseln|angebot|gespräch|gespräche|bereits',
	'alternative|alternativen|anbieter suchen|prüfen|umsehen|umschauen|evaluieren|gesucht|ansehen|vergleichen|schauen',
	'nicht weiter nutzen|weiterempfehlen|empfehlen',
	'zusammenarbeit beenden|überdenken|infrage|fortsetzen',
	'vertrauen verloren|erschüttert|dahin|weg',
	'geduld am|zu ende',
	'bereuen|bereue es|entscheidung|wechsel',
	'fass zum überlaufen',
	'kunde verlieren|verloren|gewesen',
	'sonderkündigungsrecht|sonderkündigung',
	'letzte chance|warnung|mahnung',
];

export const legal: readonly string[] = [
	oneLine`
		anwalt|anwälte|rechtsanwalt|rechtsabteilung|rechtsanwältin einschalten|eingeschaltet|übergeben|
		weitergeben|prüft|prüfen|kontaktieren|melden|beauftragt|wenden|gehört
	`,
	'unser|unseren|unserem|mein|meinen anwalt|rechtsanwalt|anwältin',
	'rechtliche|juristische schritte|konsequenzen|mittel',
	'rechtsweg|klage|verklagen|gerichtlich|mahnverfahren',
	'schadensersatz|schadenersatz|vertragsstrafe',
	'vertragsbruch|vertragsverletzung|pflichtverletzung',
	'verstoß|verstößt gegen dsgvo|datenschutz|vertrag|sla|vereinbarung',
	'datenschutzbehörde|aufsichtsbehörde|verbraucherzentrale|verbraucherschutz',
	'fristsetzung|nachfrist',
	'formelle|offizielle|förmliche beschwerde',
];

export const security: readonly string[] = [
	'(daten|rechnungen|kunden|konten) (fremder|anderer) (kunden|firmen|unternehmen)',
	'fremde|andere kunden|firmen|unternehmen sehen|einsehen|zugreifen',
	'fremde daten|rechnungen|kunden|konten sichtbar|sehen|angezeigt|einsehbar',
	'ehemalige|ehemaligen|ausgeschiedene|deaktivierte mitarbeiter|mitarbeitern|nutzer noch|weiterhin|zugriff|können',
	'datenleck|datenpanne|sicherheitslücke|sicherheitsvorfall|datenschutzverletzung|datenschutzvorfall|sicherheitsproblem',
	'gehackt|kompromittiert|ausgespäht',
	'daten|kundendaten|passwörter|gehälter öffentlich|sichtbar|einsehbar|offengelegt|für',
	'unbefugter|unbefugte|unberechtigter|verdächtige zugriff|zugriffe|anmeldung|anmeldungen',
];

export const outage: readonly string[] = [
	'(system|server|seite|plattform|app|dienst|portal|software|shop|kasse) (ausgefallen|down|nicht erreichbar|steht still|lahmgelegt)',
	'niemand|keiner kann|kommt (arbeiten|mehr arbeiten|sich einloggen|sich anmelden|einloggen|anmelden|rein|zugreifen)',
	'(ganze|gesamte|komplette) (team|firma|abteilung|unternehmen|belegschaft) (steht|betroffen|kann nicht|gesperrt)',
	'komplett|total|völlig|gesamte ausfall|ausgefallen|lahmgelegt|offline|down|unbenutzbar',
	'ausfall|ausfälle seit|wieder|erneut|heute|der|des',
	'nicht erreichbar',
	'steht|stehen still',
	'stillstand|lahmgelegt|betriebsstillstand|produktionsausfall|serverausfall|systemausfall|totalausfall',
	'alle nutzer|mitarbeiter|kunden|kollegen betroffen|gesperrt|ausgesperrt',
];

export const impact: readonly string[] = [
	'beschwerden|anrufe von unseren|unserer kunden|mitarbeiter|mandanten',
	'per hand nachtragen|eintragen|eingeben|abtippen|korrigieren|erfassen',
	'von hand nachtragen|eintragen|eingeben|abtippen|korrigieren|erfassen',
	oneLine`
		kunden|mitarbeiter|mandanten|patienten|gäste beschweren|verärgert|sauer|wütend|warten|betroffen|
		unzufrieden|rufen|springen|verloren|fragen
	`,
	'verlieren|verloren|kostet|kosten|entgeht geld|umsatz|kunden|stunden|aufträge|zeit|tausende|viel|uns',
	'können|kann nicht arbeiten|weiterarbeiten|abrechnen|ausliefern|versenden|produzieren|bezahlen',
	'arbeitsunfähig|handlungsunfähig|blockiert',
	'blockiert uns|unsere|die|den',
	'frist|termin|deadline verpasst|versäumt|geplatzt|gefährdet',
	'chef|chefin|geschäftsführung|vorstand|geschäftsleitung|wirtschaftsprüfer|prüfer fragt|fragen|sauer|verlangt|wartet|verärgert|wütend',
	'peinlich|blamiert|blamage|rufschädigend|imageschaden',
	'alles von hand|manuell|neu',
	'stunden|tage|tagelang|stundenlang verschwendet|vergeudet|verloren|gekostet|damit|verbracht|gesucht',
	'zeitverschwendung',
	'löhne|gehälter|lohnabrechnung|gehaltsabrechnung falsch|verspätet|betroffen|nicht',
];

export const repeatedContact: readonly string[] = [
	oneLine`
		(mehrfach|mehrmals|wiederholt|zweimal|dreimal|bereits) gemeldet|geschrieben|angerufen|nachgefragt|
		kontaktiert|hingewiesen|reklamiert|erklärt
	`,
	'(keine|ohne|noch keine|bisher keine) antwort|reaktion|rückmeldung|lösung|hilfe|erklärung|rückruf',
	'wieder einmal',
	'(jeden|jedes) (tag|mal|morgen) (aufs neue|wieder|dasselbe|das gleiche)',
	'(gleiche|selbe|dieselbe|immer dieselbe) antwort|standardantwort',
	'zum zweiten|dritten|vierten|fünften|sechsten|x-ten|wiederholten|hundertsten mal',
	'dritte|vierte|fünfte|sechste|zehnte mal|mail|ticket|anfrage|woche|meldung|anruf|nachricht',
	'schon|bereits mehrfach|mehrmals|zweimal|dreimal|viermal|oft',
	'warten|warte|wartet seit|immer|schon|tagen|wochen|stunden|monaten|vergeblich|vergebens|noch|nun',
	'seit tagen|wochen|monaten|stunden|ewigkeiten|über|fast|mehr',
	'seit zwei|drei|vier|fünf|sechs|acht|zehn|mehreren tagen|wochen|monaten|stunden',
	'niemand|keiner antwortet|meldet|reagiert|hilft|kümmert|ruft|geantwortet|gemeldet|reagiert|zuständig|weiß|fühlt',
	'nicht behoben|gelöst|beantwortet|bearbeitet|erledigt|gemeldet|reagiert|geantwortet|korrigiert|zurückgerufen|geändert',
	'immer noch nicht|keine|kein|offen|warten|ungelöst',
	'schon wieder',
	'noch jemand da',
	'gelöst ist nichts|gar',
	'bis heute nicht',
	'hinterherlaufen|hinterherzulaufen|hinterhertelefonieren',
	'erneut ausgefallen|aufgetreten|kaputt|falsch|das problem|fehler',
	'wann wird|ist|kann|können|bekommen|kommt|darf endlich|behoben|gelöst|repariert|rechnen',
	'wie lange noch|sollen|soll|müssen',
	'wie oft noch|soll|sollen|müssen',
	'ticket|anfrage|fall geschlossen ohne|obwohl|einfach|wieder',
	'ignoriert|vertröstet|abgewimmelt|hingehalten',
	'versprochen|zugesagt|versprochene|zugesagte nicht|aber|worden|rückruf|lösung',
	'passiert|geschehen ist nichts',
	'es passiert|tut sich nichts',
];

export const poorSupport: readonly string[] = [
	'(fühlen|fühle) (uns|mich) ignoriert|alleingelassen|veralbert|verarscht|hingehalten|allein',
	oneLine`
		support|service|kundenservice|kundendienst|hotline|betreuung|kommunikation schlecht|schlechter|
		katastrophal|katastrophe|miserabel|unfreundlich|inkompetent|unverschämt|lausig|unterirdisch|
		enttäuschend|mangelhaft|ungenügend|hilft|nutzlos|unbrauchbar|nicht hilfreich
	`,
	oneLine`
		schlechter|schlechtester|miserabler|katastrophaler|unfreundlicher|unterirdischer|
		grottenschlechter support|service|kundenservice|kundendienst
	`,
	'standardantwort|standardantworten|textbaustein|textbausteine',
	'hat nicht geholfen',
	'nicht gelesen|geholfen|ernst|verstanden',
	'nicht ernst genommen',
	'im stich gelassen',
	'vorgesetzten|vorgesetzter|teamleiter|geschäftsführer|verantwortlichen|führungskraft sprechen|rückruf|verlange|bitte|gespräch',
	'eskalieren|eskalation|eskaliert',
	'mit einem menschen|verantwortlichen',
	'wofür zahlen|bezahlen|zahle|bezahle',
	'zahlen|bezahlen|zahle dafür|euro|monatlich|viel|genug',
	'hin und her geschoben',
	'keine ahnung ihr|euer|der support',
	'danke für nichts',
	'lesen sie|bitte meine|erst mail|verlauf|nachricht|anfrage',
	'nicht gefragt|danach gefragt',
	'nicht wie versprochen|beworben|vereinbart|zugesagt',
	'treue|langjährige|langjähriger|treuer kunde|kunden',
];

export const frustration: readonly string[] = [
	'das kann|darf nicht wahr|ernst sein',
	'darf doch nicht wahr',
	'verstehe|verstehen|begreife nicht warum|wieso|wie',
	'wie kann das sein|passieren',
	'wie kann es sein',
	'frustriert|frustrierend|frust|genervt|verärgert|verärgerung|wütend|sauer|stinksauer|empört|entsetzt|fassungslos',
	'enttäuscht|enttäuschend|enttäuschung|unzufrieden|unzufriedenheit|ernüchternd|ernüchtert',
	'nicht akzeptabel|hinnehmbar|tragbar|zumutbar|zufrieden|begeistert|professionell|sein|glücklich|zufriedenstellend',
	oneLine`
		inakzeptabel|unzumutbar|untragbar|unfassbar|unglaublich|unmöglich|unverschämt|unverschämtheit|
		frechheit|zumutung|lächerlich|peinlich|unprofessionell|skandal|armutszeugnis|witz
	`,
	'katastrophe|katastrophal|desaster|albtraum|alptraum|schrott|scheiße|scheiss|grauenhaft|furchtbar|schrecklich|miserabel|grottenschlecht',
	'schnauze|nase voll',
	'es reicht',
	'reicht es mir|uns|langsam',
	'geht gar nicht',
	'ein schlechter witz',
	'soll das ein',
	'ist das euer|ihr ernst',
	'ihr|euer ernst',
	'nerven liegen blank',
	'langsam|allmählich verliere|verlieren|genug|sauer|ungeduldig',
	'mehr|besseres erwartet',
	'erwarte|erwarten mehr|besseres|umgehend|sofort|unverzüglich|erklärung|stellungnahme',
	'fordere|fordern eine|umgehend|sofort|sofortige|erklärung|stellungnahme|lösung|sie|euch',
	'warum wird|wurde|hat|sagt|muss|müssen|funktioniert nie|niemand|nicht|keiner|ständig|immer',
	'bei allem respekt',
	'mehr als ärgerlich|enttäuschend|frustrierend|unglücklich',
	'alles andere als',
	'lässt zu wünschen übrig',
	'na toll|super|prima|bravo|klasse',
	'vielen|herzlichen dank auch',
	'schlimmer|schlechter geworden|statt|als|mit jedem',
	'unzuverlässig|instabil|fehleranfällig',
	'besorgt|beunruhigt|alarmierend|besorgniserregend|bedenklich',
	'hilflos|verzweifelt|verzweifeln|ratlos',
	'langsam am ende',
	'traurig dass|aber',
];

export const access: readonly string[] = [
	'(login|anmeldung|passwort|zugang|sso|2fa|zugriff) (funktioniert nicht|geht nicht|klappt nicht|funktioniert nicht mehr|geht nicht mehr)',
	'kein|keinen zugriff|zugang mehr',
	'(code|link|bestätigungscode|passwort-mail) (kommt nicht|funktioniert nicht|ist abgelaufen|ungültig)',
	'nicht einloggen|anmelden|login|log-in|rein|reinkommen|zugreifen',
	'login|anmeldung|zugang|sso kaputt|gesperrt|fehlgeschlagen|unmöglich|defekt',
	'ausgesperrt|gesperrt sind|bin|wurde|wurden|konto|alle',
	'konto|account|zugang|benutzer gesperrt|deaktiviert|blockiert',
	'komme|kommen|kommt nicht rein|hinein|ins|in',
	'ständig|immer wieder ausgeloggt|abgemeldet',
];

export const cancellation: readonly string[] = [
	oneLine`
		kündigen|kündige|kündigung|kündigt unser|unseren|unsere|unseres|mein|meinen|meine|meines|das|den|
		des|die abo|abos|abonnement|abonnements|vertrag|vertrags|vertrages|lizenz|lizenzen|konto|account|
		mitgliedschaft|tarif|zugang
	`,
	'abo|abonnement|vertrag|lizenz|lizenzen|konto|account|mitgliedschaft|tarif kündigen|kündige|gekündigt|auflösen|beenden|stilllegen',
	'konto|account|accounts|konten|arbeitsbereich|mandanten schließen|löschen|auflösen|stilllegen|schließt',
	'(schließen|löschen|schließt|löscht) (sie|ihr|bitte)? (unser|unseren|mein|meinen|das|den)? konto|account|arbeitsbereich',
	'hiermit kündigen|kündige',
	'kündigung zum|per|unseres|meines|unserer|meiner',
	'kündigen (wir|ich) (zum|per|fristgerecht|ordentlich|hiermit)',
	'(fristgerecht|ordentlich) (kündigen|kündige|gekündigt|kündigung)',
	'nicht (verlängern|verlängert|weiterführen|fortführen)',
	'(automatische verlängerung|auto renewal) (deaktivieren|abschalten|ausschalten|stoppen|beenden|abstellen)',
	oneLine`
		auf (den|das|die)? (kleineren|kleinere|kleinste|kleinsten|kostenlosen|kostenlose|günstigeren|
		günstigere|niedrigeren) (tarif|plan|paket|abo|version|edition)
	`,
	'lizenzen|lizenzanzahl|plätze|seats|nutzerlizenzen|arbeitsplätze reduzieren|verringern|herabsetzen|abbestellen|zurückgeben|streichen',
	'(reduzieren|verringern|reduziert|verringert) (sie|ihr|wir|bitte)? (die|unsere|anzahl)? lizenzen|plätze|seats|nutzerlizenzen',
	'(downgrade|herabstufung) (auf|unseres|unserer|meines|des|vom) (den|das|die|abos|vertrags|tarifs|plans|plan|lizenzen)',
	'(tarif|plan|abo|paket|lizenzen) (herabstufen|downgraden)',
	'(brauchen|benötigen|brauche|benötige) (euer|ihr|das|die|den|unser)? (produkt|tool|abo|konto|system|software|dienst) nicht mehr',
];

export const dataDeletion: readonly string[] = [
	'(personenbezogenen|personenbezogene|persönlichen|persönliche) daten löschen|gelöscht|löscht|löschung|entfernen',
	oneLine`
		(löschen|löscht|löschung) (sie|ihr|bitte)? (alle|aller|sämtliche|sämtlicher|meine|meiner|unsere|
		unserer|die|der)? (personenbezogenen|personenbezogener|persönlichen|persönlicher) daten
	`,
	'(alle|sämtliche) (daten|informationen) (über|zu) (mich|mir|uns) löschen|gelöscht',
	'recht auf löschung|vergessenwerden',
	'löschantrag|löschbegehren|löschersuchen',
	'(löschung|löschen) (nach|gemäß|laut) (dsgvo|art|artikel)',
];
