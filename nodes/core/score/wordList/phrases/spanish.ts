import { oneLine } from '../../../values/tables';

/** Spanish phrases per default signal; read english.ts first. Accents are folded. */

const DO = oneLine`
	exportar|importar|guardar|cargar|abrir|descargar|subir|crear|eliminar|borrar|editar|enviar|imprimir|
	generar|ver|sincronizar|conectar|usar|utilizar|trabajar|facturar|completar|añadir|agregar|modificar|
	publicar|acceder|consultar|continuar|programar|cobrar|pagar|asignar|invitar|compartir|recuperar|
	finalizar
`;
const DATA = oneLine`
	datos|contactos|tareas|archivos|proyectos|informes|reportes|documentos|registros|historial|tickets|
	pedidos|clientes|facturas|mensajes|notas|citas|reservas|plantillas|carpetas|información|campañas
`;
const PARTNERS =
	'sincronización|integración|conexión|api|webhook|webhooks|conector|importación|salesforce|hubspot|sync|interfaz';

export const coreWorkflow: readonly string[] = [
	'(sigue|siguen|continúa) (sin funcionar|fallando|igual|roto|bloqueado|dando error|dando errores|sin solución|sin resolverse|sin cargar)',
	'(dejó|dejaron|ha dejado|han dejado) de (funcionar|enviar|cargar|responder|sincronizar|guardar|llegar)',
	'(falla|fallan|falló|fallando) (cada vez|siempre|constantemente|desde|otra vez|de nuevo|todo el tiempo|continuamente)',
	'(da|sale|aparece|muestra|tira|recibo|recibimos) (un error|error siempre|el mismo error|errores)',
	'(el problema|el error|el mismo problema|el mismo error|el fallo) (persiste|continúa|sigue|se repite)',
	oneLine`
		no funciona|funcionan|funcionó|carga|cargan|abre|abren|responde|guarda|guardan|arranca|sirve|
		exporta|deja|permite|aparece|aparecen|llegan|llega|muestra|actualiza|envía|envían|genera|sale
	`,
	oneLine`
		no se guarda|guardan|carga|cargan|abre|envía|envían|muestra|muestran|actualiza|actualizan|genera|
		puede|pueden|exporta|descarga|ejecuta|ejecutan|procesa|refleja
	`,
	`no puedo|podemos|puede|pueden|logro|logramos|consigo|conseguimos|pude|pudimos ${DO}`,
	`imposible ${DO}`,
	'sigue|siguen sin|fallando|roto|bloqueado|caído',
	'nada funciona|carga|pasa|sucede|responde',
	'no pasa|sucede nada',
	oneLine`
		exportación|importación|sistema|aplicación|app|página|proceso|informe|reporte|carga|descarga|
		automatización|plataforma falla|fallan|falló|fallando|fallado
	`,
	oneLine`
		se cae|cuelga|congela|bloquea|cierra|traba|queda cada|todo|constantemente|siempre|al|en|colgado|
		colgada|pegado|bloqueado|blanco|cargando|pensando
	`,
	'se queda|quedó en|cargando|colgado|colgada|bloqueado|bloqueada|congelado|pensando|pegado',
	'está|esta|están|sigue roto|rota|rotos|dañado|caído|caída|bloqueado|bloqueada|colgado|congelada|congelado',
	'error|errores cada|al|constante|constantes|siempre|500|interno|todo|desde|grave|continuos',
	'mensaje de error',
	'página|pantalla|archivo|informe|reporte en|vacío|vacía|blanco|blanca|negra blanco',
	'desde la|su|última actualización|migración',
	'perdí|perdimos|perdido|pierdo todo|trabajo|horas|cambios|mi|nuestro',
	'problema|problemas grave|graves|serio|serios|crítico|enorme|recurrente',
	'inutilizable|inservible|inoperativo|inoperable',
];

