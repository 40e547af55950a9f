import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	decodeHeaderWords,
	decodeLeftoverEntities,
	repairMisreadLetters,
} from '../../../nodes/core/text/encodings';
import { cleanTicketText } from '../../../nodes/core/text/cleanTicketText';

describe('encoded words of a header', () => {
	it.each([
		['=?utf-8?Q?Import=20fails=21?=', 'Import fails!'],
		['=?UTF-8?B?S8O8bmRpZ3VuZw==?=', 'Kündigung'],
		['Re: =?iso-8859-1?q?R=E9siliation?= now', 'Re: Résiliation now'],
		['=?utf-8?Q?two?= =?utf-8?Q?_words?=', 'two words'],
		['=?utf-8?q?f=C3?= =?UTF-8?q?=BCr?=', 'für'],
		['=?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
		['=?x-unknown?Q?a?=', '=?x-unknown?Q?a?='],
		['=?utf-8?B?!!?=', '=?utf-8?B?!!?='],
		['what =? means', 'what =? means'],
	])('are read: %s', (header, text) => {
		expect(decodeHeaderWords(header)).toBe(text);
	});

	it('reach the score in the subject', () => {
		expect(cleanTicketText({ subject: '=?utf-8?Q?Re=3A_Import=20fails?=' }).text).toBe(
			'Import fails',
		);
	});
});

describe('escapes of HTML in plain text', () => {
	it.each([
		['It doesn&#39;t load &amp; fails', "It doesn't load & fails"],
		['&#x2019;&#8217;&rsquo;', '’’’'],
		['&bogus; &#1; &#xD800; &#9999999; &', '&bogus; &#1; &#xD800; &#9999999; &'],
	])('are undone: %s', (escaped, text) => {
		expect(decodeLeftoverEntities(escaped)).toBe(text);
	});

	it('are undone in subjects, too, and hide nothing', () => {
		expect(cleanTicketText({ subject: 'Can&#39;t log in' }).text).toBe("Can't log in");
		expect(cleanTicketText({ body: 'can&#8203;cel' })).toMatchObject({
			text: 'cancel',
			flags: ['hidden-characters'],
		});
	});
});

describe('letters that were read in the wrong encoding', () => {
	it.each([
		['It doesnâ€™t load', 'It doesn’t load'],
		['CafÃ© â€“ GrÃ¼ÃŸe â‚¬', 'Café – Grüße €'],
		['ðŸ˜¡', '😡'],
		['DÃ©jÃ  Ã  la carte, dÃ©jÃ  Ã\u00a0 midi', 'Déjà à la carte, déjà à midi'],
		['VERSÃO À la carte, NÃO', 'VERSÃO À la carte, NÃO'],
		['où, ça, Â', 'où, ça, Â'],
		['Umlauts come in as Ã¼', 'Umlauts come in as Ã¼'],
		['Les accents sortent mal : « HÃ©lÃ¨ne » (é)', 'Les accents sortent mal : « HÃ©lÃ¨ne » (é)'],
	])('are repaired: %s', (misread, text) => {
		expect(repairMisreadLetters(misread)).toBe(text);
		expect(cleanTicketText({ subject: misread }).text).toBe(text);
		expect(cleanTicketText({ body: `<p>${misread}</p>` }).text).toBe(text);
	});
});

it('whatever comes, nothing throws and letters stay whole', () => {
	const piece = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.constantFrom(
			'=?utf-8?B?',
			'=?x?q?',
			'?=',
			'=C3',
			'&#x',
			'&#39;',
			'Ã',
			'©',
			'â€',
			'™',
			';',
		),
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const text = pieces.join('');
			const read = repairMisreadLetters(decodeLeftoverEntities(decodeHeaderWords(text)));
			expect(typeof read).toBe('string');
			expect(cleanTicketText({ subject: text, body: text }).text.isWellFormed()).toBe(true);
		}),
		{ numRuns: 500 },
	);
});

it('an encoded word that cannot be read stays behind what was read before it', () => {
	expect(decodeHeaderWords('=?utf-8?Q?Ros=C3=A9?= =?x-none?Q?=FF?= end')).toMatch(
		/^Rosé.*=\?x-none\?Q\?=FF\?= end$/,
	);
	expect(decodeHeaderWords('=?utf-8?Q?Ros=C3=A9?= =?utf-8?B?%%%?= end')).toMatch(/^Rosé.*end$/);
});
