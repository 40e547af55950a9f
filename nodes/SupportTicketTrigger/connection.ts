import { fieldOf } from '../core/helpdesk/fields';
import { hostOfSetting } from '../core/helpdesk/host';
import { appOf } from '../core/helpdesk/intercomApp';
import { trimmedTextOf } from '../core/values/text';
import { helpdeskPort } from './helpdeskPort';
import { freshdeskApi } from './freshdesk/freshdeskApi';
import { type AskHelpdesk, HelpdeskError, type HelpdeskApi } from './helpdesk';
import { intercomApi } from './intercom/intercomApi';
import { askIntercom, intercomBaseUrl } from './intercom/requests';
import { keptFor } from './keptSecrets';
import type { ApiCredential, ProofSettings, ReceivingSettings, TriggerContext } from './settings';
import type { ZendeskAccess } from './zendesk/request';
import { zendeskApi } from './zendesk/zendeskApi';

/** A helpdesk's API with the node's credential. */
export interface Connection {
	api: HelpdeskApi;
	/** Which of several accounts at the helpdesk: part of every ticket's key. */
	instance(): Promise<string>;
}

/**
 * The helpdesk's API, where the settings name one.
 * @returns absent when tickets are read from the webhook alone
 * @throws HelpdeskError when the credential says too little
 */
export async function connect(
	context: TriggerContext,
	settings: ReceivingSettings,
): Promise<Connection | undefined> {
	switch (settings.apiCredential) {
		case undefined:
			return undefined;
		case 'zendeskApi':
		case 'zendeskOAuth2Api': {
			const access = await connectZendesk(context, settings);
			return { api: zendeskApi(access), instance: async () => access.host };
		}
		case 'freshdeskApi': {
			const host = await hostOfCredential(context, 'freshdesk', 'freshdeskApi', 'domain');
			const { apiKey } = await keptCredential(context, 'freshdeskApi');
			const proof = Buffer.from(`${trimmedTextOf(apiKey) ?? ''}:X`).toString('base64');
			const ask = helpdeskPort(context, 'freshdeskApi', `https://${host}`, `Basic ${proof}`);
			return { api: freshdeskApi(ask, host), instance: async () => host };
		}
		case 'csAlertsIntercomApi':
			return await connectIntercom(context);
	}
}

async function connectIntercom(context: TriggerContext): Promise<Connection | undefined> {
	const { accessToken, region } = await keptCredential(context, 'csAlertsIntercomApi');
	const token = trimmedTextOf(accessToken);
	if (token === undefined) return undefined;
	const root = intercomBaseUrl(region);
	const ask = helpdeskPort(context, 'csAlertsIntercomApi', root, `Bearer ${token}`);
	return {
		api: intercomApi(ask, { region: trimmedTextOf(region) }),
		instance: async () =>
			await keptFor(
				`${keyOf(context, 'csAlertsIntercomApi')}/app`,
				async () => await intercomApp(ask, new Date()),
				Date.now(),
			),
	};
}

/** The workspace, as Intercom's webhooks name it. */
async function intercomApp(ask: AskHelpdesk, now: Date): Promise<string> {
	const { body } = await askIntercom(ask, { method: 'GET', path: '/me' }, now);
	return appOf(fieldOf(body, 'app', 'id_code')) ?? 'intercom';
}

/** Whether tickets can be read by API at all: an Intercom credential may hold no access token. */
export async function hasApi(
	context: TriggerContext,
	{ apiCredential }: ReceivingSettings,
): Promise<boolean> {
	if (apiCredential !== 'csAlertsIntercomApi') return apiCredential !== undefined;
	const { accessToken } = await keptCredential(context, apiCredential);
	return trimmedTextOf(accessToken) !== undefined;
}

/** Zendesk with the node's credential. */
export async function connectZendesk(
	context: TriggerContext,
	{ apiCredential }: ProofSettings,
): Promise<ZendeskAccess> {
	const type = apiCredential === 'zendeskOAuth2Api' ? apiCredential : 'zendeskApi';
	return accessTo(context, type, await hostOfCredential(context, 'zendesk', type, 'subdomain'));
}

function accessTo(context: TriggerContext, type: ApiCredential, host: string) {
	return {
		ask: helpdeskPort(context, type, `https://${host}`),
		host,
		credential: context.getNode().credentials?.[type]?.name ?? type,
	};
}

async function hostOfCredential(
	context: TriggerContext,
	helpdesk: 'zendesk' | 'freshdesk',
	type: ApiCredential,
	field: string,
): Promise<string> {
	const credential = await keptCredential(context, type);
	const host = hostOfSetting(helpdesk, trimmedTextOf(credential[field]));
	if (host !== undefined) return host;
	throw new HelpdeskError(
		`The credential names no ${helpdesk === 'zendesk' ? 'subdomain' : 'domain'}. Open it and enter yours, e.g. "northwind"`,
		{ isLasting: true },
	);
}

/** A credential's data, read at most twice a minute: n8n takes about 90 ms for it. */
async function keptCredential(
	context: TriggerContext,
	type: ApiCredential,
): Promise<Record<string, unknown>> {
	return await keptFor(
		keyOf(context, type),
		async () => await context.getCredentials(type),
		Date.now(),
	);
}

function keyOf(context: TriggerContext, type: ApiCredential): string {
	const { id, credentials } = context.getNode();
	return [context.getWorkflow().id, id, type, credentials?.[type]?.id].join('/');
}
