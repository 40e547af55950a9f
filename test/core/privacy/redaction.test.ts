import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findPersonalData, redact } from '../../../nodes/core/privacy/redaction';

describe('what is taken out', () => {
	it.each([
		['Write to jo.o-neil+x@mail.acme.co.uk!', 'Write to [email]!'],
		['Mail müller@firma.de', 'Mail [email]'],
		['Call +1 (415) 555-2671 today', 'Call [phone] today'],
		['Call +49 30 901820', 'Call [phone]'],
		['Tel: 030/901820-15', 'Tel: [phone]'],
		['my mobile is 07700 900123.', 'my mobile is [phone].'],
		['(415) 555-2671', '[phone]'],
		['415-555-2671', '[phone]'],
		['06 12 34 56 78', '[phone]'],
		['card 4111 1111 1111 1111 expired', 'card [card] expired'],
		['card 4111-1111-1111-1111', 'card [card]'],
		['378282246310005', '[card]'],
		['Pay to DE89 3704 0044 0532 0130 00 please', 'Pay to [iban] please'],
		['GB82WEST12345698765432', '[iban]'],
		['fr14 2004 1010 0505 0001 3m02 606', '[iban]'],
		['key sk-proj-abc123DEF456ghi789jkl', 'key [key]'],
		['sk_live_51H8abcdefghijklmnop', '[key]'],
		['token ghp_16C7e42F292c6912E7710c838347Ae178B4a', 'token [key]'],
		['xoxb-123456789012-abcdefghijkl', '[key]'],
		['AKIAIOSFODNN7EXAMPLE', '[key]'],
		['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-123', '[key]'],
		['Authorization: Bearer abcdef1234567890', 'Authorization: Bearer [key]'],
		['my password is Tr0ub4dor&3 and it fails', 'my password is [key] and it fails'],
		['Passwort: geheim123', 'Passwort: [key]'],
		['api_key=9f8e7d6c5b', 'api_key=[key]'],
		['https://x.example/a?token=abc123&b=1', 'https://x.example/a?token=[key]&b=1'],
		['https://bob:hunter2@db.example/x', 'https://bob:[email]/x'],
		['d41d8cd98f00b204e9800998ecf8427e', '[key]'],
		['{"api_key":"abcd1234efgh5678"}', '{"api_key":"[key]"}'],
		['{"password": "hunter22!"}', '{"password": "[key]"}'],
		['{\\"token\\": \\"hunter22x\\"}', '{\\"token\\": \\"[key]"}'],
		['password is: Summer2024!', 'password is: [key]'],
		['pw: hunter2', 'pw: [key]'],
		['password: no-Way12x', 'password: [key]'],
		['password for the admin is Summer2024!', 'password for the admin is [key]'],
		['{"password": "letmein"}', '{"password": "[key]"}'],
		['my customer 0170 1234567', 'my customer [phone]'],
		['Kennwort: Abc123!x', 'Kennwort: [key]'],
		['Passwort lautet Geheim1!', 'Passwort lautet [key]'],
		['mi contraseña es: Verano2024!', 'mi contraseña es: [key]'],
		['a senha é Verao2024!', 'a senha é [key]'],
		['mot de passe : Soleil24!', 'mot de passe : [key]'],
		['mijn wachtwoord is Zomer2024!', 'mijn wachtwoord is [key]'],
		[
			'https://hooks.slack.com/services/T00000001/B00000001/abcdefghijklmnop',
			'https://hooks.slack.com/services/[key]',
		],
		['My card (4111111111111111) fails', 'My card ([card]) fails'],
		['card #4111111111111111', 'card #[card]'],
		['no.4111111111111111', 'no.[card]'],
		['4111.1111.1111.1111', '[card]'],
		['4111 1111\n1111 1111', '[card]'],
		['4111 1111 1111 1111exp 12/27', '[card]exp 12/27'],
		['4111 1111 1111 1111 12/27', '[card] 12/27'],
		['tel.0170-1234567', 'tel.[phone]'],
		['DE89.3704.0044.0532.0130.00', '[iban]'],
		['in any case 0170 1234567', 'in any case [phone]'],
		['ticket 4711 0170 1234567', 'ticket 4711 [phone]'],
		['ma ligne 06 12 34 56 78', 'ma ligne [phone]'],
		['case +49 30 901820', 'case [phone]'],
		['api key: 550e8400-e29b-41d4-a716-446655440000', 'api key: [key]'],
	])('%s', (text, without) => {
		expect(redact(text)).toBe(without);
	});

	it('is a whole private key, or what is there of one', () => {
		const key = '-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nabc\n-----END RSA PRIVATE KEY-----';
		expect(redact(`Here: ${key} ok`)).toBe('Here: [key] ok');
		expect(redact('-----BEGIN PRIVATE KEY-----\nMIIEow')).toBe('[key]');
	});
});

