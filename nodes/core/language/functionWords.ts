/**
 * Short words that carry grammar. Support texts are short and full of borrowed technical words;
 * these are what tells the language of such a text, and telling it from them is fast.
 */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
	en: `the is are was were be been being am this that these those with have has had having not but you your
		we our us my they their them he she his her it its and or if then than when where which who what why how
		to of from by at for on in as an there here do does did doing done don't doesn't didn't can can't cannot
		could couldn't will won't would wouldn't should i i'm i've i'd we're we've you're it's isn't aren't wasn't
		any some more most very just only again please still since after before because about into out up off
		now never ever nothing nobody anyone someone something every each all no yes so too also get got getting
		need needs want wants trying tried keeps keep works working stopped broken anymore thanks thank hi hello
		waiting help update time days weeks`,
	de: `der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine keinen ist sind
		war waren wird werden wurde wurden hat haben hatte habe ich du er sie es wir ihr uns euch ihnen ihre
		ihren ihrem unser unsere unseren unserem mein meine meinen mit von zum zur bei auf für aus nach vor
		über unter seit bis durch ohne gegen um im am auch noch nur schon sehr immer wieder mehr bitte danke
		kann können konnte muss müssen soll sollte will wollen dass weil wenn wie was wo wer warum wann dies
		diese dieser dieses diesen hier dort jetzt heute gestern morgen nie nichts niemand etwas alle gibt
		geht funktioniert klappt leider viele grüße hallo gar sich man als doch dann mir mich dir dich sehr`,
	fr: `le la les un une des du de et ou mais ne pas plus est sont était étaient être a ont avait avons avez ai je
		tu il elle nous vous ils elles on mon ma mes notre nos votre vos leur leurs ce cet cette ces qui que quoi
		dont où quand comment pourquoi avec sans pour par dans sur sous chez depuis jusqu après avant entre vers
		au aux en y très trop toujours jamais encore déjà bien rien personne tout tous toute toutes aucun aucune
		merci bonjour peut peux pouvez pouvons impossible fait faire c'est n'est n'a j'ai d'un d'une l'on qu'il
		s'il aujourd'hui fonctionne marche ça cela svp`,
	es: `el la los las un una unos unas de del al y o pero no es son era eran está están estaba ser estar ha han
		había he hemos tengo tiene tienen tenemos yo tú él ella nosotros ustedes ellos mi mis tu tus su sus
		nuestro nuestra nuestros nuestras este esta estos estas ese esa eso esto que qué quién cuándo cómo dónde
		por para con sin sobre desde hasta entre después antes porque cuando donde como muy más menos ya aún
		todavía siempre nunca nada nadie algo alguien todo todos toda todas hola gracias favor puedo puede pueden
		podemos hay hace hacer lo le les se nos me te también solo sólo bien mal otra vez funciona ahora hoy`,
	pt: `o a os as um uma uns umas de do da dos das no na nos nas ao à aos às pelo pela e ou mas não é são era
		eram está estão estava estamos ser estar foi foram tem têm temos tenho eu ele ela nós você vocês eles
		elas meu minha meus minhas nosso nossa nossos nossas seu sua seus suas este esta isto esse essa isso que
		quem quando como onde por para com sem sobre desde até entre depois antes porque muito mais menos já
		ainda sempre nunca nada ninguém algo alguém tudo todos todas olá obrigado obrigada favor posso pode podem
		podemos há faz fazer lhe se me também só bem mal outra vez funciona agora hoje consigo conseguimos estou`,
	nl: `de het een en of maar niet geen is zijn was waren wordt worden werd heeft hebben had heb ik jij je u hij zij
		ze we wij jullie ons onze mijn uw hun haar met van voor bij op uit naar door over onder sinds tot zonder
		tegen om in aan te er ook nog alleen al zeer heel altijd weer meer graag alstublieft bedankt dank kan
		kunnen konden moet moeten zou zouden wil willen dat dit deze die omdat als hoe wat waar wie waarom
		wanneer hier daar nu vandaag gisteren morgen nooit niets niemand iets alle werkt lukt helaas hallo dan
		toch wel zo mij jou ben bent doet gaat krijgen krijg staat steeds`,
	// Neighbours, so that a word they share counts for none.
	it: `il lo la i gli le un una di del della dei delle da dal dalla in nel nella con su per tra fra e o ma non è
		sono era ha hanno ho abbiamo avete io tu lui lei noi voi loro mio mia nostro nostra vostro vostra questo
		questa quello che chi quando come dove perché più meno già ancora sempre mai niente nessuno qualcosa
		tutto tutti ciao grazie posso può possono anche solo bene male funziona ora oggi stiamo al alla se mi ci si`,
	ca: `el la els les un una de del dels i o però no és són era està estan amb sense per per a que què qui quan com
		on més menys ja encara sempre mai res ningú tot tots hola gràcies meu nostra aquest aquesta això us ens es`,
	ro: `un o de la din pe cu fără pentru și sau dar nu este sunt era a au am ai eu tu el ea noi voi ei mai ca să care
		ce când cum unde foarte tot toate mulțumesc bună se ne le`,
	sv: `och att det som en ett är var har hade inte på av för med till från om men jag du han hon vi ni de den
		detta dessa min vår er så kan ska vill när hur vad varför nu idag mycket hej tack`,
	da: `og at det som en et er var har havde ikke på af for med til fra om men jeg du han hun vi i de den dette
		disse min vores jeres så kan skal vil når hvordan hvad hvorfor nu meget hej tak også`,
	no: `og at det som en et er var har hadde ikke på av for med til fra om men jeg du han hun vi dere de den dette
		disse min vår så kan skal vil når hvordan hva hvorfor nå mye hei takk også`,
	af: `die het nie is en ’n van ons ek jy hy sy hulle dit vir met op aan te wat word sal kan moet by na ook nog`,
	pl: `i w na z do nie jest są to że się jak co po od za przez dla o a ale czy już tylko bardzo mamy mam proszę`,
	cs: `a v na s do ne je jsou to že se jak co po od za pro o ale už jen velmi máme mám prosím není nám`,
	tr: `ve bir bu da de için ile çok ama ne var yok mi mı biz siz ben o lütfen merhaba`,
	fi: `ja on ei se että en me te ne oli ovat mutta tai kun miten mitä nyt kiitos hei ole`,
	id: `dan yang di ke dari ini itu tidak untuk dengan ada saya kami anda bisa sudah tolong terima kasih`,
	tl: `ang ng sa na mga ay ako ikaw hindi po lang ko mo ito kung pa`,
};

