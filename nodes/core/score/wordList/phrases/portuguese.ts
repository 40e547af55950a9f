import { oneLine } from '../../../values/tables';

/** Portuguese phrases (Brazil and Portugal) per default signal; read english.ts first. Accents are folded. */

const DO = oneLine`
	exportar|importar|salvar|guardar|gravar|carregar|abrir|baixar|criar|excluir|apagar|editar|enviar|
	imprimir|gerar|ver|sincronizar|conectar|usar|utilizar|trabalhar|faturar|concluir|adicionar|alterar|
	publicar|acessar|aceder|visualizar|emitir|cadastrar|pagar|finalizar|continuar|agendar|recuperar|
	atender|vender
`;
const DATA = oneLine`
	dados|contatos|contactos|tarefas|arquivos|ficheiros|projetos|relatórios|documentos|registros|
	registos|histórico|tickets|pedidos|clientes|faturas|mensagens|notas|agendamentos|informações|
	campanhas|pastas|lançamentos
`;
const PARTNERS =
	'sincronização|integração|conexão|ligação|api|webhook|webhooks|conector|importação|salesforce|hubspot|sync|interface';

export const coreWorkflow: readonly string[] = [
	oneLine`
		não (está|estão|foi|foram) (funcionando|a funcionar|carregando|salvando|abrindo|enviando|enviado|
		enviados|salvo|salvos|gerado|atualizando|respondendo|aparecendo|chegando|processado)
	`,
	'(falha|falham|falhou|falhando) (sempre|constantemente|desde|de novo|a cada|toda vez|todos os dias|repetidamente)',
	'(continua|continuam|segue) (sem funcionar|com erro|com o mesmo|com problema|dando erro|a falhar|falhando|travando|quebrado)',
	'(o erro|o problema|a falha|mesmo erro|mesmo problema) (persiste|continua|voltou|se repete)',
	'erro|erros (ao exportar|ao salvar|ao abrir|500|interno|constante|constantes|toda vez|a cada|de novo|recorrente)',
	oneLine`
		não funciona|funcionam|funcionou|carrega|carregam|abre|abrem|responde|salva|salvam|grava|deixa|
		permite|aparece|aparecem|chega|chegam|mostra|atualiza|envia|gera|imprime|inicia|roda|sincroniza
	`,
	`não consigo|conseguimos|consegue|conseguem|posso|podemos|dá ${DO}`,
	'não dá para',
	`impossível ${DO}`,
	'parou|pararam|deixou|deixaram de funcionar|responder|enviar|carregar|sincronizar|chegar|salvar|gerar',
	'nada funciona|carrega|acontece|responde',
	'não acontece nada',
	oneLine`
		exportação|importação|sistema|aplicação|aplicativo|app|página|processo|relatório|plataforma|
		automação|backup falha|falhou|falham|falhando|travou|travado|trava|travando
	`,
	oneLine`
		trava|travando|travou|travado|travada|congelou|congelado|congela|trancado toda|sempre|o|a|sistema|
		ao|constantemente|completamente|no|tudo|na
	`,
	'sistema|tela|página|app|aplicativo|tudo trava|travando|travou|travado|congelou|caindo|cai',
	'quebrado|quebrada|quebrou|avariado|avariada|bugado|bugada|bugou',
	'dá|dando|aparece|recebo|recebemos|apresenta|apresentando|retorna|mostra erro|erros',
	'mensagem de erro',
	'página|tela|ecrã|arquivo|relatório em|vazio|vazia|branco|branca|preta branco',
	'desde a|o|última atualização|migração',
	'perdi|perdemos|perdido|perco tudo|todo|trabalho|horas|alterações|meu|nosso',
	'problema|problemas|falha|falhas grave|graves|sério|sérios|crítico|enorme|recorrente',
	'inutilizável|inoperante|fora do ar',
];

