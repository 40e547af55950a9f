/** Which alerts a row of recommended actions is for. */
export type ActionSeverity = 'any' | 'critical' | 'criticalOrHigh';

/** A row of recommended actions: it holds when all it asks for holds. */
export interface ActionRule {
	text: string;
	severity: ActionSeverity;
	/** At least so many frustrated tickets within 30 days, this one counted. Absent: any number. */
	minTickets?: number;
	/** The renewal lies between today and so many days ahead. Absent: any date or none. */
	renewalWithinDays?: number;
	/** Only where nobody active owns the account. */
	withoutOwner?: boolean;
	/** Hours to act. Absent: no deadline. */
	withinHours?: number;
	/** Where the action is described at length. */
	playbookUrl?: string;
}

const ESCALATE = 'Escalate to CS manager';
const CALL = 'Book a call within 24 hours';

/**
 * The three actions of the recipe's step 5: escalate when a single call will hardly do (a run of frustrated
 * tickets, a critical one that nobody owns), call when the ticket is critical or high or the renewal so near that
 * a message alone comes too late, else write.
 */
export const DEFAULT_ACTIONS: readonly ActionRule[] = [
	{ text: ESCALATE, severity: 'any', minTickets: 3, withinHours: 4 },
	{ text: ESCALATE, severity: 'critical', withoutOwner: true, withinHours: 4 },
	{ text: CALL, severity: 'criticalOrHigh', withinHours: 24 },
	{ text: CALL, severity: 'any', renewalWithinDays: 14, withinHours: 24 },
	{ text: 'Send a proactive update', severity: 'any', withinHours: 48 },
];
