import { readWalk, settledSecond, stepOf, type Walk } from '../../core/helpdesk/changeWalk';
import { dateOf } from '../../core/helpdesk/dates';
import { fieldOf } from '../../core/helpdesk/fields';
import type { FreshdeskFacts } from '../../core/helpdesk/freshdeskFacts';
import { numberOf } from '../../core/helpdesk/freshdeskNumber';
import { readFreshdeskTicket, unknownWritersOf } from '../../core/helpdesk/freshdeskTicket';
import type { ChangePage, Look } from '../../core/helpdesk/lookedTicket';
import type { AskHelpdesk, HelpdeskApi } from '../helpdesk';
import { PeopleCache, readIfAllowed } from './people';
import { askFreshdesk, hasNext, LAST_PAGE, listFreshdesk, PER_PAGE, unexpected } from './requests';

/** Each costs three to ten requests of the 50 to 700 that a plan allows in a minute, the webhooks included. */
const MOST_PER_LOOK = 5;

/** More people than ever reply to one ticket. */
const MOST_WRITERS = 20;

/** Freshdesk, asked by its API v2. All methods throw HelpdeskError. */
export function freshdeskApi(ask: AskHelpdesk, host: string): HelpdeskApi {
	return {
		mostPerLook: MOST_PER_LOOK,

		async look(ids, now) {
			const people = new PeopleCache(ask, now);
			const looks: Look[] = [];
			for (const id of ids) {
				const facts = await factsOf(ask, id, people, now);
				if (facts === undefined) {
					looks.push({ id, gone: true });
					continue;
				}
				const ticket = readFreshdeskTicket(facts, { now, host });
				if (ticket?.id !== id) throw unexpected('a ticket');
				looks.push({ id, ticket });
			}
			return looks;
		},

		async changedSince(position, since, now) {
			const { page } = await changesFrom(ask, readWalk(position, since), now);
			return page;
		},

		/**
		 * By the list of what changed since the period began, which holds all that was created in it: the
		 * search for days of creation ends after 300 tickets, and the list ends after 30,000 unless it can go
		 * on from a time, which it knows for changes only.
		 */
		async createdIn({ from, to }, position, now) {
			const { page, createdAt } = await changesFrom(ask, readWalk(position, from), now);
			const isInPeriod = ({ id }: { id: string }) => {
				const time = Date.parse(createdAt.get(id) ?? '');
				return time >= from.getTime() && time < to.getTime();
			};
			return { ...page, changes: page.changes.filter(isInPeriod) };
		},
	};
}

/** Absent when Freshdesk has the ticket no more. */
async function factsOf(
	ask: AskHelpdesk,
	id: string,
	people: PeopleCache,
	now: Date,
): Promise<FreshdeskFacts | undefined> {
	const path = `/tickets/${encodeURIComponent(id)}`;
	const include = 'requester,stats,company';
	const { body: ticket } = await askFreshdesk(ask, path, { include }, now);
	if (ticket === undefined) return undefined;
	const conversations = await listFreshdesk(ask, `${path}/conversations`, now);
	const ratings = mayBeRated(ticket, conversations)
		? await readIfAllowed(ask, `${path}/satisfaction_ratings`, now)
		: undefined;
	const contacts = new Map<string, unknown>();
	for (const writer of unknownWritersOf({ ticket, conversations }).slice(0, MOST_WRITERS)) {
		contacts.set(writer, await people.find('contacts', writer));
	}
	return {
		ticket,
		conversations,
		...(Array.isArray(ratings) && { ratings }),
		company: await people.find('companies', numberOf(fieldOf(ticket, 'company_id'))),
		responder: await people.find('agents', numberOf(fieldOf(ticket, 'responder_id'))),
		contacts,
	};
}

/** Surveys go out with an agent's reply, or when a ticket is resolved or closed. */
function mayBeRated(ticket: unknown, conversations: readonly unknown[]): boolean {
	const status = fieldOf(ticket, 'status');
	if (status === 4 || status === 5) return true;
	const times = ['resolved_at', 'closed_at', 'agent_responded_at', 'first_responded_at'];
	return (
		times.some((name) => dateOf(fieldOf(ticket, 'stats', name)) !== undefined) ||
		conversations.some((one) => fieldOf(one, 'incoming') === false)
	);
}

/** A step of the walk through what changed, and when each of its tickets was created. */
async function changesFrom(
	ask: AskHelpdesk,
	walk: Walk,
	now: Date,
): Promise<{ page: ChangePage; createdAt: Map<string, string> }> {
	const number = Number(walk.page ?? 1);
	const { body, headers } = await askFreshdesk(
		ask,
		'/tickets',
		{
			// Whether the very second counts is not documented: the one before is asked for, and left out.
			updated_since: new Date((walk.from - 1) * 1000).toISOString().replace('.000Z', 'Z'),
			order_by: 'updated_at',
			order_type: 'asc',
			per_page: PER_PAGE,
			page: number,
		},
		now,
	);
	if (!Array.isArray(body)) throw unexpected('a list of tickets');
	const createdAt = new Map<string, string>();
	const entries = body.flatMap((ticket: unknown) => {
		const id = numberOf(fieldOf(ticket, 'id'));
		if (id === undefined) return [];
		const updatedAt = dateOf(fieldOf(ticket, 'updated_at'));
		createdAt.set(id, dateOf(fieldOf(ticket, 'created_at')) ?? '');
		if (updatedAt === undefined) return [{ id }];
		return [{ id, updatedAt, second: Math.floor(Date.parse(updatedAt) / 1000) }];
	});
	const goesOn = hasNext(body, headers);
	// 30,000 changes in one second: the rest of them cannot be had.
	const isCut = goesOn && number >= LAST_PAGE;
	const next = goesOn && !isCut ? { next: String(number + 1) } : {};
	const end = isCut ? walk.from + 1 : settledSecond(headers.date, now);
	const page = stepOf(walk, { entries, ...next }, end);
	return { page: isCut ? { ...page, isLast: false } : page, createdAt };
}
