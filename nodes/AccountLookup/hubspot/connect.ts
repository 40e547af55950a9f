import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import type { Deadline } from '../../shared/deadline';
import { hubSpotClient, type HubSpotAnswer, type HubSpotClient } from './client';

export type HubSpotCredentialType = 'hubspotAppToken' | 'hubspotOAuth2Api';

/** A client that sends through n8n, which adds the token and renews an expired one. */
export function connectHubSpot(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	type: HubSpotCredentialType,
	deadline: Deadline,
): HubSpotClient {
	const credentialId = context.getNode().credentials?.[type]?.id ?? type;
	return hubSpotClient(
		async (options) => {
			const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
				context,
				type,
				{
					...options,
					abortSignal: deadline.signal,
					returnFullResponse: true,
					// n8n renews an expired token only where the 401 reaches it as an error.
					ignoreHttpStatusErrors:
						type === 'hubspotOAuth2Api' ? { ignore: true, except: [401] } : true,
				},
			);
			return readAnswer(answer);
		},
		credentialId,
		deadline,
	);
}

function readAnswer(answer: unknown): HubSpotAnswer {
	const { statusCode, headers, body } = answer as {
		statusCode: number;
		headers?: Record<string, unknown>;
		body?: unknown;
	};
	return { status: statusCode, headers: headers ?? {}, body };
}
