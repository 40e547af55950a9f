import type { IDataObject } from 'n8n-workflow';

import { fieldOf, isFields } from '../core/helpdesk/fields';
import type { AskHelpdesk, HelpdeskResponse } from './helpdesk';
import type { ApiCredential, TriggerContext } from './settings';

/** A helpdesk that has not answered by then is busy; the look comes again. */
const TIMEOUT_MS = 30_000;

/**
 * A port to a helpdesk's API that sends through n8n, which adds the credential and renews an expired token.
 * @param root scheme and host, e.g. "https://northwind.zendesk.com"
 */
export function askHelpdesk(
	context: TriggerContext,
	credential: ApiCredential,
	root: string,
): AskHelpdesk {
	return async ({ method, path, query, body, headers }) => {
		try {
			const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
				context,
				credential,
				{
					method,
					url: `${root}${path}`,
					...(query && { qs: query }),
					...(body !== undefined && { body: body as IDataObject }),
					headers: { accept: 'application/json', ...headers },
					json: true,
					timeout: TIMEOUT_MS,
					returnFullResponse: true,
					// A redirect would carry the credential to another host.
					disableFollowRedirect: true,
					// n8n renews an expired token only where the 401 reaches it as an error.
					ignoreHttpStatusErrors:
						credential === 'zendeskOAuth2Api' ? { ignore: true, except: [401] } : true,
				},
			);
			return responseOf(answer, 'statusCode', 'body');
		} catch (error) {
			const response = fieldOf(error, 'response') ?? fieldOf(fieldOf(error, 'cause'), 'response');
			if (isFields(response)) return responseOf(response, 'status', 'data');
			throw error;
		}
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
