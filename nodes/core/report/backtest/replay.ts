import { identifyRules, type GateSettings } from '../../gate';
import { standingOf } from '../../gate/worsening';
import type { Account, GateDecision, Owner, Route } from '../../item/types';
import { alertKeyOf } from '../../log/alertPolicy';
import { daysOf, dayReader, isWorkingDay } from '../days';
import { deciderOf } from '../gateRules';
import type { LoggedScore, Period } from '../rows';
import { alertLives, numbering, type AlertingMessage, type AlertStep } from './alertLives';
import { candidateStore, type CandidateStore } from './candidates';
import { deskCounter, type Desk } from './desks';

/** A team may have a quiet week; a longer silence is a gap in the log. */
const MOST_SILENT_DAYS = 7;

/** What the rules being considered would have made of one account, and what was made of it. */
export interface ReplayedAccount {
	/** Absent for senders without an account. */
	account?: Account;
	/** The sender's address, where there is no account. */
	sender?: string;
	/** Alerts, and alerts again, of the rules being considered. */
	alerts: number;
	/** The same as it happened. */
	happened: number;
	/** Messages that would have alerted and did not, and the other way round. */
	newlyAlerting: number;
	noLongerAlerting: number;
	/** 0–100; the highest of its messages that alert in one or the other way. */
	score?: number;
	/** Why the first message that differs goes elsewhere, in the gate's words. */
	because?: string;
	lastAt: Date;
}

export interface Replay {
	messages: number;
	/** Messages that were fetched from months back: they were decided, but nobody was alerted of them. */
	backfilled: number;
	/** Messages without a score. */
	unscored: number;
	/** Messages of which nobody knew how long their customer had waited for an answer. */
	unknownWaits: number;
	/** Messages by the version of what scored them, most first. */
	versions: ReadonlyArray<{ version: string; messages: number }>;
	routes: Record<Route, number>;
	/** Messages that would have alerted and did not, and the other way round. */
	newlyAlerting: number;
	noLongerAlerting: number;
	desks: Desk[];
	happened: Desk[];
	/** Alerts, and alerts again, by the rules that fired; one that several rules make counts for each of them. */
	rules: ReadonlyMap<string, number>;
	/** The same of alerts that no other rule would have made. */
	alone: ReadonlyMap<string, number>;
	accounts: ReplayedAccount[];
	days: string[];
	/** Of the days that count: those of {@link silentDays} do not. */
	workingDays: number;
	/** Days in stretches of more than a week without any message: gaps in the log. */
	silentDays: number;
	candidates: CandidateStore;
}

export interface Replayer {
	/** Takes a page of messages, oldest first over all pages. */
	add(messages: readonly LoggedScore[]): void;
	/** @param until how far the messages go, where that is not to the period's end */
	result(until?: Date): Replay;
}

