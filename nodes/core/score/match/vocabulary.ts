import { CANONICAL, FILLER, FUNCTION_WORDS, GROUPS } from './functionWords';
import { MisspellingIndex } from './misspelling';
import { stem } from './stem';

/** No word of any language is longer. */
const LONGEST_WORD = 64;
/** Spellings that are kept with what they stand for, until there are too many. */
const MOST_KEPT = 50_000;
/** A piece of a text this short is copied by the engine; a longer one, kept, would keep its whole text. */
const LONGEST_KEPT = 12;

export interface WordInfo {
	/** 0 = a word the list does not know. */
	id: number;
	flags: number;
	/** Further ids this spelling may stand for. */
	alternatives: readonly number[];
	/** Whether an exact phrase is looked up by this word. */
	isAnchor: boolean;
}

/** Lower case, no diacritics, straight apostrophes, no invisible characters. */
export function fold(raw: string): string {
	const lower = raw.toLowerCase();
	if (/^[\x00-\x7f]*$/.test(lower)) return lower.includes('`') ? lower.replace(/`/g, "'") : lower;
	return lower
		.normalize('NFKD')
		.replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
		.replace(/[\u2018\u2019\u02bc\u00b4\u2032\uff07`]/g, "'")
		.replace(/ß/g, 'ss')
		.replace(/ı/g, 'i')
		.replace(/ø/g, 'o')
		.replace(/æ/g, 'ae')
		.replace(/œ/g, 'oe');
}

/** The token a folded word stands for. */
export function canonical(folded: string): string {
	const known = CANONICAL.get(folded);
	if (known !== undefined) return known;
	return stem(folded);
}

/** Token numbers of one compiled list, and what each spelling in a text stands for. */
export class Vocabulary {
	private readonly ids = new Map<string, number>();
	private readonly misspellings = new MisspellingIndex();
	private readonly known = new Map<string, WordInfo>();
	private anchors: ReadonlySet<string> = new Set();
	private isBuilt = false;
	/** Whether the words taken in are also found with one letter wrong. */
	takesMisspellings = true;

	constructor() {
		for (const [group, result] of GROUPS) {
			for (const word of group) this.addToken(canonical(word));
			this.addToken(result);
		}
		for (const word of ['fail', 'stop', 'quit', 'cease', 'refuse', 'to'])
			this.addToken(canonical(word));
	}

	get size(): number {
		return this.ids.size + 1;
	}

	/** @param word a folded word or a canonical token; @returns 0 when no phrase has it */
	idOf(word: string): number {
		return this.ids.get(canonical(word)) ?? 0;
	}

	private addToken(token: string): number {
		const known = this.ids.get(token);
		if (known !== undefined) return known;
		const id = this.ids.size + 1;
		this.ids.set(token, id);
		return id;
	}

	private addWord(folded: string): number {
		const token = canonical(folded);
		const id = this.addToken(token);
		if (this.takesMisspellings && !FUNCTION_WORDS.has(folded)) {
			this.misspellings.add(folded, token, id);
		}
		return id;
	}

	/** @param anchors folded words that exact phrases are looked up by */
	build(anchors: ReadonlySet<string>): void {
		this.anchors = anchors;
		this.misspellings.build();
		this.isBuilt = true;
	}

	/**
	 * What a spelling stands for. Before {@link build} the word is taken into the list, so that phrases read like texts.
	 */
	lookUp(word: string): WordInfo {
		if (!this.isBuilt) return this.learn(word);
		const known = this.known.get(word);
		if (known !== undefined) return known;
		const folded = word.length > LONGEST_WORD ? '' : fold(word);
		const info = { ...this.resolve(folded), isAnchor: this.anchors.has(folded) };
		if (this.known.size >= MOST_KEPT) this.known.clear();
		if (word.length <= LONGEST_KEPT) this.known.set(word, info);
		return info;
	}

	/** The form that exact phrases are looked up by. */
	foldedWord(raw: string): string {
		return fold(raw);
	}

	private learn(raw: string): WordInfo {
		const folded = fold(raw);
		const id = this.addWord(folded);
		const flags = FUNCTION_WORDS.get(folded) ?? FUNCTION_WORDS.get(canonical(folded)) ?? 0;
		return { id, flags, alternatives: [], isAnchor: false };
	}

	private resolve(folded: string): Omit<WordInfo, 'isAnchor'> {
		const token = canonical(folded);
		const id = this.ids.get(token) ?? 0;
		let flags = FUNCTION_WORDS.get(folded) ?? FUNCTION_WORDS.get(token) ?? 0;
		if (flags === 0 && folded.length > 4 && folded.endsWith('ly')) flags = FILLER;
		let alternatives: readonly number[] = [];
		if (flags === 0) {
			const near = this.misspellings.find(folded).filter((other) => other !== id);
			if (near.length > 0) {
				if (id === 0) return { id: near[0] ?? 0, flags, alternatives: near.slice(1) };
				alternatives = near;
			}
		}
		return { id, flags, alternatives };
	}
}
