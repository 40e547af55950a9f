import { CRITICAL_FROM, FRUSTRATED_FROM } from '../../score/labels';
import { alertKeyOf } from '../../log/alertPolicy';
import { deskCounter, type Desk } from '../backtest/desks';
import { daysOf, dayReader, weekOf, workingDaysOf } from '../days';
import type { LoggedAlert, LoggedScore, Period } from '../rows';

/** What the dashboard shows, counted as the log streams by. */

/** Scores of one bar of the histogram. */
export const BIN = 5;

export interface Week {
	/** Its Monday. */
	monday: string;
	messages: number;
	/** Scores 65–79. */
	frustrated: number;
	/** Scores from 80 on. */
	critical: number;
	/** Accounts and senders behind both. */
	whose: number;
}

/** How far alerts came; each step counts those before it, too, where they took them. */
export interface Ladder {
	opened: number;
	sent: number;
	answered: number;
	reminded: number;
	escalated: number;
	closed: number;
	/** Sent, not answered, not closed. */
	waiting: number;
}

export interface Dashboard {
	messages: number;
	routes: { alert: number; review: number; digest: number };
	weeks: Week[];
	/** Messages by score, in bars of 5; a score of 100 is in the last one. */
	scores: number[];
	desks: Desk[];
	days: string[];
	workingDays: number;
	ladder: Ladder;
}

export function dashboardCounter(period: Period, timeZone: string) {
	const dayOf = dayReader(timeZone);
	const weeks = new Map<string, Omit<Week, 'whose'> & { whose: Set<string> }>();
	const scores = new Array<number>(100 / BIN).fill(0);
	const desks = deskCounter();
	const routes = { alert: 0, review: 0, digest: 0 };
	const ladder = {
		opened: 0,
		sent: 0,
		answered: 0,
		reminded: 0,
		escalated: 0,
		closed: 0,
		waiting: 0,
	};
	const days = daysOf(period.since, period.until, dayOf);
	for (const day of days) {
		const monday = weekOf(day);
		weeks.set(monday, { monday, messages: 0, frustrated: 0, critical: 0, whose: new Set() });
	}
	let messages = 0;
	const addScore = (message: LoggedScore) => {
		const { account, score, receivedAt, route } = message;
		messages += 1;
		routes[route] += 1;
		if (account?.status === 'matched') desks.see(account.owner);
		const week = weeks.get(weekOf(dayOf(receivedAt.getTime())));
		if (week !== undefined) week.messages += 1;
		if (score === undefined) return;
		const bin = Math.min(scores.length - 1, Math.max(0, Math.floor(score / BIN)));
		scores[bin] = (scores[bin] ?? 0) + 1;
		if (week === undefined || score < FRUSTRATED_FROM) return;
		if (score >= CRITICAL_FROM) week.critical += 1;
		else week.frustrated += 1;
		week.whose.add(alertKeyOf(message));
	};
	const addAlert = (alert: LoggedAlert) => {
		desks.count(desks.see(alert.owner), 'opened', dayOf(alert.openedAt.getTime()));
		ladder.opened += 1;
		if (alert.deliveredAt !== undefined) ladder.sent += 1;
		if (alert.answeredAt !== undefined) ladder.answered += 1;
		if (alert.isReminded) ladder.reminded += 1;
		if (alert.escalatedAt !== undefined) ladder.escalated += 1;
		if (alert.closedAt !== undefined) ladder.closed += 1;
		const isWaiting = alert.deliveredAt && !alert.answeredAt && !alert.closedAt;
		if (isWaiting) ladder.waiting += 1;
	};
	return {
		addScores: (page: readonly LoggedScore[]) =>
			page.filter(({ isBackfill }) => !isBackfill).forEach(addScore),
		addAlerts: (page: readonly LoggedAlert[]) => page.forEach(addAlert),
		/** @param firstLive when the first message of the log was decided live; absent where there is none */
		result: (firstLive?: Date): Dashboard => ({
			messages,
			routes,
			weeks: [...weeks.values()].map(({ whose, ...week }) => ({ ...week, whose: whose.size })),
			scores,
			desks: desks.desks(),
			days,
			workingDays: workingDaysOf(period, firstLive, dayOf),
			ladder,
		}),
	};
}
