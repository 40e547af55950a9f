import { oneLine } from '../../../values/tables';
import type { CueList, ModelWords } from './types';

/** As english.ts, in Spanish; accents are folded when matching. */
const SPANISH_CUES: CueList = {
	failure: oneLine`
		no funciona|no funcionan|sin funcionar|dejo de funcionar|no anda|no va|no carga|no abre|no se abre|
		no arranca|no responde|no guarda|no pasa|no pasa datos|no llega|no llegan|sin llegar|no llegaron|
		no recibimos|no sincroniz*|no se envia*|no aparece|no aparecen|falla|fallan|fallo|fallos|fallando|
		error|errores|caida|caidas|caido|se cae|se cuelga|cuelga|colgado|se bloquea|bloqueado|bloqueada|
		bloqueadas|se queda|parado|parada|parados|vacio|vacia|roto|rota|averia|incidencia|sin servicio|
		no sirve|no hace nada|no ocurre nada|se borran|se cierra|solo trae
	`,
	loss: oneLine`
		desaparecido|desaparecio|desaparecieron|han desaparecido|perdido|perdida|perdimos|perdiendo|
		perdemos|borrado|borraron|borro|eliminado|falta|faltan|nadie ha borrado|donde estan|sobrescri*|
		no aparece ninguno|no aparece ningun*
	`,
	wrongData: oneLine`
		mal|incorrect*|equivocad*|erroneo*|erronea*|no cuadra|no cuadran|no coincid*|duplicad*|dos veces|
		doble|distint*|que no existen|no son nuestros|otra empresa|otro cliente|cual vale|otra vez mal
	`,
	blocked: oneLine`
		no podemos|no puedo|no se puede|no podemos cerrar|imposible|no hay quien|bloquead*|no entra nadie|
		nadie puede|nadie entra|no deja|no me deja|sin acceso|sin poder|parados|parada|detenid*|impide|
		asi no se puede
	`,
	people: oneLine`
		nuestros clientes|mis clientes|clientes|mis comerciales|mi equipo|nuestro equipo|conductores|
		empleados|companeros|enfermera|pacientes|usuarios|la gente|todos|personas|se quejan|quejas|nadie
	`,
	business: oneLine`
		produccion|ventas|pedidos|nominas|nomina|facturas|salarios|cerrar el mes|cierre|consejo|direccion|
		jefe|jefa|auditor*|auditoria|hacienda|tienda|almacen|penalizacion|nos cuesta|cuesta|dinero|reunion|
		inversores|no cobran|el banco cierra
	`,
	deadline: oneLine`
		hoy|manana|antes del viernes|antes de manana|esta semana|plazo|fecha limite|inmediatamente|
		de inmediato|ya|urgente|urgencia|urge|cuanto antes|lo antes posible|a las 0|en una hora|llamenme
	`,
	repetition: oneLine`
		otra vez|de nuevo|0th vez|0th mensaje|0th ticket|0th correo|0th semana|0th persona|0th llamada|
		0th caida|0 veces|0 correos|0 tickets|0th lunes|nuevamente|sigue|siguen|sigue sin|siguen sin|
		seguimos|seguimos sin|todavia|todavia no|aun no|tercera vez|cuarta vez|segunda vez|tercer|
		cuarto ticket|cuarta persona|cada vez|cada dia|todos los dias|todo el rato|todo el tiempo|siempre|
		constantemente|varias veces|muchas veces|desde hace|llevan|llevo|llevamos|desde ayer|desde el lunes|
		desde esta manana|desde la actualizacion|desde las|seguido|seguidos|mismo problema|mismo error|
		misma respuesta|igual que|palabra por palabra|dos veces|tres anos|tres veces
	`,
	waiting: oneLine`
		sin respuesta|nadie contesta|nadie responde|nadie llama|no contestan|no responden|ninguna respuesta|
		ni una llamada|esperando|espero|esperar|esperamos|espera|hace 0|hace semanas|hace dias|hace un mes|
		semanas|dias|meses|prometid*|prometieron|me dijeron|nos dijeron|hay alguien|alguien ahi|retraso|
		tarde|recordatori*|perseguir*|perseguirles|respondiera|contesta|no ha cambiado nada|ignoran|
		silencio|colgaron|contestar algun dia|alguien me va|alguna novedad|sigo esperando
	`,
	churn: oneLine`
		cancelar|cancelacion|darme de baja|dar de baja|no renovar|no vamos a renovar|no renovamos|
		competencia|cambiarnos|cambiar de|otro proveedor|otros proveedores|otras opciones|alternativa*|
		nos vamos|marcharnos|dejar de|rescindir|devuelvan|mirando otras|defenderla
	`,
	legal: oneLine`
		abogado*|legal*|demanda|demandar|tribunal*|juzgado|danos y perjuicios|reclamo|reclamar|reclamare|
		reclamaremos|denuncia*|incumplimiento|contrato|proteccion de datos|rgpd|agencia|consumo|
		ultimo aviso|estafa*|robo|ladron*|fraude|gravisimo|hoja de reclamaciones
	`,
	money: oneLine`
		cobrado|cobrado dos veces|cobraron|cobro|cobros|cargo|cargos|reembols*|devolucion|devuelven|dinero|
		caro|cara|subida|pagamos|pago|pagando|abono prometido|sin avisar|factura
	`,
	anger: oneLine`
		inaceptable|inadmisible|verguenza|vergonzoso|ridiculo|absurdo|una broma|broma|desastre|lamentable|
		pesimo|pesima|horrible|terrible|fatal|peor|asco|mierda|joder|puta|puto|puta madre|cabron*|coño|
		harto|harta|hartos|enfadad*|enojad*|furios*|rabia|indignad*|indignante|increible|inutil*|basura|
		estupid*|idiota*|imbecil*|odio|odiar|caradura|tomadura|cachondeo|hasta cuando|ya basta|basta|
		maldit*|pinche*|chinga*|mamada*|cansad*|molesto|molesta|tonto|tonta|tontos|gilipollas|hijo de|
		hijos de|hdp|ctm|mentira*|mentiroso*|miente*|corrupt*|ladron*|cobarde*|hipocrit*|falso|falsa|muerte|
		matar|mata|matan|guerra|racis*|machis*|facha*|odia*|jodan|jode|cono|hostia|callate|payaso*|ridicul*|
		inept*|cinic*|traidor*|delincuente*|crimen|asesin*|violen*|carajo|wtf|bronca|😡|🤬|😤|👎|💩|
		gracias por nada
	`,
	disappointment: oneLine`
		decepcion*|decepcionad*|frustra*|lamentablemente|por desgracia|desgraciadamente|pena|lastima|triste|
		tristeza|confianza|paciencia|cansada|cansado|cansancio|agotad*|lamento|insatisfech*|preocupa*|miedo|
		llorar|lloro|lento|lenta|dolor|duele*|mal|malo|mala|malas|malos|extrano|extrana*|sueno|desespera*|
		enferm*|fiebre|llor*|llora*|muerto|muerta|morir|muero|me muero|soledad|celos|coraje|aburrid*|aburre|
		pobre|pobres|culpa|problema*|dificil|ansiedad|estres*|deprim*|depre|fracas*|agobi*|jodid*|no puedo|
		no quiero|no me gusta|no soporto|nadie me|ya no|echo de menos|me cuesta|me molesta|que mal|que pena|
		que triste|que lastima|sufr*|insomnio|vacio|rompe|roto|perdi|angusti*|horror|arruin*|pesad*|feo|fea|
		raro|rara|grasa|odioso|enfado
	`,
	sarcasm: oneLine`
		enhorabuena|felicidades|bravo|gracias por nada|genial|que bien|estupendo|fantastico|por supuesto|
		claro|digamos|se lo toma con calma|mas seguro imposible|vaya|menos mal|jaja*|que sorpresa|maravilla
	`,
	support: oneLine`
		cerrado|han cerrado|no hay nada resuelto|nada resuelto|no resuelve*|no ha resuelto|
		respuesta automatica|copia y pega|robot|bot|lea|lea el historial|no es lo que pregunte|explico|
		explicar|no lo voy a|responsable|supervisor|escalar|queja|reclamacion|hablar con|una persona|
		nadie sabe|nadie avisa|sin avisar|sin explicacion|se ha disculpado|disculpas|no ha servido|
		no sirvio|sigue igual|en mi primer mensaje|del guion
	`,
	accusation: oneLine`
		hasta cuando|quien aprobo|quien decidio|que mas|que pasa|por que|como es posible|como puede|
		como puede ser|para que|no es normal|de verdad|en serio|por fin|exijo|exigimos|arreglen|arreglenlo|
		solucionen|solucion ya|lo compramos por eso|al menos|ni siquiera|nada de nada|si yo veo|esta vez|
		hay que cerrarlo
	`,
	resolved: oneLine`
		ya funciona|funciona de nuevo|vuelve a funcionar|volvio a funcionar|resuelto|solucionado|arreglado|
		todo bien|esta todo|todo correcto|falsa alarma|olviden|perdon|disculpen|por nuestra parte|
		nuestro error|mi error|pueden cerrar|a la primera|retrasos han desaparecido|
		problema ha desaparecido|error ha desaparecido|desaparecio el error|lo que hicieron|
		que hicieron anoche|todo vuelve|esta todo bien|ya recibi|ya llego|ya esta|ni un solo fallo|
		ni un fallo|sin fallos|ningun error|ya no falla|ya no da error|caso cerrado|todo ok|olvidad|
		olvida lo|nada perdido|ni un cuelgue|ni una caida|no se ha perdido nada|no hemos perdido nada|
		no perdimos nada|confirmo arreglado
	`,
	praise: oneLine`
		gracias|muchas gracias|mil gracias|perfecto|perfecta|excelente|genial|estupendo|fantastico|encanta|
		me encanta|encantad*|contento|contenta|feliz|felices|felicidad|feliz dia|rapido|rapidez|rapidisimo|
		amable|maravillos*|bueno|buena|buenos|buenas|mejor|mejores|bien|bonito|bonita|lindo|linda|hermos*|
		gusta|me gusta|amo|amor|quiero|recomiend*|satisfech*|placer|un placer|alegria|alegre|guapa|guapo|
		disfrut*|ganas|suerte|dicha|exito|precios*|guapisim*|felicidades|felicit*|enhorabuena|bendicion*|
		bendecid*|querid*|amigo|amiga|amigos|besos|abrazo*|sonrisa*|sonreir|divertid*|alegr*|ilusion|
		emocion*|orgullo*|esperanza|agradec*|magic*|perfecto|lo mejor|la mejor|el mejor|grande|grandes|
		crack|fan|vacaciones|fiesta|cantando|increible noticia|buenos dias|buenas noches|buen dia|
		feliz cumple*|cumple|👍|😊|❤|🎉|😍
	`,
	calm: oneLine`
		no corre prisa|sin prisa|no es urgente|no urge|no hay prisa|solo aviso|solo es|es solo|solo pediria|
		duda|una duda|curiosidad|sin querer|un par de segundos|algo lento|puede que|quizas|quiza|tal vez|
		probablemente|no nos afecta|no afecta|no pasa nada|cuando puedan|para su informacion|es un tramite|
		tramite|encantados|no es importante|no es grave|nada grave|no es critico|no molesta|sin mas|
		cuando tengais|simple consulta|una pena que|queda feo|para ir haciendo|es normal
	`,
	question: oneLine`
		como|como se|como quito|como imprimo|cuando|cuando es|cuanto|cuanto tiempo|cada cuanto|cual es|
		cuales|que temas|que pasa con|donde esta|donde puedo|donde|se puede|podemos|podrian|podria|puedo|
		pueden|es posible|hay que|hay alguna|hay algun|existe|quien es|a que hora|queremos|me gustaria|
		quiero comparar|quisiera|tienes|tienen|sigue previsto
	`,
	request: oneLine`
		por favor|adjunto|adjuntamos|copia|reenviar|enviar|envian|actualicen|direccion de facturacion|
		mudamos|mudanza|licencia|licencias|anadir|activar|desactivar|configurar|pruebas|prueba|probar|
		probaríamos|piloto|cuestionario|firmado|contrato de|cita|formacion|proxima semana|proximo mes|
		planificar|oferta|presupuesto|articulo 0 del rgpd|derecho de supresion|supresion de todos|
		supresion de mis|datos personales|les remitimos|0 del rgpd|0 rgpd
	`,
	feature: oneLine`
		seria util|seria muy util|seria genial|estaria bien|sugerencia|idea|esta previsto|previsto|funcion|
		funcionalidad|en estudio|poder|nuevo|nueva
	`,
	bulk: oneLine`
		respuesta automatica|fuera de la oficina|de vacaciones|centralita|gratis|gratuita|
		auditoria gratuita|estimados senores|suscri*|newsletter|oferta especial|haga clic|curriculum|sorteo|
		gana|descarga*|growth hacker|ha aceptado|darse de baja|quedo pendiente
	`,
	security: oneLine`
		fuga|filtracion|datos personales|datos de otra|confidencial*|hackead*|hacker*|pirate*|brecha|
		vulnerab*|acceso no autorizado|dados de baja siguen|siguen entrando|lo ven todo|quien ve
	`,
	labour: oneLine`
		a mano|manualmente|papel|al papel|excel|copian|copiar|volver a escribir|horas|fin de semana|
		marcando|clics|rehacer|todo el dia|horas extra
	`,
	bigNumber: oneLine`
		0 personas|0 clientes|0 usuarios|0 pedidos|0 empleados|0 articulos|0 horas|0 dias|0 semanas|0 veces|
		todos|todas|todo|toda|unos 0|mas de 0|la mitad|cientos|miles|ninguno|ninguna|ningun|total|completo|
		entero|entera
	`,
	onset: oneLine`
		desde|desde hoy|esta manana|desde esta|anoche|ayer|desde la actualizacion|la actualizacion|
		actualizacion|nueva version|nueva interfaz|rediseno|migracion|de repente|sin previo aviso|de golpe
	`,
	recontact: oneLine`
		0th vez|0th mensaje|0th ticket|0th correo|0th semana|0th persona|0th llamada|0th lunes|sigue sin|
		siguen sin|seguimos sin|otra vez|de nuevo|ya lo explique|ya escribi|ya les|varias veces|
		misma respuesta|palabra por palabra|todavia no|aun no|seguido*
	`,
	leaving:
		'dar de baja ~ cuenta|dar de baja ~ servicio|darme de baja|darnos de baja|doy de baja|' +
		'la baja|baja del servicio|baja del plan|solicit* ~ baja|tramit* ~ baja|' +
		'cancelar ~ suscripcion|cancelar ~ contrato|cancelar ~ cuenta|cancelar ~ plan|' +
		'cerrar ~ cuenta|eliminar ~ cuenta|no renovar|no vamos a renovar|no renovamos|' +
		'no renovacion|no vamos a continuar|rescind*|rescision|cesa su actividad|' +
		'otra plataforma|otro programa|otro proveedor|otro sistema|nos cambiamos|' +
		'reduc* ~ licencias|plan basico|plan inferior|bajar de plan|bajar de 0|' +
		'fin del contrato|reduccion de licencias|pasaremos ~ licencias|de baja el servicio',
	withdrawal:
		'anular ~ pedido|anulacion ~ pedido|cancelar ~ pedido|cancelar ~ cita|' +
		'cancelar ~ reunion|prueba|periodo de prueba|version de prueba|razon social|' +
		'no nos vamos|ampliar ~ licencias|ampliacion|de baja a un|usuario que ya no|boletin|' +
		'preaviso',
	template:
		'descripcion|pasos|pasos para reproducir|comportamiento esperado|resultado esperado|' +
		'resultado actual|comportamiento actual|resultado obtenido|entorno|version|navegador|' +
		'frecuencia|dispositivo|esperado',
};

export const SPANISH: ModelWords = {
	cues: SPANISH_CUES,
	negations: 'nunca sin tampoco nadie ninguno ninguna',
	numbers: 'dos tres cuatro cinco seis siete ocho nueve diez doce veinte',
	ordinals: 'segunda segundo tercera tercer tercero cuarta cuarto quinta quinto',
};
