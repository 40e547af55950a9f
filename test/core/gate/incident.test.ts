import { describe, expect, it } from 'vitest';

import {
	DEFAULT_GATE,
	groupByTopic,
	openGate,
	type GateInput,
	type GateSettings,
	type TopicMessage,
} from '../../../nodes/core/gate';
import type { Account } from '../../../nodes/core/item/types';

const NOW = new Date('2026-11-28T12:00:00Z');
const account = (id: string): Account => ({ status: 'matched', id, mrr: 3000 });
const told = (count: number, topic = 'sync'): TopicMessage[] =>
	Array.from({ length: count }, (_, index) => ({ topic, accountId: `a${index}` }));

const decide = (
	messages: TopicMessage[],
	input: GateInput = {},
	settings: Partial<GateSettings> = {},
) =>
	openGate({ ...DEFAULT_GATE, ...settings }, NOW, { topics: groupByTopic(messages) })({
		score: 70,
		topic: 'sync',
		account: account('mine'),
		...input,
	});

describe('a likely incident', () => {
	it('is marked once five accounts have told of the topic, and said', () => {
		expect(decide(told(4)).incident).toBeUndefined();
		const decision = decide(told(5));
		expect(decision.incident).toEqual({ topic: 'sync', accounts: 6, minutes: 60 });
		expect(decision.reason).toMatch(
			/\. Likely an incident: 6 accounts wrote about sync within 60 minutes$/,
		);
	});

	it('counts each account once, and this one only once', () => {
		const same = [...told(4), ...told(4), ...told(4)];
		expect(decide(same).incident).toBeUndefined();
		expect(decide(told(5), { account: account('a0') }).incident?.accounts).toBe(5);
	});

	it('counts earlier tickets of the batch, never later ones', () => {
		const batch = told(6).map((message, position) => ({ ...message, position }));
		expect(decide(batch, { position: 4 }).incident).toBeUndefined();
		expect(decide(batch, { position: 5 }).incident?.accounts).toBe(6);
	});

	it('is about one topic, however it is written', () => {
		expect(decide(told(5, ' SYNC')).incident?.topic).toBe('sync');
		expect(decide(told(5, 'billing')).incident).toBeUndefined();
	});

	it.each(['general', 'Other', 'unknown', ' ', ''])('is never about "%s"', (topic) => {
		expect(decide(told(9, topic), { topic }).incident).toBeUndefined();
	});

	it('is marked only on alerts, and never on a test or an old ticket', () => {
		expect(decide(told(9), { score: 40 }).incident).toBeUndefined();
		expect(decide(told(9), { account: { status: 'unmatched' } }).incident).toBeUndefined();
		expect(decide(told(9), { standsAlone: true }).incident).toBeUndefined();
		expect(
			decide(told(9), { score: 90, account: { status: 'unmatched' } }).incident?.accounts,
		).toBe(9);
	});

	it('can be set, and switched off', () => {
		const incident = { accounts: 3, minutes: 15 };
		expect(decide(told(3), {}, { incident }).incident).toEqual({
			topic: 'sync',
			accounts: 4,
			minutes: 15,
		});
		expect(decide(told(9), {}, { incident: undefined }).incident).toBeUndefined();
	});
});
