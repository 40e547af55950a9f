import { describe, expect, it } from 'vitest';

import { endsOursToo } from '../../../../nodes/core/score/calledOff';
import { sentimentOf } from './scoreOf';

describe('who calls off an appointment, an order or a job ends nothing with us', () => {
	it.each([
		'Please cancel the workshop session on Tuesday.',
		'Please cancel my appointment.',
		'cancel the meeting',
		'Could you reschedule our onboarding call?',
		'Please cancel the nightly job.',
		'Bitte den Termin am Dienstag absagen.',
		'Merci d’annuler le rendez-vous de demain.',
		'Por favor, cancelen la reunión del martes.',
		'Pode cancelar a reunião de amanhã?',
		'Graag de afspraak van morgen annuleren.',
	])('%s', (body) => {
		expect(sentimentOf(body).score).toBeLessThan(50);
	});

	it.each([
		'Cancel my order now, you are a bunch of liars.',
		'Please cancel the meeting and our subscription.',
		'Please cancel the training on Friday and our licences.',
		'Merci d’annuler la formation et notre abonnement.',
		'Cancel our call center subscription.',
		'cancel',
	])('but not who ends more or is angry: %s', (body) => {
		expect(sentimentOf(body).score).toBeGreaterThanOrEqual(65);
	});

	it('and only what stands right behind it is ended with it', () => {
		expect(endsOursToo('Please cancel the demo and our contract.')).toBe(true);
		expect(endsOursToo('Please cancel the meeting about our contract.')).toBe(false);
		expect(endsOursToo('Please renew the plan and our licences.')).toBe(false);
	});

	it.each([
		'Can we postpone the training and the account review to next week?',
		'Please cancel the order and the service call for Friday.',
		'Bitte den Termin verschieben und den Vertrag behalten.',
	])('nor who moves it, or calls off another date about it: %s', (body) => {
		expect(endsOursToo(body)).toBe(false);
		expect(sentimentOf(body).score).toBeLessThan(65);
	});
});
