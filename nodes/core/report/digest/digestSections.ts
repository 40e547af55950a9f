import { labelOf } from '../../labels';
import { shown } from '../../text/shown';
import { shownAddress } from '../../text/shownAddress';
import { countOf, listOf } from '../../values/wording';
import { accountName, counted, shownCount, shownOwner, shownRate } from '../accountWords';
import { alertsOn, busiestDay, type Desk } from '../backtest/desks';
import type { Capacity } from '../backtest/suggest';
import { shownDay } from '../days';
import type { ReportSection, ReportTable } from '../types';
import { shownShare, wilson } from '../wilson';
import { isOverdue, type AlertFigures } from './alertFigures';
import { aboutOf, type DigestRow } from './digestRow';
import type { AudienceFigures, DigestFigures } from './digestFigures';
import { BASELINE_DAYS } from './frustration';
import { NEAR_POINTS } from './nearMisses';
import { shownWait } from './shownWait';
import { isUndelivered, type Unsettled } from './unsettled';

/** The sections of a digest; those with nothing to tell are left out by whoever puts them together. */

const MOST_ROWS = 20;
const MOST_BARS = 8;
const MOST_REASON = 160;

/** The first rows of many, and how many more there are. */
function cut<T>(entries: readonly T[], toRow: (entry: T) => string[], all = entries.length) {
	const some = entries.slice(0, MOST_ROWS);
	return { rows: some.map(toRow), more: Math.max(0, all - some.length) };
}

const numbers = (...titles: string[]) => titles.map((title) => ({ title, isNumber: true }));
const whole = (value: number) => shownCount(Math.round(value));

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

/** Alerts that have not ended: those nobody has answered, the oldest first. */
export function waitingSection(
	{ standing, overdue, waiting }: AlertFigures,
	now: Date,
): ReportSection {
	const { open, acknowledged, snoozed } = standing;
	const all = open + acknowledged + snoozed;
	return {
		title: 'Alerts that have not ended',
		lines:
			all === 0
				? []
				: [
						`${counted(all, 'alert')}: ${shownCount(open)} without an answer (${shownCount(overdue)} overdue), ${shownCount(acknowledged)} acknowledged, ${shownCount(snoozed)} snoozed.`,
					],
		table: {
			columns: [
				{ title: 'Account' },
				{ title: 'Owner' },
				...numbers('Score'),
				{ title: 'Waiting for' },
				{ title: 'Overdue' },
			],
			...cut(
				waiting,
				(alert) => [
					accountName({ id: alert.accountId, name: alert.accountName }),
					shownOwner(alert),
					alert.score === undefined ? '' : shownCount(alert.score),
					shownWait(now.getTime() - alert.sentAt.getTime()),
					isOverdue(alert, now) ? overdueWords(alert.escalatedAt, alert.isReminded) : '',
				],
				open,
			),
		},
	};
}

function overdueWords(escalatedAt: Date | undefined, isReminded: boolean): string {
	if (escalatedAt !== undefined) return 'escalated';
	return isReminded ? 'reminded' : 'for over a day';
}