export const integration: readonly string[] = [
	'não (estão|está) (sincronizando|sincronizados|a sincronizar|integrando)',
	`${PARTNERS} não funciona|sincroniza|conecta|responde|traz|atualiza|está`,
	`${PARTNERS} falha|falhando|falhou|caiu|quebrada|quebrou|parada|parado|interrompida|parou|perdida|desconectada|cai`,
	'não sincroniza|sincronizam|sincronizou|sincronizados|sincronizando',
	'api retorna|devolve|responde|dá erro|erros|500|502|503|nada',
	'erro 500|502|503|504',
	'duplicados|duplicadas|duplicando|duplicado contatos|registros|pedidos|clientes|cria|criando',
	'contatos|registros|pedidos|clientes|faturas|lançamentos duplicados|duplicadas',
	'reconectar toda|de novo|constantemente|várias',
];

export const dataIntegrity: readonly string[] = [
	oneLine`
		(números|valores|dados|totais|relatórios|relatório|resultados|saldos|cálculos|métricas|dashboard|
		estoque) (errados|errado|incorretos|incorreto|inconsistentes|divergentes|não batem|não conferem)
	`,
	'não (podemos|posso|dá para) confiar',
	oneLine`
		${DATA}|tudo sumiram|sumiu|desapareceram|desapareceu|perdidos|perderam|apagados|excluídos|deletados|
		corrompidos|sobrescritos|apagou|perdidas|sumido|apagadas
	`,
	'sumiu|sumiram|desapareceu|desapareceram|desaparecido|evaporou',
	'perda de dados|informações',
	`faltam|falta|faltando ${DATA}`,
	'não batem|bate|fecham|conferem',
	'dados|números|resultados|valores|preços errados|incorretos|trocados',
	'onde estão|está|foram|foi parar nossos|meus|os|nossa|parar dados|arquivos|projetos|contatos',
];

export const billing: readonly string[] = [
	oneLine`
		(cobrado|cobrados|cobrada|cobraram|cobrou|debitado|debitaram|faturado|faturaram|cobram) (duas vezes|
		em dobro|a mais|errado|indevidamente|sem autorização|de novo|novamente|em duplicidade|em duplicado)
	`,
	oneLine`
		(cobrança|cobranças|fatura|faturas|valor|débito|taxa|boleto) (indevida|indevidas|indevido|duplicada|
		duplicado|incorreta|incorreto|inesperada|inesperado|errada|errado|abusiva|abusivo|não autorizada|
		não reconhecida)
	`,
	'(erro|erros) (na fatura|na cobrança|no faturamento|na faturação|de cobrança)',
	'não (encontro|encontramos|consigo baixar|conseguimos baixar|recebi|recebemos) fatura|faturas|boleto',
	'(aumento|reajuste) (de preço|do preço|de preços|abusivo|sem aviso)',
	'(mesmo depois de|mesmo após|após) (cancelar|ter cancelado|o cancelamento)',
	'não reconheço|reconhecemos|autorizei|autorizamos|contratei esta|essa|este|esse|cobrança|débito|valor|renovação',
	'reembolso|estorno|devolução exijo|exigimos|ainda|não|imediato|imediata|pendente|aguardando|esperando|prometido|negado',
	'exijo|exigimos|quero|queremos|solicito|aguardo|aguardamos o|um|meu|nosso|a reembolso|estorno|dinheiro|devolução',
	'dinheiro de volta',
	'golpe|ladrões|enganação|vigarice',
	'muito|caro|demasiado caro demais|para',
	'renovaram|renovou|renovado sem|automaticamente|permissão|avisar|autorização',
];

export const annoyance: readonly string[] = [
	'(demora|demorando|demoram) (muito|minutos|horas|demais|uma eternidade|séculos)',
	'pouco claro|intuitivo',
	'confuso|confusa|complicado|complicada|bagunçado',
	'lento|lenta|lentos|lentidão|lentíssimo|devagar',
	'não encontro|acho|entendo',
	'chato|irritante|incómodo|incômodo|chatice',
	'pequeno|pequena erro|problema|falha|bug',
	'não é ideal|prático|intuitivo|claro',
	'uma pena que',
];

