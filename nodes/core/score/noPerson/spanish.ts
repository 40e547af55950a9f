import type { NoPersonTraits } from './traits';

export const SPANISH: NoPersonTraits = {
	firstPerson: /(?<![\p{L}'])(?:yo|mi|mis)(?![\p{L}'])/u,
	we: /(?<![\p{L}'])(?:nosotros|nuestr\w*|nos)(?![\p{L}'])/u,
	calendarStart: /aceptad[oa]|rechazad[oa]|provisional|invitación/,
	calendar: /ha aceptado|ha rechazado|la invitación|lunes|martes|miércoles|jueves|viernes/,
	noReply: {
		address: /no responda a este/,
		unread: /buzón no(?: \S+){0,3} (?:supervisad[oa]|leíd[oa])/,
		automatic: /mensaje automático|generado automáticamente/,
		left: /ya no trabaja|no forma parte/,
		closed: /oficinas? (?:están?|estarán?) cerrad[oa]s?/,
		cannotAnswer: /no podemos procesar/,
		askElsewhere: /póngase en contacto\b|\bcontacte\b/,
		until: /hasta el/,
	},
	newsletter: {
		unsubscribe: /darse de baja|cancelar (?:la )?suscripción a/,
		inBrowser: /ver en (?:el|tu|su) navegador/,
		whyYou: /recibes? este/,
		issue: /en esta edición/,
		readMore: /regístrate|leer más/,
	},
	parcel: {
		yours: /(?:su|tu) (?:paquete|envío|pedido)/,
		tracking: /número de seguimiento/,
		delivery: /(?:ha sido|será) (?:\S+ ){0,2}(?:entregad[oa]|enviad[oa])/,
	},
	sales: {
		yourSite: /\bsu (?:sitio web|página web|empresa|negocio)\b/,
		weOffer: /(?:podemos|ofrecemos|ayudamos|creamos)\b/,
		goods: /\b(?:más (?:clientes|ventas|tráfico)|posicionamiento)\b/,
		losses: /\bpierde clientes/,
		free: /\b(?:auditoría|consulta|análisis) gratis\b/,
		call: /\bbreve llamada\b/,
	},
	hello: /hola/,
	howCanIHelp: /(?:en qué|cómo) (?:puedo|podemos) ayudar/,
};
