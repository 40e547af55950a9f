import { listOf } from '../../values/wording';
import { accountName, counted, shownCount, shownOwner, shownRate } from '../accountWords';
import { alertsOn, busiestDay, type Desk } from '../backtest/desks';
import type { Capacity } from '../backtest/suggest';
import { shownDay } from '../days';
import type { ReportSection } from '../types';
import { shownShare, wilson } from '../wilson';
import { isOverdue, type AlertFigures } from './alertFigures';
import type { AudienceFigures, DigestFigures } from './digestFigures';
import { cut, MOST_BARS, numbers } from './sectionParts';
import { shownWait } from './shownWait';

/** The sections of a digest about alerts and whom they went to. */

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
