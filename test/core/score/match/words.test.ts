import { describe, expect, it } from 'vitest';

import { compileTaxonomy, findSignals } from '../../../../nodes/core/score/match';

const failed = compileTaxonomy([
	{ signal: 'S', topic: '', riskLevel: 'high', phrases: ['export failed'] },
]);
const read = (text: string) => findSignals(text, failed);

describe('the trouble is over:', () => {
	it.each([
		'It works again.',
		'Now works.',
		'All works fine.',
		'Works like a charm.',
		'It worked like a charm.',
		'I got it sorted.',
		'We got it to work.',
		'I managed to fix it.',
		'It is fixed.',
		'Now resolved.',
		'It fixed itself.',
		'Issue resolved.',
		'Solved, thank you.',
		'All sorted.',
		'All good now.',
		'All good.',
		'All clear now.',
		'All fine.',
		'We are back to normal.',
		'It is up and running.',
		'We are back online now.',
		'The error is gone.',
		'The problem went away.',
		'It is no longer a problem.',
		'It is not happening anymore.',
		'It has not occurred since.',
		'Closing this ticket.',
		'Please close this.',
		'It can be closed.',
		'Nevermind.',
		'Nvm.',
		'Please disregard my previous message.',
		'Disregard my mail.',
		'False alarm.',
		'I figured it out.',
		'We found the culprit.',
		'It was user error.',
		'It was my mistake.',
		'My bad.',
		'That did the trick.',
		'It did the trick.',
		'Restarting helped.',
		'The workaround works.',
		'Thanks for fixing it.',
		'Thanks for the quick fix.',
		'It recovered by itself.',
		'Sorry for the noise.',
		'It is stable since.',
		'It has been refunded.',
		'It is back, thanks.',
		'Case closed from here.',
		'Alles funktioniert wieder.',
		'Hat sich erledigt.',
		'Er wurde behoben.',
		'Problem gelöst.',
		'Wir können das Ticket schließen.',
		'Cela fonctionne à nouveau.',
		'Ça remarche.',
		'C’est réglé.',
		'Souci résolu.',
		'Tout est rentré dans l’ordre.',
		'Vous pouvez clore.',
		'Ya funciona bien.',
		'Funciona de nuevo.',
		'Ha vuelto a funcionar.',
		'Error solucionado.',
		'Quedó arreglado.',
		'Voltou ao normal.',
		'Já está funcionando.',
		'Foi resolvido.',
		'Erro corrigido.',
		'Podem fechar.',
		'Het werkt weer.',
		'Het is opgelost.',
		'Storing voorbij.',
		'Het ticket mag dicht.',
	])('%s', (text) => {
		expect(read(text).resolution).toBeDefined();
	});

	it.each([
		'It should be fixed by now.',
		'It was never fixed.',
		'When will it be fixed?',
		'It has been fixed, but now it is slow.',
		'It was fixed and then broke.',
		'It was fixed until Monday.',
		'It was fixed for a day.',
		'We were promised that it is fixed.',
		'It would be fixed.',
		'Your team closed this ticket.',
		'It worked before.',
		'Es soll behoben sein, angeblich ist es behoben.',
		'Uns wurde gesagt, dass es behoben ist.',
		'Es ist behoben, aber jetzt ist es langsam.',
		'Ce n’est jamais réglé.',
		'On nous a dit que c’est réglé.',
		'C’est réglé, mais maintenant c’est lent.',
		'Nunca quedó arreglado.',
		'Nos dijeron que está resuelto.',
		'Está resuelto, pero ahora va lento.',
		'Não foi resolvido.',
		'Disseram que foi resolvido.',
		'Foi resolvido, mas agora está lento.',
		'Het is nooit opgelost.',
		'Er is gezegd dat het is opgelost.',
		'Het is opgelost, maar nu is het traag.',
	])('and here it is not: %s', (text) => {
		expect(read(text).resolution).toBeUndefined();
	});
});

