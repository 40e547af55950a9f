import { describe, expect, it } from 'vitest';

import { namesIn, sentimentOf } from './scoreOf';

describe('a calm cancellation, downgrade or closing of the account is frustration enough:', () => {
	it.each([
		'We will not be extending the agreement, please stop the renewal.',
		'We would like to go down from 120 to 30 licences.',
		'How do I cancel my membership?',
		'Kindly terminate our contract as of 31 March.',
		'Turn off auto-renewal for our workspace please.',
		'Could someone close our account after the last invoice is paid?',
		'Hiermit kündige ich meinen Vertrag fristgerecht zum 31.12.',
		'Wir möchten unser Konto schließen. Bitte bestätigen Sie uns das Datum.',
		'Wir werden den Vertrag nicht verlängern.',
		'Können wir auf den kleineren Tarif wechseln?',
		'Nous souhaitons clôturer notre compte.',
		'Nous ne renouvellerons pas le contrat en janvier.',
		'Pourriez-vous réduire le nombre de licences à 5 ?',
		'Queremos darnos de baja del servicio.',
		'No vamos a renovar en enero.',
		'Gostaríamos de cancelar nossa assinatura no fim do contrato.',
		'Favor encerrar nossa conta.',
		'Wij willen ons abonnement opzeggen per 1 maart.',
		'Graag ons account sluiten en de laatste factuur sturen.',
	])('%s', (body) => {
		const sentiment = sentimentOf(body);
		expect(namesIn(sentiment)).toContain('Cancellation');
		expect(sentiment.score).toBeGreaterThanOrEqual(65);
		expect(sentiment.score).toBeLessThan(80);
	});
});

describe('none of these is the cancellation of a contract:', () => {
	it.each([
		'How do I cancel a customer’s subscription through the API?',
		'What happens to our data if we cancel our subscription?',
		'Can we cancel the contract at any time?',
		'I cancelled my subscription by mistake, can you reactivate it?',
		'Please reduce us from 25 to 22 seats, three people have retired.',
		'How do I downgrade to version 4.2?',
		'How do I cancel an invitation that I sent to a colleague?',
		'Where can a user cancel a booking?',
		'Wie storniere ich eine Bestellung?',
		'Kann ein Kunde sein Abo selbst kündigen?',
		'Comment annuler une commande ?',
		'¿Cómo cancelo una cita?',
		'Como cancelo um agendamento?',
		'Hoe annuleer ik een uitnodiging?',
		'Please cancel my trial, I have seen enough for now.',
		'We do not want to cancel our subscription, just change the card.',
	])('%s', (body) => {
		expect(namesIn(sentimentOf(body))).not.toContain('Cancellation');
	});
});

describe('a request to delete personal data is milder, and no lost data:', () => {
	it.each([
		'Kindly erase all personal data that you keep of me, as the GDPR allows me to ask.',
		'Ich mache von meinem Recht auf Löschung Gebrauch.',
		'Merci de supprimer toutes mes données personnelles.',
		'Solicito la eliminación de mis datos personales.',
		'Solicito a exclusão dos meus dados pessoais.',
		'Graag mijn persoonsgegevens verwijderen.',
	])('%s', (body) => {
		const sentiment = sentimentOf(body);
		expect(namesIn(sentiment)).toEqual(['Data deletion request']);
		expect(sentiment.score).toBeGreaterThanOrEqual(50);
		expect(sentiment.score).toBeLessThan(80);
	});
});

describe('a hostile text about a subscription', () => {
	it('is read in no more time than another of its length', () => {
		// A pattern that could cut "unununun" anywhere would try 2^70 ways and hang n8n.
		const body = `Cancel our subscription of ${'un'.repeat(70)}`;
		expect(sentimentOf(body).score).toBeGreaterThanOrEqual(65);
	});
});
