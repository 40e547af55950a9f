import { CRITICAL_FROM, FRUSTRATED_FROM, labelOf } from '../labels';
import type {
	Account,
	AccountFacts,
	AlertContent,
	GateDecision,
	KnownSentiment,
	Ticket,
} from '../item/types';
import { oneLine, shorten, shown } from '../text/shown';
import { daysUntil } from '../values/dates';
import { webLink } from '../values/link';
import { formatDaysAhead, formatMoney, listOf, ordinal } from '../values/wording';
import { recommendedActionOf } from './actions';
import { evidenceOf } from './evidence';
import { accountLineOf, ticketLineOf, whoOf } from './people';

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
	ownerLine: string;
	notices: readonly string[];
	/** Whether it tells of a further message while the alert is open. */
	isUpdate?: boolean;
	/** Why an open alert comes again, in one line. */
	news?: string;
}

const RENEWAL_WORTH_NAMING_DAYS = 90;
/** The scoring keeps to a third of it; a summary from elsewhere may be any text. */
const MOST_SUMMARY = 1000;
const MOST_REASON = 500;

/**
 * What an alert says, for every channel alike: plain text, nothing escaped. Facts that are unknown
 * are named as unknown or left out, never shown as 0.
 */
export function composeContent(
	input: AlertInput,
	{ ownerLine, notices, isUpdate = false, news }: Occasion,
	now: Date,
): AlertContent {
	const { sentiment, gate, ticket } = input;
	const account = input.account ?? { status: 'unmatched' };
	const facts: AccountFacts = account.status === 'matched' ? account : {};
	const score = sentiment?.score;
	const kind = `${kindOf(score)} from ${whoOf(facts, ticket)}`;
	const title = isUpdate
		? `Update: ${lowerFirst(kind)}`
		: news === undefined
			? kind
			: `Worse: ${lowerFirst(kind)}`;
	return {
		title: ticket.isTest === true ? `Test: ${title}` : title,
		notices: [...notices],
		accountLine: accountLineOf(account, ticket),
		ticketLine: ticketLineOf(ticket),
		ownerLine,
		subject: shown(ticket.subject),
		summary: shown(sentiment?.summary, MOST_SUMMARY),
		evidence: sentiment === undefined ? [] : evidenceOf(sentiment.signals, sentiment.quotes ?? []),
		riskFactors: riskFactorsOf(input, facts, now).map(oneLine),
		recommendedAction: recommendedActionOf(gate, facts, now),
		why: whyOf(gate, news),
		ticketUrl: webLink(ticket.url),
		accountUrl: webLink(facts.url),
		score,
		severity: gate.severity,
	};
}

function kindOf(score: number | undefined): string {
	if (score === undefined) return 'Unscored ticket';
	if (score >= CRITICAL_FROM) return 'Critical ticket';
	return score >= FRUSTRATED_FROM ? 'Frustrated ticket' : 'At-risk ticket';
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The news of an alert that comes again, each rule that fired, then what would have kept it quiet. */
function whyOf({ rules, counterfactual }: GateDecision, news: string | undefined): string[] {
	const again = news === undefined ? [] : [`The alert was open and comes again. ${news}`];
	return [...again, ...rules.map(({ text }) => text), counterfactual]
		.map((line) => shorten(oneLine(line), MOST_REASON))
		.filter((line) => line !== '');
}

function riskFactorsOf({ sentiment, gate }: AlertInput, facts: AccountFacts, now: Date): string[] {
	const factors: string[] = [];
	const renewal = daysUntil(facts.renewalDate, now);
	if (renewal !== undefined && renewal <= RENEWAL_WORTH_NAMING_DAYS) {
		factors.push(
			renewal < 0
				? `Renewal date passed ${formatDaysAhead(renewal)}`
				: `Renewal ${formatDaysAhead(renewal)}`,
		);
	}
	if (facts.mrr !== undefined) factors.push(`MRR ${formatMoney(facts.mrr, facts.currency)}`);
	const earlier = gate.history.frustratedTickets30Days ?? 0;
	if (earlier > 0) factors.push(`${ordinal(earlier + 1)} frustrated ticket within 30 days`);
	if (sentiment !== undefined) {
		factors.push(`Frustration ${sentiment.score}/100 (${labelOf(sentiment.score)})`);
	}
	if (gate.missing.length > 0) factors.push(`Unknown: ${listOf(gate.missing)}`);
	return factors;
}
