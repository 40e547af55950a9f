import { describe, expect, it } from 'vitest';
import { cleanTicketText } from '../../../nodes/core/text/cleanTicketText';

const bodyOf = (body: string): string => cleanTicketText({ body }).text;
const cutKinds = (body: string): string[] => cleanTicketText({ body }).cut.map(({ kind }) => kind);

describe('signatures', () => {
	it.each([
		['the delimiter of mail standards', 'Nothing loads.\n\n-- \nJane Doe\nGlobex Inc.'],
		['a delimiter without its space', 'Nothing loads.\n--\nJane Doe, VP Sales\n+1 555 010 2030'],
		['English', 'Nothing loads.\n\nKind regards,\n\nJane Doe\nHead of Support'],
		['English, with thanks', 'Nothing loads.\n\nMany thanks\nJane'],
		['a name in small letters', 'Nothing loads.\n\nthanks,\nbob'],
		['a name on the same line', 'Nothing loads.\n\nBest regards, Jane Doe'],
		['German', 'Nothing loads.\n\nViele Grüße\nErika'],
		['German without umlauts', 'Nothing loads.\n\nMit freundlichen Gruessen\nErika Mustermann'],
		['German, short', 'Nothing loads.\n\nLG\nErika'],
		['German, with a place', 'Nothing loads.\n\nViele Grüße aus Berlin\nErika'],
		['French', 'Nothing loads.\n\nBien cordialement,\nMarie Dupont'],
		['French, good day', 'Nothing loads.\n\nBonne journée,\nMarie'],
		['Spanish', 'Nothing loads.\n\nUn saludo,\nMaría'],
		['Spanish, formal', 'Nothing loads.\n\nAtentamente,\n\nMaría García\nGlobex S.L.'],
		['Portuguese', 'Nothing loads.\n\nAtt.,\nJoão Silva'],
		['Portuguese of Portugal', 'Nothing loads.\n\nMelhores cumprimentos,\nJoão Silva'],
		['Dutch', 'Nothing loads.\n\nGroeten,\nJan'],
		['Dutch, short', 'Nothing loads.\n\nMvg,\nJan de Vries'],
		['an iPhone', 'Nothing loads.\n\nSent from my iPhone'],
		['an iPhone, called out', 'Nothing loads.\n\nSent from my iPhone!'],
		['a phone in brackets', 'Nothing loads.\n\n(sent from a phone)'],
		['a phone with an excuse', 'Nothing loads.\n\nSent from my cell, please excuse any typos.'],
		['a phone by its model', 'Nothing loads.\n\nSent from my HTC U11. Please forgive typos'],
		['a calculator', 'Nothing loads.\n\nSent from my FX-82'],
		[
			'a computer with a link',
			'Nothing loads.\n\nSent from my Windows 11 PC <https://acme.example/w>',
		],
		['an app', 'Nothing loads.\n\nSent with Airmail'],
		['an app with its link', 'Nothing loads.\n\nGet Outlook for Androidhttps://acme.example/o'],
		['a Swedish phone', 'Nothing loads.\n\nSkickat från min iPhone'],
		['a Danish phone', 'Nothing loads.\n\nSendt fra min iPad'],
		['an Italian phone', 'Nothing loads.\n\nInviato da iPad'],
		['a Polish phone', 'Nothing loads.\n\nWysłane z iPhone’a'],
		['a Finnish phone', 'Nothing loads.\n\nLähetetty iPhonesta'],
		['dashes around a phone', 'Nothing loads.\n\n- Sent from my iPad -'],
		['an app by its name', 'Nothing loads.\n\nSent from TypeApp'],
		['a Japanese phone', 'Nothing loads.\n\niPhoneから送信'],
		['a Chinese phone', 'Nothing loads.\n\n從我的 iPad 傳送'],
		[
			'the mark of RFC 3676, whatever is below it',
			'Nothing loads.\n\n--\nMia Holm @mia\nWriter for Tales of Lost Data',
		],
		[
			'a slogan in capitals among contact lines',
			'Nothing loads.\n\nRegards,\nJohn Smith\nData Loss & Outage Experts\nEMERGENCY RESCUE SERVICES\nTel: +1 555 010 2030\nwww.globex.example',
		],
		[
			'a slogan without a closing',
			'Nothing loads.\n\nJohn Smith\nData Loss & Outage Experts\nEMERGENCY RESCUE SERVICES\nTel: +1 555 010 2030\nwww.globex.example',
		],
		[
			'the end of a mailing list',
			'Nothing loads.\n\n_______________________________\nglobex-users mailing list\nglobex-users@lists.globex.example\nhttps://lists.globex.example/users',
		],
		['Outlook on a phone', 'Nothing loads.\n\nGet Outlook for iOS'],
		['a German phone', 'Nothing loads.\n\nVon meinem Samsung Galaxy Smartphone gesendet.'],
		['a German mail app', 'Nothing loads.\n\nGesendet mit der GMX Mail App'],
		['a French phone', 'Nothing loads.\n\nEnvoyé depuis mon téléphone Android'],
		['a Spanish phone', 'Nothing loads.\n\nEnviado desde mi móvil'],
		['a Portuguese phone', 'Nothing loads.\n\nEnviado do meu celular Samsung'],
		['a Dutch phone', 'Nothing loads.\n\nVerzonden met Outlook voor Android'],
		[
			'a name and contact lines without a closing',
			'Nothing loads.\n\nJane Doe\nVP Operations, Globex\n+1 555-010-2030',
		],
		[
			'two languages',
			'Nothing loads.\n\nMet vriendelijke groet / Kind regards,\n\nSanne Bakker\nOperations Manager',
		],
		[
			'a device line under the delimiter',
			'Nothing loads.\n\n-- \nDiese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.',
		],
		['thanks and regards', 'Nothing loads.\n\nThanks & Regards,\nJane'],
		[
			'company lines',
			'Nothing loads.\n\nBest,\nJane Doe | Head of RevOps\nGlobex Ltd.\n12 High Street, London\nM: +44 20 7946 0000\njane@globex.example\nwww.globex.example',
		],
	])('go: %s', (_name, body) => {
		expect(bodyOf(body)).toBe('Nothing loads.');
		expect(cutKinds(body)).toEqual(['signature']);
	});

	it.each([
		['thanks that end a message', 'It works now.\nThanks!'],
		[
			'a closing within a sentence',
			'Please give my best regards to the team that broke our export.',
		],
		['words after a closing', 'Thanks\nbut it still does not work, and you closed the ticket.'],
		[
			'a sentence that begins like a device line',
			'Sent from my account, the invite never arrives.',
		],
		[
			'text after a dashed line',
			'Before:\n--\nWe had 300 rows. Today there are none. Nobody knows why. Please call me.',
		],
		[
			'a link under the name',
			'Help.\n\nhttps://app.acme.example/x is still down\nand nobody calls +1 555 010 2030 back',
		],
		['numbers the customer sends', 'Nothing loads.\n\nOrder: 4711\nAmount: 900'],
		['a title-case complaint', 'We Are Leaving.'],
		['words in small letters under two dashes', 'Nothing loads.\n--\nthe import stopped as well'],
		['a demand under two dashes', 'Nothing loads.\n--\nPlease call back today.'],
		['words under a long rule', 'Part one.\n\n____________________\n\nPart two is worse.'],
		['a shouted line above one phone number', 'Help.\n\nJane Doe\nALL DATA LOST\n+1 555 010 2030'],
		['what was sent by post', 'Help.\n\nSent with DHL to the Paris office'],
		['what was sent from somewhere', 'Help.\n\nSent from my account'],
		['what a phone sent', 'Help.\n\nSent from my iPhone app but never arrived'],
	])('leave alone: %s', (_name, body) => {
		expect(bodyOf(body)).toBe(body);
		expect(cutKinds(body)).toEqual([]);
	});

	it('leave a postscript to the customer', () => {
		expect(bodyOf('Nothing loads.\n\nRegards,\nJane\n\nPS: we have a deadline on Friday!')).toBe(
			'Nothing loads.\n\nPS: we have a deadline on Friday!',
		);
	});

	it('leave what follows the name to the customer', () => {
		expect(bodyOf('Nothing loads.\n\nRegards,\nJane\n\nOh, and the invoice is wrong too.')).toBe(
			'Nothing loads.\n\nOh, and the invoice is wrong too.',
		);
	});

	it('leave a sentence with an address to the customer', () => {
		expect(
			bodyOf('Help.\n\nRegards,\nJane\nhttps://app.acme.example/x is still down for everyone'),
		).toBe('Help.\n\nhttps://app.acme.example/x is still down for everyone');
	});

	it('are found above a long footer', () => {
		const notice = Array.from({ length: 20 }, () => 'or any other person').join('\n');
		const body = `Nothing loads.\n\nRegards,\nJane\n\nThis email is confidential and intended for you\n${notice}`;
		expect(bodyOf(body)).toBe('Nothing loads.');
		expect(cutKinds(body).sort()).toEqual(['footer', 'signature']);
	});

	it('are kept when the message is nothing else', () => {
		const cleaned = cleanTicketText({ body: 'Best regards,\nJane Doe' });
		expect(cleaned.text).toBe('Best regards,\nJane Doe');
		expect(cleaned.flags).toEqual(['only-cut-text']);
	});

	it('are cut when the subject says it all', () => {
		const cleaned = cleanTicketText({ subject: 'Export is down!', body: 'Sent from my iPhone' });
		expect(cleaned.text).toBe('Export is down!');
		expect(cleaned.flags).toEqual([]);
	});
});

