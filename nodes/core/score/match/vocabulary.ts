import { CANONICAL, FILLER, FUNCTION_WORDS, GROUPS } from './functionWords';
import { MisspellingIndex } from './misspelling';
import { stem } from './stem';
import { LONGEST_WORD, MOST_WORDS } from '../../language/wordNumbers';

/** What is known of a word in one number: the id above, the flags of {@link FUNCTION_WORDS} and these two below. */
const ID_SHIFT = 11;
const KNOWN = 1 << 9;
const MORE = 1 << 10;
const FLAGS = KNOWN - 1;

export interface WordInfo {
	/** 0 = a word the list does not know. */
	id: number;
	flags: number;
	/** Further ids this spelling may stand for. */
	alternatives: readonly number[] | undefined;
	/** Whether an exact phrase is looked up by this word. */
	isAnchor?: boolean;
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
	/** By word number. */
	private known: Int32Array = new Int32Array(0);
	/** What more there is to know of the few words that have {@link MORE}. */
	private readonly more = new Map<number, WordInfo>();
	private generation = 0;
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

	/** To be called before the words of a text are looked up, with the generation of their numbers. */
	refresh(generation: number): void {
		if (generation === this.generation) return;
		this.generation = generation;
		if (this.known.length === 0) this.known = new Int32Array(MOST_WORDS + 1);
		else this.known.fill(0);
		this.more.clear();
	}

	/**
	 * Writes the id and the flags of the spelling `text.slice(start, end)` to `stream` at `at`. Before {@link build} the
	 * word is taken into the list, so that phrases read like texts.
	 * @param number as {@link wordNumber} gives it
	 * @returns what more there is to know of the word
	 */
	lookUp(
		text: string,
		start: number,
		end: number,
		number: number,
		stream: { readonly id: Int32Array; readonly flags: Int32Array },
		at: number,
	): WordInfo | undefined {
		const known = number > 0 && this.isBuilt ? (this.known[number] as number) : 0;
		if (known !== 0) {
			stream.id[at] = known >>> ID_SHIFT;
			stream.flags[at] = known & FLAGS;
			return (known & MORE) === 0 ? undefined : this.more.get(number);
		}
		const info = this.infoOf(text, start, end);
		const hasMore = info.alternatives !== undefined || info.isAnchor === true;
		stream.id[at] = info.id;
		stream.flags[at] = info.flags;
		if (number > 0 && this.isBuilt) {
			this.known[number] = (info.id << ID_SHIFT) | info.flags | KNOWN | (hasMore ? MORE : 0);
			if (hasMore) this.more.set(number, info);
		}
		return hasMore ? info : undefined;
	}

	private infoOf(text: string, start: number, end: number): WordInfo {
		if (!this.isBuilt) return this.learn(text.slice(start, end));
		const folded = end - start > LONGEST_WORD ? '' : fold(text.slice(start, end));
		const info = this.resolve(folded);
		if (this.anchors.has(folded)) info.isAnchor = true;
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
		return { id, flags, alternatives: undefined };
	}

	private resolve(folded: string): WordInfo {
		const token = canonical(folded);
		const id = this.ids.get(token) ?? 0;
		let flags = FUNCTION_WORDS.get(folded) ?? FUNCTION_WORDS.get(token) ?? 0;
		if (flags === 0 && folded.length > 4 && folded.endsWith('ly')) flags = FILLER;
		let alternatives: readonly number[] | undefined;
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
