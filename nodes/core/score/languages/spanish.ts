import { pattern } from '../../values/tables';
import type { ScoreWords } from './types';

export const SPANISH: ScoreWords = {
	turn: /pero|hasta(?! (?:la fecha|ahora|hoy))/,
	and: /y/,
	now: /ahora/,
	then: /no/,
	was: /trabajaba|funcionaba|antes/,
	calledOff: pattern('iu')`
		(?<!\p{L})(?:cancelar|cancele|cancelen|cancelad|cancela|anular|anulen|aplazar)(?: \p{L}+){0,2} (?:reunión|
		cita|llamada|demo|demostración|formación|visita|reserva|pedido|entrega|invitación)(?!\p{L})
	`,
	moved: /aplazar/,
	occasion: /reunión|llamada/,
	our: /nuestr\p{L}*/u,
	ours: /suscripción|contrato|cuenta|licencia/,
	politeness: /hola|buenos|saludos/,
};
