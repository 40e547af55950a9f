import type { DataTable } from './dataTable.ts';

export type OutcomeColumn = 'account_id' | 'outcome' | 'date' | 'ticket_key';

/**
 * What became of customers, by the IDs that Account Lookup knows them by: churned, contracted, renewed or expanded.
 * A row with a ticket in the place of an account answers the sample of quiet tickets: missed or quiet. CS Alert Report
 * recognises the columns by these names.
 */
export const OUTCOMES_TABLE: DataTable<OutcomeColumn> = {
	name: 'cs_outcomes',
	columns: { account_id: 'string', outcome: 'string', date: 'string', ticket_key: 'string' },
	key: 'account_id',
	example: {
		account_id: 'example-1',
		outcome: 'renewed',
		// So far back that no report counts it where it is imported, too.
		date: '2020-03-31',
		ticket_key: '',
	},
};
