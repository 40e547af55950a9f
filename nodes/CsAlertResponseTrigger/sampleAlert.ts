import type { AlertStanding, ResponseAction } from '../core/item/types';
import { SNOOZE_DAYS } from '../core/response/actionWords';
import { VERDICTS } from '../core/item/deliveryReaders';
import { oneOf } from '../core/item/fields';
import type { AnswerTarget } from '../log/alertLog';
import type { AnswerLog } from './respond';

/** What the trigger shows while somebody listens in the editor: an invented alert, marked as a test. */

/** In the place of a token; no token of the log is so short. */
export const SAMPLE_TOKEN = 'sample';

const DAY_MS = 86_400_000;

/** Stands in for the log: what is answered to the sample is kept nowhere. */
export function sampleLog(): AnswerLog {
	return {
		readAnswerTarget: async (_token, now) => await Promise.resolve(sampleTarget(now)),
		answer: async ({ action, days }, now) => {
			const target = sampleTarget(now);
			const standing = standingAfter(action, now, days);
			return await Promise.resolve({ result: 'applied', target: { ...target, standing } });
		},
	};
}

function sampleTarget(now: Date): AnswerTarget {
	return {
		alertId: 'sample',
		person: 'you',
		expiresAt: new Date(now.getTime() + DAY_MS),
		isExpired: false,
		isTest: true,
		isIncident: false,
		standing: openStanding(now),
		account: { id: 'example', name: 'Example Customer' },
		candidates: [],
		topic: 'export',
		score: 92,
		severity: 'critical',
		ticketKey: 'zendesk:example.zendesk.com:1',
		subject: 'Export shows last month again',
		requesterEmail: 'sam@customer.example',
	};
}

function openStanding(now: Date): AlertStanding {
	return { state: 'open', openedAt: new Date(now.getTime() - 600_000).toISOString() };
}

function standingAfter(action: ResponseAction, now: Date, days = SNOOZE_DAYS): AlertStanding {
	const standing = openStanding(now);
	const verdict = oneOf(VERDICTS, action);
	if (verdict !== undefined) return { ...standing, verdict };
	const at = now.toISOString();
	switch (action) {
		case 'snooze': {
			const until = new Date(now.getTime() + days * DAY_MS).toISOString();
			return { ...standing, state: 'snoozed', snoozedUntil: until };
		}
		case 'close':
			return { ...standing, state: 'closed', closedAt: at };
		default:
			return { ...standing, state: 'acknowledged', acknowledgedAt: at };
	}
}
