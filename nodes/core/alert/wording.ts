import { daysAheadIn } from '../gate/calendar';
import type { AccountFacts, AlertContent, Ticket } from '../item/types';
import { quoted, shown } from '../text/shown';
import { formatDay } from '../values/wordedTime';
import { formatDaysAhead, formatMoney, formatNumber } from '../values/wording';
import type { AlertInput, Occasion } from './occasion';
import { helpdeskOf, senderOf, whoOf } from './people';
import { filledIn, type PlaceholderValues, type Wording } from './placeholders';

type SectionLabels = AlertContent['labels'];

export const DEFAULT_LABELS: SectionLabels = {
	summary: 'What the customer says',
	evidence: 'Evidence',
	riskFactors: 'Risk factors',
	action: 'Recommended action',
	why: 'Why this alert',
};

/** Slack takes 150 characters in a headline. */
const MOST_TITLE = 150;
const MOST_LINE = 500;
const MOST_LABEL = 60;
const UNKNOWN = 'unknown';

/** The pieces of an alert that have words of the admin's own. */
export interface Worded {
	/** Absent where ours stands. */
	title?: string;
	intro?: string;
	footer?: string;
	labels: SectionLabels;
}

/** An admin's wording with the facts of one alert in it; what comes out empty counts as absent. */
export function wordedFor(
	{ title, intro, footer, labels = {} }: Wording,
	values: PlaceholderValues,
): Worded {
	const line = (text = '', most: number) => shown(filledIn(text, values, most), most);
	const label = (name: keyof SectionLabels) =>
		shown(labels[name], MOST_LABEL) ?? DEFAULT_LABELS[name];
	return {
		title: line(title, MOST_TITLE),
		intro: line(intro, MOST_LINE),
		footer: line(footer, MOST_LINE),
		labels: {
			summary: label('summary'),
			evidence: label('evidence'),
			riskFactors: label('riskFactors'),
			action: label('action'),
			why: label('why'),
		},
	};
}

/**
 * What stands for each placeholder of one alert. A stranger's words stand between quotation marks.
 * @param action what is recommended
 */
export function placeholderValues(
	{ ticket, sentiment, account, gate }: AlertInput,
	{ now, regional, owner, recipient }: Occasion,
	action: string,
): PlaceholderValues {
	const facts: AccountFacts = account?.status === 'matched' ? account : {};
	const { mrr, currency, renewalDate, healthScore } = facts;
	const days = daysAheadIn(regional.timeZone, now)(renewalDate);
	const number = (value: number) => formatNumber(value, regional.locale);
	const { frustratedTickets30Days: earlier } = gate.history;
	return {
		account: whoOf(facts, ticket),
		action,
		health: healthScore === undefined ? UNKNOWN : `${number(healthScore)}/100`,
		helpdesk: helpdeskOf(ticket) ?? 'the helpdesk',
		mrr: mrr === undefined ? UNKNOWN : formatMoney(mrr, shown(currency, 10), regional.locale),
		owner: shown(owner, 100) ?? 'nobody',
		recipient: shown(recipient, 100) ?? 'team',
		renewal: (renewalDate && formatDay(renewalDate, now, regional)) ?? UNKNOWN,
		renews: days === undefined ? 'on an unknown date' : formatDaysAhead(days),
		score: sentiment === undefined ? UNKNOWN : number(sentiment.score),
		sender: senderOf(ticket.requester),
		severity: `${gate.severity.charAt(0).toUpperCase()}${gate.severity.slice(1)}`,
		subject: quoted(ticket.subject) ?? 'no subject',
		ticket: numberOf(ticket),
		tickets: earlier === undefined ? UNKNOWN : number(earlier + 1),
		topic: shown(sentiment?.topic, 60) ?? UNKNOWN,
	};
}

function numberOf({ id }: Ticket): string {
	const number = shown(id, 60);
	return number === undefined ? 'the ticket' : `#${number}`;
}
