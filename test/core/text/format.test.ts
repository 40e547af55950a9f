import { describe, expect, it } from 'vitest';
import { looksLikeHtml } from '../../../nodes/core/text/format';
import { cleanTicketText } from '../../../nodes/core/text/cleanTicketText';

describe('the format of a body', () => {
	it.each([
		'Rows with a < b and c > d are dropped.',
		'Dear <acme> team, <john@acme.example> cannot log in.',
		'if (a<b && c>d) then it fails',
		'I <3 your product, but > 50% of exports fail',
		'The <div> is not rendered in our template.',
		'Your editor eats <b>bold</b> text.',
		'The placeholder <name> and <order-id> are not replaced.',
		'Use ```<div class="x"><p>hi</p></div>``` and it breaks',
		'See `<p>a</p><p>b</p>` in the docs',
		'List<String> and Map<String, Integer> show up as text',
		'a <b and <p or <br',
	])('is text, and stays as written: %s', (body) => {
		expect(looksLikeHtml(body)).toBe(false);
		expect(cleanTicketText({ body }).text).toBe(body);
	});

	it.each([
		'<p>Hello</p>',
		'<div dir="ltr">Hello',
		'  <!DOCTYPE html><html><body>Hello</body></html>',
		'Hello<br>world',
		'Hello <b>world</b> and <i>you</i>',
		'See <a href="https://acme.example">this page</a>',
		'<span style="color:red">Hello</span>',
		'<P CLASS="x">Hello</P>',
	])('is HTML: %s', (body) => {
		expect(looksLikeHtml(body)).toBe(true);
		expect(cleanTicketText({ body }).text).not.toMatch(/[<>]/);
	});

	it('is what the option says', () => {
		expect(cleanTicketText({ body: '<p>Hi</p>' }, { format: 'text' }).text).toBe('<p>Hi</p>');
		expect(cleanTicketText({ body: 'a &amp; b' }, { format: 'html' }).text).toBe('a & b');
	});

	it('names and addresses in brackets survive HTML that forgot to escape them', () => {
		const body = '<div>Ask <jane@globex.example> about <acme> first</div>';
		expect(cleanTicketText({ body }).text).toBe('Ask <jane@globex.example> about <acme> first');
	});

	it('escapes that a helpdesk left in plain text are undone', () => {
		expect(cleanTicketText({ body: 'It can&#39;t load &amp; fails' }).text).toBe(
			"It can't load & fails",
		);
	});

	it('placeholders of images go from plain text', () => {
		expect(
			cleanTicketText({ body: 'See:\n[cid:image001.png@01DA.ABC]\n[image: shot.png]\n[x] done' })
				.text,
		).toBe('See:\n\n[x] done');
	});

	it('link targets that Outlook adds to plain text go, other addresses stay', () => {
		expect(cleanTicketText({ body: 'See the page<https://acme.example/x?y=1> now' }).text).toBe(
			'See the page now',
		);
		expect(cleanTicketText({ body: 'See https://acme.example/x now' }).text).toBe(
			'See https://acme.example/x now',
		);
	});
});

describe('HTML', () => {
	const textOf = (body: string): string => cleanTicketText({ body }, { format: 'html' }).text;

	it.each([
		['broken entities', 'a &amp b &bogus; &#x110000; &#0; &', 'a & b &bogus; \ufffd \ufffd &'],
		['unclosed tags', '<p>one<p>two<b>three', 'one\n\ntwothree'],
		['crossed tags', '<b><i>one</b></i> two', 'one two'],
		['a stray end tag', 'one</blockquote></div> two', 'one\n\ntwo'],
		['an unfinished tag', 'one <a href="x', 'one'],
		['line breaks of the source', '<p>one\n   two</p>', 'one two'],
		['line breaks without any block', 'one\ntwo <b>three</b>', 'one\ntwo three'],
		['kept line breaks', '<div style="white-space: pre-wrap">one\ntwo</div>', 'one\ntwo'],
		['images', 'one <img src="x.png" alt="logo"> two', 'one two'],
		['emoji images', 'one <img class="emoji" alt="😡">', 'one 😡'],
		['conditional comments', '<!--[if mso]><p>Word</p><![endif]-->one', 'one'],
		[
			'nested lists',
			'<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul>',
			'- a\n\n- b\n\n- c',
		],
		[
			'an indented passage',
			'<blockquote style="margin:0 0 0 40px;border:none">mine</blockquote>',
			'mine',
		],
		[
			'text set to nothing',
			'<span style="font-size:0px">x</span><i style="opacity: 0">y</i>one',
			'one',
		],
		['text that merely is small', '<span style="font-size:0.8em;opacity:0.5">one</span>', 'one'],
	])('reads %s', (_name, html, expected) => {
		expect(textOf(html)).toBe(expected);
	});
});
