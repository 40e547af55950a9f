import { comparableEmail, readEmail } from '../core/account/email';
import { TAKEN_IN } from '../core/log/source';
import type { Answer, AnswerResult } from './alertLog';
import { reviewedBecause } from './answerTargets';
import { attachSender, chosenAccount } from './attach';
import type { Query, SqlRow } from './database';
import { keepPostsTrue } from './reviewPosts';
import { storedText, textIn, truthIn } from './rows';

/** What people answer to a message in Review: whose it is, or that there is nothing to do. */

const MOST_REASON = 500;
const MOST_NAME = 200;
/** Of one sender; more than these have waited for nobody. */
const MOST_TOGETHER = 500;

interface Reviewed {
	result: AnswerResult;
	attached?: string[];
	isRunning?: boolean;
}

interface Context {
	by?: string;
	now: Date;
}

export async function answerReview(
	query: Query,
	messageRow: string,
	given: Answer,
	context: Context,
): Promise<Reviewed> {
	// Writes nothing new, but holds the row.
	const [message] = await query('update @messages set id = id where id = $1 returning *', [
		messageRow,
	]);
	if (message === undefined) return { result: 'unknown' };
	if (given.action !== 'attach' && given.action !== 'dismiss') return { result: 'unknown' };
	if (reviewedBecause(message) !== undefined) return { result: 'closed' };
	if (given.action === 'attach') return await attach(query, message, messageRow, given, context);
	const because = `${context.by ?? 'Somebody'} looked at it: nothing to do`;
	await endReview(query, messageRow, because, context);
	await query('update @messages set reason = reviewed_because, payload = null where id = $1', [
		messageRow,
	]);
	await keepPostsTrue(query, [messageRow], context.now);
	return { result: 'applied' };
}

async function attach(
	query: Query,
	message: SqlRow,
	messageRow: string,
	given: Answer,
	context: Context,
): Promise<Reviewed> {
	const { title } = chosenAccount(given);
	const email = textIn(message, 'requester_email');
	const attached = await attachSender(query, email, given, context.by, context.now);
	const because = `${context.by ?? 'Somebody'} attached it to ${title}`;
	await endReview(query, messageRow, because, context);
	const [name] = attached;
	if (name === undefined || email === undefined) {
		await keepPostsTrue(query, [messageRow], context.now);
		return { result: 'applied', attached };
	}
	const others = await waitingOf(query, name, email, truthIn(message, 'is_test'));
	await keepPostsTrue(query, [messageRow, ...others], context.now);
	for (const other of others) await endReview(query, other, because, context);
	let isRunning = false;
	for (const row of [messageRow, ...others]) {
		if (await runAgain(query, row, context.now)) isRunning = true;
	}
	return { result: 'applied', attached, isRunning };
}

/** Marks a message as looked at, so that it counts as waiting no more. */
async function endReview(
	query: Query,
	messageRow: string,
	because: string,
	{ by, now }: Context,
): Promise<void> {
	await query(
		`update @messages set reviewed_at = $2, reviewed_by = $3, reviewed_because = $4 where id = $1`,
		[messageRow, now.getTime(), storedText(by, MOST_NAME), storedText(because, MOST_REASON)],
	);
}

/** The other messages in Review that what was attached covers, held, in one order everywhere. */
async function waitingOf(
	query: Query,
	attached: string,
	email: string,
	isTest: boolean,
): Promise<string[]> {
	const isDomain = attached.startsWith('@');
	const rows = await query(
		`select id, requester_email from @messages
		where state = 'unattached' and reviewed_at is null and payload is not null and is_test = $1
			and lower(requester_email) like $2 escape '!'
		order by id limit ${MOST_TOGETHER}`,
		[isTest ? 1 : 0, `%${escaped(attached)}%`],
	);
	return rows.flatMap((row) => {
		const reading = readEmail(textIn(row, 'requester_email'));
		if ('problem' in reading) return [];
		const { address, host } = reading.email;
		const isCovered = isDomain ? `@${host}` === attached : address === comparableEmail(email);
		return isCovered ? (textIn(row, 'id') ?? []) : [];
	});
}

const escaped = (text: string) => text.toLowerCase().replace(/[!%_]/g, '!$&');

/**
 * Lets a message be decided anew, where its text is still there and somebody hands it out: what Record
 * Decision alone knows of would only fail after two days.
 */
async function runAgain(query: Query, messageRow: string, now: Date): Promise<boolean> {
	const changed = await query(
		`update @messages set state = 'received', reason = null, attempts = 0, due_at = $2, tried_since = $2,
			decided_at = null, ended_at = null, is_suspect = 0, vanished_runs = 0, told_at = null, telling_token = null,
			lease_token = null, lease_until = null
		where id = $1 and state = 'unattached' and payload is not null
			and (source = '${TAKEN_IN}' or source in (select source from @triggers))
		returning id`,
		[messageRow, now.getTime()],
	);
	return changed.length > 0;
}
