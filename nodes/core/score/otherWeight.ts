import { FLOOR_FLAG } from '../chatModel/floor';
import type { Signal } from '../item/types';
import {
	ASKED_BEFORE,
	askedAgainScore,
	besidePraise,
	CALM_BELOW,
	liftedScore,
	UNLISTED_AT_MOST,
	MOST_EARLIER,
	REPORT_AT_MOST,
	RESOLVED_AT_MOST,
} from './arithmetic';
import { NOT_CONTENT_FROM } from './calm';
import { PRESSING_WEIGHT } from './match/findSignals';
import { unlistedAt } from './scoreTicket';
import { BUILT_IN_SIGNALS } from './wordList/compose';
import { strongestOf } from './wordScore';

/** What a scored message would have scored, had one signal weighed less: from what the log keeps of it, no text needed. */

export type KeptSignal = Pick<Signal, 'name' | 'riskLevel' | 'weight'>;

export interface KeptScore {
	/** 0–100. */
	score: number;
	/** As `sentiment.unlistedScore`. */
	unlistedScore?: number;
	/** Absent where they have left the log. */
	signals?: readonly KeptSignal[];
	flags: readonly string[];
	/** As `sentiment.version`. */
	version?: string;
	/** Whether it is the first message of its ticket: then no earlier one raised its score. */
	isFirst?: boolean;
}

/** The same number twice where the score is known. */
export interface ScoreRange {
	least: number;
	most: number;
}

/** Built-In names its word list and its weights; what a chat model answered has the one hash of all it was asked. */
export function isBuiltIn(version: string): boolean {
	return version.includes('-');
}

/** More make too many ways in which a score may have come about. */
const MOST_COUNTING = 8;
const ALWAYS_COUNTING: ReadonlySet<string> = new Set(
	BUILT_IN_SIGNALS.filter(({ alwaysCounts }) => alwaysCounts).map(({ signal }) => signal),
);

/**
 * What a message would have scored, had a signal weighed no more than `weight`: by the scorer's own arithmetic, over all
 * ways in which the score it has may have come about. What is not in the log, e.g. whether the sentence of a phrase read
 * like trouble, is so bounded and never guessed.
 * @param weight 1–100
 */
export function scoreAtWeight(message: KeptScore, name: string, weight: number): ScoreRange {
	const { score, signals, version } = message;
	if (signals === undefined || version === undefined) return { least: 0, most: score };
	const after = signals.map((signal) =>
		signal.name === name && signal.weight > weight ? { ...signal, weight } : signal,
	);
	if (after.every((signal, index) => signal === signals[index])) return exactly(score);
	if (!isBuiltIn(version)) return byModel(message, after);
	const readings = readingsOf(after, signals, name);
	const waysTo = wayFinder(message, signals);
	const scores = beforeAsking(message).flatMap(([before, earlier]) =>
		waysTo(before)
			.flatMap((way) => scoresBy(way, signals, readings))
			.map((one) => askedAgainScore(one, earlier, true)),
	);
	return scores.length === 0 ? { least: 0, most: score } : rangeOf(scores);
}

const exactly = (score: number): ScoreRange => ({ least: score, most: score });
const rangeOf = (scores: readonly number[]): ScoreRange => ({
	least: Math.min(...scores),
	most: Math.max(...scores),
});

/** A chat model's answer stands, whatever words weigh, unless they lifted it. */
function byModel(
	{ score, unlistedScore, flags }: KeptScore,
	after: readonly KeptSignal[],
): ScoreRange {
	if (!flags.includes(FLOOR_FLAG)) return exactly(score);
	const asked = strongestOf(after.filter(({ riskLevel }) => isStrong(riskLevel)));
	return {
		least: unlistedScore ?? 0,
		most: Math.min(score, Math.max(unlistedScore ?? score - 1, asked)),
	};
}

const isStrong = (riskLevel: string) => riskLevel === 'critical' || riskLevel === 'high';

