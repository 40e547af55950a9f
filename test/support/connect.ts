import { createHmac, randomBytes } from 'node:crypto';

import type { N8nClient } from '../n8n/client.ts';
import type { CredentialRef, JsonObject, WorkflowJson, WorkflowNode } from '../n8n/types.ts';
import type { Outbox } from '../outbox/outbox.ts';

/** The header that Zendesk and Freshdesk send, as the README names it. */
export const SECRET_HEADER = 'x-cs-alerts-secret';

export type Helpdesk = 'zendesk' | 'intercom' | 'freshdesk';
export type ZendeskAuthentication = 'headerAuth' | 'signature';

/** Where the invented company has its tickets; an Intercom workspace is named by its payloads. */
const INSTANCES: Partial<Record<Helpdesk, string>> = {
	zendesk: 'northwind.zendesk.com',
	freshdesk: 'northwind.freshdesk.com',
};

/** What the helpdesks prove themselves by: another one for each rig. */
export interface HelpdeskSecrets {
	header: string;
	signing: string;
	zendesk: ZendeskAuthentication;
}

export const newSecrets = (zendesk: ZendeskAuthentication = 'headerAuth'): HelpdeskSecrets => ({
	header: randomBytes(16).toString('hex'),
	signing: randomBytes(24).toString('base64'),
	zendesk,
});

/** The headers that prove a delivery, as the helpdesk would send them (contracts/API-REFERENCE.md). */
export function proofOf(
	helpdesk: Helpdesk,
	body: string,
	{ header, signing, zendesk }: HelpdeskSecrets,
	now = new Date(),
): Record<string, string> {
	if (helpdesk === 'intercom') {
		return { 'x-hub-signature': `sha1=${createHmac('sha1', signing).update(body).digest('hex')}` };
	}
	if (helpdesk === 'freshdesk' || zendesk === 'headerAuth') return { [SECRET_HEADER]: header };
	const timestamp = now.toISOString();
	return {
		'x-zendesk-webhook-signature': createHmac('sha256', signing)
			.update(timestamp + body)
			.digest('base64'),
		'x-zendesk-webhook-signature-timestamp': timestamp,
	};
}

/** Changes a workflow's node, as an admin does in the editor. */
export type Change = (node: WorkflowNode) => WorkflowNode;

/** What the stand-ins of the helpdesks' APIs take (test/support/zendesk, intercom, freshdesk). */
const API_CREDENTIALS = {
	zendeskApi: {
		subdomain: 'northwind',
		email: 'admin@northwind.example',
		apiToken: 'zendesk-api-token',
	},
	freshdeskApi: { apiKey: 'good-key', domain: 'northwind' },
} as const;
const INTERCOM_TOKEN = 'good-token';

/**
 * What note 1 asks for: each helpdesk's credential and host; the triggers enabled.
 * @param isByApi whether tickets are read by the helpdesks' APIs, or from their webhooks alone
 */
export async function helpdeskChange(
	n8n: N8nClient,
	secrets: HelpdeskSecrets,
	isByApi = false,
): Promise<Change> {
	const httpHeaderAuth = await n8n.createCredential('Helpdesk header', 'httpHeaderAuth', {
		name: SECRET_HEADER,
		value: secrets.header,
	});
	// Without an access token, conversations are read from the notifications themselves.
	const csAlertsIntercomApi = await n8n.createCredential('Intercom', 'csAlertsIntercomApi', {
		clientSecret: secrets.signing,
		accessToken: isByApi ? INTERCOM_TOKEN : '',
		region: 'api.intercom.io',
	});
	const settings = isByApi
		? await apiSettings(n8n, httpHeaderAuth)
		: await webhookSettings(n8n, secrets, httpHeaderAuth);
	return (node) => {
		if (node.type !== 'n8n-nodes-cs-alerts.supportTicketTrigger') return node;
		const known =
			node.parameters.helpdesk === 'intercom'
				? { parameters: {}, credentials: { csAlertsIntercomApi } }
				: settings[String(node.parameters.helpdesk)];
		if (known === undefined) return node;
		const parameters = { ...node.parameters, ...known.parameters };
		return { ...node, disabled: false, parameters, credentials: known.credentials };
	};
}

interface HelpdeskSettings {
	parameters: JsonObject;
	credentials: Credentials;
}

