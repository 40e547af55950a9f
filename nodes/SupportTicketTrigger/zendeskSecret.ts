import type { IWebhookFunctions } from 'n8n-workflow';

import { isFreshTimestamp, zendeskSignature } from '../core/helpdesk';
import { connectZendesk } from './connection';
import { registrationOf } from './keptRegistration';
import type { ProofSettings } from './settings';
import { holds } from '../shared/signature';
import { fetchSigningSecret } from './zendesk/registration';

/**
 * Signing secrets of the webhooks we registered: in memory only. Which webhook is ours stands in the log;
 * its secret is fetched when it is first needed, also after a restart.
 */
const known = new Map<string, { secret: string; at: number }>();
const failed = new Map<string, { error: unknown; at: number }>();

const asked = new Map<string, Promise<string | undefined>>();

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
	// No secret makes an old delivery a new one.
	if (claim?.timestamp === undefined || !isFreshTimestamp(claim.timestamp, now)) return false;
	const key = `${source}/${context.getMode()}`;
	const kept = known.get(key);
	if (kept !== undefined && holds(claim, rawBody, kept.secret, now)) return true;
	if (kept !== undefined && now.getTime() - kept.at < ASK_AGAIN_MS) return false;
	const failure = failed.get(key);
	if (failure !== undefined && now.getTime() - failure.at < ASK_AGAIN_MS) throw failure.error;
	// Requests that come at the same instant share one question.
	const asking = asked.get(key) ?? askSecret(context, settings, source, key, now);
	asked.set(key, asking);
	const secret = await asking.finally(() => asked.delete(key));
	return secret !== undefined && holds(claim, rawBody, secret, now);
}

/** The secret as Zendesk has it now; absent when nothing is registered. Its failures are kept for a while. */
async function askSecret(
	context: IWebhookFunctions,
	settings: ProofSettings,
	source: string,
	key: string,
	now: Date,
): Promise<string | undefined> {
	const fetched = fetchSecret(context, settings, source).catch((cause: unknown) => {
		failed.set(key, { error: cause, at: now.getTime() });
		throw cause;
	});
	const secret = await fetched;
	if (secret !== undefined) known.set(key, { secret, at: now.getTime() });
	failed.delete(key);
	return secret;
}

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
	asked.clear();
}
