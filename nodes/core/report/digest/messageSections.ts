import { labelOf } from '../../score/labels';
import { shown } from '../../text/shown';
import { countOf } from '../../values/wording';
import { counted, shownCount } from '../accountWords';
import type { ReportSection } from '../types';
import type { DigestFigures } from './digestFigures';
import { aboutOf, type DigestRow } from './digestRow';
import { cut, MOST_REASON, numbers } from './sectionParts';
import { isUndelivered, type Unsettled } from './unsettled';

/** The sections of a digest about messages that a person has to look at, or that went no further. */

export function problemsSection({ problems, ...counts }: Unsettled): ReportSection {
	const all = counts.undelivered + counts.failed + counts.unfinished;
	return {
		title: 'Unfinished and undelivered: look at these',
		table: {
			columns: [{ title: 'What' }, { title: 'Ticket' }, { title: 'Why' }],
			...cut(problems, (row) => [problemOf(row), aboutOf(row), whyOf(row)], all),
			links: problems.map(({ url }) => url),
		},
	};
}

function problemOf(row: DigestRow): string {
	if (isUndelivered(row)) return 'Not delivered';
	if (row.state === 'failed') return 'Failed';
	return row.state === 'alerting'
		? 'Not yet delivered'
		: `Not yet decided after ${countOf(row.attempts, 'attempt')}`;
}

function whyOf({ state, reason, delivery }: DigestRow): string {
	// The reason of one that is being delivered is why it alerted, which is not what is wrong with it.
	return shown(delivery?.error ?? (state === 'alerting' ? undefined : reason), MOST_REASON) ?? '';
}

export function reviewSection({ review, inReview, reviewBefore }: DigestFigures): ReportSection {
	return {
		title: 'To review',
		lines:
			reviewBefore === 0
				? []
				: [`${counted(reviewBefore, 'message')} from before this period still wait in Review.`],
		table: {
			columns: [{ title: 'Ticket' }, { title: 'Score' }, { title: 'Why' }],
			...cut(
				review,
				(row) => [
					aboutOf(row),
					row.score === undefined ? '' : `${row.score} ${labelOf(row.score)}`,
					shown(row.reason, MOST_REASON) ?? '',
				],
				inReview,
			),
			links: review.map(({ url }) => url),
		},
	};
}

export function reasonsSection({ reasons, otherReasons }: Unsettled): ReportSection {
	return {
		title: 'Failed and skipped, by reason',
		lines: otherReasons === 0 ? [] : [`${counted(otherReasons, 'message')} had yet other reasons.`],
		table: {
			columns: [{ title: 'Reason' }, { title: 'State' }, ...numbers('Messages')],
			...cut(reasons, ({ reason, state, messages }) => [reason, state, shownCount(messages)]),
		},
	};
}
