import { describe, expect, it } from 'vitest';
import { cleanTicketText } from '../../../nodes/core/text/cleanTicketText';

const bodyOf = (body: string): string => cleanTicketText({ body }).text;

describe('hidden HTML', () => {
	it.each([
		'<div style="font-size:0px"><table><tr><td><div style="font-size:14px">We are cancelling, data lost</div></td></tr></table></div>',
		'<div style="font-size:0"><p style="font-size:small">We are cancelling, data lost</p> no</div>',
		'<div style="visibility:hidden">no <p style="visibility:visible">We are cancelling, data lost</p></div>',
		'<p>We are cancelling, data lost</p><p style="font-size:0px">preview<b style="font-size:100%"> text</b></p>',
		'<p style="visibility:hidden">no</p><p>We are cancelling, data lost</p>',
		'<div style="display:none">no<p style="font-size:14px;visibility:visible">no</p></div><p>We are cancelling, data lost</p>',
	])('is told by what holds for the words: %s', (html) => {
		expect(bodyOf(html)).toBe('We are cancelling, data lost');
	});

	it.each([
		'<div style="display:none"><p>We are cancelling.</p></div>',
		'<div style="opacity:0"><style>p{}</style><p>We are cancelling.</p>',
	])('is read when there is nothing else: %s', (html) => {
		expect(bodyOf(html)).toBe('We are cancelling.');
	});
});

describe('unseen elements that are not closed', () => {
	it('hide nothing', () => {
		expect(bodyOf('<p>Our page with <title> tag breaks</p><p>We cancel</p>')).toBe(
			'Our page with <title> tag breaks\n\nWe cancel',
		);
		expect(
			bodyOf(
				'Embedding <script src="x"></script> and <iframe> fails,\n<style> nothing loads. We are cancelling.',
			),
		).toBe('Embedding and <iframe> fails,\n<style> nothing loads. We are cancelling.');
		expect(bodyOf('<html><head><meta charset="x"><body><p>We cancel</p></body></html>')).toBe(
			'We cancel',
		);
	});

	it('end with their end tag, whatever is open within', () => {
		expect(bodyOf('<p>A</p><object><div>no</object><p>We cancel</p>')).toBe('A\n\nWe cancel');
	});

	it('and closed ones stay unseen', () => {
		expect(bodyOf('<head><title>x</title><style>p{}</style></head><p>We cancel</p>')).toBe(
			'We cancel',
		);
	});
});

it('breaks lines of HTML at the separators of Unicode', () => {
	expect(bodyOf('<p>Nothing loads. \u2028 Help.</p>')).toBe('Nothing loads.\nHelp.');
});

describe('preformatted prose', () => {
	it('stays', () => {
		const html =
			'<p>Hi,</p><pre>We lost all of our data today.\nNobody answers us, so we cancel.</pre><p>Jane</p>';
		expect(bodyOf(html)).toContain('We lost all of our data today.\nNobody answers us');
	});

	it.each([
		'const broken = true;\nthrow new Error("all is lost");',
		'2024-05-03 10:12:01 ERROR the worker crashed while we were asleep',
	])('is neither code nor log: %s', (block) => {
		expect(bodyOf(`<p>Nothing loads.</p><pre>${block}</pre><p>Help us please.</p>`)).toBe(
			'Nothing loads.\n\nHelp us please.',
		);
	});
});

describe('contact forms and fields of a customer', () => {
	it.each([
		['New message from your website', 'Subject: Cancel'],
		['Neue Nachricht über das Kontaktformular', 'Betreff: Kündigung'],
	])('keep the message under the fields: %s', (intro, subject) => {
		const body = `${intro}\n\nFrom: Bob <bob@globex.example>\nDate: 3 May 2024\nTo: support\n${subject}\n\nWe are cancelling, you lost our data.`;
		const { text } = cleanTicketText({ body });
		expect(text).toContain(`${subject}\n\nWe are cancelling, you lost our data.`);
		expect(text).not.toContain('bob@globex.example');
	});

	it('but an answer above the fields is all there is', () => {
		const block = 'From: Bob <bob@globex.example>\nDate: 3 May 2024\nTo: support\nSubject: Cancel';
		for (const answer of ['Still broken.', 'The website is down.', 'Your contact form fails.'])
			expect(bodyOf(`${answer}\n\n${block}\n\nAll is great.`)).toBe(answer);
	});

	it('are no header block without a sender', () => {
		const body =
			'Von: 8:00 bis 9:00\nDatum: 3. Mai\nAn: alle Nutzer\nBetreff: Export\nBitte sofort lösen, wir kündigen sonst.';
		expect(bodyOf(body)).toBe(body);
		expect(cleanTicketText({ subject: 'S', body }).text).toBe(`S\n\n${body}`);
		expect(bodyOf(`Der Export geht nicht.\n\n${body}`)).toBe(`Der Export geht nicht.\n\n${body}`);
	});
});
