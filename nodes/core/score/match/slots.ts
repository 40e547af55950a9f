import { tokensOf } from '../../text/tokens';
import { cutText } from './cutText';
import { ARTICLE } from './functionWords';
import { phraseParts, spellingCount, type PhrasePart } from './phrase';
import { tokenise } from './tokenise';
import type { Vocabulary } from './vocabulary';

/** One place of a phrase: the token groups that may stand there. */
export interface Slot {
	choices: Array<readonly number[]>;
}

/** Phrases with few readings are read whole, so that groups reach over their parts ("can|could not"). */
const FEW_READINGS = 24;
const LONGEST_PHRASE = 16;

interface Piece {
	ids: number[];
	areArticles: boolean[];
}

function pieceOf(text: string, vocabulary: Vocabulary): Piece {
	const { count, id, flags } = tokenise(text, cutText(tokensOf(text)), vocabulary);
	return {
		ids: id.slice(0, count),
		areArticles: flags.slice(0, count).map((flag) => (flag & ARTICLE) !== 0 && (flag & 1) === 0),
	};
}

function readings(parts: readonly PhrasePart[]): string[] {
	let results = [''];
	for (const { choices } of parts) {
		results = results.flatMap((result) => choices.map((choice) => `${result} ${choice}`));
	}
	return results;
}

/** The phrase with and without each of its optional parts. */
function variants(parts: readonly PhrasePart[]): PhrasePart[][] {
	let results: PhrasePart[][] = [[]];
	for (const part of parts) {
		const having = results.map((result) => [...result, part]);
		results = part.isOptional ? [...having, ...results] : having;
	}
	return results;
}

/**
 * A phrase as token numbers, once per reading or with alternatives in place. Articles come and go, so they are left
 * out where at least two other words stay: "can't do my" must not become "can't".
 */
export function slotsOf(phrase: string, vocabulary: Vocabulary): Slot[][] {
	return variants(phraseParts(phrase)).flatMap((parts) => {
		if (spellingCount(parts) > FEW_READINGS) return [slotsOfParts(parts, vocabulary)];
		return readings(parts).map((reading) => {
			const { ids, areArticles } = pieceOf(reading, vocabulary);
			const isDroppable = areArticles.filter((isArticle) => !isArticle).length > 1;
			return ids
				.filter((_, i) => !isDroppable || areArticles[i] !== true)
				.slice(0, LONGEST_PHRASE)
				.map((id) => ({ choices: [[id]] }));
		});
	});
}

function slotsOfParts(parts: readonly PhrasePart[], vocabulary: Vocabulary): Slot[] {
	const slots = parts.flatMap(({ choices }): Array<{ ids: number[][]; isArticle: boolean }> => {
		const pieces = choices.map((choice) => pieceOf(choice, vocabulary));
		const [only] = pieces;
		if (pieces.length === 1 && only !== undefined) {
			return only.ids.map((id, i) => ({ ids: [[id]], isArticle: only.areArticles[i] === true }));
		}
		return [
			{
				ids: pieces.map(({ ids }) => ids).filter((ids) => ids.length > 0),
				isArticle: pieces.every(({ areArticles }) => areArticles.every(Boolean)),
			},
		];
	});
	const isDroppable = slots.filter(({ isArticle }) => !isArticle).length > 1;
	return slots
		.filter(({ isArticle }) => !isDroppable || !isArticle)
		.map(({ ids }) => ({ choices: ids }))
		.slice(0, LONGEST_PHRASE);
}
