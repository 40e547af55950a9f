import { describe, expect, it } from 'vitest';
import { normaliseCharacters } from '../../../nodes/core/text/characters';
import { cleanTicketText } from '../../../nodes/core/text/cleanTicketText';

const normal = (text: string): string => normaliseCharacters(text).text;

describe('characters', () => {
	it.each([
		['zero-width spaces', 'can\u200bcel', 'cancel'],
		['bidirectional overrides', '\u202ecancel\u202c', 'cancel'],
		['isolates and marks', '\u2066can\u2069\u200ecel', 'cancel'],
		['tag characters', 'cancel\u{e0061}\u{e0062}', 'cancel'],
		['joiners between Latin letters', 'can\u200dc\u200cel', 'cancel'],
	])('hidden ones go and are reported: %s', (_name, text, expected) => {
		expect(normaliseCharacters(text)).toMatchObject({ text: expected, hidden: true });
		expect(cleanTicketText({ body: text }).flags).toEqual(['hidden-characters']);
	});

	it.each([
		['soft hyphens and byte order marks', '\ufeffcan\u00adcel', 'cancel'],
		['control characters', 'can\u0000\u0007cel', 'cancel'],
	])('meaningless ones go without a report: %s', (_name, text, expected) => {
		expect(normaliseCharacters(text)).toMatchObject({ text: expected, hidden: false });
	});

	it('joiners stay where a script or an emoji needs them', () => {
		expect(normal('👩\u200d💻')).toBe('👩\u200d💻');
		expect(normal('می\u200cخواهم')).toBe('می\u200cخواهم');
	});

	it('every space is a space and every line break one line break', () => {
		expect(normal('a\u00a0b\u2009c\u3000d\te')).toBe('a b c d e');
		expect(normal('a\r\nb\rc\u2028d\u0085e')).toBe('a\nb\nc\nd\ne');
	});

	it('lone surrogates become the replacement character, pairs stay', () => {
		expect(normal('a\ud800b\udc00c 😡')).toBe('a\ufffdb\ufffdc 😡');
	});

	it('letters are composed, full-width, mathematical and joined ones are plain', () => {
		expect(normal('cafe\u0301')).toBe('café');
		expect(normal('ｃａｎｃｅｌ 𝐜𝐚𝐧𝐜𝐞𝐥 ﬁle')).toBe('cancel cancel file');
	});

	it('apostrophes and quotation marks stay as written', () => {
		expect(normal("can’t can't «export» “now”")).toBe("can’t can't «export» “now”");
	});

	it('look-alike letters within a Latin word become Latin and are reported', () => {
		const cleaned = cleanTicketText({ body: 'We will саncel the соntract' });
		expect(cleaned.text).toBe('We will cancel the contract');
		expect(cleaned.flags).toEqual(['look-alike-letters']);
	});

	it.each([
		['Russian', 'Экспорт не работает, отмена договора'],
		['Greek', 'Η εξαγωγή δεν λειτουργεί'],
		['a Russian word with a Latin ending', 'APIшка сломалась'],
		['units and symbols', '5 μs, 10 Ωm, β-Version, Δt'],
		['Chinese', '导出失败了'],
		['Arabic', 'التصدير لا يعمل'],
	])('text in its own script stays: %s', (_name, text) => {
		expect(normaliseCharacters(text)).toEqual({ text, hidden: false, lookAlikes: false });
	});

	it('piles of marks are cut down to eight', () => {
		expect(normal('a' + '\u0323'.repeat(500)).length).toBeLessThan(12);
	});
});
