import { describe, expect, it } from 'vitest';

import { compileTaxonomy, findSignals } from '../../../../nodes/core/score/match';
import type { RiskLevel } from '../../../../nodes/core/item/types';

/** One made-up word of trouble stands in sentences of every language, so that only what surrounds it tells. */
const WORD = 'zorkbruch';
const counts = (text: string, riskLevel: RiskLevel = 'high', alwaysCounts = false): boolean => {
	const row = { signal: 'S', topic: '', riskLevel, phrases: [WORD], alwaysCounts };
	return findSignals(text, compileTaxonomy([row])).signals.length > 0;
};

describe('a trouble is imagined or asked about in general, in every language:', () => {
	it.each([
		'What happens after a zorkbruch?',
		'In case of a zorkbruch, call us.',
		'How would you react to a zorkbruch?',
		'We want to prevent a zorkbruch.',
		'What does zorkbruch mean?',
		'How do I report a zorkbruch?',
		'Is there a zorkbruch page?',
		'I would like to understand the zorkbruch page.',
		'If the zorkbruch comes, tell us.',
		'There might be zorkbruch.',
		'Was passiert bei einem Zorkbruch?',
		'Was bedeutet Zorkbruch, was bedeutet das?',
		'Wie kann ich einen Zorkbruch melden?',
		'Gibt es einen Zorkbruch?',
		'Falls ein Zorkbruch kommt, melden wir uns.',
		'Que se passe-t-il, que se passe zorkbruch ?',
		'Comment peut-on signaler un zorkbruch ?',
		'Est-ce qu’un zorkbruch est listé ?',
		'Si un zorkbruch arrive, on appelle.',
		'¿Qué pasa si hay zorkbruch?',
		'¿Cómo puedo informar de un zorkbruch?',
		'¿Es posible un zorkbruch?',
		'Caso un zorkbruch, avisamos.',
		'O que acontece com um zorkbruch?',
		'Como posso relatar um zorkbruch?',
		'É possível um zorkbruch?',
		'Se um zorkbruch vier, avisamos.',
		'Wat gebeurt er bij een zorkbruch?',
		'Hoe kan ik een zorkbruch melden?',
		'Kunnen we een zorkbruch melden?',
		'Als een zorkbruch komt, bellen we.',
	])('%s', (text) => {
		expect(counts(text)).toBe(false);
	});

	it.each([
		'The zorkbruch is back.',
		'Why is there a zorkbruch?',
		'How do I stop this zorkbruch, please?',
		'Der Zorkbruch ist da.',
		'Warum gibt es einen Zorkbruch?',
		'Gibt es schon wieder einen Zorkbruch, immer noch?',
		'Un zorkbruch est là.',
		'Pourquoi est-ce qu’il y a un zorkbruch ?',
		'Comment peut-on vivre avec ce zorkbruch depuis lundi ?',
		'Hay un zorkbruch.',
		'¿Cómo puedo trabajar con este zorkbruch, por qué sigue?',
		'Há um zorkbruch.',
		'Er is een zorkbruch.',
		'Waarom is er een zorkbruch?',
	])('and here it is not: %s', (text) => {
		expect(counts(text)).toBe(true);
	});
});

describe('a trouble is denied, in every language:', () => {
	it.each([
		'no zorkbruch',
		'without any zorkbruch',
		'never a zorkbruch',
		'hardly any zorkbruch',
		'neither zorkbruch',
		'kein Zorkbruch',
		'nie ein Zorkbruch',
		'ohne Zorkbruch',
		'nicht der Zorkbruch',
		'aucun zorkbruch',
		'jamais de zorkbruch',
		'pas de zorkbruch',
		'ningún zorkbruch',
		'nunca un zorkbruch',
		'sin zorkbruch',
		'nenhum zorkbruch',
		'nem zorkbruch',
		'não zorkbruch',
		'sem zorkbruch',
		'geen zorkbruch',
		'nooit een zorkbruch',
		'zonder zorkbruch',
	])('%s', (text) => {
		expect(counts(text)).toBe(false);
	});

	it.each([
		'nur nicht: Zorkbruch',
		'not only a zorkbruch',
		'nicht nur Zorkbruch',
		'pas seulement zorkbruch',
	])('but not with "only", or behind a colon: %s', (text) => {
		expect(counts(text)).toBe(true);
	});
});

