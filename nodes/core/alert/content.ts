import { daysUntil } from '../values/dates';
import { normaliseCharacters } from '../text/characters';
import { CRITICAL_FROM, FRUSTRATED_FROM, labelOf } from '../labels';
import type {
	Account,
	AccountFacts,
	AlertContent,
	GateDecision,
	Quote,
	Sentiment,
	Signal,
	Ticket,
} from '../item/types';
import { formatDaysAhead, formatMoney, listOf, ordinal } from '../values/wording';

/** What an alert is made of. */
export interface AlertInput {
	ticket: Ticket;
	/** Absent when the ticket could not be scored. */
	sentiment?: Pick<Sentiment, 'score' | 'summary' | 'signals' | 'quotes' | 'topic'>;
	account?: Account;
	gate: GateDecision;
}

const MOST_EVIDENCE = 3;
/** From this many frustrated tickets in 30 days on, one manager's call is no longer enough. */
const ESCALATE_FROM_TICKETS = 3;
const RENEWAL_WORTH_NAMING_DAYS = 90;

/** The three actions of the recipe's step 5. */
const ACTIONS = {
	escalate: 'Escalate to CS manager',
	call: 'Book a call within 24 hours',
	update: 'Send a proactive update',
} as const;

/**
 * What an alert says, for every channel alike: plain text, nothing escaped. Facts that are unknown
 * are named as unknown or left out, never shown as 0.
 */
export function composeContent(input: AlertInput, now: Date): AlertContent {
	const { sentiment, gate } = input;
	const ticket = withVisibleText(input.ticket);
	const account = input.account ?? { status: 'unmatched' };
	const facts: AccountFacts = account.status === 'matched' ? account : {};
	const score = sentiment?.score;
	return {
		title: `${kindOf(score)} from ${whoOf(facts, ticket)}`,
		accountLine: accountLineOf(account, ticket),
		ticketLine: ticketLineOf(ticket),
		subject: ticket.subject,
		summary: sentiment?.summary,
		evidence: sentiment === undefined ? [] : evidenceOf(sentiment.signals, sentiment.quotes ?? []),
		riskFactors: riskFactorsOf(input, facts, now),
		recommendedAction: recommendedActionOf(gate, facts, now),
		why: [...gate.rules.map(({ text }) => text), gate.counterfactual],
		ticketUrl: webLink(ticket.url),
		accountUrl: webLink(facts.url),
		score,
		severity: gate.severity,
	};
}

/** Characters that hide or reverse text would make an alert say something else than it says. */
function withVisibleText(ticket: Ticket): Ticket {
	const visible = (text: string | undefined) => text && normaliseCharacters(text).text;
	const { subject, requester } = ticket;
	return {
		...ticket,
		subject: visible(subject),
		...(requester && { requester: { ...requester, name: visible(requester.name) } }),
	};
}

function kindOf(score: number | undefined): string {
	if (score === undefined) return 'Unscored ticket';
	if (score >= CRITICAL_FROM) return 'Critical ticket';
	return score >= FRUSTRATED_FROM ? 'Frustrated ticket' : 'At-risk ticket';
}

function whoOf({ name }: AccountFacts, { requester }: Ticket): string {
	return name ?? requester?.name ?? requester?.email ?? 'an unknown sender';
}

/** Who wrote what where, as far as it is known. */
function ticketLineOf({ requester, helpdesk, id, subject }: Ticket): string {
	const { name, email } = requester ?? {};
	const who = name !== undefined && email !== undefined ? `${name} (${email})` : (name ?? email);
	const system = helpdesk && helpdesk.charAt(0).toUpperCase() + helpdesk.slice(1);
	const where = [system, id && `#${id}`].filter(Boolean).join(' ');
	const origin = [who ?? 'Unknown sender', where].filter(Boolean).join(', ');
	return subject === undefined ? origin : `${origin}: ${subject}`;
}

/** e.g. "Acme Corp — Health: 58/100, down 14 pts this week" (the recipe's own form). */
function accountLineOf(account: Account, ticket: Ticket): string {
	if (account.status !== 'matched') {
		const sender = ticket.requester?.email ?? ticket.requester?.name ?? 'unknown sender';
		const candidates = (account.candidates ?? []).flatMap(({ name }) => (name ? [name] : []));
		return candidates.length > 0
			? `No single account for ${sender}: could be ${listOf(candidates)}`
			: `No account for ${sender}`;
	}
	const name = account.name ?? account.id ?? 'Unnamed account';
	if (account.healthScore === undefined) return `${name} — Health: unknown`;
	return `${name} — Health: ${account.healthScore}/100${healthTrend(account.healthChange)}`;
}

function healthTrend(change: AccountFacts['healthChange']): string {
	if (change === undefined || change.points === 0) return '';
	const window =
		change.days === 7 ? 'this week' : change.days === 30 ? 'this month' : `in ${change.days} days`;
	return `, ${change.points < 0 ? 'down' : 'up'} ${Math.abs(change.points)} pts ${window}`;
}

/** Where there is nothing to quote, that is said: an alert without evidence would look cut off. */
const NO_EVIDENCE = 'No listed phrase: the score comes from the wording as a whole';

/**
 * The strongest signals with their first quote; a signal met twice is shown once. A model's answer may
 * bring quotes that stand for no listed signal: they fill the places left.
 */
function evidenceOf(signals: readonly Signal[], quotes: readonly Quote[]): string[] {
	const strongest = [...signals].sort((a, b) => b.weight - a.weight || a.start - b.start);
	const firstOfEach = new Map<string, Signal>();
	for (const signal of strongest) {
		if (!firstOfEach.has(signal.name)) firstOfEach.set(signal.name, signal);
	}
	const oneLine = (text: string) => `“${text.replace(/\s+/g, ' ')}”`;
	const shown = [...firstOfEach.values()];
	const further = quotes.filter(
		({ quote }) => !shown.some((signal) => signal.quote.includes(quote)),
	);
	const evidence = [
		...shown.map(({ quote, name }) => `${oneLine(quote)} (${name})`),
		...further.map(({ quote }) => oneLine(quote)),
	].slice(0, MOST_EVIDENCE);
	return evidence.length > 0 ? evidence : [NO_EVIDENCE];
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

/**
 * Escalate when a single call will hardly do (nobody owns the account, a run of frustrated tickets),
 * call when the ticket is critical or high, else write.
 */
function recommendedActionOf(gate: GateDecision, facts: AccountFacts, now: Date): string {
	const tickets = (gate.history.frustratedTickets30Days ?? 0) + 1;
	const renewal = daysUntil(facts.renewalDate, now);
	const isOwned =
		facts.inactiveOwner === undefined &&
		(facts.owner?.email !== undefined || facts.owner?.name !== undefined);
	if (tickets >= ESCALATE_FROM_TICKETS || (gate.severity === 'critical' && !isOwned)) {
		return ACTIONS.escalate;
	}
	if (gate.severity === 'critical' || gate.severity === 'high') return ACTIONS.call;
	return renewal !== undefined && renewal >= 0 && renewal <= 14 ? ACTIONS.call : ACTIONS.update;
}

/** The link when it leads to a web page; links of any other kind are dropped, since they come from outside. */
function webLink(url: string | undefined): string | undefined {
	if (url === undefined) return undefined;
	try {
		const { protocol, href } = new URL(url);
		return protocol === 'https:' || protocol === 'http:' ? href : undefined;
	} catch {
		return undefined;
	}
}
