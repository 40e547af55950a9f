import type { GateRule } from '../../gate';
import { withThresholds } from '../gateRules';
import type { CandidateStore, MovableRule, Thresholds, Tried } from './candidates';

/** How many alerts a manager can handle, for each working day. */
export interface Capacity {
	from: number;
	to: number;
}

/** Fewer working days say nothing of a usual one. */
const LEAST_DAYS = 5;
/** One step of the score; one of the MRR is the next floor. */
const SCORE_STEP = 5;
/** No rule is moved farther at a time. */
const FEW_STEPS = 3;
/** Each move goes through all messages twenty to fifty times. */
const MOST_MOVES = 15;

export interface Option {
	thresholds: readonly Thresholds[];
	/** For each working day, over all managers. */
	average: number;
	/** The same of the busiest one. */
	busiest: number;
	/** Alerts, and alerts again, within the period. */
	alerts: number;
	/** How many the busiest manager has too many, and the team on average too few. */
	tooMany: number;
	tooFew: number;
	/** How far it is from what the team can handle; 0 where it fits. */
	distance: number;
}

export interface Move {
	/** A place in the rules. */
	index: number;
	from: GateRule;
	to: GateRule;
}

export type Suggestion =
	/** Nothing can be said, and why. */
	| { kind: 'none'; because: string }
	/** The rules being considered fit as they are. */
	| { kind: 'fits'; current: Option }
	| {
			kind: 'move';
			current: Option;
			best: Option;
			moves: Move[];
			rules: GateRule[];
			/** What each score of the first moved rule would bring, everything else as suggested. */
			scores: Array<{ minScore: number; option: Option }>;
			/** The same of each floor of its MRR. */
			floors: Array<{ floor: number; option: Option }>;
	  };

/**
 * Finds thresholds with which the busiest manager gets no more, and the team on average no less, than it can
 * handle. One threshold is moved after the other, the one that helps most for each step (5 points of the score, or the
 * next floor of the MRR), and in the end each back as far as it still fits.
 * @param pause lets everybody else have a turn: each try goes through all messages
 */
export async function suggest(
	store: CandidateStore,
	{ from, to }: Capacity,
	workingDays: number,
	pause: () => Promise<void>,
): Promise<Suggestion> {
	const managers = store.owners().length;
	if (managers === 0) {
		return { kind: 'none', because: 'No account of the period has an owner' };
	}
	if (workingDays < LEAST_DAYS) {
		return {
			kind: 'none',
			because: `The period has ${workingDays} working days. A suggestion needs at least ${LEAST_DAYS}`,
		};
	}
	const measure = async (thresholds: readonly Thresholds[]): Promise<Option> => {
		await pause();
		const tried = store.try(thresholds);
		return { thresholds, ...loadOf(tried, managers, workingDays, { from, to }) };
	};
	const own = store.rules.map((rule) => rule.own);
	const current = await measure(own);
	if (current.distance === 0) return { kind: 'fits', current };
	const nearest = await approach(store, current, measure);
	const best = await pullBack(store, nearest, measure);
	if (best === current) {
		return { kind: 'none', because: 'No score or MRR floor of these rules comes nearer to that' };
	}
	return await describe(store, current, best, measure);
}

function loadOf(
	{ byOwner, withoutOwner, total }: Tried,
	managers: number,
	days: number,
	{ from, to }: Capacity,
): Omit<Option, 'thresholds'> {
	const average = (total - withoutOwner) / managers / days;
	const busiest = Math.max(0, ...byOwner.values()) / days;
	const [tooMany, tooFew] = [Math.max(0, busiest - to), Math.max(0, from - average)];
	return { average, busiest, alerts: total, tooMany, tooFew, distance: tooMany + tooFew };
}

/** Moves one threshold of one rule, by how many steps. */
interface Step {
	thresholds: readonly Thresholds[];
	steps: number;
}

/**
 * Each time the threshold is moved that comes nearer by most for each step, until it fits or nothing helps: a few steps
 * at a time, so that no rule takes it all; farther where nothing changes nearby; and only where that does not help
 * either, at the price of too few alerts for some so that others have not too many.
 */
