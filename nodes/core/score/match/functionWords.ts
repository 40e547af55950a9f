import { oneLine } from '../../values/tables';

/**
 * Words that carry structure and not content, in the six languages the default list is written in:
 * what may stand in a gap, what negates, what opens a condition.
 */

export const NEGATOR = 1;
/** May stand anywhere in a gap. */
export const FILLER = 2;
/** A filler that does not even use up the gap: articles, possessives, "'s". */
export const ARTICLE = 4;
export const PRONOUN = 8;
/** Ends the clause: a gap or a negation does not reach over it. */
export const CLAUSE_BREAK = 16;
export const CONJUNCTION = 32;
export const MODAL = 64;
export const CONDITION = 128;
/** A character of a script without spaces: nothing may stand between it and its neighbour. */
export const ALONE_IN_GAP = 256;
export const CANNOT_FLAGS = FILLER;
export const NOT_FLAGS = NEGATOR | FILLER;

/** Canonical tokens which several spellings or word groups stand for. */
export const NOT = '\u0001not';
export const CANNOT = '\u0001cannot';
export const LOGIN = '\u0001login';
/** "no longer", "not … anymore": a "not" that also tells that it was otherwise. */
export const NO_LONGER = '\u0001nolonger';

const words = new Map<string, number>();

function add(flags: number, list: string): void {
	for (const word of list.split(/\s+/)) {
		if (word !== '') words.set(word, (words.get(word) ?? 0) | flags);
	}
}

// English. Keys are stems (see stem.ts): "be" stands for is, are, was, been …
add(ARTICLE | FILLER, 'the a an this that these those my our your his her their its some any');
add(
	FILLER,
	`be have do get seem appear to of in on at for from with by as it them all just even really actually still yet
	already again also now currently simply suddenly apparently somehow always often only more most very too so quite
	completely totally entirely fully partially properly correctly right anymore ever since back up out out there here
	both each every own same anything something everything else either etc well much about into over today yesterday
	tonight please like kind sort bit little longer any new ago even few lot whole entire various several
	many certain last past this next`,
);
add(
	PRONOUN | FILLER,
	'i we you he she they it us me them anyone someone everybody everyone somebody',
);
add(MODAL | FILLER, "would could might may will shall should can 'll 'd ll");
add(
	CLAUSE_BREAK,
	'but because although though however whereas while except unless otherwise therefore hence',
);
add(CONJUNCTION, 'and or nor plus &');
add(CONDITION, 'if whether');
add(NEGATOR, 'nothing');
add(NEGATOR | FILLER, 'no never without neither none nor hardly nobody');

// German
add(
	ARTICLE | FILLER,
	oneLine`
		der die das den dem des ein eine einen einem einer eines mein meine meinen unser unsere unseren
		unserem unserer ihr ihre ihren diese dieser dieses diesen
	`,
);
add(
	FILLER,
	`ist sind war waren wurde wurden wird werden hat haben hatte hatten bei mit von im in auf zu zum zur fur am an seit
	immer noch schon mehr nur auch einfach plotzlich wieder jetzt heute gestern leider sehr komplett vollig total
	ganz gar uberhaupt mal alle alles viele einige gerade bereits dann da hier nun so bisher momentan aktuell`,
);
add(PRONOUN | FILLER, 'ich wir sie er es uns mir mich ihnen sich man');
add(CLAUSE_BREAK, 'aber sondern obwohl weil denn jedoch trotzdem');
add(CONJUNCTION, 'und oder');
add(CONDITION, 'wenn falls ob');
add(NEGATOR | FILLER, 'nicht kein keine keinen keinem keiner nie niemals ohne');

// French
add(
	ARTICLE | FILLER,
	'le la les l un une des du de d mon ma mes notre nos votre vos ce cet cette ces son sa ses',
);
add(
	FILLER,
	`est sont etait etaient a ont avait avons avez ai ete en dans sur pour avec chez y toujours encore deja tout toute
	tous toutes tres vraiment completement totalement maintenant aujourd'hui hier depuis meme tres trop plus ne n que qu
	qui se s me m te t soudainement apparemment`,
);
add(PRONOUN | FILLER, 'je j nous vous ils elles elle il on');
add(CLAUSE_BREAK, 'mais cependant pourtant donc');
add(CONJUNCTION, 'et ou');
add(CONDITION, 'si');
add(NEGATOR | FILLER, 'pas jamais aucun aucune sans ni');

// Spanish and Portuguese
add(
	ARTICLE | FILLER,
	oneLine`
		el los las lo una unos unas mi mis nuestro nuestra nuestros nuestras su sus este esta estos estas o
		os as um uma uns umas meu minha meus minhas nosso nossa nossos nossas da dos das no na nos nas
	`,
);
add(
	FILLER,
	`es son fue fueron era eran ha han hemos he esta estan estaba del al en con por para desde sigue siguen todavia aun
	ya muy mas siempre todo toda todos todas ahora hoy ayer completamente totalmente tambien solo
	foi foram estao estava tem temos tinha em com ainda ja muito mais sempre tudo agora hoje ontem so bem`,
);
add(PRONOUN | FILLER, 'yo nosotros ustedes usted ellos ellas eu ele ela eles elas voce voces te');
add(CLAUSE_BREAK, 'pero sino aunque porque mas porem embora');
add(CONJUNCTION, 'y e');
add(CONDITION, 'si se caso');
add(NEGATOR | FILLER, 'nunca jamas ningun ninguna sin nao nem nenhum nenhuma sem tampoco');

