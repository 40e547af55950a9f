import { describe, expect, it } from 'vitest';

import { sentimentOf } from './scoreOf';

describe('a text without a customer behind it scores low and says why:', () => {
	it.each([
		[
			'sales-mail',
			'Is your website losing clients? Our agency can help: free audit, more traffic, reply yes.',
		],
		[
			'sales-mail',
			'Ihre Webseite verliert Besucher? Wir bieten eine kostenlose Analyse und bringen mehr Kunden.',
		],
		[
			'newsletter',
			'Hello from the Pulse team. In this issue: five signs of an angry client. Unsubscribe here.',
		],
		[
			'monitoring',
			'[FIRING] api-latency: severity: critical, threshold 500 ms, triggered at 2026-03-02.',
		],
		['parcel', 'Ihr Paket wurde heute zugestellt. Sendungsnummer 0034-11.'],
		['calendar', 'Declined: Roadmap review @ Thu 12 Mar 2026 15:00'],
		['calendar', 'Abgesagt: Jour fixe am Dienstag, 14:30 Uhr'],
		['no-reply', 'This is a no-reply address. For help please contact the service desk.'],
		['no-reply', 'Jon Vik no longer works here. Please contact the main office instead.'],
		['bot-greeting', 'Hi there, I am the Orbit bot! How can I help you today?'],
		['notification', 'Build failed: 3 tests failed. Sent by Jenkins, please do not reply.'],
		['no-reply', 'Bitte antworten Sie nicht auf diese Nachricht. Wenden Sie sich an unser Büro.'],
		['no-reply', 'Message automatique : merci de ne pas répondre à ce courriel.'],
		['no-reply', 'Mensaje automático: este buzón no será supervisado hasta el lunes.'],
		['no-reply', 'Mensagem automática. Nossos escritórios estarão fechados até 3 de janeiro.'],
		['no-reply', 'Dit is een automatisch bericht, gelieve niet te antwoorden.'],
		['newsletter', 'Dans ce numéro : dix idées pour vos équipes. Se désabonner en un clic.'],
		['newsletter', 'En esta edición: diez ideas para su equipo. Darse de baja aquí.'],
		['newsletter', 'In deze editie: tien ideeën voor uw team. Lees meer op onze site.'],
		['parcel', 'Votre colis a été livré. Numéro de suivi 0034-11.'],
		['parcel', 'Seu pedido foi enviado. Código de rastreio 0034-11.'],
		['parcel', 'Uw pakket wordt morgen bezorgd. Volg het met track & trace.'],
		['calendar', 'Refusé : Point hebdo, jeudi'],
		['calendar', 'Convite: reunião, quinta'],
		['bot-greeting', 'Hallo! Wie kann ich Ihnen weiterhelfen?'],
		['bot-greeting', 'Olá! Como posso ajudar hoje?'],
		[
			'sales-mail',
			'Votre site perd des places ? Nous proposons un audit gratuit et plus de trafic.',
		],
		['auto-reply', 'I am out of the office until 12 March and will answer when I am back.'],
	])('%s: %s', (reason, body) => {
		const sentiment = sentimentOf(body);
		expect(sentiment.flags).toContain(`no-person:${reason}`);
		expect(sentiment.score).toBeLessThan(20);
	});
});

describe('a customer who writes about such mail is a person:', () => {
	it.each([
		'Jon no longer works for us, please give me his boards and contact me when it is done.',
		'I got "this is an automated message, please do not reply" for the third time.',
		'Your website is down and we are losing customers, fix it now.',
		'Where is my parcel? The tracking number you gave me shows nothing.',
		'Please unsubscribe me from the newsletter, I cannot view it in the browser.',
		'Our monitor says your API is down since 9:00, we get HTTP 503.',
	])('%s', (body) => {
		expect(sentimentOf(body).flags.join()).not.toContain('no-person');
	});
});
