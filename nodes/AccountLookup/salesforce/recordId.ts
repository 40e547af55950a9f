const SUFFIX_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** How many characters one character of the suffix tells about. */
const GROUP = 5;

/**
 * The 18-character form of a record ID, or undefined where the text can be none. Reports and exports give
 * 15 characters that differ only by case; the API answers with three more, each of which tells which of
 * five characters are capitals (Salesforce help, "15-character and 18-character record IDs"). So the case
 * of the first 15 is taken from the others, should a spreadsheet have lost it.
 */
export function readRecordId(text: string): string | undefined {
	const id = text.trim();
	if (/^[A-Za-z0-9]{15}$/.test(id)) return id + suffixOf(id);
	if (!/^[A-Za-z0-9]{15}[A-Za-z0-5]{3}$/.test(id)) return undefined;
	const suffix = id.slice(15).toUpperCase();
	const first = [...id.slice(0, 15)].map((character, index) => {
		const capitals = SUFFIX_LETTERS.indexOf(suffix.charAt(Math.floor(index / GROUP)));
		const isCapital = Math.floor(capitals / 2 ** (index % GROUP)) % 2 === 1;
		return isCapital ? character.toUpperCase() : character.toLowerCase();
	});
	const long = first.join('') + suffix;
	// A digit that the suffix calls a capital: no ID is made so.
	return suffixOf(long) === suffix ? long : undefined;
}

/** The 18-character form of a record ID; anything else is given back as it is. */
export function longRecordId(text: string): string {
	return readRecordId(text) ?? text.trim();
}

function suffixOf(id: string): string {
	return [0, GROUP, 2 * GROUP]
		.map((start) => {
			const capitals = [...id.slice(start, start + GROUP)].map((character) =>
				/[A-Z]/.test(character),
			);
			return SUFFIX_LETTERS[capitals.reduce((sum, is, place) => sum + (is ? 2 ** place : 0), 0)];
		})
		.join('');
}
