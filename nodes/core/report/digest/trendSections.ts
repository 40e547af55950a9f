import { shown } from '../../text/shown';
import { accountName, shownCount, shownOwner, shownRate } from '../accountWords';
import type { ReportSection, ReportTable } from '../types';
import type { AudienceFigures } from './digestFigures';
import { aboutOf } from './digestRow';
import { BASELINE_DAYS } from './frustration';
import { NEAR_POINTS } from './nearMisses';
import { cut, MOST_BARS, numbers, whole } from './sectionParts';

/** The sections of a digest about what changes, and what nearly alerted. */

export function risingSection({ rising }: AudienceFigures): ReportSection {
	const most = rising.slice(0, MOST_BARS);
	const isDrawn = most.length > 0;
	return {
		title: 'Accounts with rising frustration',
		...(isDrawn && {
			lines: [
				`Average score of all contacts and messages of an account, against its ${BASELINE_DAYS / 7} weeks before; few messages weigh less.`,
			],
			chart: {
				kind: 'bars' as const,
				isLying: true,
				isBesides: true,
				title: 'Average score of an account, before and now',
				description:
					'Two bars for each account that rose most: its average score in the weeks before, and now.',
				unit: 'Average score',
				labels: most.map(({ account }) => accountName(account)),
				series: [
					{ name: 'Before', values: most.map(({ before }) => Math.round(before ?? 0)) },
					{ name: 'Now', values: most.map(({ now }) => Math.round(now)) },
				],
			},
		}),
		table: {
			columns: [
				{ title: 'Account' },
				{ title: 'Owner' },
				...numbers('Now', 'Before', 'Rise', 'Messages', 'Contacts'),
			],
			...cut(rising, ({ account, now, before, rise, messages, contacts }) => [
				accountName(account),
				shownOwner(account),
				whole(now),
				before === undefined ? '' : whole(before),
				`+${whole(rise)}`,
				shownCount(messages),
				shownCount(contacts),
			]),
		},
	};
}

export function nearSection({ near, nearCount }: AudienceFigures): ReportSection {
	return {
		title: 'Near misses',
		lines:
			nearCount === 0
				? []
				: [
						`Quiet messages that a score at most ${NEAR_POINTS} points higher would have made alert, by the rules and facts of that time.`,
					],
		table: {
			columns: [
				{ title: 'Ticket' },
				...numbers('Score'),
				{ title: 'Would have alerted at', isNumber: true },
				{ title: 'Owner' },
			],
			...cut(
				near,
				({ message, alertsAt, subject }) => [
					aboutOf({
						accountName: message.account?.status === 'matched' ? message.account.name : undefined,
						requesterEmail: message.requesterEmail,
						subject,
						ticketKey: message.ticketKey,
					}),
					message.score === undefined ? '' : shownCount(message.score),
					shownCount(alertsAt),
					message.account?.status === 'matched' ? shownOwner(message.account) : '',
				],
				nearCount,
			),
			links: near.map(({ url }) => url),
		},
	};
}

export function topicsSection({ topics }: AudienceFigures): ReportSection {
	const most = topics.slice(0, MOST_BARS);
	const nameOf = (topic: string) => shown(topic, 60) ?? 'No topic';
	const isKnown = topics.some(({ before }) => before !== undefined);
	const table: ReportTable = {
		columns: [{ title: 'Topic' }, ...numbers('Messages', 'Before', 'Change', 'Average score')],
		...cut(topics, ({ topic, messages, before, score }) => [
			nameOf(topic),
			shownCount(messages),
			before === undefined ? '' : shownRate(before),
			before === undefined ? '' : signed(messages - before),
			whole(score),
		]),
	};
	return {
		title: 'Topics',
		...(most.length > 0 && {
			chart: {
				kind: 'bars' as const,
				isLying: true,
				isBesides: true,
				title: 'Messages by topic',
				description: isKnown
					? 'Two bars for each topic: messages in as many days of the weeks before, and now.'
					: 'A bar for each topic with its messages.',
				unit: 'Messages',
				labels: most.map(({ topic }) => nameOf(topic)),
				series: [
					...(isKnown ? [{ name: 'Before', values: most.map(({ before }) => before ?? 0) }] : []),
					{ name: 'Now', values: most.map(({ messages }) => messages) },
				],
			},
		}),
		table,
	};
}

/** "+4.5", "−2", "0". */
function signed(change: number): string {
	const rate = shownRate(Math.abs(change));
	if (rate === '0') return '0';
	return `${change > 0 ? '+' : '−'}${rate}`;
}
