import { identifyRules, type GateRule } from '../../gate';
import { LABEL_FROM } from '../../score/labels';
import { scoreAtWeight, type KeptScore, type ScoreRange } from '../../score/otherWeight';
import { knownSettings } from '../gateRules';
import type { Group, JudgedAlert } from './judge';

/** Tries a change on the alerts there were: which of them would have come all the same. */

/** A message that opened an alert, or that an open one took in. */
export interface AlertMessage extends KeptScore {
	alertId: string;
	/** IDs of the rules that fired. */
	rules: readonly string[];
	/** Hash of the gate that decided. */
	config?: string;
}

/** What a trial reads of the log. */
export interface TrialSource {
	alertMessages(alertIds: readonly string[]): Promise<AlertMessage[]>;
	gateConfig(hash: string): Promise<unknown>;
}

export type Change =
	| { kind: 'rule'; id: string; minScore: number }
	| { kind: 'signal'; name: string; weight: number };

/** How many alerts, at least and at most: the same twice where the log tells exactly. */
export interface Bounds {
	least: number;
	most: number;
}

/** Alerts that would not have come, by what was said of them. */
export interface Effect {
	spared: Bounds;
	lost: Bounds;
	/** Of those without a verdict on their worth. */
	unjudged: Bounds;
}

export interface Trial {
	/** What a change would have done to alerts. */
	effectOf(alerts: readonly JudgedAlert[], change: Change): Effect;
	/** The alerts that may come with it: of a change made long ago, those that another one can still do something about. */
	left(alerts: readonly JudgedAlert[], change: Change): JudgedAlert[];
	/** The weight that a signal last had in these alerts; absent where that has left the log. */
	weightOf(alerts: readonly JudgedAlert[], signal: string): number | undefined;
}

/** Reads what stands behind the alerts of these groups, and the rules that decided then. */
export async function readTrial(source: TrialSource, groups: readonly Group[]): Promise<Trial> {
	const ids = new Set(groups.flatMap(({ alerts }) => alerts.map(({ alert }) => alert.id)));
	const messages = await source.alertMessages([...ids]);
	const gates = new Map<string, unknown>();
	for (const hash of new Set(messages.flatMap(({ config }) => config ?? []))) {
		gates.set(hash, await source.gateConfig(hash));
	}
	return trialOf(messages, gates);
}

/**
 * @param messages all that alerted in those alerts
 * @param gates the settings behind each `config`, as they were written
 */
export function trialOf(
	messages: readonly AlertMessage[],
	gates: ReadonlyMap<string, unknown>,
): Trial {
	const byAlert = new Map<string, AlertMessage[]>();
	for (const message of messages) {
		const known = byAlert.get(message.alertId);
		if (known === undefined) byAlert.set(message.alertId, [message]);
		else known.push(message);
	}
	const rules = new Map(
		[...gates].map(([hash, stored]) => [hash, rulesById(knownSettings(stored)?.rules)]),
	);
	const fateOf = ({ alert }: JudgedAlert, change: Change) =>
		fateOfAlert(byAlert.get(alert.id) ?? [], rules, change);
	return {
		effectOf: (alerts, change) => {
			const fates = alerts.map((entry) => ({ ...entry, fate: fateOf(entry, change) }));
			const bounds = (isRight: boolean | undefined): Bounds => {
				const these = fates.filter((entry) => entry.isRight === isRight);
				const goes = these.filter(({ fate }) => fate === 'goes').length;
				const unknown = these.filter(({ fate }) => fate === 'unknown').length;
				return { least: goes, most: goes + unknown };
			};
			return { spared: bounds(false), lost: bounds(true), unjudged: bounds(undefined) };
		},
		left: (alerts, change) => alerts.filter((entry) => fateOf(entry, change) !== 'goes'),
		weightOf: (alerts, signal) => {
			const newestFirst = alerts.toSorted(
				(a, b) => b.alert.openedAt.getTime() - a.alert.openedAt.getTime(),
			);
			for (const { alert } of newestFirst) {
				const weights = (byAlert.get(alert.id) ?? []).flatMap(({ signals = [] }) =>
					signals.flatMap(({ name, weight }) => (name === signal ? weight : [])),
				);
				if (weights.length > 0) return weights.at(-1);
			}
			return undefined;
		},
	};
}

const rulesById = (rules: readonly GateRule[] = []) =>
	new Map(identifyRules(rules).map((rule) => [rule.id, rule]));

type Rules = ReadonlyMap<string, ReadonlyMap<string, GateRule>>;
type Fate = 'stays' | 'goes' | 'unknown';

/** An alert comes while one of its messages alerts: where the first does not any more, a later one opens it. */
function fateOfAlert(messages: readonly AlertMessage[], rules: Rules, change: Change): Fate {
	return unless(messages.map((message) => fateOfMessage(message, rules, change)));
}

/** A message alerts while one of the rules that fired still holds: at a lower score no other one fires. */
function fateOfMessage(message: AlertMessage, rules: Rules, change: Change): Fate {
	if (change.kind === 'rule') {
		const isBelow = message.score < change.minScore;
		return unless(message.rules.map((id) => (id === change.id && isBelow ? 'goes' : 'stays')));
	}
	const score = scoreAtWeight(message, change.name, change.weight);
	const known = rules.get(message.config ?? '');
	return unless(message.rules.map((id) => fateAt(score, known?.get(id))));
}

/** Earlier tickets of the account count as they did. */
function fateAt({ least, most }: ScoreRange, rule: GateRule | undefined): Fate {
	if (rule === undefined) return 'unknown';
	const label = rule.labelAtLeast === undefined ? 0 : LABEL_FROM[rule.labelAtLeast];
	const asked = Math.max(rule.minScore, label);
	return least >= asked ? 'stays' : most < asked ? 'goes' : 'unknown';
}

/** One that stays keeps the whole; of nothing at all nothing is known. */
function unless(fates: readonly Fate[]): Fate {
	if (fates.includes('stays')) return 'stays';
	return fates.length === 0 || fates.includes('unknown') ? 'unknown' : 'goes';
}
