import { randomBytes } from 'node:crypto';
import { domainToUnicode } from 'node:url';

import { readEmail } from '../core/account/email';
import { addressMask } from '../core/privacy/addressMask';
import type { Database, Query } from './database';
import { LogError } from './errors';
import { clearAlerts, holdAlerts } from './forgottenAlerts';
import { clearMessages, messagesOfSender, type TheirMessage } from './forgottenMessages';
import { maskAddress, messagesSince, messagesWith, pagesOf, type Condition } from './maskAddress';
import { takenBack } from './takenBack';

/** What was, or would be, taken out of the log. */
export interface Forgotten {
	/** The address in the form in which addresses are compared. */
	address: string;
	/** Rows that changed or went, by table; tables without any are left out. */
	rows: Record<string, number>;
	/** Of these, messages that were under way or in Review and ended by it. */
	messagesEnded: number;
	/** Messages to owners that were taken back before they were sent. */
	deliveriesWithdrawn: number;
	/** Alerts that ended, since nobody had been told of them. */
	alertsClosed: number;
	/** Messages in Slack that tell of the person's tickets, as far as the log knows where they are. */
	slackMessages: Array<{ channel: string; ts: string }>;
	/** Whether the words are out of the database's files, too; absent where nothing was changed. */
	areFilesClean?: boolean;
}

/**
 * Takes a person out of the log, in one transaction: their words, their name and their address, wherever those stand.
 * Scores, labels, topics, accounts and times stay, and their messages still count as those of one sender.
 * @param email as somebody typed it; another address of the same person is another address
 * @throws LogError when it is not one address
 */
export async function forgetPerson(
	database: Database,
	email: string,
	{ isOnlyCount }: { isOnlyCount: boolean },
	now: Date,
): Promise<Forgotten> {
	const reading = readEmail(email);
	if ('problem' in reading) {
		throw new LogError(
			`"${email}" is not one email address. Enter it as the person's tickets have it`,
		);
	}
	const { address, local, host } = reading.email;
	const addresses = [...new Set([address, `${local}@${domainToUnicode(host)}`])];
	const where = await findMessages(database.query, address, addresses, now);
	const work = async (query: Query) => await forget(query, address, addresses, where, now);
	if (isOnlyCount) return await takenBack(database, work);
	return { ...(await database.transaction(work)), areFilesClean: await database.cleanFiles() };
}

/** No clock of a worker is behind by more. */
const CLOCKS_DIFFER_MS = 10 * 60_000;

/** Reads months of messages before anything is held; the transaction looks at what this found, and at what is newer. */
async function findMessages(
	query: Query,
	address: string,
	addresses: readonly string[],
	now: Date,
): Promise<Condition[]> {
	const all = pagesOf(query, { table: 'messages', key: ['id'] });
	const theirs = await messagesOfSender(query, address, patternOf(address), all);
	const patterns = writingsOf(addresses, theirs).map(patternOf);
	const ids = [...theirs.map(({ id }) => id), ...(await messagesWith(query, patterns))];
	return messagesSince(ids, new Date(now.getTime() - CLOCKS_DIFFER_MS));
}

async function forget(
	query: Query,
	address: string,
	addresses: readonly string[],
	where: readonly Condition[],
	now: Date,
): Promise<Forgotten> {
	const keys = new Map<string, Set<string>>();
	const changed = (table: string, key: string) => {
		keys.set(table, (keys.get(table) ?? new Set()).add(key));
	};
	const messages = await messagesOfSender(query, address, patternOf(address), where);
	const held = await holdAlerts(query, messages);
	const mask = `forgotten-${randomBytes(6).toString('hex')}`;
	const ids = messages.map(({ id }) => id);
	const messagesEnded = await clearMessages(query, ids, mask, now);
	for (const id of ids) changed('messages', id);
	const { withdrawn, closed, slackMessages } = await clearAlerts(query, held, {
		...{ address, messages, now, changed },
	});
	for (const one of await query<{ address: string }>(
		'delete from @aliases where address = $1 returning address',
		[address],
	)) {
		changed('aliases', one.address);
	}
	await query(`update @tickets set assignee_name = null where lower(assignee_email) = $1`, [
		address,
	]);
	const forms = writingsOf(addresses, messages);
	await maskAddress(query, forms.map(patternOf), addressMask(forms, mask), where, changed);
	return {
		address,
		rows: Object.fromEntries([...keys].map(([table, rows]) => [table, rows.size])),
		messagesEnded,
		deliveriesWithdrawn: withdrawn,
		alertsClosed: closed,
		slackMessages,
	};
}

/** How the address is written anywhere: as it is compared, in links, and as the person's tickets had it. */
function writingsOf(addresses: readonly string[], messages: readonly TheirMessage[]): string[] {
	const known = [...addresses, ...addresses.map(encodeURIComponent)];
	const others = messages
		.map(({ requesterEmail }) => requesterEmail.trim())
		.filter((written) => !known.some((one) => written.toLowerCase().includes(one)));
	return [...new Set([...known, ...others])];
}

/** Letters that the databases do not turn into lower case alike, and what JSON writes otherwise, may be anything. */
function patternOf(address: string): string {
	const plain = address.toLowerCase().replace(/[!%_]/g, '!$&');
	return `%${plain.replace(/[^ -~]+|["\\]/g, '%')}%`;
}
