import { identifyRules, type GateRule, type GateSettings } from '../../gate';
import { deciderOf, mrrFloorOf, reachOf, withoutThresholds, withThresholds } from '../gateRules';
import type { LoggedScore } from '../rows';
import { alertLives, numbering, type AlertingMessage } from './alertLives';
import { NO_OWNER } from './desks';

/** Scores that a suggestion may ask for, beside the rule's own. */
const SCORES = [40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95];
/** Floors of the MRR that a suggestion may ask for, beside the rule's own: round sums, and those of the recipe's table. */
const FLOORS = [0, 250, 500, 750, 1000, 1500, 2000, 3000, 5000, 10_000];

/** Where the two thresholds of a rule stand. */
export interface Thresholds {
	/** 0–100. */
	minScore: number;
	/** A place in the rule's floors; 0 where it asks for no MRR. */
	floor: number;
}

/** A rule whose thresholds can be moved. */
export interface MovableRule {
	rule: GateRule;
	/** Ascending; the rule's own is one of them. */
	scores: readonly number[];
	/** Ascending; empty where the rule asks for no MRR. */
	floors: readonly number[];
	own: Thresholds;
}

export interface Tried {
	/** Alerts, and alerts again, of each owner. */
	byOwner: ReadonlyMap<string, number>;
	withoutOwner: number;
	total: number;
}

/**
 * The messages that some thresholds could make alert, in a few numbers each, so that hundreds of thresholds can
 * be tried on a year. Everything but the two thresholds was decided by the gate itself.
 */
export interface CandidateStore {
	readonly rules: readonly MovableRule[];
	/** @param alerting what its alert would be made of */
	add(message: LoggedScore, alerting: AlertingMessage, alertKey: number, owner: string): void;
	/** Owners of all messages, with or without alerts. */
	owners(): string[];
	/** What these thresholds, one for each rule, would have brought. */
	try(thresholds: readonly Thresholds[]): Tried;
}

interface Candidate extends AlertingMessage {
	key: number;
	owner: number;
	score: number;
}

export function candidateStore(settings: GateSettings): CandidateStore {
	const rules = settings.rules.map(movable);
	const lowest = Math.min(...rules.map(({ scores }) => scores[0] ?? 0));
	const bare = { ...settings, rules: settings.rules.map(withoutThresholds) };
	const decide = deciderOf(bare);
	const bareIds = identifyRules(bare.rules).map(({ id }) => id);
	const candidates: Candidate[] = [];
	const reached = placesOf(rules.length);
	const owners = numbering();
	const reachedFloor = floorReader(rules, settings);
	/** Whether one of the thresholds is reached by a candidate, by its place. */
	const fires = (place: number, score: number, thresholds: readonly Thresholds[]) => {
		for (let index = 0; index < thresholds.length; index += 1) {
			const asked = thresholds[index];
			if (asked === undefined || score < asked.minScore) continue;
			if (reached.at(place, index) >= asked.floor) return true;
		}
		return false;
	};
	return {
		rules,
		add: (message, { renewalDay, day, at }, key, owner) => {
			const ownerNumber = owners.of(owner);
			const { score } = message;
			if (score === undefined || score < lowest) return;
			const { route, rules: fired } = decide(message);
			if (route !== 'alert') return;
			const floors = rules.map((_, index) =>
				fired.some(({ id }) => id === bareIds[index]) ? reachedFloor(message, index) : -1,
			);
			if (floors.every((floor) => floor < 0)) return;
			reached.push(floors);
			candidates.push({ key, owner: ownerNumber, score, renewalDay, day, at });
		},
		owners: () => owners.all().filter((owner) => owner !== NO_OWNER),
		try: (thresholds) => {
			const step = alertLives(settings.worseByPoints);
			const names = owners.all();
			const counts = new Array<number>(names.length).fill(0);
			for (let place = 0; place < candidates.length; place += 1) {
				const candidate = candidates[place];
				if (candidate === undefined || !fires(place, candidate.score, thresholds)) continue;
				if (step(candidate.key, candidate) === 'joined') continue;
				counts[candidate.owner] = (counts[candidate.owner] ?? 0) + 1;
			}
			const byOwner = new Map(names.map((name, index) => [name, counts[index] ?? 0]));
			const withoutOwner = byOwner.get(NO_OWNER) ?? 0;
			byOwner.delete(NO_OWNER);
			return { byOwner, withoutOwner, total: counts.reduce((sum, count) => sum + count, 0) };
		},
	};
}

/**
 * For each candidate and rule: -1 where the rule's other conditions do not hold, else the highest of its floors that is
 * reached. One byte each: a list for each candidate would take more memory than all else of a year.
 */
function placesOf(rules: number) {
	let bytes = new Int8Array(1024 * rules);
	let length = 0;
	return {
		push: (floors: readonly number[]) => {
			if (length + rules > bytes.length) {
				const wider = new Int8Array(bytes.length * 2);
				wider.set(bytes);
				bytes = wider;
			}
			bytes.set(floors, length);
			length += rules;
		},
		at: (candidate: number, rule: number) => bytes[candidate * rules + rule] ?? -1,
	};
}

function movable(rule: GateRule): MovableRule {
	const own = mrrFloorOf(rule);
	const scores = ascending([...SCORES, rule.minScore]);
	const floors = own === undefined ? [] : ascending([...FLOORS, own]);
	const floor = own === undefined ? 0 : floors.indexOf(own);
	return { rule, scores, floors, own: { minScore: rule.minScore, floor } };
}

const ascending = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);

/** The highest floor of a rule that an account reaches, in the gate's own reckoning; -1 for none of them. */
function floorReader(rules: readonly MovableRule[], settings: GateSettings) {
	const readers = rules.map(({ rule, floors }) => ({
		reaches: floors.map((floor) => reachOf(withThresholds(rule, 0, floor), settings)),
		known: new Map<string, number>(),
	}));
	return (message: LoggedScore, index: number): number => {
		const { reaches = [], known } = readers[index] ?? {};
		// A rule that asks for no MRR is reached by all.
		if (known === undefined || reaches.length === 0) return 0;
		const { mrr, currency } = message.account ?? {};
		const facts = `${mrr ?? ''} ${currency ?? ''}`;
		const found = known.get(facts);
		if (found !== undefined) return found;
		const reached = reaches.findLastIndex((isReached) => isReached(message));
		known.set(facts, reached);
		return reached;
	};
}
