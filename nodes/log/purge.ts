import { setImmediate } from 'node:timers/promises';

import type { Query } from './database';
import type { Purged } from './ticketLog';

/** How long the text of a message that failed or waits in Review is kept, so that it can be decided again, in days. */
const UNDECIDED_TEXT_DAYS = 14;
/** How long a link whose time is over is still told from one that is none of ours, in days. */
const EXPIRED_TOKEN_DAYS = 60;
const DAY_MS = 86_400_000;
/** Rows of one statement: SQLite works in the foreground, and months of messages must hold up nobody. */
const PAGE = 200;

const CLEAR_TEXTS = `
	update @messages set subject = null, summary = null, signals = null, requester_name = null, payload = null
	where id in (
		select id from @messages
		where ended_at < $1 and (subject is not null or summary is not null or signals is not null
			or requester_name is not null or payload is not null)
		limit ${PAGE}
	) returning id`;
const CLEAR_UNDECIDED = `
	update @messages set payload = null
	where id in (select id from @messages where ended_at < $1 and payload is not null limit ${PAGE})
	returning id`;
const CLEAR_ALERTS = `
	update @alerts set content = null
	where id in (
		select id from @alerts where last_message_at < $1 and content is not null limit ${PAGE}
	) returning id`;
const CLEAR_DELIVERIES = `
	update @deliveries set content = null
	where id in (
		select id from @deliveries where created_at < $1 and due_at is null and content is not null limit ${PAGE}
	) returning id`;
const DELETE_MESSAGES = `
	delete from @messages where id in (select id from @messages where ended_at < $1 limit ${PAGE}) returning id`;
const DELETE_DELIVERIES = `
	delete from @deliveries
	where id in (select id from @deliveries where created_at < $1 and due_at is null limit ${PAGE}) returning id`;
const DELETE_EVENTS = `
	delete from @alert_events where alert_id in (
		select id from @alerts where opened_at < $1 and closed_at < $1 order by opened_at limit ${PAGE}
	)`;
const DELETE_ALERTS = `
	delete from @alerts where id in (
		select id from @alerts where opened_at < $1 and closed_at < $1 order by opened_at limit ${PAGE}
	) returning id`;

const DELETE_TICKETS = `
	delete from @tickets
	where ticket_key in (select ticket_key from @tickets where looked_at < $1 limit ${PAGE}) returning ticket_key`;
const DELETE_TOKENS = `
	delete from @tokens where hash in (select hash from @tokens where expires_at < $1 limit ${PAGE}) returning hash`;
const DELETE_BACKFILLS = `delete from @backfills where ended_at < $1 and started_at < $1`;

/** Clears out in steps, so that an inbox of years does not stand still for it. */
export async function purge(
	query: Query,
	{ textsBefore, deleteBefore }: { textsBefore: Date; deleteBefore?: Date },
	now: Date,
): Promise<Purged> {
	const inSteps = async (before: number, ...statements: string[]) => {
		let total = 0;
		for (;;) {
			let count = 0;
			for (const statement of statements) count = (await query(statement, [before])).length;
			total += count;
			if (count < PAGE) return total;
			await setImmediate();
		}
	};
	let messagesDeleted = 0;
	if (deleteBefore !== undefined) {
		const before = deleteBefore.getTime();
		messagesDeleted = await inSteps(before, DELETE_MESSAGES);
		await inSteps(before, DELETE_DELIVERIES);
		await inSteps(before, DELETE_EVENTS, DELETE_ALERTS);
		await inSteps(before, DELETE_TICKETS);
		await query(DELETE_BACKFILLS, [before]);
		await query('delete from @account_facts where day < $1', [
			deleteBefore.toISOString().slice(0, 10),
		]);
	}
	await inSteps(now.getTime() - EXPIRED_TOKEN_DAYS * DAY_MS, DELETE_TOKENS);
	const texts = textsBefore.getTime();
	const undecidedTexts = now.getTime() - UNDECIDED_TEXT_DAYS * DAY_MS;
	const messagesWithoutText = await inSteps(texts, CLEAR_TEXTS);
	await inSteps(undecidedTexts, CLEAR_UNDECIDED);
	await inSteps(Math.max(texts, undecidedTexts), CLEAR_DELIVERIES);
	await inSteps(texts, CLEAR_ALERTS);
	return { messagesWithoutText, messagesDeleted };
}
