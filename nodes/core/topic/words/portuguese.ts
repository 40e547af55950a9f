import { oneLine } from '../../values/tables';
import type { TopicWords } from './types';

export const PORTUGUESE: TopicWords = {
	cancellation: [
		'cancelar (a|o|nossa|nosso|minha|meu) assinatura|contrato|conta|plano|serviço|subscrição',
		'(cancelamento|rescindir|rescisão|não renovar|não vamos renovar|aviso prévio)',
		'~cancelar|concorrente|concorrência|alternativas',
	],
	security: [
		oneLine`
			(segurança|privacidade|lgpd|rgpd|hackeado|invadido|vazamento|vulnerabilidade|criptografia|
			outra empresa|outro cliente|não são nossos|não são nossas|proteção de dados)
		`,
	],
	billing: [
		oneLine`
			(fatura|faturas|faturamento|faturação|cobrança|cobranças|cobrado|cobraram|cobrou|reembolso|
			estorno|estornar|estornem|boleto|boletos|nota fiscal|notas fiscais|cartão de crédito|forma de
			pagamento|método de pagamento|endereço de cobrança|proposta de renovação|nota de crédito)
		`,
		'pagamento|pagamentos|preço|preços|desconto|tarifa|recibo|mensalidade|reajuste',
		oneLine`
			~licença|licenças|crédito|creditado|assinatura|renovação|pagar|pagamos|dinheiro|valor|plano|
			contrato
		`,
	],
	access: [
		oneLine`
			(fazer login|login|senha|senhas|palavra-passe|permissões|permissão|autenticação|dois fatores|
			bloqueado|bloqueados|bloqueada|conta bloqueada|acessar|aceder|direitos de administrador|
			redefinir senha|adicionar usuário|criar usuário|credenciais|utilizador)
		`,
		'~acesso|conta|usuário|usuários|utilizadores|perfil|entrar|convidar|convite|código',
	],
	export: ['exportar|exportação|exportações|exporta|exportado|exportados', '~baixar|download'],
	sync: [
		oneLine`
			sincronização|sincroniza|sincronizado|sincronizados|sincronizar|sincronizando|sincronizou|
			sincronizam|conector
		`,
		'nenhum pedido',
		'~totvs',
	],
	integration: [
		oneLine`
			(integração|integrações|integrar|api|webhook|automação|automações|conectar a|ligar a|conectar
			com|chave de api|conexão com|ligação com)
		`,
		'~conectar|conecta|conexão|ligação|token',
	],
	notifications: [
		oneLine`
			(notificação|notificações|lembretes|newsletter|resumo diário|e-mails automáticos|não chegam os
			e-mails)
		`,
		'~lembrete|e-mail|e-mails|email|aviso|avisos|alerta|alertas|resumo|mensagens',
	],
	performance: [
		oneLine`
			(lento|lenta|lentos|lentidão|desempenho|trava|travando|travou|travado|velocidade|atrasos|tempo
			de carregamento|demora para|demora um|demora dois|demora minutos|cai toda hora)
		`,
		'~segundos|minutos|minuto|demora|carregar|carregando|rápido|atrasos',
	],
	outage: [
		oneLine`
			(indisponível|indisponibilidade|manutenção|interrupção|fora do ar|caiu tudo|queda total|janela
			de manutenção|página de status|sistema parado|tudo parado|está parada|erro 503)
		`,
		'~503|queda|caiu|parado|parados',
	],
	import: [
		'importar|importação|importações|importado|importou',
		'(carregar o arquivo|enviar o arquivo)',
		'~migração',
	],
	data: [
		oneLine`
			(relatório|relatórios|estatísticas|registros|registos|lixeira|duplicados|restaurar|sumiram|
			sumiu|desapareceu|desapareceram|apagaram|indicadores|estoque|painel de|perda de dados|cópia de
			segurança|está tudo lá|recuperar um|recuperar o|números errados|números não batem)
		`,
		oneLine`
			~números|cálculo|calculado|painel|backup|apagado|apaguei|recuperar|perdido|dados|filtro|
			histórico
		`,
	],
	mobile: ['(aplicativo móvel|celular|telemóvel)', '~app|aplicativo'],
	ui: [
		oneLine`
			(botão|botões|menu|menus|layout|cliques|acessibilidade|tradução|onde está o|onde foi parar|não
			encontro|não acho|modo escuro|novo editor|tamanho da letra)
		`,
		oneLine`
			~interface|tela|ecrã|confuso|coluna|colunas|filtro|página|ordenação|ordenar|calendário|campo|
			imprimir|letra
		`,
	],
	support: [
		oneLine`
			(meu chamado|nosso chamado|sem resposta|ninguém responde|atendimento|seu suporte|vosso
			suporte|reclamação|chatbot|o robô|falar com uma pessoa|nosso contato)
		`,
		'~chamado|ticket|resposta|suporte',
	],
	'feature request': [
		oneLine`
			(sugestão|sugestões|funcionalidade|seria ótimo|seria útil|seria bom|edição em massa|modo
			offline|ainda está previsto|está previsto|só queria poder)
		`,
		'~previsto|função|recurso',
	],
	question: ['(como posso|como faço|como podemos)'],
};
