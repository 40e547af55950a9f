import { describe, expect, it } from 'vitest';
import { cleanTicketText } from '../../../nodes/core/text/cleanTicketText';

const bodyOf = (body: string, subject?: string): string => {
	const cleaned = cleanTicketText({ subject, body });
	return cleaned.text.slice(cleaned.bodyStart);
};
const OPENING = 'Nothing works since Monday.';

describe("the customer's own words are not taken for", () => {
	it.each([
		'Download on Windows crashes every time and we cannot work.',
		'Get the iOS app working or we leave.',
		'Get Outlook for iOS to sync or else',
		'Sent emails in Outlook never sync back',
		'Sent from Outlook mails never arrive',
		'Obter dados no Android falha sempre',
		'Outlook para Windows não sincroniza',
	])('a device line: %s', (line) => {
		expect(bodyOf(`${OPENING}\n\n${line}`)).toBe(`${OPENING}\n\n${line}`);
		expect(bodyOf(line, 'S')).toBe(line);
	});

	it.each([
		'Attention: your external API is down, we cannot work.',
		'Attention: your external API is down.',
		'Achtung: externe Kunden sehen fremde Daten!',
		'Attention : le service externe ne répond plus, nous résilions',
		'Attention: external email sync is down',
		'Attention: users outside the EU cannot log in.',
		'Warning: the sync from outside the office fails.',
		'Achtung: außerhalb der Firma geht nichts mehr!',
		'Attention : rien ne marche à l’extérieur',
		'Unsubscribe me and cancel our contract immediately.',
		'Unsubscribe me and cancel the contract.',
		'Abmelden funktioniert nicht, wir kündigen.',
		'Abmelden funktioniert nicht.',
		'This message is to notify you: confidential data of our customers was disclosed through your app.',
		'This message is to notify you: confidential data was disclosed through your app.',
		'Legal notice: we terminate our contract for breach.',
		'This email is confidential: I know that you delete it, but we leave.',
	])('a footer: %s', (line) => {
		expect(bodyOf(`${OPENING}\n\n${line}`)).toBe(`${OPENING}\n\n${line}`);
		expect(bodyOf(line, 'S')).toBe(line);
	});

	it('a footer, far above the end', () => {
		const body = `${OPENING}\n\nLegal notice: breach.\n\n${'And more.\n\n'.repeat(7)}The end.`;
		expect(bodyOf(body)).toBe(body);
	});

	it.each([
		['under thanks', 'Help.\n\nThanks\n\nWE ARE CANCELLING OUR CONTRACT'],
		['between dashes', 'Refund\n--\nExport\n--\nCancel contract'],
		['two shouted words', 'Help.\n\nThanks\n\nCANCEL NOW'],
	])('a signature: %s', (_name, body) => {
		expect(bodyOf(body)).toBe(body);
	});

	it.each(['CANCEL OUR CONTRACT TODAY', 'Cancel Our Contract Today', 'REFUND THE MONEY'])(
		'a line under the name: %s',
		(line) => {
			expect(bodyOf(`Help.\n\nRegards,\nJane\n${line}`)).toBe(`Help.\n\n${line}`);
		},
	);
});

describe('what mail programs add is still cut', () => {
	it.each([
		'Sent from Yahoo Mail on Android',
		'Sent from Mail for Windows',
		'Sent with Proton Mail secure email.',
		'Sent via the Samsung Galaxy S10, an AT&T 5G smartphone',
		'Holen Sie sich Outlook für iOS',
		'Obter o Outlook para Android',
		'Télécharger Outlook pour Android',
		'Outlook voor iOS downloaden',
		'Envoyé de mon iPhone',
		'Enviado do meu iPhone',
		'Verzonden vanaf mijn iPhone',
		'Warning: This message is from an external sender. Do not click links.',
		'[EXTERNAL]',
		'CAUTION - EXTERNAL EMAIL: Do not click links or open attachments.',
		'ATTENTION: The sender of this email is from outside of your organization.',
		'Attention : ce courriel provient de l’extérieur de l’organisation.',
		'Let op: dit bericht komt van buiten de organisatie.',
		'Atención: este correo electrónico proviene de fuera de la organización.',
		'Achtung: Diese E-Mail stammt von außerhalb der Organisation.',
		'To unsubscribe, click here: https://globex.example/u',
		'Unsubscribe | Preferences',
		'Hier abmelden',
		'This email is confidential. If you are not the intended recipient, notify us and delete it. We do not accept liability for damage.',
	])('%s', (line) => {
		expect(bodyOf(`${OPENING}\n\n${line}`)).toBe(OPENING);
	});

	it.each([
		'CAUTION: This email originated from outside of the organization.',
		'CAUTION: This email originated from outside of the organization.\nDo not click links.',
		'CAUTION: This email originated from outside of the organization. Do not click\nlinks or open attachments unless you know the sender.',
		'[EXTERNAL]',
	])('a banner right above the message: %j', (banner) => {
		expect(bodyOf(`${banner}\nYour app is down.\nWe leave.`)).toBe('Your app is down.\nWe leave.');
	});

	it('a banner above all else', () => {
		const banner = 'CAUTION: This email originated from outside of our organization.';
		expect(bodyOf(`${banner}\n\n${'And more.\n\n'.repeat(7)}The end.`)).not.toContain('CAUTION');
	});
});

describe('lines that begin like logs or quotes stay', () => {
	it.each([
		'$500 was charged twice on our card.\n$1200 refund never came.',
		'$ 500 was charged twice.\n$ 1200 never came.',
		'It fails for\nat least five customers (all enterprise)',
		'| 17 | lost |\n| 18 | lost |\n| 19 | lost |',
		'"Export": broken\n"Import": broken\n"Login": broken',
		'"Export": "broken"\n"Import": "broken"\n"Login": "broken"',
		'Since Monday:\n> 500 users affected\n> 20 escalations\nFix it.',
	])('%j', (body) => {
		expect(bodyOf(body)).toBe(body);
		expect(bodyOf(body, 'S')).toBe(body);
	});

	it('but a quoted list goes', () => {
		expect(bodyOf('No.\n> 1. open it\n> 2. click')).toBe('No.');
	});

	it('but frames of a stack go', () => {
		const frames = 'at Array.forEach (<anonymous>)\nat async Promise.all (index 0)';
		expect(bodyOf(`Help.\n\n${frames}\nat A.B\`2[K,V].Get(K key)`)).toBe('Help.');
	});
});

describe('a body of which nothing would be left', () => {
	it.each(['Legal notice: breach.', 'Regards,\nGlobex Export', 'Scanned by accident'])(
		'is kept and flagged under a subject: %j',
		(body) => {
			const cleaned = cleanTicketText({ subject: 'S', body });
			expect(cleaned.text).toBe(`S\n\n${body}`);
			expect(cleaned.flags).toEqual(['only-cut-text']);
			expect(cleaned.cut).toEqual([]);
		},
	);

	it('stays cut under a subject when it is a log', () => {
		const body = '[ERROR] worker crashed\n[ERROR] worker crashed again';
		expect(cleanTicketText({ subject: 'S', body })).toMatchObject({ text: 'S', flags: [] });
	});
});
