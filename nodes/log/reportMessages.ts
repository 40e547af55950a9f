import { readTicket } from '../core/item/readers';
import type { Account, Route } from '../core/item/types';
import type { KeptText, LoggedScore, LoggedText, Period } from '../core/report/rows';
import { storableJson } from '../core/values/storable';
import type { Query, SqlRow } from './database';
import { pagesInOrder } from './pagesInOrder';
import { dateIn, listIn, numberIn, objectIn, storedKey, textIn, truthIn } from './rows';
import { accountOfRow } from './storedAccount';

/** Rows of one statement. */
const PAGE = 500;
/** The facts of an account are the same in many rows; read ones are kept until there are so many. */
const MOST_KEPT = 5000;

const ROUTES: readonly Route[] = ['alert', 'review', 'digest'];

const COLUMNS = `id, ticket_key, event, score, label, topic, flags, sentiment_version, account, requester_email,
	route, rules, config, backfill, waited_days`;

/** Of messages scored by another version than the given one; the others bring no text. */
const TEXTS = ['subject', 'summary', 'payload'].map(
	(column) => `case when sentiment_version is distinct from $4 then ${column} end as ${column}`,
);

const pageBy = (columns: string, time: string, condition: string) => `
	select ${columns}, ${time} as at from @messages
	where ${time} >= $1 and ${time} < $2 and (${time} > $1 or id > $3)
		and ${condition} and route is not null and is_test = 0
	order by ${time}, id limit ${PAGE}`;

const LIVE = (columns: string) => pageBy(columns, 'received_at', 'backfill = 0');
/** Months back came in at once; what counts is when they were written. */
const BACKFILLED = (columns: string) =>
	pageBy(columns, 'created_at', 'backfill = 1 and created_at is not null');

export async function* loggedScores(
	query: Query,
	period: Period,
	withTextsBut?: string,
): AsyncGenerator<LoggedScore[]> {
	const readFacts = accountReader();
	const withTexts = withTextsBut !== undefined;
	const columns = withTexts ? [COLUMNS, ...TEXTS].join(', ') : COLUMNS;
	const more = withTexts ? [withTextsBut] : [];
	const read = (statement: string) => pagesInOrder(query, { statement, size: PAGE }, period, more);
	for await (const rows of inOrder(read(LIVE(columns)), read(BACKFILLED(columns)))) {
		yield rows.map((row) => ({
			...toScore(row, readFacts),
			...(withTexts && textIn(row, 'sentiment_version') !== withTextsBut && { kept: keptIn(row) }),
		}));
	}
}

function keptIn(row: SqlRow): KeptText {
	const ticket = objectIn(row, 'payload');
	if (ticket !== undefined) return { whole: readTicket({ ticket }) };
	return { subject: textIn(row, 'subject'), summary: textIn(row, 'summary') };
}

/** The rows of two streams that are each in order, together in order. */
async function* inOrder(
	one: AsyncGenerator<SqlRow[]>,
	other: AsyncGenerator<SqlRow[]>,
): AsyncGenerator<SqlRow[]> {
	const next = async (pages: AsyncGenerator<SqlRow[]>): Promise<SqlRow[]> =>
		(await pages.next()).value ?? [];
	let [left, right] = [await next(one), await next(other)];
	while (left.length > 0 && right.length > 0) {
		// What is behind the nearer end may still come before rows of the other's next page.
		const end = Math.min(lastTime(left), lastTime(right));
		const isIn = (row: SqlRow) => timeIn(row) <= end;
		yield [...left.filter(isIn), ...right.filter(isIn)].sort((a, b) => timeIn(a) - timeIn(b));
		left = left.filter((row) => !isIn(row));
		right = right.filter((row) => !isIn(row));
		if (left.length === 0) left = await next(one);
		if (right.length === 0) right = await next(other);
	}
	for (; left.length > 0; left = await next(one)) yield left;
	for (; right.length > 0; right = await next(other)) yield right;
}

const timeIn = (row: SqlRow) => numberIn(row, 'at') ?? 0;
const lastTime = (rows: readonly SqlRow[]) => timeIn(rows.at(-1) ?? {});

