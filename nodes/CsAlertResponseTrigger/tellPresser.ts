import type { IHttpRequestOptions, IWebhookFunctions } from 'n8n-workflow';

import { isObject } from '../core/item/fields';
import type { slackNote } from '../core/response/slackNote';
import { startDeadline } from '../shared/deadline';

/** Slack takes a word for half an hour; whoever pressed looks for it now. */
const PATIENCE_MS = 5000;

/** A word to whoever pressed a button. */
export interface Note {
	/** As good as a password for that conversation: it stays out of logs and errors. */
	url: string;
	message: ReturnType<typeof slackNote>;
}

/**
 * Tells whoever pressed a button in Slack what has become of it. Called once Slack has its answer; that it fails changes
 * nothing but that n8n's log says so.
 */
export async function tellPresser(
	context: IWebhookFunctions,
	{ url, message }: Note,
): Promise<void> {
	const deadline = startDeadline(PATIENCE_MS);
	const options: IHttpRequestOptions = {
		method: 'POST',
		url,
		body: message,
		json: true,
		timeout: PATIENCE_MS,
		abortSignal: deadline.signal,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// Only Slack's own hosts are told.
		disableFollowRedirect: true,
	};
	const problem = await deadline.race(context.helpers.httpRequest(options)).then(
		(answer: unknown) => problemOf(isObject(answer) ? Number(answer.statusCode) : Number.NaN),
		(error: unknown) =>
			isObject(error) && typeof error.code === 'string' ? error.code : 'no answer',
	);
	if (problem === undefined) return;
	context.logger.warn(
		`${context.getNode().name}: whoever pressed a button in Slack could not be told what became of it (${problem})`,
	);
}

function problemOf(status: number): string | undefined {
	return status >= 200 && status < 300 ? undefined : `status ${status}`;
}
