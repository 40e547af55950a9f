import { daysAheadIn } from '../gate/calendar';
import { labelOf } from '../score/labels';
import type { AccountFacts, AlertContent, GateDecision, TicketHistory } from '../item/types';
import { oneLine, shorten, shown } from '../text/shown';
import { sameHostLink, webLink } from '../values/link';
import { formatDaysAhead, formatMoney, listOf, ordinal } from '../values/wording';
import { formatDay, type Regional } from '../values/wordedTime';
import { recommendedActionOf } from './actions';
import { inLocale } from './amounts';
import { answersOf } from './answers';
import { evidenceOf } from './evidence';
import { incidentContent } from './incident';
import type { AlertInput, Occasion } from './occasion';
import { accountLineOf, ticketLineOf } from './people';
import { standingLines } from './standing';
import { titleOf } from './title';
import { placeholderValues, wordedFor } from './wording';

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
	const draft = incident === undefined ? shown(input.replyDraft, MOST_SUMMARY) : undefined;
	const action = recommendedActionOf(occasion.actions, gate, facts, { now, since, regional });
	const worded = wordedFor(
		occasion.wording,
		placeholderValues(input, occasion, action.recommendedAction),
	);
	const content: AlertContent = {
		title: titleOf(input, occasion, worded.title),
		...(worded.intro !== undefined && { intro: worded.intro }),
		...(worded.footer !== undefined && { footer: worded.footer }),
		labels: worded.labels,
		notices: [...occasion.notices],
		standing: standingLines(occasion.standing, now, regional),
		accountLine: accountLineOf(account, ticket, regional.locale),
		ticketLine: ticketLineOf(ticket),
		ownerLine: occasion.ownerLine,
		...(changes.length > 0 && { changes: [...changes] }),
		subject: shown(ticket.subject),
		summary: shown(sentiment?.summary, MOST_SUMMARY),
		evidence:
			sentiment === undefined
				? []
				: evidenceOf(sentiment.signals, sentiment.quotes ?? [], sentiment.topic),
		riskFactors: riskFactorsOf(input, facts, now, regional).map(oneLine),
		...action,
		...(draft !== undefined && { replyDraft: draft }),
		...(told !== undefined && { told }),
		answers: answersOf(occasion.links, occasion.standing),
		why: whyOf(gate, occasion),
		ticketUrl: webLink(ticket.url),
		...firstTicketOf(gate.history, ticket.url),
		accountUrl: webLink(facts.url),
		score: sentiment?.score,
		severity: gate.severity,
	};
	if (incident === undefined) return content;
	// The deadline and the playbook of another action do not fit.
	return {
		...content,
		actBy: undefined,
		actByTime: undefined,
		playbookUrl: undefined,
		...incidentContent(incident, regional.locale),
	};
}

/** Of another helpdesk than the ticket's own nobody knows that the link leads to one. */
function firstTicketOf({ firstFrustratedTicket }: TicketHistory, ticketUrl: string | undefined) {
	const firstTicketUrl = sameHostLink(firstFrustratedTicket?.url, ticketUrl);
	return firstTicketUrl === undefined ? {} : { firstTicketUrl };
}

/** The news of an alert that comes again, each rule that fired, then what would have kept it quiet. */
function whyOf(
	{ rules, counterfactual, amounts = [] }: GateDecision,
	{ kind, news, regional }: Occasion,
): string[] {
	const again =
		news === undefined || kind !== 'alert' ? [] : [`The alert was open and comes again. ${news}`];
	return [...again, ...rules.map(({ text }) => text), counterfactual]
		.map((line) => inLocale(line, amounts, regional.locale))
		.map((line) => shorten(oneLine(line), MOST_REASON))
		.filter((line) => line !== '');
}

function riskFactorsOf(
	{ sentiment, gate }: AlertInput,
	facts: AccountFacts,
	now: Date,
	regional: Regional,
): string[] {
	const factors: string[] = [];
	const renewal = daysAheadIn(regional.timeZone, now)(facts.renewalDate);
	if (renewal !== undefined && renewal <= RENEWAL_WORTH_NAMING_DAYS) {
		factors.push(
			renewal < 0
				? `Renewal date passed ${formatDaysAhead(renewal)}`
				: `Renewal ${formatDaysAhead(renewal)}`,
		);
	}
	if (facts.mrr !== undefined)
		factors.push(`MRR ${formatMoney(facts.mrr, facts.currency, regional.locale)}`);
	const { frustratedTickets30Days: earlier = 0, firstFrustratedTicket: first } = gate.history;
	if (earlier > 0) {
		const day = first && formatDay(first.at, now, regional);
		const since = day === undefined ? '' : `, the first on ${day}`;
		factors.push(`${ordinal(earlier + 1)} frustrated ticket within 30 days${since}`);
	}
	if (sentiment !== undefined) {
		factors.push(`Frustration ${sentiment.score}/100 (${labelOf(sentiment.score)})`);
	}
	if (gate.missing.length > 0) factors.push(`Unknown: ${listOf(gate.missing)}`);
	return factors;
}
