import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanTicketText, type CleanedText } from '../../../nodes/core/text/cleanTicketText';

/** Any code units at all, lone surrogates included. */
const wild = fc
	.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0x20, max: 0x7e })), {
		maxLength: 300,
	})
	.map((units) => String.fromCharCode(...units));

const PARTS = [
	'The export fails.',
	'nobody answers',
	'',
	' ',
	'> quoted',
	'>> quoted',
	'--',
	'-- ',
	'___________',
	'```',
	'```js',
	'~~~',
	'{code}',
	'On Fri, 3 May 2024 at 10:12, Jane <jane@acme.example>',
	'wrote:',
	'On Fri, 3 May 2024 at 10:12, Jane <j@a.example> wrote:',
	'Am 03.05.2024 um 10:12 schrieb Jane <j@a.example>:',
	'From: Jane',
	'Sent: Friday',
	'To: Ops',
	'Subject: Export',
	'---------- Forwarded message ---------',
	'-----Original Message-----',
	'##- Please type your reply above this line -##',
	'Best regards,',
	'Jane Doe',
	'Sent from my iPhone',
	'at a.b.C(D.java:1)',
	'Traceback (most recent call last):',
	'File "x", line 1',
	'ValueError: x',
	'{"level":"error"}',
	'This email is confidential and intended for the addressee.',
	'See below',
	'FYI',
	'<div>',
	'</div>',
	'<p>',
	'</p>',
	'<br>',
	'<blockquote>',
	'</blockquote>',
	'<div class="gmail_quote">',
	'<div id="divRplyFwdMsg">',
	'<pre>',
	'</pre>',
	'<span style="display:none">',
	'</span>',
	'<!--',
	'-->',
	'<script>',
	'</script>',
	'&lt;',
	'&amp;',
	'&nbsp;',
	'<acme>',
	'\u200b',
	'\u202e',
	'\ud83d',
	'😡',
	'ﬁ',
	'саncel',
	'\u0301',
	'\u00a0',
];
const mail = fc
	.array(
		fc.tuple(fc.constantFrom(...PARTS), fc.constantFrom('\n', '\n', '\r\n', '\n\n', ' ', '')),
		{ maxLength: 40 },
	)
	.map((parts) => parts.map(([part, end]) => part + end).join(''));

const text = fc.oneof(wild, mail);
const format = fc.constantFrom('auto' as const, 'html' as const, 'text' as const);
const ticket = fc.record({ subject: text, body: text }, { requiredKeys: [] });

/** Composing may take more room for a few letters, and ligatures and lone marks always do. */
const roomFor = (input = ''): number =>
	Math.max(input.length, input.normalize('NFC').length, input.normalize('NFKC').length);

function bodyOf(cleaned: CleanedText): string {
	return cleaned.text.slice(cleaned.bodyStart);
}

describe('any ticket', () => {
	it('is cleaned to well-formed text that is no longer than what came in', () => {
		fc.assert(
			fc.property(ticket, format, (input, chosen) => {
				const cleaned = cleanTicketText(input, { format: chosen });
				expect(cleaned.text.isWellFormed()).toBe(true);
				expect(cleaned.text.length).toBeLessThanOrEqual(
					roomFor(input.subject) + 2 + roomFor(input.body),
				);
				expect(cleaned.text).not.toMatch(
					/[^\P{Cc}\n]|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/u,
				);
				expect(cleaned.text).not.toMatch(/\n{3}|[ ]\n|^\s|\s$/);
			}),
			{ numRuns: 1_500 },
		);
	});

	it('keeps its subject and its body apart', () => {
		fc.assert(
			fc.property(ticket, (input) => {
				const cleaned = cleanTicketText(input);
				const subject = cleanTicketText({ subject: input.subject }).text;
				expect(cleaned.text.startsWith(subject)).toBe(true);
				if (subject !== '' && bodyOf(cleaned) !== '') {
					expect(cleaned.text.slice(0, cleaned.bodyStart)).toBe(`${subject}\n\n`);
				} else {
					expect(cleaned.bodyStart).toBe(subject.length);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it('is not changed by being looked at, and gives the same text twice', () => {
		fc.assert(
			fc.property(ticket, (input) => {
				const before = JSON.stringify(input);
				expect(cleanTicketText(Object.freeze(input))).toEqual(cleanTicketText(input));
				expect(JSON.stringify(input)).toBe(before);
			}),
			{ numRuns: 300 },
		);
	});

	it('reports each kind of cut once, with a positive count', () => {
		fc.assert(
			fc.property(ticket, format, (input, chosen) => {
				const { cut } = cleanTicketText(input, { format: chosen });
				expect(new Set(cut.map(({ kind }) => kind)).size).toBe(cut.length);
				for (const { characters } of cut) expect(characters).toBeGreaterThan(0);
			}),
			{ numRuns: 500 },
		);
	});

	it('never loses all its words', () => {
		fc.assert(
			fc.property(mail, (body) => {
				const hasWord = /[\p{L}\p{N}]/u;
				const cleaned = cleanTicketText({ body }, { format: 'text' });
				expect(hasWord.test(cleaned.text)).toBe(hasWord.test(body));
			}),
			{ numRuns: 1_000 },
		);
	});
});

describe('plain words', () => {
	const word = fc.stringMatching(/^[a-zäöüéñç]{1,12}$/);
	const sentence = fc
		.array(word, { minLength: 3, maxLength: 12 })
		.map((words) => `we ${words.join(' ')} now.`);

	it('stay as they are', () => {
		fc.assert(
			fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (sentences) => {
				const body = sentences.join('\n').normalize('NFC');
				expect(cleanTicketText({ body })).toEqual({ text: body, bodyStart: 0, cut: [], flags: [] });
			}),
			{ numRuns: 300 },
		);
	});

	it('stay around a quote, whatever is quoted', () => {
		fc.assert(
			fc.property(
				sentence,
				sentence,
				fc.array(sentence, { minLength: 1, maxLength: 5 }),
				(above, below, quoted) => {
					const body = `${above}\n\n${quoted.map((line) => `> ${line}`).join('\n')}\n\n${below}`;
					expect(cleanTicketText({ body }).text).toBe(`${above}\n\n${below}`);
				},
			),
			{ numRuns: 300 },
		);
	});

	it('read the same from HTML as from text', () => {
		fc.assert(
			fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (sentences) => {
				const html = sentences.map((line) => `<p>${line}</p>`).join('\n');
				expect(cleanTicketText({ body: html }).text).toBe(sentences.join('\n\n'));
			}),
			{ numRuns: 200 },
		);
	});
});

describe('cleaned text', () => {
	const folder = join(import.meta.dirname, '../../fixtures/text/clients');
	for (const file of readdirSync(folder)) {
		const content = readFileSync(join(folder, file), 'utf8');
		const [, body = ''] = /=== body\n([\s\S]*)\n=== expected/.exec(content) ?? [];
		it(`is not cut further: ${file}`, () => {
			const once = cleanTicketText({ body });
			const twice = cleanTicketText({ body: once.text });
			expect(twice.text).toBe(once.text);
		});
	}
});
