import type { OpenAlert } from '../item/types';
import { timeOf } from '../values/dates';
import { countOf } from '../values/wording';
import type { GateSettings } from './settings';
import { worseningOf } from './worsening';

const DAY_MS = 86_400_000;

/**
 * An account's alert as it stands once it has taken in a ticket. One that this sends again is as new; what joins it
 * otherwise leaves its score, since a rise is measured from when it was last sent.
 */
export function joined(
	open: OpenAlert | undefined,
	score: number,
	{ worseByPoints }: Pick<GateSettings, 'worseByPoints'>,
	now: Date,
): OpenAlert {
	if (open === undefined) return { state: 'open', openedAt: now.toISOString(), score };
	if (newsOf(open, score, worseByPoints, now) === undefined) return open;
	return { state: 'open', openedAt: open.openedAt, score: Math.max(open.score ?? 0, score) };
}

/**
 * What becomes of an alert while another one of its account is open: it joins that one, which is sent again
 * only when the score says that things got worse; while it is snoozed, only when they first become critical. That
 * the renewal has come near is not foretold: only the log knows what the alert said of it.
 * @param settings from which rise of the score on it is sent again, and whose days are told
 * @returns one sentence in plain words
 */
export function joinsOpenAlert(
	alert: OpenAlert,
	score: number,
	{ worseByPoints, timeZone }: Pick<GateSettings, 'worseByPoints' | 'timeZone'>,
	now: Date,
): string {
	const { state, openedAt, score: before, snoozedUntil } = alert;
	const scored = before === undefined ? '' : ` (score ${before})`;
	const news = newsOf(alert, score, worseByPoints, now);
	if (isSnoozed(alert, now)) {
		const until = timeOf(snoozedUntil);
		const end = until === undefined ? '' : ` until ${dateOf(until, timeZone)}`;
		const snoozed = `The open alert of this account${scored} is snoozed${end}`;
		return news === undefined
			? `${snoozed}, so this joins it quietly`
			: `${snoozed}, but this sends it again. ${news}`;
	}
	const answered = state === 'acknowledged' ? ' and is acknowledged' : '';
	const open = `An alert of this account has been open ${ageOf(openedAt, now)}${scored}${answered}, so this joins it`;
	return news === undefined ? open : `${open} and sends it again. ${news}`;
}

/** Why an open alert is sent again; a snoozed one only when it first becomes critical. */
function newsOf(
	alert: OpenAlert,
	score: number,
	worseByPoints: number,
	now: Date,
): string | undefined {
	const points = isSnoozed(alert, now) ? Infinity : worseByPoints;
	return worseningOf({ score: alert.score, at: now }, { score, at: now }, points);
}

function isSnoozed({ state, snoozedUntil }: OpenAlert, now: Date): boolean {
	const until = timeOf(snoozedUntil);
	return state === 'snoozed' && (until === undefined || until > now.getTime());
}

/** "for 2 days", "since today". */
function ageOf(openedAt: string, now: Date): string {
	const opened = timeOf(openedAt);
	if (opened === undefined) return 'for some time';
	const days = Math.floor((now.getTime() - opened) / DAY_MS);
	return days < 1 ? 'for less than a day' : `for ${countOf(days, 'day')}`;
}

/** "1 Dec 2026". */
function dateOf(time: number, timeZone: string): string {
	return new Date(time).toLocaleDateString('en-GB', {
		timeZone,
		day: 'numeric',
		month: 'short',
		year: 'numeric',
	});
}