describe('a critical word is a rule or none, in every language:', () => {
	const isCritical = (text: string) => counts(text, 'critical');

	it.each([
		'Zorkbruch: none',
		'zorkbruch was nil',
		'Zorkbruch: keiner',
		'Zorkbruch hatten wir keinen',
		'Zorkbruch : aucun',
		'Zorkbruch: ninguno',
		'Zorkbruch: nenhum',
		'Zorkbruch: geen',
		'the zorkbruch policy',
		'die Zorkbruch Klausel',
		'zorkbruch after 30 days',
		'Zorkbruch nach 30 Tagen',
		'zorkbruch après 30 jours',
		'zorkbruch después de 30 días',
		'zorkbruch após 30 dias',
		'zorkbruch na 30 dagen',
		'the maximum zorkbruch',
		'one of the zorkbruch',
		'gegen Zorkbruch',
		'einer der Zorkbruch',
		'when a zorkbruch',
	])('%s', (text) => {
		expect(isCritical(text)).toBe(false);
	});

	it.each([
		'Zorkbruch: yes',
		'Zorkbruch: 40',
		'Zorkbruch seit 30 Tagen',
		'the zorkbruch is here',
		'der Zorkbruch',
	])('and here it is an event: %s', (text) => {
		expect(isCritical(text)).toBe(true);
	});
});

describe('ending something is not leaving, in every language:', () => {
	const leaves = (text: string) => counts(text, 'high', true);

	it.each([
		['someone else’s', 'zorkbruch for one customer'],
		['someone else’s', 'zorkbruch for our client'],
		['someone else’s', 'Zorkbruch von einem Kunden'],
		['someone else’s', 'Zorkbruch für unsere Mitarbeiter'],
		['someone else’s', 'zorkbruch de la cliente'],
		['someone else’s', 'zorkbruch de nuestros usuarios'],
		['someone else’s', 'zorkbruch de um cliente'],
		['someone else’s', 'zorkbruch van een klant'],
		['undone', 'zorkbruch by mistake'],
		['undone', 'Zorkbruch aus Versehen'],
		['undone', 'zorkbruch par erreur'],
		['undone', 'zorkbruch por error'],
		['undone', 'zorkbruch por engano'],
		['undone', 'zorkbruch per ongeluk'],
		['a trial', 'zorkbruch of the pilot'],
		['a trial', 'Zorkbruch der Testphase'],
		['a trial', 'zorkbruch de l’essai'],
		['a trial', 'zorkbruch de la prueba'],
		['a trial', 'zorkbruch do teste'],
		['a trial', 'zorkbruch van de proefperiode'],
		['a mailing', 'zorkbruch of the newsletter'],
		['a part', 'zorkbruch modules'],
		['a part', 'zorkbruch two of our seats'],
		['a part', 'Zorkbruch zwei Lizenzen'],
		['a part', 'zorkbruch deux licences'],
		['a part', 'zorkbruch dos licencias'],
		['a part', 'zorkbruch duas licenças'],
		['a part', 'zorkbruch twee licenties'],
		['a little', 'zorkbruch from 40 to 30'],
		['a little', 'Zorkbruch von 40 auf 30'],
		['a little', 'zorkbruch de 40 à 30'],
		['a little', 'zorkbruch de 40 para 30'],
		['a little', 'zorkbruch van 40 naar 30'],
		['a question', 'If we zorkbruch, what then?'],
		['a question', 'zorkbruch monthly?'],
		['a question', 'Ist Zorkbruch jederzeit erlaubt?'],
		['a question', 'Wenn wir Zorkbruch wollen, was dann?'],
		['a question', 'Zorkbruch à tout moment ?'],
		['a question', 'Quand on zorkbruch, alors ?'],
		['a question', '¿zorkbruch en cualquier momento?'],
		['a question', 'zorkbruch a qualquer momento?'],
		['a question', 'zorkbruch op elk moment?'],
	])('%s: %s', (_why, text) => {
		expect(leaves(text)).toBe(false);
	});

	it.each([
		'zorkbruch',
		'zorkbruch of all of it',
		'zorkbruch from 40 to 8',
		'Zorkbruch von 40 auf 8',
		'zorkbruch monthly.',
		'zorkbruch two hundred',
	])('and this is: %s', (text) => {
		expect(leaves(text)).toBe(true);
	});
});
