import type { Digest, DigestEntry, DigestSection } from '../item/types';
import type { MessageState } from '../log/states';
import { webLink } from '../values/link';
import { countOf, listOf } from '../values/wording';
import {
	alertedEntry,
	byUrgency,
	isUndelivered,
	problemEntry,
	reasonEntry,
	scoredEntry,
} from './digestEntries';
import type { DigestRow } from './digestRow';

export type { DigestRow } from './digestRow';

export interface DigestPeriod {
	since: Date;
	until: Date;
	/** Whether there were more messages than were read, the oldest of which are then left out. */
	isCut: boolean;
}

const MOST_ENTRIES = 8;
const DAY_MS = 86_400_000;
/** What has waited for longer than this is worth a look. */
const UNFINISHED_AFTER_MS = 60 * 60_000;

/**
 * Sums up what came in: how much of it alerted, what needs a person, and the tickets behind it.
 * Test tickets and those fetched from months back are left out.
 * @param messages newest first, as the log gives them out
 */
export function composeDigest(messages: readonly DigestRow[], period: DigestPeriod): Digest {
	const counted = messages
		.filter(({ isTest, backfill }) => isTest !== true && backfill !== true)
		.map(withReviewed);
	const tickets = new Set(counted.map(({ ticketKey }) => ticketKey)).size;
	const alerts = counted.filter(isAlert).length;
	const problems = counted.filter((message) => isProblem(message, period.until));
	const settled = counted.filter((message) => !isProblem(message, period.until));
	const inStates = (...states: MessageState[]) =>
		settled.filter(({ state }) => states.includes(state));
	const sections = [
		sectionOf(
			'Unfinished and undelivered: look at these',
			problems.toSorted(byUrgency),
			problemEntry,
		),
		sectionOf('To review', byScore(inStates('unattached')), scoredEntry),
		sectionOf('Alerted', byScore(inStates('alerted', 'alerting', 'updated')), alertedEntry),
		sectionOf('Quiet, highest scores first', byScore(inStates('monitored')), scoredEntry),
		sectionOf('Skipped', inStates('skipped'), reasonEntry),
	];
	return {
		title: `Support frustration, ${periodOf(period)}: ${countOf(alerts, 'alert')} in ${countOf(tickets, 'ticket')}`,
		lead: leadOf(counted, problems, period),
		since: period.since.toISOString(),
		until: period.until.toISOString(),
		counts: countsOf(counted),
		sections: sections.filter(({ entries }) => entries.length > 0),
	};
}

/** What somebody looked at in Review, and left there, asks for nothing any more. */
function withReviewed(message: DigestRow): DigestRow {
	const isReviewed = message.state === 'unattached' && message.reviewedAt !== undefined;
	return isReviewed ? { ...message, state: 'monitored' } : message;
}

/** "week to 28 Nov 2026", "day to …" or "10 days to …". */
function periodOf({ since, until }: DigestPeriod): string {
	const days = Math.max(1, Math.round((until.getTime() - since.getTime()) / DAY_MS));
	const span = days === 7 ? 'week' : days === 1 ? 'day' : countOf(days, 'day');
	const end = until.toLocaleDateString('en-GB', {
		day: 'numeric',
		month: 'short',
		year: 'numeric',
		timeZone: 'UTC',
	});
	return `${span} to ${end}`;
}

/** Whether an owner was, or should have been, told of it anew. */
function isAlert({ state, delivery }: DigestRow): boolean {
	return (
		state === 'alerted' || state === 'alerting' || (state === 'failed' && delivery !== undefined)
	);
}

/** What failed, was not delivered, or has waited for an hour. */
function isProblem(message: DigestRow, until: Date): boolean {
	if (message.state === 'failed' || isUndelivered(message)) return true;
	if (message.state !== 'received' && message.state !== 'alerting') return false;
	const waited = until.getTime() - Date.parse(message.receivedAt);
	return !(waited < UNFINISHED_AFTER_MS);
}

function leadOf(
	counted: readonly DigestRow[],
	problems: readonly DigestRow[],
	{ isCut }: DigestPeriod,
): string {
	const undelivered = problems.filter(isUndelivered).length;
	const failed = problems.filter(
		(message) => message.state === 'failed' && !isUndelivered(message),
	).length;
	const waiting = problems.length - undelivered - failed;
	const parts = [
		undelivered > 0 && `${countOf(undelivered, 'alert')} not delivered`,
		failed > 0 && `${countOf(failed, 'message')} failed`,
		waiting > 0 && `${countOf(waiting, 'message')} unfinished`,
	].filter((part) => part !== false);
	const first =
		counted.length === 0
			? 'No tickets came in.'
			: parts.length === 0
				? 'Every message was decided, and every alert delivered.'
				: `Look at these first: ${listOf(parts)}.`;
	const states = stateLine(counted);
	const cut = isCut
		? `There were more than fit: only the newest ${counted.length.toLocaleString('en-US')} messages are counted.`
		: '';
	return [first, states, cut].filter((part) => part !== '').join(' ');
}

/** In the order people ask in. */
const STATE_WORDS: ReadonlyArray<[MessageState, string]> = [
	['alerted', 'alerted'],
	['updated', 'added to an open alert'],
	['unattached', 'to review'],
	['monitored', 'quiet'],
	['skipped', 'skipped'],
];

/** e.g. "Messages: 8 alerted, 3 to review and 84 quiet." */
function stateLine(counted: readonly DigestRow[]): string {
	const counts = countsOf(counted);
	const parts = STATE_WORDS.flatMap(([state, words]) => {
		const count = counts[state];
		return count === undefined ? [] : [`${count} ${words}`];
	});
	return parts.length === 0 ? '' : `Messages: ${listOf(parts)}.`;
}

function countsOf(counted: readonly DigestRow[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { state } of counted) counts[state] = (counts[state] ?? 0) + 1;
	return counts;
}

function sectionOf(
	title: string,
	messages: readonly DigestRow[],
	textOf: (message: DigestRow) => string,
): DigestSection {
	const entries = messages.slice(0, MOST_ENTRIES).map((message): DigestEntry => {
		const url = webLink(message.url);
		return { text: textOf(message), ...(url !== undefined && { url }) };
	});
	return { title, entries, more: messages.length - entries.length };
}

/** Highest first; messages of the same score, and those without one, stay newest first. */
function byScore(messages: readonly DigestRow[]): DigestRow[] {
	return messages.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1));
}
