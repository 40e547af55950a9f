import { describe, expect, it } from 'vitest';

import { RESPONSE_ACTIONS } from '../../../nodes/core/item/deliveryReaders';
import type { ResponseAction } from '../../../nodes/core/item/types';
import { actionsFor } from '../../../nodes/core/response/answerable';
import { askPage, type Asking } from '../../../nodes/core/response/askPage';
import {
	alreadyPage,
	closedPage,
	donePage,
	expiredPage,
	laterPage,
	unknownPage,
	unsuitablePage,
} from '../../../nodes/core/response/outcomePage';
import { elementsOf, textOfPage } from './readPage';
import { alertTarget, reviewTarget } from './target';

const asking = (action: ResponseAction, more: Partial<Asking> = {}): Asking => ({
	target: action === 'attach' || action === 'dismiss' ? reviewTarget() : alertTarget(),
	action,
	token: 'a-token',
	timeZone: 'Europe/Berlin',
	...more,
});
const ask = (action: ResponseAction, more: Partial<Asking> = {}) =>
	askPage(asking(action, more)).html;

const linkTo = (target: Asking['target']) => ({ target, token: 'a-token', timeZone: 'UTC' });
const buttonsOf = (page: string) =>
	elementsOf(page)
		.filter(({ name }) => name === 'button')
		.map(({ attributes }) => attributes.value);

