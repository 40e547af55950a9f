import { valueAt } from './accountFields';
import type { SalesforceRecord } from './client';
import { inHalves, type Query } from './queries';
import { soqlString } from './soql';

/**
 * The accounts that name one of these organizations of the helpdesk in the field an admin chose.
 * @param fields what to read of each account
 * @returns each with the organizations it names
 */
export async function queryByOrganizations(
	query: Query,
	ids: readonly string[],
	field: string,
	fields: string,
): Promise<Array<{ record: SalesforceRecord; organization: string }>> {
	const records = await query(
		ids,
		(some) => `SELECT ${fields} FROM Account WHERE ${field} IN (${some.map(soqlString).join(',')})`,
		inHalves((id) => `accounts with the organization ${id}`),
	);
	return records.map((record) => ({ record, organization: String(valueAt(record, field)) }));
}
