import { oneLine, pattern } from '../../../values/tables';
import type { MatchWords } from './types';

export const GERMAN: MatchWords = {
	articles: oneLine`
		der die das den dem des ein eine einen einem einer eines mein meine meinen unser unsere unseren
		unserem unserer ihr ihre ihren diese dieser dieses diesen
	`,
	fillers: oneLine`
		ist sind war waren wurde wurden wird werden hat haben hatte hatten bei mit von im in auf zu zum
		zur fur am an seit immer noch schon mehr nur auch einfach plotzlich wieder jetzt heute gestern
		leider sehr komplett vollig total ganz gar uberhaupt mal alle alles viele einige gerade bereits
		dann da hier nun so bisher momentan aktuell
	`,
	pronouns: 'ich wir sie er es uns mir mich ihnen sich man',
	clauseBreaks: 'aber sondern obwohl weil denn jedoch trotzdem',
	conjunctions: 'und oder',
	conditions: 'wenn falls ob',
	negations: 'nicht kein keine keinen keinem keiner nie niemals ohne',
	resolutions: [
		'funktioniert|lauft|geht jetzt|wieder|nun|alles',
		'hat sich erledigt',
		'ist|sind|wurde|wurden behoben|gelost|erledigt|repariert',
		'problem|fehler|thema|ticket behoben|gelost|erledigt',
		'konnen das ticket schliessen',
	],
	praise: [
		'(vielen|herzlichen) dank fur',
		'tolle|super|klasse|grossartige arbeit|service|support|produkt|funktion|tool',
	],
	calm: [
		'nicht dringend|eilig|wichtig|schlimm|tragisch',
		'keine eile',
		'kein stress|problem',
		'eilt nicht',
	],
	content: [
		'keine beschwerden|klagen|abstürze|ausfälle',
		'keine probleme|fehler|störungen (mehr|seit|bisher|gehabt|gefunden)',
		'läuft|lief|laufen super|einwandfrei|rund|prima|perfekt|stabil|problemlos|wunderbar|reibungslos',
		'nichts zu meckern|beanstanden|bemängeln',
		'kein einziger|einziges absturz|ausfall|fehler|problem',
		'nie|noch nie enttäuscht',
	],
	notYet: pattern()`
		versprochen|versprach|zugesagt|angeblich|hiess|soll|sollte|sollten|wird|wurde mir|wurde uns|
		werden soll|laut|wenn|falls|sobald|bis|nicht|nie|kein\w*|bitte|hoffe|warum|erst|gemeldet|
		heisst es|ausser|bevor|ohne
	`,
	imagined: /was passiert|was ware/,
	asksMeaning: /was bedeutet/,
	means: /bedeutet/,
	condition: /wenn|falls|sollte/,
	determiners: /der|die|das|ein|eine|unser|unsere/,
	modal: /konnte|wurde/,
	general: pattern()`
		(?:ich|wir) (?:mochte|mochten|wurde|wurden)|wie (?:kann|konnen|mache)|gibt es|kann man
	`,
	complaining: /warum|wieder|immer noch|seit/,
	turn: /aber/,
	reported: /versprochen|gesagt|geschrieben|zugesagt|hiess es/,
	that: /dass/,
	forAWhile: /bis/,
	takenBack: pattern()`
		aber (?:jetzt|nun|heute|seit|dann)|und jetzt|und dann|dann (?:ging|kam|war|ist)|plotzlich
	`,
	spoiled: /bis|soll|nicht/,
	aside: /übrigens|nebenbei/,
	broughtBack: /wiederhergestellt/,
	asked: /losch\w*/,
	asking: /bitte|zu|konnt ihr|konnen sie/,
	was: /(?:hatten|haben|hatte|gab es|gibt es)(?: (?:wir|ich|es))?/,
	none: /kein\w*|nein/,
	kindOfRule: /klausel|versicherung|szenario/,
	afterTime: /nach \d+ (?:tag\w*|monat\w*|jahr\w*)/,
	ruleBefore: /ohne|gegen|einer|eine von/,
	oath: /verdammt\w*|sau/,
	glad: /gut|geil|genial|stark|schnell/,
	others: /sein\w*|kunden|kundin|mitglieds|nutzers|ihres kunden/,
	contract: /abo|abonnement|vertrag|konto/,
	ofPreposition: /von|fur/,
	ofArticle: /ein\w*|unser\w*/,
	people: /kunde\w*|nutzer\w*|mitglied\w*|mitarbeiter\w*/,
	when: /wenn|falls|sobald|nachdem|bevor/,
	anyTime: /jederzeit|monatlich/,
	undone: /versehentlich|aus versehen|reaktivier\w*/,
	few: /zwei|drei|vier|einige/,
	ofOurs: /unserer |von unseren |ungenutzte /,
	seats: /lizenzen/,
	from: /von/,
	to: /auf/,
	trial: /testphase|testzugang|testversion/,
};
