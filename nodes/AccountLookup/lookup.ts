import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import type { AccountIndex, AliasRow, MatchOptions } from '../core/account';
import { readOrganization } from '../core/item/readers';
import type { Account } from '../core/item/types';
import { startDeadline } from '../shared/deadline';
import { toItemError } from '../shared/itemError';
import {
	readColumnMapping,
	readLimits,
	readMatchOptions,
	readRequesterEmail,
} from './AccountLookup.properties';
import type { LookupRequester } from './crmLookup';
import { missingCredential, readCredential, readCrmSettings } from './crmParameters';
import { readInputRows } from './inputRows';
import { accountMemory, type AccountMemory } from './rememberedFacts';

/** The account of the item with this index. Throws what stands in the way of looking it up. */
export type Lookup = (itemIndex: number) => Account;

type Requester = LookupRequester | { failure: unknown };

/** Enough to see what is wrong; the rest would bury it. */
const SHOWN_PROBLEMS = 5;

/**
 * Collects what is known of all requesters of the batch at once. A source that fails makes each look-up
 * fail, so that the node's on-error setting decides item by item.
 */
export async function prepareLookup(context: IExecuteFunctions): Promise<Lookup> {
	// Loaded here, since the public suffix list need not slow n8n's start.
	const core = await import('../core/account');
	const now = Date.now();
	const problems: string[] = [];
	try {
		const today = new Date(now).toISOString().slice(0, 10);
		const report = (problem: string) => problems.push(problem);
		const options = readMatchOptions(context, today, core.readDomainList, report);
		const { healthDays } = readLimits(context);
		const memory = accountMemory(context, now, healthDays);
		const requesters = readRequesters(context);
		const readable = requesters.flatMap((one) => ('failure' in one ? [] : [one]));
		const names = core.attachableNames(
			readable.map(({ email }) => email),
			options,
		);
		const attached = await memory.aliasesOf(names);
		const index =
			context.getNodeParameter('source', 0) === 'input'
				? await indexOfInput(context, attached, now, problems)
				: await indexOfCrm(context, readable, { attached, memory }, options, now, problems);
		showProblems(context, problems);
		const accounts = requesters.map((one) =>
			'failure' in one ? undefined : core.matchAccount(one.email, index, options, one.organization),
		);
		const readings = await memory.remember(accounts.filter((account) => account !== undefined));
		return (itemIndex) => {
			const requester = requesters[itemIndex];
			if (requester && 'failure' in requester) throw asError(requester.failure);
			const account = accounts[itemIndex] ?? core.matchAccount(undefined, index, options);
			return core.withRememberedHealth(account, readings, now, healthDays);
		};
	} catch (cause) {
		const { message, description } = toItemError(context.getNode(), cause, 0);
		const advice = description ?? (cause as { description?: string }).description;
		return () => {
			throw new NodeOperationError(context.getNode(), message, { description: advice });
		};
	}
}

/** What an item carries whose account could not be looked up, so that the gate sends it to Review. */
export function describeFailedLookup({ message, description }: NodeOperationError): Account {
	return { status: 'error', reason: description ? `${message}: ${description}` : message };
}

async function indexOfInput(
	context: IExecuteFunctions,
	attached: readonly AliasRow[],
	now: number,
	problems: string[],
): Promise<AccountIndex> {
	const core = await import('../core/account');
	const rows = readInputRows(context);
	const mapping = readColumnMapping(context);
	const read = core.readAccountRows(rows, mapping);
	problems.push(...read.problems);
	if (rows.length === 0) problems.push('No rows came in on the second input, "Accounts"');
	const { healthDays } = readLimits(context);
	const log = core.readHealthRows(rows, mapping);
	const accounts = read.accounts.map((account) =>
		core.withLoggedHealth(account, log, now, healthDays),
	);
	return core.indexAccounts(accounts, [...core.readAliasRows(rows, mapping), ...attached]);
}

async function indexOfCrm(
	context: IExecuteFunctions,
	requesters: readonly LookupRequester[],
	{ attached, memory }: { attached: readonly AliasRow[]; memory: AccountMemory },
	options: MatchOptions,
	now: number,
	problems: string[],
): Promise<AccountIndex> {
	const [core, { openCrm }, { collectAccounts }] = await Promise.all([
		import('../core/account'),
		import('./crm'),
		import('./crmLookup'),
	]);
	const { cacheMinutes, timeoutSeconds, healthDays } = readLimits(context);
	const deadline = startDeadline(timeoutSeconds * 1000, context.getExecutionCancelSignal());
	const rows = readInputRows(context);
	const settings = readCrmSettings(context, options, now);
	const report = (problem: string) => problems.push(problem);
	const aliases = core.readAttachedRows(rows);
	problems.push(...aliases.problems);
	const credential = readCredential(context);
	const missing = missingCredential(context, credential);
	if (missing) throw missing;
	const crm = await openCrm(context, credential, settings, cacheMinutes, deadline, report);
	return await collectAccounts(requesters, {
		...crm,
		wait: deadline.race,
		...(cacheMinutes > 0 && { waiting: memory.waitingRequesters }),
		aliases: [...aliases.rows, ...attached],
		healthLog: core.readHealthRows(rows),
		healthDays,
		now,
		options,
	});
}

/** The address of each item, or why there is none; an item without a ticket fails on its own. */
function readRequesters(context: IExecuteFunctions): Requester[] {
	return context.getInputData().map((item, itemIndex) => {
		try {
			return {
				email: readRequesterEmail(context, item.json, itemIndex),
				organization: readOrganization(item.json),
			};
		} catch (failure) {
			return { failure };
		}
	});
}

function asError(cause: unknown): Error {
	return cause instanceof Error ? cause : new Error(String(cause));
}

function showProblems(context: IExecuteFunctions, problems: string[]): void {
	if (problems.length === 0) return;
	const more = problems.length - SHOWN_PROBLEMS;
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message: `${problems.slice(0, SHOWN_PROBLEMS).join('. ')}${more > 0 ? `. And ${more} more` : ''}`,
	});
}
