import { fieldOf, isFields, lineOf, listOf } from '../../core/helpdesk/fields';
import { zendeskIdOf } from '../../core/helpdesk/zendeskPeople';
import { HelpdeskError, type HelpdeskRequest } from '../helpdesk';
import { askZendesk, unlessStatus, type ZendeskAccess } from './request';

/**
 * What stands at Zendesk for one trigger of ours: a webhook, which says where to, and a Zendesk trigger (a
 * business rule), which says when and with which body. Only these two IDs are ever changed or deleted: to look
 * for others by address or name would break workflows that share the address.
 * Source: developer.zendesk.com, Webhooks and Triggers; API-REFERENCE.md §1.
 */
export interface ZendeskRegistration {
	webhookId: string;
	triggerId: string;
}

/** What a registration shall be. */
export interface ZendeskWish {
	/** Where Zendesk posts to: the trigger's production URL. */
	endpoint: string;
	/** How both are named in Zendesk's Admin Center, e.g. "CS Alerts: Support tickets". */
	name: string;
}

/** The ID only: values of placeholders are not escaped for JSON, and one of them may be suppressed. */
const BODY = '{"ticket_id":"{{ticket.id}}"}';

interface Condition {
	field: string;
	operator: string;
	value: string;
}

/**
 * When a ticket is told of: it is new; a customer changed it (a reply, a reopening, a rating); it ended. "value"
 * is what the Admin Center calls "Changed to". Source: developer.zendesk.com, Conditions reference; fields,
 * operators and values are those that public clients check by (a Terraform provider's table of them).
 */
const CONDITIONS: readonly Condition[] = [
	{ field: 'update_type', operator: 'is', value: 'Create' },
	{ field: 'role', operator: 'is', value: 'end_user' },
	{ field: 'status', operator: 'value', value: 'solved' },
	{ field: 'status', operator: 'value', value: 'closed' },
];

/** For ratings that are not entered by the customer; unknown where the plan has no satisfaction surveys. */
const RATING_CONDITIONS: readonly Condition[] = [
	{ field: 'satisfaction_score', operator: 'value', value: 'bad' },
	{ field: 'satisfaction_score', operator: 'value', value: 'bad_with_comment' },
];

const MAY_REGISTER =
	'Webhooks and triggers can be made by an admin, or by a custom role that may manage both, and with OAuth2 the scopes "read" and "write" are needed';

const MOST_NAME = 100;

/** A registration out of a store; absent when it is none. */
export function readRegistration(stored: unknown): ZendeskRegistration | undefined {
	const webhookId = zendeskIdOf(fieldOf(stored, 'webhookId'));
	const triggerId = zendeskIdOf(fieldOf(stored, 'triggerId'));
	return webhookId === undefined || triggerId === undefined ? undefined : { webhookId, triggerId };
}

/** Whether both parts are still there, active, and as wished. */
export async function isRegistered(
	access: ZendeskAccess,
	{ webhookId, triggerId }: ZendeskRegistration,
	{ endpoint }: Pick<ZendeskWish, 'endpoint'>,
): Promise<boolean> {
	const webhook = await webhookState(access, webhookId, endpoint);
	return webhook === 'right' && (await triggerState(access, triggerId, webhookId)) === 'right';
}

/**
 * Registers at Zendesk. Of an earlier registration, only what vanished is made again, and what was changed is
 * put right in its place, so that its ID and its signing secret stay. When the trigger cannot be made, a webhook
 * that was just made is taken back.
 * @returns what to keep for {@link isRegistered} and {@link unregisterZendesk}
 * @throws HelpdeskError
 */
export async function registerZendesk(
	access: ZendeskAccess,
	wish: ZendeskWish,
	earlier?: ZendeskRegistration,
): Promise<ZendeskRegistration> {
	const webhook = { webhook: webhookOf(wish) };
	const known =
		earlier === undefined ? 'gone' : await webhookState(access, earlier.webhookId, wish.endpoint);
	if (earlier === undefined || known === 'gone') {
		const webhookId = await create(access, '/api/v2/webhooks', webhook, 'webhook');
		const triggerId = await ensureTrigger(access, wish, webhookId, earlier).catch(
			async (cause: unknown) => {
				// What counts is why the trigger could not be made.
				await remove(access, `/api/v2/webhooks/${webhookId}`).catch(() => {});
				throw cause;
			},
		);
		return { webhookId, triggerId };
	}
	const { webhookId } = earlier;
	if (known === 'changed') await send(access, 'PUT', `/api/v2/webhooks/${webhookId}`, webhook);
	return { webhookId, triggerId: await ensureTrigger(access, wish, webhookId, earlier) };
}

/** Deletes the two parts; one that is gone already is as it should be. */
export async function unregisterZendesk(
	access: ZendeskAccess,
	{ webhookId, triggerId }: ZendeskRegistration,
): Promise<void> {
	// Zendesk does not delete a webhook that a trigger still uses.
	await remove(access, `/api/v2/triggers/${triggerId}`);
	await remove(access, `/api/v2/webhooks/${webhookId}`);
}

