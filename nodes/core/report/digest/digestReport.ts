import type { Digest, Owner } from '../../item/types';
import type { MessageState } from '../../log/states';
import { shown } from '../../text/shown';
import { shownAddress } from '../../text/shownAddress';
import { countOf, listOf } from '../../values/wording';
import { counted, shownCount } from '../accountWords';
import type { Capacity } from '../backtest/suggest';
import { shownDay } from '../days';
import type { Period } from '../rows';
import { listOfReport } from '../render';
import type { Report, ReportSection } from '../types';
import type { AudienceFigures, DigestFigures } from './digestFigures';
import { ownersSection, timeSection, waitingSection } from './alertSections';
import { problemsSection, reasonsSection, reviewSection } from './messageSections';
import { nearSection, risingSection, topicsSection } from './trendSections';

const DAY_MS = 86_400_000;

/** Alerts that a manager can handle on a working day, where nobody says otherwise (recipe: 3–8). */
export const USUAL_CAPACITY: Capacity = { from: 3, to: 8 };

/**
 * The digests as they go into the outbox: the first rows of their tables, rendered where they are sent. The lead's
 * comes first, then that of each owner who can be reached and about whose accounts there is something to tell.
 */
export function queuedDigests(
	figures: DigestFigures,
	period: Period,
	capacity: Capacity,
): Digest[] {
	const { states, owners } = figures;
	return [
		{ ...queued(leadDigest(figures, period, capacity)), counts: states },
		...owners.flatMap((one) => {
			const { owner } = one;
			if (owner.email === undefined && owner.slackId === undefined) return [];
			const report = ownerDigest(one, period);
			return report.sections.length === 0 ? [] : [{ ...queued(report), owner }];
		}),
	];
}

const queued = (report: Report): Digest => ({
	...listOfReport(report),
	since: report.since.toISOString(),
	until: report.until.toISOString(),
});

/** Writes the digest of the lead: all that came in, and what needs a person. */
export function leadDigest(figures: DigestFigures, period: Period, capacity: Capacity): Report {
	const { states, tickets, alerts } = figures;
	const sections = [
		problemsSection(figures),
		waitingSection(alerts, period.until),
		risingSection(figures),
		reviewSection(figures),
		nearSection(figures),
		ownersSection(figures, capacity),
		topicsSection(figures),
		timeSection(figures),
		reasonsSection(figures),
	];
	return {
		kind: 'digest',
		title: `Support frustration, ${shownPeriod(period)}: ${counted(alerts.opened, 'alert')} in ${counted(tickets, 'ticket')}`,
		lead: leadOf(figures),
		...period,
		notes: notesOf(figures),
		sections: sections.filter(hasSomething),
		figures: {
			...{ states, tickets, reviewBefore: figures.reviewBefore, inReview: figures.inReview },
			...{ undelivered: figures.undelivered, failed: figures.failed },
			...{ unfinished: figures.unfinished, reasons: figures.reasons },
			...{ workingDays: figures.workingDays, capacity },
			owners: figures.desks.map(({ owner, opened, byDay }) => ({
				...{ owner, alerts: opened, byDay: Object.fromEntries(byDay) },
			})),
			...audienceData(figures),
		},
	};
}

/** Writes the digest of one owner: their own accounts, and the alerts that came to them. */
export function ownerDigest(figures: DigestFigures['owners'][number], period: Period): Report {
	const { alerts, owner } = figures;
	const sections = [
		waitingSection(alerts, period.until),
		risingSection(figures),
		nearSection(figures),
		topicsSection(figures),
		timeSection(figures),
	];
	return {
		kind: 'digest',
		title: `Accounts of ${ownerTitle(owner)}, ${shownPeriod(period)}: ${counted(alerts.opened, 'alert')}`,
		lead: `${messagesOf(figures)} ${standingWords(figures)}`.trim(),
		...period,
		notes: notesOf(figures),
		sections: sections.filter(hasSomething),
		figures: { owner, ...audienceData(figures) },
	};
}

/** How an owner is addressed in a title; their name is a stranger's, too. */
function ownerTitle(owner: Owner): string {
	return shown(owner.name, 60) ?? shownAddress(owner.email) ?? 'one owner';
}

