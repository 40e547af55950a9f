import { describe, expect, it } from 'vitest';

import { outstandingChecks } from '../../../nodes/core/setupCheck/outstanding';
import {
	shownBytes,
	storageChecks,
	unreadableStorage,
} from '../../../nodes/core/setupCheck/storage';
import { testAlertCheck, testDecision } from '../../../nodes/core/setupCheck/testAlert';
import type { SetupFacts, TestFacts } from '../../../nodes/core/setupCheck/types';

const NOW = new Date('2026-11-27T12:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const GIB = 1024 ** 3;

const facts = (over: Partial<SetupFacts> = {}): SetupFacts => ({
	kind: 'sqlite',
	place: '/home/node/.n8n/cs-alerts/log.sqlite',
	schemaVersion: 4,
	bytes: 3.5 * 1024 ** 2,
	freeBytes: 20 * GIB,
	messages: { received: 2, monitored: 1200 },
	overdueMessages: 0,
	overdueDeliveries: 0,
	failed: 0,
	undelivered: 0,
	retried: 0,
	unansweredEscalations: 0,
	...over,
});

describe('the log', () => {
	it('that can be written is in order: where it is, its schema, how full', () => {
		const [storage, space] = storageChecks(facts({ oldestWaitingAt: ago(90) }), undefined, NOW);
		expect(storage).toMatchObject({ id: 'storage', status: 'ok' });
		expect(storage?.found).toContain('SQLite, /home/node/.n8n/cs-alerts/log.sqlite');
		expect(storage?.found).toContain('version 4');
		expect(space).toMatchObject({
			status: 'ok',
			found:
				'1,202 messages (2 received and 1,200 monitored), 3.5 MB on disk, 20 GB of the disk free. The oldest that waits to be decided came 1 hour ago.',
		});
	});

	it.each([
		['sqlite', 'Let the user that runs n8n'],
		['postgres', 'Give the user in CS_ALERTS_DATABASE_URL'],
	] as const)('that cannot be written says what to do: %s', (kind, words) => {
		const [storage] = storageChecks(facts({ kind }), 'the disk is read-only', NOW);
		expect(storage).toMatchObject({ status: 'problem' });
		expect(storage?.found).toContain('the disk is read-only');
		expect(storage?.whatToDo).toContain(words);
	});

	it.each([
		[undefined, 'ok'],
		[2 * GIB, 'ok'],
		[GIB, 'ok'],
		[GIB - 1, 'warning'],
		[200 * 1024 ** 2, 'warning'],
		[200 * 1024 ** 2 - 1, 'problem'],
		[0, 'problem'],
	])('with %s bytes free is %s', (freeBytes, status) => {
		expect(storageChecks(facts({ freeBytes }), undefined, NOW)[1]?.status).toBe(status);
	});

	it('that cannot be opened is a problem in its own words', () => {
		expect(unreadableStorage('n8n runs in queue mode').found).toContain('n8n runs in queue mode');
	});

	it.each([
		[0, '1 KB'],
		[524_288, '512 KB'],
		[1024 ** 2, '1 MB'],
		[1.5 * GIB, '1.5 GB'],
	])('%i bytes are %s', (bytes, words) => {
		expect(shownBytes(bytes)).toBe(words);
	});
});

describe('what is outstanding', () => {
	const byId = (over: Partial<SetupFacts>) =>
		new Map(outstandingChecks(facts(over)).map((check) => [check.id, check]));

	it('is nothing where nothing is', () => {
		expect([...byId({}).values()].map(({ status }) => status)).toEqual(['ok', 'ok', 'ok', 'ok']);
	});

	it.each<[string, Partial<SetupFacts>, string, string, string]>([
		[
			'messages late',
			{ overdueMessages: 3 },
			'overdue',
			'problem',
			'3 messages should have been decided',
		],
		[
			'alerts late',
			{ overdueDeliveries: 1 },
			'overdue',
			'problem',
			'1 alert should have been sent',
		],
		[
			'what waits for its next try',
			{ retried: 1, retriedBecause: 'Nothing was sent in Slack' },
			'undelivered',
			'warning',
			'1 message did not arrive at the first try and waits for the next, tests included. The newest: Nothing was sent in Slack.',
		],
		[
			'undelivered',
			{ undelivered: 2, undeliveredBecause: 'channel_not_found' },
			'undelivered',
			'problem',
			'2 messages could not be delivered on any way, tests included. The newest: channel_not_found',
		],
		[
			'failed',
			{ failed: 1 },
			'failed',
			'warning',
			'1 message failed in the last 7 days and is not',
		],
		[
			'unanswered',
			{ unansweredEscalations: 4 },
			'unanswered',
			'warning',
			'4 alerts went to a manager and are still',
		],
	])('%s: told with what to do', (_, over, id, status, words) => {
		const check = byId(over).get(id);
		expect(check?.status).toBe(status);
		expect(check?.found).toContain(words);
		expect(check?.whatToDo).toBeTruthy();
	});

	it('names the trigger that is to be published', () => {
		expect(byId({ overdueDeliveries: 1 }).get('overdue')?.whatToDo).toContain('CS Alert Trigger');
		expect(byId({ overdueMessages: 1 }).get('overdue')?.whatToDo).toContain(
			'Support Ticket Trigger',
		);
	});
});

describe('the test alert', () => {
	const check = (test?: Partial<TestFacts>) =>
		testAlertCheck(
			facts(test === undefined ? {} : { test: { at: ago(10), state: 'alerting', ...test } }),
			NOW,
		);

	it('that was never sent is not judged, and says what only sending shows', () => {
		expect(check()).toMatchObject({ status: 'skipped' });
		expect(check().found).toContain(
			'Without sending, nothing shows whether a channel’s node is enabled (all come disabled)',
		);
	});

	it('that arrived says where', () => {
		expect(
			check({
				state: 'alerted',
				delivery: { state: 'delivered', channel: 'email', recipient: 'cs@cs-team.com' },
			}),
		).toMatchObject({
			status: 'ok',
			found:
				'The last one, 10 minutes ago, arrived by email to cs@cs-team.com. Other channels were not tried.',
		});
	});

	it('that went to a sample’s address arrived nowhere', () => {
		const delivery = {
			state: 'delivered',
			channel: 'email',
			recipient: 'lou@cs-team.example',
		} as const;
		const found = check({ state: 'alerted', delivery });
		expect(found).toMatchObject({
			status: 'warning',
			found:
				'The last one, 10 minutes ago, went by email to lou@cs-team.example, a sample’s address, so nobody got it.',
		});
		expect(found.whatToDo).toContain('Fallback Owner Email');
	});

	it('that arrived nobody knows where says nothing of channels', () => {
		for (const channel of [undefined, 'pager']) {
			const delivery = { state: 'delivered', channel } as const;
			expect(check({ state: 'alerted', delivery }).found).toBe(
				'The last one, 10 minutes ago, arrived.',
			);
		}
	});

	it('that was refused is a problem with the channel’s words', () => {
		const found = check({ delivery: { state: 'due', error: 'Slack refused it: not_in_channel' } });
		expect(found.status).toBe('problem');
		expect(found.found).toContain('not_in_channel');
	});

	it('is given two minutes before it counts as lost', () => {
		const delivery = { state: 'due' } as const;
		expect(check({ at: ago(1), delivery }).status).toBe('warning');
		expect(check({ at: ago(3), delivery }).status).toBe('problem');
	});

	it('a test ticket that alerted nobody is none', () => {
		const found = check({ state: 'unattached', reason: 'No account' });
		expect(found.status).toBe('warning');
		expect(found.found).toContain('ended as unattached (No account)');
	});

	it('is marked as a test, says so itself, and quotes what it says', () => {
		const { ticket, sentiment, account, gate } = testDecision(NOW);
		expect(ticket.isTest).toBe(true);
		expect(ticket.subject).toContain('Test');
		expect(account.owner).toBeUndefined();
		expect(gate.route).toBe('alert');
		for (const { quote, start, end } of sentiment.signals) {
			expect(ticket.body?.slice(start, end)).toBe(quote);
		}
		expect(testDecision(NOW, 'a@team.example').account.owner).toEqual({ email: 'a@team.example' });
	});
});
