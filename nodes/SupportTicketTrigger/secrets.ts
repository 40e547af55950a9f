import type { ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import { intercomSignature, otherSignature, zendeskSignature } from '../core/helpdesk';
import { trimmedTextOf } from '../core/values/text';
import { checkSecret } from './keptSecrets';
import type { ProofSettings } from './settings';
import { holds, isSameText } from '../shared/signature';
import { isFromZendesk } from './zendeskSecret';

/** Shorter ones can be guessed; Zendesk's and Intercom's have 32 characters and more. */
const SHORTEST_SECRET = 16;

/**
 * What is wrong with a signing secret, in plain words.
 * @param name the field as the admin sees it
 * @returns absent when nothing is
 */
export function secretProblem(secret: unknown, name = 'Signing Secret'): string | undefined {
	if (typeof secret !== 'string' || secret.trim() === '') return `${name} is empty`;
	return secret.trim().length < SHORTEST_SECRET
		? `${name} has fewer than ${SHORTEST_SECRET} characters. Copy it whole from the helpdesk`
		: undefined;
}

/**
 * Whether the sender of a request knows the secret of this node's credential.
 * @throws Error naming the credential, when it cannot be used
 */
export async function isAuthentic(
	context: IWebhookFunctions,
	settings: ProofSettings,
	source: string,
	rawBody: Buffer,
	now: Date,
): Promise<boolean> {
	const headers = context.getHeaderData();
	switch (settings.proof) {
		case 'zendeskApi':
			return await isFromZendesk(context, settings, source, rawBody, now);
		case 'headerAuth':
			return await checkSecret(
				keyOf(context, 'httpHeaderAuth'),
				async () => await readHeader(context),
				({ name, value }) => {
					const given = name === '' || value === '' ? undefined : headers[name.toLowerCase()];
					return typeof given === 'string' && isSameText(given.trim(), value);
				},
				now.getTime(),
			);
		case 'intercomApi':
		case 'signature': {
			const { type, field } = SECRETS[settings.proof];
			const claim = claimOf(settings, headers);
			return await checkSecret(
				keyOf(context, type),
				async () => await readSecret(context, settings.proof),
				(secret) =>
					secretProblem(secret, field) === undefined && holds(claim, rawBody, secret, now),
				now.getTime(),
			);
		}
	}
}

function claimOf(
	{ helpdesk, signatureHeader = '' }: ProofSettings,
	headers: Parameters<typeof zendeskSignature>[0],
) {
	if (helpdesk === 'intercom') return intercomSignature(headers);
	return helpdesk === 'other'
		? otherSignature(headers, signatureHeader)
		: zendeskSignature(headers);
}

/** Names a node's credential: another one chosen in its place is another secret. */
function keyOf(context: IWebhookFunctions, type: string): string {
	const { id, credentials } = context.getNode();
	return [context.getWorkflow().id, id, type, credentials?.[type]?.id, 'secret'].join('/');
}

/**
 * Why nobody could ever prove who they are with this node's credential, in plain words.
 * @returns absent when nothing is wrong with it
 */
export async function credentialProblem(
	context: ITriggerFunctions,
	{ proof }: ProofSettings,
): Promise<string | undefined> {
	switch (proof) {
		case 'zendeskApi':
			// Registering has shown already whether it can be used.
			return undefined;
		case 'intercomApi':
		case 'signature':
			return secretProblem(await readSecret(context, proof), SECRETS[proof].field);
		case 'headerAuth': {
			const { name, value } = await readHeader(context);
			return name === '' || value === ''
				? 'The Header Auth credential has no name or no value, so every delivery would be refused. Fill in both'
				: undefined;
		}
	}
}

type Context = ITriggerFunctions | IWebhookFunctions;

/** Where the secret of a signature stands. */
const SECRETS = {
	intercomApi: { type: 'csAlertsIntercomApi', key: 'clientSecret', field: 'Client Secret' },
	signature: { type: 'csAlertsSigningSecretApi', key: 'secret', field: 'Signing Secret' },
} as const;

async function readSecret(context: Context, proof: ProofSettings['proof']): Promise<string> {
	const { type, key } = SECRETS[proof === 'intercomApi' ? proof : 'signature'];
	const credential = await context.getCredentials(type);
	return trimmedTextOf(credential[key]) ?? '';
}

/** HTTP carries no white space around a header, but pasted credentials often do. */
async function readHeader(context: Context): Promise<{ name: string; value: string }> {
	const { name, value } = await context.getCredentials('httpHeaderAuth');
	return { name: trimmedTextOf(name) ?? '', value: trimmedTextOf(value) ?? '' };
}
