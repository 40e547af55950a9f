import {
	checkSettings,
	DEFAULT_GATE,
	identifyRules,
	LABELS,
	openGate,
	readyGate,
	type GateRule,
	type GateSettings,
	type OpenGate,
} from '../gate';
import type { HistoryRow } from '../gate/history';
import type { GateDecision, TicketEvent } from '../item/types';
import { isObject } from '../item/fields';
import { FRUSTRATED_FROM } from '../score/labels';
import { formatMoney } from '../values/wording';
import { dayReader } from './days';
import type { LoggedScore } from './rows';

/** All that reports know of how a rule of the gate is written down; what it means, only the gate knows. */

const EVENTS: readonly TicketEvent[] = ['new', 'reply', 'csat'];
/** Earlier tickets count for 30 days; no rule looks at more of an account. */
const HISTORY_MS = 31 * 86_400_000;

/**
 * Decides logged messages as the gate would have at their times, with the facts as they were: oldest first, so that
 * earlier frustrated tickets of the account are known.
 */
export function deciderOf(settings: GateSettings): (message: LoggedScore) => GateDecision {
	const dayOf = dayReader(settings.timeZone);
	const rows = new Map<string, HistoryRow[]>();
	// Only where a rule asks for them; all else that a replay reads of a decision is the same without.
	const counts =
		settings.history !== 'none' &&
		settings.rules.some(({ frustratedTickets }) => frustratedTickets);
	const before = counts ? { history: { rows, openAlerts: new Map() } } : {};
	const openOn = readyGate(settings);
	let opened: { day: string; gate: OpenGate } | undefined;
	return (message) => {
		const { ticketKey, score, topic, flags, account, waitedDays, receivedAt } = message;
		// What a gate makes ready is the same for all of a day.
		const day = dayOf(receivedAt.getTime());
		if (opened?.day !== day) opened = { day, gate: openOn(receivedAt, before) };
		const decision = opened.gate({
			ticketKey,
			score,
			label: LABELS.find((label) => label === message.label),
			topic,
			event: EVENTS.find((event) => event === message.event),
			flags,
			account,
			waitedDays,
			standsAlone: true,
		});
		if (counts) remember(rows, message);
		return decision;
	};
}

function remember(
	rows: Map<string, HistoryRow[]>,
	{ ticketKey, score, account, receivedAt, isBackfill }: LoggedScore,
): void {
	const id = account?.status === 'matched' ? account.id : undefined;
	if (id === undefined || score === undefined || score < FRUSTRATED_FROM || isBackfill) return;
	const recent = rows.get(id) ?? [];
	rows.set(id, recent);
	const since = new Date(receivedAt.getTime() - HISTORY_MS).toISOString();
	const old = recent.findIndex((row) => (row.receivedAt ?? '') >= since);
	recent.splice(0, old < 0 ? recent.length : old);
	recent.push({ ticketKey, score, receivedAt: receivedAt.toISOString(), alerted: false });
}

/** What a rule asks of the MRR, per month in the rule's currency; absent where it asks nothing. */
export function mrrFloorOf({ mrrAtLeast, mrrMoreThan }: GateRule): number | undefined {
	return mrrAtLeast ?? mrrMoreThan;
}

/** The same rule with another score and, where it asks for an MRR at all, another floor of it. */
export function withThresholds(rule: GateRule, minScore: number, mrrFloor?: number): GateRule {
	const own = mrrFloorOf(rule);
	if (own === undefined || mrrFloor === undefined || mrrFloor === own) return { ...rule, minScore };
	return { ...rule, minScore, mrrAtLeast: mrrFloor, mrrMoreThan: undefined };
}

/** The same rule without its two thresholds: it fires where all its other conditions hold. */
export function withoutThresholds(rule: GateRule): GateRule {
	return {
		...rule,
		minScore: 0,
		mrrAtLeast: undefined,
		mrrMoreThan: undefined,
		currency: undefined,
	};
}

/** Tells whether an account's MRR is known to reach what a rule asks of it, in the gate's own reckoning. */
export function reachOf(rule: GateRule, settings: GateSettings): (message: LoggedScore) => boolean {
	const { mrrAtLeast, mrrMoreThan, currency } = rule;
	const asked: GateRule = { minScore: 0, mrrAtLeast, mrrMoreThan, currency };
	// An MRR is compared alike on every day, so one gate is enough.
	const decide = openGate({ ...settings, rules: [asked] }, new Date(0));
	return ({ account }) => decide({ score: 100, account, standsAlone: true }).rules.length > 0;
}