export const integration: readonly string[] = [
	`${PARTNERS} no funciona|sincroniza|conecta|responde|trae|actualiza`,
	`${PARTNERS} falla|fallando|falló|caída|caído|rota|roto|detenida|detenido|interrumpida|dejó|perdida|desconectada|cae`,
	'no se sincronizan|sincroniza|están sincronizando|sincronizaron|transfieren',
	'no sincroniza|sincronizan',
	'api devuelve|responde|retorna|da error|errores|500|502|503|nada',
	'error 500|502|503|504',
	'duplicados|duplicado|duplicadas|duplicando contactos|registros|pedidos|crea|creando|en|por',
	'contactos|registros|pedidos|clientes|facturas duplicados|duplicadas',
	'reconectar cada|otra|constantemente|varias',
];

export const dataIntegrity: readonly string[] = [
	'se (borró|borraron|perdió|perdieron|eliminaron|han borrado|han perdido)',
	oneLine`
		(números|cifras|datos|totales|informes|informe|reportes|reporte|resultados|saldos|montos|importes|
		cálculos|métricas|valores) (incorrectos|incorrecto|erróneos|erróneo|equivocados|mal|inconsistentes|
		falsos)
	`,
	oneLine`
		${DATA}|todo|toda desaparecido|desapareció|desaparecieron|perdido|perdieron|borrado|borrados|
		borraron|eliminado|eliminados|sobrescritos|corruptos|perdidos|esfumado
	`,
	'desapareció|desaparecieron|desaparecido|desaparecida',
	`faltan|falta ${DATA}`,
	'pérdida de datos|información',
	'no cuadran|cuadra|coinciden|coincide',
	'datos|números|cifras|resultados|valores|montos incorrectos|equivocados|erróneos|falsos',
	'no podemos|puedo confiar',
	'dónde están|está|quedaron nuestros|mis|los|nuestra datos|archivos|proyectos|información',
];

export const billing: readonly string[] = [
	oneLine`
		(cobrado|cobraron|cobró|cargaron|facturado|facturaron|cobran) (dos veces|el doble|doble|de más|mal|
		indebidamente|sin autorización|sin permiso|otra vez|duplicado)
	`,
	oneLine`
		(cobro|cobros|cargo|cargos|factura|monto|importe|tarifa) (indebido|indebidos|duplicado|duplicados|
		duplicada|incorrecto|incorrecta|inesperado|errónea|erróneo|equivocada|injustificado|no autorizado|
		no reconocido|sorpresa)
	`,
	'(error|errores) en (la factura|mi factura|nuestra factura|las facturas|el cobro)',
	'no (encuentro|encontramos|puedo descargar|podemos descargar|llega|recibimos|recibí) facturas|factura',
	'(subida|aumento|incremento) (de precio|de precios|del precio|de tarifa) sin|injustificado|abusivo',
	'(demasiado|muy|excesivamente) caro para',
	'(a pesar de|tras|después de) haber cancelado',
	'no reconozco|reconocemos|autoricé|autorizamos|acepté este|el|ese|cargo|cobro',
	'doble cobro|cargo|factura',
	'reembolso|devolución|dinero|reintegro exijo|exigimos|aún|todavía|no|llega|inmediato|inmediata|pendiente|esperando|negado',
	'exijo|exigimos|quiero|queremos|solicito|reclamo un|el|mi|nuestro|la reembolso|devolución|dinero|reintegro',
	'devuelvan|devuélvanme|devuelvanme|devolver mi|el|nuestro dinero',
	'estafa|estafadores|ladrones|timo',
	'renovaron|renovado|renovó sin|automáticamente|permiso|avisar|autorización',
];

export const annoyance: readonly string[] = [
	'(tarda|tardan|demora) (mucho|minutos|horas|demasiado|una eternidad|siglos)',
	'poco claro|intuitivo',
	'confuso|confusa|complicado|complicada',
	'lento|lenta|lentos|lentitud|lentísimo|lentísima',
	'no encuentro|encontramos|entiendo',
	'molesto|molesta|fastidio|fastidioso|incómodo|engorroso|pesado',
	'pequeño error|problema|fallo',
	'no es ideal|práctico|intuitivo|claro',
	'una pena|lástima que',
];

