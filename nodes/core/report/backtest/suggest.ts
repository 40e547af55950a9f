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
/** One step of the score. */
const SCORE_STEP = 5;

export interface Option {
	thresholds: readonly Thresholds[];
	/** For each working day, over all managers. */
	average: number;
	/** The same of the busiest one. */
	busiest: number;
	/** Alerts, and alerts again, within the period. */
	alerts: number;
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
 * handle. Rules are moved one after the other, the one that makes most alerts first, and as little as needed:
 * of thresholds that fit alike, those nearest to today's, and of these the ones that alert most.
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
	let best = current;
	for (const index of busiestFirst(store, own)) {
		const rule = store.rules[index];
		if (rule === undefined) continue;
		const start = best.thresholds;
		for (const place of placesOf(rule)) {
			const option = await measure(start.with(index, place));
			if (isBetter(option, best, store.rules)) best = option;
		}
		if (best.distance === 0) break;
	}
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
	const distance = Math.max(0, busiest - to) + Math.max(0, from - average);
	return { average, busiest, alerts: total, distance };
}

function busiestFirst(store: CandidateStore, own: readonly Thresholds[]): number[] {
	const off: Thresholds = { minScore: Infinity, floor: 0 };
	return own
		.map((place, index) => ({
			index,
			alerts: store.try(own.map((_, other) => (other === index ? place : off))).total,
		}))
		.sort((a, b) => b.alerts - a.alerts)
		.map(({ index }) => index);
}

function placesOf({ scores, floors }: MovableRule): Thresholds[] {
	return scores.flatMap((minScore) =>
		floors.length === 0
			? [{ minScore, floor: 0 }]
			: floors.map((_, floor): Thresholds => ({ minScore, floor })),
	);
}

function isBetter(one: Option, other: Option, rules: readonly MovableRule[]): boolean {
	if (one.distance !== other.distance) return one.distance < other.distance;
	const [oneSteps, otherSteps] = [one, other].map((option) => stepsOf(option, rules));
	if (oneSteps !== otherSteps) return (oneSteps ?? 0) < (otherSteps ?? 0);
	return one.alerts > other.alerts;
}

/** How far thresholds are from the rules' own. */
function stepsOf({ thresholds }: Option, rules: readonly MovableRule[]): number {
	return thresholds.reduce((sum, { minScore, floor }, index) => {
		const own = rules[index]?.own ?? { minScore, floor };
		return sum + Math.abs(minScore - own.minScore) / SCORE_STEP + Math.abs(floor - own.floor);
	}, 0);
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
