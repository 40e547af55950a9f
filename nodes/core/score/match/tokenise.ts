import { ADDRESS, CHARACTER, type CutText } from './cutText';
import { ALONE_IN_GAP } from './functionWords';
import { joinGroups } from './groups';
import type { TokenStream } from './tokens';
import type { Vocabulary } from './vocabulary';

/** Looks up the words of a text. Linear in the text's length; offsets are those of the text as given. */
export function tokenise(text: string, cut: CutText, vocabulary: Vocabulary): TokenStream {
	const { count, start, end, kind, gap, sentence, isQuestion } = cut;
	const id: number[] = [];
	const flags: number[] = [];
	const alternatives = new Map<number, readonly number[]>();
	const anchors: Array<{ start: number; end: number; sentence: number }> = [];
	for (let i = 0; i < count; i++) {
		if (kind[i] === ADDRESS) {
			id.push(0);
			flags.push(0);
			continue;
		}
		const word = vocabulary.lookUp(text.slice(start[i], end[i]));
		id.push(word.id);
		flags.push(kind[i] === CHARACTER ? word.flags | ALONE_IN_GAP : word.flags);
		if (word.alternatives.length > 0) alternatives.set(i, word.alternatives);
		if (word.isAnchor) {
			anchors.push({ start: start[i] ?? 0, end: end[i] ?? 0, sentence: sentence[i] ?? 0 });
		}
	}
	const stream = {
		count,
		// Several lists read the same cut, and each joins words of its own.
		start: start.slice(),
		end: end.slice(),
		id,
		flags,
		gap: gap.slice(),
		sentence: sentence.slice(),
		alternatives,
		anchors,
		isQuestion,
	};
	joinGroups(text, stream, vocabulary);
	return stream;
}
