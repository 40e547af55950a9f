import { describe, expect, it } from 'vitest';
import { LIMITS, excerptOf, instanceProblem, readPayload } from '../../../nodes/core/helpdesk';
import { dateOf } from '../../../nodes/core/helpdesk/dates';
import type { Ticket } from '../../../nodes/core/item/types';
import { NOW, ticketOf } from './fixtures';

const zendesk = (fields: object) =>
	ticketOf(readPayload('zendesk', { id: '1', ...fields }, { now: NOW }));

describe('the ticket', () => {
	it('is a ticket of the item contract', () => {
		const ticket: Ticket = zendesk({});
		expect(ticket.key).toBe('zendesk:zendesk:1');
	});

	it.each([
		["Jo O'Neil <Jo.Oneil@acme.example>", 'jo.oneil@acme.example'],
		['Mia <mia@globex.example>', 'mia@globex.example'],
		['mia@ｇｌｏｂｅｘ．ｅｘａｍｐｌｅ', 'mia@globex.example'],
		['ｍｉａ＠globex.example', 'mia@globex.example'],
		['mia@globex.example.', 'mia@globex.example'],
		[' MIA@Globex.Example\r\n', 'mia@globex.example'],
		['mia@bücher.example', 'mia@xn--bcher-kva.example'],
		['mia@xn--bcher-kva.example', 'mia@xn--bcher-kva.example'],
		['mia', undefined],
		['a@x.example, b@y.example', undefined],
		['mia@globex.example\nBcc: x@y.example', undefined],
		['m\ud800ia@globex.example', undefined],
		['m\0ia@globex.example', undefined],
		[`${'m'.repeat(319)}@globex.example`, undefined],
		[['mia@globex.example'], undefined],
		[{ toString: 1 }, undefined],
	])('has the requester %j as %s', (requester_email, email) => {
		expect(zendesk({ requester_email }).requester?.email).toBe(email);
	});

	it.each([
		['  Mia\r\n Chen\t', 'Mia Chen'],
		['Mia\0\u2028Chen', 'Mia Chen'],
		['\u202eevil\u202c', 'evil'],
		['Lee <b>&amp;</b>', 'Lee <b>&amp;</b>'],
		[42, '42'],
		['\ud83d', '\ufffd'],
		['\u200e', undefined],
		[{}, undefined],
	])('has the name %j as plain text on one line', (requester_name, name) => {
		expect(zendesk({ requester_name }).requester?.name).toBe(name);
	});

	it('is cut at its limits, between whole characters', () => {
		const long = '😀'.repeat(LIMITS.body);
		const ticket = zendesk({
			subject: `x${long}`,
			description: `x${long}`,
			requester_name: `x${long}`,
			via: `x${long}`,
			tags: Array.from({ length: 200 }, (_, index) => `${index}${long.slice(0, 1000)}`),
		});
		expect(ticket.subject).toBe(`x${'😀'.repeat(499)}`);
		expect(ticket.body).toHaveLength(LIMITS.body - 1);
		expect(ticket.requester?.name).toHaveLength(LIMITS.name - 1);
		expect(ticket.channel).toHaveLength(LIMITS.channel - 1);
		expect(ticket.tags).toHaveLength(LIMITS.tags);
		expect(JSON.stringify(ticket).isWellFormed()).toBe(true);
		expect(ticket.tags?.every((tag) => tag.length <= LIMITS.tag && tag.isWellFormed())).toBe(true);
	});

	it('keeps the body as received but for what no database stores', () => {
		const description = ' <p>Hi\0</p>\r\n\t\ud800 ';
		expect(zendesk({ description }).body).toBe(' <p>Hi</p>\r\n\t\ufffd ');
	});

	it('keeps a text that merely begins with a placeholder', () => {
		const description = `{{name}}${' '.repeat(300)}is what your mails call me`;
		expect(zendesk({ description }).body).toBe(description);
		expect(zendesk({ description: '{{ticket.description}}' })).not.toHaveProperty('body');
	});

	it('sees own keys only', () => {
		const body: unknown = JSON.parse(
			'{"__proto__": {"id": "2", "subject": "x"}, "constructor": {"name": "y"}, "id": "1"}',
		);
		const ticket = ticketOf(readPayload('zendesk', body, { now: NOW }));
		expect(ticket).not.toHaveProperty('subject');
		expect(readPayload('zendesk', Object.create({ id: '1' }), { now: NOW }).kind).toBe(
			'unreadable',
		);
		expect(Object.getPrototypeOf(ticket)).toBe(Object.prototype);
	});
});

