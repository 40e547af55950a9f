import { identifyRules, type GateSettings } from '../../gate';
import { shown } from '../../text/shown';
import { counted, shownCount } from '../accountWords';
import { dayReader, lastKnownDays, shownDay } from '../days';
import { ruleNames } from '../gateRules';
import { htmlOf } from '../pageFrame';
import type { LoggedScore, Period } from '../rows';
import { loadOf } from './desks';
import { replayer, type Replay } from './replay';
import { leftOut, loadWords, madeWords } from './replayWords';

/** What the gate's own panel shows of a backtest: a few lines on the last days, soon there or not at all. */

const DAYS = 30;
/** Of fewer nothing can be said: not even every weekday was there once. */
const LEAST_DAYS = 7;
const DAY_MS = 86_400_000;

const WHERE_MORE =
	'CS Alert Report, operation Backtest, shows accounts, the busiest days and thresholds that fit your team.';

/** The part of the log that is read. */
export interface DecidedMessages {
	/** Absent before there is any. */
	firstDecidedAt(): Promise<Date | undefined>;
	/** Oldest first, a page at a time. */
	loggedScores(period: Period): AsyncIterable<LoggedScore[]>;
}

/**
 * What the last 30 days would have given with these rules, as HTML of a few lines. A log that has less than a week, or
 * cannot be read to a week in time, gives a line that says so.
 * @param isTimeUp asked before each page; once it is, the days so far are all that is replayed
 */
export async function lastDaysHtml(
	log: DecidedMessages,
	gate: GateSettings,
	now: Date,
	isTimeUp: () => boolean,
): Promise<string> {
	const first = await log.firstDecidedAt();
	const known = first === undefined ? 0 : (now.getTime() - first.getTime()) / DAY_MS;
	if (known < LEAST_DAYS) return tooYoung(known);
	const period = lastKnownDays(DAYS, first, now, gate.timeZone);
	const replaying = replayer(gate, period, gate.timeZone);
	let last = period.since;
	for await (const page of log.loggedScores(period)) {
		if (isTimeUp()) {
			return last.getTime() - period.since.getTime() < LEAST_DAYS * DAY_MS
				? `The log holds so many messages that not even a week of them could be replayed in the time that a run in the editor has for it. ${WHERE_MORE}`
				: htmlLines(replaying.result(last), gate, { ...period, until: last });
		}
		replaying.add(page);
		last = page.at(-1)?.receivedAt ?? last;
	}
	return htmlLines(replaying.result(), gate);
}

function tooYoung(days: number): string {
	const sofar = days < 1 ? 'less than a day' : counted(Math.floor(days), 'day');
	return `The log holds ${sofar} of decided tickets so far. Once it has a week, a run of this step shows here how many alerts these rules would have made in the last ${DAYS} days. A backfill brings months at once.`;
}

/** @param cut what was replayed, where that is not all of the last days */
function htmlLines(replay: Replay, gate: GateSettings, cut?: Period): string {
	const load = loadOf(replay.desks, replay.workingDays);
	const lines = [
		`${madeWords(replay)} ${loadWords(load)}.`,
		`By rule: ${byRule(replay, gate)}.`,
		...leftOut(replay, load, gate),
		...(cut === undefined ? [] : [cutNote(cut, gate.timeZone)]),
		WHERE_MORE,
	];
	const days = replay.days.length;
	const title =
		cut === undefined ? `The last ${counted(days, 'day')}` : `${days} of the last ${DAYS} days`;
	return [`<b>${title} with these rules</b>`, ...lines.map(htmlOf)].join('<br>');
}

function byRule({ rules }: Replay, { rules: rows }: GateSettings): string {
	const names = ruleNames(rows);
	return identifyRules(rows)
		.map(({ id }) => `${shown(names.get(id), 60) ?? id} ${shownCount(rules.get(id) ?? 0)}`)
		.join(', ');
}

function cutNote({ since, until }: Period, timeZone: string): string {
	const day = dayReader(timeZone);
	const [from, to] = [since, until].map((at) => shownDay(day(at.getTime())));
	return `Only ${from} to ${to} was replayed: the log holds more messages of the last ${DAYS} days than a run in the editor has time for.`;
}
