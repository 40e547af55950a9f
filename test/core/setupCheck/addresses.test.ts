import { describe, expect, it } from 'vitest';

import { unknownPage } from '../../../nodes/core/response/outcomePage';
import {
	readResponseAnswer,
	readTriggerAnswer,
	type AddressAnswer,
} from '../../../nodes/core/setupCheck/addressAnswers';
import { responseCheck, triggerChecks } from '../../../nodes/core/setupCheck/addresses';
import type { TriggerFacts } from '../../../nodes/core/setupCheck/types';

const NOW = new Date('2026-11-27T12:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const DAY = 24 * 60;

/** As n8n 2.41 answers for a webhook it does not have. */
const NOT_REGISTERED = {
	code: 404,
	message: 'The requested webhook "POST cs-alerts/zendesk" is not registered.',
	hint: 'The workflow must be active for a production URL to run successfully.',
};

describe('what a trigger answers to a stranger', () => {
	it.each<[string, number, unknown, AddressAnswer['kind']]>([
		['its own refusal', 401, { received: false, error: 'The secret is missing' }, 'ours'],
		['the same as text', 401, '{"received":false,"error":"The secret is missing"}', 'ours'],
		[
			'that its credential cannot be used',
			503,
			{ received: false, error: 'The credential of this trigger cannot be used now' },
			'unable',
		],
		['n8n’s 404', 404, NOT_REGISTERED, 'unregistered'],
		['n8n’s 404 as text', 404, JSON.stringify(NOT_REGISTERED), 'unregistered'],
		['n8n’s first seconds', 200, 'n8n is starting up. Please wait', 'starting'],
		['a proxy’s login', 302, '', 'stranger'],
		['somebody else’s 404', 404, '<html>Not found</html>', 'stranger'],
		['somebody else’s 401', 401, 'Unauthorized', 'stranger'],
		['a 200 of nobody we know', 200, { ok: true }, 'stranger'],
		['nothing', 204, undefined, 'stranger'],
		['a list', 200, '[1]', 'stranger'],
	])('%s', (_, status, body, kind) => {
		expect(readTriggerAnswer({ status, body }).kind).toBe(kind);
	});
});

describe('what the response trigger answers without a token', () => {
	const page = unknownPage();
	it.each<[string, number, unknown, AddressAnswer['kind']]>([
		['its own page', page.status, page.html, 'ours'],
		['n8n’s 404', 404, NOT_REGISTERED, 'unregistered'],
		[
			'another page with the same status',
			404,
			'<html><body>Nothing here</body></html>',
			'stranger',
		],
		['its page with another status', 200, page.html, 'stranger'],
	])('%s', (_, status, body, kind) => {
		expect(readResponseAnswer({ status, body }).kind).toBe(kind);
	});
});

describe('the triggers', () => {
	const trigger = (over: Partial<TriggerFacts> = {}): TriggerFacts => ({
		source: 'w1/n1',
		workflowId: 'w1',
		helpdesk: 'zendesk',
		address: 'https://n8n.example/webhook/cs-alerts/zendesk',
		seenAt: ago(1),
		firstSeenAt: ago(60 * DAY),
		...over,
	});
	const check = (triggers: readonly TriggerFacts[], answers: Record<string, AddressAnswer> = {}) =>
		triggerChecks(triggers, new Map(Object.entries(answers)), 'https://n8n.example/', NOW);

	it('are in order when their addresses lead to them', () => {
		expect(check([trigger()], { 'w1/n1': { kind: 'ours' } })).toEqual([
			{
				id: 'trigger:w1/n1',
				name: 'Support Ticket Trigger, Zendesk',
				status: 'ok',
				found: 'It answers at its public address, https://n8n.example/webhook/cs-alerts/zendesk.',
			},
		]);
	});

	it('are missing where the log has seen none, or none for a month', () => {
		for (const known of [[], [trigger({ seenAt: ago(31 * DAY) })]]) {
			expect(check(known)).toMatchObject([{ id: 'triggers', status: 'problem' }]);
		}
	});

	it('published, but n8n answers 404: unpublish and publish again, and where', () => {
		expect(check([trigger()], { 'w1/n1': { kind: 'unregistered' } })).toMatchObject([
			{
				status: 'problem',
				whatToDo: expect.stringMatching(/known fault of n8n.*Unpublish under ⌄/) as string,
				link: 'https://n8n.example/workflow/w1',
			},
		]);
	});

	it('unpublished, one of several, is a warning; the last one is a problem', () => {
		const gone = trigger({ source: 'w1/n2', helpdesk: 'intercom', seenAt: ago(3 * 60) });
		const both = check([trigger(), gone], { 'w1/n1': { kind: 'ours' } });
		expect(both.map(({ status }) => status)).toEqual(['warning', 'ok']);
		expect(both[0]?.found).toContain('it last ran 3 hours ago');
		expect(check([gone])[0]?.status).toBe('problem');
	});

	it.each<[AddressAnswer, string, string]>([
		[{ kind: 'unable', says: 'The credential cannot be used' }, 'problem', 'The credential cannot'],
		[{ kind: 'starting' }, 'warning', 'still starting'],
		[{ kind: 'stranger', status: 302 }, 'problem', 'with status 302'],
		[{ kind: 'unreachable', reason: 'getaddrinfo ENOTFOUND' }, 'warning', 'ENOTFOUND'],
	])('says what answered instead: %j', (answer, status, words) => {
		const [found] = check([trigger()], { 'w1/n1': answer });
		expect(found?.status).toBe(status);
		expect(found?.found).toContain(words);
		expect(found?.whatToDo).toBeTruthy();
	});

	it('of which no address is known are no success', () => {
		expect(check([trigger({ address: undefined })])[0]?.status).toBe('warning');
	});

	it('that could not ask their helpdesk say so, although they answer', () => {
		const failing = trigger({ reconcileError: 'Zendesk refused the token' });
		const [found] = check([failing], { 'w1/n1': { kind: 'ours' } });
		expect(found).toMatchObject({ status: 'warning' });
		expect(found?.found).toContain('Zendesk refused the token');
	});

	it('of a name of their own keep it on one line', () => {
		const [found] = check([trigger({ helpdesk: 'Our\ndesk' })], { 'w1/n1': { kind: 'ours' } });
		expect(found?.name).toBe('Support Ticket Trigger, Our desk');
	});
});

describe('the address of answers', () => {
	it('is missing while no such trigger is published', () => {
		expect(responseCheck(undefined, undefined)).toMatchObject({
			status: 'warning',
			whatToDo: expect.stringContaining('choose Unpublish under ⌄') as string,
		});
	});

	it('is in order when it shows its page, and broken at n8n’s 404', () => {
		const at = 'https://n8n.example/webhook/cs-alerts/answer';
		expect(responseCheck(at, { kind: 'ours' }).status).toBe('ok');
		expect(responseCheck(at, { kind: 'unregistered' })).toMatchObject({ status: 'problem' });
	});
});
