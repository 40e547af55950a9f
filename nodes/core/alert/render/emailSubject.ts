import { oneLine, shorten } from '../../text/shown';

/** Longer subjects are cut by most mail clients anyway. */
const MOST_CHARACTERS = 90;

/** One line, so that no text can add headers of its own. */
export function emailSubject(text: string): string {
	return shorten(oneLine(text), MOST_CHARACTERS);
}
