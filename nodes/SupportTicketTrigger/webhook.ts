import type { IWebhookFunctions } from 'n8n-workflow';

import type { Ticket } from '../core/item/types';
import { openLog } from '../log/open';
import { sourceOf } from '../core/log/source';
import { keepHeard } from './heard';
import { receive } from './receive';
import { isAuthentic } from './secrets';
import { readReceivingSettings } from './SupportTicketTrigger.properties';

/**
 * Answers one request of the helpdesk.
 * @returns the ticket, when somebody in the editor listens for a test event: it is marked as a test, kept
 * for the run that starts with it, and not logged; absent in all other cases
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
	const rawBody = request.rawBody as Buffer | undefined;
	const answer = await receive({
		...settings,
		rawBody,
		bodyBytes: Math.max(announcedBytes(request.headers['content-length']), rawBody?.length ?? 0),
		body: context.getBodyData(),
		now,
		isAuthentic: async (bytes) => await isAuthentic(context, settings, bytes, now),
		takeIn: async (ticket, skippedBecause) => {
			if (isListening) {
				if (skippedBecause === undefined) heard = ticket;
				return 'new';
			}
			const log = await openLog();
			const taken = await log.takeIn({ ticket, source, workflowId, skippedBecause }, now);
			return taken.outcome;
		},
		onError: (error) => {
			const reason = error instanceof Error ? error.message : String(error);
			context.logger.error(`${context.getNode().name}: ${reason}`);
		},
	});
	response.status(answer.status).json(answer.body);
	if (heard === undefined) return undefined;
	const ticket = { ...heard, isTest: true };
	keepHeard(source, ticket);
	return ticket;
}

/** What a sender says of the length of its body; 0 where it says nothing of use. */
function announcedBytes(header: string | undefined): number {
	const bytes = Number(header);
	return Number.isFinite(bytes) ? bytes : 0;
}