export const urgency: readonly string[] = [
	'urgente|urgentemente|urgencia',
	'lo antes posible',
	'cuanto antes',
	'inmediatamente|de inmediato',
	'a la brevedad',
	'para hoy|mañana',
];

export const threatToLeave: readonly string[] = [
	oneLine`
		cancelaré|cancelaremos|rescindiremos (el contrato|la suscripción|mi suscripción|nuestra suscripción|
		la cuenta|nuestra cuenta|nuestro contrato|el servicio|mi plan)
	`,
	'cancelación inmediata',
	oneLine`
		(cambiar|cambiaremos|cambiarnos|cambiamos) (de proveedor|de plataforma|de herramienta|de software|
		de sistema|a la competencia|a otro|a otra)
	`,
	oneLine`
		(irnos|pasarnos|migrar|ir|mudarnos) (con la competencia|a la competencia|a otra plataforma|
		a otro proveedor|con otro proveedor|a otra empresa|a otra herramienta)
	`,
	'no (recomendaría|recomiendo|recomendamos|seguiremos)',
	oneLine`
		(vamos a|voy a|pensamos en|decidido|tendremos que|tendré que|considerando|evaluando|
		nos planteamos) (cancelar|irnos|marcharnos|rescindir|cambiar de proveedor|cambiar de herramienta|
		darnos de baja)
	`,
	'la|su|competencia|competidor|competidores ofrece|ofrecen|sí|hace|tiene|hablando|evaluando',
	'alternativas|alternativa|otras|otros|otro|opciones buscando|buscar|evaluar|evaluando|mirando|considerando',
	oneLine`
		buscando|buscar|evaluando|evaluar|mirando|considerando|buscaremos alternativas|alternativa|otra|
		otro|otras|otros|opciones solución|opción|proveedor|proveedores|opciones|herramienta|plataforma
	`,
	'perdido|perdiendo|perdimos|perdí|perder (la|toda la)? confianza|paciencia',
	'paciencia tiene|se un|agota|acaba|límite|agotó|acabó',
	'última oportunidad|advertencia|vez que',
	'la gota que colma|derramó',
	'arrepiento|arrepentimos|arrepentido de|haber',
	'perder|perderán|perdiendo un|a|como cliente|clientes',
	'poner|ponemos fin',
];

export const legal: readonly string[] = [
	'(contactar|hablar|consultar|trasladado|involucrar) (abogado|abogados|asesoría jurídica|departamento legal|equipo legal)',
	'(incumplimiento|incumpliendo|incumplen|incumplido) (del contrato|el contrato|contractual|de contrato|el sla|el acuerdo)',
	'nuestro|nuestros|mi|mis abogado|abogados',
	'acciones|medidas|vía|demanda legales|legal|judicial|judiciales',
	'demandar|demandaremos|demandarlos|denuncia|denunciar|denunciaremos|denunciarlos|querella|tribunales|juzgado',
	'daños y perjuicios',
	'indemnización|compensación por|exigimos|exijo|daños|económica',
	'oficina del|organización consumidor|consumidores',
	'profeco|aepd|indecopi|sernac|protección de datos',
	'queja|reclamación|reclamo formal|oficial',
];

export const security: readonly string[] = [
	'(fuga|filtración|brecha|violación) de (datos|seguridad|información)',
	'fallo de seguridad',
	'(datos|información|facturas|archivos) de (otros|otro|otra|otras) (clientes|cliente|empresa|empresas|usuarios|compañía)',
	'acceso|accesos (no autorizado|no autorizados|sospechoso|sospechosos)',
	'(usuarios|empleados) (dados de baja|desactivados|antiguos) siguen|pueden|entrando',
	'hackeado|hackeada|hackearon|hackeo|comprometido|comprometida|comprometidos|pirateado',
	oneLine`
		veo|ven|vemos|ver|acceder|accediendo datos|información|facturas|archivos otros|otro|otra|ajenos|
		ajena cliente|clientes|empresa|empresas|usuarios
	`,
	'datos|información expuestos|expuesta|filtrados|filtrada|visibles|públicos',
];

