import { describe, expect, it } from 'vitest';
import { cleanTicketText } from '../../../nodes/core/text/cleanTicketText';

const DASHES = '-'.repeat(46);
const bodyOf = (body: string): string => cleanTicketText({ body }).text;

describe("the head of Zendesk's description", () => {
	it.each([
		'Ada Byron, Oct 6, 2026, 09:14',
		'Ada Byron, Oct 6, 2026, 9:14 AM',
		'Furious Apps GmbH, 6. Okt. 2026, 09:14',
		'ada@globex.example, 6 oct. 2026, 09:14',
		'Ada, 2026/10/06, 09:14',
	])('goes: %s', (writer) => {
		const cleaned = cleanTicketText({ body: `${DASHES}\n\n${writer}\n\nWhere is the list?` });
		expect(cleaned.text).toBe('Where is the list?');
		expect(cleaned.cut.map(({ kind }) => kind)).toEqual(['markup']);
	});

	it('goes also when nothing but a signature is below it', () => {
		expect(bodyOf(`${DASHES}\n\nAda, Oct 6, 2026, 09:14\n\nRegards,\nAda`)).toBe('Regards,\nAda');
	});

	it.each([
		`${DASHES}\n\nAda, the data of Oct 6, 2026, 09:14 is gone\n\nHelp.`,
		`Part one.\n\n${DASHES}\n\nAda, Oct 6, 2026, 09:14\n\nHelp.`,
		`${DASHES}\n\nWe lost it on Oct 6, 2026, at 09:14.\n\nHelp.`,
	])('is not what a customer writes below dashes: %j', (body) => {
		expect(bodyOf(body)).toBe(body);
	});
});

it.each([
	'-------------- next part --------------\nAn HTML attachment was scrubbed...\nURL: <http://lists.globex.example/a.html>',
	'-------------- nächster Teil --------------\nEin Anhang wurde abgetrennt...\nURL: <http://lists.globex.example/a.html>',
])('the note of a list server on removed parts goes: %j', (note) => {
	expect(bodyOf(`Nothing loads.\n\n${note}`)).toBe('Nothing loads.');
});

describe('HTML that nobody sees or that begins old mail', () => {
	const OLD = '<div>We lost all of it.</div>';

	it.each([
		[
			'a hidden class',
			'<style>p{color:red} .pre, td.x { display: none }</style><p class="a pre">no</p>',
		],
		['letters of one pixel', '<span style="color:#fff;font-size:1px">no</span>'],
		[
			'the border of Outlook',
			`</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3pt"><p>X</p></div>${OLD}`,
		],
		[
			'a header whose addresses are links',
			`<div style="border-top:1px solid"><b>От:</b> <a href="mailto:care@acme.example">Acme</a><br><b>Отправлено:</b> вторник, 6 октября 2026 г. 9:14<br><b>Кому:</b> <a href="mailto:ada@globex.example">Ada</a></div>${OLD}`,
		],
		['an id passed on by Gmail', `<div id="m_-42divRplyFwdMsg">X</div>${OLD}`],
		[
			'a class passed on by Yahoo',
			`<div class="ydp12abcyahoo_quoted" id="ydp12abcyahoo_quoted_1">${OLD}</div>`,
		],
		['a class passed on twice', `<div class="x_x_gmail_signature">${OLD}</div>`],
	])('goes: %s', (_name, html) => {
		const own = '<p>Works again.</p>';
		const body = html.startsWith('<s') ? html + own : own + html;
		expect(bodyOf(body)).toBe('Works again.');
	});

	it('does not hide what is hidden on phones only', () => {
		const css =
			'<style>@media (max-width:600px){.a{color:red} .wide{display:none}} .b{color:red}</style>';
		expect(bodyOf(`${css}<p class="wide">Nothing loads.</p>`)).toBe('Nothing loads.');
	});

	it('goes to its end, whatever it quotes', () => {
		const old =
			'<div id="divRplyFwdMsg"><b>X:</b> y</div><blockquote>Older.</blockquote><p>All is lost.</p>';
		expect(bodyOf(`<p>Works again.</p>${old}`)).toBe('Works again.');
	});

	it('does not begin at a line of another width', () => {
		const html =
			'<p>Works.</p><div style="border:none;border-top:solid #4472C4 1.0pt;padding:1.0pt 0cm"><p>But slow.</p></div>';
		expect(bodyOf(html)).toBe('Works.\n\nBut slow.');
	});

	it('leaves a forward below the border of Outlook to be read', () => {
		const header =
			'<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p><b>From:</b> Hank &lt;hank@initech.example&gt;<br><b>Sent:</b> 6 October 2026 09:14<br><b>To:</b> Ada<br><b>Subject:</b> Import</p></div>';
		const cleaned = cleanTicketText({
			subject: 'FW: Import',
			body: `<p>FYI</p>${header}<p>Nothing loads.</p>`,
		});
		expect(cleaned.text).toBe('Import\n\nFYI\n\nNothing loads.');
		expect(cleaned.flags).toEqual(['forwarded-text']);
	});

	it('leaves sentences that were typed into a signature', () => {
		const body =
			'<p>Hi,</p><div class="gmail_signature"><div>I cannot open the list any more.</div><div>Ada Byron</div></div>';
		expect(bodyOf(body)).toBe('Hi,\n\nI cannot open the list any more.');
	});

	it('is not the text below an image of megabytes', () => {
		const body = `<img src="data:image/png;base64,${'iVBORw0K'.repeat(400_000)}"><p>Nothing loads.</p>`;
		expect(cleanTicketText({ body })).toMatchObject({ text: 'Nothing loads.', flags: [] });
	});
});
