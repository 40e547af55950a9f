import type { AlertStanding } from '../../item/types';
import type { LoggedAlert } from '../rows';
import { topList } from './topList';

/** An alert that has not ended. */
export interface StandingAlert extends LoggedAlert {
	state: AlertStanding['state'];
	/** When it was last sent anew. */
	sentAt: Date;
}

/** Time between a customer's message and its alert, in milliseconds: half, 95 of 100, and all took no longer. */
export interface TimeToAlert {
	p50: number;
	p95: number;
	max: number;
}

export interface AlertFigures {
	/** Of the period: opened, delivered, escalated to a manager. */
	opened: number;
	delivered: number;
	escalated: number;
	/** Absent where none was delivered. */
	timeToAlert?: TimeToAlert;
	/** Of all that have not ended, whenever they were opened. */
	standing: Record<Exclude<AlertStanding['state'], 'closed'>, number>;
	/** Of the open ones: reminded of, escalated, or without an answer for a day. */
	overdue: number;
	/** Open ones, those that have waited longest first; the others are only counted. */
	waiting: StandingAlert[];
}

const DAY_MS = 86_400_000;
const MOST_WAITING = 50;

export function alertFigures(now: Date) {
	const counts = { opened: 0, delivered: 0, escalated: 0, overdue: 0 };
	const standing = { open: 0, acknowledged: 0, snoozed: 0 };
	const times: number[] = [];
	const waiting = topList<StandingAlert>(
		MOST_WAITING,
		(one, other) => one.sentAt.getTime() - other.sentAt.getTime(),
	);
	return {
		add: ({ deliveredAt, escalatedAt, ticketAt }: LoggedAlert) => {
			counts.opened += 1;
			if (deliveredAt === undefined) return;
			counts.delivered += 1;
			if (escalatedAt !== undefined) counts.escalated += 1;
			if (ticketAt !== undefined) {
				times.push(Math.max(0, deliveredAt.getTime() - ticketAt.getTime()));
			}
		},
		addStanding: (alert: StandingAlert) => {
			const { state } = alert;
			if (state === 'closed') return;
			standing[state] += 1;
			if (state !== 'open') return;
			waiting.add(alert);
			if (isOverdue(alert, now)) counts.overdue += 1;
		},
		result: (): AlertFigures => ({
			...counts,
			...(times.length > 0 && { timeToAlert: timesOf(times) }),
			standing,
			waiting: waiting.first(),
		}),
	};
}

/** Nobody has answered, and somebody should have. */
export function isOverdue(
	{ isReminded, escalatedAt, sentAt }: Pick<StandingAlert, 'isReminded' | 'escalatedAt' | 'sentAt'>,
	now: Date,
): boolean {
	return isReminded || escalatedAt !== undefined || now.getTime() - sentAt.getTime() > DAY_MS;
}

/** By nearest rank: each is a time that was really taken. */
function timesOf(times: readonly number[]): TimeToAlert {
	const sorted = times.toSorted((a, b) => a - b);
	const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
	return { p50: rank(0.5), p95: rank(0.95), max: rank(1) };
}
