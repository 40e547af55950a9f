import { DEFAULT_GATE, type GateSettings } from '../../../nodes/core/gate';
import type { Account } from '../../../nodes/core/item/types';
import {
	trialOf,
	type AlertMessage,
	type Trial,
} from '../../../nodes/core/report/calibration/trial';
import { deciderOf } from '../../../nodes/core/report/gateRules';
import type { LoggedAlert, LoggedScore } from '../../../nodes/core/report/rows';

export const DAY = 86_400_000;
/** A Monday. */
export const START = new Date('2026-03-02T00:00:00.000Z');
export const at = (days: number, hours = 9): Date =>
	new Date(START.getTime() + days * DAY + hours * 3_600_000);

export const gate: GateSettings = DEFAULT_GATE;

export const globex: Account = {
	status: 'matched',
	id: 'globex',
	name: 'Globex',
	mrr: 2400,
	currency: 'USD',
	renewalDate: '2027-01-31',
	owner: { name: 'Ana', email: 'ana@team.example' },
};

let count = 0;
const decide = deciderOf(gate);

/** A message decided as the default gate decides it, unless told otherwise. */
export function scored(over: Partial<LoggedScore> = {}): LoggedScore {
	count += 1;
	const message: LoggedScore = {
		id: `row-${count}`,
		ticketKey: `zendesk:acme:${count}`,
		event: 'new',
		receivedAt: at(0),
		score: 40,
		label: 'Neutral',
		topic: 'Export',
		flags: [],
		version: 'v1',
		account: globex,
		requesterEmail: 'mia@globex.example',
		route: 'digest',
		rules: [],
		config: 'abc',
		isBackfill: false,
		...over,
	};
	const decision = decide(message);
	return { ...message, route: decision.route, rules: decision.rules.map(({ id }) => id), ...over };
}

/** An alert that was delivered, of a frustrated paying account. */
export function alerted(over: Partial<LoggedAlert> = {}): LoggedAlert {
	count += 1;
	return {
		id: `alert-${count}`,
		accountId: 'globex',
		accountName: 'Globex',
		owner: { name: 'Ana', email: 'ana@team.example' },
		mrr: 2400,
		currency: 'USD',
		openedAt: at(0),
		deliveredAt: at(0, 10),
		isReminded: false,
		score: 70,
		rules: [{ id: 'frustrated-paying-account', name: 'Frustrated paying account' }],
		signals: [{ name: 'General annoyance', quote: 'so slow' }],
		topic: 'Export',
		...over,
	};
}

/** What opened an alert, as its row of the log has it: one High phrase that the model heard as 40. */
export function openerOf(alert: LoggedAlert, over: Partial<AlertMessage> = {}): AlertMessage {
	return {
		alertId: alert.id,
		score: alert.score ?? 0,
		unlistedScore: 40,
		signals: alert.signals.map(({ name }) => ({ name, riskLevel: 'high', weight: 75 })),
		flags: [],
		version: '0123456789abcdef-01234567',
		isFirst: true,
		rules: alert.rules.map(({ id }) => id),
		config: 'abc',
		...over,
	};
}

/** A trial on alerts with one message each, decided by the default gate. */
export const trialOn = (alerts: readonly LoggedAlert[], over: Partial<AlertMessage> = {}): Trial =>
	trialOf(
		alerts.map((alert) => openerOf(alert, over)),
		new Map([['abc', gate]]),
	);

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function randomOf(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
