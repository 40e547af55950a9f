import { describe, expect, it } from 'vitest';
import { cleanTicketText, MAX_TEXT_LENGTH } from '../../../nodes/core/text/cleanTicketText';

/**
 * Anything that takes the square of these lengths takes minutes to hours, so that a generous limit
 * tells without measuring time.
 */
const TIMEOUT = 30_000;
const MEGABYTE = 1_000_000;
const DEPTH = 100_000;

const repeat = (unit: string, length: number): string =>
	unit.repeat(Math.ceil(length / unit.length));

function expectBounded(body: string, format: 'auto' | 'html' = 'auto'): void {
	const cleaned = cleanTicketText({ subject: 'Re: Export', body }, { format });
	expect(cleaned.text.length).toBeLessThanOrEqual(MAX_TEXT_LENGTH + 100);
	expect(cleaned.bodyStart).toBeLessThanOrEqual(cleaned.text.length);
}

describe('a megabyte of', () => {
	it.each([
		'>',
		'> \n',
		'> a\n',
		'On ',
		'On \n',
		'a ',
		'a',
		'<',
		'< ',
		'<a ',
		'\n',
		' \n',
		' ',
		'-- ',
		'-- \n',
		'_____\n',
		'On x wrote:\n',
		'On 5 May 2024 at 10:00, x wrote:\n',
		'From: a\n',
		'From: a\nSent: b\nTo: c\nSubject: d\n',
		'```\n',
		'{\n',
		':\n',
		'X Y\n',
		'\ud800',
		'e\u0301\u0323',
		'\u0301\u0323',
		'а',
		'aа',
		'&amp;',
		'\r',
		'On 3\n',
		'On 3 May 2024 10:12 <a@b.c\n',
		' On 3 May 2024 10:12 <a@b.c>:',
		'---- a wrote ----\n',
		'Fra: a@b.c\nSendt: 3 May 2024 10:12\nTil: Bo\n',
		'A: b\n',
		'(14:52) A: b\n',
		'A (14:52): b\n',
		'> (https://a\nb)\n',
		'data:image/png;base64,AAAA',
		'Ã©',
		'Regards\nJane\nA | B\n',
	])('%j', (unit) => expectBounded(repeat(unit, MEGABYTE)), TIMEOUT);
});

describe('300,000 characters of', () => {
	it.each([
		'On\n',
		'<a>',
		'</',
		'<!--',
		'~~~\n',
		'~~~x ',
		'{code}\n',
		'`',
		'``` a',
		'at a(b)\n',
		'at ',
		'[',
		'2024-05-01 10:00:00 ',
		'[ERROR] ',
		'a.',
		'"',
		'{"',
		'Best regards\n',
		'Best regards\nJohn\n',
		'Thanks ',
		'this email is confidential ',
		'this email is confidential\n',
		'\u200b',
		'\u200d',
		'a\u200d',
		'&',
		'&#',
		'_',
		'-',
		'=',
		'#',
		'##-',
		'##-\n',
		'*',
		'(',
		'a@',
		'a@b.',
		'@',
		'.',
		'1',
		'1.',
		'1:',
		'00:00:00',
		'Sent from ',
		'Sent from my iPhone\n',
		'I am out of office ',
		'wrote:',
		'wrote:\n',
		': ',
		'Am schrieb ',
		'🙂',
		'ﬁ',
		'\t',
		'\r\n',
		'\u2028',
		'javax.',
		'at a.b (c:1:1)\n',
		'Traceback (most recent call last):\n',
		'File "',
		'File "a", line 1\n',
		'#0 ',
		'x\n',
		'<https://',
		'a<https://',
		'\n - _',
		'-_*',
		'---\n',
		'\n \u200b',
		'your message to ',
		'From: ',
		'To: a\n',
		'\u0600\u200c',
		'> 5\n',
		'CAUTION: outside the\n',
		'CAUTION: outside the ',
		'we do not \n',
		'Unsubscribe me\n\n',
		'"a": 1\n',
		'A\n--\n',
		'Am 3. Mai 2024 um 10:12 schrieb Support:\n\n',
		'𝐚',
	])('%j', (unit) => expectBounded(repeat(unit, 300_000)), TIMEOUT);
});