export const outage: readonly string[] = [
	oneLine`
		(sistema|servicio|plataforma|servidor|página|sitio|web|aplicación|app|tienda) (caído|caída|
		no disponible|inaccesible|se cae|fuera de servicio)
	`,
	'(caídas|caída|interrupción|interrupciones) (del servicio|del sistema|general|total|constantes)',
	oneLine`
		(todo el equipo|toda la empresa|todos los usuarios|todos los clientes|toda la operación|
		toda la oficina) (parado|parada|detenido|detenida|afectados|bloqueado|bloqueados|sin poder|no puede|
		no pueden)
	`,
	'caído|caída|caídos|tumbado|abajo el|la|desde|otra|todo|está|sistema|servicio|plataforma|servidor|completamente|totalmente',
	'fuera de servicio|línea',
	'no disponible desde|otra|hace|completamente',
	'nadie puede|en|pueden|logra trabajar|acceder|entrar|usar|conectarse',
	'operación|negocio|producción|trabajo|ventas parado|parada|detenida|detenido|paralizado|paralizada|paralizadas|detenidas',
	'paralizados|paralizado|paralizada|parados',
];

export const impact: readonly string[] = [
	'(nos hace|hacernos|hacen) quedar mal',
	'vergüenza (ante|frente|con) (cliente|clientes)',
	oneLine`
		clientes|cliente|usuarios|pacientes|empleados se|están|quejan|quejando|molestos|enojados|furiosos|
		esperando|enfadados|afectados|reclamando|llamando|reclaman|perdidos|preguntan
	`,
	'quejas|reclamos|llamadas de|nuestros clientes',
	'perdiendo|perdido|perdemos|perdimos|cuesta|costando|costado dinero|ventas|clientes|pedidos|tiempo|horas|miles|ingresos|días',
	'no podemos|puedo trabajar|facturar|cobrar|operar|vender|atender|pagar|enviar|entregar|avanzar',
	'bloqueados|bloqueando|bloquea|frenando|detenidos a|nuestro|nuestra|completamente|totalmente|por|operación|el',
	'plazo|fecha|entrega|cierre límite|perdido|vencido|incumplido|en riesgo',
	oneLine`
		jefe|jefa|dirección|gerente|gerencia|director|directora|auditor|auditores|junta pregunta|exige|
		molesto|enojado|furioso|pide|enfadado|esperando|reclama
	`,
	'a mano|manualmente todo|hacer|introducir|ingresar|uno|registrar|corregir',
	'manualmente todo|cada|todos|los',
	'pérdida|perder|perdiendo|perdido de el|tiempo',
	'horas|días|todo perdidos|perdidas|perdido|intentando|el día',
	'nóminas|nómina|salarios|sueldos mal|incorrectas|retrasadas|bloqueada|afectada',
];

