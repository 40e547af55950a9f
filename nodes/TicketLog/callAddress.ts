import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import {
	readResponseAnswer,
	readTriggerAnswer,
	type AddressAnswer,
	type HttpAnswer,
} from '../core/setupCheck/addressAnswers';
import { reasonOf } from '../shared/reasonOf';

/** n8n answers its own webhooks within milliseconds; whoever needs longer is not there. */
const TIMEOUT_MS = 8000;

/** Calls a Support Ticket Trigger as a stranger: refused before anything is logged or run. */
export async function callTrigger(
	context: IExecuteFunctions,
	address: string,
): Promise<AddressAnswer> {
	const request: IHttpRequestOptions = {
		method: 'POST',
		url: address,
		body: '{}',
		headers: { 'content-type': 'application/json' },
	};
	return await call(context, request, readTriggerAnswer);
}

/** Opens the page of a CS Alert Response Trigger without the token of any link. */
export async function callResponses(
	context: IExecuteFunctions,
	address: string,
): Promise<AddressAnswer> {
	return await call(context, { method: 'GET', url: address }, readResponseAnswer);
}

async function call(
	context: IExecuteFunctions,
	request: IHttpRequestOptions,
	read: (answer: HttpAnswer) => AddressAnswer,
): Promise<AddressAnswer> {
	try {
		const answer: unknown = await context.helpers.httpRequest({
			...request,
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			// As it came: n8n would read JSON, and only that.
			encoding: 'text',
		});
		const { statusCode, body } = answer as { statusCode: number; body: unknown };
		return read({ status: statusCode, body });
	} catch (error) {
		return { kind: 'unreachable', reason: reasonOf(error) };
	}
}
