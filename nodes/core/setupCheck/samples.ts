import { isNobodys } from '../account/nobodysAddress';
import { readAccountRows } from '../account/table/rows';
import { readOwnerRows } from '../alert/owners/ownerRows';
import { readOutcomes } from '../report/outcomes';

type Row = Readonly<Record<string, unknown>>;

/** As the templates name them; one of theirs has a free-mail address alone. */
const SAMPLE_ID = /^(?:sample-|example-\d)/;

/** The rows without the samples among them; an empty row stands in for each, so that the others keep their numbers. */
export interface Sorted {
	own: Row[];
	samples: number;
}

export function sortOwnerRows(rows: readonly Row[]): Sorted {
	return sort(rows, (row) => [...readOwnerRows([row]).owners.byEmail.keys()].some(isNobodys));
}

export function sortAccountRows(rows: readonly Row[]): Sorted {
	return sort(rows, (row) =>
		readAccountRows([row]).accounts.some(
			({ id, domains, contacts }) =>
				SAMPLE_ID.test(id ?? '') || [...domains, ...contacts].some(isNobodys),
		),
	);
}

export function sortOutcomeRows(rows: readonly Row[]): Sorted {
	return sort(rows, (row) =>
		readOutcomes([row]).outcomes.some(({ accountId }) => SAMPLE_ID.test(accountId)),
	);
}

function sort(rows: readonly Row[], isSample: (row: Row) => boolean): Sorted {
	const own = rows.map((row) => (isSample(row) ? {} : row));
	return { own, samples: rows.filter(isSample).length };
}

/** What is said where samples stand among a team's own rows. */
export const removeSamples = (table: string): string =>
	`Delete the samples: Overview → Data tables → ${table}, tick the rows whose addresses end in .example or whose IDs begin with "sample-" or "example-", Delete.`;
