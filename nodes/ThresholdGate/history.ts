import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import {
	groupByTopic,
	hashSettings,
	historyOfMessages,
	historySince,
	lowestScore,
	readHistoryRows,
	tellingTopic,
	withBatch,
	type BatchTicket,
	type Before,
	type GateSettings,
	type TopicMessage,
} from '../core/gate';
import { readAccount, readSentiment, readTicket, readTicketKey } from '../core/item/readers';
import { FRUSTRATED_FROM } from '../core/score/labels';
import { logInUse, openLog } from '../log/open';
import type { TicketLog } from '../log/ticketLog';
import { readSecondInput } from '../shared/secondInput';
import { reasonOf } from '../shared/reasonOf';
import { rememberRules } from './rememberRules';

const MINUTE_MS = 60_000;

/** A ticket of the batch that counts for those behind it. */
type Counting = BatchTicket & { topic: string };

/**
 * What happened before on the accounts and topics of a batch, with the batch itself: asked for once. Where
 * nothing is known of earlier tickets, the gate decides all the same.
 */
export async function readBefore(
	context: IExecuteFunctions,
	now: Date,
	settings: GateSettings,
): Promise<Before> {
	const items = context.getInputData().map(({ json }) => json);
	const batch = items.map(toBatchTicket);
	const { history, topics } = await readEarlier(context, items, now, settings);
	const own = batch.flatMap((ticket, position): TopicMessage[] =>
		ticket === undefined || ticket.score < FRUSTRATED_FROM ? [] : [{ ...ticket, position }],
	);
	return {
		history: history && withBatch(history, batch, now),
		topics: groupByTopic([...topics, ...own]),
	};
}

interface Earlier {
	history?: Before['history'];
	topics: readonly TopicMessage[];
}

async function readEarlier(
	context: IExecuteFunctions,
	items: readonly IDataObject[],
	now: Date,
	settings: GateSettings,
): Promise<Earlier> {
	if (settings.history !== 'log') {
		await rememberWithoutHistory(now, settings);
		const rows = settings.history === 'input' ? readSecondInput(context) : [];
		return { topics: [], ...(rows.length > 0 && { history: readHistoryRows(rows) }) };
	}
	const accountIds = [...new Set(items.flatMap((json) => accountIdOf(json) ?? []))];
	try {
		const log = await openLog();
		await rememberRules(log, hashSettings(settings), settings, now);
		const messages = await log.accountMessages(accountIds, historySince(now), FRUSTRATED_FROM);
		const openAlerts = await log.openAlerts(accountIds);
		const topics = await readTopics(log, items, now, settings);
		return { topics, history: historyOfMessages(messages, openAlerts) };
	} catch (error) {
		context.addExecutionHints({
			type: 'warning',
			location: 'outputPane',
			message: `Earlier tickets are unknown, since the log could not be read: ${reasonOf(error)}`,
		});
		return { topics: [] };
	}
}

/** A gate that asks the log nothing makes none, and waits for none: only one that is in use will report its rules. */
async function rememberWithoutHistory(now: Date, settings: GateSettings): Promise<void> {
	try {
		const log = await logInUse();
		if (log !== undefined) await rememberRules(log, hashSettings(settings), settings, now);
	} catch {
		// Nothing of the decision depends on it.
	}
}

/** Which accounts wrote of late about what may alert in this batch. */
async function readTopics(
	log: TicketLog,
	items: readonly IDataObject[],
	now: Date,
	{ incident, rules }: GateSettings,
): Promise<readonly TopicMessage[]> {
	const floor = lowestScore(rules);
	const topics = new Set(items.flatMap((json) => topicOf(json, floor) ?? []));
	if (incident === undefined || topics.size === 0) return [];
	const since = new Date(now.getTime() - incident.minutes * MINUTE_MS);
	return await log.topicAccounts([...topics], since, FRUSTRATED_FROM);
}

/** Absent where it says nothing, or the ticket is too calm for any rule. */
function topicOf(json: IDataObject, floor: number): string | undefined {
	try {
		const sentiment = readSentiment(json);
		if (sentiment === undefined || sentiment.score < floor) return undefined;
		return tellingTopic(sentiment.topic) && sentiment.topic;
	} catch {
		return undefined;
	}
}

/** Absent for what counts for nobody: tickets that cannot be read, have no account, are tests or from months back. */
function toBatchTicket(json: IDataObject): Counting | undefined {
	const accountId = accountIdOf(json);
	if (accountId === undefined) return undefined;
	try {
		const { isTest, backfill, url } = readTicket(json);
		const sentiment = readSentiment(json);
		if (sentiment === undefined || isTest === true || backfill === true) return undefined;
		const { score, topic } = sentiment;
		return { accountId, ticketKey: readTicketKey(json), score, topic, url };
	} catch {
		return undefined;
	}
}

/** The item's matched account; one that cannot be read fails by itself, in the loop over the items. */
function accountIdOf(json: IDataObject): string | undefined {
	try {
		const account = readAccount(json);
		return account?.status === 'matched' && typeof account.id === 'string' ? account.id : undefined;
	} catch {
		return undefined;
	}
}
