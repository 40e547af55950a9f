import type { Account } from '../item/types';
import { missingFacts } from './match';
import type { HealthReading } from './table/health';
import { withLoggedHealth } from './table/healthRows';

/**
 * A matched account with the change of its health score that former look-ups tell, where its source knows the score
 * and not the change; any other account as it is.
 * @param readings former scores by account ID
 * @param now milliseconds since 1970
 * @param days how long the change is over
 */
export function withRememberedHealth(
	account: Account,
	readings: ReadonlyMap<string, readonly HealthReading[]>,
	now: number,
	days: number,
): Account {
	if (account.status !== 'matched') return account;
	const facts = { ...withLoggedHealth(account, readings, now, days) };
	delete facts.missing;
	const missing = missingFacts(facts);
	return { ...facts, ...(missing.length > 0 && { missing }) };
}