/** "score 65, MRR $1,000": the part of a rule that a suggestion moves. */
export function thresholdsOf(rule: GateRule): string {
	const floor = mrrFloorOf(rule);
	if (floor === undefined) return `score ${rule.minScore}`;
	const more = rule.mrrAtLeast === undefined ? 'above ' : '';
	return `score ${rule.minScore}, MRR ${more}${formatMoney(floor, rule.currency)}`;
}

/** What a rule is called: its name, else what it asks for. */
export function ruleNames(rules: readonly GateRule[]): Map<string, string> {
	return new Map(identifyRules(rules).map(({ id, name }) => [id, name ?? id.replaceAll('-', ' ')]));
}

/** What a rule should be changed to before it is tried. */
export interface RuleChange {
	/** The rule's name or ID; capital letters do not matter. */
	rule: string;
	minScore?: number;
	mrr?: number;
}

/**
 * The settings with some of their thresholds changed.
 * @throws Error naming the rule, when there is none of that name, or when it asks for no MRR that could be changed
 */
export function changeRules(settings: GateSettings, changes: readonly RuleChange[]): GateSettings {
	const named = identifyRules(settings.rules);
	const rules = [...settings.rules];
	for (const { rule, minScore, mrr } of changes) {
		const wanted = rule.trim().toLowerCase();
		const index = named.findIndex(
			({ id, name }) => id === wanted || name?.trim().toLowerCase() === wanted,
		);
		const found = rules[index];
		if (found === undefined) {
			const names = [...ruleNames(settings.rules).values()].map((name) => `"${name}"`).join(', ');
			throw new Error(`Changes to Try: there is no rule "${rule}". The rules are ${names}`);
		}
		if (mrr !== undefined && mrrFloorOf(found) === undefined) {
			throw new Error(
				`Changes to Try: the rule "${rule}" asks for no MRR. Leave MRR Floor empty, or give the rules as JSON`,
			);
		}
		rules[index] = withThresholds(found, minScore ?? found.minScore, mrr);
	}
	const changed = { ...settings, rules };
	checkSettings(changed);
	return changed;
}

/** Stored settings as {@link readSettings} reads them; absent where there are none, or none that can be read. */
export function knownSettings(stored: unknown): GateSettings | undefined {
	try {
		return stored === undefined ? undefined : readSettings(stored);
	} catch {
		return undefined;
	}
}

/**
 * Reads settings of a gate from JSON: a list of rules, or an object with `rules` and the gate's policies.
 * @param others what counts of the gate where the JSON does not say it
 * @throws Error saying what is wrong, in the words of the gate
 */
export function readSettings(value: unknown, others = DEFAULT_GATE): GateSettings {
	const given = Array.isArray(value) ? { rules: value } : value;
	const whole: unknown = isObject(given) && given.rules ? { ...others, ...given } : undefined;
	if (!isGate(whole)) {
		throw new Error(
			'The rules must be a list such as [{"name": "Critical ticket", "minScore": 80}], each with a number as minScore; topics, events and accountFields are lists of texts and of {"field", "values"}',
		);
	}
	checkSettings(whole);
	return whole;
}

function isGate(value: unknown): value is GateSettings {
	if (!isObject(value)) return false;
	const { rules, currency, rates, timeZone, incident } = value;
	return (
		Array.isArray(rules) &&
		rules.every(isRule) &&
		typeof currency === 'string' &&
		Array.isArray(rates) &&
		rates.every(isObject) &&
		typeof timeZone === 'string' &&
		(incident === undefined || isObject(incident))
	);
}

function isRule(value: unknown): value is GateRule {
	if (!isObject(value) || typeof value.minScore !== 'number') return false;
	const isAbsentOr = (type: string, one: unknown) => one === undefined || typeof one === type;
	const numbers = [
		...[value.mrrAtLeast, value.mrrMoreThan, value.renewalWithinDays, value.healthBelow],
		...[value.healthDrop, value.frustratedTickets, value.noReplyDays],
	];
	return (
		[value.name, value.currency, value.labelAtLeast].every((one) => isAbsentOr('string', one)) &&
		numbers.every((one) => isAbsentOr('number', one)) &&
		[value.topics, value.events].every((one) => one === undefined || isTexts(one)) &&
		(value.accountFields === undefined || isFields(value.accountFields))
	);
}

function isTexts(value: unknown): boolean {
	return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isFields(value: unknown): boolean {
	return (
		Array.isArray(value) &&
		value.every((one) => isObject(one) && typeof one.field === 'string' && isTexts(one.values))
	);
}
