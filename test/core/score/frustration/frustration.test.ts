import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../../nodes/core/language/detectLanguage';
import {
	generalScore,
	loadModel,
	shippedModel,
	type FrustrationModel,
} from '../../../../nodes/core/score/frustration';
import {
	EXCLAMATION,
	hashTokens,
	NUMBER,
	QUESTION,
	STOP,
	SYMBOL,
	WORD,
} from '../../../../nodes/core/score/frustration/tokens';
import { MODEL_WEIGHTS } from '../../../../nodes/core/score/frustration/weights';
import { tokensOf } from '../../../../nodes/core/text/tokens';

const scoreOf = (text: string, model?: FrustrationModel) =>
	generalScore(text, detectLanguage(text).language, model);
const probability = (text: string): number => scoreOf(text).probability;

describe('the trained file', () => {
	it('is at most 1 MB', () => {
		expect(Buffer.from(MODEL_WEIGHTS, 'base64').length).toBeLessThanOrEqual(1_048_576);
	});

	it('is refused when it was made for other features', () => {
		expect(() => loadModel(new Uint8Array(64))).toThrow('npm run train');
	});

	it('gives the same score from a fresh copy', () => {
		const copy = loadModel(Uint8Array.from(Buffer.from(MODEL_WEIGHTS, 'base64')));
		const text = 'Still no answer, and our customers cannot log in.';
		expect(scoreOf(text, copy).probability).toBe(probability(text));
		expect(copy.version).toBe(shippedModel().version);
	});
});

describe('pairs on one topic: calm below, frustrated above', () => {
	it.each([
		['How often does the sync run?', 'The sync has stopped again and nobody answers.'],
		['Is there a call to kill or abort a running job?', 'Every job aborts since your update.'],
		[
			'We were charged a bit more in October, is that the new seat? Just for my records.',
			'We were charged twice in October and this is the third time I ask for the refund.',
		],
		[
			'All outstanding issues are solved, outstanding support!',
			'This issue has been outstanding since February, please tell me if it will ever be fixed.',
		],
		[
			'Wie richten wir die Schnittstelle ein?',
			'Die Schnittstelle funktioniert immer noch nicht, und niemand meldet sich.',
		],
		[
			'À quelle heure la synchronisation est-elle lancée ?',
			'La synchronisation ne marche toujours pas, aucune réponse depuis une semaine.',
		],
		[
			'¿Cómo exporto la lista a Excel?',
			'Sigue sin funcionar la exportación y nadie contesta desde hace dos semanas.',
		],
		[
			'Como exporto a lista para o Excel?',
			'A exportação continua sem funcionar e ninguém responde há duas semanas.',
		],
		[
			'How do I cancel the meeting on Tuesday?',
			'Please cancel our contract at the end of the term.',
		],
		[
			'Wir wechseln nicht, wir heißen nur anders: bitte die Rechnungsadresse ändern.',
			'Hiermit kündigen wir den Vertrag fristgerecht zum Jahresende.',
		],
		['👍👍', '😡😡'],
		[
			'**Steps to reproduce** open the app **Expected behavior** it starts **Actual** it closes',
			'Your app closes at every start, for weeks now, and nobody at your support cares.',
		],
		['Hoe zet ik de koppeling aan?', 'De koppeling werkt nog steeds niet en niemand reageert.'],
	])('%s / %s', (calm, frustrated) => {
		expect(probability(calm)).toBeLessThan(0.65);
		expect(probability(frustrated)).toBeGreaterThanOrEqual(0.65);
	});
});

describe('the language of the ticket', () => {
	it('says whose turns of phrase count', () => {
		const text = 'Il y a un problème, personne ne répond.';
		const french = generalScore(text, 'fr').probability;
		expect(generalScore(text, 'de').probability).not.toBe(french);
	});

	it.each([undefined, 'it'])('counts those of every language where it is %s', (language) => {
		expect(generalScore('Niemand antwortet, nobody answers', language)).toMatchObject({
			probability: generalScore('Niemand antwortet, nobody answers', 'xx').probability,
		});
	});
});

describe('what does not matter', () => {
	it('is capitals', () => {
		const text = 'Where can I change the card on file?';
		expect(probability(text.toUpperCase())).toBe(probability(text));
	});

	it('is the kind of apostrophe and of accents', () => {
		expect(probability('It doesn’t work')).toBe(probability("It doesn't work"));
		expect(probability('É tudo inaceitável')).toBe(probability('E tudo inaceitavel'));
		expect(probability('caf\u00e9')).toBe(probability('cafe\u0301'));
	});
});

describe('contributions', () => {
	it('name the words that raised and lowered the score, cut out of the text', () => {
		const text = 'Thank you, but the export is still broken and nobody answers.';
		const parts = scoreOf(text).contributions();
		for (const { start, end, text: piece } of parts) expect(text.slice(start, end)).toBe(piece);
		const raised = parts.filter(({ weight }) => weight > 0).map(({ text: piece }) => piece);
		const lowered = parts.filter(({ weight }) => weight < 0).map(({ text: piece }) => piece);
		expect(raised).toContain('nobody answers');
		expect(lowered).toContain('Thank you');
	});
});

