import type { IWebhookFunctions } from 'n8n-workflow';

import { intercomSignature, zendeskSignature } from '../core/helpdesk';
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
		const { name, value } = await context.getCredentials<{ name?: string; value?: string }>(
			'httpHeaderAuth',
		);
		const given = headers[(name ?? '').toLowerCase()];
		return Boolean(name && value) && typeof given === 'string' && isSameText(given, value ?? '');
	}
	const { secret } = await context.getCredentials<{ secret?: string }>('csAlertsSigningSecretApi');
	if (secretProblem(secret) !== undefined) return false;
	const claim = helpdesk === 'intercom' ? intercomSignature(headers) : zendeskSignature(headers);
	return holds(claim, rawBody, (secret ?? '').trim(), now);
}
