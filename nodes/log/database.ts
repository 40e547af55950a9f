/** A value as both databases store it: times are milliseconds since 1970, truth is 0 or 1, objects are JSON text. */
export type SqlValue = string | number | null;
export type SqlRow = Record<string, SqlValue>;

/**
 * Runs one statement and gives its rows. The text is a constant of this room, the same for both
 * databases: `$1` … stand for the values, `@name` for a table, `{list $1}` for the entries of a JSON
 * array, `{skip locked}` for passing over rows that another transaction holds.
 */
export type Query = <Row extends SqlRow = SqlRow>(
	text: string,
	values?: readonly SqlValue[],
) => Promise<Row[]>;

/** News that makes a trigger look at once instead of at its next round. */
export const NEWS = ['inbox', 'outbox', 'notices'] as const;
export type News = (typeof NEWS)[number];

/** One open database, whichever it is. All errors it throws are {@link LogError}. */
export interface Database {
	readonly kind: 'sqlite' | 'postgres';
	/** Where it is, in plain words and without any password. */
	readonly place: string;
	readonly query: Query;
	/** Runs all of `work` or none of it; one that lost a race for rows is run again. */
	transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
	/**
	 * Writes what was deleted out of the database's files, as far as that is ours to do.
	 * @returns whether it is gone from them; false where the server, or another reader, does it later
	 */
	cleanFiles(): Promise<boolean>;
	/** Tells all processes on this database. Never throws: a trigger looks by itself every few seconds. */
	announce(news: News): void;
	/** Calls back on news of any process, until the returned function is called. */
	onNews(news: News, listener: () => void): () => void;
	close(): Promise<void>;
}
