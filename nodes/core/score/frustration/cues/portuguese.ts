import { oneLine } from '../../../values/tables';
import type { CueList, ModelWords } from './types';

/** As english.ts, in Portuguese (Brazil and Portugal); accents are folded when matching. */
const PORTUGUESE_CUES: CueList = {
	failure: oneLine`
		nao funciona|nao funcionam|nao esta funcionando|sem funcionar|parou de funcionar|nao abre|
		nao carrega|nao salva|nao responde|nao vai|nao envia|nao envia ~|nao chega|nao chegam|sem chegar|
		nao chegaram|nao recebemos|nao sincroniz*|nao aparece|nao foram|nao entra|falha|falhas|falhando|
		falhou|erro|erros|caiu|caindo|queda|quedas|fora do ar|trava|travou|travada|travado|travando|
		congela*|parado|parada|parados|vazio|vazia|quebrado|quebrou|bug|instabilidade|nao acontece nada|
		sumindo|fecha sozinho|da erro
	`,
	loss: oneLine`
		sumiu|sumiram|sumido|sumindo|somem|desapareceu|desapareceram|perdido|perdida|perdemos|perdendo|
		apagou|apagado|apagaram|excluido|falta|faltam|faltando|ninguem apagou|onde estao|cade|cade os|
		sobrescre*
	`,
	wrongData: oneLine`
		errado|errada|errados|incorret*|nao bate|nao batem|nao confere*|duplicad*|em dobro|duas vezes|dobro|
		diferente*|que nao existem|nao sao nossos|outra empresa|outro cliente|qual esta certo|
		errada de novo|trocad*
	`,
	blocked: oneLine`
		nao conseguimos|nao consigo|nao consegue*|nao da|nao da para|nao da pra|impossivel|bloquead*|
		travad*|ninguem consegue|ninguem mais entra|ninguem entra|sem acesso|sem poder|parados|impedid*|
		impede|nao posso|nao podemos
	`,
	people: oneLine`
		nossos clientes|meus clientes|clientes|minha equipe|nossa equipe|equipe|motoristas|funcionarios|
		colaboradores|colegas|enfermeira|pacientes|usuarios|pessoal|o povo|pessoas|reclam*|reclamando|
		ninguem|todo mundo
	`,
	business: oneLine`
		producao|vendas|pedidos|folha|folha de pagamento|notas fiscais|notas|salarios|fechar o mes|
		fechamento|diretoria|chefe|chefia|auditor*|auditoria|receita|loja|estoque|multa|custa|prejuizo|
		dinheiro|reuniao|investidores|nao recebem|o banco fecha
	`,
	deadline: oneLine`
		hoje|amanha|ate sexta|ate amanha|esta semana|prazo|imediatamente|agora|urgente|urgencia|
		o quanto antes|o mais rapido|as 0h|em uma hora|me liguem|ja
	`,
	repetition: oneLine`
		de novo|outra vez|0th vez|0th mensagem|0th chamado|0th email|0th semana|0th pessoa|0th ligacao|
		0th queda|0 vezes|0 emails|0 chamados|novamente|continua|continuam|continuam sem|continua sem|
		continuo|ainda|ainda nao|ate hoje|ate agora|terceira vez|quarta vez|segunda vez|quarto chamado|
		quarta pessoa|terceiro|toda vez|toda hora|todo dia|todos os dias|sempre|o tempo todo|constantemente|
		varias vezes|diversas vezes|faz 0|faz tres|ha 0|ha semanas|ha dias|ha meses|desde ontem|
		desde segunda|desde hoje|desde a atualizacion|desde a atualizacao|seguida|seguidas|mesmo problema|
		mesmo erro|mesma resposta|igualzinho|palavra por palavra|duas vezes|tres vezes
	`,
	waiting: oneLine`
		sem resposta|ninguem responde|ninguem respondeu|ninguem retorna|nenhum retorno|nenhuma resposta|
		sem retorno|esperando|espero|esperar|aguardando|aguardo|aguardar|ha uma semana|ha um mes|semanas|
		dias|meses|prometid*|prometeram|mandaram|disseram|tem alguem|alguem ai|atraso|atrasad*|demora|
		demorando|lembrete|cobrando|correr atras|respondesse|nada mudou|ignoram|ignorad*|silencio|
		desligaram|cade|alguma novidade|alguem me responde
	`,
	churn: oneLine`
		cancelar|cancelamento|cancelem|nao vamos renovar|nao renovar|nao vou renovar|concorrente|
		concorrencia|trocar de|mudar de|outro fornecedor|outras opcoes|alternativa*|vamos sair|sair|
		deixar de|rescindir|rescisao|devolvam|estornem|olhando outras|defender isso
	`,
	legal: oneLine`
		advogado*|juridico|processo|processar|acao|entrar com acao|justica|procon|reclame aqui|indenizacao|
		danos|quebra de contrato|contrato|lgpd|anpd|denuncia*|denunciar|golpe|roubo|ladrao|ladroes|fraude|
		gravissimo|ultima tentativa|notificacao extrajudicial
	`,
	money: oneLine`
		cobraram|cobrado|cobrada|cobranca|cobrancas|cobrou|estorno|estornem|reembols*|dinheiro|caro|cara|
		aumento|pagamos|pago|pagando|credito prometido|sem avisar|cobrando
	`,
	anger: oneLine`
		inaceitavel|absurdo|um absurdo|vergonha|vergonhoso|ridiculo|piada|uma piada|palhacada|desastre|
		lamentavel|pessimo|pessima|horrivel|terrivel|pior|lixo|merda|porra|caralho|puta|puto|putaria|cu|
		foda|fudeu|fdp|raiva|odio|odeio|irritad*|irritante|furios*|indignad*|revoltante|revolta*|
		incompeten*|inutil|idiota*|burro|burra|estupid*|nojo|nojento*|saco|de saco cheio|chega|basta|
		descaso|falta de respeito|desrespeito|ate quando|chato|chata|bizarro|gorda|😡|🤬|😤|👎|💩|
		obrigado por nada|dinheiro de volta
	`,
	disappointment: oneLine`
		decepcion*|decepcao|frustra*|infelizmente|pena|triste|tristeza|confianca|paciencia|cansad*|cansei|
		cansaco|esgotad*|lamento|insatisfeit*|preocupa*|medo|chorar|chorando|choro|lento|lenta|lentidao|
		sofr*|dor|doi|saudade|sinceramente|mal|ruim|desespero|desesper*|sozinh*
	`,
	sarcasm: oneLine`
		parabens|parabens pelo|obrigado por nada|genial|que otimo|que maravilha|claro|digamos|
		sem pressa alguma|mais seguro que isso|imagina|nossa|so que nao|sqn|kkk*|haha*|rs|que surpresa|
		impressionante
	`,
	support: oneLine`
		fecharam|fechado|chamado fechado|nao resolveram|nao resolveu|nao resolve|nao resolvem|
		resposta pronta|resposta automatica|copia e cola|robo|bot|leia|leia o historico|nao foi isso|
		explico|explicar|gerente|supervisor|escalar|reclamacao|falar com|uma pessoa|ninguem sabe|
		ninguem avisou|sem explicacao|pediu desculpas|desculpas|nao adiantou|nao resolveu nada|
		continua igual|no meu primeiro
	`,
	accusation: oneLine`
		ate quando|quem aprovou|quem decidiu|o que mais|o que esta acontecendo|por que|porque nao|como pode|
		como e possivel|para que|nao e normal|serio|e serio|finalmente|exijo|exigimos|arrumem|resolvam|
		consertem|compramos por causa|pelo menos|nem sequer|nada|se eu vejo|desta vez|precisa acontecer|
		precisa ser fechado
	`,
	resolved: oneLine`
		ja voltou|voltou a funcionar|funcionou|ja funciona|funcionando|resolvido|resolveu|resolvida|
		deu certo|tudo certo|esta tudo|alarme falso|lentidao sumiu|problema sumiu|erro sumiu|o que fizeram|
		tudo voltou|voltou ao normal|esta tudo certo|desconsiderem|desculpe|desculpem|aqui do nosso lado|
		erro nosso|meu erro|pode fechar|de primeira|caiu obrigado|recebido|chegou|nenhum erro|nenhuma falha|
		nunca mais travou|sem travar|parou de travar|pode encerrar|caso encerrado|nada perdido|nao trava|
		nao travou mais|nao perdemos nada|nao sumiu nada|nada sumiu|nenhuma queda|estao la
	`,
	praise: oneLine`
		obrigado|obrigada|muito obrigado|muito obrigada|valeu|perfeito|perfeita|excelente|otimo|otima|
		genial|adorei|adoro|amei|amo|amor|amando|feliz|felizes|felicidade|contente|rapido|rapidez|
		maravilhos*|linda|lindo|lindos|bom|boa|bons|melhor|melhores|bem|gostei|gosto|gostando|recomendo|
		satisfeit*|alegria|querido|querida|fofo|fofa|top|show|legal|incrivel|sensacional|parabens a|
		torcendo|orgulho|sucesso|delicia|maravilha|👍|😊|❤|🎉|😍|nota mil|nota 0
	`,
	calm: oneLine`
		sem pressa|nao e urgente|nao tem pressa|e so um aviso|so um aviso|so queria|so para|e so para|
		duvida|curiosidade|sem querer|uns segundos|um pouco|pode ser|talvez|provavelmente|nao atrapalha|
		nao afeta|sem problema|tudo bem|quando puderem|para informacao|formalidade|so formalidade|topamos|
		nada grave|nao e importante|nao e critico|nao e grave|sem estresse|quando der|sem urgencia|
		uma pena que|so fica feio|me avisem da proxima
	`,
	question: oneLine`
		como|como desligo|como imprimo|quando|quando e|quanto|quanto tempo|por quanto tempo|
		de quanto em quanto|qual|qual o|quais|quais topicos|onde fica|onde ficou|onde|da para|da pra|
		podemos|poderiam|poderia|posso|podem|e possivel|precisa mudar|precisa|tem algum*|tem alguma|existe|
		quem e|a que horas|queremos|queria|gostaria|quero comparar|continua previsto
	`,
	request: oneLine`
		por favor|segue|segue o|em anexo|anexo|segunda via|enviar|atualizem|endereco|mudar no dia|
		mudanca de endereco|licenca|licencas|adicionar|ativar|desativar|configurar|testando|testar|teste|
		piloto|questionario|assinado|aditivo|agendar|treinamento|semana que vem|proximo mes|planejar|
		proposta|orcamento|art 0 da lgpd|lgpd|exclusao de dados|exclusao dos meus dados|exclusao de meus|
		dados pessoais|segue assinada|0 da lgpd|0 lgpd
	`,
	feature:
		'seria otimo|seria bom|seria legal|sugestao|ideia|esta nos planos|nos planos|previsto|funcao|funcionalidade|em analise|poder|novo|nova',
	bulk: oneLine`
		resposta automatica|estou de ferias|fora do escritorio|recepcao|em caso de urgencia|gratis|
		auditoria gratis|prezado|newsletter|promocao|clique|curriculo|sorteio|ganhe|descadastr*|assista|
		aceitou|diagnostico gratuito|descadastrar
	`,
	security: oneLine`
		vazamento|vazou|dados pessoais|dados de outra|confidencial*|hacke*|invad*|falha de seguranca|
		acesso nao autorizado|ex funcionarios|desativados continuam|vendo tudo|quem ve
	`,
	labour: oneLine`
		na mao|manualmente|papel|para o papel|excel|planilha|copiando|digitar|redigitar|horas|fim de semana|
		marcando|cliques|refazer|dia inteiro|hora extra
	`,
	bigNumber: oneLine`
		0 pessoas|0 clientes|0 usuarios|0 pedidos|0 funcionarios|0 itens|0 horas|0 dias|0 semanas|0 vezes|
		todos|todas|tudo|toda|uns 0|mais de 0|metade|centenas|milhares|nenhum|nenhuma|inteiro|inteira|
		completo
	`,
	onset: oneLine`
		desde|desde hoje|hoje de manha|de manha|ontem|ontem a noite|essa noite|desde a atualizacao|
		atualizacao|nova versao|nova interface|tela nova|mudanca|migracao|de repente|sem aviso|do nada
	`,
	recontact: oneLine`
		0th vez|0th mensagem|0th chamado|0th email|0th semana|0th pessoa|0th ligacao|continua sem|
		continuam sem|de novo|outra vez|ja expliquei|ja escrevi|ja falei|varias vezes|mesma resposta|
		palavra por palavra|ate hoje|ate agora nada|ainda nao|seguida*
	`,
	leaving:
		'cancelar ~ assinatura|cancelar ~ contrato|cancelar ~ plano|cancelar ~ conta|' +
		'cancelem ~ contrato|cancelamento ~ contrato|cancelamento ~ assinatura|' +
		'cancelamento de todos|solicit* ~ cancelamento|rescindir|rescisao|encerrar ~ conta|' +
		'encerrara ~ atividades|fechar ~ conta|excluir ~ conta|nao renovacao|nao renovar|' +
		'nao vamos renovar|nao vamos continuar|outro sistema|outra plataforma|outro fornecedor|' +
		'plano basico|reduzir ~ licencas|baixar de 0|downgrade|nao precisamos mais|' +
		'nao vamos mais precisar|nao preciso mais|baixar ~ usuarios|voltar pro plano|' +
		'voltar para o plano|encerrar a conta',
	withdrawal:
		'cancelar ~ pedido|cancelamento ~ pedido|cancelar ~ reuniao|fica sem efeito|' +
		'teste gratis|periodo de teste|o teste|alteracao de nome|razao social|mais licencas|' +
		'aumentar ~ licencas|descadastrar|aviso previo',
	template:
		'descricao|passos|passos para reproduzir|comportamento esperado|resultado esperado|' +
		'resultado atual|comportamento atual|resultado obtido|ambiente|versao|navegador|' +
		'frequencia|dispositivo|aparelho|esperado',
};

export const PORTUGUESE: ModelWords = {
	cues: PORTUGUESE_CUES,
	negations: 'nao nem nunca sem ninguem nenhum nenhuma',
	numbers: 'dois duas quatro sete oito nove dez doze vinte',
	ordinals: 'terceira terceiro quarta quarto',
};