describe('the page a link opens', () => {
	it('says what it is about, and how that stands by the clocks of the workflow', () => {
		const text = textOfPage(ask('acknowledge'));
		for (const part of [
			'Acknowledge this alert?',
			'Account Globex',
			'Score 85 of 100, critical',
			'Topic billing',
			'Ticket “Charged twice again”',
			'From mia@globex.example',
			'Status Open since Nov 28, 2026, 1:00 PM GMT+1',
			'This link is for dana@northwind.example and works until Dec 28, 2026, 2:05 PM GMT+1',
		]) {
			expect(text).toContain(part);
		}
	});

	it('leaves out what is not known', () => {
		const target = {
			alertId: 'alert-1',
			expiresAt: new Date('2026-12-28T13:05:00Z'),
			isTest: false,
			isIncident: false,
			candidates: [],
		};
		const page = ask('acknowledge', { target });
		expect(page).not.toMatch(/<dl|undefined|null|NaN/);
		expect(textOfPage(page)).toContain('This link works until');
	});

	it.each(RESPONSE_ACTIONS)(
		'for %s has one form, its own button first, and the others',
		(action) => {
			const elements = elementsOf(ask(action));
			const forms = elements.filter(({ name }) => name === 'form');
			expect(forms.map(({ attributes }) => attributes)).toEqual([{ method: 'post', action: '?' }]);
			const buttons = elements.filter(({ name }) => name === 'button');
			const values = buttons.map(({ attributes }) => attributes.value);
			expect(values[0]).toBe(action);
			expect([...values].sort()).toEqual([...actionsFor(asking(action).target)].sort());
			expect(buttons.every(({ attributes }) => attributes.type === 'submit')).toBe(true);
			expect(fieldsOf(elements)).toContainEqual(['token', 'a-token']);
		},
	);

	it('for snooze asks for the days', () => {
		const days = elementsOf(ask('snooze')).find(({ attributes }) => attributes.name === 'days');
		expect(days?.attributes).toMatchObject({ type: 'number', min: '1', max: '90', value: '7' });
	});

	it('for another answer than snooze asks for none, and says how long its button snoozes', () => {
		const page = ask('acknowledge');
		expect(page).not.toContain('name="days"');
		expect(textOfPage(page)).toContain('Snooze 7 Days');
	});

	it('for attach offers the candidates, another account, and the domain', () => {
		const elements = elementsOf(ask('attach'));
		const radios = elements.filter(({ attributes }) => attributes.type === 'radio');
		expect(radios.map(({ attributes }) => attributes.value)).toEqual([
			'known:A-1',
			'known:A-2',
			'other',
		]);
		expect(radios.some(({ attributes }) => 'checked' in attributes)).toBe(false);
		const text = textOfPage(ask('attach'));
		expect(text).toContain('Globex Europe A-1 · €3,200 per month · Dana');
		expect(text).toContain('All of @mail.globex.com');
		expect(text).toContain('messages of mia@mail.globex.com belong to the account you choose');
	});

	it.each([
		['of a mail service', 'mia@gmail.com'],
		['that is none', 'mia'],
		['that is not known', undefined],
	])('for attach does not offer a domain %s', (_, requesterEmail) => {
		expect(ask('attach', { target: reviewTarget({ requesterEmail }) })).not.toContain('All of');
	});

	it('for attach without candidates asks for the account’s ID at once', () => {
		const elements = elementsOf(ask('attach', { target: reviewTarget({ candidates: [] }) }));
		expect(elements.some(({ attributes }) => attributes.type === 'radio')).toBe(false);
		const id = elements.find(({ attributes }) => attributes.name === 'accountId');
		expect(id?.attributes).toHaveProperty('required');
	});

	it('says when the answer was given before, and offers the others', () => {
		const target = alertTarget({
			standing: {
				state: 'acknowledged',
				openedAt: '2026-11-28T12:00:00.000Z',
				acknowledgedAt: '2026-11-28T12:30:00.000Z',
				acknowledgedBy: 'Dana',
			},
		});
		const page = ask('acknowledge', { target });
		expect(textOfPage(page)).toContain(
			'Already done Acknowledged by Dana on Nov 28, 2026, 1:30 PM GMT+1',
		);
		expect(page).not.toContain('value="acknowledge"');
		expect(page).toContain('value="close"');
	});

	it('says that the alert was handed on, to whom, and offers what else can be said', () => {
		const target = alertTarget({
			standing: {
				state: 'open',
				openedAt: '2026-11-28T12:00:00.000Z',
				verdict: 'wrongOwner',
				verdictBy: 'Dana',
				handedOnAt: '2026-11-28T12:30:00.000Z',
				handedOnTo: 'Kim Lee',
			},
		});
		const page = ask('wrongOwner', { target });
		expect(textOfPage(page)).toContain(
			'Already done Handed on to Kim Lee on Nov 28, 2026, 1:30 PM GMT+1',
		);
		expect(textOfPage(page)).toContain('Marked as wrong owner by Dana');
		expect(page).not.toContain('value="wrongOwner"');
		expect(page).toContain('value="acknowledge"');
	});

	it('shows again what could not be taken, and why', () => {
		const page = askPage(
			asking('attach', {
				problem: 'Choose one of the accounts',
				typed: { account: 'other', accountName: 'Initech "EU"', wholeDomain: true },
			}),
		);
		expect(page.status).toBe(400);
		const elements = elementsOf(page.html);
		expect(elements.filter(({ attributes }) => attributes.role === 'alert')).toHaveLength(1);
		const invalid = elements.find(({ attributes }) => attributes['aria-invalid'] === 'true');
		expect(invalid?.attributes).toMatchObject({
			name: 'accountId',
			'aria-describedby': 'accountIdHelp problem',
		});
		const kept = elements.filter(({ attributes }) => 'checked' in attributes);
		expect(kept.map(({ attributes }) => attributes.value)).toEqual(['other', 'yes']);
		expect(fieldsOf(elements)).toContainEqual(['accountName', 'Initech "EU"']);
	});

	it('of an alert without an account offers to attach one', () => {
		const target = alertTarget({ account: undefined });
		expect(buttonsOf(ask('acknowledge', { target }))).toContain('attach');
		expect(buttonsOf(ask('acknowledge'))).not.toContain('attach');
	});

	it('says that a test is one', () => {
		expect(textOfPage(ask('useful', { target: alertTarget({ isTest: true }) }))).toContain(
			'This is a test',
		);
	});
});

