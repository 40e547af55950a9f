import { labelOf } from '../score/labels';
import type { AccountFacts, AlertContent, GateDecision } from '../item/types';
import { oneLine, shorten, shown } from '../text/shown';
import { daysUntil } from '../values/dates';
import { webLink } from '../values/link';
import { formatDaysAhead, formatMoney, listOf, ordinal } from '../values/wording';
import { recommendedActionOf } from './actions';
import { answersOf } from './answers';
import { evidenceOf } from './evidence';
import { incidentContent } from './incident';
import type { AlertInput, Occasion } from './occasion';
import { accountLineOf, ticketLineOf } from './people';
import { standingLines } from './standing';
import { titleOf } from './title';

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
	const content: AlertContent = {
		title: titleOf(input, occasion),
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
	if (incident === undefined) return content;
	// The deadline and the playbook of another action do not fit.
	return {
		...content,
		actBy: undefined,
		playbookUrl: undefined,
		...incidentContent(incident, regional.locale),
	};
}

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