export const urgency: readonly string[] = [
	'urgente|urgentemente|urgência',
	'o mais rápido possível',
	'quanto antes',
	'imediatamente|de imediato|imediata',
	'com a máxima urgência|brevidade',
	'para hoje|amanhã',
];

export const threatToLeave: readonly string[] = [
	oneLine`
		(cancelarei|cancelaremos) (o contrato|a assinatura|minha assinatura|nossa assinatura|a conta|
		nossa conta|nosso contrato|o serviço|o plano|do contrato|a subscrição)
	`,
	oneLine`
		(trocar|mudar|mudaremos|trocaremos) (de fornecedor|de plataforma|de ferramenta|de software|
		de sistema|para o concorrente|para a concorrência|para outro|para outra)
	`,
	'(ir|migrar|passar|partir) (para a concorrência|para o concorrente|para outra plataforma|para outro fornecedor|para outra empresa)',
	oneLine`
		(vamos|vou|pensando em|decidimos|teremos que|considerando|avaliando) (cancelar|rescindir|trocar de|
		mudar de fornecedor|mudar de sistema|procurar outro|migrar para outro|embora)
	`,
	'olhando outras opções',
	'concorrente|concorrência|concorrentes oferece|oferecem|faz|já|consegue|conversando|proposta|avaliando',
	'alternativas|alternativa|outras|outros|opções procurando|procurar|avaliar|avaliando|buscando|olhando|considerando|à procura',
	oneLine`
		procurando|procurar|avaliando|avaliar|buscando|buscar|considerando|à procura de alternativas|
		alternativa|outra|outro|outras|outros|opções solução|opção|fornecedor|fornecedores|opções|
		ferramenta|plataforma
	`,
	'não recomendo|recomendaria|recomendamos|continuaremos',
	'perdido|perdendo|perdemos|perdi|perder (a|toda a)? confiança|paciência',
	'paciência tem|está|acabou|acabando|limite|esgotou|esgotar',
	'última chance|oportunidade|vez que',
	'gota d água',
	'arrependo|arrependemos|arrependido|arrependidos de|ter',
	'perder|perdendo|perderam um|como cliente|clientes',
];

export const legal: readonly string[] = [
	'(quebra|descumprimento|incumprimento|violação) (de contrato|do contrato|contratual|da lgpd|do rgpd|do sla|do acordo)',
	'processo judicial',
	'processar vocês|a empresa',
	'(procon|reclame aqui|livro de reclamações|anpd|cnpd|anacom)',
	'nosso|nossos|meu|meus advogado|advogados|jurídico',
	'medidas|ação|ações|providências|vias legais|legal|judicial|judiciais|jurídicas',
	'danos|perdas e morais|prejuízos|danos',
	'indenização|indemnização|ressarcimento pelos|por|exigimos|exijo|dos|danos|prejuízos',
	'reclamação|queixa|notificação formal|extrajudicial|oficial',
];

export const security: readonly string[] = [
	'(vazamento|fuga|violação) de dados',
	'falha de segurança',
	'vazaram (nossos dados|dados|informações)',
	'(dados|informações|faturas|documentos) de (outro|outra|outros|outras) (clientes|cliente|empresa|empresas|usuários|utilizadores)',
	'acesso|acessos (não autorizado|não autorizados|suspeito|suspeitos)',
	'(usuários|funcionários|utilizadores) desativados (continuam|ainda|entrando|acessam)',
	'hackeado|hackeada|hackearam|invadido|invadida|invadiram|comprometido|comprometida|pirateada',
	'vejo|veem|vemos|ver|acesso|acessar dados|informações|faturas|documentos outro|outra|outros|alheios clientes|cliente|empresa|empresas',
	'dados|informações expostos|expostas|vazados|visíveis|públicos',
];