/** The scores that earlier messages of the ticket may have raised to this one, and how many messages there may be. */
function beforeAsking({ score, flags, isFirst }: KeptScore): Array<[number, number]> {
	const earlier = Array.from({ length: MOST_EARLIER }, (_, index) => index + 1);
	if (flags.includes(ASKED_BEFORE)) {
		const before = Array.from({ length: score }, (_, index) => index);
		return earlier.flatMap((count) =>
			before.flatMap(
				(one): Array<[number, number]> =>
					askedAgainScore(one, count, true) === score ? [[one, count]] : [],
			),
		);
	}
	// A score as high is not raised; a lower one would have been.
	const maybeRaised = score >= UNLISTED_AT_MOST && isFirst !== true && !flags.includes('resolved');
	return [
		[score, 0],
		...(maybeRaised ? earlier : []).map((count): [number, number] => [score, count]),
	];
}

/**
 * What may be left of the signals at their new weights: "no rush" silences grumbles unless something pressing stands
 * beside them, and what weighs less presses less.
 */
function readingsOf(
	after: readonly KeptSignal[],
	before: readonly KeptSignal[],
	name: string,
): ReadonlyArray<readonly KeptSignal[]> {
	const presses = (signals: readonly KeptSignal[]) =>
		signals.some((signal) => signal.name === name && signal.weight >= PRESSING_WEIGHT);
	if (!presses(before) || presses(after)) return [after];
	return [after, after.filter((signal) => signal.name === name || signal.riskLevel === 'critical')];
}

/** One way in which a score came about. */
interface Way {
	/** What the model alone made of the text. */
	unlisted: number;
	praise: number;
	/** Names of the signals that count. */
	counting: ReadonlySet<string>;
	/** Where none counts: what the text's form, language or good end left of it. */
	cap: number;
}

/** Finds the ways that lead to a score. */
function wayFinder(
	{ unlistedScore }: KeptScore,
	signals: readonly KeptSignal[],
): (score: number) => Way[] {
	const counting = subsetsOf(signals);
	const by = (unlisted: number): Way[] =>
		[0, 1].flatMap((praise) =>
			counting.flatMap((names) => {
				const caps = names.size === 0 ? [100, REPORT_AT_MOST, RESOLVED_AT_MOST] : [100];
				return caps.map((cap) => ({ unlisted, praise, counting: names, cap }));
			}),
		);
	if (unlistedScore === undefined) {
		// Between the two ends the score rises with it.
		return (score) =>
			[0, Math.min(score, UNLISTED_AT_MOST)].flatMap((unlisted) =>
				by(unlisted).filter((way) => scoreBy(way, signals) === score),
			);
	}
	const ways = new Map<number, Way[]>();
	for (const way of by(unlistedScore)) {
		const made = scoreBy(way, signals);
		ways.set(made, [...(ways.get(made) ?? []), way]);
	}
	return (score) => ways.get(score) ?? [];
}

/** What the message would have scored in one of those ways. */
function scoresBy(
	way: Way,
	before: readonly KeptSignal[],
	readings: ReadonlyArray<readonly KeptSignal[]>,
): number[] {
	return readings.flatMap((after) => {
		const isCalmer = strongestOf(before) >= CALM_BELOW && strongestOf(after) < CALM_BELOW;
		// "All went well" weighs only beside nothing strong.
		const mayBeContent = isCalmer && way.unlisted <= unlistedAt(NOT_CONTENT_FROM);
		const caps = mayBeContent ? [way.cap, Math.min(way.cap, RESOLVED_AT_MOST)] : [way.cap];
		return caps.map((cap) => scoreBy({ ...way, cap }, after));
	});
}

/** All sets of signals that may be those that count; none where there are too many to go through. */
function subsetsOf(signals: readonly KeptSignal[]): Array<ReadonlySet<string>> {
	const able = signals.filter(
		({ name, riskLevel }) => isStrong(riskLevel) || ALWAYS_COUNTING.has(name),
	);
	const names = [...new Set(able.map(({ name }) => name))];
	if (names.length > MOST_COUNTING) return [];
	return Array.from(
		{ length: 2 ** names.length },
		(_, bits) => new Set(names.filter((_name, index) => (bits >> index) % 2 === 1)),
	);
}

function scoreBy({ unlisted, praise, counting, cap }: Way, signals: readonly KeptSignal[]): number {
	const calmed = besidePraise(unlisted, signals, praise);
	const floor = strongestOf(signals.filter(({ name }) => counting.has(name)));
	return floor === 0 ? Math.min(calmed, cap) : liftedScore(calmed, floor, signals, praise);
}
