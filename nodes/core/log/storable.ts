/** Longest text of one column, in UTF-16 units: PostgreSQL and people both have had enough by then. */
const MOST_TEXT = 1_000_000;

/**
 * Text as every database takes it: without NUL (PostgreSQL refuses the whole row), with lone
 * surrogates replaced, cut to `most` UTF-16 units at a whole character. Cleaning twice changes nothing more.
 */
export function storableText(text: string, most = MOST_TEXT): string {
	const clean = text.replaceAll('\0', '').toWellFormed();
	if (clean.length <= most) return clean;
	const cut = clean.slice(0, most);
	// Half a character at the end would be no text.
	return cut.isWellFormed() ? cut : cut.slice(0, -1);
}

/** JSON text of a value, storable; keys and texts inside it are cleaned, too. Absent becomes "null". */
export function storableJson(value: unknown): string {
	const text = JSON.stringify(value, (_key, entry: unknown) => {
		if (typeof entry === 'string') return storableText(entry);
		return isPlain(entry) && Object.keys(entry).some(isUnclean) ? withCleanKeys(entry) : entry;
	}) as string | undefined;
	return text ?? 'null';
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isUnclean = (key: string) => storableText(key) !== key;

function withCleanKeys(value: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [storableText(key), entry]),
	);
}
