import { hashText } from '../score/match/hash';

/**
 * Text of someone outside, between two lines that it cannot contain: they are made from the text itself, and made anew
 * should it hold them all the same.
 * @param name what it is, in capitals, e.g. "TICKET"
 */
export function fenced(name: string, text: string): { marker: string; lines: string[] } {
	let marker = '';
	for (let round = 0; marker === '' || text.includes(marker); round++) {
		marker = `${name}-${hashText(`${round}\u0001${text}`)}`;
	}
	return { marker, lines: [marker, text, marker] };
}