export const repeatedContact: readonly string[] = [
	oneLine`
		ya (he reportado|hemos reportado|reporté|reportamos|escribí|escribimos|llamé|llamamos|expliqué|
		avisamos|contacté) (veces|varias|tres|dos|antes|anteriormente|esto)
	`,
	'(he|hemos) (escrito|llamado|reportado|enviado|contactado) (varias|tres|dos|cuatro|muchas|veces)',
	'(hace|desde hace|durante|llevamos|llevo) (días|semanas|meses|dos|tres|cuatro|cinco|varios|varias|más de|una semana)',
	'(sin|ninguna|todavía sin|aún sin|no hay|no tenemos) respuesta|solución|contestación|noticias|explicación',
	'(siguen|sigue|todavía|aún) (sin resolver|sin respuesta|sin solución|no resuelven|no responden|no está resuelto)',
	'(otra vez|de nuevo) (falla|fallando|caído|el mismo|mal|roto|error|sin funcionar)',
	oneLine`
		(cuándo|cuando) (van a|piensan|será|estará|podremos|tendremos) (arreglar|solucionar|resuelto|
		solucionado|arreglado|resolver|resolverlo|una solución|una respuesta)
	`,
	'(mismo problema|mismo error|misma respuesta) (siempre|otra vez|de nuevo|una y otra)',
	'(cerraron|cerrado|cierran) (el ticket|mi ticket|el caso|mi caso|nuestro ticket)',
	'segunda|tercera|cuarta|quinta|sexta|enésima|décima|tercer|cuarto|quinto vez|correo|ticket|mensaje|reclamo|semana|día|solicitud',
	'por enésima vez',
	'varias|muchas|tres|cuatro|cinco|múltiples|repetidas|numerosas|incontables ocasiones|correos|tickets|mensajes|llamadas',
	'"varias veces"',
	'"muchas veces"',
	'"tres veces"',
	'llevo|llevamos|lleva esperando|días|semanas|meses|horas|dos|tres|cuatro|más|una|casi|desde|ya|todo',
	'esperando|espero|esperamos|espera respuesta|solución|desde|hace|días|semanas|horas|más|meses',
	'nadie responde|contesta|respondió|ayuda|atiende|contestó|llama|resuelve|ha|nos|me|sabe|hace',
	'no han|ha|responden|contestan|resuelven|solucionan|respondido|contestado|resuelto|solucionado|arreglado|atendido|corregido',
	'no responden|contestan|resuelven|solucionan|atienden|arreglan',
	'una vez más',
	'hay alguien ahí',
	'hasta cuándo',
	'no lo que pregunté',
	'lea mi mensaje|correo|historial',
	'cada vez que|día|semana',
	'todos los días',
	'cuánto tiempo|más hay|tenemos|tengo|debemos',
	'cuántas veces',
	'ignorado|ignorados|ignoran|ignorando|ignorada',
	'prometieron|prometido|promesas|prometió|promesa incumplidas|que|y|pero|llamar|solución',
];

export const poorSupport: readonly string[] = [
	'no (ayudan|ayudó|sirve de nada|leen|leyeron|escuchan|entienden nada)',
	'no les importa',
	oneLine`
		(hablar|comunicarme|contactar) con (un supervisor|un gerente|un responsable|el responsable|
		un superior|una persona|un humano|alguien competente|alguien que)
	`,
	'(pagamos|pago|pagando) (por un servicio|por esto|mucho dinero|miles|bastante|por algo)',
	'(para qué|por qué) pagamos|pago',
	'(pasan|pasando) de un (departamento|agente|lado) a otro',
	'cliente|clientes fiel|fieles|leal',
	oneLine`
		soporte|servicio|atención|asistencia|respuesta|comunicación|ayuda pésimo|pésima|malo|mala|terrible|
		horrible|deficiente|nulo|nula|inexistente|lamentable|vergonzoso|vergonzosa|incompetente|inútil|deja|
		decepcionante|fatal
	`,
	'pésimo|pésima|mal|mala|peor|terrible|nulo|nula|horrible|deficiente soporte|servicio|atención|asistencia|experiencia|respuesta',
	'respuesta|respuestas genérica|genéricas|predeterminada|robot|plantilla|copiadas',
	'copiar y pegar',
	'escalar|escalen|escalado|escalamiento',
	'gracias por nada',
	'no es lo que|nos prometieron|vendieron|contratamos|pagamos',
	'falta|cero|nula de respeto|comunicación|seriedad|profesionalismo|profesionalidad|apoyo|interés|respuesta',
	'toman|tomando|toma el pelo',
	'se burlan|lavan|desentienden',
];

