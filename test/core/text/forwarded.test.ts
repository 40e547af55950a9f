import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forwardedSender } from '../../../nodes/core/text/forwarded';

const HANK = { email: 'hank@initech.example', name: 'Hank Hill' };
const FIELDS =
	'From: Hank Hill <hank@initech.example>\nDate: Tue, Oct 6, 2026 at 9:14 AM\nSubject: Import\nTo: Jane <jane@globex.example>';
const GMAIL = `---------- Forwarded message ---------\n${FIELDS}\n\nNothing loads.`;
const OUTLOOK =
	'From: Hank Hill <hank@initech.example>\nSent: Tuesday, October 6, 2026 9:14 AM\nTo: Jane\nSubject: Import\n\nNothing loads.';

describe('the sender of a forwarded mail', () => {
	it.each([
		['Gmail', GMAIL],
		['Gmail, with a comment', `Our customer cannot work, please help.\n\n${GMAIL}`],
		[
			'Gmail in German',
			`---------- Weitergeleitete Nachricht ---------\nVon: Hank Hill <hank@initech.example>\nDatum: Di., 6. Okt. 2026 um 09:14 Uhr\nBetreff: Import\nAn: <jane@globex.example>\n\nNichts geht.`,
		],
		[
			'Apple Mail',
			`Begin forwarded message:\n\nFrom: Hank Hill <hank@initech.example>\nSubject: Import\nDate: October 6, 2026 at 9:14:02 AM GMT+2\nTo: jane@globex.example\n\nNothing loads.`,
		],
		[
			'Apple Mail, quoted',
			`Begin forwarded message:\n\n> From: Hank Hill <hank@initech.example>\n> Subject: Import\n> Date: October 6, 2026 at 9:14:02 AM GMT+2\n> To: jane@globex.example\n>\n> Nothing loads.`,
		],
		[
			'Apple Mail in French',
			`Début du message réexpédié :\n\nDe: Hank Hill <hank@initech.example>\nObjet: Import\nDate: 6 octobre 2026 à 09:14:02\nÀ: jane@globex.example\n\nRien ne va.`,
		],
		[
			'Thunderbird',
			`-------- Forwarded Message --------\nSubject: Import\nDate: Tue, 6 Oct 2026 09:14:02 +0200\nFrom: Hank Hill <hank@initech.example>\nTo: jane@globex.example\n\nNothing loads.`,
		],
		['Outlook, below a pointer', `FYI\n\n${OUTLOOK}`],
		[
			'Outlook, below a pointer and a signature',
			`Please see below.\n\nRegards,\nJane Doe\n+1 555 010 2030\n\n________________________________\n${OUTLOOK}`,
		],
		[
			'Outlook, old address form',
			`FYI\n\n${OUTLOOK.replace('<hank@initech.example>', '[mailto:hank@initech.example]')}`,
		],
		['a wrapped address', `FYI\n\n${OUTLOOK.replace(' <', '\n<')}`],
		['a wrapped bracket', `FYI\n\n${OUTLOOK.replace('<', '<\n')}`],
		['a quoted name', GMAIL.replace('Hank Hill', '"Hank Hill"')],
		[
			'an address that is a link',
			GMAIL.replace(
				'<hank@initech.example>',
				'<hank@initech.example<mailto:hank@initech.example>>',
			),
		],
		[
			'Gmail in HTML',
			'<div dir="ltr">See below.<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <strong class="gmail_sendername">Hank Hill</strong> <span dir="auto">&lt;<a href="mailto:hank@initech.example">hank@initech.example</a>&gt;</span><br>Date: Tue, Oct 6, 2026 at 9:14 AM<br>Subject: Import<br>To: Jane &lt;jane@globex.example&gt;<br></div><br>Nothing loads.</div></div>',
		],
		[
			'Outlook in HTML',
			'<p>FYI</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Hank Hill &lt;hank@initech.example&gt;<br><b>Sent:</b> Tuesday, October 6, 2026 9:14 AM<br><b>To:</b> Jane<br><b>Subject:</b> Import</p></div><p>Nothing loads.</p>',
		],
		[
			'Outlook on the web',
			'<div>FYI</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Hank Hill &lt;hank@initech.example&gt;<br><b>Sent:</b> Tuesday, October 6, 2026 9:14 AM<br><b>To:</b> Jane<br><b>Subject:</b> Import</div><div>Nothing loads.</div>',
		],
		[
			'Apple Mail in HTML',
			'<div>FYI<br><blockquote type="cite"><div>Begin forwarded message:</div><br><div><b>From: </b><span>Hank Hill &lt;<a href="mailto:hank@initech.example">hank@initech.example</a>&gt;<br></span></div><div><b>Subject: </b>Import<br></div><div><b>Date: </b>October 6, 2026 at 9:14:02 AM<br></div><div><b>To: </b>jane@globex.example<br></div><br>Nothing loads.</blockquote></div>',
		],
	])('is named: %s', (_name, text) => {
		expect(forwardedSender(text)).toEqual(HANK);
	});

	it('is told by the subject where the words above say nothing of it', () => {
		const text = `Our customer cannot work.\n\n${OUTLOOK}`;
		expect(forwardedSender(text)).toBeUndefined();
		expect(forwardedSender(text, 'RE: Import')).toBeUndefined();
		expect(forwardedSender(text, 'FW: Import')).toEqual(HANK);
		expect(forwardedSender(OUTLOOK, 'WG: Import')).toEqual(HANK);
	});

	it('may have no name, or an encoded one', () => {
		expect(
			forwardedSender(GMAIL.replace('Hank Hill <hank@initech.example>', 'HANK@Initech.example')),
		).toEqual({
			email: 'hank@initech.example',
		});
		expect(forwardedSender(GMAIL.replace('Hank Hill', '=?utf-8?q?J=C3=BCrgen?='))).toEqual({
			...HANK,
			name: 'Jürgen',
		});
	});

	it.each([
		['nothing', ''],
		['a plain message', 'Nothing loads. Forward this to hank@initech.example please.'],
		[
			'a reply',
			`Still broken.\n\nOn Tue, 6 Oct 2026 at 09:14, Acme <care@acme.example> wrote:\n\n${GMAIL}`,
		],
		['a reply with a forward further down', `Still broken.\n\n> ${GMAIL.replace(/\n/g, '\n> ')}`],
		['an Outlook reply', `Still broken.\n\n${OUTLOOK}`],
		['an Outlook reply without words', OUTLOOK],
		['an original message', `Still broken.\n\n-----Original Message-----\n${OUTLOOK}`],
		['a helpdesk notification', `##- Please type your reply above this line -##\n\n${GMAIL}`],
		[
			'a mark without a header',
			'---------- Forwarded message ---------\n\nhank@initech.example says hello',
		],
		[
			'two senders',
			GMAIL.replace('hank@initech.example>', 'hank@initech.example>, bob@initech.example'),
		],
		['no address', GMAIL.replace(' <hank@initech.example>', '')],
		['a broken address', GMAIL.replace('hank@initech.example', 'hank@initech')],
		['a sentence about it', 'A forwarded message\nFrom: the app\nTo: nobody\nnever arrives.'],
		[
			'HTML of a reply',
			'<p>No.</p><div class="gmail_quote"><div class="gmail_attr">On Tue, 6 Oct 2026 at 09:14, Acme &lt;care@acme.example&gt; wrote:</div><blockquote>---------- Forwarded message ---------<br>From: Hank &lt;hank@initech.example&gt;<br>Date: Tue, 6 Oct 2026<br>Subject: x<br>To: y</blockquote></div>',
		],
	])('is not guessed from %s', (_name, text) => {
		expect(forwardedSender(text)).toBeUndefined();
	});

	it('survives what people may send', () => {
		const piece = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom(
				GMAIL,
				OUTLOOK,
				FIELDS,
				'From: ',
				'<',
				'@',
				'\n',
				'> ',
				'<div>',
				'=?utf-8?q?',
				'FYI\n\n',
			),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
				const sender = forwardedSender(pieces.join(''), pieces[0]);
				if (sender !== undefined) {
					expect(sender.email).toMatch(/^[^\s@]+@[^\s@]+$/);
					expect(sender.name ?? 'x').toMatch(/^[^\n\p{Cc}]{1,100}$/u);
				}
			}),
			{ numRuns: 200 },
		);
	}, 30_000);

	it.each([
		'From: ',
		'a@',
		'a@b.',
		'> ',
		'<div>',
		'---------- Forwarded message\n',
		`${FIELDS}\n`,
		'FYI\n',
	])(
		'takes no long time over a megabyte of %j',
		(unit) => {
			const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
			expect(() =>
				forwardedSender(`---------- Forwarded message ---------\n${text}`),
			).not.toThrow();
			expect(() => forwardedSender(text, 'FW: x')).not.toThrow();
		},
		30_000,
	);
});
