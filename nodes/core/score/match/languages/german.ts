import { oneLine } from '../../../values/tables';
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
	notYet: oneLine`
		versprochen|versprach|zugesagt|angeblich|hiess|soll|sollte|sollten|wird|wurde mir|wurde uns|
		werden soll|laut|wenn|falls|sobald|bis|nicht|nie|kein\\w*|bitte|hoffe|warum|erst|gemeldet|heisst es|
		ausser|bevor|ohne
	`,
};
