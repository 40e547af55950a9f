import { describe, expect, it } from 'vitest';

import { sentimentOf } from './scoreOf';

describe('a calm report of one fault is Neutral and below the lowest rule:', () => {
	it.each([
		'### Describe the problem\nThe import dialog closes without a message when the file has a BOM.\n### Steps\n1. Save as UTF-8 with BOM\n2. Import\n### Expected\nRows are read\n### Version\n5.4.1',
		'When I upload a PNG over 20 MB the preview stays empty. JPG works. Chrome 131, Windows 11.',
		'The webhook is delivered twice when the first answer takes longer than 10 s. Is that intended?',
		'Die App stürzt beim Scannen ab. Gerät: Zebra TC26, Android 11, App 3.0.2.',
		'**Beschreibung**\nBeim Drucken fehlt die letzte Seite.\n**Schritte**\n1. Beleg öffnen\n2. Drucken\n**Erwartet**\nAlle Seiten',
		'Beim Speichern eines Entwurfs erscheint "Fehler 500". Nach dem Neuladen ist der Entwurf da. Version 2.8.',
		"L'application se ferme quand j'ouvre la caméra. iPhone 13, iOS 18.1, version 6.2.",
		"L'export PDF coupe la dernière colonne depuis la version 7.3. Contournement : format paysage.",
		'La app se cierra al abrir el mapa. Android 14, versión 3.1.',
		'O app fecha ao abrir a câmera. Android 13, versão 2.4.',
		'De app sluit af bij het scannen. Toestel: Samsung A54, versie 4.0.1.',
	])('%s', (body) => {
		const { score, label } = sentimentOf(body);
		expect(label).toBe('Neutral');
		expect(score).toBeLessThan(50);
	});
});

describe('a report of what it does to people, or of lost data, is not calm:', () => {
	it.each([
		'The import dialog closes without a message since version 5.4, our ten clerks cannot enter orders and you have not answered for days.',
		'Since version 5.4.1 all our data has disappeared. Steps: 1. log in 2. look.',
		'Die App 3.0.2 stürzt seit drei Wochen beim Scannen ab, unser Lager steht und niemand antwortet.',
		"Depuis la version 6.2 l'application se ferme sans cesse, nos techniciens ne peuvent plus travailler et vous ne répondez pas.",
	])('%s', (body) => {
		expect(sentimentOf(body).score).toBeGreaterThanOrEqual(65);
	});
});
