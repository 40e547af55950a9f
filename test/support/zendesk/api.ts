import { randomUUID } from 'node:crypto';

import { type Condition, PLAYED_CONDITIONS, type Trigger, type Webhook } from './deliveries.ts';
import type { Desk } from './desk.ts';
import { exportTickets } from './exports.ts';
import { presentTicket, presentUser, usersOf } from './present.ts';

export interface Account {
	desk: Desk;
	webhooks: Map<string, Webhook>;
	triggers: Map<number, Trigger>;
	/** Whether the plan has satisfaction surveys; their conditions are refused where it has none. */
	hasSurveys: boolean;
	now: () => number;
}

export interface ApiRequest {
	method: string;
	/** Without ".json". */
	path: string;
	query: URLSearchParams;
	body: Record<string, unknown>;
	origin: string;
	isAdmin: boolean;
}

type Answer = [status: number, body?: unknown];

const NOT_FOUND: Answer = [404, { error: 'RecordNotFound', description: 'Not found' }];
const FORBIDDEN: Answer = [
	403,
	{
		error: {
			title: 'Forbidden',
			message:
				'You do not have access to this page. Please contact the account owner of this help desk for further help.',
		},
	},
];

const invalid = (field: string, description: string): Answer => [
	422,
	{
		error: 'RecordInvalid',
		description: 'Record validation errors',
		details: { [field]: [{ description }] },
	},
];

/** What Zendesk's API answers; the paths that nobody here asks for are not found. */
export function respond(account: Account, request: ApiRequest): Answer {
	const { method, path } = request;
	const only = (wanted: string, pattern: RegExp) => (method === wanted ? pattern.exec(path) : null);
	if (only('GET', /^\/api\/v2\/tickets\/show_many$/)) return showMany(account, request);
	const commented = only('GET', /^\/api\/v2\/tickets\/(\d+)\/comments$/)?.[1];
	if (commented !== undefined) return listComments(account, request, Number(commented));
	if (only('GET', /^\/api\/v2\/users\/search$/)) return searchUsers(account, request);
	const user = only('GET', /^\/api\/v2\/users\/(\d+)$/)?.[1];
	if (user !== undefined) {
		const found = account.desk.users.get(Number(user));
		return found === undefined ? NOT_FOUND : [200, { user: presentUser(found, request.origin) }];
	}
	const organization = only('GET', /^\/api\/v2\/organizations\/(\d+)$/)?.[1];
	if (organization !== undefined) {
		const found = account.desk.organizations.get(Number(organization));
		return found === undefined ? NOT_FOUND : [200, { organization: found }];
	}
	if (!request.isAdmin) return FORBIDDEN;
	if (only('GET', /^\/api\/v2\/incremental\/tickets\/cursor$/)) {
		return exportTickets(account.desk, request.query, account.now(), request.origin);
	}
	const [, webhookId, secret] =
		/^\/api\/v2\/webhooks(?:\/(\w+)(\/signing_secret)?)?$/.exec(path) ?? [];
	if (path.startsWith('/api/v2/webhooks')) {
		return answerWebhook(account, request, webhookId, secret !== undefined);
	}
	const trigger = /^\/api\/v2\/triggers(?:\/(\d+))?$/.exec(path);
	return trigger ? answerTrigger(account, request, trigger[1]) : NOT_FOUND;
}

function showMany({ desk }: Account, { query, origin }: ApiRequest): Answer {
	const ids = (query.get('ids') ?? '').split(',');
	if (ids.length > 100) return [400, { error: 'TooManyValues', description: 'At most 100 ids' }];
	if (ids.some((id) => !/^\d+$/.test(id))) {
		return [400, { error: 'InvalidValue', description: 'Invalid ids' }];
	}
	const include = (query.get('include') ?? '').split(',');
	const tickets = ids.flatMap((id) => {
		const ticket = desk.tickets.get(Number(id));
		return ticket === undefined || ticket.status === 'deleted' ? [] : [ticket];
	});
	const people = tickets.flatMap((one) => [one.requester_id, one.submitter_id, one.assignee_id]);
	const organizations = new Set(tickets.map((one) => one.organization_id));
	return [
		200,
		{
			tickets: tickets.map((ticket) => ({
				...presentTicket(ticket, origin),
				...(include.includes('comment_count') && {
					comment_count: desk.comments.get(ticket.id)?.filter((one) => one.public).length ?? 0,
				}),
			})),
			...(include.includes('users') && { users: usersOf(desk, people, origin) }),
			...(include.includes('organizations') && {
				organizations: [...desk.organizations.values()].filter(({ id }) => organizations.has(id)),
			}),
			next_page: null,
			previous_page: null,
			count: tickets.length,
		},
	];
}

