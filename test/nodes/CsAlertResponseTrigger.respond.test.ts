import { describe, expect, it } from 'vitest';

import { showQuestion, takeAnswer, type Desk } from '../../nodes/CsAlertResponseTrigger/respond';
import type { Answer, AnswerOutcome, AnswerTarget } from '../../nodes/log/alertLog';
import { textOfPage } from '../core/response/readPage';
import { alertTarget, NOW, reviewTarget } from '../core/response/target';

/** What a log that says these things leads to; a real one is asked in the tests of links and forms. */

const TOKEN = 'a-token';
const targetOf = (about: ReturnType<typeof alertTarget>): AnswerTarget => ({
	...about,
	isExpired: false,
});

function deskOf(target: AnswerTarget | undefined, outcome: AnswerOutcome = { result: 'unknown' }) {
	const given: Answer[] = [];
	const opened: string[] = [];
	const desk: Desk = {
		openLog: async (token) => {
			opened.push(token);
			return await Promise.resolve({
				readAnswerTarget: async () => await Promise.resolve(target),
				answer: async (answer) => {
					given.push(answer);
					return await Promise.resolve(outcome);
				},
			});
		},
		now: NOW,
		timeZone: 'UTC',
	};
	return { desk, given, opened };
}

const form = (fields: Record<string, string>) => new URLSearchParams({ token: TOKEN, ...fields });

describe('a message in Review', () => {
	const waiting = targetOf(reviewTarget());

	it('is attached to a candidate, its whole domain where that was asked', async () => {
		const ended = { ...waiting, reviewedBecause: 'Dana attached it to Globex USA' };
		const outcome: AnswerOutcome = {
			result: 'applied',
			target: ended,
			attached: ['@mail.globex.com'],
		};
		const { desk, given } = deskOf(waiting, outcome);
		const fields = form({ action: 'attach', account: 'known:A-2', wholeDomain: 'yes' });
		const { page, event } = await takeAnswer(fields, desk);
		expect(given).toEqual([
			{
				token: TOKEN,
				action: 'attach',
				accountId: 'A-2',
				accountName: 'Globex USA',
				wholeDomain: true,
			},
		]);
		expect(textOfPage(page.html)).toContain(
			'Remembered: messages of all of @mail.globex.com belong to this account',
		);
		expect(page.html).not.toContain('<form');
		expect(event).toEqual({
			action: 'attach',
			result: 'applied',
			by: 'Support leads',
			at: NOW.toISOString(),
			attached: ['@mail.globex.com'],
			account: { id: 'A-2', name: 'Globex USA' },
			ticketKey: 'zendesk:northwind.zendesk.com:4812',
			isTest: false,
		});
	});

	it('is dismissed', async () => {
		const ended = { ...waiting, reviewedBecause: 'Dana looked at it: nothing to do' };
		const { desk } = deskOf(waiting, { result: 'applied', target: ended });
		const { page, event } = await takeAnswer(form({ action: 'dismiss' }), desk);
		expect(textOfPage(page.html)).toMatch(/^Dismissed/);
		expect(page.html).not.toContain('<form');
		expect(event).toMatchObject({ action: 'dismiss' });
	});

	it.each(['acknowledge', 'snooze', 'useful'])('takes no %s', async (action) => {
		const { desk, given } = deskOf(waiting);
		expect((await takeAnswer(form({ action }), desk)).page.status).toBe(400);
		expect(given).toEqual([]);
	});

	it('that was dealt with takes nothing, and says what has become of it', async () => {
		const { desk } = deskOf({ ...waiting, reviewedBecause: 'It went on as an alert' });
		const page = await showQuestion({ token: TOKEN, action: 'attach' }, desk);
		expect(textOfPage(page.html)).toMatch(/^This message was dealt with It went on as an alert/);
	});
});

describe('what changed between the look and the answer', () => {
	const target = targetOf(alertTarget());
	const closed: AnswerTarget = {
		...target,
		standing: { state: 'closed', openedAt: NOW.toISOString(), closedBy: 'Ben' },
	};

	it.each<[string, AnswerOutcome, number, RegExp]>([
		['it was closed', { result: 'closed', target: closed }, 200, /^This alert is closed.*by Ben/],
		['the link expired', { result: 'expired', target }, 410, /^This link has expired/],
		['it left the log', { result: 'unknown' }, 404, /^This link is not known/],
		[
			'somebody was quicker',
			{
				result: 'already',
				target: {
					...target,
					standing: {
						state: 'snoozed',
						openedAt: NOW.toISOString(),
						snoozedUntil: '2026-12-05T13:05:00Z',
						snoozedBy: 'Ben',
					},
				},
			},
			200,
			/^Already done Snoozed by Ben until Dec 5, 2026, 1:05 PM UTC/,
		],
	])('%s: the page says so, and no run starts', async (_, outcome, status, words) => {
		const { desk } = deskOf(target, outcome);
		const { page, event } = await takeAnswer(form({ action: 'snooze' }), desk);
		expect(page.status).toBe(status);
		expect(textOfPage(page.html)).toMatch(words);
		expect(event).toBeUndefined();
	});
});

describe('the log', () => {
	it.each<Record<string, string>>([
		{},
		{ token: '' },
		{ token: '../../etc/passwd' },
		{ token: 'x'.repeat(201) },
	])('is not even opened for %j', async (fields) => {
		const { desk, opened } = deskOf(targetOf(alertTarget()));
		const posted = new URLSearchParams({ action: 'close', ...fields });
		expect((await takeAnswer(posted, desk)).page.status).toBe(404);
		expect(opened).toEqual([]);
	});

	it('of an incident has nobody to attach', async () => {
		const { desk } = deskOf(targetOf(alertTarget({ account: undefined, isIncident: true })));
		expect((await showQuestion({ token: TOKEN, action: 'attach' }, desk)).status).toBe(400);
		const page = await showQuestion({ token: TOKEN, action: 'acknowledge' }, desk);
		expect(textOfPage(page.html)).toContain('Account Several at once');
	});
});
