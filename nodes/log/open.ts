import { accountKeyOf } from './alerts';
import type { Database } from './database';
import { recordDecision } from './decisions';
import { LogError } from './errors';
import {
	adoptMessages,
	endForeignLeases,
	leaseMessages,
	renewLease,
	settleMessages,
	takeIn,
} from './inbox';
import {
	accountFacts,
	accountMessages,
	findAliases,
	readTriggers,
	saveAccountFacts,
	saveAlias,
	saveGateConfig,
	saveToken,
	saveTrigger,
	useToken,
} from './knowledge';
import { recordDelivery, settleDelivery } from './deliveryAnswers';
import { leaseDelivery, queueDelivery } from './outbox';
import { findMessages, purge, tryAgain } from './people';
import { endAbandoned, takeProblems } from './problems';
import { openPostgres } from './postgres';
import { migrate } from './schema';
import { readLogPlace, type LogPlace } from './settings';
import { openSqlite } from './sqlite';
import type { Decision, RecordedDecision, TicketLog } from './ticketLog';

/** One log a place and process, however many nodes ask for it. */
const opened = new Map<string, Promise<TicketLog>>();

/**
 * The log of this n8n, opened and brought to this version's schema the first time it is asked for. One
 * that could not be opened is tried again at the next call.
 * @throws LogError saying what to do
 */
export async function openLog(place: LogPlace = readLogPlace()): Promise<TicketLog> {
	const key = place.kind === 'sqlite' ? place.file : place.url;
	const known = opened.get(key);
	if (known !== undefined) return await known;
	const opening = open(place, () => opened.delete(key));
	opened.set(key, opening);
	opening.catch(() => opened.delete(key));
	return await opening;
}

async function open(place: LogPlace, onClose: () => void): Promise<TicketLog> {
	const database =
		place.kind === 'sqlite' ? await openSqlite(place.file, onClose) : await openPostgres(place.url);
	try {
		await migrate(database, new Date());
	} catch (error) {
		await database.close();
		throw error;
	}
	return toTicketLog(database, onClose);
}

/** The log on a database whose schema is there. */
export function toTicketLog(database: Database, onClose: () => void = () => {}): TicketLog {
	const { query } = database;
	return {
		kind: database.kind,
		place: database.place,
		takeIn: async (message, now) => {
			const taken = await takeIn(query, message, now);
			if (taken.outcome !== 'known') database.announce('inbox');
			return taken;
		},
		leaseMessages: async (options, now) => await leaseMessages(query, options, now),
		renewLease: async (token, until) => await renewLease(query, token, until),
		settleMessages: async (token, end, now) =>
			await database.transaction(async (inside) => await settleMessages(inside, token, end, now)),
		endForeignLeases: async (now) => await endForeignLeases(query, now),
		endAbandoned: async (now) => await endAbandoned(query, now),
		adoptMessages: async (trigger, now) => await adoptMessages(query, trigger, now),
		recordDecisions: async (decisions, now) => {
			const recorded = await recordAll(database, decisions, now);
			if (recorded.some(({ kind }) => kind !== undefined)) database.announce('outbox');
			return recorded;
		},
		leaseDelivery: async (leaseMs, now) =>
			await database.transaction(async (inside) => await leaseDelivery(inside, leaseMs, now)),
		recordDelivery: async (id, attempt, answer, now) => {
			const recorded = await database.transaction(
				async (inside) => await recordDelivery(inside, id, attempt, answer, now),
			);
			database.announce('outbox');
			return recorded;
		},
		settleDelivery: async (token, answer, now) =>
			await database.transaction(
				async (inside) => await settleDelivery(inside, token, answer, now),
			),
		takeProblems: async (now) =>
			await database.transaction(async (inside) => await takeProblems(inside, now)),
		queueDelivery: async (kind, onceKey, content, now) => {
			const isQueued = await queueDelivery(query, kind, onceKey, content, now);
			if (isQueued) database.announce('outbox');
			return isQueued;
		},
		findMessages: async (filter) => await findMessages(query, filter),
		tryAgain: async (what, now) => {
			const again = await database.transaction(async (inside) => await tryAgain(inside, what, now));
			if (again.messages > 0) database.announce('inbox');
			if (again.deliveries > 0) database.announce('outbox');
			return again;
		},
		purge: async (limits) => await purge(query, limits, new Date()),
		accountMessages: async (ids, since, minimumScore) =>
			await accountMessages(query, ids, since, minimumScore),
		saveAlias: async (alias, now) => await saveAlias(query, alias, now),
		findAliases: async (addresses) => await findAliases(query, addresses),
		accountFacts: async (ids, sinceDay) => await accountFacts(query, ids, sinceDay),
		saveAccountFacts: async (accounts, now) => await saveAccountFacts(query, accounts, now),
		saveToken: async (token) => await saveToken(query, token),
		useToken: async (hash, now) => await useToken(query, hash, now),
		saveGateConfig: async (hash, rules, now) => await saveGateConfig(query, hash, rules, now),
		saveTrigger: async (trigger, now) => await saveTrigger(query, trigger, now),
		triggers: async () => await readTriggers(query),
		onNews: (news, listener) => database.onNews(news, listener),
		close: async () => {
			onClose();
			await database.close();
		},
	};
}

/**
 * All decisions in one transaction; where one of them cannot be written, each in a transaction of its
 * own, so that it takes none of the others with it.
 */
async function recordAll(
	database: Database,
	decisions: readonly Decision[],
	now: Date,
): Promise<RecordedDecision[]> {
	// In one order everywhere, so that two batches about the same accounts do not wait for each other.
	const inOrder = [...decisions.entries()].sort(([, a], [, b]) =>
		orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0,
	);
	const results: RecordedDecision[] = [];
	const record = async (entries: typeof inOrder) => {
		const recorded = await database.transaction(async (query) => {
			const inside: Array<[number, RecordedDecision]> = [];
			for (const [index, decision] of entries) {
				inside.push([index, await recordDecision(query, decision, now)]);
			}
			return inside;
		});
		for (const [index, one] of recorded) results[index] = one;
	};
	try {
		await record(inOrder);
	} catch (error) {
		// With the database away, each of them would only wait for it again.
		const isPassing = error instanceof LogError && error.isPassing;
		if (isPassing || inOrder.length === 1) throw error;
		const errors: unknown[] = [];
		for (const entry of inOrder) {
			await record([entry]).catch((itemError: unknown) => errors.push(itemError));
		}
		// What could be written stands; the run fails all the same, and the rest is tried again.
		if (errors.length > 0) throw errors[0];
	}
	return results;
}

const orderOf = (decision: Decision) =>
	`${accountKeyOf(decision, decision.ticket.isTest === true)} ${decision.ticket.key}`;
