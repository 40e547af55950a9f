import {
	NodeOperationError,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
} from 'n8n-workflow';
import { trimmedTextOf } from '../../core/values/text';
import { CrmError } from '../crmError';

/**
 * Summer '26, which every org has. Set explicitly, since jsforce's own default is version 50 of 2020.
 */
export const SALESFORCE_API_VERSION = '67.0';

export type SalesforceCredentialType =
	| 'salesforceOAuth2Api'
	| 'salesforceJwtApi'
	| 'csAlertsSalesforceClientCredentialsOAuth2Api';

export interface SalesforceSession {
	instanceUrl: string;
	accessToken: string;
}

/** What the connection needs of a credential: a session, and a new one when it has expired. */
export interface SessionProvider {
	open(): Promise<SalesforceSession>;
	renew(expired: SalesforceSession): Promise<SalesforceSession>;
}

/** Asked only so that n8n notices an expired token: it renews and stores it, whatever kind it is. */
const PROBE = `/services/data/v${SALESFORCE_API_VERSION}/query?q=${encodeURIComponent('SELECT Id FROM Account LIMIT 1')}`;

/**
 * Sessions from a credential that n8n keeps. Tokens are got and renewed by n8n itself, so that the new
 * one is stored for all workflows and refresh tokens that are good only once are not lost.
 */
export function sessionsOf(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	type: SalesforceCredentialType,
): SessionProvider {
	const read = async () => readSession(await context.getCredentials(type));
	const renew = async (before: Partial<SalesforceSession>): Promise<SalesforceSession> => {
		let failure: unknown;
		try {
			const base = type === 'salesforceJwtApi' ? '' : (before.instanceUrl ?? '');
			await context.helpers.httpRequestWithAuthentication.call(context, type, {
				method: 'GET',
				url: `${base}${PROBE}`,
				json: true,
			});
		} catch (cause) {
			failure = cause;
		}
		const { instanceUrl, accessToken } = await read();
		const isNew = accessToken !== undefined && accessToken !== before.accessToken;
		if (instanceUrl && accessToken && (isNew || failure === undefined)) {
			return { instanceUrl, accessToken };
		}
		if (failure instanceof NodeOperationError) throw failure;
		throw new CrmError(
			'Salesforce did not accept the credential',
			`Open the Salesforce credential and connect it again.${failure instanceof Error ? ` Salesforce said: ${failure.message}` : ''}`,
			true,
		);
	};
	return {
		renew,
		open: async () => {
			const { instanceUrl, accessToken } = await read();
			if (instanceUrl && accessToken) return { instanceUrl, accessToken };
			if (type === 'salesforceOAuth2Api') {
				throw new CrmError(
					'The Salesforce credential is not connected',
					'Open the Salesforce credential and sign in with "Connect my account"',
					true,
				);
			}
			return await renew({ instanceUrl });
		},
	};
}

function readSession(credential: ICredentialDataDecryptedObject): Partial<SalesforceSession> {
	const token = isRecord(credential.oauthTokenData) ? credential.oauthTokenData : credential;
	const accessToken = trimmedTextOf(token.access_token) ?? trimmedTextOf(credential.accessToken);
	const instanceUrl = trimmedTextOf(token.instance_url) ?? trimmedTextOf(credential.instanceUrl);
	return { accessToken, instanceUrl: instanceUrl && apiHost(instanceUrl) };
}

/** People copy the address of their browser, where the API does not live. */
function apiHost(url: string): string {
	return url
		.replace(/\/+$/, '')
		.replace(/^(https?:\/\/[^/]+)\.lightning\.force\.com.*$/, '$1.my.salesforce.com');
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
