import { describe, expect, it } from 'vitest';

import { readDigest } from '../../../nodes/core/item/deliveryReaders';
import { composeDigest, type DigestRow } from '../../../nodes/core/report/digest';
import type { LoggedMessage } from '../../../nodes/log/ticketLog';

const UNTIL = new Date('2026-11-28T09:00:00Z');
const WEEK = { since: new Date('2026-11-21T09:00:00Z'), until: UNTIL, isCut: false };

let count = 0;
const row = (extra: Partial<DigestRow> = {}): DigestRow => {
	count += 1;
	return {
		ticketKey: `zendesk:acme:${count}`,
		state: 'monitored',
		attempts: 1,
		receivedAt: '2026-11-27T09:00:00.000Z',
		subject: `Subject ${count}`,
		accountName: 'Acme Corp',
		url: `https://acme.zendesk.com/agent/tickets/${count}`,
		...extra,
	};
};
const rows = (number: number, extra: Partial<DigestRow>) =>
	Array.from({ length: number }, () => row(extra));
const sectionsOf = (...messages: DigestRow[]) =>
	Object.fromEntries(
		composeDigest(messages, WEEK).sections.map(({ title, entries }) => [
			title,
			entries.map(({ text }) => text),
		]),
	);

describe('what somebody looked at in Review', () => {
	it('is to be reviewed no more', () => {
		const reviewedAt = '2026-11-27T10:00:00.000Z';
		const digest = composeDigest(
			[
				row({ state: 'unattached', score: 70 }),
				row({ state: 'unattached', score: 71, reviewedAt }),
			],
			WEEK,
		);
		expect(digest.counts).toEqual({ unattached: 1, monitored: 1 });
		expect(digest.lead).toContain('1 to review and 1 quiet');
	});
});

describe('the figures of a digest', () => {
	it('count alerts and tickets, by hand: 8 alerts in 95 tickets', () => {
		const again = row({ state: 'updated', ticketKey: 'zendesk:acme:again' });
		const digest = composeDigest(
			[
				...rows(6, { state: 'alerted', score: 85 }),
				row({ state: 'alerting', receivedAt: '2026-11-28T08:59:00.000Z' }),
				row({ state: 'failed', delivery: { state: 'undelivered' } }),
				again,
				{ ...again },
				...rows(3, { state: 'unattached', score: 70 }),
				...rows(80, { score: 30 }),
				...rows(3, { state: 'skipped' }),
				...rows(2, { state: 'alerted', isTest: true }),
				...rows(5, { backfill: true }),
			],
			WEEK,
		);
		expect(digest.title).toBe('Support frustration, week to 28 Nov 2026: 8 alerts in 95 tickets');
		expect(digest.counts).toEqual({
			alerted: 6,
			alerting: 1,
			failed: 1,
			updated: 2,
			unattached: 3,
			monitored: 80,
			skipped: 3,
		});
		expect(digest.lead).toBe(
			'Look at these first: 1 alert not delivered. Messages: 6 alerted, 2 added to an open alert, 3 to review, 80 quiet and 3 skipped.',
		);
		expect(
			digest.sections.map(({ title, entries, more }) => [title, entries.length, more]),
		).toEqual([
			['Unfinished and undelivered: look at these', 1, 0],
			['To review', 3, 0],
			['Alerted', 8, 1],
			['Quiet, highest scores first', 8, 72],
			['Skipped', 3, 0],
		]);
	});

	it.each([
		[1, 'day to 28 Nov 2026: 0 alerts in 0 tickets'],
		[7, 'week to 28 Nov 2026'],
		[30, '30 days to 28 Nov 2026'],
	])('name the period of %i days', (days, title) => {
		const since = new Date(UNTIL.getTime() - days * 86_400_000);
		expect(composeDigest([], { ...WEEK, since }).title).toContain(title);
	});

	it('say when nothing came, when all went well, and when not all were read', () => {
		expect(composeDigest([], WEEK).lead).toBe('No tickets came in.');
		expect(composeDigest([row()], WEEK).lead).toBe(
			'Every message was decided, and every alert delivered. Messages: 1 quiet.',
		);
		expect(composeDigest([row()], { ...WEEK, isCut: true }).lead).toContain(
			'only the newest 1 messages are counted',
		);
	});
});

describe('the sections of a digest', () => {
	it('begin with what nobody was told of, then what failed, then what waits', () => {
		const sections = sectionsOf(
			row({
				state: 'received',
				attempts: 3,
				reason: 'OpenAI is down',
				subject: 'Waits',
				receivedAt: '2026-11-28T07:00:00.000Z',
			}),
			row({ state: 'received', receivedAt: '2026-11-28T08:59:00.000Z', subject: 'Just came' }),
			row({ state: 'failed', reason: 'Sentiment Score: no text', subject: 'Failed' }),
			row({
				state: 'alerting',
				delivery: { state: 'undelivered', error: 'channel_not_found' },
				subject: 'Untold',
			}),
			row({
				state: 'alerting',
				reason: 'Score 85 is at least 80',
				delivery: { state: 'due' },
				subject: 'On its way late',
			}),
		);
		expect(sections).toEqual({
			'Unfinished and undelivered: look at these': [
				'not delivered: Acme Corp, “Untold” – channel_not_found',
				'failed: Acme Corp, “Failed” – Sentiment Score: no text',
				'not yet decided after 3 attempts: Acme Corp, “Waits” – OpenAI is down',
				'not yet delivered: Acme Corp, “On its way late”',
			],
		});
	});

	it('list the highest scores first, with owner and reason', () => {
		const sections = sectionsOf(
			row({ score: 20, subject: 'Calm' }),
			row({ score: 60, subject: 'Warm' }),
			row({ state: 'alerted', score: 85, subject: 'Hot', ownerName: 'Dana Reyes' }),
			row({ state: 'updated', score: 90, subject: 'Hotter' }),
			row({ state: 'skipped', subject: 'Out of office', reason: 'Written by an agent' }),
		);
		expect(sections).toEqual({
			Alerted: [
				'90 Critical: Acme Corp, “Hotter” (added to an open alert)',
				'85 Critical: Acme Corp, “Hot” (owner Dana Reyes)',
			],
			'Quiet, highest scores first': [
				'60 Neutral: Acme Corp, “Warm”',
				'20 Neutral: Acme Corp, “Calm”',
			],
			Skipped: ['Acme Corp, “Out of office” – Written by an agent'],
		});
	});

	it('mark what strangers wrote as theirs, and drop links that are none', () => {
		const { sections } = composeDigest(
			[
				row({
					accountName: undefined,
					requesterEmail: 'Jo@Acme.com',
					subject: 'x”\nAcme Corp is \u202efine',
					url: 'javascript:alert(1)',
				}),
				row({ accountName: undefined, requesterEmail: 'Acme Corp: all well', subject: undefined }),
			],
			WEEK,
		);
		expect(sections[0]?.entries).toEqual([
			{ text: "jo@acme.com, “x' Acme Corp is fine”" },
			{
				text: expect.stringMatching(/^an unknown sender, zendesk:acme:\d+$/),
				url: expect.stringContaining('https://'),
			},
		]);
	});

	it('survive the way through the log', () => {
		const digest = composeDigest(rows(12, { score: 50 }), WEEK);
		expect(readDigest(JSON.parse(JSON.stringify({ digest })))).toEqual(digest);
	});

	it('are made from what the log gives out', () => {
		const messages: LoggedMessage[] = [];
		expect(composeDigest(messages, WEEK).sections).toEqual([]);
	});
});
