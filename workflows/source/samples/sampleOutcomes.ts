import type { OutcomeColumn } from '../steps/outcomesTable.ts';

/**
 * What became of the invented customers, one of each kind. So long ago that no report counts it: a team that leaves
 * them in its table gets no wrong figures.
 */
export const SAMPLE_OUTCOMES: ReadonlyArray<Partial<Record<OutcomeColumn, string>>> = [
	{ account_id: 'sample-acme', outcome: 'renewed', date: '2020-03-31' },
	{ account_id: 'sample-globex', outcome: 'expanded', date: '2020-05-15' },
	{ account_id: 'sample-initech', outcome: 'contracted', date: '2020-09-30' },
	{ account_id: 'sample-soylent', outcome: 'churned', date: '2020-06-30' },
];

/** The samples as the JSON of an Edit Fields node. */
export function sampleOutcomesJson(): string {
	const rows = SAMPLE_OUTCOMES.map((row) => JSON.stringify(row));
	return `{ "rows": [\n  ${rows.join(',\n  ')}\n] }`;
}