// Dutch
add(ARTICLE | FILLER, 'het een de mijn onze ons deze dit dat die');
add(
	FILLER,
	`is zijn was waren wordt worden werd heeft hebben had bij met van in op voor naar sinds altijd nog steeds al meer
	alleen ook gewoon ineens plots weer nu vandaag gisteren helaas erg heel helemaal totaal alle alles veel er`,
);
add(PRONOUN | FILLER, 'ik wij we jullie zij ze hij');
add(CLAUSE_BREAK, 'maar omdat hoewel echter');
add(CONJUNCTION, 'en of');
add(CONDITION, 'als indien');
add(NEGATOR | FILLER, 'niet geen nooit zonder');

// "mas" is "but" in Portuguese and "more" in Spanish, "si"/"se" and "no" are many things: what they
// would cut off is worth more than what they would tell.
for (const ambiguous of ['mas', 'se', 'as', 'die', 'en', 'do', 'no', 'so', 'has']) {
	const flags = words.get(ambiguous);
	if (flags !== undefined) words.set(ambiguous, flags & ~(CLAUSE_BREAK | CONDITION | CONJUNCTION));
}
words.set(NOT, NOT_FLAGS);
words.set(NO_LONGER, NOT_FLAGS);
words.set(CANNOT, CANNOT_FLAGS);
// "down", "off", "out" stay content words.

/** Stem → flags. */
export const FUNCTION_WORDS: ReadonlyMap<string, number> = words;

/** Single words (folded, with a straight apostrophe) that mean "not" and "cannot". */
export const CANONICAL = new Map<string, string>();
for (const base of 'is are was were do does did wo would has have had should ai must need'.split(
	' ',
)) {
	CANONICAL.set(`${base}n't`, NOT);
	CANONICAL.set(`${base}nt`, NOT);
}
for (const word of ['not', 'never', 'dont', 'wont', 'isnt', 'aint']) CANONICAL.set(word, NOT);
// "want" and "cant" are spelt like nothing else; "wont" and "cant" are rare words, "want" is not one of these.
for (const word of [
	"can't",
	'cannot',
	'cant',
	'cannt',
	"couldn't",
	'couldnt',
	'canot',
	"cann't",
	"can'not",
]) {
	CANONICAL.set(word, CANNOT);
}
for (const word of ['login', 'logins', 'logon', 'signin', 'logging-in']) CANONICAL.set(word, LOGIN);
CANONICAL.set("'re", 'be');
CANONICAL.set("'s", 'be');
CANONICAL.set("'m", 'be');
CANONICAL.set("'ve", 'have');
CANONICAL.set('im', 'i');
CANONICAL.set('ive', 'i');
CANONICAL.set('thats', 'that');

/**
 * Word groups that stand for one canonical token. `_` lets fillers in between, e.g. "won't let any of us".
 * The first word may be any canonical token.
 */
export const GROUPS: ReadonlyArray<readonly [readonly string[], string]> = [
	[['can', NOT], CANNOT],
	[['could', NOT], CANNOT],
	[['can', 'no', 'longer'], CANNOT],
	[['could', 'no', 'longer'], CANNOT],
	[['unable', 'to'], CANNOT],
	[[NOT, 'be', 'able', 'to'], CANNOT],
	[[NOT, 'able', 'to'], CANNOT],
	[['no', 'longer', 'able', 'to'], CANNOT],
	[['no', 'way', 'to'], CANNOT],
	[['impossible', 'to'], CANNOT],
	[[NOT, 'possible', 'to'], CANNOT],
	[[NOT, 'let', 'me'], CANNOT],
	[[NOT, 'let', 'us'], CANNOT],
	[[NOT, 'let', 'you'], CANNOT],
	[[NOT, 'let', 'them'], CANNOT],
	[[NOT, 'let', 'anyone'], CANNOT],
	[[NOT, 'allow', 'me', 'to'], CANNOT],
	[[NOT, 'allow', 'us', 'to'], CANNOT],
	[['refuse', 'to'], NOT],
	[['fail', 'to'], NOT],
	[['no', 'longer'], NO_LONGER],
	[['be', NOT], NOT],
	[['do', NOT], NOT],
	[['have', NOT], NOT],
	[['will', NOT], NOT],
	[['would', NOT], NOT],
	[['log', 'in'], LOGIN],
	[['log', 'into'], LOGIN],
	[['log', 'on'], LOGIN],
	[['log', 'back', 'in'], LOGIN],
	[['log', 'back', 'into'], LOGIN],
	[['sign', 'in'], LOGIN],
	[['sign', 'into'], LOGIN],
	[['sign', 'on'], LOGIN],
	[['e', 'mail'], 'email'],
];
