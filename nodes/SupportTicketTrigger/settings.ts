import type { IHookFunctions, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import { instanceProblem, type HelpdeskKind } from '../core/helpdesk';
import { DEFAULT_MAPPING, type OtherMapping } from '../core/helpdesk/otherNames';
import type { WhoCounts } from '../core/helpdesk/whoCounts';
import type { TicketEvent } from '../core/item/types';
import { textOf, trimmedTextOf } from '../core/values/text';
import { readSenderFields } from '../shared/readSenderFields';

export type TriggerContext = IWebhookFunctions | ITriggerFunctions | IHookFunctions;

/** How a delivery proves who sent it. */
export type Proof = 'signature' | 'headerAuth' | 'zendeskApi' | 'intercomApi';

/** The credentials a helpdesk's API is asked with. */
export type ApiCredential =
	| 'zendeskApi'
	| 'zendeskOAuth2Api'
	| 'csAlertsIntercomApi'
	| 'freshdeskApi';

/** What a sender is known by. */
export interface ProofSettings {
	helpdesk: HelpdeskKind;
	proof: Proof;
	/** Absent where tickets are read from the webhook alone. */
	apiCredential?: ApiCredential;
	/** Of a helpdesk we do not know: the header that holds the signature, in lower case. */
	signatureHeader?: string;
}

export interface ReceivingSettings extends ProofSettings {
	/** The admin's own setting of the helpdesk's host, where tickets are read from the webhook. */
	instance?: string;
	who: WhoCounts;
	/** Which kinds of message are scored. */
	counts: readonly TicketEvent[];
	/** Where a helpdesk we do not know keeps what; all of it empty for the others. */
	mapping: OtherMapping;
	/** What is wrong with the settings, in plain words; absent when nothing is. */
	problem?: string;
}

const EVENTS: readonly TicketEvent[] = ['new', 'reply', 'csat'];

/** What a delivery is read and checked by. */
export function readReceivingSettings(context: TriggerContext): ReceivingSettings {
	const parameter = (name: string, otherwise: unknown = ''): unknown =>
		context.getNodeParameter(name, otherwise as string);
	const helpdesk = parameter('helpdesk') as HelpdeskKind;
	const authentication = textOf(parameter('authentication')) ?? '';
	const apiCredential = apiCredentialOf(
		helpdesk,
		authentication,
		parameter('readTicketsBy', 'api'),
	);
	const instance = apiCredential === undefined ? trimmedTextOf(parameter('instance')) : undefined;
	const senders = readSenderFields(parameter);
	const mapping = readMapping(parameter);
	const problem =
		senders.problem ??
		(instance === undefined
			? missingHost(helpdesk, apiCredential)
			: instanceProblem(helpdesk, instance)) ??
		(helpdesk === 'other' ? mappingProblem(mapping) : undefined);
	return {
		helpdesk,
		proof: proofOf(authentication),
		...(apiCredential && { apiCredential }),
		...(instance !== undefined && { instance }),
		who: senders.who,
		counts: countsOf(helpdesk, parameter('counts', ['new', 'reply'])),
		mapping,
		...(helpdesk === 'other' && {
			signatureHeader: (trimmedTextOf(parameter('signatureHeader')) ?? '').toLowerCase(),
		}),
		...(problem !== undefined && { problem }),
	};
}

/** Who maps the events of another helpdesk has chosen already which of them it sends. */
function countsOf(helpdesk: HelpdeskKind, chosen: unknown): readonly TicketEvent[] {
	return helpdesk === 'other' || !Array.isArray(chosen)
		? EVENTS
		: EVENTS.filter((event) => chosen.includes(event));
}

function proofOf(authentication: string): Proof {
	switch (authentication) {
		case 'zendeskApi':
		case 'zendeskOAuth2Api':
			return 'zendeskApi';
		case 'csAlertsIntercomApi':
			return 'intercomApi';
		case 'headerAuth':
			return 'headerAuth';
		default:
			return 'signature';
	}
}

function apiCredentialOf(
	helpdesk: HelpdeskKind,
	authentication: string,
	readTicketsBy: unknown,
): ApiCredential | undefined {
	switch (helpdesk) {
		case 'zendesk':
			return authentication === 'zendeskApi' || authentication === 'zendeskOAuth2Api'
				? authentication
				: undefined;
		case 'intercom':
			return 'csAlertsIntercomApi';
		case 'freshdesk':
			return readTicketsBy === 'webhook' ? undefined : 'freshdeskApi';
		case 'other':
			return undefined;
	}
}

/** Without it, one ticket told of with and without a link would be two. */
function missingHost(
	helpdesk: HelpdeskKind,
	apiCredential: ApiCredential | undefined,
): string | undefined {
	if (apiCredential !== undefined || (helpdesk !== 'zendesk' && helpdesk !== 'freshdesk')) {
		return undefined;
	}
	const name = helpdesk === 'zendesk' ? 'Zendesk' : 'Freshdesk';
	return `${name} Host is empty. Enter yours, e.g. northwind.${helpdesk}.com`;
}

/** Names left empty are those that need no mapping. */
function readMapping(parameter: (name: string, otherwise?: unknown) => unknown): OtherMapping {
	const more = parameter('moreFields', {});
	const extra = (name: string) =>
		typeof more === 'object' && more !== null
			? trimmedTextOf((more as Record<string, unknown>)[name])
			: undefined;
	const mapping = { ...DEFAULT_MAPPING };
	for (const [name, value] of [
		['helpdeskName', trimmedTextOf(parameter('helpdeskName'))],
		['id', trimmedTextOf(parameter('idField'))],
		['body', trimmedTextOf(parameter('bodyField'))],
		['email', trimmedTextOf(parameter('emailField'))],
		...MORE_FIELDS.map((field) => [field, extra(field)] as const),
	] as const) {
		if (value !== undefined) mapping[name] = value;
	}
	const link = extra('link');
	return link === undefined ? mapping : { ...mapping, link };
}

const MORE_FIELDS = [
	'name',
	'subject',
	'messageId',
	'event',
	'createdAt',
	'organizationId',
	'organizationName',
	'tags',
] as const;

function mappingProblem({ link }: OtherMapping): string | undefined {
	return link === undefined || /^https?:\/\/[^\s{}]+\{id\}/.test(link)
		? undefined
		: 'Ticket Link is no web address with {id} in it. Write e.g. https://desk.example.com/tickets/{id}';
}

export interface RunSettings {
	batchSize: number;
	parallelRuns: number;
	reconcile: boolean;
}

/** How waiting tickets become runs, and whether the helpdesk is asked for more. */
export function readRunSettings(context: ITriggerFunctions): RunSettings {
	const whole = (name: string, otherwise: number) => {
		const value = Math.floor(Number(context.getNodeParameter(`options.${name}`, otherwise)));
		return value >= 1 ? value : otherwise;
	};
	return {
		batchSize: whole('batchSize', 50),
		parallelRuns: whole('parallelRuns', 2),
		reconcile: context.getNodeParameter('reconcile', true) !== false,
	};
}
