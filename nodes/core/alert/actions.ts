import { daysAheadIn, type DaysAhead } from '../gate/calendar';
import type { AccountFacts, GateDecision } from '../item/types';
import { oneLine, shorten } from '../text/shown';
import { webLink } from '../values/link';
import { formatMoment, type Regional } from '../values/wordedTime';
import type { ActionRule } from './actionRules';

/** What to do, by when. */
export interface RecommendedAction {
	recommendedAction: string;
	/** e.g. "by Nov 24, 9:00 AM". */
	actBy?: string;
	/** The same as ISO 8601. */
	actByTime?: string;
	playbookUrl?: string;
}

/** Where no row holds. */
const NOTHING_ELSE = 'Look into the ticket';
const MOST_ACTION = 300;
const HOUR_MS = 3_600_000;

/**
 * The first row that holds, with the time until when to act.
 * @param times `since`: when the alert was sent, from which deadlines count
 */
export function recommendedActionOf(
	rules: readonly ActionRule[],
	gate: GateDecision,
	facts: AccountFacts,
	times: { now: Date; since: Date; regional: Regional },
): RecommendedAction {
	const { now, since, regional } = times;
	const daysAhead = daysAheadIn(regional.timeZone, now);
	const rule = rules.find((one) => holds(one, gate, facts, daysAhead));
	const { text = '', withinHours, playbookUrl } = rule ?? {};
	const action = shorten(oneLine(text), MOST_ACTION);
	const deadline =
		withinHours === undefined ? undefined : new Date(since.getTime() + withinHours * HOUR_MS);
	return {
		recommendedAction: action === '' ? NOTHING_ELSE : action,
		...(deadline !== undefined && {
			actBy: deadlineText(deadline, now, regional),
			actByTime: deadline.toISOString(),
		}),
		...(webLink(playbookUrl) !== undefined && { playbookUrl: webLink(playbookUrl) }),
	};
}

function deadlineText(deadline: Date, now: Date, regional: Regional): string {
	const moment = formatMoment(deadline, now, regional);
	return deadline < now ? `was due ${moment}` : `by ${moment}`;
}

function holds(
	rule: ActionRule,
	gate: GateDecision,
	facts: AccountFacts,
	daysAhead: DaysAhead,
): boolean {
	const { severity, minTickets = 0, renewalWithinDays, withoutOwner } = rule;
	const tickets = (gate.history.frustratedTickets30Days ?? 0) + 1;
	if (severity === 'critical' && gate.severity !== 'critical') return false;
	if (severity === 'criticalOrHigh' && gate.severity !== 'critical' && gate.severity !== 'high') {
		return false;
	}
	if (tickets < minTickets || (withoutOwner === true && isOwned(facts))) return false;
	if (renewalWithinDays === undefined) return true;
	const renewal = daysAhead(facts.renewalDate);
	return renewal !== undefined && renewal >= 0 && renewal <= renewalWithinDays;
}

function isOwned({ owner }: AccountFacts): boolean {
	return owner?.email !== undefined || owner?.name !== undefined;
}
