import { describe, expect, it } from 'vitest';
import { cleanTicketText } from '../../../nodes/core/text/index';

describe('automatic messages', () => {
	it.each([
		['Automatic reply: Export', ''],
		['Re: Out of Office: Export', ''],
		['Automatische Antwort: Export', ''],
		['Abwesenheitsnotiz: Export', ''],
		['Réponse automatique : Export', ''],
		['Respuesta automática: Export', ''],
		['Resposta automática: Export', ''],
		['Automatisch antwoord: Export', ''],
		['Export', 'Hello,\n\nI am out of the office until 12 May with no access to mail.'],
		['Export', 'Thank you for your email. I am currently on annual leave.'],
		['Export', 'Vielen Dank für Ihre Nachricht. Ich bin derzeit nicht im Büro.'],
		['Export', "Bonjour,\n\nJe suis actuellement absent du bureau jusqu'au 12 mai."],
		['Export', 'Hola,\nEstoy fuera de la oficina hasta el 12 de mayo.'],
		['Export', 'Olá,\nEstou de férias até 12 de maio.'],
		['Export', 'Beste Anna,\nIk ben momenteel niet op kantoor.'],
		['Export', 'This is an automatically generated message. Please do not reply.'],
	])('are auto-replies: %s / %s', (subject, body) => {
		expect(cleanTicketText({ subject, body }).flags).toContain('auto-reply');
	});

	it.each([
		['Undeliverable: Export', ''],
		['Undelivered Mail Returned to Sender', ''],
		['Delivery Status Notification (Failure)', ''],
		['Mail delivery failed: returning message to sender', ''],
		['Unzustellbar: Export', ''],
		['Non remis : Export', ''],
		['No se puede entregar: Export', ''],
		['Não foi possível entregar: Export', ''],
		['Onbestelbaar: Export', ''],
		[
			'Export',
			'This is the mail system at host mx.acme.example.\n\nI am sorry to have to inform you',
		],
		['Export', "Your message to jane@globex.example couldn't be delivered."],
	])('are bounces: %s / %s', (subject, body) => {
		expect(cleanTicketText({ subject, body }).flags).toContain('bounce');
	});

	it.each([
		['No one answers', 'All I get is "This is an automated response". I am furious.'],
		['Export', 'Our admin is out of office and the export is broken, please help.'],
		['Invites', 'Invites to jane@globex.example are never delivered, fix it.'],
		['Delivery is late', 'Where is the delivery status report?'],
		['Out of memory', 'The app crashes.'],
	])('are not what a customer writes about them: %s / %s', (subject, body) => {
		expect(cleanTicketText({ subject, body }).flags).toEqual([]);
	});
});
