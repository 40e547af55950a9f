import { oneLine, pattern } from '../../../values/tables';
import type { MatchWords } from './types';

export const SPANISH: MatchWords = {
	articles: oneLine`
		el los las lo una unos unas mi mis nuestro nuestra nuestros nuestras su sus este esta estos estas
	`,
	fillers: oneLine`
		es son fue fueron era eran ha han hemos he esta estan estaba del al en con por para desde sigue
		siguen todavia aun ya muy mas siempre todo toda todos todas ahora hoy ayer completamente
		totalmente tambien solo
	`,
	pronouns: 'yo nosotros ustedes usted ellos ellas te',
	clauseBreaks: 'pero sino aunque porque',
	conjunctions: 'y e',
	conditions: 'si caso',
	negations: 'nunca jamas ningun ninguna sin tampoco',
	resolutions: [
		'ya|ahora funciona|funcionan|va bien',
		'funciona de nuevo',
		'vuelve|vuelto|volvio a funcionar',
		'problema|incidencia|error resuelto|resuelta|solucionado|solucionada|arreglado',
		'esta|quedo|queda resuelto|solucionado|arreglado|resuelta|solucionada',
		'pueden|puede cerrar el ticket|caso|la incidencia',
	],
	praise: ['muchas gracias por', 'excelente|gran servicio|trabajo|producto|herramienta|equipo'],
	calm: ['no es urgente|grave', 'sin prisa|urgencia', 'no corre prisa'],
	content: [
		'ningún|ninguna problema|fallo|queja|incidencia',
		'sin (ningún)? problema|problemas|fallos|incidencias',
		'nunca decepciona|falla|defrauda',
		'ni un solo problema|fallo|error',
		'todo funciona|va bien|perfecto|perfectamente',
	],
	notYet: pattern()`
		prometi\w*|deberia|debia|seria|estaria|estara|supuestamente|cuando|hasta|si|nunca|no|nada|por que|
		antes|esper\w+|en cuanto|sin|dijeron
	`,
	imagined: /que pasa si/,
	asksMeaning: /que significa/,
	means: /significa/,
	condition: /si|caso/,
	determiners: /el|un|la/,
	modal: /podria/,
	general: /como (?:puedo|podemos|se)|es posible/,
	complaining: /por que|sigue|desde/,
	turn: /pero/,
	reported: /prometi\w+|dijeron|dicho|escribi\w+/,
	that: /que/,
	forAWhile: /hasta/,
	takenBack: /pero (?:ahora|hoy|desde|luego)|y ahora|de repente/,
	spoiled: /seria|estaria/,
	aside: /por cierto/,
	broughtBack: /recuper/,
	asked: /elimin\w*|borr\w*/,
	asking: /por favor|pueden|podrian|favor/,
	was: /hubo/,
	none: /ningun[oa]?/,
	afterTime: /despues de \d+ (?:dias|meses|anos)/,
	ruleBefore: /sin/,
	glad: /buen[oa]/,
	others: /del cliente/,
	contract: /suscripcion|cuenta|contrato/,
	ofPreposition: /de|del/,
	ofArticle: /un\w*|el|la|los|nuestr\w*/,
	people: /clien\w*|usuari\w*|emplead\w*/,
	when: /si|cuando|despues de/,
	anyTime: /en cualquier momento/,
	undone: /por error|reactivar/,
	part: /cuentas de prueba/,
	few: /dos|tres|algunas/,
	ofOurs: /de nuestras /,
	seats: /licencias/,
	from: /de/,
	to: /a/,
	trial: /prueba/,
};