describe('footers', () => {
	it.each([
		[
			'an English notice',
			'This email and any attachments are confidential and intended solely for the addressee. If you have received this email in error, please notify the sender and delete it.',
		],
		[
			'a headed notice',
			'CONFIDENTIALITY NOTICE: The contents of this email message are privileged.',
		],
		[
			'a German notice',
			'Diese E-Mail enthält vertrauliche und/oder rechtlich geschützte Informationen. Wenn Sie nicht der richtige Adressat sind, informieren Sie bitte den Absender und vernichten Sie diese Mail.',
		],
		[
			'German company particulars',
			'Globex GmbH, Sitz der Gesellschaft: Berlin\nAmtsgericht Charlottenburg, HRB 12345 B\nGeschäftsführer: Hans Muster',
		],
		[
			'a French notice',
			"Ce message et ses pièces jointes sont confidentiels et destinés exclusivement à leur destinataire. Si vous l'avez reçu par erreur, merci de le supprimer.",
		],
		[
			'a Spanish notice',
			'Este mensaje y sus archivos adjuntos son confidenciales y van dirigidos exclusivamente a su destinatario. Si lo ha recibido por error, elimínelo.',
		],
		[
			'a Portuguese notice',
			'Esta mensagem é confidencial e destina-se exclusivamente ao destinatário. Se a recebeu por engano, por favor apague-a.',
		],
		[
			'a Dutch notice',
			'Dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde. Als u dit bericht per abuis ontvangt, verwijder het dan.',
		],
		[
			'a notice in two paragraphs',
			'This message is confidential and may be privileged.\n\nAny unauthorised disclosure by others is prohibited; please delete it and notify the sender.',
		],
		[
			'an Outlook hint',
			"You don't often get email from jane@globex.example. Learn why this is important",
		],
		[
			'an English notice that threatens',
			'This e-mail is intended solely for the addressee. Any unauthorised use, disclosure or copying is prohibited; we will take immediate legal action and claim damages.',
		],
		[
			'a threat below a notice',
			'This message is confidential and intended for the addressee only.\n\nShould you distribute this message, we will take legal action at once and claim damages.',
		],
		[
			'an Italian notice',
			'Le informazioni contenute in questo messaggio sono riservate. Se lo avete ricevuto per errore, vi preghiamo di cancellarlo.',
		],
		[
			'a Swedish notice',
			'Denna e-post är konfidentiell och endast avsedd för mottagaren. Radera den om den kommit fel.',
		],
		['a print reminder', 'Please consider the environment before printing this e-mail.'],
		['an anti-virus line', 'Virus-free. www.avast.com'],
		['a gateway warning', 'CAUTION: This email originated from outside of the organization.'],
	])('go: %s', (_name, footer) => {
		const body = `Nothing loads since Monday.\n\n${footer}`;
		expect(bodyOf(body)).toBe('Nothing loads since Monday.');
		expect(cutKinds(body)).toEqual(['footer']);
	});

	it.each([
		'We sent you confidential data and it is visible to everyone in the account!',
		'I never received this email, the reset link must be an error.',
		'Warning: your status page shows all green while we are down.',
		'This message shows confidential data of others: delete it, we will take legal action and claim damages!',
		'Unsubscribe does not work, customers complain every day about mails they never asked for.',
	])('leave the complaint alone: %s', (body) => {
		expect(bodyOf(body)).toBe(body);
	});
});
