import { areaUnderCurve, ratesAt, recallAtTop } from './measures.ts';
import type { Row } from './rows.ts';

/** What the scorer said of one row. */
export interface ScoredRow {
	score: number;
	topic: string;
	/** How many quotes an alert about it could show. */
	signals: number;
}

/** Share of frustrated rows among those scored within a band, and how many rows that rests on. */
export interface Band {
	share: number | null;
	n: number;
}

export interface Rates {
	n: number;
	positives: number;
	auc: number | null;
	recallAt65: number | null;
	falsePositiveRateAt65: number | null;
}

export interface Report extends Rates {
	f1: number | null;
	recallAt10: number | null;
	recallAt20: number | null;
	recallAt50: number | null;
	/** Of the rows scored 80 or more, the share that is frustrated. */
	precisionAt80: number | null;
	reliability: Record<string, Band>;
	/**
	 * Of the frustrated rows scored 65 or more, the share in which the scorer quotes a listed phrase. Our labels do not
	 * say which words a person would quote, so this measures that evidence is there, not that it is the best.
	 */
	evidenceShare: number | null;
	topicAccuracy?: number | null;
	byKind?: Record<string, Rates>;
	byLang?: Record<string, Rates>;
}

const BANDS = [
	[0, 19],
	[20, 49],
	[50, 64],
	[65, 72],
	[73, 79],
	[80, 100],
] as const;

/** A row with a label and what the scorer said of it. */
interface Judged {
	row: Row;
	label: 0 | 1;
	result: ScoredRow;
}

/**
 * The figures of one labelled set. Rows without a label count for the topic only.
 * @param results one for each row, in their order
 */
export function reportOf(rows: readonly Row[], results: readonly ScoredRow[]): Report {
	const judged = rows.flatMap((row, index): Judged[] => {
		const result = results[index];
		const { label } = row;
		return result !== undefined && (label === 0 || label === 1) ? [{ row, label, result }] : [];
	});
	const scores = judged.map(({ result }) => result.score);
	const labels = judged.map(({ label }) => label);
	const positives = labels.filter((label) => label === 1).length;
	const top = (share: number) => (positives > 0 ? recallAtTop(scores, labels, share) : null);
	const hasBoth = positives > 0 && positives < labels.length;
	const alerts = judged.filter(({ label, result }) => label === 1 && result.score >= 65);
	const withTopic = rows
		.map((row, index) => ({ accepted: acceptedTopics(row), topic: results[index]?.topic ?? '' }))
		.filter(({ accepted }) => accepted.length > 0);
	const kinds = groupedRates(judged, ({ kind }) => kind);
	const languages = groupedRates(judged, ({ lang }) => lang);
	return {
		...ratesOf(judged),
		f1: hasBoth ? rounded(ratesAt(scores, labels, 65).f1) : null,
		recallAt10: rounded(top(0.1)),
		recallAt20: rounded(top(0.2)),
		recallAt50: rounded(top(0.5)),
		precisionAt80: shareOf(
			judged.filter(({ result }) => result.score >= 80),
			isFrustrated,
		),
		reliability: Object.fromEntries(
			BANDS.map(([from, to]) => {
				const within = judged.filter(({ result }) => result.score >= from && result.score <= to);
				return [`${from}-${to}`, { share: shareOf(within, isFrustrated), n: within.length }];
			}),
		),
		evidenceShare: shareOf(alerts, ({ result }) => result.signals > 0),
		...(withTopic.length > 0 && {
			topicAccuracy: shareOf(withTopic, ({ accepted, topic }) => accepted.includes(topic)),
		}),
		...(kinds && { byKind: kinds }),
		...(languages && { byLang: languages }),
	};
}

const isFrustrated = ({ label }: Judged): boolean => label === 1;

function ratesOf(judged: readonly Judged[]): Rates {
	const scores = judged.map(({ result }) => result.score);
	const labels = judged.map(({ label }) => label);
	const positives = labels.filter((label) => label === 1).length;
	const { recall, falsePositiveRate } = ratesAt(scores, labels, 65);
	const hasBoth = positives > 0 && positives < labels.length;
	return {
		n: labels.length,
		positives,
		auc: hasBoth ? rounded(areaUnderCurve(scores, labels)) : null,
		recallAt65: positives > 0 ? rounded(recall) : null,
		falsePositiveRateAt65: positives < labels.length ? rounded(falsePositiveRate) : null,
	};
}

/** Rates per group; undefined where all rows are of one group or of none. */
function groupedRates(
	judged: readonly Judged[],
	groupOf: (row: Row) => string | undefined,
): Record<string, Rates> | undefined {
	const groups = Map.groupBy(
		judged.filter(({ row }) => groupOf(row) !== undefined),
		({ row }) => groupOf(row) ?? '',
	);
	if (groups.size < 2) return undefined;
	return Object.fromEntries(
		[...groups].sort(([a], [b]) => a.localeCompare(b)).map(([name, list]) => [name, ratesOf(list)]),
	);
}

/** The topic a person would give, and others that are as good. */
function acceptedTopics({ topic, acceptTopics = [] }: Row): string[] {
	return [topic, ...acceptTopics].filter(
		(name): name is string => name !== undefined && name !== '',
	);
}

function shareOf<T>(list: readonly T[], holds: (entry: T) => boolean): number | null {
	return list.length === 0 ? null : rounded(list.filter(holds).length / list.length);
}

function rounded(value: number): number;
function rounded(value: number | null): number | null;
function rounded(value: number | null): number | null {
	return value === null ? null : Math.round(value * 1000) / 1000;
}
