import type { IWebhookFunctions } from 'n8n-workflow';

import { zendeskSignature } from '../core/helpdesk';
import { connectZendesk } from './connection';
import { registrationOf } from './keptRegistration';
import type { ProofSettings } from './settings';
import { holds } from './signature';
import { fetchSigningSecret } from './zendesk/registration';

/**
 * Signing secrets of the webhooks we registered: in memory only. Which webhook is ours stands in the log;
 * its secret is fetched when it is first needed, also after a restart.
 */
const known = new Map<string, { secret: string; at: number }>();
const failed = new Map<string, { reason: string; at: number }>();

/** So that a flood of forged signatures cannot make us ask Zendesk again and again. */
const ASK_AGAIN_MS = 10_000;

/**
 * Whether Zendesk signed a request with the secret of the webhook we registered.
 * @throws Error when the secret is not known and cannot be fetched, so that Zendesk sends it again later
 */
export async function isFromZendesk(
	context: IWebhookFunctions,
	settings: ProofSettings,
	source: string,
	rawBody: Buffer,
	now: Date,
): Promise<boolean> {
	const claim = zendeskSignature(context.getHeaderData());
	if (claim === undefined) return false;
	const key = `${source}/${context.getMode()}`;
	const kept = known.get(key);
	if (kept !== undefined && holds(claim, rawBody, kept.secret, now)) return true;
	if (kept !== undefined && now.getTime() - kept.at < ASK_AGAIN_MS) return false;
	const failure = failed.get(key);
	if (failure !== undefined && now.getTime() - failure.at < ASK_AGAIN_MS) {
		throw new Error(failure.reason);
	}
	const fetched = await fetchSecret(context, settings, source).catch((error: unknown) => {
		const reason = error instanceof Error ? error.message : String(error);
		failed.set(key, { reason, at: now.getTime() });
		throw new Error(reason);
	});
	if (fetched === undefined) return false;
	known.set(key, { secret: fetched, at: now.getTime() });
	failed.delete(key);
	return holds(claim, rawBody, fetched, now);
}

/** The secret of our webhook; absent when none of ours is registered. */
async function fetchSecret(
	context: IWebhookFunctions,
	settings: ProofSettings,
	source: string,
): Promise<string | undefined> {
	const registration = await registrationOf(context, source);
	if (registration === undefined) return undefined;
	const access = await connectZendesk(context, settings);
	return await fetchSigningSecret(access, registration.webhookId);
}

/** Forgets what was fetched, e.g. since the webhook was made anew. */
export function forgetZendeskSecrets(): void {
	known.clear();
	failed.clear();
}
