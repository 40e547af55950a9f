import type { CompiledTaxonomy } from './compile';
import { matchExact } from './exact';
import type { RawMatch } from './findings';
import type { TokenStream } from './tokens';

/** Adds the phrases that are looked up letter by letter, such as those with digits or signs, to `matches`. */
export function findExact(
	text: string,
	stream: TokenStream,
	{ vocabulary, exact }: CompiledTaxonomy,
	matches: RawMatch[],
): void {
	for (const anchor of stream.anchors) {
		const word = vocabulary.foldedWord(text.slice(anchor.start, anchor.end));
		for (const phrase of exact.byWord.get(word) ?? []) {
			const span = matchExact(text, anchor.start, phrase);
			if (span === undefined) continue;
			matches.push({ row: phrase.row, ...span, sentence: anchor.sentence, isOff: false });
		}
	}
}
