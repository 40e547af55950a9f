import { setTimeout as sleep } from 'node:timers/promises';

import { zendesk } from '../demo/deliveries.ts';
import type { Posted, Rig } from '../support/rig.ts';

/** A ticket as its helpdesk posts it, and the key of its row. */
export interface PostedTicket extends Posted {
	ticketKey: string;
	/** Part of every link to it. */
	link: string;
}

export type Mood = 'calm' | 'critical' | 'frustrated';

/** What customers in these moods write. */
export const TEXTS: Record<Mood, { subject: string; text: string }> = {
	calm: {
		subject: 'How do I add a colleague?',
		text: 'Hello, where can I invite a colleague to our workspace? Thank you!',
	},
	critical: {
		subject: "Our team's data disappeared",
		text: "All of our data has disappeared and we can't work.",
	},
	frustrated: {
		subject: 'Webhook not firing',
		text: 'Our webhook is not firing since this morning, the integration is broken.',
	},
};

interface TicketOptions {
	from?: string;
	mood?: Mood;
	subject?: string;
}

/** A Zendesk ticket of this sender and mood. */
export function ticketOf(
	id: number | string,
	{ from = 'jo.oneil@acme.example', mood = 'critical', subject }: TicketOptions = {},
): PostedTicket {
	const delivery = zendesk({
		id: String(id),
		from,
		name: from.split('@')[0] ?? from,
		...TEXTS[mood],
		...(subject !== undefined && { subject }),
		expected: 'alerted',
	});
	return {
		...delivery,
		helpdesk: 'zendesk',
		ticketKey: `zendesk:northwind.zendesk.com:${id}`,
		link: `/tickets/${id}`,
	};
}

/** What came back on one try; absent when the connection broke. */
export interface Answer {
	status: number;
	body: { received?: boolean; duplicate?: boolean; error?: string };
	text: string;
}

/** What a helpdesk is told while the log cannot take a ticket. */
export const SEND_AGAIN = {
	status: 503,
	body: { received: false, error: 'The log cannot take it now. Send it again later' },
} as const;

/** Posts once. */
export async function post(
	rig: Pick<Rig, 'deliver'>,
	posted: Posted,
	headers?: Record<string, string>,
): Promise<Answer> {
	const response = await rig.deliver(posted, headers);
	const text = await response.text();
	return { status: response.status, text, body: bodyOf(text) };
}

function bodyOf(text: string): Answer['body'] {
	try {
		const body = JSON.parse(text) as unknown;
		return typeof body === 'object' && body !== null ? body : {};
	} catch {
		// n8n's own answers are HTML or plain text.
		return {};
	}
}

/**
 * Who told a helpdesk that it need not send again. n8n answers 200 by itself in its first seconds; an
 * answer of ours says "received".
 */
export type ToldBy = 'us' | 'n8n' | 'nobody';

export interface Sent {
	ticket: PostedTicket;
	toldBy: ToldBy;
	tries: number;
}

/** Counts answers over many senders: by status, and "no connection". */
export type Tally = Map<string, number>;

/** A helpdesk's waits between its tries are minutes; here they are scaled down, by about a hundred. */
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 1500;
const MOST_TRIES = 80;

/** Sends a ticket until it is told 2xx, as the helpdesks do after anything else. */
export async function sendUntilTold(
	rig: Pick<Rig, 'deliver'>,
	ticket: PostedTicket,
	tally: Tally = new Map(),
): Promise<Sent> {
	for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
		const answer = await post(rig, ticket).catch(() => undefined);
		const isOurs = answer?.body.received !== undefined;
		const name =
			answer === undefined ? 'no connection' : `${answer.status}${isOurs ? '' : ' by n8n'}`;
		tally.set(name, (tally.get(name) ?? 0) + 1);
		if (answer !== undefined && answer.status >= 200 && answer.status < 300) {
			return { ticket, tries, toldBy: isOurs ? 'us' : 'n8n' };
		}
		await sleep(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 1.5 ** (tries - 1)));
	}
	return { ticket, tries: MOST_TRIES, toldBy: 'nobody' };
}

/** Sends a ticket until we have taken it: n8n's own 200 while it starts, which loses it here, does not count. */
export async function sendUntilOurs(
	rig: Pick<Rig, 'deliver'>,
	ticket: PostedTicket,
): Promise<void> {
	for (;;) {
		const { toldBy } = await sendUntilTold(rig, ticket);
		if (toldBy === 'us') return;
		if (toldBy === 'nobody') throw new Error(`${ticket.ticketKey} was never taken`);
	}
}

/** The tally in one line, the most frequent answer first. */
export const tallyLine = (tally: Tally) =>
	[...tally]
		.sort(([, a], [, b]) => b - a)
		.map(([name, count]) => `${count} × ${name}`)
		.join(', ');
