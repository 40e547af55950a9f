import { describe, expect, it } from 'vitest';

import { readAlert, readDelivery, readDigest } from '../../../nodes/core/item/deliveryReaders';
import {
	readAccount,
	readGate,
	readRequester,
	readSentiment,
	readTicket,
	readTicketKey,
} from '../../../nodes/core/item/readers';
import type { Delivery, Ticket } from '../../../nodes/core/item/types';

const ticket: Ticket = {
	key: 'zendesk:acme:4811',
	messageId: '77',
	event: 'reply',
	helpdesk: 'zendesk',
	instance: 'acme',
	id: '4811',
	subject: 'Export broken',
	body: ' <p>It still fails</p>\n',
	requester: { email: 'jo@acme.com', name: "Jo O'Neil" },
	organization: { id: '9', name: 'Acme', externalId: '001A', domains: ['acme.com'] },
	createdAt: '2026-11-23T08:00:00Z',
	receivedAt: '2026-11-23T09:00:00Z',
	url: 'https://acme.zendesk.com/agent/tickets/4811',
	channel: 'email',
	tags: ['vip'],
	previous: [{ messageId: 'new', score: 40, createdAt: '2026-11-22T08:00:00Z' }],
	lastAgentReplyAt: '2026-11-22T09:00:00Z',
	status: 'open',
	forwardedBy: 'ana@northwind.example',
	backfill: false,
	isTest: true,
};

describe('readTicket', () => {
	it('reads every field of the contract as it came', () => {
		expect(readTicket({ ticket })).toStrictEqual(ticket);
	});

	it('drops what has the wrong type', () => {
		const wrong = {
			key: ['x'],
			messageId: {},
			event: 'closed',
			instance: true,
			id: null,
			requester: 'jo@acme.com',
			organization: 'Acme',
			tags: 'vip, big',
			previous: 'none',
			lastAgentReplyAt: {},
			status: true,
			forwardedBy: ['ana'],
			backfill: 'yes',
			isTest: 1,
		};
		expect(readTicket({ ticket: wrong })).toEqual({ key: '', requester: {} });
	});

	it('drops what has the wrong type within the organization and the tags', () => {
		const organization = { id: 9, name: '', externalId: {}, domains: ['acme.com', 7] };
		const read = readTicket({ ticket: { key: 'k', organization, tags: ['vip', null] } });
		expect(read.organization).toEqual({ id: '9', domains: ['acme.com'] });
		expect(read.tags).toEqual(['vip']);
	});

	it('drops earlier messages without a score from 0 to 100, an ID or a time', () => {
		const whole = { messageId: 'm', score: 0, createdAt: '2026-11-22T08:00:00Z' };
		const wrong = [{ score: '40' }, { score: 101 }, { messageId: '' }, { createdAt: 7n }];
		const previous = [null, 'm', whole, ...wrong.map((field) => ({ ...whole, ...field }))];
		expect(readTicket({ ticket: { key: 'k', previous } }).previous).toEqual([whole]);
	});

	it('takes the ID for the key of a ticket mapped by hand, and no key where that is missing, too', () => {
		expect(readTicket({ ticket: { id: 12 } }).key).toBe('12');
		expect(readTicket({ ticket: { subject: 'Hi' } }).key).toBe('');
		expect(readTicketKey({ ticket: { subject: 'Hi' } })).toBeUndefined();
	});

	it.each([
		['no ticket', {}, /no "ticket" key/],
		['a text', { ticket: '{"key":"k"}' }, /holds a text/],
		['a list', { ticket: [] }, /no "ticket" key/],
	])('says how the ticket gets there when there is %s', (_, json, message) => {
		expect(() => readTicket(json)).toThrow(message);
	});
});

describe('readRequester', () => {
	it('is absent without a ticket, and empty when the ticket names nobody', () => {
		expect(readRequester({})).toBeUndefined();
		expect(readRequester({ ticket: {} })).toEqual({});
		expect(readRequester({ ticket })).toEqual(ticket.requester);
	});
});

describe('readAccount', () => {
	it('refuses a status the contract does not know', () => {
		expect(() => readAccount({ account: { status: 'found' } })).toThrow(
			'account.status must be one of matched, ambiguous, unmatched, personal-domain, error, but it is "found"',
		);
	});
});

describe('the fields of an account', () => {
	it('are kept where they are plain, and else left out', () => {
		const account = { status: 'matched', segment: { deep: true } };
		expect(readAccount({ account: { ...account, fields: { plan: 'Gold', deep: {} } } })).toEqual({
			...account,
			fields: { plan: 'Gold' },
		});
		for (const fields of ['plan', null, ['Gold'], {}, { deep: {} }]) {
			expect(readAccount({ account: { ...account, fields } })).toEqual(account);
		}
	});
});

