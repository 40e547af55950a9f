import { describe, expect, it } from 'vitest';

import { compileTaxonomy } from '../../nodes/core/score/match';
import { scoreTicket } from '../../nodes/core/score/scoreTicket';
import { DEFAULT_TAXONOMY } from '../../nodes/core/score/wordList';
import { reportOf, type Report } from '../eval/report.ts';
import { asideSets, isKeptAside, ownTickets, type Row } from '../eval/rows.ts';

/** Worst figures taken, each a little under what was measured last; raise them when the scorer gets better. */
interface Bounds {
	auc: number;
	recallAt65: number;
	falsePositiveRateAt65: number;
	precisionAt80: number;
	evidenceShare: number;
	topicAccuracy?: number;
}

const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

function reportOn(rows: readonly Row[]): Report {
	return reportOf(
		rows,
		rows.map(({ subject, body, text, format }) => {
			const ticket = { subject, body: body ?? text };
			const { score, topic, signals } = scoreTicket(ticket, taxonomy, { format: format ?? 'text' });
			return { score, topic, signals: signals.length };
		}),
	);
}

const aside = new Map(asideSets().map(({ name, rows }) => [name, rows]));

describe('the node’s whole score on texts it was not trained on is no worse than it was:', () => {
	it.each<[string, Row[], Bounds]>([
		[
			'498 own tickets kept aside',
			ownTickets('invented').filter(isKeptAside),
			{
				auc: 0.964,
				recallAt65: 0.895,
				falsePositiveRateAt65: 0.08,
				precisionAt80: 0.97,
				evidenceShare: 0.775,
				topicAccuracy: 0.795,
			},
		],
		[
			'695 texts after real kinds kept aside',
			ownTickets('real').filter(isKeptAside),
			{
				auc: 0.938,
				recallAt65: 0.885,
				falsePositiveRateAt65: 0.135,
				precisionAt80: 0.895,
				evidenceShare: 0.635,
				topicAccuracy: 0.65,
			},
		],
		[
			'170 tickets by another writer, tickets-a',
			aside.get('tickets-a') ?? [],
			{
				auc: 0.983,
				recallAt65: 0.96,
				falsePositiveRateAt65: 0.06,
				precisionAt80: 0.95,
				evidenceShare: 0.695,
				topicAccuracy: 0.905,
			},
		],
		[
			'110 tickets by another writer, tickets-b',
			aside.get('tickets-b') ?? [],
			{
				auc: 0.982,
				recallAt65: 0.96,
				falsePositiveRateAt65: 0.035,
				precisionAt80: 1,
				evidenceShare: 0.755,
				topicAccuracy: 0.895,
			},
		],
		[
			'260 short texts of other domains',
			aside.get('short') ?? [],
			{
				auc: 0.937,
				recallAt65: 0.795,
				falsePositiveRateAt65: 0.105,
				precisionAt80: 1,
				evidenceShare: 0.49,
			},
		],
	])('%s', (_name, rows, bounds) => {
		const report = reportOn(rows);
		const { falsePositiveRateAt65, ...least } = bounds;
		for (const [figure, bound] of Object.entries(least)) {
			expect(report[figure as keyof typeof least], figure).toBeGreaterThanOrEqual(bound);
		}
		expect(report.falsePositiveRateAt65).toBeLessThanOrEqual(falsePositiveRateAt65);
	});
});
