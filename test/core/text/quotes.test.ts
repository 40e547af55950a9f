import { describe, expect, it } from 'vitest';
import { cleanTicketText } from '../../../nodes/core/text/cleanTicketText';

const bodyOf = (body: string, subject?: string): string => {
	const cleaned = cleanTicketText({ subject, body });
	return cleaned.text.slice(cleaned.bodyStart);
};

describe('quoted mail', () => {
	it.each([
		['a header in the plural of one', 'On Monday I wrote:\nthe export is broken. Nobody answered.'],
		[
			'what a colleague wrote',
			'Yesterday at 10:30 your colleague wrote:\nwe will fix it. You did not.',
		],
		['a dated promise', 'On 5 May 2024 at 10:00 your agent wrote:\nwe will fix it. You did not.'],
		[
			'a dated quotation of a name',
			'On 5 May 2024 at 10:00 Support wrote:\nwe will fix it. You did not.',
		],
		['a German sentence', 'Am 05.05.2024 um 10:00 schrieb ich Ihnen:\nder Export ist kaputt.'],
		['a French sentence', 'Le 5 mai 2024 à 10:00 nous vous avons écrit :\nrien ne marche.'],
		['a Dutch sentence', 'Op 5 mei 2024 om 10:00 schreef ik:\nde export werkt niet.'],
		['a comparison', 'We have a problem:\n> 500 users cannot log in.'],
		['fields of a form', 'From: London\nTo: Paris\nThe route is missing.'],
		['an order of events', 'From: Monday\nSince then nothing works. To: be fixed today.'],
		[
			'labels that begin sentences',
			'From: my understanding it ran\nTo: be clear, it did not\nSubject: closed',
		],
		['a sentence about replying', 'I tried to reply above this line but it was cut off.'],
		['a sentence about forwarding', 'A forwarded message never arrives in our inbox.'],
		['a question with a colon', 'Do you know when?\nOn my side it fails:\nnothing loads.'],
	])('is not %s', (_name, body) => {
		expect(bodyOf(body)).toBe(body);
	});

	it('does not swallow the line above its header, even one that starts with "On"', () => {
		const body =
			'On Monday it broke again\nOn Fri, 3 May 2024 at 10:12, Acme <s@acme.example> wrote:\n> fixed';
		expect(bodyOf(body)).toBe('On Monday it broke again');
	});

	it('does not swallow the lines above a quoted header', () => {
		const body =
			'Do you want me to leave?\nThank you,\nAndrew\n> On May 18, 2021, at 4:41 PM, Acme <s@acme.example> wrote:\n> fixed';
		expect(bodyOf(body)).toBe('Do you want me to leave?');
	});

	it('may be nested', () => {
		expect(bodyOf('No.\n>> first\n> > second\n>third\n\nStill no.')).toBe('No.\n\nStill no.');
	});

	it.each([
		['a name before the address', 'Jane Doe <jane@acme.example> wrote:\n> fixed'],
		[
			'a name and date after the verb',
			'Jane Doe <jane@acme.example> schrieb am 03.05.2024 um 10:12:\n> fixed',
		],
		[
			'the date and address of old Gmail',
			'2024-05-03 10:12 GMT+02:00 Jane Doe <jane@acme.example>:\n> fixed',
		],
		['bold markup', '*On Fri, 3 May 2024 at 10:12, Jane Doe <jane@acme.example> wrote:*\n> fixed'],
		[
			'a line of its own for the verb',
			'On Fri, 3 May 2024 at 10:12 Jane Doe <jane@acme.example>\nwrote:\n> fixed',
		],
		[
			'starred fields',
			'*From:* Jane <jane@acme.example>\n*Sent:* Friday, May 3, 2024\n*To:* Ops\n*Subject:* Export\n\nfixed',
		],
		[
			'fields with blank lines between',
			'From: Jane <jane@acme.example>\n\nSent: Friday, May 3, 2024\n\nTo: Ops\n\nSubject: Export\n\nfixed',
		],
	])('has a header with %s', (_name, quote) => {
		expect(bodyOf(`Nothing loads.\n\n${quote}`)).toBe('Nothing loads.');
	});

	it('goes from mail that was flattened to one line', () => {
		expect(
			bodyOf(
				'Nothing loads. On Fri, 3 May 2024 at 10:12, Acme <s@acme.example> wrote: > Hello, fixed.',
			),
		).toBe('Nothing loads.');
	});

	it('is kept and flagged when the customer wrote nothing else', () => {
		const cleaned = cleanTicketText({ subject: 'Re: Export', body: '> all is fine\n> really' });
		expect(cleaned.text).toBe('Export\n\n> all is fine\n> really');
		expect(cleaned.flags).toEqual(['only-quoted-text']);
		expect(cleaned.cut).toEqual([]);
	});

	it('is counted in characters', () => {
		expect(cleanTicketText({ body: 'No.\n> abcdefgh' }).cut).toEqual([
			{ kind: 'quote', characters: 10 },
		]);
	});
});

