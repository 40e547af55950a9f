import type { IDataObject } from 'n8n-workflow';

import type { Signal } from '../core/item/types';
import { localDate } from '../core/values/zonedTime';

const DAY_MS = 86_400_000;
const SUBJECT = 'Export shows last month again';
const SUMMARY =
	'This is the third time we write about it and nobody has answered yet. If this cannot be fixed we will have to look at other tools.';

/** What the gate's first rules say of it. */
const RULES = [
	{
		id: 'frustrated-paying-account',
		name: 'Frustrated paying account',
		text: 'Frustrated paying account: score 92 is at least 65 and MRR $3,200 is at least $1,000',
	},
	{
		id: 'critical-ticket',
		name: 'Critical ticket',
		text: 'Critical ticket: score 92 is at least 80',
	},
	{
		id: 'renewal-is-near',
		name: 'Renewal is near',
		text: 'Renewal is near: score 92 is at least 50 and renewal in 28 days is within 60 days',
	},
];

/** A signal as Sentiment Score gives it out: its quote stands in the text. */
function signal(given: Pick<Signal, 'name' | 'riskLevel' | 'weight' | 'quote'>): IDataObject {
	const start = SUMMARY.indexOf(given.quote);
	return { ...given, start, end: start + given.quote.length };
}

/**
 * What the trigger gives out when it is tried in the editor: an invented alert as the other nodes would have made it,
 * marked as a test. It takes nothing out of the outbox. The account has no owner, so that it reaches the fallback owner
 * rather than an invented address; links lead to an alert of the log, which this is not.
 * @param timeZone IANA name, of the workflow: the renewal is 28 days ahead by its calendar
 */
export function sampleDelivery(now: Date, timeZone: string): IDataObject {
	const inDays = (days: number) => localDate(new Date(now.getTime() + days * DAY_MS), timeZone);
	return {
		ticket: {
			key: 'zendesk:example.zendesk.com:1',
			messageId: 'new',
			event: 'new',
			helpdesk: 'zendesk',
			id: '1',
			subject: SUBJECT,
			requester: { email: 'sam@customer.example', name: 'Sam Customer' },
			createdAt: now.toISOString(),
			receivedAt: now.toISOString(),
			isTest: true,
		},
		sentiment: {
			score: 92,
			label: 'Critical',
			topic: 'export',
			language: 'en',
			summary: SUMMARY,
			signals: [
				signal({
					name: 'Repeated contact',
					riskLevel: 'mediumHigh',
					weight: 65,
					quote: 'third time',
				}),
				signal({
					name: 'Threat to leave',
					riskLevel: 'critical',
					weight: 85,
					quote: 'look at other tools',
				}),
			],
			flags: [],
		},
		account: {
			status: 'matched',
			matchedBy: 'contact',
			id: 'example',
			name: 'Example Customer',
			mrr: 3200,
			currency: 'USD',
			renewalDate: inDays(28),
			healthScore: 58,
			healthChange: { points: -14, days: 7 },
		},
		gate: {
			route: 'alert',
			severity: 'critical',
			reason: RULES.map(({ text }) => text).join('; '),
			rules: RULES,
			missing: [],
			counterfactual: 'Would not have alerted below a score of 50',
			history: { frustratedTickets30Days: 2 },
		},
		delivery: { id: 'test', kind: 'alert', attempt: 1, step: 'owner', mayBeRepeat: false },
	};
}
