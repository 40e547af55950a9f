import { shown } from '../../text/shown';
import type { DigestRow } from './digestRow';
import { MOST_REASON } from './sectionParts';
import { topList } from './topList';

/** What a person has to look at, and why messages went no further. */

export interface ReasonCount {
	state: 'failed' | 'skipped';
	/** As the log has it, cut to a line. */
	reason: string;
	messages: number;
}

export interface Unsettled {
	/** What failed, was not delivered, or has waited for an hour: those nobody was told of first. */
	problems: DigestRow[];
	undelivered: number;
	failed: number;
	unfinished: number;
	/** What waits in Review, the highest scores first. */
	review: DigestRow[];
	inReview: number;
	/** Most first. */
	reasons: ReasonCount[];
	/** Messages whose reason stands in no row of {@link reasons}. */
	otherReasons: number;
}

const MOST_LISTED = 50;
/** Reasons may name addresses and tags, so there can be as many as messages. */
const MOST_REASONS = 500;
/** What has waited for longer than this is worth a look. */
const UNFINISHED_AFTER_MS = 60 * 60_000;

export function unsettledCounter(now: Date) {
	const counts = { undelivered: 0, failed: 0, unfinished: 0, otherReasons: 0 };
	const reasons = new Map<string, ReasonCount>();
	const problems = topList<DigestRow>(
		MOST_LISTED,
		(one, other) => urgencyOf(one) - urgencyOf(other) || newestFirst(one, other),
	);
	const review = topList<DigestRow>(
		MOST_LISTED,
		(one, other) => (other.score ?? -1) - (one.score ?? -1) || newestFirst(one, other),
	);
	const countReason = (state: ReasonCount['state'], row: DigestRow) => {
		const reason = shown(row.reason, MOST_REASON) ?? 'No reason was given';
		const key = `${state} ${reason}`;
		const known = reasons.get(key);
		if (known !== undefined) known.messages += 1;
		else if (reasons.size < MOST_REASONS) reasons.set(key, { state, reason, messages: 1 });
		else counts.otherReasons += 1;
	};
	return {
		add: (row: DigestRow) => {
			if (row.state === 'unattached' && row.reviewedAt === undefined) review.add(row);
			if (row.state === 'failed' || row.state === 'skipped') countReason(row.state, row);
			if (!isProblem(row, now)) return;
			problems.add(row);
			if (isUndelivered(row)) counts.undelivered += 1;
			else if (row.state === 'failed') counts.failed += 1;
			else counts.unfinished += 1;
		},
		result: (): Unsettled => ({
			...counts,
			problems: problems.first(),
			review: review.first(),
			inReview: review.count(),
			reasons: [...reasons.values()].sort((a, b) => b.messages - a.messages),
		}),
	};
}

/** Whether every way to its owner was tried. */
export function isUndelivered({ state, delivery }: DigestRow): boolean {
	return (state === 'alerting' || state === 'failed') && delivery?.state === 'undelivered';
}

function isProblem(row: DigestRow, now: Date): boolean {
	if (row.state === 'failed' || isUndelivered(row)) return true;
	if (row.state !== 'received' && row.state !== 'alerting') return false;
	const waited = now.getTime() - Date.parse(row.receivedAt);
	return !(waited < UNFINISHED_AFTER_MS);
}

/** Alerts nobody got, then what failed, then what waits. */
function urgencyOf(row: DigestRow): number {
	if (isUndelivered(row)) return 0;
	return row.state === 'failed' ? 1 : 2;
}

function newestFirst(one: DigestRow, other: DigestRow): number {
	return Date.parse(other.receivedAt) - Date.parse(one.receivedAt);
}