describe('praise:', () => {
	it.each([
		'I love the tool.',
		'We love it.',
		'Great support.',
		'Thanks so much for that.',
		'Much appreciated.',
		'Very pleased with it.',
		'We are delighted with it.',
		'Keep up the good work.',
		'Well done.',
		'It works beautifully for us.',
		'It is exactly what we needed.',
		'It saved us hours.',
		'Highly recommend.',
		'Super helpful.',
		'Kudos to you.',
		'The new version is awesome.',
		'I am a big fan of it.',
		'A game changer.',
		'Five stars.',
		'A lifesaver.',
		'Vielen Dank für alles.',
		'Tolle Arbeit.',
		'Merci beaucoup pour tout.',
		'Excellent travail.',
		'Muchas gracias por todo.',
		'Gran trabajo.',
		'Muito obrigado pela ajuda.',
		'Ótimo trabalho.',
		'Hartelijk bedankt voor alles.',
		'Goede service.',
	])('%s', (text) => {
		expect(read(text).praise.length).toBeGreaterThan(0);
	});

	it.each(['Thanks in advance.', 'Please help.', 'Danke im Voraus.'])('and none: %s', (text) => {
		expect(read(text).praise).toEqual([]);
	});
});

describe('it has time, so that a fault counts nothing:', () => {
	it.each([
		'no rush',
		'it is not urgent',
		'nothing serious',
		'I am not in a hurry',
		'no big deal',
		'it is not a huge issue',
		'low priority',
		'it is not a blocker',
		'just curious',
		'out of curiosity',
		'whenever you get time',
		'take your time',
		'at your convenience',
		'for your information',
		'just for our records',
		'I thought you might like to know',
		'it works fine otherwise',
		'I am otherwise happy',
		'we can live with it',
		'no need to hurry',
		'no action needed',
		'for your logs',
		'it is not a problem for us',
		'cosmetic',
		'nicht schlimm',
		'keine Eile',
		'kein Stress',
		'es eilt nicht',
		'rien d’urgent',
		'pas grave',
		'quand vous aurez le temps',
		'no es urgente',
		'sin prisa',
		'no corre prisa',
		'não é grave',
		'sem pressa',
		'niet dringend',
		'geen haast',
	])('%s', (calm) => {
		expect(read(`The export failed today, ${calm}`).signals).toEqual([]);
	});

	it.each(['today', 'as you know', 'in our office', 'nicht mehr'])('but not: %s', (other) => {
		expect(read(`The export failed, ${other}`).signals).toHaveLength(1);
	});
});

describe('nothing is wrong:', () => {
	it.each([
		'No crashes since May.',
		'Zero complaints.',
		'No problem at all.',
		'It runs without any hitch.',
		'Not a single outage.',
		'It never disappoints.',
		'It never lets us down.',
		'I would not swap it for another.',
		"I can't praise it enough.",
		'We could not be happier.',
		'It exceeded our expectations.',
		'Nothing to complain about.',
		'Hats off.',
		'Bloody brilliant.',
		'Keine Beschwerden.',
		'Keine Probleme bisher.',
		'Läuft einwandfrei.',
		'Nichts zu meckern.',
		'Kein einziger Absturz.',
		'Noch nie enttäuscht.',
		'Aucun souci.',
		'Sans le moindre accroc.',
		'Rien à redire.',
		'Jamais déçu.',
		'Tout marche parfaitement.',
		'Ninguna queja.',
		'Sin ningún problema.',
		'Nunca defrauda.',
		'Ni un solo fallo.',
		'Todo va perfecto.',
		'Nenhuma reclamação.',
		'Sem falhas.',
		'Nunca desaponta.',
		'Tudo funcionando perfeitamente.',
		'Geen klachten.',
		'Werkt prima.',
		'Niets te klagen.',
		'Nooit teleurgesteld.',
	])('%s', (text) => {
		expect(read(text).content).toBeDefined();
	});

	it.each(['It crashes.', 'No answer.', 'We have complaints.'])('but not: %s', (text) => {
		expect(read(text).content).toBeUndefined();
	});
});
