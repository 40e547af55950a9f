import {
	composeAlert,
	DEFAULT_ACTIONS,
	DEFAULT_FOLLOW_UPS,
	NO_OWNERS,
	readOwnerRows,
	type AlertInput,
	type DeliverySettings,
	type OwnerDirectory,
} from '../../../nodes/core/alert';
import type {
	Account,
	Alert,
	AlertStanding,
	Delivery,
	GateDecision,
} from '../../../nodes/core/item/types';

/** What the tests of alerts start from. */

export const NOW = new Date('2026-11-23T09:00:00Z');

export const settings: DeliverySettings = {
	channel: 'owner',
	defaultChannel: 'slack',
	slackChannel: '#cs-alerts',
	fallbackOwner: { name: 'CS team', email: 'cs@example.com' },
	owners: NO_OWNERS,
	actions: DEFAULT_ACTIONS,
	followUps: DEFAULT_FOLLOW_UPS,
	holidays: new Set(),
	regional: { locale: 'en-US', timeZone: 'UTC' },
	slackButtons: 'links',
	looksFirst: false,
	wording: {},
};

/** A link as Teams gives it for a channel. */
export const TEAMS_LINK =
	'https://teams.microsoft.com/l/channel/19%3a0123abcd%40thread.tacv2/CS%20Alerts?groupId=01234567-89ab-cdef-0123-456789abcdef&tenantId=fedcba98-7654-3210-fedc-ba9876543210';

/** Owners as the rows of a table say them. */
export const ownersOf = (...rows: Array<Record<string, unknown>>): OwnerDirectory =>
	readOwnerRows(rows).owners;

/** Answers as the log makes their links. */
export const links = Object.fromEntries(
	['acknowledge', 'useful', 'noise', 'wrongAccount', 'wrongOwner', 'snooze', 'close'].map(
		(action) => [action, `https://n8n.example.com/webhook/answer?token=t0ken&action=${action}`],
	),
);

export const gate = (extra: Partial<GateDecision> = {}): GateDecision => ({
	route: 'alert',
	severity: 'high',
	rules: [
		{
			id: 'frustrated-paying-account',
			name: 'Frustrated paying account',
			text: 'Frustrated paying account: score 72 is at least 65 and MRR $3,200 is at least $1,000',
		},
	],
	reason: 'Frustrated paying account',
	missing: [],
	counterfactual: 'Would not have alerted below a score of 65, 7 points lower',
	history: { frustratedTickets30Days: 1 },
	config: '0123456789abcdef',
	...extra,
});

export const acme: Account = {
	status: 'matched',
	id: '001',
	name: 'Acme Corp',
	mrr: 3200,
	currency: 'USD',
	renewalDate: '2026-12-21',
	healthScore: 58,
	healthChange: { points: -14, days: 7 },
	owner: { name: 'Dana Reyes', email: 'dana@example.com', slackId: 'U024BE7LH' },
	url: 'https://example.my.salesforce.com/001',
};

export const input = (extra: Partial<AlertInput> = {}): AlertInput => ({
	ticket: {
		key: 'zendesk:acme:1',
		id: '1',
		subject: 'Export broken',
		requester: { email: 'jo@acme.com', name: "Jo O'Neil" },
		url: 'https://acme.zendesk.com/agent/tickets/1',
	},
	sentiment: {
		score: 72,
		topic: 'export',
		summary: "We still can't export. This is the third time I ask.",
		signals: [
			{
				name: 'Core workflow failure',
				riskLevel: 'high',
				weight: 75,
				quote: "can't export",
				start: 9,
				end: 21,
			},
		],
	},
	account: acme,
	gate: gate(),
	...extra,
});

export const delivery = (extra: Partial<Delivery> = {}): Delivery => ({
	id: 'd1',
	kind: 'alert',
	alertId: 'a1',
	attempt: 1,
	mayBeRepeat: false,
	step: 'owner',
	...extra,
});

/** When the messages of {@link composeLater} are written: four hours after the alert. */
export const LATER = new Date('2026-11-23T13:05:00Z');

/** How an alert stands that nobody has answered. */
export const open: AlertStanding = { state: 'open', openedAt: '2026-11-23T09:00:00.000Z' };

/** A message about an alert that was sent some hours ago, with links to answer it. */
export const composeLater = (
	due: Partial<Delivery>,
	extra: Partial<DeliverySettings> = {},
	own: Partial<AlertInput> = {},
): Alert =>
	composeAlert(
		input(own),
		{ ...settings, ...extra },
		LATER,
		delivery({ links, standing: open, ...due }),
	).message;
