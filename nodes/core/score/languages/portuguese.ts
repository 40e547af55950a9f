import { pattern } from '../../values/tables';
import type { ScoreWords } from './types';

export const PORTUGUESE: ScoreWords = {
	turn: /mas|até(?! (?:agora|hoje))/,
	and: /e/,
	now: /agora/,
	then: /no|não/,
	was: /funcionava|antes/,
	calledOff: pattern('iu')`
		(?<!\p{L})(?:cancelar|cancele|cancelem|cancela|desmarcar|desmarque|adiar|remarcar)(?: \p{L}+){0,2} (?:reunião|
		consulta|chamada|ligação|demo|demonstração|formação|visita|reserva|pedido|entrega|convite)(?!\p{L})
	`,
	moved: /adiar|remarcar/,
	occasion: /reunião|chamada/,
	our: /noss\p{L}*/u,
	ours: /assinatura|contrato|conta|licença/,
	politeness: /ola|bom dia/,
};
