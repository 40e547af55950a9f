import { adoptMessages } from './adopt';
import { alertLifeOf } from './alertLife';
import { backfills, saveBackfillPage, setBackfillState, startBackfill } from './backfills';
import type { Database } from './database';
import type { IntakeLog } from './intakeLog';
import { leaseMessages, settleMessages } from './inbox';
import {
	accountFacts,
	accountMessages,
	findAliases,
	saveAccountFacts,
	saveAlias,
	saveGateConfig,
	waitingRequesters,
} from './knowledge';
import { holdDelivery, recordDelivery, settleDelivery } from './deliveryAnswers';
import { sendDueFollowUps } from './dueFollowUps';
import { endForeignLeases, renewLease } from './lease';
import { recordLooks, ticketRecords } from './looks';
import { leaseNotices, notice, postponeNotices } from './notices';
import { leaseDelivery, queueDelivery } from './outbox';
import { findMessages, tryAgain } from './people';
import { endAbandoned, leaseProblems, problemTold, renewProblem } from './problems';
import { openPostgres } from './postgres';
import { purge } from './purge';
import { recordAll } from './recordAll';
import { alertMessages, loggedAlerts, standingAlerts } from './reportAlerts';
import { messageCounts, unsettledMessages } from './reportDigest';
import { gateConfig, newestGateConfig } from './reportGates';
import type { ReportLog } from './reportLog';
import {
	firstDecidedAt,
	firstLiveAt,
	loggedScores,
	loggedTexts,
	newestScoreVersion,
	worstTexts,
} from './reportMessages';
import { migrate } from './schema';
import { setupLogOf } from './setupLog';
import { readLogPlace, type LogPlace } from './settings';
import { openSqlite } from './sqlite';
import { takeIn } from './takeIn';
import type { TicketLog } from './ticketLog';
import {
	intakeStatus,
	readTriggers,
	rememberHeard,
	rememberTakenIn,
	saveTrigger,
	beginAnew,
	saveTriggerProgress,
	triggerProgress,
} from './triggers';

/** One log a place and process, however many nodes ask for it. */
const opened = new Map<string, Promise<TicketLog>>();

/**
 * The log of this n8n, opened and brought to this version's schema the first time it is asked for. One
 * that could not be opened is tried again at the next call.
 * @throws LogError saying what to do
 */
export async function openLog(place: LogPlace = readLogPlace()): Promise<TicketLog> {
	const key = keyOf(place);
	const known = opened.get(key);
	if (known !== undefined) return await known;
	const opening = open(place, () => opened.delete(key));
	opened.set(key, opening);
	opening.catch(() => opened.delete(key));
	return await opening;
}

/**
 * The log where this process has it open already: for what is written by the way, and must make no log and wait for none.
 * @throws LogError when it cannot be told where the log is, or its opening fails
 */
export async function logInUse(place: LogPlace = readLogPlace()): Promise<TicketLog | undefined> {
	return await opened.get(keyOf(place));
}