describe('readSentiment', () => {
	it('reads a score that an own mapping left as text', () => {
		expect(readSentiment({ sentiment: { score: '88' } })?.score).toBe(88);
	});

	it.each([['high'], [''], [null], [101], [-1], [Number.NaN], ['101']])('refuses %j', (score) => {
		expect(() => readSentiment({ sentiment: { score } })).toThrow(
			'sentiment.score must be a number from 0 to 100',
		);
	});
});

describe('readGate', () => {
	it('reads the rules that fired and drops what is none', () => {
		const rules = [
			{ id: 'vip', name: 'VIP', text: 'VIP: score 70 is at least 65' },
			{ id: 'score-80', text: 'Score 85 is at least 80' },
			{ id: 'no-text' },
			'Score 85 is at least 80',
		];
		const gate = readGate({ gate: { route: 'alert', rules, config: 'abc' } });
		expect(gate.rules).toEqual(rules.slice(0, 2));
		expect(gate.config).toBe('abc');
	});
});

describe('readDelivery', () => {
	const delivery: Delivery = {
		id: 'd1',
		kind: 'update',
		alertId: 'a1',
		attempt: 2,
		mayBeRepeat: true,
		step: 'otherChannel',
		message: { channel: 'C1', ts: '1763888400.000100' },
	};

	it('reads every field of the contract', () => {
		expect(readDelivery({ delivery })).toStrictEqual(delivery);
	});

	it('reads what an update is written from', () => {
		const extra = {
			messages: 3,
			news: 'Worse: score 85, before 70',
			sent: {
				ticket,
				sentiment: { score: 70, topic: 'export', signals: [], flags: [] },
				account: { status: 'matched', id: 'acme' },
				gate: { route: 'alert', rules: [] },
			},
		};
		const read = readDelivery({ delivery: { ...delivery, ...extra } });
		expect(read).toMatchObject(extra);
		expect(readDelivery({ delivery: { ...delivery, sent: {}, messages: '3' } })).toEqual({
			...delivery,
			sent: {},
		});
	});

	it('is absent on an item that comes straight from the gate', () => {
		expect(readDelivery({ ticket })).toBeUndefined();
	});

	it('takes what is missing or wrong for a first try to the owner', () => {
		const wrong = { id: 1, kind: 'alert', attempt: 0, mayBeRepeat: 'no', step: 'ceo' };
		expect(readDelivery({ delivery: { ...wrong, message: { channel: 'C1' } } })).toEqual({
			id: '1',
			kind: 'alert',
			attempt: 1,
			mayBeRepeat: false,
			step: 'owner',
		});
	});

	it.each([
		[{ kind: 'alert' }, 'delivery.id is missing'],
		[{ id: 'd1' }, 'delivery.kind must be one of'],
		[{ id: 'd1', kind: 'fax' }, 'but it is "fax"'],
	])('refuses %j, which could be recorded nowhere', (wrong, message) => {
		expect(() => readDelivery({ delivery: wrong })).toThrow(message);
	});
});

describe('readDigest', () => {
	it('drops what has the wrong type', () => {
		const read = readDigest({
			digest: {
				title: 'Week',
				lead: 7,
				counts: { alerted: 1, failed: 'many' },
				sections: [
					{ title: 'To review', entries: [{ text: 'x', url: 1 }, { url: 'y' }, 'z'], more: -1 },
					'Alerted',
				],
			},
		});
		expect(read).toEqual({
			title: 'Week',
			lead: '7',
			since: '',
			until: '',
			counts: { alerted: 1 },
			sections: [{ title: 'To review', entries: [{ text: 'x', url: '1' }], more: 0 }],
		});
	});

	it.each([[{}], [{ digest: 'Week' }], [{ digest: { lead: 'x' } }]])(
		'says where a digest comes from when there is none: %j',
		(json) => {
			expect(() => readDigest(json)).toThrow('Ticket Log node with the operation Queue Digest');
		},
	);
});

describe('readAlert', () => {
	it('reads what the log keeps: title, channel and recipient', () => {
		const recipient = { name: 'Dana', email: 'dana@example.com', slack: 'U1', isFallback: true };
		const alert = { title: 'Critical ticket from Acme', channel: 'slack', recipient, why: ['x'] };
		expect(readAlert({ alert })).toEqual({ title: alert.title, channel: 'slack', recipient });
	});

	it('reads until when it waits, where that is a time', () => {
		const alert = { channel: 'slack', recipient: {}, holdUntil: '2026-11-24T06:00:00.000Z' };
		expect(readAlert({ alert })?.holdUntil).toBe(alert.holdUntil);
		expect(readAlert({ alert: { ...alert, holdUntil: 'later' } })).not.toHaveProperty('holdUntil');
	});

	it('is absent when no alert was written, and refused for an unknown channel', () => {
		expect(readAlert({})).toBeUndefined();
		expect(() => readAlert({ alert: { channel: 'fax' } })).toThrow(
			'alert.channel must be one of slack, email, teams, but it is "fax"',
		);
	});
});
