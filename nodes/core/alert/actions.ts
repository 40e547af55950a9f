import type { AccountFacts, GateDecision } from '../item/types';
import { daysUntil } from '../values/dates';

/** From this many frustrated tickets in 30 days on, one manager's call is no longer enough. */
const ESCALATE_FROM_TICKETS = 3;
/** With the renewal this near, a message alone comes too late. */
const CALL_WITHIN_DAYS = 14;

/** The three actions of the recipe's step 5. */
const ACTIONS = {
	escalate: 'Escalate to CS manager',
	call: 'Book a call within 24 hours',
	update: 'Send a proactive update',
} as const;

/**
 * Escalate when a single call will hardly do (nobody owns the account, a run of frustrated tickets),
 * call when the ticket is critical or high, else write.
 */
export function recommendedActionOf(gate: GateDecision, facts: AccountFacts, now: Date): string {
	const tickets = (gate.history.frustratedTickets30Days ?? 0) + 1;
	const renewal = daysUntil(facts.renewalDate, now);
	const isOwned =
		facts.inactiveOwner === undefined &&
		(facts.owner?.email !== undefined || facts.owner?.name !== undefined);
	if (tickets >= ESCALATE_FROM_TICKETS || (gate.severity === 'critical' && !isOwned)) {
		return ACTIONS.escalate;
	}
	if (gate.severity === 'critical' || gate.severity === 'high') return ACTIONS.call;
	return renewal !== undefined && renewal >= 0 && renewal <= CALL_WITHIN_DAYS
		? ACTIONS.call
		: ACTIONS.update;
}