describe('after an answer', () => {
	const HANDED_ON = {
		state: 'open',
		verdict: 'wrongOwner',
		handedOnAt: '2026-11-28T12:30:00.000Z',
	} as const;
	const closed = alertTarget({
		standing: {
			state: 'closed',
			openedAt: '2026-11-28T12:00:00.000Z',
			closedAt: '2026-11-28T12:45:00.000Z',
			closedBecause: 'The helpdesk solved the ticket',
			verdict: 'useful',
			verdictBy: '@dana',
		},
	});

	it('the page says what was done, what happens next, and what else can be answered', () => {
		const { status, html } = donePage(asking('acknowledge'));
		expect(status).toBe(200);
		expect(textOfPage(html)).toMatch(/^Acknowledged No reminder and no escalation will follow/);
		expect(buttonsOf(html)).toEqual([
			'useful',
			'noise',
			'wrongAccount',
			'wrongOwner',
			'snooze',
			'close',
		]);
	});

	it.each([
		['an alert that nobody owns', { state: 'open', verdict: 'wrongOwner' }],
		['one that has ended', { ...HANDED_ON, state: 'closed' }],
	] as const)('of Wrong Owner, it does not say that %s goes on', (_, stands) => {
		const standing = { openedAt: '2026-11-28T12:00:00.000Z', ...stands };
		const { html } = donePage(asking('wrongOwner', { target: alertTarget({ standing }) }));
		expect(textOfPage(html)).toMatch(/^Marked as wrong owner Thank you: whoever looks after/);
	});

	it('of Wrong Owner, it says where the alert goes on to', () => {
		const standing = { openedAt: '2026-11-28T12:00:00.000Z', ...HANDED_ON };
		const { html } = donePage(asking('wrongOwner', { target: alertTarget({ standing }) }));
		expect(textOfPage(html)).toMatch(/^Marked as wrong owner Thank you\. The alert goes on to/);
	});

	it('of attaching, it says what is remembered', () => {
		const { html } = donePage(asking('attach'), ['mia@globex.com', '@globex.com']);
		expect(textOfPage(html)).toContain(
			'Remembered: messages of mia@globex.com and all of @globex.com belong to this account',
		);
		expect(html).not.toContain('<form');
	});

	it('of closing, only verdicts are left', () => {
		const { html } = donePage(asking('close', { target: closed }));
		expect(buttonsOf(html)).toEqual(['useful', 'noise', 'wrongAccount', 'wrongOwner']);
		expect(textOfPage(html)).toContain(
			'Status Closed on Nov 28, 2026, 1:45 PM GMT+1: The helpdesk solved the ticket Marked as useful by @dana',
		);
	});

	it('that was given before, the page says by whom and that nothing was changed', () => {
		const target = alertTarget({
			standing: {
				state: 'acknowledged',
				openedAt: '2026-11-28T12:00:00.000Z',
				verdict: 'noise',
				verdictBy: 'Dana',
			},
		});
		const text = textOfPage(alreadyPage(asking('noise', { target })).html);
		expect(text).toContain(
			'Marked as noise by Dana Somebody has answered this before. Nothing was changed.',
		);
	});

	it('on a closed alert, the page says so', () => {
		const { status, html } = closedPage(linkTo(closed));
		expect(status).toBe(200);
		expect(textOfPage(html)).toMatch(/^This alert is closed Nothing was changed/);
		expect(buttonsOf(html)).toEqual(['useful', 'noise', 'wrongAccount', 'wrongOwner']);
	});

	it('on a message that was dealt with, the page says how', () => {
		const target = reviewTarget({ reviewedBecause: 'Attached to Globex by Dana' });
		const { html } = closedPage(linkTo(target));
		expect(textOfPage(html)).toMatch(/^This message was dealt with Attached to Globex by Dana/);
		expect(html).not.toContain('<form');
	});
});

describe('where a link leads nowhere', () => {
	it.each([
		['expired', expiredPage(new Date('2026-10-01T00:00:00Z'), 'UTC'), 410],
		['unknown', unknownPage(), 404],
		['for no answer of ours', unsuitablePage(), 400],
		['for an answer that does not fit', unsuitablePage('attach'), 400],
		['while the log is down', laterPage(true), 503],
	])('%s: the page says so, and has no form', (_, { status, html }, expected) => {
		expect(status).toBe(expected);
		expect(html).not.toContain('<form');
		expect(html).not.toContain('Globex');
	});

	it('a time zone that does not exist counts as UTC', () => {
		const { html } = expiredPage(new Date('2026-10-01T09:30:00Z'), 'Mars/Olympus');
		expect(textOfPage(html)).toContain('It worked until Oct 1, 2026, 9:30 AM UTC');
	});
});

function fieldsOf(elements: ReturnType<typeof elementsOf>) {
	return elements
		.filter(({ name }) => name === 'input')
		.map(({ attributes }) => [attributes.name, attributes.value]);
}