export const outage: readonly string[] = [
	oneLine`
		(sistema|serviço|plataforma|servidor|site|aplicação|app|loja|portal) (caiu|fora do ar|indisponível|
		inacessível|parado|offline|em baixo|cai)
	`,
	'(indisponível|inacessível) (desde|há|de novo|completamente|novamente)',
	'(queda|quedas|interrupção|interrupções) (do sistema|do serviço|geral|total|constantes)',
	oneLine`
		(toda a equipe|toda a equipa|toda a empresa|todos os usuários|todos os utilizadores|
		todos os clientes|toda a operação) (parada|parado|parados|afetados|bloqueados|sem acesso|
		não consegue|não conseguem)
	`,
	'fora do ar',
	'ninguém consegue|aqui|pode|trabalha trabalhar|acessar|entrar|usar|aceder',
	'operação|negócio|produção|trabalho|vendas|equipe|equipa parado|parada|paradas|paralisado|paralisada',
	'paralisado|paralisada|paralisados|parados',
];

export const impact: readonly string[] = [
	'(completamente|totalmente) bloqueados|bloqueado|parados|parado',
	'bloqueando (nossa|nosso|toda|a operação)',
	oneLine`
		clientes|cliente|usuários|pacientes|funcionários|alunos|utilizadores estão|está|reclamando|reclamam|
		furiosos|irritados|esperando|insatisfeitos|afetados|ligando|reclamar|queixam|zangados|perdidos|
		cobrando
	`,
	'reclamações|queixas|ligações de|dos nossos clientes',
	oneLine`
		perdendo|perdido|perdemos|custa|custando|custou|perder|prejuízo dinheiro|vendas|clientes|pedidos|
		tempo|horas|milhares|receita|enorme|dias
	`,
	'prejuízo|prejuízos',
	'não conseguimos|consigo|podemos|posso trabalhar|faturar|cobrar|operar|vender|atender|pagar|enviar|entregar|emitir',
	'prazo|data|entrega|fechamento|fecho perdido|vencido|limite|estourado|em risco',
	oneLine`
		chefe|diretoria|direção|gerente|diretor|diretora|auditor|auditores|auditoria cobrando|exige|furioso|
		pergunta|pede|irritado|esperando|reclama|zangado
	`,
	'vergonha|constrangedor|constrangimento|passar perante|frente|com|diante|vergonha|na',
	'na|à mão',
	'manualmente tudo|fazer|todos|cada|um',
	'perda|perder|perdendo|perdido de o|tempo',
	'horas|dias|tudo perdidos|perdidas|perdido|tentando|o dia',
	'folha de|salários|pagamento errada|errados|atrasados|atrasada|bloqueada',
];

