import { isNobodys } from '../account/nobodysAddress';
import { IN_WORDS } from '../alert/recipient';
import type { Account, GateDecision, KnownSentiment, Ticket } from '../item/types';
import { shown } from '../text/shown';
import { formatSpan } from '../values/wordedTime';
import type { SetupCheck, SetupFacts } from './types';

const ALERT = { id: 'testAlert', name: 'Test alert' } as const;
const SEND =
	'Publish CS Alerts, then run Send Test Alert in CS Alerts Setup. It is the only way to try the mail server, Slack and Teams for real.';

/** Whether the last test alert arrived. Nothing but sending shows that a mail server takes messages. */
export function testAlertCheck({ test }: SetupFacts, now: Date): SetupCheck {
	if (test === undefined) {
		return {
			...ALERT,
			status: 'skipped',
			found:
				'None was sent in the last 30 days. Without sending, nothing shows whether a channel’s node is enabled (all come disabled), whether its server takes messages, and whether CS Alert Formatter has a fallback owner.',
			whatToDo: SEND,
		};
	}
	const ago = `${formatSpan(now.getTime() - test.at.getTime())} ago`;
	const { delivery } = test;
	if (delivery?.state === 'delivered') {
		const channel = CHANNELS[delivery.channel ?? ''];
		const way = [
			channel === undefined ? '' : ` ${channel}`,
			delivery.recipient === undefined ? '' : ` to ${shown(delivery.recipient, 100) ?? ''}`,
		].join('');
		if (delivery.recipient !== undefined && isNobodys(delivery.recipient)) {
			return {
				...ALERT,
				status: 'warning',
				found: `The last one, ${ago}, went${way}, a sample’s address, so nobody got it.`,
				whatToDo:
					'Enter an address of your own in Fallback Owner Email of CS Alert Formatter, publish CS Alerts, then run Send Test Alert.',
			};
		}
		const others = channel === undefined ? '' : ' Other channels were not tried.';
		return { ...ALERT, status: 'ok', found: `The last one, ${ago}, arrived${way}.${others}` };
	}
	if (delivery !== undefined) {
		const error = shown(delivery.error, 300);
		const isFresh = error === undefined && now.getTime() - test.at.getTime() < FRESH_MS;
		return {
			...ALERT,
			status: isFresh ? 'warning' : 'problem',
			found: `The last one, ${ago}, has not arrived${error === undefined ? '' : `: ${error}`}.`,
			whatToDo: isFresh
				? 'Run this again in a minute.'
				: 'Publish CS Alerts, see that the node of its channel is enabled and its credential works, and that CS Alert Formatter has a channel and a fallback owner. Then run Send Test Alert again.',
		};
	}
	return {
		...ALERT,
		status: 'warning',
		found: `The last test ticket, ${ago}, brought no alert: it ended as ${test.state}${test.reason === undefined ? '' : ` (${shown(test.reason, 200) ?? ''})`}.`,
		whatToDo: SEND,
	};
}

const FRESH_MS = 2 * 60_000;
const CHANNELS: Readonly<Record<string, string>> = IN_WORDS;

/** An alert as it is decided, invented. */
export interface TestDecision {
	ticket: Ticket;
	sentiment: KnownSentiment;
	account: Account;
	gate: GateDecision;
}

const QUOTE = 'looking at other tools';
const BODY = `This is a test of CS Alerts. Nobody wrote it, and nothing has to be done. A customer might write that they are ${QUOTE}.`;

/**
 * An alert that goes the way of a real one, marked as a test, so that it stays out of all figures. Its account has
 * no owner unless one is given: then it shows that the fallback owner is reached.
 */
export function testDecision(now: Date, ownerEmail?: string): TestDecision {
	const at = now.toISOString();
	const start = BODY.indexOf(QUOTE);
	return {
		ticket: {
			key: `other:setup:${now.getTime()}`,
			messageId: 'new',
			event: 'new',
			helpdesk: 'other',
			instance: 'setup',
			id: String(now.getTime()),
			subject: 'Test alert of CS Alerts Setup',
			body: BODY,
			// Without an address, like the account without an ID: each test is an alert of its own, and no account's
			// figures are kept for it.
			requester: { name: 'Sam Customer' },
			createdAt: at,
			receivedAt: at,
			isTest: true,
		},
		sentiment: {
			score: 82,
			label: 'Critical',
			topic: 'Test',
			language: 'en',
			summary: 'This is a test of CS Alerts. Nobody wrote it, and nothing has to be done.',
			signals: [
				{
					name: 'Test',
					riskLevel: 'critical',
					weight: 82,
					quote: QUOTE,
					start,
					end: start + QUOTE.length,
				},
			],
			flags: [],
		},
		account: {
			status: 'matched',
			name: 'Example Customer (test)',
			mrr: 3200,
			currency: 'USD',
			...(ownerEmail !== undefined && { owner: { email: ownerEmail } }),
		},
		gate: {
			route: 'alert',
			severity: 'critical',
			reason: 'Test alert of CS Alerts Setup',
			rules: [{ id: 'test', name: 'Test', text: 'Test: score 82 is at least 80' }],
			missing: [],
			counterfactual: 'Would not have alerted below a score of 80',
			history: {},
			config: 'test',
		},
	};
}
