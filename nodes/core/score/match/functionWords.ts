import { MATCH_WORDS } from './languages/all';

/**
 * What words that carry structure and not content do to a phrase, in whichever of the languages: stand in a gap, negate,
 * open a condition.
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

function add(flags: number, list = ''): void {
	for (const word of list.split(' ')) {
		if (word !== '') words.set(word, (words.get(word) ?? 0) | flags);
	}
}

for (const language of MATCH_WORDS) {
	add(ARTICLE | FILLER, language.articles);
	add(FILLER, language.fillers);
	add(PRONOUN | FILLER, language.pronouns);
	add(MODAL | FILLER, language.modals);
	add(CLAUSE_BREAK, language.clauseBreaks);
	add(CONJUNCTION, language.conjunctions);
	add(CONDITION, language.conditions);
	add(NEGATOR | FILLER, language.negations);
	add(NEGATOR, language.nothing);
}

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
