import { readAccountRows } from '../account/table/rows';
import { readOutcomes, type Outcome } from '../report/outcomes';
import { listOf } from '../values/wording';
import { sortAccountRows, sortOutcomeRows } from './samples';
import { tableCheck, unreadableTable } from './tableCheck';
import type { SetupCheck } from './types';

type Row = Readonly<Record<string, unknown>>;

const OUTCOMES = { id: 'outcomes', name: 'Outcomes (cs_outcomes)' } as const;
const MOST_NAMED = 5;

/**
 * The rows of what became of accounts: what cannot be read, and whose account no row of accounts has. Invented ones
 * are counted, not judged.
 * @param accounts the rows of accounts; those of a CRM are not known here
 */
export function outcomesCheck(rows: readonly Row[], accounts: readonly Row[]): SetupCheck {
	if (rows.length === 0) {
		return {
			...OUTCOMES,
			status: 'skipped',
			found:
				'No rows came in. They are optional: without them, calibration and impact know what people answered, and not who left or renewed.',
			whatToDo:
				'Fill in outcomes.csv and import it into cs_outcomes, or enable your CRM in CS Alerts Reports.',
		};
	}
	const { own, samples } = sortOutcomeRows(rows);
	const { outcomes, checks, problems } = readOutcomes(own);
	return tableCheck(OUTCOMES, {
		name: 'cs_outcomes',
		noun: 'outcome',
		own: outcomes.length + checks.length,
		samples,
		findings: [...problems, ...ofUnknownAccounts(outcomes, accounts)],
		remedy:
			'Mend these rows: Overview → Data tables → cs_outcomes. account_id is the ID that Account Lookup gives an account.',
	});
}

export const unreadableOutcomes = (reason: string): SetupCheck =>
	unreadableTable(OUTCOMES, 'cs_outcomes', reason);

/** Only where the team keeps its accounts in a table. */
function ofUnknownAccounts(outcomes: readonly Outcome[], rows: readonly Row[]): string[] {
	const { accounts } = readAccountRows(sortAccountRows(rows).own);
	if (accounts.length === 0) return [];
	const known = new Set(accounts.map(({ id }) => id));
	const unknown = outcomes.map(({ accountId }) => accountId).filter((id) => !known.has(id));
	const ids = [...new Set(unknown)];
	if (ids.length === 0) return [];
	const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : '';
	return [`In no row of cs_accounts: ${listOf(ids.slice(0, MOST_NAMED))}${more}`];
}
