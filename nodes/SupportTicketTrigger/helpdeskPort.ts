import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { fieldOf, isFields } from '../core/helpdesk/fields';
import type { AskHelpdesk, HelpdeskResponse } from './helpdesk';
import type { ApiCredential, TriggerContext } from './settings';

/** A helpdesk that has not answered by then is busy; the look comes again. */
const TIMEOUT_MS = 30_000;

/**
 * A port to a helpdesk's API that sends through n8n, which adds Zendesk's credential and renews an expired token.
 * The others' credentials hold expressions ("=Bearer {{…}}"), and those n8n 2.41 can only resolve while the
 * trigger starts, not later on ("No bridge acquired for this context"): they are added here.
 * @param root scheme and host, e.g. "https://northwind.zendesk.com"
 * @param authorization the header for those; absent where n8n adds it
 */
export function helpdeskPort(
	context: TriggerContext,
	credential: ApiCredential,
	root: string,
	authorization?: string,
): AskHelpdesk {
	return async ({ method, path, query, body, headers }) => {
		const options: IHttpRequestOptions = {
			method,
			url: `${root}${path}`,
			...(query && { qs: query }),
			...(body !== undefined && { body: body as IDataObject }),
			headers: {
				accept: 'application/json',
				...headers,
				...(authorization && { authorization }),
			},
			json: true,
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			// A redirect would carry the credential to another host.
			disableFollowRedirect: true,
			// n8n renews an expired token only where the 401 reaches it as an error.
			ignoreHttpStatusErrors:
				credential === 'zendeskOAuth2Api' ? { ignore: true, except: [401] } : true,
		};
		const sent: Promise<unknown> =
			authorization === undefined
				? context.helpers.httpRequestWithAuthentication.call(context, credential, options)
				: context.helpers.httpRequest(options);
		return await sent.then(
			(answer) => responseOf(answer, 'statusCode', 'body'),
			(cause: unknown) => {
				const response = fieldOf(cause, 'response') ?? fieldOf(fieldOf(cause, 'cause'), 'response');
				if (isFields(response)) return responseOf(response, 'status', 'data');
				throw cause;
			},
		);
	};
}

function responseOf(answer: unknown, status: string, body: string): HelpdeskResponse {
	const headers = fieldOf(answer, 'headers');
	return {
		status: Number(fieldOf(answer, status)),
		headers: Object.fromEntries(
			Object.entries(typeof headers === 'object' && headers !== null ? headers : {}).map(
				([name, value]) => [name.toLowerCase(), value],
			),
		),
		body: fieldOf(answer, body),
	};
}