describe('the contributions of a long text', () => {
	const parts = scoreOf(
		`Nobody answers and the export is still broken. Unacceptable! We lost invoices, twice, and our customers
		complain every day. Thanks for the nice webinar, but we are furious and will cancel the contract.`,
	).contributions();

	it('are the twenty strongest, strongest first', () => {
		const strength = parts.map(({ weight }) => Math.abs(weight));
		expect(parts).toHaveLength(20);
		expect(strength).toEqual([...strength].sort((a, b) => b - a));
		expect(strength.at(-1)).toBeGreaterThan(0.02);
	});
});

describe('any text', () => {
	it('has a probability, the same each time, and contributions inside it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
				const first = scoreOf(text);
				expect(first.probability).toBeGreaterThanOrEqual(0);
				expect(first.probability).toBeLessThanOrEqual(1);
				for (const { start, end, text: piece } of first.contributions()) {
					expect(text.slice(start, end)).toBe(piece);
				}
				expect(scoreOf(text).probability).toBe(first.probability);
			}),
		);
	});

	it('may be as long as it likes', () => {
		expect(probability('please help '.repeat(90_000))).toBeLessThanOrEqual(1);
		expect(probability('a'.repeat(1_000_000))).toBeLessThanOrEqual(1);
		expect(probability("'".repeat(1_000_000))).toBeLessThanOrEqual(1);
		expect(probability('')).toBeLessThanOrEqual(1);
	});
});

describe('the tokens of the weights', () => {
	const read = (text: string) => hashTokens(tokensOf(text), null);
	const words = (text: string): string[] => {
		const { count, start, end } = read(text);
		return Array.from({ length: count }, (_, index) => text.slice(start[index], end[index]));
	};

	it.each([
		["can't", ["can't"]],
		["l'export", ['l', 'export']],
		["d'un coup", ["d'un", 'coup']],
		['1,140.50 EUR', ['1,140.50', 'EUR']],
		['at 10:30. 5.', ['at', '10:30', '.', '5', '.']],
		["the 90's", ['the', '90', 's']],
		['Hi!!! Ok...', ['Hi', '!!!', 'Ok', '...']],
		['what?! no', ['what', '?', '!', 'no']],
		['fine :) or ;-(', ['fine', ':)', 'or', ';-(']],
		['note:Done', ['note', ':D', 'one']],
		['ratio 3:4, a:b', ['ratio', '3:4', 'a', 'b']],
		['bad 😡😡', ['bad', '😡', '😡']],
		['☎ ❤️ ²', ['☎', '❤']],
		['a_b', ['a', 'b']],
		['line\n\nline', ['line', '\n\n', 'line']],
		['nº5, 2ª', ['nº5', '2ª']],
		['cafe\u0301s', ['cafe\u0301s']],
		['サーバーが落ちた', ['サーバーが落ちた']],
	])('of %j are %j', (text, expected) => {
		expect(words(text)).toEqual(expected);
	});

	it.each([
		['CAFÉ', 'cafe'],
		['Straße', 'strasse'],
		["can't", 'cant'],
		['can’t', 'cant'],
		['seven', '7'],
		['1,140.50', '3'],
		['3rd', 'third'],
		['zweite', '2nd'],
	])('%s and %s are one', (one, other) => {
		expect([...read(one).hash.slice(0, 1)]).toEqual([...read(other).hash.slice(0, 1)]);
	});

	it.each([
		['cant', 'canto'],
		['?', '??'],
		['😡', '😀'],
		[':)', ':('],
		['3', 'third'],
		['sieben', 'siebene'],
	])('%s and %s are two', (one, other) => {
		expect(read(one).hash[0]).not.toBe(read(other).hash[0]);
	});

	it('tell words, numbers, questions, exclamations, stops and symbols apart', () => {
		const { kind, count } = read('Why 42? No! Ok. 😡 … a1');
		expect([...kind.slice(0, count)]).toEqual([
			WORD,
			NUMBER,
			QUESTION,
			WORD,
			EXCLAMATION,
			WORD,
			STOP,
			SYMBOL,
			STOP,
			WORD,
		]);
	});

	it('have a rough stem from six letters on, the same for all that begin alike', () => {
		const { stem } = read('crash crashed crashing crate');
		expect(stem[0]).toBe(0);
		expect(stem[1]).toBe(stem[2]);
		expect(stem[1]).not.toBe(0);
		expect(stem[3]).toBe(0);
	});

	it('have groups of four letters, from the third letter of a word on', () => {
		const { grams, gramToken, gram } = read('no login, log');
		expect(grams).toBe(4);
		expect([...gramToken.slice(0, grams)]).toEqual([1, 1, 1, 2]);
		expect(gram[0]).toBe(gram[3]);
		expect(gram[0]).not.toBe(gram[1]);
	});

	it('end with the 4000th', () => {
		const { count } = read('a '.repeat(5000));
		expect(count).toBe(4000);
	});
});
