import { describe, expect, it } from 'vitest';

import type { IncomingTicket } from '../../../nodes/core/helpdesk';
import {
	readSenders,
	whetherItCounts,
	type WhoCounts,
} from '../../../nodes/core/helpdesk/whoCounts';

const WHO: WhoCounts = {
	ownDomains: ['northwind.example'],
	excludedSenders: ['alerts@monitor.example', 'newsletter.example'],
	excludedTags: ['internal'],
};

const ticket = (over: Partial<IncomingTicket> = {}): IncomingTicket => ({
	key: 'zendesk:northwind.zendesk.com:1',
	messageId: 'new',
	event: 'new',
	helpdesk: 'zendesk',
	instance: 'northwind.zendesk.com',
	id: '1',
	receivedAt: '2026-11-23T09:00:00.000Z',
	requester: { email: 'mia@globex.example', name: 'Mia' },
	...over,
});

const FORWARD = [
	'FYI, can somebody look at this?',
	'',
	'---------- Forwarded message ---------',
	'From: Mia Chen <mia@globex.example>',
	'Date: Mon, 23 Nov 2026 at 09:00',
	'Subject: Export broken',
	'To: Ann <ann@northwind.example>',
	'',
	'The export has been broken for a week.',
].join('\n');

const from = (email: string, over: Partial<IncomingTicket> = {}) =>
	ticket({ requester: { email }, ...over });

describe('a message', () => {
	it("of a customer counts as it is, also one whose address only looks like one of one's own", () => {
		for (const email of [
			'mia@globex.example',
			'x@notnorthwind.example',
			'alerts@monitor.example.org',
		]) {
			expect(whetherItCounts(from(email), WHO)).toEqual({ ticket: from(email) });
		}
		expect(whetherItCounts(ticket({ requester: undefined }), WHO).skippedBecause).toBeUndefined();
	});

	it.each([
		['MAILER-DAEMON@mx.globex.example', 'A mail server wrote this'],
		['ann@northwind.example', 'at your own domain "northwind.example" (Own Domains)'],
		['ann@eu.northwind.example', 'at your own domain "northwind.example" (Own Domains)'],
		['ALERTS@Monitor.example', 'left out by "alerts@monitor.example" (Excluded Senders)'],
		['news@mail.newsletter.example', 'left out by "newsletter.example" (Excluded Senders)'],
	])('of %s is skipped: %s', (email, reason) => {
		expect(whetherItCounts(from(email), WHO).skippedBecause).toContain(reason);
	});

	it('with an excluded tag is skipped, whatever its capitals', () => {
		expect(whetherItCounts(ticket({ tags: ['vip', 'Internal'] }), WHO).skippedBecause).toBe(
			'The ticket has the tag "Internal" (Excluded Tags)',
		);
	});

	it('that a colleague forwarded is of the customer who wrote it', () => {
		const forwarded = from('ann@northwind.example', {
			body: FORWARD,
			organization: { name: 'Northwind' },
		});
		const { ticket: counted, skippedBecause } = whetherItCounts(forwarded, WHO);
		expect(skippedBecause).toBeUndefined();
		expect(counted.requester).toEqual({ email: 'mia@globex.example', name: 'Mia Chen' });
		expect(counted.forwardedBy).toBe('ann@northwind.example');
		// The colleague's company is not the customer's.
		expect(counted.organization).toBeUndefined();
		expect(forwarded.requester).toEqual({ email: 'ann@northwind.example' });
	});

	it('that an agent forwarded counts also where no own domain is set; their own does not', () => {
		const nobody: WhoCounts = { ownDomains: [], excludedSenders: [], excludedTags: [] };
		const reason = 'An agent opened this ticket on their own';
		const agents = from('ann@agency.example', { body: FORWARD });
		expect(whetherItCounts(agents, nobody, reason).ticket.requester?.email).toBe(
			'mia@globex.example',
		);
		expect(whetherItCounts(from('ann@agency.example'), nobody, reason).skippedBecause).toBe(reason);
	});

	it('forwarded from a colleague to a colleague stays skipped', () => {
		const body = FORWARD.replaceAll('mia@globex.example', 'bob@northwind.example');
		expect(whetherItCounts(from('ann@northwind.example', { body }), WHO).skippedBecause).toContain(
			'Own Domains',
		);
	});

	it('of a customer who forwards somebody else stays the customer’s', () => {
		const body = FORWARD.replaceAll('mia@globex.example', 'ceo@globex.example');
		expect(whetherItCounts(ticket({ body }), WHO).ticket.requester?.email).toBe(
			'mia@globex.example',
		);
	});
});

describe('a list of senders', () => {
	it('is read as people type it', () => {
		expect(
			readSenders(
				'northwind.com, @northwind.de; *.northwind.fr\nhttps://www.northwind.it/ Ann@Northwind.COM *@shop.example',
			),
		).toEqual({
			entries: [
				'northwind.com',
				'northwind.de',
				'northwind.fr',
				'northwind.it',
				'ann@northwind.com',
				'shop.example',
			],
			unknown: [],
		});
	});

	it('says which entries are none', () => {
		expect(readSenders('northwind, a@b@c, ok.example').unknown).toEqual(['northwind', 'a@b@c']);
		expect(readSenders('  ')).toEqual({ entries: [], unknown: [] });
	});
});