describe('what stays', () => {
	it.each([
		'Since 2026-11-23 10:15:00 nothing works',
		'On 23.11.2026 at 10:15',
		'Ticket 48231 and order 1234567',
		'We lost 1,200,000 rows and $45,300.00',
		'From 192.168.100.200',
		'Version 10.4.22.1187',
		'My password is not accepted',
		'The token is invalid',
		'reset my password please',
		'4111 1111 1111 1112 is no card',
		'DE89 3704 0044 0532 0130 02',
		'See https://docs.example.com/how-to-export-reports-from-the-dashboard-quickly',
		'@support please look',
		'Order 4512345678',
		'order number: 4512345678',
		'invoice 2024 0001 2345',
		'we paid 1 234 567 890 EUR',
		'€ 1 234 567 890',
		'row 12 345 678 901',
		'case 00012345678',
		'Bestellnummer 4512345678',
		'Rechnung Nr. 4512345678',
		'Kundennummer: 4512345678',
		'commande n° 4512345678',
		'numéro de client 4512345678',
		'ligne 12 345 678 901',
		'pedido 4512345678',
		'número de factura: 4512345678',
		'encomenda 4512345678',
		'bestelling 4512345678',
		'customer number 4512345678',
		'ref: 4512345678',
		'order ids 4512345678',
		'customer 4512345678',
		'Fall 00012345678',
		'{"token": "expired"}',
		'the token for the export is not accepted',
		'request 550e8400-e29b-41d4-a716-446655440000',
		'request_id=550e8400-e29b-41d4-a716-446655440000',
		'request id: d41d8cd98f00b204e9800998ecf8427e',
		'since commit d670460b4b4aece5915caf5c68d12f560a9fe3e4',
		'The value is 0.4111111111111111',
		'a long-but-plain-word_with_several_parts_and_nothing_secret_in_it',
	])('%s', (text) => {
		expect(redact(text)).toBe(text);
	});
});

describe('any text', () => {
	const part = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.constantFrom(
			'a@b.example',
			'+1 415 555 2671',
			'4111 1111 1111 1111',
			'password: x1',
			'@',
			'-',
		),
	);

	it('has its finds in order, apart from each other, inside the text', () => {
		fc.assert(
			fc.property(fc.array(part), (parts) => {
				const text = parts.join('');
				let last = 0;
				for (const { start, end } of findPersonalData(text)) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					last = end;
				}
				expect(last).toBeLessThanOrEqual(text.length);
			}),
		);
	});

	it.each([
		'a',
		'1',
		'1 ',
		'@',
		'a@',
		'a.',
		'-',
		'+',
		'(',
		'token',
		'eyJ',
		'eyJ-',
		'sk-',
		'a@b.',
		'password is ',
		'DE12 ',
		'-----BEGIN PRIVATE KEY-----',
		'x:y',
		'a://b:',
		'4 ',
		'4111 ',
		'4111\n',
		'order ',
		'order no ',
		'order 4512345678 ',
		'password"',
		'hooks.slack.com/services/',
		'token for ',
		'password for a ',
		'n° de la ',
	])('made of 200,000 times %j is read, however long', (unit) => {
		expect(redact(unit.repeat(200_000 / unit.length)).length).toBeGreaterThan(0);
	});
});
