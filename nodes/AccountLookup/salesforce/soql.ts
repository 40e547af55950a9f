/**
 * Salesforce refuses URLs over 16,384 bytes; the path, host and headers need some of them. The reserve
 * also keeps clear of proxies that allow less.
 */
const MAX_ENCODED_LENGTH = 14_000;

const LITERAL_ESCAPES: Record<string, string> = {
	'\\': '\\\\',
	"'": "\\'",
	'"': '\\"',
	'\n': '\\n',
	'\r': '\\r',
	'\t': '\\t',
	'\b': '\\b',
	'\f': '\\f',
};

/**
 * A SOQL string literal, quotes included, that means exactly `text`. jsforce itself escapes only the
 * single quote, so that a backslash before one would end the literal. Source of the escapes: Salesforce
 * SOQL reference, "Quoted String Escape Sequences"; any other backslash is an error there.
 */
export function soqlString(text: string): string {
	return `'${escapeLiteral(text)}'`;
}

/** A SOQL LIKE pattern, quotes included, that finds `text` anywhere and gives its % and _ no meaning. */
export function soqlContains(text: string): string {
	return `'%${escapePattern(text)}%'`;
}

/** A SOQL LIKE pattern, quotes included, that finds what ends with `text` and gives its % and _ no meaning. */
export function soqlEndsWith(text: string): string {
	return `'%${escapePattern(text)}'`;
}

/** What a host is written after in a website or a list of domains; "" where the text begins with it. */
const HOST_STARTS = [
	...['', '%.', '%/', '%@', '% ', '%,', '%;', '%|', '%\n', '%\t'],
	...['%"', '%<', '%(', '%['],
];

/**
 * SOQL LIKE patterns, quotes included, that find a domain only where a host or a part of one begins: not
 * "ing.com" in "consulting.com". Many in number, so meant for domains that turn up within others.
 */
export function soqlHostPatterns(domain: string): string[] {
	return HOST_STARTS.map((start) => `'${escapeLiteral(start)}${escapePattern(domain)}%'`);
}

/**
 * Whether a name can stand in a query as a field: letters, digits and underscores, with up to four
 * relationships before it (Salesforce allows five levels).
 */
export function isFieldPath(name: string): boolean {
	return /^[A-Za-z]\w{0,79}(\.[A-Za-z]\w{0,79}){0,4}$/.test(name);
}

/**
 * Builds as few queries as fit into a URL: each holds some of the values.
 * @param build makes the query of some values
 */
export function splitQuery<T>(
	values: readonly T[],
	build: (some: T[]) => string,
): Array<{ soql: string; values: T[] }> {
	const queries: Array<{ soql: string; values: T[] }> = [];
	let some: T[] = [];
	const empty = encodedLength(build([]));
	let length = empty;
	for (const value of values) {
		const added = encodedLength(build([value])) - empty + ENCODED_SEPARATOR;
		if (some.length > 0 && length + added > MAX_ENCODED_LENGTH) {
			queries.push({ soql: build(some), values: some });
			some = [];
			length = empty;
		}
		some.push(value);
		length += added;
	}
	if (some.length > 0) queries.push({ soql: build(some), values: some });
	return queries;
}

/** The longest separator between two values, " OR ", as a URL writes it. */
const ENCODED_SEPARATOR = '%20OR%20'.length;

function encodedLength(text: string): number {
	return encodeURIComponent(text).length;
}

function escapePattern(text: string): string {
	return escapeLiteral(text).replace(/[%_]/g, '\\$&');
}

function escapeLiteral(text: string): string {
	return (
		text
			// A lone surrogate can't be sent in a URL, nor stand in a record.
			.replace(/\p{Surrogate}/gu, '\ufffd')
			.replace(
				/[\\'"]|\p{Cc}/gu,
				(character) => LITERAL_ESCAPES[character] ?? unicodeEscape(character),
			)
	);
}

function unicodeEscape(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
