import type { NoPersonTraits } from './traits';

export const PORTUGUESE: NoPersonTraits = {
	firstPerson: /(?<![\p{L}'])(?:eu|meu|minha)(?![\p{L}'])/u,
	we: /(?<![\p{L}'])(?:nós|noss\w*)(?![\p{L}'])/u,
	calendarStart: /aceit[oa]|recusad[oa]|convite/,
	calendar: /aceitou|recusou|o convite|segunda|terça|quarta|quinta|sexta/,
	noReply: {
		address: /não responda a est[ea]/,
		unread: /caixa não(?: \S+){0,3} (?:monitorad[oa]|lid[oa])/,
		automatic: /mensagem automática|gerad[oa] automaticamente/,
		left: /já não trabalha|não trabalha mais/,
		closed: /escritórios? (?:está|estão|estará|estarão) fechad[oa]s?/,
		cannotAnswer: /não podemos processar/,
		askElsewhere: /\bentre em contato\b/,
		until: /até (?:o dia )?\d/,
	},
	newsletter: {
		unsubscribe: /descadastr|cancelar inscrição/,
		inBrowser: /ver no navegador/,
		whyYou: /você recebeu este|está recebendo este/,
		issue: /nesta edição/,
		readMore: /saiba mais|inscreva-se/,
	},
	parcel: {
		yours: /(?:sua|seu) (?:encomenda|pacote|pedido)/,
		tracking: /código de rastre/,
		delivery: /(?:foi|será) (?:\S+ ){0,2}(?:entregue|enviad[oa])/,
	},
	sales: {
		yourSite: /\b(?:seu|sua) (?:site|empresa|negócio)\b/,
		weOffer: /(?:podemos|oferecemos|ajudamos|criamos)\b/,
		goods: /\bmais (?:clientes|vendas)\b/,
		losses: /\bperdendo clientes/,
		free: /\b(?:auditoria|análise|consulta) gratuita\b/,
		call: /\bchamada rápida\b/,
	},
	hello: /olá|oi/,
	howCanIHelp: /como (?:posso|podemos) ajudar/,
};