async function webhookSettings(
	n8n: N8nClient,
	{ signing, zendesk }: HelpdeskSecrets,
	httpHeaderAuth: CredentialRef,
): Promise<Record<string, HelpdeskSettings>> {
	const csAlertsSigningSecretApi = await n8n.createCredential(
		'Helpdesk signing secret',
		'csAlertsSigningSecretApi',
		{ secret: signing },
	);
	return {
		zendesk: {
			parameters: { authentication: zendesk, instance: INSTANCES.zendesk ?? '' },
			credentials: zendesk === 'signature' ? { csAlertsSigningSecretApi } : { httpHeaderAuth },
		},
		freshdesk: {
			parameters: { readTicketsBy: 'webhook', instance: INSTANCES.freshdesk ?? '' },
			credentials: { httpHeaderAuth },
		},
	};
}

async function apiSettings(
	n8n: N8nClient,
	httpHeaderAuth: CredentialRef,
): Promise<Record<string, HelpdeskSettings>> {
	const { zendeskApi, freshdeskApi } = API_CREDENTIALS;
	return {
		// Hands on what Ticket Log's Take In took in, too.
		other: { parameters: {}, credentials: { httpHeaderAuth } },
		zendesk: {
			parameters: { authentication: 'zendeskApi' },
			credentials: { zendeskApi: await n8n.createCredential('Zendesk', 'zendeskApi', zendeskApi) },
		},
		freshdesk: {
			parameters: { readTicketsBy: 'api' },
			credentials: {
				httpHeaderAuth,
				freshdeskApi: await n8n.createCredential('Freshdesk', 'freshdeskApi', freshdeskApi),
			},
		},
	};
}

type Credentials = Record<string, CredentialRef>;

/**
 * What note 4 asks for: credentials of Slack and the mail server, here of the outbox's; the channels enabled.
 * @param bySlackApp whether answers are given by buttons of the Slack app, too
 */
export async function channelChange(
	n8n: N8nClient,
	outbox: Outbox,
	bySlackApp = false,
): Promise<Change> {
	const slackApi = await n8n.createCredential(
		'Slack (local outbox)',
		'slackApi',
		outbox.slackCredential,
	);
	const smtp = await n8n.createCredential('SMTP (local outbox)', 'smtp', outbox.smtpCredential);
	const credentials: Record<string, Record<string, CredentialRef>> = {
		'n8n-nodes-base.slack': { slackApi },
		'n8n-nodes-base.emailSend': { smtp },
	};
	return (node) => {
		const credential = credentials[node.type];
		if (credential) return { ...node, disabled: false, credentials: credential };
		return bySlackApp ? withSlackButtons(node, slackApi) : node;
	};
}

function withSlackButtons(node: WorkflowNode, slackApi: CredentialRef): WorkflowNode {
	const { type, parameters } = node;
	if (type === 'n8n-nodes-cs-alerts.csAlertFormatter') {
		return { ...node, parameters: { ...parameters, options: { slackButtons: 'app' } } };
	}
	return type === 'n8n-nodes-cs-alerts.csAlertResponseTrigger'
		? {
				...node,
				parameters: { ...parameters, slackButtons: 'slackApi' },
				credentials: { slackApi },
			}
		: node;
}

/** What note 4 asks for: somebody who gets the alerts that nobody owns. */
export const fallbackOwnerChange: Change = (node) =>
	node.type === 'n8n-nodes-cs-alerts.csAlertFormatter'
		? {
				...node,
				parameters: {
					...node.parameters,
					fallbackOwnerName: 'CS team',
					fallbackOwnerEmail: 'cs-team@cs-team.example',
				},
			}
		: node;

/** One of the sample accounts pays in euros; a rate of a past day does for invented customers. */
export const ratesChange: Change = (node) =>
	node.type === 'n8n-nodes-cs-alerts.thresholdGate'
		? {
				...node,
				parameters: { ...node.parameters, rates: { rate: [{ currency: 'EUR', worth: 1.1 }] } },
			}
		: node;

/** Where many customers have one trouble on purpose, each is to be told by itself. */
export const noIncidentsChange: Change = (node) =>
	node.type === 'n8n-nodes-cs-alerts.thresholdGate'
		? { ...node, parameters: { ...node.parameters, markIncidents: false } }
		: node;

export const changeNodes = (workflow: WorkflowJson, changes: readonly Change[]): WorkflowJson => ({
	...workflow,
	nodes: workflow.nodes.map((node) => changes.reduce((changed, change) => change(changed), node)),
});
