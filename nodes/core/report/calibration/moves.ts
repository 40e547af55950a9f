import { identifyRules, type GateSettings } from '../../gate';
import { shown } from '../../text/shown';
import { counted } from '../accountWords';
import { wilson } from '../wilson';
import type { Group, Judged } from './judge';

/** What to change, in plain words, with what it would have done to the alerts there were. */

/** Nothing is said of fewer. */
export const LEAST_JUDGED = 10;
/** Below this, more alerts are noise than not. */
const HALF = 0.5;
const HIGHEST_SCORE = 95;

export interface SuggestedMove {
	kind: 'rule' | 'signal' | 'missed';
	/** The rule's ID, or the signal's name. Absent of `missed`. */
	id?: string;
	/** Of a rule: the minimum score it should have. */
	minScore?: number;
	/** Alerts that were noise and would not have come, and those that were right. */
	spared?: number;
	lost?: number;
	text: string;
}

/**
 * Moves that the verdicts call for: a rule or a signal whose alerts were noise more often than not, as far as ten or
 * more verdicts show beyond chance.
 * @param gate the rules of today; absent where they are not known
 */
export function suggestMoves(judged: Judged, gate: GateSettings | undefined): SuggestedMove[] {
	const isNoisy = ({ right }: Group) => right.of >= LEAST_JUDGED && right.high < HALF;
	return [
		...judged.rules.filter(isNoisy).flatMap((group) => ruleMove(group, judged, gate)),
		...judged.signals.filter(isNoisy).flatMap((group) => signalMove(group, judged)),
		...missedMove(judged),
	];
}

function ruleMove(group: Group, judged: Judged, gate: GateSettings | undefined): SuggestedMove[] {
	// Where another rule fired, too, the alert comes all the same.
	const alone = group.alerts.filter(({ alert }) => alert.rules.length === 1);
	const scoresOf = (isRight: boolean) =>
		alone.flatMap((entry) => (entry.isRight === isRight ? (entry.alert.score ?? []) : []));
	const useful = scoresOf(true);
	const noise = scoresOf(false);
	const highestNoise = Math.max(...noise);
	const minScore = Math.min(HIGHEST_SCORE, highestNoise + 1, ...useful);
	const spared = noise.filter((score) => score < minScore).length;
	if (spared === 0) return [];
	const now = identifyRules(gate?.rules ?? []).find(({ id }) => id === group.id)?.minScore;
	if (now !== undefined && now >= minScore) return [];
	const from = now === undefined ? '' : ` from ${now}`;
	return [
		{
			kind: 'rule',
			id: group.id,
			minScore,
			spared,
			lost: 0,
			text: `Rule “${nameOf(group)}”: ${noiseOf(group)}. Raise its minimum score${from} to ${minScore}; ${effectOf(spared, 0, judged)}.`,
		},
	];
}

/** What lowering a weight does to a score only scoring again can tell; where nothing else was found it is plain. */
function signalMove(group: Group, judged: Judged): SuggestedMove[] {
	const alone = group.alerts.filter(({ alert }) =>
		alert.signals.every(({ name }) => name === group.id),
	);
	const count = (isRight: boolean) => alone.filter((entry) => entry.isRight === isRight).length;
	const [spared, lost] = [count(false), count(true)];
	if (spared <= lost) return [];
	const what =
		lost === 0
			? 'Lower its weight, so that it does not alert by itself'
			: 'Make its phrases narrower. Only a lower weight, so that it does not alert by itself, would lose useful ones, too';
	return [
		{
			kind: 'signal',
			id: group.id,
			spared,
			lost,
			text: `Signal “${nameOf(group)}”: ${noiseOf(group)}. ${what}; where it was the only signal, ${effectOf(spared, lost, judged)}.`,
		},
	];
}

function missedMove({ churned, missed }: Judged): SuggestedMove[] {
	const share = wilson(missed.length, churned);
	if (churned < LEAST_JUDGED || share.low <= HALF) return [];
	return [
		{
			kind: 'missed',
			text: `${missed.length} of ${churned} accounts that left had no alert in the 90 days before. Try lower thresholds in a backtest; their highest scores are listed below.`,
		},
	];
}

const nameOf = ({ name }: Group) => shown(name, 60) ?? 'without a name';

function noiseOf({ right }: Group): string {
	return `noise in ${right.of - right.hits} of ${right.of}`;
}

function effectOf(spared: number, lost: number, { alerts }: Judged): string {
	const useful = lost === 0 ? 'lost none that were useful' : `lost ${lost} that were useful`;
	return `it would have spared ${spared} of ${counted(alerts.length, 'alert')} and ${useful}`;
}