describe('100,000 nested', () => {
	it.each([
		'div',
		'blockquote',
		'p',
		'b',
		'span',
		'table',
		'table><tr><td',
		'ul><li',
		'li',
		'td',
		'pre',
		'a',
		'x-y',
		'acme',
		'script',
		'span hidden',
		'p><b',
		'div><span hidden',
		'div class="gmail_quote"',
		'font style="white-space:pre"',
		'blockquote><pre',
	])(
		'<%s>',
		(tag) => {
			const start = `<${tag}>`.repeat(DEPTH);
			expectBounded(`${start}x${`</${tag}>`.repeat(DEPTH)}`, 'html');
			expectBounded(`${start}x`, 'html');
			expectBounded(`${start}x${'</b></p></i>'.repeat(DEPTH / 4)}`, 'html');
		},
		TIMEOUT,
	);

	it('tags do not hide the text in them', () => {
		const body = `${'<div>'.repeat(DEPTH)}Nothing loads.${'</div>'.repeat(DEPTH)}`;
		expect(cleanTicketText({ body }).text).toBe('Nothing loads.');
	});
});

describe('half a megabyte of broken HTML', () => {
	it.each([
		'<!--',
		'<![CDATA[',
		'<?',
		'<a b="',
		'<a b=c ',
		'&lt',
		'&#x',
		'&am',
		'&nGt',
		'</',
		'</div',
		'<br>',
		'<td>',
		'<li>',
		'<p>a',
		'<b>a',
		'<div>a</div>',
		'<img alt="🙂">',
		'<style>',
		'<title>',
		'<textarea>',
		'<title></title><title>',
		'<div style="font-size:0">a',
		'<pre>we are all here</pre>',
		'<plaintext>',
		'<div style="display:">',
		'<pre>\n',
		'<p>From: a<br>Sent: b<br>To: c</p>',
		'<div style="font-size:0 ',
		'<a:b>',
		'<style>.a{display:none}',
		'<style>.a{',
		'<a href="mailto:',
		'<div class="ydp1ydp1">',
		'<div style="border:none;border-top:solid #">',
		'<\u0000',
	])('%s', (unit) => expectBounded(repeat(unit, 500_000), 'html'), TIMEOUT);

	it(
		'with a style attribute of spaces',
		() => {
			expectBounded(`<div style="${' '.repeat(500_000)}">x</div>`, 'html');
			expectBounded(repeat(`<div style="${' '.repeat(1_900)}:">`, 500_000), 'html');
		},
		TIMEOUT,
	);
});

describe('very long tickets', () => {
	it('are cut at a space after the first 100,000 characters, and say so', () => {
		const cleaned = cleanTicketText({ body: 'again '.repeat(50_000) });
		expect(cleaned.text.length).toBeLessThanOrEqual(MAX_TEXT_LENGTH);
		expect(cleaned.text.endsWith(' again')).toBe(true);
		expect(cleaned.flags).toEqual(['truncated']);
		expect(cleaned.cut).toEqual([{ kind: 'truncated', characters: 299_999 - cleaned.text.length }]);
	});

	it('are never cut within a character', () => {
		expect(cleanTicketText({ body: '😡'.repeat(60_000) }).text.isWellFormed()).toBe(true);
		expect(cleanTicketText({ body: `a${'😡'.repeat(60_000)}` }).text.isWellFormed()).toBe(true);
		expect(cleanTicketText({ subject: `a${'😡'.repeat(900)}` }).text.isWellFormed()).toBe(true);
		expect(cleanTicketText({ subject: `${'😡'.repeat(900)}` }).text.isWellFormed()).toBe(true);
	});

	it('are read up to two million characters', () => {
		const cleaned = cleanTicketText({ body: `Nothing loads.${' '.repeat(5_000_000)}end` });
		expect(cleaned.text).toBe('Nothing loads.');
		expect(cleaned.flags).toEqual(['truncated']);
	});
});
