import { describe, expect, it } from 'vitest';

import { writeBackOf } from '../../../nodes/core/alert';
import type { Account, Ticket } from '../../../nodes/core/item/types';

const AT = new Date('2026-11-24T13:02:00Z');
const ALERT = {
	channel: 'slack' as const,
	recipient: { name: 'Dana Reyes', slack: 'U01DANA', isFallback: false },
	recommendedAction: 'Call them today',
	actByTime: '2026-11-25T09:00:00.000Z',
	ticketUrl: 'https://northwind.zendesk.com/agent/tickets/4811',
};
const ACCOUNT: Account = { status: 'matched', id: 'acc-1', name: 'Acme' };

const told = (ticket: Partial<Ticket>, over: object = {}) =>
	writeBackOf({
		alert: ALERT,
		ticket: {
			key: 'zendesk:northwind.zendesk.com:4811',
			helpdesk: 'zendesk',
			id: '4811',
			...ticket,
		},
		account: ACCOUNT,
		at: AT,
		regional: { locale: 'en-US', timeZone: 'Europe/Berlin' },
		...over,
	});

describe('what is told of a delivered alert', () => {
	it('names who knows, by what, and when in the time zone of the workflow', () => {
		expect(told({})?.note).toBe('CS told: Dana Reyes (Slack), 2:02 PM');
	});

	it('is a private note in Zendesk, and a tag beside those that are there', () => {
		expect(told({})?.request).toEqual({
			url: 'https://northwind.zendesk.com/api/v2/tickets/update_many.json?ids=4811',
			body: {
				ticket: {
					comment: { body: 'CS told: Dana Reyes (Slack), 2:02 PM', public: false },
					additional_tags: ['cs_told'],
				},
			},
		});
	});

	it('is a private note in Freshdesk and a note in Intercom, as HTML', () => {
		const name = { ...ALERT, recipient: { name: '<b>Dana</b>', isFallback: false } };
		const key = 'freshdesk:northwind.freshdesk.com:7';
		expect(told({ key, helpdesk: 'freshdesk', id: '7' }, { alert: name })?.request).toEqual({
			url: 'https://northwind.freshdesk.com/api/v2/tickets/7/notes',
			body: { body: 'CS told: &lt;b&gt;Dana&lt;/b&gt; (Slack), 2:02 PM', private: true },
		});
		const conversation = { key: 'intercom:app1:215', helpdesk: 'intercom', id: '215' };
		expect(told(conversation)?.request).toEqual({
			url: 'https://api.intercom.io/conversations/215/reply',
			body: { message_type: 'note', type: 'admin', body: 'CS told: Dana Reyes (Slack), 2:02 PM' },
		});
	});

	it('names nobody by an ID', () => {
		const byId = { ...ALERT, recipient: { slack: 'C024BE91L', isFallback: true } };
		expect(told({}, { alert: byId })?.note).toBe('CS told: the CS team (Slack), 2:02 PM');
	});

	it('is due on the day of the deadline where the workflow is', () => {
		const evening = { ...ALERT, actByTime: '2026-11-25T01:00:00.000Z' };
		const there = { locale: 'en-US', timeZone: 'America/Los_Angeles' };
		expect(told({}, { alert: evening, regional: there })?.task?.dueDate).toBe('2026-11-24');
	});

	it('is a task on the account with its deadline, and no link that answers for its owner', () => {
		expect(told({})).toMatchObject({
			to: ['zendesk', 'crm'],
			task: {
				accountId: 'acc-1',
				subject: 'Call them today (ticket 4811)',
				text: 'A frustrated ticket alerted customer success: https://northwind.zendesk.com/agent/tickets/4811',
				dueDate: '2026-11-25',
			},
		});
	});

	it('is no task where the account is unsure, and no note where the helpdesk takes none', () => {
		const candidates: Account = { status: 'ambiguous', id: 'acc-1' };
		expect(told({}, { account: candidates })).toMatchObject({ to: ['zendesk'] });
		expect(told({}, { account: candidates })?.task).toBeUndefined();
		const other = { key: 'other:mailbox:x', helpdesk: 'other', id: 'x' };
		expect(told(other)).toMatchObject({ to: ['crm'] });
		expect(told(other)?.request).toBeUndefined();
	});

	it.each([
		{ id: '1/../../users' },
		{ id: '1?x=2' },
		{ key: 'zendesk:evil.example/x?:1' },
		{ key: 'zendesk' },
	])('makes no address of %j', (ticket) => {
		expect(told(ticket)?.request).toBeUndefined();
	});

	it('is nothing for a test', () => {
		expect(told({ isTest: true })).toBeUndefined();
	});
});
