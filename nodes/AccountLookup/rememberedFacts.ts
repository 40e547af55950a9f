import type { IExecuteFunctions } from 'n8n-workflow';
import type { AliasRow, HealthReading } from '../core/account';
import type { Account } from '../core/item/types';
import { openLog } from '../log/open';
import type { DailyFacts, TicketLog } from '../log/ticketLog';
import { startDeadline } from '../shared/deadline';
import { reasonOf } from '../shared/reasonOf';

/** Nobody's ticket waits longer for what would only be good to know. */
const TIMEOUT_MS = 5000;

const DAY = 86_400_000;

/** Scores from this long before the window still tell what it was when the window began. */
const DAYS_BEFORE_WINDOW = 30;

/**
 * What the log knows of accounts that no source does: the addresses people attached by hand, and the health score of
 * former days. A log that is missing or down costs a hint, never a look-up.
 */
export interface AccountMemory {
	/** Which of these addresses and domains ("@acme.com") someone attached to which account. */
	aliasesOf(names: readonly string[]): Promise<AliasRow[]>;
	/** Who wrote the messages that wait for the next runs of this workflow: their addresses, the first to come first. */
	waitingRequesters(limit: number): Promise<string[]>;
	/** Keeps today's facts of these accounts, and gives the health scores of former days by account ID. */
	remember(accounts: readonly Account[]): Promise<Map<string, HealthReading[]>>;
}

/** @param days how long the change of the health score is over */
export function accountMemory(
	context: IExecuteFunctions,
	now: number,
	days: number,
): AccountMemory {
	let isDown = false;
	const ask = async <T>(question: (log: TicketLog) => Promise<T>, otherwise: T): Promise<T> => {
		if (isDown) return otherwise;
		try {
			const deadline = startDeadline(TIMEOUT_MS);
			return await deadline.race(openLog().then(question));
		} catch (error) {
			isDown = true;
			context.addExecutionHints({
				type: 'warning',
				location: 'outputPane',
				message: `Addresses attached by hand and former health scores are unknown, since the log could not be used: ${reasonOf(error)}`,
			});
			return otherwise;
		}
	};
	return {
		aliasesOf: async (names) =>
			names.length === 0
				? []
				: await ask<AliasRow[]>(async (log) => await log.findAliases(names), []),
		waitingRequesters: async (limit) => {
			const { id = '' } = context.getWorkflow();
			return await ask(async (log) => await log.waitingRequesters(id, limit), []);
		},
		remember: async (accounts) => {
			const known = new Map(
				accounts.flatMap((one) => (isWorthKeeping(one) ? [[one.id, one]] : [])),
			);
			if (known.size === 0) return new Map();
			const since = dayOf(now - (days + DAYS_BEFORE_WINDOW) * DAY);
			const facts = await ask<DailyFacts[]>(
				async (log) => await log.accountFacts([...known.keys()], since),
				[],
			);
			await ask(async (log) => await keep(log, [...known.values()], facts, now), undefined);
			return readingsOf(facts);
		},
	};
}

function isWorthKeeping(account: Account): account is Account & { id: string } {
	return (
		account.status === 'matched' && account.id !== undefined && account.healthScore !== undefined
	);
}

/** Writes what is new since the last look-up of today, in one go. */
async function keep(
	log: TicketLog,
	accounts: readonly Account[],
	facts: readonly DailyFacts[],
	now: number,
): Promise<void> {
	const today = dayOf(now);
	const kept = new Map(
		facts.filter(({ day }) => day === today).map((fact) => [fact.accountId, fact]),
	);
	const changed = accounts.filter(({ id = '', healthScore, mrr }) => {
		const fact = kept.get(id);
		return (
			fact === undefined || fact.healthScore !== Math.round(healthScore ?? 0) || fact.mrr !== mrr
		);
	});
	if (changed.length > 0) await log.saveAccountFacts(changed, new Date(now));
}

/** Of a day only the last score is kept, not its hour: noon is nearest to all of them. */
function readingsOf(facts: readonly DailyFacts[]): Map<string, HealthReading[]> {
	const readings = new Map<string, HealthReading[]>();
	for (const { accountId, day, healthScore: score } of facts) {
		if (score === undefined) continue;
		const known = readings.get(accountId) ?? [];
		readings.set(accountId, [...known, { at: Date.parse(`${day}T12:00:00Z`), score }]);
	}
	return readings;
}

function dayOf(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}
