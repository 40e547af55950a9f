import { labelOf, CRITICAL_FROM, FRUSTRATED_FROM } from '../score/labels';
import type {
	Account,
	FiredRule,
	GateDecision,
	Incident,
	OpenAlert,
	SentimentLabel,
	Severity,
	Route,
	TicketEvent,
	TicketHistory,
} from '../item/types';
import { oneLine } from '../text/shown';
import { daysAheadIn, type DaysAhead } from './calendar';
import type { Facts } from './conditions/condition';
import { converter } from './conditions/money';
import { counterfactualOf } from './counterfactual';
import { evaluateRule, readyRules, type ReadyRule, type RuleOutcome } from './evaluateRule';
import { historyOf, type History } from './history';
import { hashSettings } from './identity';
import { incidentOf, incidentWords, type Topics } from './incident';
import { joined, joinsOpenAlert } from './openAlert';
import { routeOf } from './route';
import type { GateSettings } from './settings';

/** What the gate decides on. */
export interface GateInput {
	ticketKey?: string;
	/** 0–100; absent when the ticket could not be scored. */
	score?: number;
	/** Absent: as the score says. */
	label?: SentimentLabel;
	topic?: string;
	event?: TicketEvent;
	/** What the score says of itself, e.g. "language-not-covered:zh" or "truncated". */
	flags?: readonly string[];
	/** Absent when no account was looked up. */
	account?: Account;
	/** Whole days that the customer has waited for an answer; absent when it is not known. */
	waitedDays?: number;
	/** What went wrong on the way here, in plain words. */
	failure?: string;
	/** The ticket's place in its batch, where what came before holds tickets of the batch. */
	position?: number;
	/** Whether it is a test or from months back: it joins no alert, opens none and is part of no incident. */
	standsAlone?: boolean;
}

/** What was before the batch, and in it. */
export interface Before {
	/** Earlier tickets; absent when no history came in. */
	history?: History;
	/** Frustrated messages of late, by topic; absent when nobody looked. */
	topics?: Topics;
}

/** A frustrated ticket this close to the renewal is critical (recipe, step 4). */
const CRITICAL_RENEWAL_DAYS = 30;

/** A gate that decides the tickets of one batch, in their order. */
export type OpenGate = (input: GateInput) => GateDecision;

/**
 * A gate that decides the tickets of one batch, in their order: an alert of an earlier one is open for those
 * behind it. A ticket goes to `alert` when any rule fires, to `review` when a person has to look (no score, no
 * account for a frustrated ticket, several accounts, a failed look-up, a fact that a rule needs is unknown), else
 * to `digest`, as the settings' policies say.
 * @param settings as {@link checkSettings} lets them through
 */
export function openGate(settings: GateSettings, now: Date, before: Before = {}): OpenGate {
	return readyGate(settings)(now, before);
}

/** As {@link openGate}, for batches of many days with the same settings: what they all need is made once. */
export function readyGate(settings: GateSettings): (now: Date, before?: Before) => OpenGate {
	const rules = readyRules(settings.rules, settings.currency);
	const config = hashSettings(settings);
	const convert = converter(settings.currency, settings.rates);
	const ready = { settings, rules, config, convert };
	return (now, before = {}) => batchGate(ready, daysAheadIn(settings.timeZone, now), now, before);
}

interface ReadyGate {
	settings: GateSettings;
	rules: readonly ReadyRule[];
	config: string;
	convert: Facts['convert'];
}

