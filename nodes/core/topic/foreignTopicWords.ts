import { oneLine } from '../values/tables';

/**
 * The words of the default topics in German, French, Spanish, Portuguese and Dutch, in this order. As in English, "~" is
 * in front of words that only hint at the topic. Compound words are listed, as matching compares whole words.
 */
export const FOREIGN_TOPIC_WORDS: Readonly<Record<string, readonly string[]>> = {
	cancellation: [
		'kündigung|kündigen|kündige|gekündigt|kündigungsfrist|anbieterwechsel|kündigungsbestätigung|vertragsende',
		'(nicht verlängern|anbieter wechseln|zur konkurrenz|zu einem anderen anbieter)',
		'~wettbewerber|konkurrenz|alternativen|stornieren|verlängern',
		'(résilier|résiliation|résilions|résilie|préavis|ne pas renouveler|chez un concurrent|mettre fin au contrat)',
		'~concurrent|concurrents|annuler|alternative',
		'cancelar (la|nuestra|mi|el|nuestro) suscripción|contrato|cuenta|plan|servicio|licencia',
		oneLine`
			(darnos de baja|darme de baja|dar de baja el|rescindir|rescisión|no renovar|no renovaremos|
			no vamos a renovar|baja del servicio|preaviso)
		`,
		'~cancelación|cancelar|competencia|alternativas',
		'cancelar (a|o|nossa|nosso|minha|meu) assinatura|contrato|conta|plano|serviço|subscrição',
		'(cancelamento|rescindir|rescisão|não renovar|não vamos renovar|aviso prévio)',
		'~cancelar|concorrente|concorrência|alternativas',
		'(opzeggen|opzegging|opzegtermijn|opgezegd|niet verlengen|zeggen op|zegt op|stappen over|overstappen)',
		'~concurrent|alternatieven|annuleren',
	],
	security: [
		oneLine`
			sicherheit|sicherheitsfragebogen|sicherheitslücke|datenschutz|dsgvo|datenleck|
			informationssicherheit|gehackt|schwachstelle|lieferantenfragebogen|verschlüsselung|avv|
			auftragsverarbeitung|auftragsverarbeitungsvertrag|datenschutzbeauftragter|schadsoftware
		`,
		oneLine`
			(daten|kunden|rechnungen|aufträge) (eines anderen|anderer|einer anderen|einer fremden|
			fremder) (kunden|firma|firmen|unternehmens|unternehmen)
		`,
		'(fremde daten|fremde kunden|fremden firma|nicht unsere kunden|nicht von uns|die nicht unsere sind|die uns nicht gehören)',
		oneLine`
			(sécurité|rgpd|confidentialité|faille|piraté|piratage|vulnérabilité|chiffrement|fuite de données|
			données personnelles|questionnaire de sécurité|sous-traitance des données|autre société|
			autre entreprise|autre client|pas les nôtres)
		`,
		oneLine`
			(seguridad|privacidad|hackeado|vulnerabilidad|cifrado|rgpd|protección de datos|otra empresa|
			otro cliente|no son nuestros|no son nuestras|encargado de tratamiento|cuestionario de seguridad|
			fuga de datos)
		`,
		oneLine`
			(segurança|privacidade|lgpd|rgpd|hackeado|invadido|vazamento|vulnerabilidade|criptografia|
			outra empresa|outro cliente|não são nossos|não são nossas|proteção de dados)
		`,
		oneLine`
			(beveiliging|privacy|avg|datalek|gehackt|kwetsbaarheid|versleuteling|verwerkersovereenkomst|
			beveiligingsvragenlijst|ander bedrijf|andere klant|niet van ons|andere klanten)
		`,
	],
	billing: [
		oneLine`
			(rechnung|rechnungen|rechnungsadresse|rechnungsanschrift|rechnungsnummer|rechnungskorrektur|
			abrechnung|abrechnungen|gutschrift|erstattung|rückerstattung|zahlung|zahlungen|zahlungsart|
			zahlungsmittel|zahlungsziel|preis|preise|preisliste|preiserhöhung|abgebucht|abbuchung|
			doppelt berechnet|mahnung|mahnungen|umsatzsteuer|mehrwertsteuer|ust|lastschrift|überweisung|
			kreditkarte|rabatt|bestellnummer|verlängerungsangebot|tarif|tarifwechsel|lizenzkosten|gebühr|
			gebühren)
		`,
		oneLine`
			~lizenz|lizenzen|kosten|bezahlen|bezahlt|zahlen|angebot|verlängerung|abo|abonnement|beitrag|betrag|
			geld|euro|vertrag|berechnet|kostenpflichtig|buchhaltung
		`,
		oneLine`
			(facture|factures|facturation|facturé|facturés|facturée|paiement|paiements|remboursement|rembourser|
			remboursé|prélèvement|prélevé|prélevés|tarif|tarifs|tva|devis|remise|avoir pour|moyen de paiement|
			carte bancaire|bon de commande|note de crédit|frais de)
		`,
		'~licence|licences|avoir|abonnement|frais|payer|payé|prix|montant|renouvellement|argent|contrat',
		oneLine`
			(factura|facturas|facturación|facturado|cobro|cobros|cobrado|cobraron|cobran|cobrando|reembolso|
			reembolsen|tarifa|tarifas|recibo|nota de crédito|tarjeta de crédito|método de pago|forma de pago|
			orden de compra|oferta de renovación|dirección de facturación|doble cargo)
		`,
		'pago|pagos|comisión|precio|precios|iva|abono|descuento|presupuesto',
		'~licencia|licencias|devolución|suscripción|renovación|importe|pagar|pagamos|dinero|cargo|plan|contrato',
		oneLine`
			(fatura|faturas|faturamento|faturação|cobrança|cobranças|cobrado|cobraram|cobrou|reembolso|estorno|
			estornar|estornem|boleto|boletos|nota fiscal|notas fiscais|cartão de crédito|forma de pagamento|
			método de pagamento|endereço de cobrança|proposta de renovação|nota de crédito)
		`,
		'pagamento|pagamentos|preço|preços|desconto|tarifa|recibo|mensalidade|reajuste',
		'~licença|licenças|crédito|creditado|assinatura|renovação|pagar|pagamos|dinheiro|valor|plano|contrato',
		oneLine`
			factuur|facturen|facturatie|factuuradres|factuurnummer|gefactureerd|betaling|betalingen|
			betaalmethode|terugbetaling|terugbetaald|creditnota|prijs|prijzen|prijsverhoging|btw|incasso|
			afgeschreven|creditcard|korting|inkooporder|offerte|tarief|tarieven|aanmaning
		`,
		'~licentie|licenties|kosten|betalen|betaald|abonnement|verlenging|bedrag|geld|contract|krediet|tegoed',
	],
	access: [
		oneLine`
			anmelden|anmeldung|angemeldet|einloggen|login|log-in|zugang|zugänge|zugangsdaten|zugriff|
			zugriffsrechte|kennwort|passwort|passwörter|benutzerkonto|benutzerverwaltung|berechtigung|
			berechtigungen|benutzerrechte|adminrechte|ausgesperrt|gesperrt|entsperren|ausgeloggt|abgemeldet|
			zwei-faktor|einmalcode|registrierung|anmeldelink|einladungslink
		`,
		'(benutzer|nutzer|mitarbeiter) anlegen|hinzufügen|entfernen|löschen|einladen',
		'~konto|benutzer|nutzer|rolle|rollen|rechte|einladung|einladen|freischalten|mitarbeiterin',
		oneLine`
			(connexion|connecter|reconnecter|mot de passe|mots de passe|identifiant|identifiants|déconnecté|
			déconnectés|authentification|double authentification|verrouillé|bloqué|droits administrateur|
			droits d'accès|droits d'administrateur|accès au|accès à|accès aux|compte utilisateur|compte bloqué|
			plus accès)
		`,
		'~accès|compte|utilisateur|utilisateurs|droits|rôle|rôles|inviter|invitation',
		oneLine`
			(iniciar sesión|inicio de sesión|contraseña|contraseñas|permisos|permiso|autenticación|doble factor|
			bloqueado|bloqueados|bloqueada|cuenta bloqueada|acceso a|acceder|derechos de administrador|
			usuario y contraseña|añadir usuarios|crear usuario|credenciales)
		`,
		'~acceso|cuenta|usuario|usuarios|rol|entrar|invitar|invitación|código',
		oneLine`
			(fazer login|login|senha|senhas|palavra-passe|permissões|permissão|autenticação|dois fatores|
			bloqueado|bloqueados|bloqueada|conta bloqueada|acessar|aceder|direitos de administrador|
			redefinir senha|adicionar usuário|criar usuário|credenciais|utilizador)
		`,
		'~acesso|conta|usuário|usuários|utilizadores|perfil|entrar|convidar|convite|código',
		oneLine`
			(inloggen|inlog|inlogcode|inlogpagina|wachtwoord|wachtwoorden|toegang|gebruikersbeheer|
			gebruikersrechten|rechten|beheerdersrechten|uitgelogd|ingelogd|buitengesloten|geblokkeerd|
			tweestapsverificatie|authenticatie|komt er niemand in|niet meer in|kan er niet in)
		`,
		'~account|gebruiker|gebruikers|rol|rollen|uitnodigen|uitnodiging|code',
	],
	export: [
		oneLine`
			exportieren|exportiert|exporte|exportdatei|datenexport|csv-export|excel-export|pdf-export|
			exporteren|geëxporteerd|exportbestand|csv-bestand|exporter|exporte|exportation|exportations|
			exportar|exportación|exportaciones|exportamos|exporta|exportado|exportação|exportações|exportados|
			exporten
		`,
		'~herunterladen|download|télécharger|téléchargement|descargar|descarga|baixar|downloaden|csv-datei|csv',
	],
	sync: [
		oneLine`
			synchronisierung|synchronisiert|synchronisieren|synchronisation|synchro|synchronise|synchronisée|
			synchronisés|synchroniser|sincronización|sincroniza|sincronizan|sincronizado|sincronizar|
			sincronizaron|sincronização|sincronizando|sincronizou|sincronizados|sincronizam|synchronisatie|
			synchroniseert|synchroniseren|gesynchroniseerd|gesynct|synct|konnektor|connecteur|conector|abgleich|
			koppeling|koppelingen
		`,
		oneLine`
			(keine bestellung|keine bestellungen|keine aufträge kommen|aucune commande|ningún pedido|
			nenhum pedido|geen bestelling|geen bestellingen|geen orders|nicht übertragen|nicht übermittelt|
			überträgt nicht|überträgt nichts|stuurt niets meer door|stuurt niets door|komen niet door)
		`,
		'~datev|sap|lexware|exact|afas|twinfield|sage|contaplus|totvs|übertragung|übertragen|übermittelt|übergabe|transfert|transmet',
	],
	integration: [
		oneLine`
			schnittstelle|schnittstellen|anbindung|anbinden|integration|integrationen|webhook|webhooks|
			api-schlüssel|api-zugang|api|automatisierung|automatisierungen
		`,
		'(verbinden mit|mit der buchhaltung verbinden|shop mit|verbindung zu|verbindung mit)',
		'~(verbindung|verbinden|token|fehler 500)',
		oneLine`
			(intégration|intégrations|intégrer|api|webhook|automatisation|automatisations|interface comptable|
			connexion api|clé api|relier notre|connecter notre|connecter la boutique|connecter la comptabilité|
			connecteur)
		`,
		'~connecter|relier|liaison|jeton',
		oneLine`
			(integración|integraciones|integrar|api|webhook|automatización|automatizaciones|conectar la|
			conectar nuestra|conectar con|clave api|conexión con)
		`,
		'~conectar|conecta|conexión|token',
		'(integração|integrações|integrar|api|webhook|automação|automações|conectar a|ligar a|conectar com|chave de api|conexão com|ligação com)',
		'~conectar|conecta|conexão|ligação|token',
		'(integratie|integraties|integreren|api|webhook|automatisering|automatiseringen|koppelen met|koppelen aan|verbinden met|verbinding met)',
		'~koppelen|gekoppeld|verbinding|verbinden|token',
	],
	notifications: [
		oneLine`
			(benachrichtigung|benachrichtigungen|benachrichtigt|erinnerungen|erinnerungsmail|mailversand|
			newsletter|push-nachrichten|tageszusammenfassung|mails kommen nicht|e-mails kommen nicht|
			tägliche zusammenfassung|tägliche übersicht|übersichtsmail|keine mails|keine e-mails)
		`,
		'~erinnerung|mails|mail|e-mail|e-mails|nachricht|nachrichten|zusammenfassung|alarm|alarme|spam',
		oneLine`
			(notification|notifications|rappels|rappel automatique|newsletter|récapitulatif quotidien|
			résumé quotidien|plus de mails|courriels automatiques|e-mails automatiques)
		`,
		'~e-mails|e-mail|courriel|courriels|mail|mails|alerte|alertes|rappel|récapitulatif|résumé',
		oneLine`
			(notificación|notificaciones|recordatorios|boletín|resumen diario|correos automáticos|
			avisos automáticos|no llegan los correos|no llegan los avisos)
		`,
		'~recordatorio|correo|correos|aviso|avisos|alerta|alertas|resumen|mensajes',
		'(notificação|notificações|lembretes|newsletter|resumo diário|e-mails automáticos|não chegam os e-mails)',
		'~lembrete|e-mail|e-mails|email|aviso|avisos|alerta|alertas|resumo|mensagens',
		oneLine`
			(melding|meldingen|notificatie|notificaties|herinneringen|herinneringsmail|dagoverzicht|nieuwsbrief|
			dagelijkse samenvatting|dagelijks overzicht)
		`,
		'~mail|mails|e-mail|e-mails|bericht|berichten|waarschuwing|samenvatting',
	],
	performance: [
		oneLine`
			(langsam|langsamer|langsames|langsame|langsamen|langsame reaktion|ladezeit|ladezeiten|performance|
			geschwindigkeit|hängt sich|abgestürzt|stürzt|absturz|abstürze|friert|ruckelt|eingefroren|
			antwortzeiten|wartezeiten|schneller|zeitüberschreitung|verzögerung|verzögerungen|ladekreis)
		`,
		'~(hängt|sekunden|minuten|dauert|lädt|lange|eine minute|pro klick|geduld|schnell|quälend)',
		oneLine`
			(lent|lente|lents|lentes|lenteur|lenteurs|performance|performances|plante|plantage|rame|ralentit|
			ralentissement|ralentissements|fige|vitesse|retards|temps de chargement|temps de réponse|mouline)
		`,
		'~secondes|minutes|chargement|charge|minute|rapide|attendre|délais|retards',
		oneLine`
			(lento|lenta|lentos|lentitud|velocidad|rendimiento|retrasos|se cuelga|se congela|tiempo de carga|
			tiempos de carga|tarda|tardan|tardando|va lentísimo|va muy lento|se bloquea)
		`,
		'~(segundos|minutos|minuto|carga|parada un|rápido|esperar|se queda)',
		oneLine`
			(lento|lenta|lentos|lentidão|desempenho|trava|travando|travou|travado|velocidade|atrasos|
			tempo de carregamento|demora para|demora um|demora dois|demora minutos|cai toda hora)
		`,
		'~segundos|minutos|minuto|demora|carregar|carregando|rápido|atrasos',
		oneLine`
			(traag|trager|traagheid|laadtijd|laadtijden|snelheid|prestaties|vertraging|vertragingen|vastgelopen|
			loopt vast|loopt steeds vast|hangt zich|blijft hangen|blijft laden)
		`,
		'~seconden|minuten|minuut|duurt|laden|hangt|snel|sneller|vertraging',
	],
	outage: [
		oneLine`
			(ausfall|ausfälle|systemausfall|totalausfall|störung|störungen|unterbrechung|unterbrechungen|
			wartungsfenster|wartung|verfügbarkeit|statusseite|nicht erreichbar|komplett ausgefallen|alles steht|
			steht alles|geht gar nichts)
		`,
		'~503|stillstand|steht',
		oneLine`
			(panne|pannes|interruption|coupure|indisponible|indisponibilité|inaccessible|maintenance|
			hors service|page de statut|en panne|tout est arrêté|plus rien ne fonctionne)
		`,
		'~503|incident|arrêt',
		oneLine`
			(caída|caído|caídos|caídas|mantenimiento|disponibilidad|interrupción|fuera de servicio|no responde|
			ventana de mantenimiento|todo caído|página de estado|tienda está parada|error 503)
		`,
		'~503|parada|paradas|incidencia',
		oneLine`
			(indisponível|indisponibilidade|manutenção|interrupção|fora do ar|caiu tudo|queda total|
			janela de manutenção|página de status|sistema parado|tudo parado|está parada|erro 503)
		`,
		'~503|queda|caiu|parado|parados',
		oneLine`
			(storing|storingen|onderbreking|onbereikbaar|onderhoud|onderhoudsvenster|uitval|statuspagina|
			ligt eruit|ligt plat|ligt er uit|alles ligt|uit de lucht)
		`,
		'~503|stil',
	],
	import: [
		oneLine`
			importieren|importiert|importdatei|datenimport|csv-import|importfehler|importe|importeren|
			geïmporteerd|importbestand|importer|importation|importations|importé|importar|importación|
			importaciones|importado|importação|importações|importou
		`,
		'(hochladen|hochgeladen|téléverser|téléversement|subir el archivo|subir archivos|carregar o arquivo|enviar o arquivo|uploaden|geüpload)',
		'~(migration|umzug der daten|migración|migração|migratie|subir|upload)',
	],
	data: [
		oneLine`
			datensätze|datensatz|datenverlust|auswertung|auswertungen|kennzahlen|statistik|statistiken|
			datensicherung|backup|wiederherstellen|wiederhergestellt|papierkorb|dubletten|duplikate|
			umsatzzahlen|bestände|lagerbestand|lagerbestände|speicherplatz|archivieren
		`,
		oneLine`
			(verschwunden|überschrieben|alles weg|sind weg|ist weg|spurlos|falsche zahlen|zahlen stimmen nicht|
			stimmen nicht|alles da|doppelt angelegt)
		`,
		'~daten|zahlen|berechnung|berechnet|kachel|gelöscht|weg|filter|summe|summen|verlauf',
		oneLine`
			(rapport|rapports|statistiques|sauvegarde|sauvegardes|indicateurs|corbeille|doublons|restaurer|
			récupérer|disparu|disparue|disparues|disparus|écrasé|écrasées|tableau de bord|tableaux de bord|
			chiffre d'affaires|perte de données|tout est là|chiffres faux)
		`,
		'~chiffres|calcul|calculé|tableau|stock|supprimé|perdu|total|filtre|historique|données',
		'~bericht|berichte|informe|informes|reporte|reportes',
		oneLine`
			(estadísticas|registros|papelera|duplicados|restaurar|desaparecido|desaparecieron|desapareció|
			desaparecidos|borrado|borraron|existencias|panel de control|cuadro de mando|pérdida de datos|
			copia de seguridad|copias de seguridad|está todo|recuperar un|recuperar el|recuperar los)
		`,
		'~cifras|cálculo|panel|total|totales|números|recuperar|perdido|filtro|historial|datos',
		oneLine`
			(relatório|relatórios|estatísticas|registros|registos|lixeira|duplicados|restaurar|sumiram|sumiu|
			desapareceu|desapareceram|apagaram|indicadores|estoque|painel de|perda de dados|cópia de segurança|
			está tudo lá|recuperar um|recuperar o|números errados|números não batem)
		`,
		'~números|cálculo|calculado|painel|backup|apagado|apaguei|recuperar|perdido|dados|filtro|histórico',
		oneLine`
			(rapport|rapporten|rapportage|rapportages|dashboard|dashboards|statistieken|back-up|back-ups|
			prullenbak|dubbele|herstellen|terughalen|terugzetten|verdwenen|gewist|overschreven|omzetcijfers|
			voorraad|voorraden|dataverlies|alles is er|alles staat er|kloppen niet|klopt niet)
		`,
		'~berekening|berekend|weg|kwijt|verwijderd|totaal|filter|geschiedenis|gegevens|cijfers',
	],
	mobile: [
		oneLine`
			(handy|smartphone|tablet|mobile anwendung|mobile app|handy-app|application mobile|appli mobile|
			téléphone portable|aplicación móvil|app móvil|teléfono móvil|el móvil|aplicativo móvel|celular|
			telemóvel|mobiele app|telefoon)
		`,
		'~app-update|app|appli|aplicativo',
	],
	ui: [
		oneLine`
			(oberfläche|benutzeroberfläche|schaltfläche|menü|menüs|bedienung|umständlich|unübersichtlich|design|
			knopf|klicks|maske|schriftgröße|barrierefrei|barrierefreiheit|einstellungsseite|tippfehler|
			übersetzung|neue ansicht|dunkler modus)
		`,
		'(wo ist denn|wo finde ich|finde ich nicht|nicht mehr gefunden)',
		'~ansicht|spalte|spalten|filter|seite|kalender|kalenderwoche|sortierung|sortieren|feld|anzeige|angezeigt|drucken|bildschirm',
		oneLine`
			(bouton|boutons|menu|menus|ergonomie|affichage|clics|accessibilité|police|traduction|coquille|
			mise en page|interface utilisateur|nouvelle interface|où est passé|où se trouve|mode sombre|
			nouvel éditeur)
		`,
		'~interface|écran|colonne|colonnes|filtre|page|tri|trier|calendrier|champ|imprimer|confus',
		oneLine`
			(interfaz|botón|botones|menú|menús|diseño|clics|accesibilidad|traducción|dónde está el|dónde ha ido|
			no encuentro|modo oscuro|nuevo editor|tamaño de letra)
		`,
		'~pantalla|confuso|columna|columnas|filtro|página|orden|ordenar|calendario|campo|imprimir|letra',
		oneLine`
			(botão|botões|menu|menus|layout|cliques|acessibilidade|tradução|onde está o|onde foi parar|
			não encontro|não acho|modo escuro|novo editor|tamanho da letra)
		`,
		'~interface|tela|ecrã|confuso|coluna|colunas|filtro|página|ordenação|ordenar|calendário|campo|imprimir|letra',
		oneLine`
			(knop|knoppen|menu|vormgeving|onoverzichtelijk|toegankelijkheid|vertaling|lettertype|waar is de|
			waar vind ik|niet meer vinden|donkere modus|nieuwe editor|waar is het)
		`,
		'~interface|scherm|klikken|weergave|kolom|kolommen|filter|pagina|sorteren|sortering|kalender|veld|printen',
	],
	support: [
		oneLine`
			(meine anfrage|unsere anfrage|keine antwort|niemand antwortet|antwortet niemand|
			einen menschen sprechen|kundenservice|kundendienst|ansprechpartner|ansprechpartnerin|hotline|
			beschwerde|beschwerden|chatbot|eskalieren|eskalation|euer support|ihr support|ihrem support|
			support-team erreichen)
		`,
		'~ticket|bearbeiter|antwort|rückruf|support|verlauf',
		oneLine`
			(relance|ma demande|notre demande|aucune réponse|pas de réponse|personne ne répond|service client|
			votre support|interlocuteur|interlocutrice|réclamation|chatbot|votre robot|un humain)
		`,
		'~ticket|réponse|support|rappeler|historique',
		oneLine`
			(mi consulta|nuestra consulta|sin respuesta|nadie contesta|nadie responde|servicio al cliente|
			atención al cliente|su soporte|reclamo|queja|chatbot|su robot|nuestro contacto|
			hablar con una persona)
		`,
		'~ticket|caso|respuesta|soporte|historial',
		oneLine`
			(meu chamado|nosso chamado|sem resposta|ninguém responde|atendimento|seu suporte|vosso suporte|
			reclamação|chatbot|o robô|falar com uma pessoa|nosso contato)
		`,
		'~chamado|ticket|resposta|suporte',
		oneLine`
			(mijn vraag|onze vraag|geen antwoord|niemand antwoordt|niemand beantwoordt|klantenservice|
			jullie support|klacht|chatbot|contactpersoon|een mens spreken|accountmanager)
		`,
		'~ticket|medewerker|antwoord|support',
	],
	'feature request': [
		oneLine`
			(wunsch|wünsche|vorschlag|funktionswunsch|verbesserungsvorschlag|roadmap|sammelbearbeitung|
			offline-modus|notfallknopf|wäre schön|wäre toll|wäre hilfreich|noch geplant|ist geplant)
		`,
		'~(geplant|funktion|gibt es einen)',
		oneLine`
			(suggestion|suggestions|fonctionnalité|fonctionnalités|feuille de route|serait utile|serait bien|
			serait pratique|modification en masse|mode hors ligne|toujours prévu|est-il prévu)
		`,
		'~prévu|souhait|bémol',
		oneLine`
			(sugerencia|sugerencias|funcionalidad|hoja de ruta|sería útil|sería genial|estaría bien|
			edición masiva|modo sin conexión|sigue previsto|está previsto|solo pediría)
		`,
		'~previsto|función|pedir',
		oneLine`
			(sugestão|sugestões|funcionalidade|seria ótimo|seria útil|seria bom|edição em massa|modo offline|
			ainda está previsto|está previsto|só queria poder)
		`,
		'~previsto|função|recurso',
		oneLine`
			(suggestie|suggesties|functionaliteit|zou handig|zou mooi|zou fijn|bulkbewerking|offlinemodus|
			enige wens|wens|nog gepland|staat gepland)
		`,
		'~gepland|functie',
	],
	question: [
		oneLine`
			(wie kann ich|wie können wir|wie richten wir|comment puis-je|comment faire|comment peut-on|
			cómo puedo|cómo podemos|como posso|como faço|como podemos|hoe kan ik|hoe kunnen we)
		`,
	],
};

/** Matched letter by letter: among six languages, a word one letter away is most often another word. */
export const FOREIGN_TOPIC_PHRASES: ReadonlySet<string> = new Set(
	Object.values(FOREIGN_TOPIC_WORDS)
		.flat()
		.map((phrase) => phrase.replace(/^~/, '')),
);