export function risingSection({ rising }: AudienceFigures): ReportSection {
	const most = rising.slice(0, MOST_BARS);
	const isDrawn = most.length > 0;
	return {
		title: 'Accounts with rising frustration',
		...(isDrawn && {
			lines: [
				`Average score of all contacts and messages of an account, against its ${BASELINE_DAYS / 7} weeks before. An account is expected to go on as it was, or as all accounts were where it is new; few messages weigh less.`,
			],
			chart: {
				kind: 'bars' as const,
				isLying: true,
				isBesides: true,
				title: 'Average score of an account, before and now',
				description:
					'Two bars for each account that rose most: its average score in the weeks before, and now.',
				unit: 'Average score',
				labels: most.map(({ account }) => accountName(account)),
				series: [
					{ name: 'Before', values: most.map(({ before }) => Math.round(before ?? 0)) },
					{ name: 'Now', values: most.map(({ now }) => Math.round(now)) },
				],
			},
		}),
		table: {
			columns: [
				{ title: 'Account' },
				{ title: 'Owner' },
				...numbers('Now', 'Before', 'Rise', 'Messages', 'Contacts'),
			],
			...cut(rising, ({ account, now, before, rise, messages, contacts }) => [
				accountName(account),
				shownOwner(account),
				whole(now),
				before === undefined ? '' : whole(before),
				`+${whole(rise)}`,
				shownCount(messages),
				shownCount(contacts),
			]),
		},
	};
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

export function nearSection({ near, nearCount }: AudienceFigures): ReportSection {
	return {
		title: 'Near misses',
		lines:
			nearCount === 0
				? []
				: [
						`Quiet messages that would have alerted at a score at most ${NEAR_POINTS} points higher, by the rules that decided and the facts as they were.`,
					],
		table: {
			columns: [
				{ title: 'Ticket' },
				...numbers('Score'),
				{ title: 'Would have alerted at', isNumber: true },
				{ title: 'Owner' },
			],
			...cut(
				near,
				({ message, alertsAt, subject }) => [
					aboutOf({
						accountName: message.account?.status === 'matched' ? message.account.name : undefined,
						requesterEmail: message.requesterEmail,
						subject,
						ticketKey: message.ticketKey,
					}),
					message.score === undefined ? '' : shownCount(message.score),
					shownCount(alertsAt),
					message.account?.status === 'matched' ? shownOwner(message.account) : '',
				],
				nearCount,
			),
			links: near.map(({ url }) => url),
		},
	};
}

export function topicsSection({ topics }: AudienceFigures): ReportSection {
	const most = topics.slice(0, MOST_BARS);
	const nameOf = (topic: string) => shown(topic, 60) ?? 'No topic';
	const isKnown = topics.some(({ before }) => before !== undefined);
	const table: ReportTable = {
		columns: [{ title: 'Topic' }, ...numbers('Messages', 'Before', 'Change', 'Average score')],
		...cut(topics, ({ topic, messages, before, score }) => [
			nameOf(topic),
			shownCount(messages),
			before === undefined ? '' : shownRate(before),
			before === undefined ? '' : signed(messages - before),
			whole(score),
		]),
	};
	return {
		title: 'Topics',
		...(most.length > 0 && {
			chart: {
				kind: 'bars' as const,
				isLying: true,
				isBesides: true,
				title: 'Messages by topic',
				description: isKnown
					? 'Two bars for each topic: messages in as many days of the weeks before, and now.'
					: 'A bar for each topic with its messages.',
				unit: 'Messages',
				labels: most.map(({ topic }) => nameOf(topic)),
				series: [
					...(isKnown ? [{ name: 'Before', values: most.map(({ before }) => before ?? 0) }] : []),
					{ name: 'Now', values: most.map(({ messages }) => messages) },
				],
			},
		}),
		table,
	};
}

/** "+4.5", "−2", "0". */
function signed(change: number): string {
	const rate = shownRate(Math.abs(change));
	if (rate === '0') return '0';
	return `${change > 0 ? '+' : '−'}${rate}`;
}

export function timeSection({ alerts }: AudienceFigures): ReportSection {
	const { timeToAlert, escalated, delivered, opened } = alerts;
	return {
		title: 'From ticket to alert',
		lines: [
			...(timeToAlert === undefined
				? []
				: [
						`Half of the alerts arrived within ${shownWait(timeToAlert.p50)} of what the customer wrote, 95 of 100 within ${shownWait(timeToAlert.p95)}, the slowest after ${shownWait(timeToAlert.max)}.`,
					]),
			...(opened > delivered
				? [`${counted(opened - delivered, 'alert')} opened and not delivered.`]
				: []),
			...(delivered > 0
				? [`Escalated to a manager: ${shownShare(wilson(escalated, delivered))}.`]
				: []),
		],
	};
}

export function ownersSection(
	{ desks, workingDays }: DigestFigures,
	capacity: Capacity,
): ReportSection {
	const days = Math.max(1, workingDays);
	const rateOf = (desk: Desk) => alertsOn(desk) / days;
	const owned = desks.filter(({ owner }) => owner !== undefined);
	const most = owned.slice(0, MOST_BARS);
	const namesOf = (some: readonly Desk[]) => {
		const names = some.slice(0, MOST_BARS).map(({ owner }) => owner ?? '');
		const more = some.length - names.length;
		return listOf([...names, ...(more > 0 ? [`${more} more`] : [])]);
	};
	const tooMany = owned.filter((desk) => rateOf(desk) > capacity.to);
	const none = owned.filter((desk) => alertsOn(desk) === 0);
	return {
		title: 'Alerts by owner',
		lines: [
			...(tooMany.length > 0
				? [`More than ${capacity.to} a working day: ${namesOf(tooMany)}.`]
				: []),
			...(none.length > 0
				? [`No alert, though messages of their accounts came: ${namesOf(none)}.`]
				: []),
		],
		...(most.length > 0 && {
			chart: {
				kind: 'bars' as const,
				isLying: true,
				title: 'Alerts of each owner on a working day',
				description: `A bar for each owner, the busiest first. The band from ${capacity.from} to ${capacity.to} is what an owner can handle.`,
				unit: 'Alerts on a working day',
				labels: most.map(({ owner }) => owner ?? ''),
				series: [{ name: 'Alerts on a working day', values: most.map(rateOf) }],
				band: { ...capacity, name: 'Can be handled' },
			},
		}),
		table: {
			columns: [
				{ title: 'Owner' },
				...numbers('Alerts', 'A working day'),
				{ title: 'Busiest day' },
			],
			...cut(desks, (desk) => {
				const busiest = busiestDay(desk);
				return [
					desk.owner ?? 'No owner',
					shownCount(alertsOn(desk)),
					shownRate(rateOf(desk)),
					busiest === undefined ? '' : `${busiest.alerts} on ${shownDay(busiest.day)}`,
				];
			}),
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

/** How an owner is addressed in a title; their name is a stranger's, too. */
export function ownerTitle(owner: { name?: string; email?: string }): string {
	return shown(owner.name, 60) ?? shownAddress(owner.email) ?? 'one owner';
}
