import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import {
	hashSettings,
	historyOfMessages,
	historySince,
	readHistoryRows,
	withBatch,
	type BatchTicket,
	type GateSettings,
	type History,
} from '../core/gate';
import { readAccount, readSentiment, readTicket, readTicketKey } from '../core/item/readers';
import { FRUSTRATED_FROM } from '../core/labels';
import { openLog } from '../log/open';
import { readSecondInput } from '../shared/secondInput';
import { reasonOf } from '../shared/reasonOf';
import { rememberRules } from './rememberRules';
import { readHistorySource } from './ThresholdGate.properties';

/**
 * Earlier tickets of the accounts of a batch, with those of the batch itself: asked for once.
 * @returns absent where nothing is known of earlier tickets: the gate decides all the same
 */
export async function readHistory(
	context: IExecuteFunctions,
	now: Date,
	settings: () => GateSettings,
): Promise<History | undefined> {
	const items = context.getInputData().map(({ json }) => json);
	const earlier = await readEarlier(context, items, now, settings);
	return earlier && withBatch(earlier, items.map(toBatchTicket), now);
}

async function readEarlier(
	context: IExecuteFunctions,
	items: readonly IDataObject[],
	now: Date,
	settings: () => GateSettings,
): Promise<History | undefined> {
	const source = readHistorySource(context);
	if (source === 'none') return undefined;
	if (source === 'input') {
		const rows = readSecondInput(context);
		return rows.length > 0 ? readHistoryRows(rows) : undefined;
	}
	const accountIds = [...new Set(items.flatMap((json) => accountIdOf(json) ?? []))];
	if (accountIds.length === 0) return new Map();
	try {
		const log = await openLog();
		await rememberRules(log, hashSettings(settings()), settings(), now);
		const messages = await log.accountMessages(accountIds, historySince(now), FRUSTRATED_FROM);
		return historyOfMessages(messages);
	} catch (error) {
		context.addExecutionHints({
			type: 'warning',
			location: 'outputPane',
			message: `Earlier tickets are unknown, since the log could not be read: ${reasonOf(error)}`,
		});
		return undefined;
	}
}

/** Absent for what counts for nobody: tickets that cannot be read, have no account, are tests or from months back. */
function toBatchTicket(json: IDataObject): BatchTicket | undefined {
	const accountId = accountIdOf(json);
	if (accountId === undefined) return undefined;
	try {
		const { isTest, backfill } = readTicket(json);
		const score = readSentiment(json)?.score;
		if (score === undefined || isTest === true || backfill === true) return undefined;
		return { accountId, ticketKey: readTicketKey(json), score };
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
