import { identifyRules, type GateSettings } from '../../gate';
import { shown } from '../../text/shown';
import { counted } from '../accountWords';
import { wilson } from '../wilson';
import type { Group, Judged } from './judge';
import type { Bounds, Change, Effect, Trial } from './trial';

/** What to change, in plain words, with what it would have done to the alerts there were. */

/** Nothing is said of fewer. */
export const LEAST_JUDGED = 10;
/** Below this, more alerts are noise than not. */
const HALF = 0.5;
const HIGHEST_SCORE = 95;
/** Weights that are tried are multiples of it. */
const WEIGHT_STEP = 5;

export interface SuggestedMove {
	kind: 'rule' | 'signal' | 'missed';
	/** The rule's ID, or the signal's name. Absent of `missed`. */
	id?: string;
	/** Of a rule: the minimum score it should have. */
	minScore?: number;
	/** Of a signal: what it weighs, and the weight it should have; absent where no weight is of use. */
	weightNow?: number;
	weight?: number;
	/** Alerts that were noise and would surely not have come, and those that were right and may not have. */
	spared?: number;
	lost?: number;
	text: string;
}

/** The rules and signals whose alerts were noise more often than not, as far as ten or more verdicts show beyond chance. */
export function noisyGroups({ rules, signals }: Judged): { rules: Group[]; signals: Group[] } {
	const isNoisy = ({ right }: Group) => right.of >= LEAST_JUDGED && right.high < HALF;
	return { rules: rules.filter(isNoisy), signals: signals.filter(isNoisy) };
}

/**
 * Moves that the verdicts call for, of {@link noisyGroups}.
 * @param gate the rules of today; absent where they are not known
 */
export function suggestMoves(
	judged: Judged,
	trial: Trial,
	gate: GateSettings | undefined,
): SuggestedMove[] {
	const noisy = noisyGroups(judged);
	return [
		...noisy.rules.flatMap((group) => ruleMove(group, judged, trial, gate)),
		...noisy.signals.flatMap((group) => signalMove(group, judged, trial)),
		...missedMove(judged),
	];
}

function ruleMove(
	group: Group,
	judged: Judged,
	trial: Trial,
	gate: GateSettings | undefined,
): SuggestedMove[] {
	const now = identifyRules(gate?.rules ?? []).find(({ id }) => id === group.id)?.minScore;
	const at = (minScore: number): Change => ({ kind: 'rule', id: group.id, minScore });
	const left = trial.left(group.alerts, at(now ?? 0));
	const scores = numbersFrom((now ?? 0) + 1, HIGHEST_SCORE, 1);
	const best = harmless(scores.map((to) => ({ to, effect: trial.effectOf(left, at(to)) })));
	if (best === undefined) return [];
	const { to: minScore } = best;
	const from = now === undefined ? '' : ` from ${now}`;
	const text = `Rule “${nameOf(group)}”: ${noiseOf(group)}. Raise its minimum score${from} to ${minScore}; ${effectOf(best.effect, judged)}.`;
	return [{ kind: 'rule', id: group.id, minScore, ...certain(best.effect), text }];
}

function signalMove(group: Group, judged: Judged, trial: Trial): SuggestedMove[] {
	const weightNow = trial.weightOf(group.alerts, group.id);
	if (weightNow === undefined) return [];
	const at = (weight: number): Change => ({ kind: 'signal', name: group.id, weight });
	const left = trial.left(group.alerts, at(weightNow));
	if (left.every(({ isRight }) => isRight !== false)) return [];
	const highest = (Math.ceil(weightNow / WEIGHT_STEP) - 1) * WEIGHT_STEP;
	const trials = numbersFrom(WEIGHT_STEP, highest, WEIGHT_STEP)
		.reverse()
		.map((to): Tried => ({ to, effect: trial.effectOf(left, at(to)) }));
	const said = `Signal “${nameOf(group)}”: ${noiseOf(group)}.`;
	const known = { kind: 'signal', id: group.id, weightNow } as const;
	const best = harmless(trials);
	if (best !== undefined) {
		const text = `${said} Lower its weight from ${weightNow} to ${best.to}; ${effectOf(best.effect, judged)}.`;
		return [{ ...known, weight: best.to, ...certain(best.effect), text }];
	}
	const other = mostBy(trials, ({ effect }) => effect.spared.least - effect.lost.most);
	if (other !== undefined) {
		const text = `${said} Make its phrases narrower. Only a lower weight would lose useful ones, too: at ${other.to} ${effectOf(other.effect, judged)}.`;
		return [{ ...known, ...certain(other.effect), text }];
	}
	// The lowest weight spares most.
	if (trials.at(-1)?.effect.spared.most !== 0) return [];
	const text = `${said} A lower weight than its ${weightNow} would have spared none of them: they would have scored high enough all the same.`;
	return [{ ...known, spared: 0, lost: 0, text }];
}

interface Tried {
	/** The minimum score, or the weight. */
	to: number;
	effect: Effect;
}

/** What spares most of those that surely lose nothing useful; of equal ones the first, which moves least. */
const harmless = (trials: readonly Tried[]) =>
	mostBy(
		trials.filter(({ effect }) => effect.lost.most === 0),
		({ effect }) => effect.spared.least,
	);

/** The first with the highest number above 0. */
function mostBy(trials: readonly Tried[], numberOf: (one: Tried) => number): Tried | undefined {
	const most = Math.max(0, ...trials.map(numberOf));
	return most === 0 ? undefined : trials.find((one) => numberOf(one) === most);
}

function numbersFrom(first: number, last: number, step: number): number[] {
	const count = Math.max(0, Math.floor((last - first) / step) + 1);
	return Array.from({ length: count }, (_, index) => first + index * step);
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

const certain = ({ spared, lost }: Effect) => ({ spared: spared.least, lost: lost.most });

const shownBounds = ({ least, most }: Bounds) =>
	least === most ? `${least}` : `${least} to ${most}`;

/** "it would have spared 9 of 41 alerts and lost none that were useful"; from–to where the log does not tell exactly. */
function effectOf({ spared, lost, unjudged }: Effect, { alerts }: Judged): string {
	const useful =
		lost.most === 0 ? 'lost none that were useful' : `lost ${shownBounds(lost)} that were useful`;
	const others =
		unjudged.most === 0
			? ''
			: `; of those without a verdict on their worth, ${shownBounds(unjudged)} would not have come either`;
	return `it would have spared ${shownBounds(spared)} of ${counted(alerts.length, 'alert')} and ${useful}${others}`;
}