function listComments({ desk }: Account, { query, origin }: ApiRequest, id: number): Answer {
	const all = desk.comments.get(id);
	if (all === undefined || desk.tickets.get(id)?.status === 'deleted') return NOT_FOUND;
	const size = Math.min(Number(query.get('page[size]') ?? 100), 100);
	const cursor = query.get('page[after]');
	const start = cursor === null ? 0 : Number(Buffer.from(cursor, 'base64').toString('utf8'));
	const comments = all.slice(start, start + size);
	const end = start + comments.length;
	const hasMore = end < all.length;
	const authors = comments.map(({ author_id }) => author_id);
	return [
		200,
		{
			comments,
			...(query.get('include') === 'users' && { users: usersOf(desk, authors, origin) }),
			meta: {
				has_more: hasMore,
				after_cursor: hasMore ? Buffer.from(String(end)).toString('base64') : null,
				before_cursor: null,
			},
		},
	];
}

function searchUsers({ desk }: Account, { query, origin }: ApiRequest): Answer {
	const email = query.get('query');
	const externalId = query.get('external_id');
	const found = [...desk.users.values()].filter((user) =>
		externalId === null ? user.email === email : user.external_id === externalId,
	);
	const users = found.map((user) => presentUser(user, origin));
	return [200, { users, next_page: null, previous_page: null, count: users.length }];
}

function answerWebhook(
	{ webhooks, now }: Account,
	{ method, path, body }: ApiRequest,
	id: string | undefined,
	isSecret: boolean,
): Answer {
	const given = body.webhook as Partial<Webhook> | undefined;
	const problem = (field: string): Answer => [
		400,
		{ errors: [{ code: 'InvalidValue', title: 'Invalid value', detail: `${field} is invalid` }] },
	];
	if (method === 'POST' || method === 'PUT') {
		if (typeof given?.name !== 'string' || given.name === '') return problem('name');
		if (!/^https?:\/\/\S+$/.test(given.endpoint ?? '')) return problem('endpoint');
		if (given.http_method !== 'POST') return problem('http_method');
		if (given.request_format !== 'json') return problem('request_format');
		if (given.status !== 'active' && given.status !== 'inactive') return problem('status');
	}
	if (method === 'POST' && path === '/api/v2/webhooks') {
		const webhook = {
			...(given as Webhook),
			id: `01${randomUUID().replaceAll('-', '').toUpperCase().slice(0, 24)}`,
			created_at: new Date(now()).toISOString(),
			secret: Buffer.from(randomUUID()).toString('base64'),
		};
		webhooks.set(webhook.id, webhook);
		return [201, { webhook: publicWebhook(webhook) }];
	}
	const known = webhooks.get(id ?? '');
	if (known === undefined) return NOT_FOUND;
	if (isSecret && method === 'GET') {
		return [200, { signing_secret: { algorithm: 'SHA256', secret: known.secret } }];
	}
	if (method === 'GET') return [200, { webhook: publicWebhook(known) }];
	if (method === 'PUT') Object.assign(known, given, { id: known.id, secret: known.secret });
	if (method === 'DELETE') webhooks.delete(known.id);
	return method === 'PUT' || method === 'DELETE' ? [204] : NOT_FOUND;
}

function publicWebhook(webhook: Webhook) {
	return { ...webhook, secret: undefined };
}

function answerTrigger(
	account: Account,
	{ method, body }: ApiRequest,
	id: string | undefined,
): Answer {
	const { triggers } = account;
	const given = body.trigger as Partial<Trigger> | undefined;
	if (method === 'POST' || method === 'PUT') {
		const problem = triggerProblem(account, given);
		if (problem !== undefined) return problem;
	}
	if (method === 'POST' && id === undefined) {
		const trigger = {
			...(given as Trigger),
			id: Math.max(360_000_000_000, ...triggers.keys()) + 1,
		};
		triggers.set(trigger.id, trigger);
		return [201, { trigger }];
	}
	const known = triggers.get(Number(id));
	if (known === undefined) return NOT_FOUND;
	if (method === 'PUT') Object.assign(known, given, { id: known.id });
	if (method === 'DELETE') {
		triggers.delete(known.id);
		return [204];
	}
	return [200, { trigger: known }];
}

function triggerProblem(
	{ webhooks, hasSurveys }: Account,
	given: Partial<Trigger> | undefined,
): Answer | undefined {
	if (typeof given?.title !== 'string' || given.title === '') {
		return invalid('title', 'Title: cannot be blank');
	}
	const conditions = [...(given.conditions?.all ?? []), ...(given.conditions?.any ?? [])];
	if (conditions.length === 0) return invalid('base', 'You must select at least one condition');
	const isPlayed = ({ field, operator, value }: Condition) => {
		const [known, values] = PLAYED_CONDITIONS[field] ?? [];
		const isOffered = field !== 'satisfaction_score' || hasSurveys;
		return isOffered && operator === known && values?.test(value) === true;
	};
	const wrong = conditions.find((condition) => !isPlayed(condition));
	if (wrong !== undefined) return invalid('base', `Condition ${wrong.field} is invalid`);
	for (const { field, value } of given.actions ?? []) {
		const [webhookId] = Array.isArray(value) ? (value as unknown[]) : [];
		const isKnown = typeof webhookId === 'string' && webhooks.has(webhookId);
		if (field !== 'notification_webhook' || !isKnown) {
			return invalid('base', 'Action notification_webhook is invalid');
		}
	}
	return (given.actions ?? []).length === 0
		? invalid('actions', 'You must select at least one action')
		: undefined;
}
