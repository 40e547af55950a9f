import type { IWebhookResponseData } from 'n8n-workflow';

import { CsAlertResponseTrigger } from '../../nodes/CsAlertResponseTrigger/CsAlertResponseTrigger.node';
import type { TicketLog } from '../../nodes/log/ticketLog';
import { standing, standingAlert } from '../log/lifeRig';
import { signedBySlack } from './slackPress';
import { webhookDouble } from './webhookDouble';

/** Calls to the address of CS Alert Response Trigger, as people, scanners and Slack make them. */

type Options = Parameters<typeof webhookDouble>[0];

export const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

/** What came back: status, page and headers, and what the workflow was started with. */
async function call(options: Options) {
	const { context, answer, told } = webhookDouble(options);
	const result: IWebhookResponseData = await new CsAlertResponseTrigger().webhook.call(context);
	const [items] = result.workflowData ?? [];
	return {
		...answer,
		page: typeof answer.body === 'string' ? answer.body : '',
		result,
		/** What the node gives out; absent when it starts no run. */
		event: items?.[0]?.json.response,
		told,
	};
}

/** An alert that was sent, just now unless told otherwise: what its links carry, and how it stands by now. */
export async function sentAlert(log: TicketLog, options: Parameters<typeof standingAlert>[1] = {}) {
	const { token, alertId } = await standingAlert(log, { now: new Date(), ...options });
	return { token, alertId, state: async () => await standing(log, token, new Date()) };
}

/** Opens a link. */
export const openLink = async (query: unknown, more: Options = {}) =>
	await call({ method: 'GET', webhookName: 'setup', query, ...more });

/** Posts a form as browsers do. */
export const postForm = async (
	fields: Record<string, string> | Array<[string, string]> | string,
	{ headers, ...more }: Options = {},
) =>
	await call({
		method: 'POST',
		raw: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
		headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
		...more,
	});

interface Press {
	at?: Date;
	secret?: string;
	/** In the place of what Slack signs and sends. */
	headers?: Record<string, unknown>;
	raw?: string;
}

/** What Slack sends for a button; `user` and `actions` as documented under "block_actions". */
export const pressOf = (
	action: object,
	user: object = { id: 'U7', username: 'dana' },
	more: object = {},
) =>
	new URLSearchParams({
		payload: JSON.stringify({ type: 'block_actions', user, actions: [action], ...more }),
	}).toString();

/** Presses a button in Slack, signed as Slack does. */
export async function press(
	body: string,
	{ at = new Date(), secret = SIGNING_SECRET, headers, raw = body }: Press = {},
	more: Options = {},
) {
	return await call({
		method: 'POST',
		raw,
		headers: { ...signedBySlack(body, secret, at), ...headers },
		parameters: { slackButtons: 'slackApi' },
		credentials: { slackApi: { signatureSecret: SIGNING_SECRET } },
		...more,
	});
}
