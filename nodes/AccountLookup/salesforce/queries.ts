import { CrmError } from '../crmError';
import type { CrmSettings } from '../crmSettings';
import type { SalesforceClient, SalesforceRecord } from './client';
import { explainField } from './explainField';
import { splitQuery } from './soql';

/**
 * Sends the queries that some values need, as few as fit, and joins their records.
 * @param divide how to ask anew for values that find more records than a look-up can use; throws where
 * there is no other way
 */
export type Query = <T>(
	values: readonly T[],
	build: (some: T[]) => string,
	divide: (values: T[]) => T[][],
) => Promise<SalesforceRecord[]>;

/** Asks in rounds: all that finds too much in one round is asked for anew in the next. */
export function querier(client: SalesforceClient, settings: CrmSettings): Query {
	return async (values, build, divide) => {
		const records: SalesforceRecord[] = [];
		for (let groups = [[...values]]; groups.length > 0; ) {
			const queries = groups.flatMap((group) => splitQuery(group, build));
			const answers = await client
				.queryEach(queries.map(({ soql }) => soql))
				.catch((cause: unknown) => {
					throw explainField(cause, settings);
				});
			groups = queries.flatMap(({ values: asked }, index) => {
				const found = answers[index];
				if (found === undefined) return divide(asked);
				records.push(...found);
				return [];
			});
		}
		return records;
	};
}

/**
 * Divides values into two halves.
 * @param what of one value there are too many of, e.g. 'contacts with the address "jane@acme.com"'
 */
export function inHalves<T>(
	what: (value: T) => string,
	advice = 'Process fewer tickets at once',
): (values: T[]) => T[][] {
	return (values) => {
		const [first] = values;
		if (values.length === 1 && first !== undefined) {
			throw new CrmError(`Salesforce has too many ${what(first)} for a look-up`, advice);
		}
		const middle = Math.ceil(values.length / 2);
		return [values.slice(0, middle), values.slice(middle)];
	};
}
