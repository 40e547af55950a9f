import { describe, expect, it } from 'vitest';

import {
	DEFAULT_GATE,
	daysWithoutReply,
	evaluateGate,
	type WaitingTicket,
} from '../../../nodes/core/gate';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();
const wrote = (days: number) => ({ messageId: String(days), score: 40, createdAt: ago(days) });

describe('how long a customer has waited for an answer', () => {
	it.each<[string, WaitingTicket, number | undefined]>([
		['is not known where nobody asked the helpdesk', { createdAt: ago(5) }, undefined],
		[
			'counts from the first message where no agent ever answered',
			{ status: 'open', createdAt: ago(0), previous: [wrote(5), wrote(3)] },
			5,
		],
		[
			'counts from the first message after the last answer',
			{
				status: 'open',
				createdAt: ago(1),
				previous: [wrote(9), wrote(3)],
				lastAgentReplyAt: ago(4),
			},
			3,
		],
		[
			'is nothing where the customer was the one to answer',
			{ status: 'open', createdAt: ago(0), previous: [wrote(9)], lastAgentReplyAt: ago(8) },
			0,
		],
		[
			'is nothing where an agent answered last',
			{ status: 'open', createdAt: ago(3), lastAgentReplyAt: ago(1) },
			0,
		],
		['is counted in whole days', { status: 'open', createdAt: ago(1.9) }, 1],
		['is not known of a message without a time', { status: 'open' }, undefined],
		[
			'is not known of a message from months back',
			{ status: 'open', createdAt: ago(90), backfill: true },
			undefined,
		],
	])('%s', (_fact, ticket, days) => {
		expect(daysWithoutReply(ticket, NOW)).toBe(days);
	});
});

describe('a rule that asks for it', () => {
	const rules = [{ name: 'Left waiting', minScore: 40, noReplyDays: 2 }];
	const decide = (waitedDays?: number) =>
		evaluateGate({ score: 45, waitedDays }, { ...DEFAULT_GATE, rules }, NOW);

	it('fires from so many days on, and says how many', () => {
		expect(decide(2)).toMatchObject({
			route: 'alert',
			reason: 'Left waiting: score 45 is at least 40 and 2 days without an answer are at least 2',
		});
		expect(decide(1).route).not.toBe('alert');
	});

	it('never takes what is not known for waiting', () => {
		const decision = decide();
		expect(decision.route).not.toBe('alert');
		expect(decision.missing).toEqual(['time without an answer']);
	});
});