/** Words of trade: the same in every language, so they tell none. */
const BORROWED_WORDS = `account admin alert analytics android api app apple asana authentication aws azure backend
	backup beta billing bot browser buffer bug bulk button cache chat chatbot chrome churn client cloud code
	connector console cookie crash crm csv custom customer dashboard data database debug default delay demo deploy
	desktop dev device dns docker domain download dropdown edge email enterprise error excel export failed feature
	feedback field file filter firefox firewall flow form freshdesk frontend gateway github gmail google helpdesk
	hosting html http https hubspot id import inbox input integration intercom ios iphone ipad issue java javascript
	jira job json key labels link linkedin linux live load local log login logout logs mac macos mail mapping
	marketing microsoft mobile mode module monday node notion null oauth offline okta online opera outlook output
	page password patch payment pdf performance php ping pipeline platform plugin pop premium pro production proxy
	python query queue refresh release report request reset response rest role rollback root safari saas salesforce
	saml sandbox scope screenshot script sdk server service session setup shop signup slack sla smtp software spam
	sql ssl sso staging standard start starter status stop stripe support sync system tab tag team teams template
	test ticket timeout token tool tracking trial trigger ui undefined unauthorized upgrade upload url user username
	version video vpn web webhook webhooks website widget wifi windows wordpress workflow workspace xml zapier
	zendesk zip zoom`;

export type LanguageCode = string;

/** Each function word with the languages that have it. */
export function buildFunctionWords(): ReadonlyMap<string, readonly LanguageCode[]> {
	const words = new Map<string, LanguageCode[]>();
	for (const [language, list] of Object.entries(FUNCTION_WORDS)) {
		for (const word of new Set(list.split(/\s+/))) {
			const known = words.get(word);
			if (known === undefined) words.set(word, [language]);
			else known.push(language);
		}
	}
	return words;
}

export function buildBorrowedWords(): ReadonlySet<string> {
	return new Set(BORROWED_WORDS.split(/\s+/));
}
