import { oneLine } from '../../../values/tables';
import type { CueList, ModelWords } from './types';

/** As english.ts, in German. Accents are folded when matching ("ä" counts as "a", "ß" as "ss"). */
const GERMAN_CUES: CueList = {
	failure: oneLine`
		funktioniert nicht|funktioniert ~ nicht|funktionieren nicht|geht nicht|geht ~ nicht mehr|
		geht nichts|geht gar nichts|klappt nicht|klappt ~ nicht|lauft nicht|startet nicht|ladt nicht|
		offnet nicht|speichert nicht|kaputt|defekt|absturz*|sturzt|abgesturzt|hangt|hangen|hangt sich auf|
		aufgehangt|friert|eingefroren|ausfall*|ausgefallen|storung*|fehler|fehlerhaft|fehlgeschlagen|
		schlagt fehl|leer|leere|bleibt leer|nicht mehr|kommt nicht an|kommen nicht an|nicht angekommen|
		nicht ubertragen|ubertragt nicht|ubertragt ~ nicht|nicht gesendet|nicht verschickt|
		nicht gespeichert|nicht erreichbar|abgelehnt|timeout|bricht ab|abgebrochen|passiert nichts|
		keine mails|steht still|ausgetragen|blockiert
	`,
	loss: oneLine`
		verschwunden|verschwindet|weg|sind weg|ist weg|alles weg|geloscht|verloren|verlieren|datenverlust|
		fehlen|fehlt|fehlende|uberschrieben|nicht mehr da|nicht auffindbar|wo sind|
		niemand hat etwas geloscht
	`,
	wrongData: oneLine`
		falsch|falsche|falschen|stimmt nicht|stimmen nicht|stimmt etwas nicht|stimmt das nicht|doppelt|
		doppelte|zweimal|widerspruch*|abweich*|passt nicht|passen nicht|nicht zu uns gehoren|fremde|fremden|
		welche zahl|die es nicht gibt|unterschiedlich*
	`,
	blocked: oneLine`
		konnen nicht|konnen keine|konnen wir nicht|konnen wir keine|kann nicht|kann niemand|kann keiner|
		nicht arbeiten|nicht moglich|unmoglich|gesperrt|ausgesperrt|blockiert|blockieren|stillstand|
		steht seit|steht deshalb|steht|lahm|lahmgelegt|liegt still|kommt keiner|kommt niemand|
		kommt ~ keiner mehr rein|nicht mehr rein|nicht ausliefern|niemand kann|keiner kann|keinen zugriff
	`,
	people: oneLine`
		unsere kunden|unseren kunden|kunden|mitarbeiter|kollegen|kollegin|meine leute|mein team|unser team|
		fahrer|patienten|schuler|ganze abteilung|alle benutzer|niemand|keiner|betroffen|beschwer*|
		fragen mich|leute
	`,
	business: oneLine`
		produktion|umsatz|auftrage|bestellungen|rechnungen|lohn|lohne|gehalter|monatsabschluss|
		quartalsabschluss|jahresabschluss|vorstand|geschaftsfuhr*|chef|steuerberater*|wirtschaftsprufer|
		prufer|audit|finanzamt|shop steht|shop|lager|vertragsstrafe|strafe|kosten uns|kostet uns|
		geld verlier*|erklaren|peinlich|entschuldig*|bankschluss|pflegekraft|station
	`,
	deadline: oneLine`
		heute|morgen|bis freitag|bis montag|bis morgen|bis heute|frist|stichtag|sofort|umgehend|
		unverzuglich|dringend|so schnell wie moglich|schnellstmoglich|um 0 uhr|in einer stunde|noch heute|
		eilt|spatestens
	`,
	repetition: oneLine`
		wieder|schon wieder|zum 0th mal|0th mal|0th nachricht|0th mail|0th ticket|0th anfrage|0th anruf|
		0th woche|0th tag|0th bearbeiter|0th montag|0th monat|0 mails|0 tickets|0 anrufe|0 mal|der 0th dem|
		die 0th der|erneut|immer noch|immer noch nicht|noch immer|weiterhin|nach wie vor|zum dritten mal|
		zum vierten mal|zum zweiten mal|zum 0 mal|zum wiederholten|dritte nachricht|dritte mail|dritter|
		vierter|vierte|mehrfach|mehrmals|standig|dauernd|laufend|jedes mal|jeden tag|jeden morgen|
		jede woche|in folge|seit wochen|seit tagen|seit monaten|seit jahren|seit dem update|seit montag|
		seit gestern|seit heute|seit dem|seit uber|wie am montag|derselbe|dasselbe|gleiche|wortgleich|
		zweimal|dreimal
	`,
	waiting: oneLine`
		keine antwort|keine ruckmeldung|keine reaktion|kein ruckruf|niemand meldet|niemand antwortet|
		meldet sich niemand|meldet sich keiner|keiner antwortet|warte|warten|wartet|wartezeit|gewartet|
		seit 0|vor 0 wochen|vor wochen|ruckmeldung|nachfrage|nachhaken|erinner*|zugesagt|versprochen|
		hiess es|heisst es|vertrostet|ruckruf|ruft nie|nie zuruckruft|hinterherlauf*|hinterher|
		bis heute nicht|verspatung|verzug|uberfallig|noch jemand da|jemand da|ignoriert|schweigen|hinhalten|
		warteschleife|aufgelegt|wo bleibt|bleibt die antwort|passiert hier|tut sich|etwas neues|frage jetzt
	`,
	churn: oneLine`
		kundigen|kundigung|kundige|wechseln|wechsel|anderen anbieter|andere anbieter|anbieter|konkurrenz|
		mitbewerber|alternativ*|nicht verlangern|keine verlangerung|nicht weiter|beenden|geld zuruck|
		umsteigen|abspringen|keine grundlage|bekomme ich ~ nicht durch
	`,
	legal: oneLine`
		anwalt|rechtsanwalt|rechtlich*|klage|gericht|mahnung|mahnungen|abmahnung|fristsetzung|
		schadensersatz|schadenersatz|mindern|vertragsbruch|vertraglich*|datenschutz*|aufsichtsbehorde|dsgvo|
		behorde|haftung|haften|zuruckbuchen|lastschrift platzen|platzen|betrug|widerspruch|
		verbraucherzentrale|melden
	`,
	money: oneLine`
		abgebucht|doppelt abgebucht|berechnet|zu viel|gutschrift|erstattung|ruckerstattung|zuruckzahl*|geld|
		teuer|uberteuert|preiserhohung|bezahlen wir|zahlen wir|bezahlt|wofur zahle*|kostenpflichtig
	`,
	anger: oneLine`
		frechheit|unverschamt*|unfassbar|inakzeptabel|nicht akzeptabel|nicht hinnehmbar|unmoglich|
		katastrophe|katastrophal|peinlich|lacherlich|witz|ein witz|schlecht|schlechter|schlechteste|
		furchtbar|schrecklich|grauenhaft|mist|scheiss*|scheisse|verdammt|sauer|wutend|wut|arger*|argerlich|
		nervt|nervig|nerven|reicht|mir reicht|es reicht|schnauze voll|satt|nutzlos|unbrauchbar|dreck|mull|
		idiot*|dumm|blod|hasse|hass|unglaublich|zum kotzen|saftladen|absurd|skandal|schande|arsch*|fuck*|
		krank|dreist|eklig|schlimm|😡|🤬|😤|👎|💩|danke fur nichts|erpressung
	`,
	disappointment: oneLine`
		enttausch*|frustrier*|leider|schade|traurig|vertrauen|geduld|leid|ich bin es ~ leid|mude|verzweif*|
		unzufrieden|bedauer*|erwartet|hatte mehr erwartet|sorge|sorgen|muhsam|unangenehm|nicht leicht|
		ratlos|uberfordert|verarscht|heulen|weinen|weint|angst|trau*|umstandlich|langsam
	`,
	sarcasm: oneLine`
		gluckwunsch|herzlichen gluckwunsch|bravo|toll|super gemacht|na toll|na super|klasse leistung|
		danke fur nichts|grossartig|wunderbar|naturlich|offenbar|angeblich|sportlich|sagen wir|
		sicherer gehts|respekt|meisterleistung|beeindruckend|genial|immerhin|ach ja|haha|lol
	`,
	support: oneLine`
		geschlossen|als gelost geschlossen|gelost ist|nicht gelost|textbaustein*|standardantwort|bot|
		chatbot|lesen sie|nicht gefragt|weitergeleitet|zustandig*|ansprechpartner|herumgereicht|verlauf|
		noch einmal erklar*|erklare|vorgesetzte*|eskalier*|eskalation|mit einem menschen|menschen sprechen|
		beschwerde|rufen sie mich|anrufen|niemand weiss|keiner weiss|keine info|nicht informiert|ausrede*|
		entschuldigt|keinmal geholfen|nicht weitergeholfen|nichts gebracht|hat nicht geholfen|
		geholfen hat es nicht|stand alles schon|steht alles in|besteht weiter
	`,
	accusation: oneLine`
		was soll das|wer hat sich|wer hat|was muss|was ist los|wofur|warum|wieso|weshalb|wie lange noch|
		wie kann|das kann doch|kann doch nicht|kann nicht sein|darf nicht|darf doch|so kann man nicht|
		so geht das nicht|nicht zumutbar|zumutung|nicht mehr erklaren|gar nichts|uberhaupt|ernsthaft|
		im ernst|ihr ernst|eigentlich|endlich|bitte beheben|beheben sie|kummern sie|genau dafur|
		dafur haben wir|erwarte|fordere|verlange|wenn ich ~ sehe
	`,
	resolved: oneLine`
		funktioniert wieder|geht wieder|lauft wieder|klappt wieder|wieder da|hat sich erledigt|erledigt|
		gelost|behoben|passt alles|alles gut|alles da|alles wieder|hat geklappt|auf anhieb|fehlalarm|
		vergessen sie|mein fehler|unser fehler|an uns|bei uns|war abgelaufen|konnen sie ~ schliessen|
		ticket schliessen|angekommen|jetzt passt|verzogerungen sind weg|problem ist weg|fehler ist weg|
		probleme sind weg|was auch immer|was immer sie|wieder normal|stimmt jetzt|jetzt stimmt|
		entschuldigung|keine absturze mehr|kein einziger|keinen einzigen|keine fehler mehr|kein fehler mehr|
		keine probleme mehr|lauft rund|lauft alles|nicht verschwunden|falscher alarm|geschlossen werden|
		hat alles geklappt|kein absturz|keinen absturz|keine absturze|kein ausfall|ist wieder da|jetzt tuts|
		tut wieder|selbst gelost|keine storung|so gewollt|nichts verloren|datenverlust keiner
	`,
	praise: oneLine`
		danke|vielen dank|herzlichen dank|dankeschon|besten dank|super|klasse|prima|perfekt|grossartig|
		hervorragend|ausgezeichnet|freue|freut|freuen|freude|gut|gute|besser|beste|lob|zufrieden|begeistert|
		schnell|schnelle hilfe|liebe|lieb|schon|schone|schoner|gerne|gern|geil|cool|gluck|glucklich|spass|
		genial|wunderschon|hilfreich|geholfen|einwandfrei|reibungslos|empfehlen|nett|freundlich|👍|😊|❤|🎉|
		😍|bester support|weiter so|glucksgriff
	`,
	calm: oneLine`
		eilt nicht|keine eile|nicht dringend|nicht eilig|kleinigkeit|kleiner hinweis|nur ein hinweis|
		nur kurz|kurze frage|kurze ruckfrage|nur zur info|zur info|stort uns nicht|stort nicht|kein problem|
		nicht schlimm|in ruhe|wenn sie zeit|bei gelegenheit|etwas|ein bisschen|ein wenig|vielleicht|
		eventuell|vermutlich|wahrscheinlich|kann auch|konnte auch|aus versehen|versehentlich|nur fur|
		nur mit|konnen sie ignorieren|formsache|keine grosse sache|nicht wichtig|kein drama|nicht tragisch|
		halb so wild|stort mich nicht|nachtrag|bitte prufen|zur kenntnis|kein beinbruch|schade dass|
		schade das|fur uns nicht kritisch|nicht kritisch|ware gut wenn|morgen reicht|reicht morgen|
		browser egal|hangt an
	`,
	question: oneLine`
		wie kann|wie konnen|wie lege|wie richten|wie lange werden|wie oft|wie genau|wie viele|wie gross|
		wie wird|wie ist|wo finde|wo kann|wo ist|wo sind die|welche|welcher|welches|wann ist|wann wird|
		wann werden|kann man|konnen wir|konnten sie|konnen sie|konnte man|gibt es|ist es moglich|
		ist so etwas|ist das|wer ist|mussen wir|muss ich|darf man|frage|fragen|ich mochte wissen|
		wir mochten|wir wurden|ich wurde|wurden sie
	`,
	request: oneLine`
		bitte andern|bitte schicken|bitte senden|bitte kundigen sie|anbei|im anhang|kopie|rechnungskopie|
		rechnungsadresse|adresse|umzug|ziehen um|angebot|lizenz|lizenzen|neuer benutzer|hinzufugen|
		einrichten|aktivieren|umstellen|einstellung|testphase|pilot|test|probe|fragebogen|vertrag|
		gegengezeichnet|termin|schulung|nachste woche|nachsten monat|planen|geplant|vor ort|wartungsfenster|
		samstag|artikel 0 dsgvo|art 0 dsgvo|loschung meiner daten|loschung meiner personenbezogenen|
		personenbezogenen daten loschen|auskunft nach|recht auf loschung|aufbewahrungsfrist|0 dsgvo|
		meine personenbezogenen daten|loschung meiner
	`,
	feature: oneLine`
		schon ware|ware schon|ware toll|ware hilfreich|wunsch|wunschen|vorschlag|idee|funktion|geplant|
		ist so etwas geplant|in planung|konnte man|anregung|feature
	`,
	bulk: oneLine`
		abwesenheit*|nicht im buro|ausser haus|in dringenden fallen|automatische antwort|im urlaub|
		elternzeit|newsletter|abmelden|kostenlos*|agentur|sehr geehrte damen und herren|erstgesprach|
		bewerbung|unzustellbar|gewinn*|jetzt sichern|hat diese einladung|zugesagt|wird nicht weitergeleitet|
		nicht mehr fur|in unserer ausgabe|lieber leser|liebe leserinnen
	`,
	security: oneLine`
		datenleck|datenpanne|fremde daten|fremden kunden|kundennamen|vertraulich*|gehackt|hacker|
		sicherheitslucke|im klartext|unbefugt*|ausgeschiedene*|ehemaligen mitarbeiter*|trotz deaktivierung|
		einsehen|sieht dann unsere|zugriff
	`,
	labour: oneLine`
		von hand|manuell|handisch|auf papier|papier|excel|abtippen|neu eingeben|uberstunden|stunden|
		wochenende|klickt|klicken|klicks|abends|ganzen tag|halben tag|mehraufwand|doppelte arbeit
	`,
	bigNumber: oneLine`
		0 leute|0 mitarbeiter|0 benutzer|0 kunden|0 bestellungen|0 auftrage|0 fahrer|0 artikel|0 stunden|
		0 tage|0 wochen|0 mal|alle|alles|samtliche|jeder|jede|jeden|hunderte|tausende|dutzende|rund 0|
		uber 0|die halfte|komplett*|gesamte|ganze|ganzes
	`,
	onset: oneLine`
		seit|seit heute|heute morgen|heute fruh|gestern|letzte nacht|nach dem update|seit der umstellung|
		seit der migration|plotzlich|auf einmal|ohne ankundigung|ohne vorwarnung|neue version|
		neue oberflache|neuen oberflache|update
	`,
	recontact: oneLine`
		zum 0th mal|0th mal|0th nachricht|0th mail|0th ticket|0th anfrage|0th anruf|0th woche|0th tag|
		0th bearbeiter|0th montag|der 0th dem|immer noch nicht|immer noch keine*|nach wie vor|schon wieder|
		mehrfach|mehrmals|bereits ~ gemeldet|bereits ~ geschrieben|habe ich schon|noch einmal erklare*|
		in folge|dieselbe antwort|bis heute nicht|bis heute keine*|wortgleich|immer noch
	`,
	leaving:
		'vertrag ~ kundigen|abo ~ kundigen|abonnement ~ kundigen|konto ~ kundigen|kundigen wir|' +
		'kundige ich|hiermit kundig*|kundigen sie ~ vertrag|kundigung ~ vertrag*|kundigung zum|' +
		'fristgerecht|nachstmoglichen termin|nicht verlangern|verlangern ~ nicht|' +
		'nicht verlangert|automatischen verlangerung|abo ~ beenden|abo beenden|' +
		'vertrag ~ beenden|vertrag ~ enden|vertragsende|beendigung|konto ~ schliessen|' +
		'konto ~ loschen|konto schliessen|konto loschen|schliesst ~ konto|' +
		'schliessen sie ~ konto|loschen sie ~ konto|account ~ loschen|account loschen|' +
		'loschen sie ~ mandanten|mandanten ~ loschen|schlussrechnung|wechseln ~ anbieter|' +
		'anderen anbieter|anderes system|anderen programm|anderes programm|eigene losung|' +
		'abo ~ nicht mehr|vertrag ~ nicht mehr|herabstuf*|downgrade|kleineres paket|' +
		'basis paket|lizenzen reduzieren|lizenzen ~ streichen|auf 0 reduzieren|' +
		'weniger lizenzen|geschaft ~ aufgeben|betrieb ~ einstellen|kundigungsbutton|' +
		'auf 0 lizenzen reduzieren|von 0 auf 0 reduzieren|bleibt bei der kundigung|' +
		'mochte ~ kundigen|mochten ~ kundigen|wie kundige',
	withdrawal:
		'termin ~ absagen|termin ~ entfallen|bestellung ~ stornieren|storniere*|stornierung|' +
		'probeabo*|testphase|testzugang|testkonto|probezeit|wechseln nicht|heissen nur|' +
		'umfirmierung|firmieren|aufstocken|zusatzliche lizenzen|weitere lizenzen|abbestellen|' +
		'kundigungsfrist',
	template:
		'fehlerbeschreibung|beschreibung|schritte|schritte zum|erwartetes verhalten|erwartet|' +
		'erwartetes ergebnis|tatsachliches|tatsachlich|umgebung|reproduzierbar|betriebssystem|' +
		'version|gerat|haufigkeit|modell|browser',
};

export const GERMAN: ModelWords = {
	cues: GERMAN_CUES,
	negations: 'nicht kein keine keinen keiner nie niemand ohne weder',
	numbers: 'zwei drei vier funf sechs sieben acht neun zehn elf zwolf zwanzig',
	ordinals: oneLine`
		zweite zweiten zweites dritte dritten dritter drittes vierte vierten vierter funfte funften
	`,
};
