import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { readOwnerRows } from '../core/alert/owners/ownerRows';
import { accountsCheck, contactCheck, unreadableAccounts } from '../core/setupCheck/customers';
import { outcomesCheck, unreadableOutcomes } from '../core/setupCheck/outcomes';
import { ownersCheck, unreadableOwners } from '../core/setupCheck/people';
import type { SetupCheck } from '../core/setupCheck/types';
import { readFailureInPlaceOfRow } from '../shared/itemError';
import { readFurtherInput } from '../shared/secondInput';

/** The inputs after the first, which brings what came through Account Lookup. */
const [OWNERS, ACCOUNTS, OUTCOMES] = [1, 2, 3];

/** What came in: the team's owners and accounts, the account of one address, and what became of accounts. */
export function checkTables(context: IExecuteFunctions, now: Date): SetupCheck[] {
	const owners = readRows(context, OWNERS);
	const accounts = readRows(context, ACCOUNTS);
	const outcomes = readRows(context, OUTCOMES);
	const directory = readOwnerRows(owners.rows).owners;
	return [
		owners.failure === undefined
			? ownersCheck(owners.rows, now, context.getTimezone())
			: unreadableOwners(owners.failure),
		accounts.failure === undefined
			? accountsCheck(accounts.rows, directory)
			: unreadableAccounts(accounts.failure),
		contactCheck(context.getInputData()[0]?.json),
		outcomes.failure === undefined
			? outcomesCheck(outcomes.rows, accounts.rows)
			: unreadableOutcomes(outcomes.failure),
	];
}

function readRows(
	context: IExecuteFunctions,
	input: number,
): { rows: IDataObject[]; failure?: string } {
	const rows = readFurtherInput(context, input);
	const failed = rows.map(readFailureInPlaceOfRow).find((step) => step !== undefined);
	// A node that is set to give out an item always gives out an empty one for an empty table.
	const filled = rows.filter((row) => Object.keys(row).length > 0);
	return { rows: filled, ...(failed !== undefined && { failure: failed.message }) };
}