const hasSomething = ({ lines = [], table, chart }: ReportSection) =>
	lines.length > 0 || chart !== undefined || (table?.rows.length ?? 0) > 0;

/** "week to 28 Nov 2026", "day to …" or "10 days to …". */
function shownPeriod({ since, until }: Period): string {
	const days = Math.max(1, Math.round((until.getTime() - since.getTime()) / DAY_MS));
	const span = days === 7 ? 'week' : days === 1 ? 'day' : countOf(days, 'day');
	return `${span} to ${shownDay(until.toISOString().slice(0, 10))}`;
}

function leadOf(figures: DigestFigures): string {
	const { undelivered, failed, unfinished, states } = figures;
	const parts = [
		undelivered > 0 && `${counted(undelivered, 'alert')} not delivered`,
		failed > 0 && `${counted(failed, 'message')} failed`,
		unfinished > 0 && `${counted(unfinished, 'message')} unfinished`,
	].filter((part) => part !== false);
	const isEmpty = Object.keys(states).length === 0;
	const first = isEmpty
		? 'No tickets came in during this period.'
		: parts.length === 0
			? 'Every message was decided, and every alert delivered.'
			: `Look at these first: ${listOf(parts)}.`;
	return [first, stateLine(states), standingWords(figures)].filter(Boolean).join(' ');
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
function stateLine(states: DigestFigures['states']): string {
	const parts = STATE_WORDS.flatMap(([state, words]) => {
		const count = states[state];
		return count === undefined ? [] : [`${shownCount(count)} ${words}`];
	});
	return parts.length === 0 ? '' : `Messages: ${listOf(parts)}.`;
}

function standingWords({ alerts: { standing, overdue } }: AudienceFigures): string {
	const { open } = standing;
	if (open === 0) return '';
	const late = overdue === 0 ? '' : `, ${shownCount(overdue)} of them overdue`;
	return `${counted(open, 'alert')} without an answer${late}.`;
}

function messagesOf({ topics, rising }: AudienceFigures): string {
	const messages = topics.reduce((sum, topic) => sum + topic.messages, 0);
	if (messages === 0) return 'No messages of these accounts came in during this period.';
	const risen = rising.length === 0 ? 'no account' : counted(rising.length, 'account');
	return `${counted(messages, 'message')} came in; frustration rose in ${risen}.`;
}

function notesOf({ isGateKnown, rising }: AudienceFigures): string[] {
	return [
		'Test tickets are left out. Those fetched from months back count for trends and topics alone.',
		'An alert is overdue when nobody has answered and it was reminded of, escalated, or sent more than a day ago.',
		...(rising.length === 0
			? []
			: [
					'Rise: as if three more messages had come as expected, at the account’s average before, or at that of all accounts where it is new.',
				]),
		...(isGateKnown
			? []
			: [
					'Some rules that decided are not in the log, so near misses are missing. Set History to From the Log in Threshold Gate.',
				]),
	];
}

/** More are of no use to whoever computes on. */
const MOST_ACCOUNTS = 200;

/** The same as data. */
function audienceData({ rising, topics, near, nearCount, alerts }: AudienceFigures) {
	const { waiting, ...counts } = alerts;
	return {
		rising: rising.slice(0, MOST_ACCOUNTS).map(({ account, ...rest }) => ({
			...{ accountId: account.id, accountName: account.name, owner: account.owner, ...rest },
		})),
		topics,
		nearMisses: near.map(({ message, alertsAt, subject, url }) => ({
			...{ ticketKey: message.ticketKey, accountId: message.account?.id },
			...{ score: message.score, alertsAt, subject, url },
		})),
		nearMissCount: nearCount,
		alerts: {
			...counts,
			waiting: waiting.map(({ id, accountId, accountName, owner, score, sentAt, escalatedAt }) => ({
				...{ id, accountId, accountName, owner, score, sentAt: sentAt.toISOString() },
				...(escalatedAt !== undefined && { escalatedAt: escalatedAt.toISOString() }),
			})),
		},
	};
}