describe('dateOf', () => {
	it.each([
		['2026-11-23T09:00Z', '2026-11-23T09:00:00.000Z'],
		['2026-11-23T09:00:30.5+02:00', '2026-11-23T07:00:30.500Z'],
		['2026-11-23T09:00:30.016-0130', '2026-11-23T10:30:30.016Z'],
		['2026-11-23 09:00:30 UTC', '2026-11-23T09:00:30.000Z'],
		['2026-11-23T09:00', '2026-11-23T09:00:00.000Z'],
		['2026-11-23', '2026-11-23T00:00:00.000Z'],
		['2023-08-15T18:49:35.016+00:00', '2023-08-15T18:49:35.016Z'],
		[1_795_424_400, '2026-11-23T09:00:00.000Z'],
		['1795424400', '2026-11-23T09:00:00.000Z'],
		[1_795_424_400_123, '2026-11-23T09:00:00.123Z'],
		['2026-02-30T09:00Z', undefined],
		['2026-13-01', undefined],
		['2026-11-23T25:00Z', undefined],
		['2026-11-23T09:60Z', undefined],
		['23.11.2026', undefined],
		['0001-01-01T00:00Z', undefined],
		['9999-01-01T00:00Z', undefined],
		['{{ticket.created_at}}', undefined],
		[0, undefined],
		[-1, undefined],
		[NaN, undefined],
		[1e300, undefined],
		[true, undefined],
		[null, undefined],
		[['2026-11-23'], undefined],
	])('%j is %s', (value, date) => {
		expect(dateOf(value)).toBe(date);
	});
});

describe('excerptOf', () => {
	it.each([
		[undefined, ''],
		[null, 'null'],
		['plain\0 text', 'plain text'],
		[{ a: ['1', 2, true, null], b: {} }, '{"a":["1",2,true,null],"b":{}}'],
		[JSON.parse('{"__proto__":{"x":1}}'), '{"__proto__":{"x":1}}'],
		[Buffer.alloc(1_000_000), '(binary data)'],
	])('of %j is its beginning', (body, excerpt) => {
		expect(excerptOf(body)).toBe(excerpt);
	});

	it('is short, also of what is huge, deep, or contains itself', () => {
		const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
		const cycle: Record<string, unknown> = { a: 1 };
		cycle.self = cycle;
		const wide = Object.fromEntries(
			Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 1]),
		);
		for (const body of [deep, cycle, wide, '😀'.repeat(1e6), ['😀'.repeat(1e6)], new Array(1e6)]) {
			const excerpt = excerptOf(body);
			expect(excerpt.length).toBeLessThanOrEqual(2000);
			expect(excerpt.isWellFormed()).toBe(true);
		}
	});
});

describe('instanceProblem', () => {
	it.each([
		['zendesk', '', true],
		['zendesk', 'acme', true],
		['zendesk', 'acme.zendesk.com', true],
		['zendesk', 'https://help.acme.example/agent', true],
		['zendesk', 'acme zendesk', false],
		['zendesk', 'https://acme.zendesk.com@evil.example', false],
		['freshdesk', 'acme:8080', false],
		['intercom', 'nw7x2k1q', true],
		['intercom', 'app.eu.intercom.com', true],
		['intercom', 'app.intercom.example', false],
	] as const)('%s: %j can be used: %s', (helpdesk, setting, isUsable) => {
		expect(instanceProblem(helpdesk, setting) === undefined).toBe(isUsable);
	});
});