export const frustration: readonly string[] = [
	'cómo es posible',
	'cómo puede ser',
	'no (entiendo|entendemos|comprendo|puedo creer) (cómo|por qué|que)',
	'(esperaba|esperábamos) (más|mejor|algo mejor|mucho más)',
	'(exijo|exigimos) (una|un) (explicación|solución|respuesta)',
	'(exijo|exigimos|esperamos) (explicación|solución|respuesta) (inmediata|ya)',
	'(va|vamos) de mal en peor',
	oneLine`
		frustrado|frustrada|frustrados|frustrante|frustración|harto|harta|hartos|cansado|cansada|cansados|
		enojado|enojada|enojados|enfadado|enfadados|indignado|indignada|indignados|indignante|molestos|
		furioso|furiosos
	`,
	'decepcionado|decepcionada|decepcionados|decepcionante|decepción|insatisfecho|insatisfechos|insatisfacción|descontento|disgustado',
	oneLine`
		inaceptable|inadmisible|intolerable|vergonzoso|vergonzosa|vergüenza|ridículo|indignante|lamentable|
		absurdo|insoportable|increíble|deplorable|penoso|impresentable|insostenible|burla
	`,
	oneLine`
		pésimo|pésima|horrible|terrible|desastre|desastroso|pesadilla|basura|mierda|porquería|asco|nefasto|
		caos|infierno|inútil|catástrofe|catastrófico
	`,
	'no es aceptable|normal|serio|profesional|posible|justo|admisible',
	'no estamos|estoy contentos|contento|satisfechos|satisfecho|conformes|conforme',
	'ya basta',
	'basta ya',
	'estoy|estamos harto|hartos|cansado|cansados',
	'hasta las narices|el gorro|la coronilla',
	'colmo|el colmo',
	'con todo respeto',
	'deja|dejan mucho que desear',
	'cada vez peor',
	'una broma|burla|tomadura|falta de',
	'es en serio',
	'poco fiable|no fiable|inestable',
	'preocupado|preocupados|preocupante|preocupada|alarmante muy|realmente|sumamente|nos|resulta|es',
	'desesperado|desesperados|desesperante|desesperada',
	'pérdida de tiempo',
];

export const access: readonly string[] = [
	'no (puedo|podemos|puede|pueden|me deja|nos deja|logro) (iniciar sesión|entrar|acceder|ingresar|loguearme|conectarme|conectarnos)',
	oneLine`
		(inicio de sesión|login|contraseña|acceso|cuenta|sso|usuario) (no funciona|bloqueado|bloqueada|
		bloqueados|denegado|suspendida|suspendido|desactivada|inválida|falla)
	`,
	'(código|correo|enlace|link) (no llega|nunca llegó|no funciona|expirado)',
	'(cierra|cierran) la sesión',
	'no puedo|podemos|puede|pueden iniciar sesión',
	'bloqueados|bloqueado fuera|acceso|de|la cuenta',
	'sin acceso a|desde',
];

export const cancellation: readonly string[] = [
	oneLine`
		cancelar|cancelamos|cancelen|cancele|anular|rescindir|cancelación la|nuestra|mi|el|nuestro|
		de suscripción|contrato|cuenta|plan|licencia|licencias|membresía|servicio
	`,
	'(cerrar|cierren|cierre|eliminar|cierre de) (nuestra|mi|la|esta)? cuenta|cuentas',
	'(darnos|darme|dar|darse) de baja',
	'(solicitar|solicito|solicitamos|tramitar|pedir) la baja',
	'(dar de baja|den de baja|dé de baja) (nuestra|mi|la|el|nuestro) suscripción|cuenta|contrato|licencias|licencia|servicio',
	'no renovar|renovaremos|renovamos|renovaré|prorrogar',
	'no (vamos a|queremos|deseamos|voy a|quiero|deseo) (renovar|prorrogar)',
	'(desactivar|cancelar|quitar) la renovación (automática)?',
	'(bajar|cambiar|pasar|volver) al? (plan|versión|paquete) (gratuito|gratuita|básico|básica|inferior|menor|más barato|más pequeño)',
	'(reducir|bajar|disminuir|reduzcan) (el número de|las|nuestras|de)? licencias|usuarios|asientos|puestos',
];

export const dataDeletion: readonly string[] = [
	oneLine`
		(eliminar|borrar|suprimir|eliminen|borren|supresión de|eliminación de) (todos)? (mis|nuestros|los|
		sus)? datos (personales|de carácter personal)
	`,
	'derecho (de|al) (supresión|olvido|cancelación)',
	'(eliminar|borrar|eliminen|borren) todos los datos (sobre|que tienen)',
	'solicitud de (supresión|eliminación|borrado) (de)? datos',
];