/**
 * The secret that a webhook's deliveries are signed with.
 * @throws HelpdeskError
 */
export async function fetchSigningSecret(
	access: ZendeskAccess,
	webhookId: string,
): Promise<string> {
	const body = await send(access, 'GET', `/api/v2/webhooks/${webhookId}/signing_secret`);
	const secret = fieldOf(body, 'signing_secret', 'secret');
	if (typeof secret === 'string' && secret !== '') return secret;
	throw new HelpdeskError(`Zendesk (${access.host}) gave no signing secret for the webhook`);
}

function webhookOf({ endpoint, name }: ZendeskWish) {
	return {
		name: lineOf(name, MOST_NAME) ?? 'n8n',
		endpoint,
		http_method: 'POST',
		request_format: 'json',
		status: 'active',
		subscriptions: ['conditional_ticket_events'],
	};
}

type State = 'right' | 'changed' | 'gone';

async function webhookState(
	access: ZendeskAccess,
	webhookId: string,
	endpoint: string,
): Promise<State> {
	const webhook = fieldOf(await find(access, `/api/v2/webhooks/${webhookId}`), 'webhook');
	if (!isFields(webhook)) return 'gone';
	const isRight =
		fieldOf(webhook, 'endpoint') === endpoint &&
		fieldOf(webhook, 'status') === 'active' &&
		fieldOf(webhook, 'http_method') === 'POST' &&
		fieldOf(webhook, 'request_format') === 'json';
	return isRight ? 'right' : 'changed';
}

async function triggerState(
	access: ZendeskAccess,
	triggerId: string,
	webhookId: string,
): Promise<State> {
	const trigger = fieldOf(await find(access, `/api/v2/triggers/${triggerId}`), 'trigger');
	if (!isFields(trigger)) return 'gone';
	const any = listOf(fieldOf(trigger, 'conditions', 'any'), 'any');
	const isRight =
		fieldOf(trigger, 'active') === true &&
		CONDITIONS.every((condition) => any.some((entry) => isSame(entry, condition))) &&
		listOf(fieldOf(trigger, 'conditions', 'all'), 'all').length === 0 &&
		listOf(fieldOf(trigger, 'actions'), 'actions').some((action) => {
			const value = fieldOf(action, 'value');
			const isOurs = Array.isArray(value) && value[0] === webhookId && value[1] === BODY;
			return fieldOf(action, 'field') === 'notification_webhook' && isOurs;
		});
	return isRight ? 'right' : 'changed';
}

/** Zendesk writes some values in capitals. */
function isSame(entry: unknown, { field, operator, value }: Condition): boolean {
	return (
		fieldOf(entry, 'field') === field &&
		fieldOf(entry, 'operator') === operator &&
		lineOf(fieldOf(entry, 'value'), 100)?.toLowerCase() === value.toLowerCase()
	);
}

async function ensureTrigger(
	access: ZendeskAccess,
	wish: ZendeskWish,
	webhookId: string,
	earlier: ZendeskRegistration | undefined,
): Promise<string> {
	const known =
		earlier === undefined ? 'gone' : await triggerState(access, earlier.triggerId, webhookId);
	if (earlier !== undefined && known === 'right') return earlier.triggerId;
	const save = async (conditions: readonly Condition[]): Promise<string> => {
		const trigger = { trigger: triggerOf(wish, webhookId, conditions) };
		if (earlier === undefined || known === 'gone') {
			return await create(access, '/api/v2/triggers.json', trigger, 'trigger');
		}
		await send(access, 'PUT', `/api/v2/triggers/${earlier.triggerId}`, trigger);
		return earlier.triggerId;
	};
	return await unlessStatus(
		[422],
		save([...CONDITIONS, ...RATING_CONDITIONS]),
		async () => await save(CONDITIONS),
	);
}

function triggerOf({ name }: ZendeskWish, webhookId: string, any: readonly Condition[]) {
	return {
		title: lineOf(name, MOST_NAME) ?? 'n8n',
		active: true,
		conditions: { all: [], any },
		actions: [{ field: 'notification_webhook', value: [webhookId, BODY] }],
	};
}

async function create(
	access: ZendeskAccess,
	path: string,
	body: unknown,
	name: string,
): Promise<string> {
	const id = zendeskIdOf(fieldOf(await send(access, 'POST', path, body), name, 'id'));
	if (id !== undefined) return id;
	throw new HelpdeskError(`Zendesk (${access.host}) did not say the ID of the ${name} it made`);
}

/** What stands at a path; undefined when nothing does. */
async function find(access: ZendeskAccess, path: string): Promise<unknown> {
	return await unlessStatus([404], send(access, 'GET', path), () => undefined);
}

async function remove(access: ZendeskAccess, path: string): Promise<void> {
	await unlessStatus([404], send(access, 'DELETE', path), () => undefined);
}

async function send(
	access: ZendeskAccess,
	method: HelpdeskRequest['method'],
	path: string,
	body?: unknown,
): Promise<unknown> {
	const request = { method, path, ...(body !== undefined && { body }) };
	return await askZendesk(access, request, MAY_REGISTER);
}
