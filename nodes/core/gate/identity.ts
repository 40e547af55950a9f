import { hashText } from '../score/match/hash';
import { conditionsOf } from './conditions/table';
import type { GateRule, GateSettings } from './settings';

/** What stands for a rule, and for the whole gate, in decisions and in the log. */

/** Enough to tell rules apart, and short in every table. */
const LONGEST_ID = 80;

/** The lowest score any rule names: below it no account fact can lead to an alert. */
export function lowestScore(rules: readonly GateRule[]): number {
	return Math.min(...rules.map((rule) => rule.minScore));
}

/** A row with an ID that stands for it in decisions. */
export type IdentifiedRule = GateRule & { id: string };

/**
 * Gives each row its ID: its name, or else its conditions, in lower case and hyphens. It stays the same
 * when other rows are moved, added or removed; only of rows that are called alike, later ones are numbered.
 */
export function identifyRules(rules: readonly GateRule[]): IdentifiedRule[] {
	const taken = new Set<string>();
	return rules.map((rule) => {
		const stem = slugOf(rule.name ?? '') || slugOf(plainWords(rule));
		let id = stem;
		for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`;
		taken.add(id);
		return { ...rule, id };
	});
}

/**
 * Hash of everything that a decision depends on besides the ticket and what is known of its account. Settings
 * that say the same have the same hash, however they are written down.
 */
export function hashSettings({ rules, rates, incident, ...rest }: GateSettings): string {
	const others = Object.entries(rest).sort(byName);
	const worth = rates.map((rate) => [rate.currency, rate.worth] as const).sort(byName);
	return hashText(
		JSON.stringify([
			rules.map((rule) => [rule.name ?? null, ...whatItAsks(rule, rest.currency)]),
			others,
			worth,
			incident === undefined ? null : [incident.accounts, incident.minutes],
		]),
	);
}

/** What a rule asks for: equal for rules that fire on the same tickets. */
export function whatItAsks(rule: GateRule, currency: string): unknown[] {
	const conditions = conditionsOf(rule);
	const asksMoney = conditions.some(({ isMoney }) => isMoney);
	return [
		rule.minScore,
		asksMoney ? (rule.currency ?? currency) : null,
		conditions.map(({ name, canonical }) => [name, canonical]),
	];
}

/** e.g. "score 65 mrr at least 1000 renewal within 60". */
function plainWords(rule: GateRule): string {
	const currency = rule.currency === undefined ? [] : [rule.currency];
	return [`score ${rule.minScore}`, ...conditionsOf(rule).map(({ id }) => id), ...currency].join(
		' ',
	);
}

/** Letters and digits of any script; whatever stands between them becomes one hyphen. */
function slugOf(text: string): string {
	return [
		...text
			.normalize('NFC')
			.toLowerCase()
			.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'),
	]
		.slice(0, LONGEST_ID)
		.join('')
		.replace(/^-|-$/g, '');
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
