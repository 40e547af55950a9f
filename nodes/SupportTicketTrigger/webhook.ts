import type { IWebhookFunctions } from 'n8n-workflow';

import { readPayload, type IncomingTicket } from '../core/helpdesk';
import { readFreshdeskNotice } from '../core/helpdesk/freshdeskNotice';
import type { HelpdeskNotice } from '../core/helpdesk/helpdeskNotice';
import { readIntercomNotice } from '../core/helpdesk/intercomNotice';
import { whetherItCounts } from '../core/helpdesk/whoCounts';
import { readZendeskNotice } from '../core/helpdesk/zendeskNotice';
import type { Ticket } from '../core/item/types';
import { sourceOf } from '../core/log/source';
import { openLog } from '../log/open';
import { connect, type Connection } from './connection';
import { noticeOf } from './noticeOf';
import { MOST_BODY_BYTES, receive, type Delivered } from './receive';
import { isAuthentic } from './secrets';
import { readReceivingSettings, type ReceivingSettings } from './settings';
import { reasonOf } from '../shared/reasonOf';

/**
 * Answers one request of the helpdesk.
 * @returns the ticket, when somebody in the editor listens for a test event: it is marked as a test, and not
 * logged; absent in all other cases
 */
export async function answerWebhook(context: IWebhookFunctions): Promise<Ticket | undefined> {
	const request = context.getRequestObject();
	const response = context.getResponseObject();
	if (context.getWebhookName() === 'setup') {
		response.status(200).end();
		return undefined;
	}
	const settings = readReceivingSettings(context);
	const workflowId = context.getWorkflow().id ?? '';
	const source = sourceOf(workflowId, context.getNode().id);
	const now = new Date();
	const isListening = context.getMode() === 'manual';
	let heard: Ticket | undefined;
	let connection: Connection | undefined;
	const announced = announcedBytes(request.headers['content-length']);
	const read = announced > MOST_BODY_BYTES ? TOO_LARGE : await bytesOf(request);
	const rawBody = read === TOO_LARGE ? undefined : read;
	const answer = await receive({
		helpdesk: settings.helpdesk,
		rawBody,
		bodyBytes: read === TOO_LARGE ? Number.POSITIVE_INFINITY : (read?.length ?? 0),
		body: context.getBodyData(),
		now,
		isAuthentic: async (bytes) => await isAuthentic(context, settings, source, bytes, now),
		connect: async () => {
			connection = await connect(context, settings);
		},
		read: (body) => readBody(body, settings, connection, now),
		takeIn: async (ticket, skippedBecause) => {
			if (isListening) {
				if (skippedBecause === undefined) heard = ticket;
				return 'new';
			}
			const log = await openLog();
			const taken = await log.takeIn({ ticket, source, workflowId, skippedBecause }, now);
			return taken.outcome;
		},
		notice: async (id, app) => {
			if (connection === undefined) return;
			if (isListening) {
				heard = await newestOf(id, connection, now);
				return;
			}
			const instance = app ?? (await connection.instance());
			const place = { helpdesk: settings.helpdesk, instance, source, workflowId };
			const log = await openLog();
			await log.notice([noticeOf(place, id, 'webhook')], now);
		},
		onError: (error) => {
			const reason = reasonOf(error);
			context.logger.error(`${context.getNode().name}: ${reason}`);
		},
	});
	// Zendesk sends again only where it is told when (API-REFERENCE.md §1).
	if (answer.status === 503) response.set('Retry-After', RETRY_AFTER_SECONDS);
	response.status(answer.status).json(answer.body);
	if (heard === undefined) return undefined;
	// A message of its own: published as well, the trigger takes in the real one, and that must stay real.
	const messageId = `${heard.messageId ?? 'new'}-test-${now.getTime()}`;
	return { ...heard, messageId, isTest: true };
}

/** Short enough for Zendesk, which gives up where it is a minute or more. */
const RETRY_AFTER_SECONDS = '20';

/** What a delivery says: the ticket it names where the API has the rest, else the ticket itself. */
function readBody(
	body: unknown,
	settings: ReceivingSettings,
	connection: Connection | undefined,
	now: Date,
): Delivered {
	const { helpdesk, instance, mapping, who, counts } = settings;
	if (connection !== undefined) {
		const notice = readNotice(helpdesk, body);
		return notice.kind === 'ticket' ? { ...notice, kind: 'notice' } : notice;
	}
	const reading = readPayload(helpdesk, body, { now, instance, mapping });
	if (reading.kind !== 'ticket') return reading;
	if (!counts.includes(reading.ticket.event)) {
		return { kind: 'ignored', reason: 'Messages of this kind are not among What Counts' };
	}
	const { ticket, skippedBecause } = whetherItCounts(reading.ticket, who);
	return skippedBecause === undefined
		? { kind: 'ticket', ticket }
		: { kind: 'skipped', ticket, reason: skippedBecause };
}

function readNotice(helpdesk: ReceivingSettings['helpdesk'], body: unknown): HelpdeskNotice {
	switch (helpdesk) {
		case 'intercom':
			return readIntercomNotice(body);
		case 'freshdesk':
			return readFreshdeskNotice(body);
		default:
			return readZendeskNotice(body);
	}
}

/** The customer's newest message of a ticket, for whoever listens in the editor. */
async function newestOf(
	id: string,
	{ api }: Connection,
	now: Date,
): Promise<IncomingTicket | undefined> {
	const [look] = await api.look([id], now);
	return look !== undefined && 'ticket' in look ? look.ticket.messages.at(-1)?.ticket : undefined;
}

/** Larger than we take, or than n8n does. */
const TOO_LARGE = 'too large';

/** The bytes as they came. Of some types n8n has read them already; not of others, nor of a form with files. */
async function bytesOf(
	request: ReturnType<IWebhookFunctions['getRequestObject']>,
): Promise<Buffer | typeof TOO_LARGE | undefined> {
	const kept = request.rawBody as Buffer | undefined;
	if (kept !== undefined || request.contentType?.startsWith('multipart/')) return kept;
	try {
		await request.readRawBody();
	} catch (error) {
		// Else it is e.g. said to be compressed and is not, or the sender has gone.
		const isTooLarge =
			error instanceof Error && 'type' in error && error.type === 'entity.too.large';
		return isTooLarge ? TOO_LARGE : undefined;
	}
	return request.rawBody;
}

/** What a sender says of the length of its body; 0 where it says nothing of use. */
function announcedBytes(header: string | undefined): number {
	const bytes = Number(header);
	return Number.isFinite(bytes) ? bytes : 0;
}