/** Replays logged messages against rules being considered; months of them stream through. */
export function replayer(settings: GateSettings, period: Period, timeZone: string): Replayer {
	const decide = deciderOf(settings);
	const dayOf = dayReader(timeZone);
	const [desks, happened] = [deskCounter(), deskCounter()];
	const { worseByPoints } = settings;
	const [would, did] = [alertLives(worseByPoints), alertLives(worseByPoints)];
	const keys = numbering();
	const accounts = new Map<number, ReplayedAccount>();
	const versions = new Map<string, number>();
	const routes: Record<Route, number> = { alert: 0, review: 0, digest: 0 };
	const counts = {
		...{ messages: 0, backfilled: 0, unscored: 0, unknownWaits: 0 },
		...{ newlyAlerting: 0, noLongerAlerting: 0 },
	};
	const rules = new Map<string, number>(identifyRules(settings.rules).map(({ id }) => [id, 0]));
	const alone = new Map(rules);
	const candidates = candidateStore(settings);
	const daysWithMessages = new Set<string>();

	const countRules = ({ rules: fired }: GateDecision) => {
		for (const { id } of fired) rules.set(id, (rules.get(id) ?? 0) + 1);
		const [only, ...others] = fired;
		if (only !== undefined && others.length === 0)
			alone.set(only.id, (alone.get(only.id) ?? 0) + 1);
	};
	const add = (message: LoggedScore) => {
		const decision = decide(message);
		const key = keys.of(alertKeyOf(message));
		const day = dayOf(message.receivedAt.getTime());
		daysWithMessages.add(day);
		const facts = alertingOf(message);
		const { owner } = facts;
		const desk = desks.see(owner);
		happened.see(owner);
		counts.messages += 1;
		if (message.isBackfill) counts.backfilled += 1;
		if (message.waitedDays === undefined) counts.unknownWaits += 1;
		if (message.score === undefined) counts.unscored += 1;
		else versions.set(message.version ?? '', (versions.get(message.version ?? '') ?? 0) + 1);
		routes[decision.route] += 1;
		const step = decision.route === 'alert' ? would(key, facts) : undefined;
		const before = message.route === 'alert' ? did(key, facts) : undefined;
		if (step !== undefined) desks.count(desk, step, day);
		if (before !== undefined) happened.count(desk, before, day);
		if (step !== undefined && step !== 'joined') countRules(decision);
		candidates.add(message, facts, key, desk);
		if (step === undefined && before === undefined) return;
		if (before === undefined) counts.newlyAlerting += 1;
		if (step === undefined) counts.noLongerAlerting += 1;
		const entry = accounts.get(key) ?? newAccount(message);
		accounts.set(key, entry);
		follow(entry, message, decision, step, before);
	};
	return {
		add: (messages) => messages.forEach(add),
		result: (until = period.until) => {
			const days = daysOf(period.since, until, dayOf);
			const counting = withoutSilence(days, daysWithMessages);
			return {
				...counts,
				versions: [...versions]
					.map(([version, messages]) => ({ version, messages }))
					.sort((a, b) => b.messages - a.messages),
				routes,
				desks: desks.desks(),
				happened: happened.desks(),
				rules,
				alone,
				accounts: [...accounts.values()],
				days,
				workingDays: counting.filter(isWorkingDay).length,
				silentDays: days.length - counting.length,
				candidates,
			};
		},
	};
}

/** The days but for runs of more than {@link MOST_SILENT_DAYS} on which nothing came. */
function withoutSilence(days: readonly string[], heard: ReadonlySet<string>): string[] {
	const counting: string[] = [];
	let silent: string[] = [];
	const endRun = () => {
		if (silent.length <= MOST_SILENT_DAYS) counting.push(...silent);
		silent = [];
	};
	for (const day of days) {
		if (!heard.has(day)) {
			silent.push(day);
			continue;
		}
		endRun();
		counting.push(day);
	}
	endRun();
	return counting;
}

/** What a message's alert is made of; only the facts of a matched account count. */
function alertingOf({ account, score, receivedAt }: LoggedScore): AlertingMessage & {
	owner?: Owner;
} {
	const facts = account?.status === 'matched' ? account : undefined;
	const { renewalDate, owner } = facts ?? {};
	const at = receivedAt.getTime();
	return { ...standingOf({ score, renewalDate, at: receivedAt }), at, owner };
}

function newAccount({ account, requesterEmail, receivedAt }: LoggedScore): ReplayedAccount {
	const isMatched = account?.status === 'matched';
	return {
		...(isMatched ? { account } : { sender: requesterEmail }),
		alerts: 0,
		happened: 0,
		newlyAlerting: 0,
		noLongerAlerting: 0,
		lastAt: receivedAt,
	};
}

function follow(
	entry: ReplayedAccount,
	{ account, score, receivedAt }: LoggedScore,
	{ reason }: GateDecision,
	step: AlertStep | undefined,
	before: AlertStep | undefined,
): void {
	if (account?.status === 'matched') entry.account = account;
	if (step !== undefined && step !== 'joined') entry.alerts += 1;
	if (before !== undefined && before !== 'joined') entry.happened += 1;
	if (before === undefined) entry.newlyAlerting += 1;
	if (step === undefined) entry.noLongerAlerting += 1;
	if (before === undefined || step === undefined) entry.because ??= reason;
	if (score !== undefined) entry.score = Math.max(entry.score ?? 0, score);
	entry.lastAt = receivedAt;
}
