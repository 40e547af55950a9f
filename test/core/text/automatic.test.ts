import { describe, expect, it } from 'vitest';
import { cleanTicketText } from '../../../nodes/core/text/cleanTicketText';

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
		['Out of Office', 'I will be back on Monday.'],
		['Export', 'Ich bin vom 3. bis 12. Mai nicht erreichbar.'],
		['Export', 'Please do not reply to this email, this mailbox is not monitored.'],
		['Export', 'I am on vacation. For urgent matters please contact jane@globex.example.'],
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
		['Export', "Your message wasn't delivered.\n\nThe response was: 550 5.1.1 no such user"],
	])('are bounces: %s / %s', (subject, body) => {
		expect(cleanTicketText({ subject, body }).flags).toContain('bounce');
	});

	it.each([
		['No one answers', 'All I get is "This is an automated response". I am furious.'],
		['Export', 'Our admin is out of office and the export is broken, please help.'],
		['Invites', 'Invites to jane@globex.example are never delivered, fix it.'],
		['Delivery is late', 'Where is the delivery status report?'],
		['Out of memory', 'The app crashes.'],
		['Auto-reply feature is broken, we lose customers', 'Fix it.'],
		['Out of office sync broken since Monday', ''],
		['Delivery failed for 300 customers', ''],
		['Delivery failed: 300 customers', 'Nobody got the invoice.'],
		['Delivery failed', 'My parcel never came.'],
		['Undeliverable emails since your update', ''],
		['Auto response time is unacceptable', ''],
		['Out of office', 'The sync of it is broken.'],
		['S', 'Do not reply to this email with another template! We want a refund.'],
		['S', 'Do not reply to this email. We want a refund.'],
		['S', 'Thank you for your email. We are out of patience.'],
		[
			'S',
			'I am on vacation and your app charged us twice. Contact our lawyer at x@globex.example.',
		],
		[
			'Out of office',
			'We lost data, call us urgently at +1 555 010 2030. Urgent: call +1 555 010 2030',
		],
		['S', 'Thank you for your email. We are not in agreement and cancel.'],
		['S', 'Vielen Dank für Ihre Nachricht. Ich bin damit nicht zufrieden, wir kündigen.'],
		['S', 'Bedankt voor uw bericht. Ik ben woedend en zeg op.'],
		[
			'S',
			'I am on leave from work because of the stress your outage caused. We are cancelling our contract.',
		],
		['S', 'This is an automatic response to your silence: we are cancelling our contract.'],
		['S', "Your message to our customers wasn't delivered. All our data is lost, we leave."],
		['S', 'Unser Paket konnte nicht zugestellt werden, wir kündigen.'],
		['S', 'Ich bin nicht erreichbar gewesen, weil Ihr System alle Daten gelöscht hat.'],
	])('are not what a customer writes about them: %s / %s', (subject, body) => {
		expect(cleanTicketText({ subject, body }).flags).toEqual([]);
	});
});
