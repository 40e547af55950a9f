/** Longest text of one column, in UTF-16 units: PostgreSQL and people both have had enough by then. */
const MOST_TEXT = 1_000_000;

/**
 * Text as every database takes it: without NUL (PostgreSQL refuses the whole row), with lone
 * surrogates replaced, cut to `most` UTF-16 units at a whole character. Cleaning twice changes nothing more.
 */
export function storableText(text: string, most = MOST_TEXT): string {
	return cutText(text.replaceAll('\0', '').toWellFormed(), most);
}

/** The first `most` UTF-16 units of a text, never half of a character at the end. */
export function cutText(text: string, most: number): string {
	if (text.length <= most) return text;
	const last = text.charCodeAt(most - 1);
	const splitsPair = last >= 0xd800 && last <= 0xdbff;
	return text.slice(0, splitsPair ? most - 1 : most);
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
