/** Longest text of one column, in UTF-16 units: PostgreSQL and people both have had enough by then. */
const MOST_TEXT = 1_000_000;

/**
 * Text as every database takes it: without NUL (PostgreSQL refuses the whole row), with lone
 * surrogates replaced, cut to `most` UTF-16 units at a whole character.
 */
export function storableText(text: string, most = MOST_TEXT): string {
	const cut = text.length > most ? text.slice(0, most) : text;
	// Replaces what a cut may have split, too.
	return cut.replaceAll('\0', '').toWellFormed();
}

/** JSON text of a value, storable; keys and texts inside it are cleaned, too. */
export function storableJson(value: unknown): string {
	return JSON.stringify(value, (_key, entry: unknown) =>
		typeof entry === 'string' ? storableText(entry) : entry,
	).replaceAll('\\u0000', '');
}
