import { describe, expect, it } from 'vitest';

import { sentimentOf } from './scoreOf';

describe('praise, and trouble that is denied, stays below the lowest rule:', () => {
	it.each([
		'No outages since March, and the night shift is happy.',
		'We have not had a single error since the move.',
		'Your team never lets us down.',
		'This is damn good.',
		'I cannot praise your support enough.',
		'I wouldn’t trade it for any other tool.',
		'Bisher keine Ausfälle, läuft einwandfrei.',
		'Nichts zu meckern, danke!',
		'Aucun souci depuis la mise à jour.',
		'Rien à redire, merci.',
		'Sin ningún problema hasta la fecha, gracias.',
		'Nenhuma reclamação, tudo funcionando bem.',
		'Geen klachten, loopt prima.',
	])('%s', (body) => {
		expect(sentimentOf(body).score).toBeLessThan(50);
	});
});

describe('what follows a "but" is heard:', () => {
	it.each([
		'No problem with the login, but the export has been broken for three weeks and nobody answers.',
		'It ran without any problem until Monday, since then it crashes every hour and we cannot ship.',
		'Läuft super, wenn es läuft, aber seit Tagen stürzt es ständig ab und keiner antwortet.',
	])('%s', (body) => {
		expect(sentimentOf(body).score).toBeGreaterThanOrEqual(65);
	});
});
