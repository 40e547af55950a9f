import { readWalk, settledSecond, stepOf, type Walk } from '../../core/helpdesk/changeWalk';
import { dateOf } from '../../core/helpdesk/dates';
import { fieldOf, listOf } from '../../core/helpdesk/fields';
import { appOf } from '../../core/helpdesk/intercomApp';
import { readConversation } from '../../core/helpdesk/intercomConversation';
import type { ChangePage, Look } from '../../core/helpdesk/lookedTicket';
import { readTicketId } from '../../core/helpdesk/ticketId';
import {
	type AskHelpdesk,
	type HelpdeskApi,
	HelpdeskError,
	type HelpdeskResponse,
	type Period,
} from '../helpdesk';
import { ContactCache } from './contacts';
import { askIntercom } from './requests';

/**
 * Each costs one to three requests; of those an app may send 166 in ten seconds (recorded/intercom.*), so
 * that a look never fills the limit by itself.
 */
const MOST_PER_LOOK = 10;

/** The most that Intercom gives of a search. Source: developers.intercom.com, "Pagination". */
const PER_PAGE = 150;

/** A cursor is kept in the log from one page to the next; Intercom's have about 150 characters. */
const MOST_CURSOR = 2000;

const ID = { name: 'id', remedy: '' };

export interface IntercomSettings {
	/** The workspace's app ID, as its webhooks name it; asked for once when absent. */
	app?: string;
	/** A host of the workspace's region, e.g. "api.eu.intercom.io", for the links to conversations. */
	region?: string;
}

/** Intercom, asked by its API. All methods throw HelpdeskError. */
export function intercomApi(ask: AskHelpdesk, settings: IntercomSettings = {}): HelpdeskApi {
	let workspace = settings.app;

	/** Keys must be those of the webhooks, which name the workspace; conversations themselves do not. */
	async function appId(now: Date): Promise<string | undefined> {
		if (workspace !== undefined) return workspace;
		const { body } = await askIntercom(ask, { method: 'GET', path: '/me' }, now);
		workspace = appOf(fieldOf(body, 'app', 'id_code'));
		return workspace;
	}

	return {
		mostPerLook: MOST_PER_LOOK,

		async look(ids, now) {
			const app = await appId(now);
			const cache = new ContactCache(ask, now);
			const looks: Look[] = [];
			for (const id of ids) {
				const conversation = await conversationOf(ask, id, now);
				if (conversation === undefined) {
					looks.push({ id, gone: true });
					continue;
				}
				const ticket = readConversation(conversation, {
					now,
					contacts: await cache.writersOf(conversation),
					...(app !== undefined && { app }),
					...(settings.region !== undefined && { region: settings.region }),
				});
				if (ticket?.id !== id) throw unexpected('a conversation');
				looks.push({ id, ticket });
			}
			return looks;
		},

		async changedSince(position, since, now) {
			const walk = readWalk(position, since);
			const response = await search(ask, walk, 'updated_at', [after('updated_at', walk.from)], now);
			const end = settledSecond(response.headers.date, now);
			return pageOf(response.body, walk, 'updated_at', end);
		},

		async createdIn(period: Period, position, now) {
			const walk = readWalk(position, period.from);
			const to = Math.ceil(period.to.getTime() / 1000);
			const conditions: Condition[] = [
				after('created_at', walk.from),
				{ field: 'created_at', operator: '<', value: to },
			];
			const { body } = await search(ask, walk, 'created_at', conditions, now);
			return pageOf(body, walk, 'created_at', to);
		},
	};
}

/** Absent when Intercom has it no more. */
async function conversationOf(ask: AskHelpdesk, id: string, now: Date): Promise<unknown> {
	const path = `/conversations/${encodeURIComponent(id)}`;
	const { status, body } = await askIntercom(ask, { method: 'GET', path }, now, [404]);
	if (status !== 404) return body;
	// A proxy's "not found" must not end all tickets.
	if (fieldOf(body, 'type') !== 'error.list') throw unexpected('its own answer to an unknown ID');
	return undefined;
}

type TimeField = 'updated_at' | 'created_at';

interface Condition {
	field: TimeField;
	operator: '>' | '<';
	value: number;
}

/** At or after a second: the search knows only ">". */
function after(field: TimeField, second: number): Condition {
	return { field, operator: '>', value: second - 1 };
}

async function search(
	ask: AskHelpdesk,
	walk: Walk,
	field: TimeField,
	conditions: Condition[],
	now: Date,
): Promise<HelpdeskResponse> {
	const searchFrom = async (page: string | undefined, expected: readonly number[]) =>
		await askIntercom(
			ask,
			{
				method: 'POST',
				path: '/conversations/search',
				body: {
					query: conditions.length === 1 ? conditions[0] : { operator: 'AND', value: conditions },
					sort: { field, order: 'ascending' },
					pagination: {
						per_page: PER_PAGE,
						...(page !== undefined && { starting_after: page }),
					},
				},
			},
			now,
			expected,
		);
	if (walk.page === undefined) return await searchFrom(undefined, []);
	const response = await searchFrom(walk.page, [400]);
	// A cursor that was kept for too long: its second is gone through once more.
	return response.status === 400 ? await searchFrom(undefined, []) : response;
}

function pageOf(body: unknown, walk: Walk, field: TimeField, end: number): ChangePage {
	const conversations = fieldOf(body, 'conversations');
	if (!Array.isArray(conversations)) throw unexpected('a list of conversations');
	const entries = listOf(conversations, 'conversations').flatMap((conversation) => {
		const reading = readTicketId(fieldOf(conversation, 'id'), ID);
		if ('problem' in reading) return [];
		const time = dateOf(fieldOf(conversation, field));
		const updatedAt = dateOf(fieldOf(conversation, 'updated_at'));
		return [
			{
				id: reading.id,
				...(time !== undefined && { second: Math.floor(Date.parse(time) / 1000) }),
				...(updatedAt !== undefined && { updatedAt }),
			},
		];
	});
	const next = fieldOf(body, 'pages', 'next', 'starting_after');
	if (typeof next === 'string' && next.length > MOST_CURSOR) throw unexpected('a cursor');
	const total = fieldOf(body, 'total_count');
	return stepOf(
		walk,
		{
			entries,
			...(typeof next === 'string' && next !== '' && { next }),
			...(typeof total === 'number' && Number.isSafeInteger(total) && total >= 0 && { total }),
		},
		end,
	);
}

function unexpected(what: string): HelpdeskError {
	return new HelpdeskError(
		`Intercom did not answer with ${what}. If this lasts, check that nothing stands between n8n and Intercom, e.g. a proxy that answers by itself`,
	);
}
