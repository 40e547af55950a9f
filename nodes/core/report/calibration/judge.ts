import { shown } from '../../text/shown';
import { byAccount, isLoss, type Outcome } from '../outcomes';
import type { LoggedAlert, Period } from '../rows';
import { wilson, type Share } from '../wilson';

/** Which alerts were right, by what made them, and who left without one. */

/** An account that leaves so soon after an alert was at risk; one that left so late after the last one had none. */
export const RISK_DAYS = 90;
const RISK_MS = RISK_DAYS * 86_400_000;
/** Width of a band of scores. */
const BAND = 5;
const MOST_PHRASE = 60;

export interface JudgedAlert {
	alert: LoggedAlert;
	/** Absent where nobody said so and nothing happened that shows it. */
	isRight?: boolean;
}

/** The alerts that have something in common. */
export interface Group {
	id: string;
	name: string;
	/** How many were right of those that could be judged. */
	right: Share;
	alerts: readonly JudgedAlert[];
}

export interface Judged {
	alerts: readonly JudgedAlert[];
	right: Share;
	rules: Group[];
	signals: Group[];
	phrases: Group[];
	/** Ascending. */
	scores: Group[];
	/** Verdicts that are about the match, not about the thresholds; they count for no share. */
	wrongAccount: number;
	wrongOwner: number;
	/** Accounts that churned within the period. */
	churned: number;
	/** Those of them without an alert in the 90 days before. */
	missed: Outcome[];
}

export interface Judge {
	/** Since when alerts are needed: those before the period only tell who left without one. */
	readonly since: Date;
	add(alerts: readonly LoggedAlert[]): void;
	result(): Judged;
}

export function judge(outcomes: readonly Outcome[], period: Period): Judge {
	const outcomesOf = byAccount(outcomes);
	const judged: JudgedAlert[] = [];
	const alertedAt = new Map<string, number[]>();
	return {
		since: new Date(period.since.getTime() - RISK_MS),
		add: (alerts) => {
			for (const alert of alerts) {
				const { accountId, openedAt } = alert;
				if (accountId !== undefined) {
					alertedAt.set(accountId, [...(alertedAt.get(accountId) ?? []), openedAt.getTime()]);
				}
				if (openedAt >= period.since && openedAt < period.until) {
					judged.push(judgedAlert(alert, outcomesOf.get(accountId ?? '') ?? []));
				}
			}
		},
		result: () => {
			// An account leaves once, however many rows and lost deals tell it.
			const churned = [...outcomesOf.values()].flatMap(
				(ofAccount) =>
					ofAccount.find(
						({ kind, at }) => kind === 'churned' && at >= period.since && at < period.until,
					) ?? [],
			);
			const count = (verdict: string) =>
				judged.filter(({ alert }) => alert.verdict === verdict).length;
			return {
				alerts: judged,
				right: shareOf(judged),
				rules: groups(judged, ({ rules }) => rules.map(({ id, name }) => [id, name])),
				signals: groups(judged, ({ signals }) => signals.map(({ name }) => [name, name])),
				phrases: groups(judged, ({ signals }) => signals.flatMap(({ quote }) => phraseOf(quote))),
				scores: groups(judged, ({ score }) => (score === undefined ? [] : [bandOf(score)])).sort(
					(a, b) => Number(a.id) - Number(b.id),
				),
				wrongAccount: count('wrongAccount'),
				wrongOwner: count('wrongOwner'),
				churned: churned.length,
				missed: churned.filter(
					({ accountId, at, end }) =>
						!(alertedAt.get(accountId) ?? []).some(
							(time) => time <= end.getTime() && time >= at.getTime() - RISK_MS,
						),
				),
			};
		},
	};
}

/**
 * A verdict counts; that the account left or bought less soon after counts for more than "noise". What went to the
 * wrong account or owner says nothing of thresholds, whatever became of that account.
 */
function judgedAlert(alert: LoggedAlert, outcomes: readonly Outcome[]): JudgedAlert {
	if (alert.verdict === 'wrongAccount' || alert.verdict === 'wrongOwner') return { alert };
	const opened = alert.openedAt.getTime();
	const isLost = outcomes.some((outcome) => {
		const isAfter = outcome.end.getTime() >= opened;
		return isLoss(outcome) && isAfter && outcome.at.getTime() - opened <= RISK_MS;
	});
	if (alert.verdict === 'useful' || isLost) return { alert, isRight: true };
	return alert.verdict === 'noise' ? { alert, isRight: false } : { alert };
}

export function shareOf(alerts: readonly JudgedAlert[]): Share {
	const known = alerts.filter(({ isRight }) => isRight !== undefined);
	return wilson(known.filter(({ isRight }) => isRight === true).length, known.length);
}

/** Groups alerts by all they have; most judged first. */
function groups(
	judged: readonly JudgedAlert[],
	keysOf: (alert: LoggedAlert) => ReadonlyArray<readonly [string, string]>,
): Group[] {
	const found = new Map<string, { name: string; alerts: JudgedAlert[] }>();
	for (const entry of judged) {
		for (const [id, name] of new Map(keysOf(entry.alert))) {
			const group = found.get(id) ?? { name, alerts: [] };
			found.set(id, group);
			group.alerts.push(entry);
		}
	}
	return [...found]
		.map(([id, { name, alerts }]) => ({ id, name, right: shareOf(alerts), alerts }))
		.sort((a, b) => b.right.of - a.right.of || b.alerts.length - a.alerts.length);
}

function phraseOf(quote: string): Array<readonly [string, string]> {
	const phrase = shown(quote.toLowerCase(), MOST_PHRASE);
	return phrase === undefined ? [] : [[phrase, phrase]];
}

function bandOf(score: number): readonly [string, string] {
	const from = Math.min(Math.floor(score / BAND) * BAND, 100 - BAND);
	return [String(from), `${from}–${from === 100 - BAND ? 100 : from + BAND - 1}`];
}
