/**
 * English phrases per default signal. "a|b" are alternatives for one word, "(a b|c)" for several. "not" also stands
 * for isn't, doesn't, won't, never, no longer …, and "can't" for cannot, couldn't, unable to, won't let me …
 * Inflections need not be written: "fail" is failed and failing too. Every combination of a line has to be a signal
 * in itself; words that merely fill a sentence do not belong here.
 */
export * from './contract';
export * from './data';
export * from './mood';
export * from './product';
export * from './service';
