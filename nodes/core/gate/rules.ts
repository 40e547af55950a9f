import { hashText } from '../match/hash';

/**
 * One row of the gate: it fires when every condition it names holds. A condition that is absent is
 * not asked, so a row without an account condition needs no account.
 */
export interface GateRule {
	/** Shown in the reasons; rows without a name are called by their conditions alone. */
	name?: string;
	/** 0–100; the score must be at least this. */
	minScore: number;
	/** Compared with the account's monthly recurring revenue, in the account's currency. */
	mrr?: { operator: 'atLeast' | 'moreThan'; amount: number };
	/** The renewal must lie between today and this many days ahead. */
	renewalWithinDays?: number;
	/** The customer must have waited so many days for an agent's answer. */
	noReplyDays?: number;
}

export type UnknownFactsPolicy = 'review' | 'otherRules';
export type UnsureScoresPolicy = 'review' | 'trust';

export interface GateSettings {
	rules: readonly GateRule[];
	/**
	 * What becomes of a ticket that only misses an alert because a fact is unknown:
	 * to Review, or left to the rules that can be decided.
	 */
	unknownFacts: UnknownFactsPolicy;
	/** What becomes of a quiet ticket whose score may be too low. */
	unsureScores: UnsureScoresPolicy;
}

export interface GatePreset {
	value: string;
	name: string;
	description: string;
	rules: readonly GateRule[];
}

const CRITICAL: GateRule = { name: 'Critical ticket', minScore: 80 };
const RENEWAL: GateRule = { name: 'Renewal is near', minScore: 50, renewalWithinDays: 60 };

function payingAccount(minScore: number, amount: number): GateRule {
	return { name: 'Frustrated paying account', minScore, mrr: { operator: 'atLeast', amount } };
}

/** The three conditions of the recipe's step 4 (DESIGN 3.2): any one of them alerts. */
export const DEFAULT_RULES: readonly GateRule[] = [payingAccount(65, 1000), CRITICAL, RENEWAL];

/**
 * Starting points for the rows. The team sizes move the score and MRR floor of the first rule (the
 * recipe's calibration table) and keep the rules for critical tickets and near renewals. The cautious
 * start and the worked example are whole gates of their own in the recipe, so they stand alone.
 */
export const GATE_PRESETS: readonly GatePreset[] = [
	{
		value: 'recommended',
		name: 'Recommended',
		description: 'Score 65 and MRR 1,000, any critical ticket, or score 50 close to the renewal',
		rules: DEFAULT_RULES,
	},
	{
		value: 'cautious',
		name: 'Cautious Start',
		description: 'Only critical tickets of accounts from MRR 2,000; loosen it as trust grows',
		rules: [{ ...payingAccount(80, 2000), name: 'Critical ticket of a larger account' }],
	},
	{
		value: 'team1to3',
		name: 'Team of 1–3 Managers',
		description: '80–120 accounts per manager: score 75 and MRR 1,500, about 4–6 alerts a day each',
		rules: [payingAccount(75, 1500), CRITICAL, RENEWAL],
	},
	{
		value: 'team4to8',
		name: 'Team of 4–8 Managers',
		description: '50–80 accounts per manager: score 70 and MRR 1,000, about 5–8 alerts a day each',
		rules: [payingAccount(70, 1000), CRITICAL, RENEWAL],
	},
	{
		value: 'team9to15',
		name: 'Team of 9–15 Managers',
		description: '30–50 accounts per manager: score 65 and MRR 750, about 6–9 alerts a day each',
		rules: [payingAccount(65, 750), CRITICAL, RENEWAL],
	},
	{
		value: 'team15plus',
		name: 'Team of More Than 15 Managers',
		description:
			'Under 30 accounts per manager: score 60 and MRR 500, about 7–10 alerts a day each',
		rules: [payingAccount(60, 500), CRITICAL, RENEWAL],
	},
	{
		value: 'workedExample',
		name: 'Worked Example (180 Accounts)',
		description: 'Score 70 with MRR above 2,000 or with a renewal within 45 days',
		rules: [
			{
				name: 'Frustrated larger account',
				minScore: 70,
				mrr: { operator: 'moreThan', amount: 2000 },
			},
			{ name: 'Frustrated before renewal', minScore: 70, renewalWithinDays: 45 },
		],
	},
];

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
		const stem = slugOf(rule.name ?? '') || slugOf(conditionsOf(rule));
		let id = stem;
		for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`;
		taken.add(id);
		return { ...rule, id };
	});
}

/**
 * Hash of everything that a decision depends on besides the ticket. Settings that say the same have the
 * same hash, however they are written down.
 */
export function hashSettings({ rules, unknownFacts, unsureScores }: GateSettings): string {
	const rows = rules.map(({ name, minScore, mrr, renewalWithinDays, noReplyDays }) => [
		name ?? null,
		minScore,
		mrr === undefined ? null : [mrr.operator, mrr.amount],
		renewalWithinDays ?? null,
		noReplyDays ?? null,
	]);
	return hashText(JSON.stringify([rows, unknownFacts, unsureScores]));
}

/** e.g. "score 65 mrr at least 1000 renewal within 60". */
function conditionsOf({ minScore, mrr, renewalWithinDays, noReplyDays }: GateRule): string {
	const operator = mrr?.operator === 'moreThan' ? 'more than' : 'at least';
	return [
		`score ${minScore}`,
		...(mrr === undefined ? [] : [`mrr ${operator} ${mrr.amount}`]),
		...(renewalWithinDays === undefined ? [] : [`renewal within ${renewalWithinDays}`]),
		...(noReplyDays === undefined ? [] : [`no reply for ${noReplyDays}`]),
	].join(' ');
}

/** Letters and digits of any script; whatever stands between them becomes one hyphen. */
function slugOf(text: string): string {
	return text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
}

/**
 * Checks rows that an admin edited.
 * @throws Error naming the row and the field, when a row could never be meant that way
 */
export function checkRules(rules: readonly GateRule[]): void {
	if (rules.length === 0) {
		throw new Error('The gate has no rules. Add at least one row under Rules');
	}
	rules.forEach((rule, index) => {
		const row = `Rule ${index + 1}${rule.name ? ` ("${rule.name}")` : ''}`;
		if (!(rule.minScore >= 0 && rule.minScore <= 100)) {
			throw new Error(`${row}: Minimum Score must be a number from 0 to 100`);
		}
		if (rule.mrr !== undefined && !(rule.mrr.amount >= 0)) {
			throw new Error(`${row}: MRR must be a number of 0 or more`);
		}
		if (rule.renewalWithinDays !== undefined && !(rule.renewalWithinDays >= 0)) {
			throw new Error(`${row}: Renewal Within Days must be a number of 0 or more`);
		}
		if (rule.noReplyDays !== undefined && !(rule.noReplyDays >= 1)) {
			throw new Error(`${row}: No Answer for Days must be a number of 1 or more`);
		}
	});
}
