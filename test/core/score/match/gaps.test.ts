import { describe, expect, it } from 'vitest';

import { compileTaxonomy, findSignals } from '../../../../nodes/core/score/match';

const quotes = (phrase: string, text: string): string[] => {
	const row = { signal: 'S', topic: '', riskLevel: 'high' as const, phrases: [phrase] };
	return findSignals(text, compileTaxonomy([row])).signals.map(({ quote }) => quote);
};

describe('between two words of a phrase may stand', () => {
	it.each([
		['articles, which do not count', 'The data of our the team now vanished.', true],
		['two words of content', 'The data entered Monday vanished.', true],
		['three words of content', 'The data entered Monday night vanished.', false],
		['three small words', 'The data has now really vanished.', true],
		['three adverbs', 'The data suddenly totally mysteriously vanished.', true],
		['a Portuguese "no" before a word', 'The data no app vanished.', true],
		['a "no" that denies', 'The data no vanished.', false],
		['a denial', 'The data has not vanished.', false],
		['five small words', 'The data has now really also just vanished.', false],
		['a comma and two small words', 'The data, it now vanished.', true],
		['a comma and three small words', 'The data, it now really vanished.', false],
		['six words, were they articles', 'The data the our my their your the vanished.', false],
		['three commas and a word', 'The data, so, well, then, it vanished.', false],
		['the end of a line', 'The data\nvanished.', true],
		['the end of a sentence', 'The data. Vanished.', false],
		['a "because"', 'The data because it vanished.', false],
		['an "and" with a new subject', 'The data and we vanished.', false],
		['an "and" without one', 'The data and files vanished.', true],
	])('%s: %s %s', (_what, text, isFound) => {
		expect(quotes('data vanished', text)).toHaveLength(isFound ? 1 : 0);
	});

	it('behind "can’t" a list, but no other verb', () => {
		expect(quotes("can't export", "We can't view or export it.")).toEqual(["can't view or export"]);
		expect(quotes("can't export", "We can't view, export it.")).toEqual(["can't view, export"]);
		expect(quotes("can't export", "We can't view, print, export.")).toEqual([]);
		expect(quotes("can't export", "We can't wait to export.")).toEqual([]);
	});

	it('nothing between two small words', () => {
		expect(quotes('had it with', 'We had it with you.')).toEqual(['had it with']);
		expect(quotes('had it with', 'We had sent it yesterday with a note.')).toEqual([]);
	});
});

describe('groups of words are read as one:', () => {
	it.each([
		["can't export", 'We are no longer able to export.', 'no longer able to export'],
		["can't export", 'There is no way to export.', 'no way to export'],
		["can't export", 'It is impossible to export.', 'impossible to export'],
		["can't export", 'It does not allow us to export.', 'does not allow us to export'],
		['not loading', 'The page refuses to load.', 'refuses to load'],
		['not loading', 'The page fails to load.', 'fails to load'],
		['not loading', 'The page is no longer loading.', 'no longer loading'],
		['not loading', 'The page stopped loading.', 'stopped loading'],
		['fail to load', 'The page fails to load.', 'fails to load'],
		['login failed', 'To log in failed.', 'log in failed'],
		['login failed', 'Signing into failed.', 'Signing into failed'],
		['email lost', 'The e-mail lost.', 'e-mail lost'],
		['stop sync', 'You stop the sync.', 'stop the sync'],
		['not loading', 'It cannot load.', 'cannot load'],
		['page not loading', 'The page cannot load.', 'page cannot load'],
		['page not loading', 'The page stopped loading.', 'page stopped loading'],
		['not sync', 'It stopped syncing.', 'stopped syncing'],
		["can't export", 'We do not have any way, unable to export.', 'unable to export'],
	])('%s in "%s"', (phrase, text, quote) => {
		expect(quotes(phrase, text)).toEqual([quote]);
	});

	it('and "stop" is no "not" before a noun', () => {
		expect(quotes('not sync', 'Please stop sync jobs.')).toEqual([]);
	});

	it('but not over a comma', () => {
		expect(quotes("can't export", 'I am unable, to export.')).toEqual([]);
	});
});

describe('letters are folded:', () => {
	it.each([
		['grosse stoerung', 'GROSSE Stoerung', 1],
		['große störung', 'Grosse Storung', 1],
		['cœur brisé', 'coeur brise', 1],
		['ødelagt ærlig', 'odelagt aerlig', 1],
		['don`t respond', "they don't respond", 1],
		['für', 'fuer', 0],
	])('%s and %s', (phrase, text, times) => {
		expect(quotes(phrase, text)).toHaveLength(times);
	});
});

describe('a misspelling', () => {
	it.each([
		['integration', 'The intgration vexes.', 1],
		['integration', 'The integrration vexes.', 1],
		['integration', 'The integartion vexes.', 1],
		['integration', 'The integrqtion vexes.', 1],
		['integration', 'The xntegration vexes.', 0],
		['integration', 'The integratiox vexes.', 0],
		['integration', 'The intgrtion vexes.', 0],
		['tickets', 'The tikets vexes.', 0],
		['webhook', 'The wbhooks vexes.', 1],
		['charged', 'It changed vexes.', 0],
		['export', 'The exportng vexes.', 1],
		['crash', 'The crahsing vexes.', 0],
		['counterrevolutionaries', 'The counterrevolutonaries vexes.', 1],
	])('of %s in "%s"', (word, text, times) => {
		expect(quotes(`${word} vexes`, text)).toHaveLength(times);
	});
});
