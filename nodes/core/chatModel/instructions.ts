import { pattern } from '../values/tables';

/**
 * Text that tries to steer a model: orders to forget its instructions, to give a certain rating, to play a role, or
 * pieces of prompts and answers. All gaps are bounded, so that time is linear in the text.
 */
const STEERING: readonly RegExp[] = [
	// "Ignore all previous instructions", in the languages that customers write.
	pattern('iu')`
		\b(?:ignore|disregard|forget|override|bypass|overlook|skip|
		discard)\b[^.!?\n]{0,50}\b(?:instructions?|prompts?|rules?|guidelines|directives|context above|
		system message|everything (?:above|before))\b
	`,
	pattern('iu')`
		\b(?:ignorier\w{0,3}|vergiss|vergessen|missachte\w{0,2}|beachte\w{0,2})\b[^.!?\n]{0,50}(?:anweisung|
		instruktion|vorgabe|regeln|prompt|befehl)
	`,
	pattern('iu')`
		(?<!\p{L})(?:ignor(?:e|ez|er)|oublie[zr]?|négligez?|ne tiens? pas compte|
		ne tenez pas compte)(?!\p{L})[^.!?\n]{0,50}(?:instruction|consigne|règles|directive|prompt)
	`,
	pattern('iu')`
		(?<!\p{L})(?:ignor(?:a|e|ar|en|ad)|olvid(?:a|e|ar|en)|omit[ae]|descarta|
		no hagas caso)(?!\p{L})[^.!?\n]{0,50}(?:instruc|indicaci|reglas|directrices|prompt)
	`,
	pattern('iu')`
		(?<!\p{L})(?:ignor(?:e|a|ar|em)|esqueç[ae]|esquecer|desconsider[ea]|
		descarte)(?!\p{L})[^.!?\n]{0,50}(?:instruç|orientaç|regras|comandos|prompt)
	`,
	/\b(?:negeer|vergeet|sla)\b[^.!?\n]{0,50}(?:instructie|aanwijzing|regels|opdracht|prompt)/iu,
	/(?<!\p{L})(?:ignora(?:re)?|dimentica|trascura)(?!\p{L})[^.!?\n]{0,50}(?:istruzion|regole|direttive|prompt)/iu,
	/(?<!\p{L})(?:zignoruj|pomiń|zapomnij)(?!\p{L})[^.!?\n]{0,50}(?:instrukcj|polece|zasad)/iu,
	/(?:игнорируй|проигнорируй|забудь|не обращай внимания)(?:те)?[^.!?\n]{0,50}(?:инструкци|указани|правил|промпт)/iu,
	/(?:önceki|yukarıdaki)[^.!?\n]{0,30}(?:talimat|komut|kural)[^.!?\n]{0,20}(?:yok say|unut|görmezden)/iu,
	/(?:忽略|无视|無視|忘记|忘記)[^。！？\n]{0,20}(?:指令|指示|说明|說明|提示|规则|規則)/u,
	/(?:指示|命令|ルール|プロンプト)[^。！？\n]{0,12}(?:無視|忘れ)/u,
	/(?:지시|명령|규칙|프롬프트)[^.!?\n]{0,12}(?:무시|잊)/u,
	/(?:تجاهل|انس)[^.!?\n]{0,30}(?:التعليمات|الأوامر|القواعد)/u,
	// Orders to rate.
	pattern('iu')`
		\b(?:classif(?:y|ied)|label|rate|score|mark|categori[sz]e|tag|treat|report|
		evaluate)\b[^.!?\n]{0,50}\b(?:as|is|at|to|with|of|=)\b\W{0,3}(?:a\s|an\s)?(?:score\s|
		rating\s)?(?:["'“]{0,2})(?:positive|neutral|calm|happy|satisfied|low[- ]risk|low priority|
		not frustrated|zero|0|1|5|10)\b
	`,
	pattern('iu')`
		(?:klassifizier|bewert|stuf|einstuf|klassifi[cz]eer|beoordeel|clasific|classifi|califica|évalue|
		note[zr]?\s|avali|valuta|оцени|классифицируй)[^.!?\n]{0,60}(?:positi[vef]|positivo|positiva|neutral|
		neutre|neutro|neutraal|ruhig|calm|нейтрал|позитив)
	`,
	/(?:分类|分類|标记|評価|判定)[^。\n]{0,15}(?:正面|积极|中性|ポジティブ|肯定的)/u,
	pattern('iu')`
		\b(?:respond|answer|reply|output|return|print|say)\b[^.!?\n]{0,30}\b(?:only|exactly|just|
		nothing but)\b[^.!?\n]{0,30}\b(?:json|label|score|positive|neutral|the word)\b
	`,
	pattern('iu')`
		\b(?:set|make|give)\b[^.!?\n]{0,30}\b(?:sentiment|frustration|risk)[ -]?(?:score|level|
		label)?\b[^.!?\n]{0,20}\b(?:to|of|a)\b[^.!?\n]{0,12}(?:\d|positive|neutral|low|zero)
	`,
	// Role play and talk to the machine.
	pattern('iu')`
		\b(?:you are|act as|pretend to be|behave as|you're)\b[^.!?\n]{0,25}\b(?:an? (?:ai|llm|
		language model|assistant|chatbot|helpful|classifier)|chatgpt|gpt|dan\b|unrestricted|
		in developer mode)
	`,
	pattern('iu')`
		\b(?:note|message|instructions?|attention|memo|hinweis|anweisung|nota|instrucción|
		instrução)\b[^.!?\n]{0,15}\b(?:to|for|an|für|para|pour|voor)\b[^.!?\n]{0,12}(?:\bai\b|\bki\b|\bia\b|
		\bllm\b|language model|sprachmodell|classifier|assistant|modelo de lenguaje|modèle de langage)
	`,
	/\b(?:system|developer)[ -]?(?:prompt|message|instructions?|override)\b|\bprompt injection\b|\bjailbreak/iu,
	/\bnew (?:system )?instructions?\s{0,2}:/iu,
	// Pieces of prompts and of the answer.
	/<\/?\s{0,3}(?:ticket|system|instructions?|user|assistant|prompt|customer_text|data|human)\s{0,3}>/iu,
	/<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id|start_header_id)[^>\n]{0,20}\|?>|\[\/?(?:INST|SYS)\]|<<\/?SYS>>/iu,
	/["']?\b(?:score|label|sentiment)["']\s{0,3}:\s{0,3}["']?(?:\d{1,3}\b|positive|neutral|frustrated|critical)/iu,
	/["']role["']\s{0,3}:\s{0,3}["'](?:system|assistant|developer)["']/iu,
	/^\s{0,4}#{1,4}\s{0,3}(?:system|instruction|assistant|end of ticket|new task)/imu,
	/\b(?:end|ende|fin|fim|einde) (?:of|des|du|del|do|van (?:het|de)) (?:the )?(?:ticket|customer text|user (?:input|text|message))/iu,
];

/** Whether a text contains something that reads like an instruction to a model. It is scored all the same. */
export function hasInstructions(text: string): boolean {
	return STEERING.some((pattern) => pattern.test(text));
}
