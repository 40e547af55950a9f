import { createHash } from 'node:crypto';

import { excerptOf, type HelpdeskKind, type IncomingTicket, type Reading } from '../core/helpdesk';
import { LogError } from '../log/errors';
import { HelpdeskError } from './helpdesk';

/** Larger bodies are refused before anything is done with them: no helpdesk sends a ticket so long. */
export const MOST_BODY_BYTES = 1_000_000;

/** What goes back to the helpdesk. */
export interface Answer {
	status: number;
	body: Record<string, unknown>;
}

/** What a delivery is: what its text says, or only which ticket it is about. */
export type Delivered = Reading | { kind: 'notice'; id: string; app?: string };

/** A request, and the ports the pipeline needs; so the node only adapts. */
export interface Receiving {
	helpdesk: HelpdeskKind;
	/** Makes ready what `read` and `notice` need; throws when the credential cannot be used. */
	connect(): Promise<void>;
	/** What a body says; whatever it is, nothing is thrown. */
	read(body: unknown): Delivered;
	/** Absent when n8n kept no raw bytes: then nothing can be verified. */
	rawBody: Buffer | undefined;
	/** Length of the body as it came or as it was announced, whichever is more. */
	bodyBytes: number;
	/** As n8n read it: `{}` or nothing where the content type is none it knows. */
	body: unknown;
	now: Date;
	/** Whether the sender knows the secret; throws when the credential cannot be read. */
	isAuthentic(rawBody: Buffer): Promise<boolean>;
	/** Puts a message into the log. */
	takeIn(ticket: IncomingTicket, skippedBecause?: string): Promise<'new' | 'again' | 'known'>;
	/**
	 * Puts into the log that a ticket is to be looked at.
	 * @param app Intercom's workspace, where the delivery names it
	 */
	notice(id: string, app?: string): Promise<void>;
	/** Told what the sender is not told: files, hosts and credentials are none of theirs. */
	onError(error: unknown): void;
}

/**
 * One delivery from its first byte to its answer. Size and secret come before any work; the answer
 * comes after the message stands in the log. 5xx answers ask the helpdesk to send it again; 410 is
 * never given, since it would end the subscription.
 */
export async function receive(receiving: Receiving): Promise<Answer> {
	const { rawBody, onError } = receiving;
	if (receiving.bodyBytes > MOST_BODY_BYTES) {
		return refuse(413, 'The body is larger than 1 MB');
	}
	let isAuthentic: boolean;
	try {
		isAuthentic = rawBody !== undefined && (await receiving.isAuthentic(rawBody));
		if (isAuthentic) await receiving.connect();
	} catch (error) {
		onError(error);
		return comeAgain(error) ?? refuse(503, 'The credential of this trigger cannot be used now');
	}
	if (rawBody === undefined || !isAuthentic) {
		return refuse(401, 'The secret or signature is missing or wrong');
	}
	const body = bodyOf(receiving.body, rawBody);
	try {
		return await answerReading(receiving.read(body), { ...receiving, body });
	} catch (error) {
		onError(error);
		const answer = comeAgain(error);
		if (answer === undefined) throw error;
		return answer;
	}
}

/** What a sender is told of an error that will pass; absent for any other. */
function comeAgain(error: unknown): Answer | undefined {
	if (error instanceof LogError) {
		return refuse(503, 'The log cannot take it now. Send it again later');
	}
	return error instanceof HelpdeskError
		? refuse(503, 'The helpdesk cannot be asked now. Send it again later')
		: undefined;
}

/** The body as n8n read it, or else its bytes read as JSON, or else as text. */
function bodyOf(body: unknown, rawBody: Buffer): unknown {
	const isRead = typeof body === 'object' && body !== null && Object.keys(body).length > 0;
	if (isRead || rawBody.length === 0) return body;
	const text = rawBody.toString('utf8');
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

async function answerReading(reading: Delivered, receiving: Receiving): Promise<Answer> {
	const { takeIn } = receiving;
	switch (reading.kind) {
		case 'notice':
			await receiving.notice(reading.id, reading.app);
			return accept({});
		case 'ticket': {
			const outcome = await takeIn(reading.ticket);
			return accept(outcome === 'known' ? { duplicate: true } : {});
		}
		case 'skipped':
			await takeIn(reading.ticket, reading.reason);
			return accept({ skipped: reading.reason });
		case 'ignored':
			return accept({ ignored: reading.reason });
		case 'unreadable':
			await takeIn(unreadableTicket(receiving), reading.reason);
			return refuse(400, reading.reason);
	}
}

/** A row for what could not be read, so that an admin sees it: its first 2,000 characters, once each. */
function unreadableTicket({ helpdesk, body, now }: Receiving): IncomingTicket {
	const excerpt = excerptOf(body);
	const hash = createHash('sha256').update(excerpt).digest('hex').slice(0, 16);
	return {
		key: `${helpdesk}:unreadable:${hash}`,
		messageId: 'unreadable',
		event: 'new',
		helpdesk,
		instance: 'unreadable',
		id: hash,
		subject: excerpt,
		receivedAt: now.toISOString(),
	};
}

function accept(more: Record<string, unknown>): Answer {
	return { status: 200, body: { received: true, ...more } };
}

function refuse(status: number, error: string): Answer {
	return { status, body: { received: false, error } };
}