async function approach(
	store: CandidateStore,
	current: Option,
	measure: (thresholds: readonly Thresholds[]) => Promise<Option>,
): Promise<Option> {
	let best = current;
	for (let moves = 0; moves < MOST_MOVES && best.distance > 0; moves += 1) {
		const from = best;
		const isNear = ({ steps }: Step) => steps <= FEW_STEPS;
		const steps = stepsFrom(store.rules, from.thresholds);
		const near: Measured[] = [];
		for (const step of steps.filter(isNear)) near.push(await measured(step, measure));
		let next = nextOf(from, near, true);
		if (next === undefined) {
			for (const step of steps) if (!isNear(step)) near.push(await measured(step, measure));
			next = nextOf(from, near, true) ?? nextOf(from, near, false);
		}
		if (next === undefined) return best;
		best = next;
	}
	return best;
}

interface Measured {
	option: Option;
	steps: number;
}

const measured = async (
	{ thresholds, steps }: Step,
	measure: (thresholds: readonly Thresholds[]) => Promise<Option>,
): Promise<Measured> => ({ option: await measure(thresholds), steps });

/** @param isStrict whether neither too many nor too few may become worse */
function nextOf(from: Option, tried: readonly Measured[], isStrict: boolean): Option | undefined {
	let [next, gain]: [Option | undefined, number] = [undefined, 0];
	for (const { option, steps } of tried) {
		const isWorse = option.tooMany > from.tooMany || option.tooFew > from.tooFew;
		if (isStrict && isWorse) continue;
		const gained = (from.distance - option.distance) / steps;
		const isMore = gained === gain && option.alerts > (next?.alerts ?? Infinity);
		if (gained > gain || isMore) [next, gain] = [option, gained];
	}
	return next;
}

/** Moves thresholds back towards the rules' own as far as it fits just as well. */
async function pullBack(
	store: CandidateStore,
	found: Option,
	measure: (thresholds: readonly Thresholds[]) => Promise<Option>,
): Promise<Option> {
	let best = found;
	for (const [index, { own }] of store.rules.entries()) {
		const farness = ({ minScore, floor }: Thresholds) =>
			Math.abs(minScore - own.minScore) / SCORE_STEP + Math.abs(floor - own.floor);
		const place = best.thresholds[index] ?? own;
		const nearer = stepsFrom(store.rules, best.thresholds)
			.map(({ thresholds }) => ({ thresholds, far: farness(thresholds[index] ?? own) }))
			.filter(({ far }) => far < farness(place))
			.sort((a, b) => a.far - b.far);
		for (const { thresholds } of nearer) {
			const option = await measure(thresholds);
			if (option.distance > best.distance) continue;
			best = option;
			break;
		}
	}
	return best;
}

function stepsFrom(rules: readonly MovableRule[], from: readonly Thresholds[]): Step[] {
	return rules.flatMap(({ scores, floors }, index): Step[] => {
		const place = from[index];
		if (place === undefined) return [];
		const to = (thresholds: Thresholds, steps: number): Step[] =>
			steps === 0 ? [] : [{ thresholds: from.with(index, thresholds), steps }];
		return [
			...scores.flatMap((minScore) =>
				to({ ...place, minScore }, Math.abs(minScore - place.minScore) / SCORE_STEP),
			),
			...floors.flatMap((_, floor) => to({ ...place, floor }, Math.abs(floor - place.floor))),
		];
	});
}

async function describe(
	store: CandidateStore,
	current: Option,
	best: Option,
	measure: (thresholds: readonly Thresholds[]) => Promise<Option>,
): Promise<Suggestion> {
	const rules = store.rules.map(({ rule, floors }, index) => {
		const place = best.thresholds[index];
		return place === undefined ? rule : withThresholds(rule, place.minScore, floors[place.floor]);
	});
	const moves = store.rules.flatMap(({ rule, own }, index): Move[] => {
		const [place, to] = [best.thresholds[index], rules[index]];
		if (place === undefined || to === undefined) return [];
		const isMoved = place.minScore !== own.minScore || place.floor !== own.floor;
		return isMoved ? [{ index, from: rule, to }] : [];
	});
	const first = moves[0]?.index ?? 0;
	const place = best.thresholds[first] ?? { minScore: 0, floor: 0 };
	const { scores = [], floors = [] } = store.rules[first] ?? {};
	const scoreOptions: Array<{ minScore: number; option: Option }> = [];
	const floorOptions: Array<{ floor: number; option: Option }> = [];
	const at = async (thresholds: Thresholds) =>
		await measure(best.thresholds.with(first, thresholds));
	for (const minScore of scores) {
		scoreOptions.push({ minScore, option: await at({ ...place, minScore }) });
	}
	for (const [index, floor] of floors.entries()) {
		floorOptions.push({ floor, option: await at({ ...place, floor: index }) });
	}
	return { kind: 'move', current, best, moves, rules, scores: scoreOptions, floors: floorOptions };
}
