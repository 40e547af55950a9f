import { oneLine } from '../../values/tables';
import type { TopicWords } from './types';

export const GERMAN: TopicWords = {
	cancellation: [
		oneLine`
			kündigung|kündigen|kündige|gekündigt|kündigungsfrist|anbieterwechsel|kündigungsbestätigung|
			vertragsende
		`,
		'(nicht verlängern|anbieter wechseln|zur konkurrenz|zu einem anderen anbieter)',
		'~wettbewerber|konkurrenz|alternativen|stornieren|verlängern',
	],
	security: [
		oneLine`
			sicherheit|sicherheitsfragebogen|sicherheitslücke|datenschutz|dsgvo|datenleck|
			informationssicherheit|gehackt|schwachstelle|lieferantenfragebogen|verschlüsselung|avv|
			auftragsverarbeitung|auftragsverarbeitungsvertrag|datenschutzbeauftragter|schadsoftware
		`,
		oneLine`
			(daten|kunden|rechnungen|aufträge) (eines anderen|anderer|einer anderen|einer fremden|fremder)
			(kunden|firma|firmen|unternehmens|unternehmen)
		`,
		oneLine`
			(fremde daten|fremde kunden|fremden firma|nicht unsere kunden|nicht von uns|die nicht unsere
			sind|die uns nicht gehören)
		`,
	],
	billing: [
		oneLine`
			(rechnung|rechnungen|rechnungsadresse|rechnungsanschrift|rechnungsnummer|rechnungskorrektur|
			abrechnung|abrechnungen|gutschrift|erstattung|rückerstattung|zahlung|zahlungen|zahlungsart|
			zahlungsmittel|zahlungsziel|preis|preise|preisliste|preiserhöhung|abgebucht|abbuchung|doppelt
			berechnet|mahnung|mahnungen|umsatzsteuer|mehrwertsteuer|ust|lastschrift|überweisung|
			kreditkarte|rabatt|bestellnummer|verlängerungsangebot|tarif|tarifwechsel|lizenzkosten|gebühr|
			gebühren)
		`,
		oneLine`
			~lizenz|lizenzen|kosten|bezahlen|bezahlt|zahlen|angebot|verlängerung|abo|abonnement|beitrag|
			betrag|geld|euro|vertrag|berechnet|kostenpflichtig|buchhaltung
		`,
	],
	access: [
		oneLine`
			anmelden|anmeldung|angemeldet|einloggen|login|log-in|zugang|zugänge|zugangsdaten|zugriff|
			zugriffsrechte|kennwort|passwort|passwörter|benutzerkonto|benutzerverwaltung|berechtigung|
			berechtigungen|benutzerrechte|adminrechte|ausgesperrt|gesperrt|entsperren|ausgeloggt|
			abgemeldet|zwei-faktor|einmalcode|registrierung|anmeldelink|einladungslink
		`,
		'(benutzer|nutzer|mitarbeiter) anlegen|hinzufügen|entfernen|löschen|einladen',
		'~konto|benutzer|nutzer|rolle|rollen|rechte|einladung|einladen|freischalten|mitarbeiterin',
	],
	export: [
		'exportieren|exportiert|exporte|exportdatei|datenexport|csv-export|excel-export|pdf-export',
		'~herunterladen|download|csv-datei|csv',
	],
	sync: [
		'synchronisierung|synchronisiert|synchronisieren|synchronisation|konnektor|abgleich',
		oneLine`
			(keine bestellung|keine bestellungen|keine aufträge kommen|nicht übertragen|nicht übermittelt|
			überträgt nicht|überträgt nichts)
		`,
		'~datev|sap|lexware|sage|übertragung|übertragen|übermittelt|übergabe',
	],
	integration: [
		oneLine`
			schnittstelle|schnittstellen|anbindung|anbinden|integration|integrationen|webhook|webhooks|
			api-schlüssel|api-zugang|api|automatisierung|automatisierungen
		`,
		'(verbinden mit|mit der buchhaltung verbinden|shop mit|verbindung zu|verbindung mit)',
		'~(verbindung|verbinden|token|fehler 500)',
	],
	notifications: [
		oneLine`
			(benachrichtigung|benachrichtigungen|benachrichtigt|erinnerungen|erinnerungsmail|mailversand|
			newsletter|push-nachrichten|tageszusammenfassung|mails kommen nicht|e-mails kommen nicht|
			tägliche zusammenfassung|tägliche übersicht|übersichtsmail|keine mails|keine e-mails)
		`,
		oneLine`
			~erinnerung|mails|mail|e-mail|e-mails|nachricht|nachrichten|zusammenfassung|alarm|alarme|spam
		`,
	],
	performance: [
		oneLine`
			(langsam|langsamer|langsames|langsame|langsamen|langsame reaktion|ladezeit|ladezeiten|
			performance|geschwindigkeit|hängt sich|abgestürzt|stürzt|absturz|abstürze|friert|ruckelt|
			eingefroren|antwortzeiten|wartezeiten|schneller|zeitüberschreitung|verzögerung|verzögerungen|
			ladekreis)
		`,
		'~(hängt|sekunden|minuten|dauert|lädt|lange|eine minute|pro klick|geduld|schnell|quälend)',
	],
	outage: [
		oneLine`
			(ausfall|ausfälle|systemausfall|totalausfall|störung|störungen|unterbrechung|unterbrechungen|
			wartungsfenster|wartung|verfügbarkeit|statusseite|nicht erreichbar|komplett ausgefallen|alles
			steht|steht alles|geht gar nichts)
		`,
		'~503|stillstand|steht',
	],
	import: [
		'importieren|importiert|importdatei|datenimport|csv-import|importfehler|importe',
		'(hochladen|hochgeladen)',
		'~(migration|umzug der daten|upload)',
	],
	data: [
		oneLine`
			datensätze|datensatz|datenverlust|auswertung|auswertungen|kennzahlen|statistik|statistiken|
			datensicherung|backup|wiederherstellen|wiederhergestellt|papierkorb|dubletten|duplikate|
			umsatzzahlen|bestände|lagerbestand|lagerbestände|speicherplatz|archivieren
		`,
		oneLine`
			(verschwunden|überschrieben|alles weg|sind weg|ist weg|spurlos|falsche zahlen|zahlen stimmen
			nicht|stimmen nicht|alles da|doppelt angelegt)
		`,
		'~daten|zahlen|berechnung|berechnet|kachel|gelöscht|weg|filter|summe|summen|verlauf',
		'~bericht|berichte',
	],
	mobile: ['(handy|smartphone|tablet|mobile anwendung|mobile app|handy-app)', '~app-update|app'],
	ui: [
		oneLine`
			(oberfläche|benutzeroberfläche|schaltfläche|menü|menüs|bedienung|umständlich|unübersichtlich|
			design|knopf|klicks|maske|schriftgröße|barrierefrei|barrierefreiheit|einstellungsseite|
			tippfehler|übersetzung|neue ansicht|dunkler modus)
		`,
		'(wo ist denn|wo finde ich|finde ich nicht|nicht mehr gefunden)',
		oneLine`
			~ansicht|spalte|spalten|filter|seite|kalender|kalenderwoche|sortierung|sortieren|feld|anzeige|
			angezeigt|drucken|bildschirm
		`,
	],
	support: [
		oneLine`
			(meine anfrage|unsere anfrage|keine antwort|niemand antwortet|antwortet niemand|einen menschen
			sprechen|kundenservice|kundendienst|ansprechpartner|ansprechpartnerin|hotline|beschwerde|
			beschwerden|chatbot|eskalieren|eskalation|euer support|ihr support|ihrem support|support-team
			erreichen)
		`,
		'~ticket|bearbeiter|antwort|rückruf|support|verlauf',
	],
	'feature request': [
		oneLine`
			(wunsch|wünsche|vorschlag|funktionswunsch|verbesserungsvorschlag|roadmap|sammelbearbeitung|
			offline-modus|notfallknopf|wäre schön|wäre toll|wäre hilfreich|noch geplant|ist geplant)
		`,
		'~(geplant|funktion|gibt es einen)',
	],
	question: ['(wie kann ich|wie können wir|wie richten wir)'],
};
