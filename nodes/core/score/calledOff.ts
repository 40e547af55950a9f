import { pattern } from '../values/tables';

/**
 * Who calls off a meeting, an order or a job of the product ends nothing with us; the model hears "cancel". One pattern a
 * language, so that a verb of one and a thing of another are no match.
 */
const CALLED_OFF: readonly RegExp[] = [
	pattern('iu')`
		\b(?:cancel|canceling|cancelling|call off|postpone|reschedule|rebook)(?: [\p{L}'’]+){0,3}[ ]
		(?:meeting|appointment|call|demo|webinar|training|session|visit|lunch|interview|booking|
		reservation|order|delivery|job|run|event|invite|invitation)s?(?![\p{L}-]| cent)
	`,
	pattern('iu')`
		(?<!\p{L})(?:termin|treffen|besprechung|meeting|anruf|call|demo|webinar|schulung|buchung|reservierung|
		bestellung|lieferung|einladung)(?: [\p{L}\d.,:]+){0,4} (?:ab|absagen|abzusagen|stornieren|zu stornieren|
		verschieben|zu verschieben)(?!\p{L})
	`,
	pattern('iu')`
		(?<!\p{L})(?:annuler|annulez|annulons|décaler|reporter)(?: [\p{L}'’]+){0,2} (?:réunion|rendez-vous|rdv|appel|
		démo|webinaire|formation|visite|réservation|commande|livraison|invitation)(?!\p{L})
	`,
	pattern('iu')`
		(?<!\p{L})(?:cancelar|cancele|cancelen|cancelad|cancela|anular|anulen|aplazar)(?: \p{L}+){0,2} (?:reunión|
		cita|llamada|demo|demostración|formación|visita|reserva|pedido|entrega|invitación)(?!\p{L})
	`,
	pattern('iu')`
		(?<!\p{L})(?:cancelar|cancele|cancelem|cancela|desmarcar|desmarque|adiar|remarcar)(?: \p{L}+){0,2} (?:reunião|
		consulta|chamada|ligação|demo|demonstração|formação|visita|reserva|pedido|entrega|convite)(?!\p{L})
	`,
	pattern('iu')`
		(?<!\p{L})(?:vergadering|afspraak|meeting|gesprek|demo|webinar|training|bezoek|boeking|reservering|bestelling|
		levering|uitnodiging)(?: [\p{L}\d.,:]+){0,4} (?:annuleren|afzeggen|af te zeggen|verzetten|te verzetten)(?!\p{L})
	`,
];
/** What a customer has of us: who names it may end that as well. */
const OURS = pattern('iu')`
	(?<!\p{L})(?:subscription|account|contract|plan|licen[cs]e|service|membership|abo|abonnement|vertrag|konto|lizenz|
	contrat|compte|licence|suscripción|contrato|cuenta|licencia|assinatura|conta|licença|contract|licentie)s?(?!\p{L})
`;

/** "… and our subscription", right behind what is called off. */
const AND_OURS = pattern('iu')`
	^(?: \p{L}+){0,3} (?:and|und|et|y|e|en) (?:also )?(?:our|my|the|unser\p{L}*|mein\p{L}*|notre|nos|nuestr\p{L}*|
	noss\p{L}*|ons|onze) (?:subscription|account|contract|plan|licen[cs]e|membership|abo|abonnement|vertrag|konto|lizenz|
	contrat|compte|licence|suscripción|contrato|cuenta|licencia|assinatura|conta|licença|licentie)(?:s|en)?(?!\p{L})
`;

/** Whether a text ends the contract along with an appointment or an order: "Cancel the meeting and our subscription". */
export function endsOursToo(text: string): boolean {
	return CALLED_OFF.some((one) => {
		const found = one.exec(text);
		return found !== null && AND_OURS.test(text.slice(found.index + found[0].length));
	});
}

/** What a text says besides calling off an appointment, an order or a job; undefined when it calls off none, or more. */
export function besidesCallingOff(text: string): string | undefined {
	if (OURS.test(text)) return undefined;
	const calledOff = CALLED_OFF.find((one) => one.test(text));
	return calledOff === undefined ? undefined : text.replace(calledOff, ' ');
}
