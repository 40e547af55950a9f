import { describe, expect, it } from 'vitest';

import { sentimentOf } from './scoreOf';

describe('a repair that was only promised, past, conditional or told by someone else resolves nothing:', () => {
	it.each([
		'We were told it would be fixed by Easter, then by summer. It is autumn.',
		'It ran fine for a year, then suddenly half of the scans come out blank.',
		'It worked, and then it stopped saving anything.',
		'If it is fixed by tomorrow we stay, otherwise we look elsewhere.',
		'Your colleague wrote that it has been fixed. It has not.',
		'Mir wurde versprochen, dass der Fehler bis Mai behoben ist. Wir haben August.',
		'Angeblich ist das Problem behoben, bei uns geht weiterhin nichts.',
		'Lief ein Jahr super, dann ging plötzlich gar nichts mehr.',
		'On nous a promis que ce serait corrigé en mars, puis en juin.',
		'Cela devait être résolu hier, toujours rien.',
		'Nos prometieron que estaría solucionado en marzo y seguimos igual.',
		'Prometeram que seria resolvido em março, e nada.',
		'Ons is beloofd dat het in maart opgelost zou zijn, en nog steeds niets.',
	])('%s', (body) => {
		expect(sentimentOf(body).flags).not.toContain('resolved');
	});
});

describe('good news is:', () => {
	it.each([
		'It works now, thanks a lot!',
		'The problem has been fixed, you can close the ticket.',
		'It worked, thank you!',
		'Restarting fixed it. Thanks!',
		'Das Problem ist behoben, vielen Dank!',
		'Hat sich erledigt, war mein Fehler.',
		'Le problème est résolu, merci !',
		'Ya está solucionado, gracias.',
		'Já foi resolvido, obrigado!',
		'Het is opgelost, bedankt!',
	])('%s', (body) => {
		const sentiment = sentimentOf(body);
		expect(sentiment.flags).toContain('resolved');
		expect(sentiment.score).toBeLessThanOrEqual(40);
	});
});