function batchGate(
	{ settings, rules, config, convert }: ReadyGate,
	daysAhead: DaysAhead,
	now: Date,
	before: Before,
): OpenGate {
	const opened = new Map<string, OpenAlert>();
	// Without the log there is nothing that a further alert could join.
	const keepsAlerts = settings.history === 'log' && before.history !== undefined;
	return (input) => {
		const { score, account = { status: 'unmatched' } } = input;
		const history = pastOf(input, before, opened, now);
		const same = { history, config, worseByPoints: settings.worseByPoints };
		if (score === undefined) return { ...unscored(input.failure), ...same };
		const matched = account.status === 'matched' ? account : undefined;
		const facts: Facts = {
			account: matched,
			label: input.label ?? labelOf(score),
			topic: input.topic,
			event: input.event,
			waitedDays: input.waitedDays,
			frustratedTickets30Days: history.frustratedTickets30Days,
			daysAhead,
			convert,
		};
		const outcomes = rules.map((rule) => evaluateRule(rule, score, facts));
		const { flags = [], failure } = input;
		const { route, reason } = routeOf({ score, flags, failure, account }, outcomes, settings);
		const decision = {
			route,
			severity: severityOf(route, score, daysAhead(matched?.renewalDate)),
			rules: outcomes.filter(({ result }) => result === 'fires').map(firedRule),
			reason,
			missing: [...new Set(outcomes.flatMap(({ missing }) => missing))],
			counterfactual: counterfactualOf(route, outcomes),
			...amountsIn(outcomes),
			...same,
		};
		if (route !== 'alert' || input.standsAlone === true) return decision;
		const { openAlert } = history;
		const incident = incidentAround(input, matched?.id, before, settings);
		// The alert of an incident is no account's own.
		const joinsOwn = openAlert !== undefined || incident === undefined;
		if (keepsAlerts && joinsOwn && matched?.id !== undefined) {
			opened.set(matched.id, joined(openAlert, score, settings, now));
		}
		return {
			...decision,
			reason: [
				reason,
				...(openAlert ? [joinsOpenAlert(openAlert, score, settings, now)] : []),
				...(incident ? [`Likely an incident: ${incidentWords(incident)}`] : []),
			].join('. '),
			...(incident !== undefined && { incident }),
		};
	};
}

/** What happened on the ticket and its account before, with the alert that is open, be it of this batch. */
function pastOf(
	{ account, ticketKey, position, standsAlone, waitedDays }: GateInput,
	{ history }: Before,
	opened: ReadonlyMap<string, OpenAlert>,
	now: Date,
): TicketHistory {
	const tickets = {
		...historyOf(account?.id, ticketKey, history, now, position),
		...(waitedDays !== undefined && { daysWithoutReply: waitedDays }),
	};
	if (account?.id === undefined || standsAlone === true) return tickets;
	const openAlert = opened.get(account.id) ?? history?.openAlerts.get(account.id);
	return { ...tickets, ...(openAlert !== undefined && { openAlert }) };
}

function incidentAround(
	{ topic, position = 0 }: GateInput,
	accountId: string | undefined,
	{ topics }: Before,
	{ incident }: GateSettings,
): Incident | undefined {
	if (incident === undefined || topics === undefined) return undefined;
	return incidentOf(topic, accountId, topics, position, incident);
}

function unscored(failure: string | undefined) {
	return {
		route: 'review' as const,
		severity: 'medium' as const,
		rules: [],
		reason: `Could not be scored: ${oneLine(failure ?? 'the ticket has no score')}`,
		missing: ['score'],
		counterfactual: 'No rule could be decided without a score',
	};
}

/** Decides one ticket by itself. */
export function evaluateGate(
	input: GateInput,
	settings: GateSettings,
	now: Date,
	before: Before = {},
): GateDecision {
	return openGate(settings, now, before)(input);
}

/** Each once. */
function amountsIn(outcomes: readonly RuleOutcome[]): Pick<GateDecision, 'amounts'> {
	const amounts = new Map(
		outcomes.flatMap((outcome) => outcome.amounts).map((one) => [one.text, one]),
	);
	return amounts.size === 0 ? {} : { amounts: [...amounts.values()] };
}

function firedRule({ rule: { id }, name, text }: RuleOutcome): FiredRule {
	return { id, ...(name !== undefined && { name }), text };
}

function severityOf(route: Route, score: number, renewalInDays: number | undefined): Severity {
	const renewsSoon =
		renewalInDays !== undefined && renewalInDays >= 0 && renewalInDays <= CRITICAL_RENEWAL_DAYS;
	if (score >= CRITICAL_FROM) return 'critical';
	if (score >= FRUSTRATED_FROM) return route === 'alert' && renewsSoon ? 'critical' : 'high';
	return route === 'digest' ? 'low' : 'medium';
}