const keyOf = (place: LogPlace) => (place.kind === 'sqlite' ? place.file : place.url);

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
	const heard = rememberHeard(query);
	const takesTakenIn = rememberTakenIn(query);
	return {
		kind: database.kind,
		place: database.place,
		takeIn: async (message, now) => {
			// Beside each other, so that they share a commit.
			const [taken] = await Promise.all([takeIn(query, message, now), heard(message.source, now)]);
			if (taken.outcome !== 'known') database.announce('inbox');
			return taken;
		},
		leaseMessages: async (options, now) => {
			await takesTakenIn(options.source, options.alsoTakenIn === true);
			return await leaseMessages(query, options, now);
		},
		renewLease: async (token, until) => await renewLease(query, token, until),
		settleMessages: async (token, end, now) =>
			await database.transaction(async (inside) => await settleMessages(inside, token, end, now)),
		endForeignLeases: async (now) => await endForeignLeases(query, now),
		endAbandoned: async (now) =>
			await database.transaction(async (inside) => await endAbandoned(inside, now)),
		adoptMessages: async (trigger, now) => await adoptMessages(query, trigger, now),
		recordDecisions: async (decisions, now) => {
			const recorded = await recordAll(database, decisions, now);
			if (recorded.some(({ kind }) => kind !== undefined)) database.announce('outbox');
			return recorded;
		},
		leaseDelivery: async (leaseMs, now) => {
			await sendDueFollowUps(database, now);
			return await database.transaction(
				async (inside) => await leaseDelivery(inside, leaseMs, now),
			);
		},
		recordDelivery: async (id, attempt, answer, now) => {
			const recorded = await database.transaction(
				async (inside) => await recordDelivery(inside, id, attempt, answer, now),
			);
			database.announce('outbox');
			return recorded;
		},
		holdDelivery: async (id, attempt, until, now) =>
			await database.transaction(
				async (inside) => await holdDelivery(inside, id, attempt, until, now),
			),
		settleDelivery: async (token, answer, now) =>
			await database.transaction(
				async (inside) => await settleDelivery(inside, token, answer, now),
			),
		leaseProblems: async (leaseMs, now) =>
			await database.transaction(async (inside) => await leaseProblems(inside, leaseMs, now)),
		renewProblem: async (lease, until) => await renewProblem(query, lease, until),
		problemTold: async (lease, now) => await problemTold(query, lease, now),
		queueDelivery: async (kind, onceKey, content, now) => {
			const isQueued = await queueDelivery(query, kind, onceKey, content, now);
			if (isQueued) database.announce('outbox');
			return isQueued;
		},
		findMessages: async (filter) => await findMessages(query, filter),
		tryAgain: async (what, now) => {
			const { messages, looks, deliveries } = await database.transaction(
				async (inside) => await tryAgain(inside, what, now),
			);
			if (messages > 0) database.announce('inbox');
			if (looks > 0) database.announce('notices');
			if (deliveries > 0) database.announce('outbox');
			return { messages: messages + looks, deliveries };
		},
		forgetPerson: async (email, options, now) => {
			// Seldom, and with a list of domains that takes memory.
			const { forgetPerson } = await import('./forgetPerson');
			return await forgetPerson(database, email, options, now);
		},
		purge: async (limits) => await purge(query, limits, new Date()),
		accountMessages: async (ids, since, minimumScore) =>
			await accountMessages(query, ids, since, minimumScore),
		saveAlias: async (alias, now) => await saveAlias(query, alias, now),
		findAliases: async (addresses) => await findAliases(query, addresses),
		waitingRequesters: async (workflowId, limit) =>
			await waitingRequesters(query, workflowId, limit),
		accountFacts: async (ids, sinceDay) => await accountFacts(query, ids, sinceDay),
		saveAccountFacts: async (accounts, now) => await saveAccountFacts(query, accounts, now),
		saveGateConfig: async (hash, rules, now) => await saveGateConfig(query, hash, rules, now),
		saveTrigger: async (trigger, now) => await saveTrigger(query, trigger, now),
		triggers: async () => await readTriggers(query),
		intakeStatus: async () => await intakeStatus(query),
		...intakeOf(database, heard),
		...alertLifeOf(database),
		...reportsOf(database),
		...setupLogOf(database),
		onNews: (news, listener) => database.onNews(news, listener),
		close: async () => {
			onClose();
			await database.close();
		},
	};
}

/** The part of the log that reports read. */
function reportsOf({ query }: Database): ReportLog {
	return {
		loggedScores: (period, withTextsBut) => loggedScores(query, period, withTextsBut),
		firstDecidedAt: async () => await firstDecidedAt(query),
		firstLiveAt: async () => await firstLiveAt(query),
		loggedAlerts: (period) => loggedAlerts(query, period),
		alertMessages: async (alertIds) => await alertMessages(query, alertIds),
		standingAlerts: (until) => standingAlerts(query, until),
		unsettledMessages: (period) => unsettledMessages(query, period),
		messageCounts: async (period) => await messageCounts(query, period),
		loggedTexts: async (ids) => await loggedTexts(query, ids),
		worstTexts: async (accountId, period, most) => await worstTexts(query, accountId, period, most),
		gateConfig: async (hash) => await gateConfig(query, hash),
		newestScoreVersion: async () => await newestScoreVersion(query),
		newestGateConfig: async () => await newestGateConfig(query),
	};
}

/** The part of the log behind webhooks that only name a ticket. */
function intakeOf(
	database: Database,
	heard: (source: string, now: Date) => Promise<void>,
): IntakeLog {
	const { query } = database;
	return {
		notice: async (notices, now) => {
			const sources = notices.flatMap((one) => (one.foundBy === 'webhook' ? one.source : []));
			await Promise.all([
				notice(database, notices, now),
				...[...new Set(sources)].map(async (source) => await heard(source, now)),
			]);
			if (notices.length > 0) database.announce('notices');
		},
		leaseNotices: async (options, now) =>
			await database.transaction(async (inside) => await leaseNotices(inside, options, now)),
		recordLooks: async (token, results, now) => {
			const { taken, isWaiting } = await database.transaction(
				async (inside) => await recordLooks(inside, token, results, now),
			);
			if (isWaiting) database.announce('inbox');
			return { taken };
		},
		postponeNotices: async (token, why, now) =>
			await database.transaction(async (inside) => await postponeNotices(inside, token, why, now)),
		ticketRecords: async (keys) => await ticketRecords(query, keys),
		triggerProgress: async (source) => await triggerProgress(query, source),
		beginAnew: async (source, goneSince, now) => await beginAnew(query, source, goneSince, now),
		saveTriggerProgress: async (source, progress) =>
			await saveTriggerProgress(query, source, progress),
		startBackfill: async (backfill, now) => {
			const started = await startBackfill(query, backfill, now);
			database.announce('notices');
			return started;
		},
		setBackfillState: async (id, state, now) => {
			const changed = await setBackfillState(database, id, state, now);
			if (changed.state === 'running') {
				database.announce('notices');
				database.announce('inbox');
			}
			return changed;
		},
		saveBackfillPage: async (id, page, now) =>
			await database.transaction(async (inside) => await saveBackfillPage(inside, id, page, now)),
		backfills: async (filter) => await backfills(query, filter, new Date()),
	};
}
