const SUFFIX_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Whether a text can be a record ID at all. */
export function isRecordId(text: string): boolean {
	return /^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/.test(text);
}

/**
 * The 18-character form of a record ID. Reports and exports give 15 characters that differ only by case;
 * the API answers with three more, each of which tells which of five characters are capitals (Salesforce
 * help, "15-character and 18-character record IDs"). Anything else is given back as it is.
 */
export function longRecordId(text: string): string {
	const id = text.trim();
	if (!/^[A-Za-z0-9]{15}$/.test(id)) return id;
	const suffix = [0, 5, 10].map((start) => {
		const capitals = [...id.slice(start, start + 5)].map((character) => /[A-Z]/.test(character));
		return SUFFIX_LETTERS[capitals.reduce((sum, is, place) => sum + (is ? 2 ** place : 0), 0)];
	});
	return id + suffix.join('');
}
