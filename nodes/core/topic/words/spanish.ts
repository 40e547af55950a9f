import { oneLine } from '../../values/tables';
import type { TopicWords } from './types';

export const SPANISH: TopicWords = {
	cancellation: [
		'cancelar (la|nuestra|mi|el|nuestro) suscripción|contrato|cuenta|plan|servicio|licencia',
		oneLine`
			(darnos de baja|darme de baja|dar de baja el|rescindir|rescisión|no renovar|no renovaremos|no
			vamos a renovar|baja del servicio|preaviso)
		`,
		'~cancelación|cancelar|competencia|alternativas',
	],
	security: [
		oneLine`
			(seguridad|privacidad|hackeado|vulnerabilidad|cifrado|rgpd|protección de datos|otra empresa|
			otro cliente|no son nuestros|no son nuestras|encargado de tratamiento|cuestionario de
			seguridad|fuga de datos)
		`,
	],
	billing: [
		oneLine`
			(factura|facturas|facturación|facturado|cobro|cobros|cobrado|cobraron|cobran|cobrando|
			reembolso|reembolsen|tarifa|tarifas|recibo|nota de crédito|tarjeta de crédito|método de pago|
			forma de pago|orden de compra|oferta de renovación|dirección de facturación|doble cargo)
		`,
		'pago|pagos|comisión|precio|precios|iva|abono|descuento|presupuesto',
		oneLine`
			~licencia|licencias|devolución|suscripción|renovación|importe|pagar|pagamos|dinero|cargo|plan|
			contrato
		`,
	],
	access: [
		oneLine`
			(iniciar sesión|inicio de sesión|contraseña|contraseñas|permisos|permiso|autenticación|doble
			factor|bloqueado|bloqueados|bloqueada|cuenta bloqueada|acceso a|acceder|derechos de
			administrador|usuario y contraseña|añadir usuarios|crear usuario|credenciales)
		`,
		'~acceso|cuenta|usuario|usuarios|rol|entrar|invitar|invitación|código',
	],
	export: [
		'exportar|exportación|exportaciones|exportamos|exporta|exportado|exportados',
		'~descargar|descarga',
	],
	sync: [
		oneLine`
			sincronización|sincroniza|sincronizan|sincronizado|sincronizados|sincronizar|sincronizaron|
			conector
		`,
		'ningún pedido',
		'~contaplus',
	],
	integration: [
		oneLine`
			(integración|integraciones|integrar|api|webhook|automatización|automatizaciones|conectar la|
			conectar nuestra|conectar con|clave api|conexión con)
		`,
		'~conectar|conecta|conexión|token',
	],
	notifications: [
		oneLine`
			(notificación|notificaciones|recordatorios|boletín|resumen diario|correos automáticos|avisos
			automáticos|no llegan los correos|no llegan los avisos)
		`,
		'~recordatorio|correo|correos|aviso|avisos|alerta|alertas|resumen|mensajes',
	],
	performance: [
		oneLine`
			(lento|lenta|lentos|lentitud|velocidad|rendimiento|retrasos|se cuelga|se congela|tiempo de
			carga|tiempos de carga|tarda|tardan|tardando|va lentísimo|va muy lento|se bloquea)
		`,
		'~(segundos|minutos|minuto|carga|parada un|rápido|esperar|se queda)',
	],
	outage: [
		oneLine`
			(caída|caído|caídos|caídas|mantenimiento|disponibilidad|interrupción|fuera de servicio|no
			responde|ventana de mantenimiento|todo caído|página de estado|tienda está parada|error 503)
		`,
		'~503|parada|paradas|incidencia',
	],
	import: [
		'importar|importación|importaciones|importado',
		'(subir el archivo|subir archivos)',
		'~(migración|subir)',
	],
	data: [
		'~informe|informes|reporte|reportes',
		oneLine`
			(estadísticas|registros|papelera|duplicados|restaurar|desaparecido|desaparecieron|desapareció|
			desaparecidos|borrado|borraron|existencias|panel de control|cuadro de mando|pérdida de datos|
			copia de seguridad|copias de seguridad|está todo|recuperar un|recuperar el|recuperar los)
		`,
		'~cifras|cálculo|panel|total|totales|números|recuperar|perdido|filtro|historial|datos',
	],
	mobile: ['(aplicación móvil|app móvil|teléfono móvil|el móvil|celular)', '~app'],
	ui: [
		oneLine`
			(interfaz|botón|botones|menú|menús|diseño|clics|accesibilidad|traducción|dónde está el|dónde
			ha ido|no encuentro|modo oscuro|nuevo editor|tamaño de letra)
		`,
		oneLine`
			~pantalla|confuso|columna|columnas|filtro|página|orden|ordenar|calendario|campo|imprimir|letra
		`,
	],
	support: [
		oneLine`
			(mi consulta|nuestra consulta|sin respuesta|nadie contesta|nadie responde|servicio al cliente|
			atención al cliente|su soporte|reclamo|queja|chatbot|su robot|nuestro contacto|hablar con una
			persona)
		`,
		'~ticket|caso|respuesta|soporte|historial',
	],
	'feature request': [
		oneLine`
			(sugerencia|sugerencias|funcionalidad|hoja de ruta|sería útil|sería genial|estaría bien|
			edición masiva|modo sin conexión|sigue previsto|está previsto|solo pediría)
		`,
		'~previsto|función|pedir',
	],
	question: ['(cómo puedo|cómo podemos)'],
};
