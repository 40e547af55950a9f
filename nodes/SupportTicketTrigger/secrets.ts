import type { ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import { intercomSignature, zendeskSignature } from '../core/helpdesk';
import { trimmedTextOf } from '../core/values/text';
import { checkSecret } from './keptSecrets';
import { holds, isSameText } from './signature';
import type { ReceivingSettings } from './SupportTicketTrigger.properties';

/** Shorter ones can be guessed; Zendesk's and Intercom's have 32 characters and more. */
const SHORTEST_SECRET = 16;

/**
 * What is wrong with a signing secret, in plain words.
 * @returns absent when nothing is
 */
export function secretProblem(secret: unknown): string | undefined {
	if (typeof secret !== 'string' || secret.trim() === '') return 'Signing Secret is empty';
	return secret.trim().length < SHORTEST_SECRET
		? `Signing Secret has fewer than ${SHORTEST_SECRET} characters. Copy it whole from the helpdesk`
		: undefined;
}

/**
 * Whether the sender of a request knows the secret of this node's credential.
 * @throws Error naming the credential, when it cannot be used
 */
export async function isAuthentic(
	context: IWebhookFunctions,
	{ helpdesk, authentication }: ReceivingSettings,
	rawBody: Buffer,
	now: Date,
): Promise<boolean> {
	const headers = context.getHeaderData();
	if (authentication === 'headerAuth') {
		return await checkSecret(
			keyOf(context, 'httpHeaderAuth'),
			async () => await readHeader(context),
			({ name, value }) => {
				const given = name === '' || value === '' ? undefined : headers[name.toLowerCase()];
				return typeof given === 'string' && isSameText(given.trim(), value);
			},
			now.getTime(),
		);
	}
	const claim = helpdesk === 'intercom' ? intercomSignature(headers) : zendeskSignature(headers);
	return await checkSecret(
		keyOf(context, 'csAlertsSigningSecretApi'),
		async () => await readSecret(context),
		(secret) => secretProblem(secret) === undefined && holds(claim, rawBody, secret, now),
		now.getTime(),
	);
}

/** Names a node's credential: another one chosen in its place is another secret. */
function keyOf(context: IWebhookFunctions, type: string): string {
	const { id, credentials } = context.getNode();
	return [context.getWorkflow().id, id, type, credentials?.[type]?.id].join('/');
}

/**
 * Why nobody could ever prove who they are with this node's credential, in plain words.
 * @returns absent when nothing is wrong with it
 */
export async function credentialProblem(
	context: ITriggerFunctions,
	{ authentication }: ReceivingSettings,
): Promise<string | undefined> {
	if (authentication === 'signature') return secretProblem(await readSecret(context));
	const { name, value } = await readHeader(context);
	return name === '' || value === ''
		? 'The Header Auth credential has no name or no value, so every delivery would be refused. Fill in both'
		: undefined;
}

type Context = ITriggerFunctions | IWebhookFunctions;

async function readSecret(context: Context): Promise<string> {
	const { secret } = await context.getCredentials('csAlertsSigningSecretApi');
	return trimmedTextOf(secret) ?? '';
}

/** HTTP carries no white space around a header, but pasted credentials often do. */
async function readHeader(context: Context): Promise<{ name: string; value: string }> {
	const { name, value } = await context.getCredentials('httpHeaderAuth');
	return { name: trimmedTextOf(name) ?? '', value: trimmedTextOf(value) ?? '' };
}