function toScore(row: SqlRow, readFacts: (row: SqlRow) => Account | undefined): LoggedScore {
	const waitedDays = numberIn(row, 'waited_days');
	return {
		id: textIn(row, 'id') ?? '',
		ticketKey: textIn(row, 'ticket_key') ?? '',
		event: textIn(row, 'event') ?? 'new',
		receivedAt: new Date(timeIn(row)),
		score: numberIn(row, 'score'),
		label: textIn(row, 'label'),
		topic: textIn(row, 'topic'),
		flags: listIn(row, 'flags').filter((flag) => typeof flag === 'string'),
		version: textIn(row, 'sentiment_version'),
		account: readFacts(row),
		requesterEmail: textIn(row, 'requester_email')?.toLowerCase(),
		...(waitedDays !== undefined && { waitedDays }),
		route: ROUTES.find((route) => route === textIn(row, 'route')) ?? 'digest',
		rules: namedIn(row, 'rules').map(({ id }) => id),
		config: textIn(row, 'config'),
		isBackfill: truthIn(row, 'backfill'),
	};
}

const firstBy = (time: string, condition: string) => `
	select ${time} as at from @messages
	where ${condition} and route is not null and is_test = 0 order by ${time} limit 1`;

const FIRST_LIVE = firstBy('received_at', 'backfill = 0');

export async function firstLiveAt(query: Query): Promise<Date | undefined> {
	const [row] = await query(FIRST_LIVE);
	return row === undefined ? undefined : dateIn(row, 'at');
}

export async function firstDecidedAt(query: Query): Promise<Date | undefined> {
	const [row] = await query(
		`select min(at) as at from (
			select at from (${FIRST_LIVE}) live
			union all
			select at from (${firstBy('created_at', 'backfill = 1 and created_at is not null')}) months_back
		) firsts`,
	);
	return row === undefined ? undefined : dateIn(row, 'at');
}

/** So many are asked what scored them: a single one may be machine mail, which no model is asked about. */
const NEWEST = 200;

export async function newestScoreVersion(query: Query): Promise<string | undefined> {
	const [row] = await query(
		`select sentiment_version, count(*) as messages from (
			select sentiment_version from @messages
			where sentiment_version is not null and is_test = 0
			order by received_at desc limit ${NEWEST}
		) newest group by sentiment_version order by messages desc, sentiment_version limit 1`,
	);
	return row === undefined ? undefined : textIn(row, 'sentiment_version');
}

function accountReader(): (row: SqlRow) => Account | undefined {
	const kept = new Map<string, Account | undefined>();
	return (row) => {
		const text = textIn(row, 'account');
		if (text === undefined) return undefined;
		if (kept.has(text)) return kept.get(text);
		if (kept.size >= MOST_KEPT) kept.clear();
		const account = accountOfRow(row);
		kept.set(text, account);
		return account;
	};
}

/** The entries of a JSON list that have an ID, with what people call them. */
export function namedIn(row: SqlRow, column: string): Array<{ id: string; name: string }> {
	return listIn(row, column).flatMap((entry) => {
		const { id, name } = (entry ?? {}) as { id?: unknown; name?: unknown };
		if (typeof id !== 'string') return [];
		return [{ id, name: typeof name === 'string' ? name : id }];
	});
}

/** When a customer wrote, also where the message came in months later. */
const WRITTEN =
	'(case when backfill = 1 then coalesce(created_at, received_at) else received_at end)';
const TEXT_COLUMNS = `id, ticket_key, ${WRITTEN} as at, score, topic, subject, summary, url, account_id, account`;

export async function loggedTexts(query: Query, ids: readonly string[]): Promise<LoggedText[]> {
	if (ids.length === 0) return [];
	const rows = await query(
		`select ${TEXT_COLUMNS} from @messages where id in {list $1} order by at, id`,
		[storableJson(ids)],
	);
	return rows.map(toText);
}

export async function worstTexts(
	query: Query,
	accountId: string,
	{ since, until }: Period,
	most: number,
): Promise<LoggedText[]> {
	const rows = await query(
		`select ${TEXT_COLUMNS} from @messages
		where account_id = $1 and ${WRITTEN} >= $2 and ${WRITTEN} < $3 and score is not null and is_test = 0
		order by score desc, at desc limit ${Math.max(1, Math.floor(most))}`,
		[storedKey(accountId), since.getTime(), until.getTime()],
	);
	return rows.map(toText);
}

function toText(row: SqlRow): LoggedText {
	return {
		id: textIn(row, 'id') ?? '',
		ticketKey: textIn(row, 'ticket_key') ?? '',
		receivedAt: new Date(timeIn(row)),
		accountId: textIn(row, 'account_id'),
		accountName: accountOfRow(row)?.name,
		score: numberIn(row, 'score'),
		topic: textIn(row, 'topic'),
		subject: textIn(row, 'subject'),
		summary: textIn(row, 'summary'),
		url: textIn(row, 'url'),
	};
}
