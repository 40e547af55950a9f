import { setImmediate } from 'node:timers/promises';

import type { AddressMask } from '../core/privacy/addressMask';
import { storableJson } from '../core/values/storable';
import type { Query, SqlRow, SqlValue } from './database';
import { numberIn, textIn } from './rows';
import { TEXT_TABLES, type TextTable } from './textColumns';

/** Rows of one statement: SQLite works in the foreground, and months of messages must hold up nobody. */
const PAGE = 500;

/** Chooses rows of a table. */
export interface Condition {
	condition: string;
	values: SqlValue[];
}

/** The rows of messages that a transaction looks at: those found before it, and what has come or changed since. */
export function messagesSince(ids: readonly string[], since: Date): Condition[] {
	return [
		{ condition: 'id in {list $1}', values: [storableJson(ids)] },
		{
			condition: `(ended_at >= $1 or state in ('received', 'alerting'))`,
			values: [since.getTime()],
		},
	];
}

/** The messages in which an address may stand; months of them are read before anything is held. */
export async function messagesWith(query: Query, patterns: readonly string[]): Promise<string[]> {
	const ids: string[] = [];
	for (const table of TEXT_TABLES.filter((one) => one.table === 'messages')) {
		for await (const page of pagesOf(query, table)) {
			const rows = await query(selectOf(table, ['id'], page, patterns), [
				...page.values,
				...patterns,
			]);
			ids.push(...rows.flatMap((row) => textIn(row, 'id') ?? []));
		}
	}
	return ids;
}

/**
 * Masks an address wherever it stands in the log, also where others wrote it.
 * @param patterns for `like`, in lower case with "!" as escape: they find at least the rows in which the address stands
 * @param messages which messages are looked at; of all other tables every row is
 * @param changed called with the table and the key of each row
 */
export async function maskAddress(
	query: Query,
	patterns: readonly string[],
	mask: AddressMask,
	messages: readonly Condition[],
	changed: (table: string, key: string) => void,
): Promise<void> {
	for (const table of TEXT_TABLES) {
		const columns = [...new Set([...table.key, ...textsOf(table)])];
		for await (const page of table.table === 'messages' ? messages : pagesOf(query, table)) {
			const rows = await query(selectOf(table, columns, page, patterns), [
				...page.values,
				...patterns,
			]);
			for (const row of rows) {
				if (await maskRow(query, table, row, mask)) changed(table.table, keyOf(table, row));
			}
		}
	}
}

const textsOf = ({ texts, json = [] }: TextTable) => [...texts, ...json];

function selectOf(
	table: TextTable,
	columns: readonly string[],
	{ condition, values }: Condition,
	patterns: readonly string[],
): string {
	const texts = textsOf(table).map((name) => `coalesce(${name}, '')`);
	const all = `lower(${texts.join(` || ' ' || `)})`;
	const likes = patterns.map((_, index) => `${all} like $${values.length + index + 1} escape '!'`);
	return `select ${columns.join(', ')} from @${table.table} where ${condition} and (${likes.join(' or ')})`;
}

/** Conditions that each choose some rows of a table, all of them together all rows. */
export async function* pagesOf(
	query: Query,
	{ table, key, isNumbered = false }: Pick<TextTable, 'table' | 'key' | 'isNumbered'>,
): AsyncGenerator<Condition> {
	const [first = ''] = key;
	let after: SqlValue = isNumbered ? -1 : '';
	for (;;) {
		const [row]: SqlRow[] = await query(
			`select ${first} as last from @${table} where ${first} > $1 order by ${first} limit 1 offset ${PAGE}`,
			[after],
		);
		const last: SqlValue | undefined = row && (textIn(row, 'last') ?? numberIn(row, 'last'));
		if (last === undefined) {
			yield { condition: `${first} > $1`, values: [after] };
			return;
		}
		yield { condition: `${first} > $1 and ${first} <= $2`, values: [after, last] };
		after = last;
		// Everybody else's turn.
		await setImmediate();
	}
}

async function maskRow(
	query: Query,
	{ table, key, texts, json = [] }: TextTable,
	row: SqlRow,
	mask: AddressMask,
): Promise<boolean> {
	const changes: Array<[string, string]> = [];
	for (const column of [...texts, ...json]) {
		const text = textIn(row, column);
		if (text === undefined) continue;
		const masked = json.includes(column) ? maskJson(text, mask) : mask.hide(text);
		if (masked !== text) changes.push([column, masked]);
	}
	if (changes.length === 0) return false;
	const sets = changes.map(([column], index) => `${column} = $${index + 1}`);
	const which = key.map((column, index) => `${column} = $${changes.length + index + 1}`);
	await query(`update @${table} set ${sets.join(', ')} where ${which.join(' and ')}`, [
		...changes.map(([, value]) => value),
		...key.map((column) => row[column] ?? null),
	]);
	return true;
}

const keyOf = ({ key }: TextTable, row: SqlRow) => key.map((name) => String(row[name])).join(' ');

/** An address that begins a line stands behind "\n" in JSON, so it is looked for in the texts themselves. */
function maskJson(text: string, mask: AddressMask): string {
	const value = jsonOf(text);
	if (value === undefined) return mask.hide(text);
	const before = storableJson(value);
	const after = storableJson(mask.hideIn(value));
	return before === after ? text : after;
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
