import { CRITICAL_FROM, FRUSTRATED_FROM, labelOf } from '../labels';
import type {
	Account,
	AccountFacts,
	ActionLinks,
	AlertContent,
	AlertStanding,
	DeliveryKind,
	GateDecision,
	IncidentAccounts,
	KnownSentiment,
	Ticket,
} from '../item/types';
import { oneLine, shorten, shown } from '../text/shown';
import { daysUntil } from '../values/dates';
import { webLink } from '../values/link';
import { formatDaysAhead, formatMoney, listOf, ordinal } from '../values/wording';
import type { Regional } from '../values/wordedTime';
import type { ActionRule } from './actionRules';
import { recommendedActionOf } from './actions';
import { answersOf } from './answers';
import { evidenceOf } from './evidence';
import { incidentContent } from './incident';
import { accountLineOf, ticketLineOf, whoOf } from './people';
import { silenceText, standingLines } from './standing';

/** What an alert is made of. */
export interface AlertInput {
	ticket: Ticket;
	/** Absent when the ticket could not be scored. */
	sentiment?: Omit<KnownSentiment, 'flags'>;
	account?: Account;
	gate: GateDecision;
}

/** What the way an alert is sent adds to what it says. */
export interface Occasion {
	kind: DeliveryKind;
	now: Date;
	/** When its alert was first sent, where that is known: deadlines count from then. */
	since?: Date;
	regional: Regional;
	actions: readonly ActionRule[];
	ownerLine: string;
	notices: readonly string[];
	/** Why it comes again, in one line. */
	news?: string;
	links?: ActionLinks;
	standing?: AlertStanding;
	incident?: IncidentAccounts;
	changes?: readonly string[];
	told?: string;
}

const RENEWAL_WORTH_NAMING_DAYS = 90;
/** The scoring keeps to a third of it; a summary from elsewhere may be any text. */
const MOST_SUMMARY = 1000;
const MOST_REASON = 500;

/**
 * What an alert says, for every channel alike: plain text, nothing escaped. Facts that are unknown
 * are named as unknown or left out, never shown as 0.
 */
export function composeContent(input: AlertInput, occasion: Occasion): AlertContent {
	const { sentiment, gate, ticket } = input;
	const { now, since = now, regional, incident, changes = [], told } = occasion;
	const account = input.account ?? { status: 'unmatched' };
	const facts: AccountFacts = account.status === 'matched' ? account : {};
	const title = titleOf(
		occasion,
		`${kindOf(sentiment?.score)} from ${whoOf(facts, ticket)}`,
		whoOf(facts, ticket),
	);
	const content: AlertContent = {
		title,
		notices: [...occasion.notices],
		standing: standingLines(occasion.standing, now, regional),
		accountLine: accountLineOf(account, ticket),
		ticketLine: ticketLineOf(ticket),
		ownerLine: occasion.ownerLine,
		...(changes.length > 0 && { changes: [...changes] }),
		subject: shown(ticket.subject),
		summary: shown(sentiment?.summary, MOST_SUMMARY),
		evidence: sentiment === undefined ? [] : evidenceOf(sentiment.signals, sentiment.quotes ?? []),
		riskFactors: riskFactorsOf(input, facts, now, regional.locale).map(oneLine),
		...recommendedActionOf(occasion.actions, gate, facts, { now, since, regional }),
		...(told !== undefined && { told }),
		answers: answersOf(occasion.links, occasion.standing),
		why: whyOf(gate, occasion),
		ticketUrl: webLink(ticket.url),
		accountUrl: webLink(facts.url),
		score: sentiment?.score,
		severity: gate.severity,
	};
	const whole =
		incident === undefined ? content : ofIncident(content, incident, gate, regional.locale);
	return ticket.isTest === true ? { ...whole, title: `Test: ${whole.title}` } : whole;
}

/** An incident has a title, an action and a list of its own; a deadline and a playbook of another action do not fit. */
function ofIncident(
	content: AlertContent,
	incident: IncidentAccounts,
	gate: GateDecision,
	locale: string,
): AlertContent {
	return {
		...content,
		actBy: undefined,
		playbookUrl: undefined,
		...incidentContent(incident, gate, locale),
	};
}

function titleOf(
	{ kind, news, standing, now, regional }: Occasion,
	said: string,
	who: string,
): string {
	switch (kind) {
		case 'update':
			return `Update: ${lowerFirst(said)}`;
		case 'reminder':
			return news === undefined
				? `Reminder: ${silenceText(who, standing, now, regional)}`
				: `Reminder: ${lowerFirst(said)}`;
		case 'escalation':
			return `Escalated: ${lowerFirst(said)}`;
		case 'alert':
			return news === undefined ? said : `Worse: ${lowerFirst(said)}`;
		default:
			return said;
	}
}

function kindOf(score: number | undefined): string {
	if (score === undefined) return 'Unscored ticket';
	if (score >= CRITICAL_FROM) return 'Critical ticket';
	return score >= FRUSTRATED_FROM ? 'Frustrated ticket' : 'At-risk ticket';
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The news of an alert that comes again, each rule that fired, then what would have kept it quiet. */
function whyOf({ rules, counterfactual }: GateDecision, { kind, news }: Occasion): string[] {
	const again =
		news === undefined || kind !== 'alert' ? [] : [`The alert was open and comes again. ${news}`];
	return [...again, ...rules.map(({ text }) => text), counterfactual]
		.map((line) => shorten(oneLine(line), MOST_REASON))
		.filter((line) => line !== '');
}

function riskFactorsOf(
	{ sentiment, gate }: AlertInput,
	facts: AccountFacts,
	now: Date,
	locale: string,
): string[] {
	const factors: string[] = [];
	const renewal = daysUntil(facts.renewalDate, now);
	if (renewal !== undefined && renewal <= RENEWAL_WORTH_NAMING_DAYS) {
		factors.push(
			renewal < 0
				? `Renewal date passed ${formatDaysAhead(renewal)}`
				: `Renewal ${formatDaysAhead(renewal)}`,
		);
	}
	if (facts.mrr !== undefined)
		factors.push(`MRR ${formatMoney(facts.mrr, facts.currency, locale)}`);
	const earlier = gate.history.frustratedTickets30Days ?? 0;
	if (earlier > 0) factors.push(`${ordinal(earlier + 1)} frustrated ticket within 30 days`);
	if (sentiment !== undefined) {
		factors.push(`Frustration ${sentiment.score}/100 (${labelOf(sentiment.score)})`);
	}
	if (gate.missing.length > 0) factors.push(`Unknown: ${listOf(gate.missing)}`);
	return factors;
}
