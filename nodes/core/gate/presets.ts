import type { GateRule, GateSettings } from './settings';
import { WORSE_BY_POINTS } from './worsening';

export interface GatePreset {
	value: string;
	name: string;
	description: string;
	rules: readonly GateRule[];
}

const CRITICAL: GateRule = { name: 'Critical ticket', minScore: 80 };
const RENEWAL: GateRule = { name: 'Renewal is near', minScore: 50, renewalWithinDays: 60 };

function payingAccount(minScore: number, mrrAtLeast: number): GateRule {
	return { name: 'Frustrated paying account', minScore, mrrAtLeast };
}

/** The three conditions of the recipe's step 4 (DESIGN 3.2): any one of them alerts. */
export const DEFAULT_RULES: readonly GateRule[] = [payingAccount(65, 1000), CRITICAL, RENEWAL];

/** The gate as it comes. */
export const DEFAULT_GATE: GateSettings = {
	rules: DEFAULT_RULES,
	currency: 'USD',
	rates: [],
	unknownFacts: 'review',
	unknownRates: 'review',
	unsureScores: 'review',
	noPerson: 'review',
	noAccount: 'review',
	history: 'log',
	timeZone: 'UTC',
	worseByPoints: WORSE_BY_POINTS,
	incident: { accounts: 5, minutes: 60 },
};

/**
 * Starting points for the rows. The team sizes move the score and MRR floor of the first rule and name the alerts to
 * expect (the recipe's calibration table), and keep the rules for critical tickets and near renewals. The cautious
 * start and the worked example are whole gates of their own in the recipe, so they stand alone.
 */
export const GATE_PRESETS: readonly GatePreset[] = [
	{
		value: 'recommended',
		name: 'Recommended',
		description:
			'Score 65 and MRR 1,000, any critical ticket, or score 50 within 60 days of the renewal',
		rules: DEFAULT_RULES,
	},
	{
		value: 'cautious',
		name: 'Cautious Start',
		description: 'Only critical tickets of accounts from MRR 2,000. Loosen it as trust grows.',
		rules: [{ ...payingAccount(80, 2000), name: 'Critical ticket of a larger account' }],
	},
	{
		value: 'team1to3',
		name: 'Team of 1–3 Managers',
		description:
			'Score 75 and MRR 1,500. With 80–120 accounts each, expect 4–6 alerts per manager a day.',
		rules: [payingAccount(75, 1500), CRITICAL, RENEWAL],
	},
	{
		value: 'team4to8',
		name: 'Team of 4–8 Managers',
		description:
			'Score 70 and MRR 1,000. With 50–80 accounts each, expect 5–8 alerts per manager a day.',
		rules: [payingAccount(70, 1000), CRITICAL, RENEWAL],
	},
	{
		value: 'team9to15',
		name: 'Team of 9–15 Managers',
		description:
			'Score 65 and MRR 750. With 30–50 accounts each, expect 6–9 alerts per manager a day.',
		rules: [payingAccount(65, 750), CRITICAL, RENEWAL],
	},
	{
		value: 'team15plus',
		name: 'Team of More Than 15 Managers',
		description:
			'Score 60 and MRR 500. With fewer than 30 accounts each, expect 7–10 alerts per manager a day.',
		rules: [payingAccount(60, 500), CRITICAL, RENEWAL],
	},
	{
		value: 'workedExample',
		name: 'Worked Example (180 Accounts)',
		description: 'Score 70 with MRR above 2,000 or with a renewal within 45 days',
		rules: [
			{ name: 'Frustrated larger account', minScore: 70, mrrMoreThan: 2000 },
			{ name: 'Frustrated before renewal', minScore: 70, renewalWithinDays: 45 },
		],
	},
];