export const repeatedContact: readonly string[] = [
	'(estou|estamos) (aguardando|esperando|à espera|a espera) (há|desde|resposta|retorno|solução|uma)',
	'(há|faz) (dias|semanas|meses|duas semanas|dois dias|três dias|três semanas|uma semana|mais de|várias semanas|vários dias)',
	oneLine`
		(sem|nenhuma|ainda sem|não temos|não recebi|não recebemos|não tivemos) (resposta|retorno|solução|
		explicação|notícias|posição|previsão|resolução)
	`,
	'não (responderam|respondem|resolveram|resolvem|retornam|retornaram|atendem|solucionam|corrigiram|foi resolvido|foi corrigido)',
	'(ainda|continua|continuam) (não resolvido|sem resposta|sem solução|por resolver|não resolveram|não responderam)',
	'(outra vez|de novo|novamente) (falha|falhou|caiu|o mesmo|erro|fora do ar|travou|quebrou)',
	'(mesmo problema|mesmo erro|mesma resposta) (sempre|de novo|novamente)',
	'(fecharam|encerraram) (o ticket|meu ticket|o chamado|meu chamado|nosso chamado)',
	oneLine`
		segunda|terceira|quarta|quinta|sexta|enésima|décima|terceiro|quarto|quinto vez|email|e-mail|ticket|
		chamado|mensagem|contato|contacto|semana|dia|reclamação
	`,
	'várias|muitas|diversas|três|quatro|cinco|inúmeras|múltiplos ocasiões|emails|e-mails|tickets|chamados|mensagens|ligações',
	'"várias vezes"',
	'"muitas vezes"',
	'"três vezes"',
	'"inúmeras vezes"',
	'"diversas vezes"',
	'tem alguém aí',
	'até quando',
	'não foi isso que perguntei|perguntamos',
	'leia a|minha mensagem|histórico',
	oneLine`
		já reportei|reportamos|escrevi|escrevemos|liguei|ligamos|enviei|enviamos|contatei|contactei|
		expliquei|avisei|avisamos|perguntei|abri|abrimos|reclamei|pedi|relatei
	`,
	'ninguém responde|respondeu|ajuda|atende|retorna|retornou|liga|resolve|resolveu|nos|me|faz|sabe|entrou',
	'mais uma vez',
	'toda|cada vez que|semana',
	'todos os dias',
	'toda hora|semana|vez',
	'quando vai|vão|será|estará|poderemos|isso|teremos|terei ser|estar|resolver|resolvido|corrigido|vai|corrigir|uma|solução|resposta',
	'quanto tempo|mais vamos|temos|tenho|preciso|teremos|esperar',
	'quantas vezes',
	'ignorado|ignorados|ignorada|ignoram|ignorando',
	'prometeram|prometido|promessas|prometeu|promessa não|que|e|mas|cumpridas|retorno|solução',
];

export const poorSupport: readonly string[] = [
	'não (ajudam|ajudou|adiantou|leem|leram|escutam|resolve nada|resolvem nada|se importam)',
	'(pagamos|pago|pagando) (caro|por um serviço|por isso|muito|bastante|por algo)',
	'(para que|por que|porque) pagamos|pago',
	'não (é o que|foi o que) (prometeram|contratamos|foi prometido|venderam|pagamos)',
	'(jogados|jogado|empurra|empurrado|empurram) de um (lado|setor|departamento)',
	'(falta de|zero|total falta de) respeito|comunicação|profissionalismo|suporte|compromisso|retorno|consideração',
	oneLine`
		suporte|serviço|atendimento|assistência|apoio|resposta|comunicação péssimo|péssima|ruim|mau|má|
		terrível|horrível|deficiente|nulo|inexistente|lamentável|vergonhoso|incompetente|inútil|
		decepcionante|fraco|deixa|horroroso
	`,
	'péssimo|péssima|pior|ruim|mau|terrível|horrível suporte|serviço|atendimento|assistência|apoio|experiência',
	'resposta|respostas genérica|genéricas|padrão|pronta|prontas|robô|copiada|copiadas',
	'copia e cola',
	'falar com um|o|seu|uma|alguém supervisor|gerente|responsável|humano|superior|pessoa|diretor|competente',
	'escalar|escalem|escalado|escalonar',
	'obrigado|obrigada por nada',
	'descaso|palhaçada',
	'cliente|clientes fiel|fiéis|há|leal|antigo',
];

