import { oneLine } from '../../../values/tables';
import type { MatchWords } from './types';

export const PORTUGUESE: MatchWords = {
	articles: oneLine`
		o os as um uma uns umas meu minha meus minhas nosso nossa nossos nossas da dos das no na nos nas
	`,
	fillers: oneLine`
		foi foram estao estava tem temos tinha em com por para ainda ja muito mais sempre tudo todo toda
		todos todas agora hoje ontem so bem
	`,
	pronouns: 'eu ele ela eles elas voce voces te',
	clauseBreaks: 'mas porque porem embora',
	conjunctions: 'e',
	conditions: 'se caso',
	negations: 'nao nem nunca nenhum nenhuma sem',
	resolutions: [
		'voltou|voltaram a funcionar|normal|ao normal',
		'ja|agora funciona|funcionam|esta funcionando',
		'esta|foi|ficou resolvido|corrigido|solucionado|resolvida|corrigida',
		'problema|erro resolvido|corrigido|solucionado',
		'podem|pode fechar|encerrar',
	],
	praise: [
		'muito obrigado|obrigada por|pela|pelo',
		'otimo|excelente servico|trabalho|produto|ferramenta',
	],
	calm: ['nao e urgente|grave', 'sem pressa|urgencia'],
	content: [
		'nenhum|nenhuma problema|falha|reclamação|queixa',
		'sem (nenhum)? problema|problemas|falhas',
		'nunca decepciona|falha|desaponta',
		'tudo funciona|funcionando|funcionou bem|perfeitamente|certinho',
	],
	notYet: 'promet\\w+|deveria|supostamente|ate|se|nao|disseram|assim que|sem',
};
