import type { SentimentLabel, TicketEvent } from '../../item/types';
import { quoted } from '../../text/shown';
import { countOf } from '../../values/wording';
import { asItIs, fromTo, unknown, type Condition } from './condition';

/** From calm to loud. */
export const LABELS: readonly SentimentLabel[] = ['Positive', 'Neutral', 'Frustrated', 'Critical'];

const EVENT_WORDS: Readonly<Record<TicketEvent, string>> = {
	new: 'a new ticket',
	reply: 'a reply',
	csat: 'a satisfaction rating',
};

/** At least, not exactly: a rule for frustrated tickets must not fall silent when one turns critical. */
export const labelAtLeast: Condition<SentimentLabel> = {
	label: 'Label at Least',
	problem: (label) => (LABELS.includes(label) ? undefined : `must be one of ${LABELS.join(', ')}`),
	id: (label) => `label ${label}`,
	words: (label) => `a label of ${label} or worse`,
	canonical: asItIs,
	check: (least, { label }) => {
		const holds = LABELS.indexOf(label) >= LABELS.indexOf(least);
		return { holds, text: `label ${label} is ${holds ? 'at least' : 'below'} ${least}` };
	},
};

export const topics: Condition<readonly string[]> = {
	label: 'Topics',
	problem: (names) => (plain(names).length > 0 ? undefined : 'must name at least one topic'),
	id: (names) => `topic ${plain(names).join(' ')}`,
	words: (names) => `the topic ${listed(names)}`,
	canonical: plain,
	check: (names, { topic }) => {
		const told = quoted(topic, 60);
		if (topic === undefined || told === undefined) return unknown('topic');
		const holds = plain(names).includes(plain([topic])[0] ?? '');
		return { holds, text: holds ? `topic is ${told}` : `topic ${told} is not ${listed(names)}` };
	},
};

export const events: Condition<readonly TicketEvent[]> = {
	label: 'Events',
	problem: (kinds) =>
		kinds.length > 0 && kinds.every((kind) => Object.hasOwn(EVENT_WORDS, kind))
			? undefined
			: 'must name at least one kind of message',
	id: (kinds) => `event ${inOrder(kinds).join(' ')}`,
	words: (kinds) => eventsListed(kinds),
	canonical: inOrder,
	check: (kinds, { event }) => {
		if (event === undefined) return unknown('kind of message');
		const holds = kinds.includes(event);
		return {
			holds,
			text: holds
				? `message is ${EVENT_WORDS[event]}`
				: `message is ${EVENT_WORDS[event]}, not ${eventsListed(kinds)}`,
		};
	},
};

/** Known where a history came in; how many there are says nothing of the time before. */
export const frustratedTickets: Condition<number> = {
	label: 'Frustrated Tickets in 30 Days',
	problem: fromTo(1),
	id: (count) => `frustrated tickets ${count}`,
	words: (count) => `${countOf(count, 'earlier frustrated ticket')} in 30 days`,
	canonical: asItIs,
	check: (least, { frustratedTickets30Days: count }) => {
		if (count === undefined) return unknown('number of frustrated tickets in 30 days');
		const holds = count >= least;
		return {
			holds,
			text: `${countOf(count, 'earlier frustrated ticket')} in 30 days ${count === 1 ? 'is' : 'are'} ${holds ? 'at least' : 'fewer than'} ${least}`,
		};
	},
};

export const noReplyDays: Condition<number> = {
	label: 'No Answer for Days',
	problem: fromTo(1),
	id: (days) => `no reply for ${days}`,
	words: (days) => `${countOf(days, 'day')} without an answer`,
	canonical: asItIs,
	check: (least, { waitedDays }) => {
		if (waitedDays === undefined) return unknown('time without an answer');
		const holds = waitedDays >= least;
		return {
			holds,
			text: `${countOf(waitedDays, 'day')} without an answer ${waitedDays === 1 ? 'is' : 'are'} ${holds ? 'at least' : 'fewer than'} ${least}`,
		};
	},
};

/** As they are compared, each once and in order. */
function plain(names: readonly string[]): string[] {
	const known = names.map((name) => name.normalize('NFC').trim().toLowerCase());
	return [...new Set(known)].filter((name) => name !== '').sort();
}

function inOrder(kinds: readonly TicketEvent[]): TicketEvent[] {
	return [...new Set(kinds)].sort();
}

function listed(names: readonly string[]): string {
	return names.flatMap((name) => quoted(name, 60) ?? []).join(' or ');
}

function eventsListed(kinds: readonly TicketEvent[]): string {
	return inOrder(kinds)
		.map((kind) => EVENT_WORDS[kind])
		.join(' or ');
}
