import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { historyOfMessages, readHistoryRows, withBatch } from '../../../nodes/core/gate';
import { historyOf } from '../../../nodes/core/gate/history';

const NOW = new Date('2026-11-23T09:00:00Z');

const message = (ticketKey: string, receivedAt: string, extra = {}) => ({
	accountId: 'acme',
	ticketKey,
	score: 70,
	receivedAt: new Date(receivedAt),
	alerted: false,
	...extra,
});

describe('history from the log', () => {
	const history = historyOfMessages([
		message('z:1', '2026-11-20T10:00:00Z', { alerted: true }),
		message('z:1', '2026-11-19T10:00:00Z'),
		message('z:2', '2026-11-21T10:00:00Z', { score: 64 }),
		message('z:3', '2026-10-01T10:00:00Z', { score: 90 }),
		message('z:4', '2026-11-22T10:00:00Z', { accountId: 'globex', alerted: true }),
		message('z:5', '2026-11-23T08:00:00Z', { score: 88 }),
	]);

	it('counts frustrated tickets of the same account in 30 days, each once, this one not', () => {
		expect(historyOf('acme', 'z:5', history, NOW)).toEqual({
			frustratedTickets30Days: 1,
			firstFrustratedTicket: { key: 'z:1', at: '2026-11-19T10:00:00.000Z' },
			lastAlertAt: '2026-11-20T10:00:00.000Z',
		});
	});

	it('knows the first of them with its link, calm and older ones not', () => {
		const url = (id: number) => `https://acme.zendesk.com/agent/tickets/${id}`;
		const known = historyOfMessages([
			message('z:5', '2026-11-22T10:00:00Z', { url: url(5) }),
			message('z:4', '2026-11-20T10:00:00Z', { url: url(4) }),
			message('z:3', '2026-11-19T10:00:00Z', { url: url(3), score: 64 }),
			message('z:2', '2026-10-01T10:00:00Z', { url: url(2) }),
		]);
		expect(historyOf('acme', 'z:9', known, NOW).firstFrustratedTicket).toEqual({
			key: 'z:4',
			at: '2026-11-20T10:00:00.000Z',
			url: url(4),
		});
		expect(historyOf('acme', 'z:4', known, NOW).firstFrustratedTicket?.key).toBe('z:5');
	});

	it('is absent when no history came in, and 0 when the account has none', () => {
		expect(historyOf('acme', 'z:5', undefined, NOW)).toEqual({});
		expect(historyOf(undefined, 'z:5', history, NOW)).toEqual({});
		expect(historyOf('initech', 'z:5', history, NOW)).toEqual({ frustratedTickets30Days: 0 });
	});
});

describe('history within a batch', () => {
	const count = (position: number, ticketKey: string, batch: Parameters<typeof withBatch>[1]) =>
		historyOf('acme', ticketKey, withBatch(historyOfMessages([]), batch, NOW), NOW, position)
			.frustratedTickets30Days;
	const ticket = (ticketKey: string, score = 70, accountId = 'acme') => ({
		ticketKey,
		score,
		accountId,
	});

	it('counts earlier items of the account, never later ones', () => {
		const batch = [ticket('z:1'), ticket('z:2'), ticket('z:3')];
		expect(batch.map(({ ticketKey }, index) => count(index, ticketKey, batch))).toEqual([0, 1, 2]);
	});

	it('counts only frustrated items of the same account', () => {
		expect(
			count(3, 'z:4', [ticket('z:1', 64), ticket('z:2', 70, 'globex'), undefined, ticket('z:4')]),
		).toBe(0);
	});

	it('counts neither the ticket itself nor another message of it', () => {
		expect(count(1, 'z:1', [ticket('z:1'), ticket('z:1')])).toBe(0);
	});

	it('counts a ticket once that the log has, too', () => {
		const log = historyOfMessages([message('z:1', '2026-11-22T10:00:00Z')]);
		const history = withBatch(log, [ticket('z:1'), ticket('z:2')], NOW);
		expect(historyOf('acme', 'z:2', history, NOW, 1).frustratedTickets30Days).toBe(1);
	});

	it('never counts more tickets than came before, whatever the batch', () => {
		const anyTicket = fc.record({
			accountId: fc.constantFrom('acme', 'globex'),
			ticketKey: fc.constantFrom('a', 'b', 'c', 'd'),
			score: fc.integer({ min: 0, max: 100 }),
		});
		fc.assert(
			fc.property(fc.array(fc.option(anyTicket, { nil: undefined })), (batch) => {
				const history = withBatch(historyOfMessages([]), batch, NOW);
				for (const [position, own] of batch.entries()) {
					if (own === undefined) continue;
					const before = batch
						.slice(0, position)
						.filter((other) => other?.accountId === own.accountId && other.score >= 65)
						.map((other) => other?.ticketKey)
						.filter((key) => key !== own.ticketKey);
					const { frustratedTickets30Days, firstFrustratedTicket } = historyOf(
						own.accountId,
						own.ticketKey,
						history,
						NOW,
						position,
					);
					expect(frustratedTickets30Days).toBe(new Set(before).size);
					expect(firstFrustratedTicket?.key).toBe(before[0]);
				}
			}),
		);
	});
});

describe('rows of the second input', () => {
	it('may say where a ticket is', () => {
		const row = { account_id: 'acme', ticket_id: 'z:1', score: 80, created_at: '2026-11-20' };
		const history = readHistoryRows([{ ...row, ticket_url: 'https://acme.example/1' }]);
		expect(historyOf('acme', 'z:9', history, NOW).firstFrustratedTicket).toEqual({
			key: 'z:1',
			at: '2026-11-20T00:00:00.000Z',
			url: 'https://acme.example/1',
		});
	});

	const countOf = (row: object) =>
		historyOf('acme', 'z:9', readHistoryRows([{ ...row }]), NOW).frustratedTickets30Days;

	it.each([
		[
			'the columns of version 0.1',
			{ account_id: 'acme', ticket_key: 'z:1', score: 70, received_at: '2026-11-20T10:00:00Z' },
		],
		[
			'what Ticket Log gives out',
			{ accountId: 'acme', ticketKey: 'z:1', score: 70, receivedAt: '2026-11-20T10:00:00.000Z' },
		],
		[
			"a person's own table",
			{ 'Account ID': 'acme', Ticket: 'z:1', Score: '70', Date: '2026-11-20' },
		],
		[
			'a database, with times as dates',
			{ account_id: 'acme', id: 1, score: 70, created_at: new Date('2026-11-20T10:00:00Z') },
		],
	])('reads %s', (_, row) => {
		expect(countOf(row)).toBe(1);
	});

	it('passes over rows of no account and cells it cannot read', () => {
		expect(countOf({ account_id: null, score: 70, received_at: '2026-11-20' })).toBe(0);
		expect(countOf({ account_id: 'acme', score: 'high', received_at: '2026-11-20' })).toBe(0);
		expect(countOf({ account_id: 'acme', score: 70, received_at: new Date(Number.NaN) })).toBe(0);
	});

	it('knows an alert by its state', () => {
		const rows = [{ accountId: 'acme', ticketKey: 'z:1', score: 70, state: 'alerted' }];
		const at = '2026-11-20T10:00:00.000Z';
		const history = readHistoryRows(rows.map((row) => ({ ...row, receivedAt: at })));
		expect(historyOf('acme', 'z:2', history, NOW).lastAlertAt).toBe(at);
	});
});