describe('answers within a quoted mail', () => {
	const HEADERS =
		'From: Acme <s@acme.example>\nSent: Monday, May 6, 2024 9:01 AM\nTo: Raj\nSubject: Re: Data loss';
	const ANSWERED = 'When did it start?\n[Raj] On Friday.\nHow many rows?\n[Raj] All of them.';

	it.each([
		'See my comments inline.',
		'My answers below in red.',
		'Meine Antworten unten in rot.',
		'Mes réponses ci-dessous.',
		'Mis respuestas abajo.',
		'Minhas respostas abaixo.',
		'Mijn antwoorden hieronder.',
	])('stay, and are flagged, after "%s"', (comment) => {
		const cleaned = cleanTicketText({ body: `${comment}\n\n${HEADERS}\n\n${ANSWERED}` });
		expect(cleaned.text).toBe(`${comment}\n\n${ANSWERED}`);
		expect(cleaned.flags).toEqual(['answers-in-quote']);
	});

	it('stay in HTML, where Outlook marks all of it as quoted', () => {
		const body = `<div>See inline.</div><div id="divRplyFwdMsg"><b>From:</b> Acme &lt;s@acme.example&gt;<br><b>Sent:</b> Monday, May 6, 2024<br><b>To:</b> Raj<br><b>Subject:</b> Re: x</div><div>When?</div><div style="color:red">On Friday.</div>`;
		const cleaned = cleanTicketText({ body });
		expect(cleaned.text).toBe('See inline.\n\nWhen?\nOn Friday.');
		expect(cleaned.flags).toEqual(['answers-in-quote']);
	});

	it('are told by their missing prefix where the quote has one', () => {
		const cleaned = cleanTicketText({ body: 'My answers inline.\n> When?\nOn Friday.' });
		expect(cleaned.text).toBe('My answers inline.\n\nOn Friday.');
		expect(cleaned.flags).toEqual([]);
	});
});

describe('forwarded mail', () => {
	const FORWARD =
		'---------- Forwarded message ---------\nFrom: Hank <hank@initech.example>\nDate: Fri, May 3, 2024\nSubject: Export\nTo: Jane\n\nEverything is broken.';

	it('goes when the customer says something about it', () => {
		expect(bodyOf(`Our customer is furious.\n\n${FORWARD}`)).toBe('Our customer is furious.');
	});

	it.each(['', 'FYI', 'See below', 'Hi team,\nplease see below. Thanks!', 'Bitte siehe unten'])(
		'is what the customer has to say after "%s"',
		(comment) => {
			const cleaned = cleanTicketText({ body: `${comment}\n\n${FORWARD}` });
			expect(cleaned.text).toContain('Everything is broken.');
			expect(cleaned.text).not.toContain('hank@initech.example');
			expect(cleaned.flags).toEqual(['forwarded-text']);
		},
	);

	it('keeps out what the forwarded mail quotes', () => {
		expect(bodyOf(`${FORWARD}\n\n> an older mail`)).toBe('Everything is broken.');
	});
});

describe('subjects', () => {
	it.each([
		['Re: Export', 'Export'],
		['RE: Re[2]: AW: Export', 'Export'],
		['Fwd: FW: WG: TR: RV: ENC: Doorst: Export', 'Export'],
		['[EXTERNAL] Re: Export', 'Export'],
		['Antw: Export', 'Export'],
		['Réf : Export', 'Export'],
		['RES: Export', 'Export'],
		['Re： Export', 'Export'],
		['Re: [Ticket 42] Re: Export', '[Ticket 42] Re: Export'],
		['Regarding: Export', 'Regarding: Export'],
		['VS: who is right?', 'VS: who is right?'],
		['  Export\n is   down ', 'Export is down'],
	])('lose the marks of mail programs: %s', (subject, expected) => {
		expect(cleanTicketText({ subject }).text).toBe(expected);
	});

	it('stand before the body, and bodyStart says where that is', () => {
		const cleaned = cleanTicketText({ subject: 'Re: Export', body: 'Nothing loads.' });
		expect(cleaned.text).toBe('Export\n\nNothing loads.');
		expect(cleaned.text.slice(cleaned.bodyStart)).toBe('Nothing loads.');
	});

	it('may be all there is, and so may be the body', () => {
		expect(cleanTicketText({ subject: 'Export' })).toMatchObject({ text: 'Export', bodyStart: 6 });
		expect(cleanTicketText({ body: 'Export' })).toMatchObject({ text: 'Export', bodyStart: 0 });
	});

	it.each([
		{},
		{ subject: '', body: '' },
		{ subject: 'Re:', body: ' \n\u200b' },
		{ body: '<p>&nbsp;</p>' },
	])('and bodies without text are flagged: %j', (ticket) => {
		const cleaned = cleanTicketText(ticket);
		expect(cleaned.text).toBe('');
		expect(cleaned.flags).toContain('empty');
	});

	it('and bodies are not required to have letters', () => {
		expect(cleanTicketText({ body: '???' })).toMatchObject({ text: '???', flags: [] });
		expect(cleanTicketText({ subject: 'Re: x', body: '😡😡' }).text).toBe('x\n\n😡😡');
	});
});