export const frustration: readonly string[] = [
	'não (entendo|entendemos|acredito|compreendo) (como|por que|porque|nisso)',
	'(exijo|exigimos) (uma|um) (explicação|solução|resposta)',
	'(exijo|exigimos|esperamos) (explicação|solução|resposta) (imediata|já)',
	oneLine`
		frustrado|frustrada|frustrados|frustrante|frustração|farto|farta|fartos|cansado|cansada|cansados|
		irritado|irritada|irritados|revoltado|revoltada|indignado|indignada|indignados|furioso|furiosa|
		zangado|chateado|chateada|chateados
	`,
	oneLine`
		decepcionado|decepcionada|decepcionados|decepcionante|decepção|desiludido|desapontado|desapontada|
		desapontados|insatisfeito|insatisfeita|insatisfeitos|insatisfação|desilusão
	`,
	oneLine`
		inaceitável|inadmissível|intolerável|vergonhoso|vergonha|ridículo|ridícula|absurdo|absurda|
		lamentável|insustentável|insuportável|inacreditável|deplorável|piada|palhaçada|revoltante|
		escandaloso
	`,
	'péssimo|péssima|horrível|terrível|desastre|pesadelo|lixo|merda|porcaria|droga|caos|inferno|inútil|catástrofe|nojo',
	'não é|está|acho aceitável|normal|sério|profissional|possível|justo|admissível|correto',
	'não estamos|estou contentes|satisfeitos|satisfeito|satisfeita|felizes|feliz|contente',
	'já chega|basta',
	'chega de|disso|assim',
	'de saco cheio',
	'estou|estamos cansado|cansados|farto|fartos|cansada|farta|de saco',
	'como é possível',
	'como pode isso|ser',
	'esperava|esperávamos|esperava-se mais|melhor|muito|algo melhor',
	'com todo respeito|o respeito',
	'deixa|deixam muito a desejar',
	'cada vez pior',
	'de mal a pior',
	'uma piada|brincadeira|palhaçada|falta de',
	'só pode ser',
	'é sério|brincadeira isso|que',
	'nada confiável|pouco confiável|instável',
	'preocupado|preocupados|preocupante|preocupada|alarmante muito|realmente|extremamente|nos|bastante|é',
	'desesperado|desesperados|desesperador|desesperada',
	'perda|desperdício de tempo',
];

export const access: readonly string[] = [
	'não (consigo|conseguimos|consegue|conseguem|posso|deixa) (fazer login|entrar|acessar|aceder|logar|iniciar sessão|autenticar)',
	'bloqueados|trancados fora|para fora',
	'(código|email|link) (não chega|nunca chegou|não funciona|expirado)',
	'(desconecta|deslogado|desconectado) (toda hora|constantemente|a toda hora|o tempo todo)',
	'não consigo|conseguimos|consegue|conseguem entrar|acessar|aceder|logar',
	oneLine`
		login|senha|acesso|conta|sso|palavra-passe|usuário|usuários não funciona|bloqueado|bloqueada|
		bloqueados|negado|suspensa|desativada|inválida|falha|perdido
	`,
	'sem acesso a|ao|desde',
];

export const cancellation: readonly string[] = [
	oneLine`
		cancelar|cancelem|cancele|encerrar|encerrem|rescindir|cancelamento|rescisão a|o|nossa|nosso|minha|
		meu|da|do assinatura|contrato|conta|plano|licença|licenças|subscrição|serviço
	`,
	'(fechar|fechem|excluir|excluam|apagar) (nossa|minha|a|esta)? conta',
	'(encerramento|fecho) (da|de) conta',
	'não renovar|renovaremos|renovamos|prorrogar',
	'não (vamos|queremos|pretendemos|quero|vou|desejamos) (renovar|prorrogar)',
	'(desativar|cancelar) a renovação (automática)?',
	'(mudar|passar|voltar|descer|rebaixar) (para|pro|ao) (o)? (plano|pacote) (gratuito|básico|menor|inferior|mais barato)',
	'(reduzir|diminuir|reduzam) (o número de|as|nossas|de)? licenças|usuários|assentos|utilizadores',
	'pedido de (cancelamento|rescisão)',
];

export const dataDeletion: readonly string[] = [
	'(excluir|apagar|eliminar|excluam|apaguem|exclusão de|exclusão dos|eliminação dos) (todos)? (meus|nossos|os|seus)? dados (pessoais)',
	'direito (ao|de) (esquecimento|apagamento|eliminação|exclusão)',
	'pedido de (exclusão|eliminação|apagamento) (de|dos) (meus)? dados',
	'(excluir|apagar|eliminar) todos os dados (sobre|que)',
];
