import { type Fields, fieldOf, isFields, lineOf, listOf } from './fields';
import { isMailServer, WRITTEN_BY_MAIL_SERVER } from './machineMail';
import { requesterOf } from './requester';
import { LIMITS, type IncomingTicket } from './ticket';
import { readTicketId } from './ticketId';

/** A person as Zendesk's API lists them beside tickets and comments. */
export interface ZendeskUser {
	id: string;
	name?: string;
	email?: string;
	/** Whether it is an agent or an admin; absent when the role is none we know. */
	isAgent?: boolean;
	isSuspended: boolean;
}

/** People and organizations that came with an answer ("side-loaded"), by their IDs. */
export interface ZendeskPeople {
	users: ReadonlyMap<string, ZendeskUser>;
	organizations: ReadonlyMap<string, Fields>;
}

/** An ID as text, however it came; absent when it is none. */
export function zendeskIdOf(value: unknown): string | undefined {
	const reading = readTicketId(value, { name: 'id', remedy: '' });
	return 'id' in reading ? reading.id : undefined;
}

/** Everybody named in some answers of the API; who is named twice is as the later one says. */
export function readZendeskPeople(bodies: readonly unknown[]): ZendeskPeople {
	const users = new Map<string, ZendeskUser>();
	const organizations = new Map<string, Fields>();
	for (const body of bodies) {
		if (!isFields(body)) continue;
		for (const entry of listOf(fieldOf(body, 'users'), 'users')) {
			const user = userOf(entry);
			if (user !== undefined) users.set(user.id, user);
		}
		for (const entry of listOf(fieldOf(body, 'organizations'), 'organizations')) {
			const id = zendeskIdOf(fieldOf(entry, 'id'));
			if (id !== undefined && isFields(entry)) organizations.set(id, entry);
		}
	}
	return { users, organizations };
}

function userOf(entry: unknown): ZendeskUser | undefined {
	const id = zendeskIdOf(fieldOf(entry, 'id'));
	if (id === undefined) return undefined;
	const isAgent = roleOf(fieldOf(entry, 'role'));
	return {
		id,
		...requesterOf(fieldOf(entry, 'email'), fieldOf(entry, 'name')),
		...(isAgent !== undefined && { isAgent }),
		isSuspended: fieldOf(entry, 'suspended') === true,
	};
}

/** Light and legacy agents, contributors and custom roles all have the role "agent" (Users API). */
function roleOf(role: unknown): boolean | undefined {
	if (role === 'agent' || role === 'admin') return true;
	return role === 'end-user' ? false : undefined;
}

/** What the API knows of an organization, as a ticket carries it; absent when it is not listed. */
export function organizationOf(
	id: string | undefined,
	{ organizations }: ZendeskPeople,
): IncomingTicket['organization'] | undefined {
	if (id === undefined) return undefined;
	const fields = organizations.get(id);
	const name = lineOf(fieldOf(fields, 'name'), LIMITS.name);
	const externalId = lineOf(fieldOf(fields, 'external_id'), LIMITS.organizationId);
	const domains = domainsOf(fieldOf(fields, 'domain_names'));
	return {
		id,
		...(name !== undefined && { name }),
		...(externalId !== undefined && { externalId }),
		...(domains.length > 0 && { domains }),
	};
}

/** As many as a ticket has tags; a host has at most 253 characters (RFC 1035 §2.3.4). */
function domainsOf(value: unknown): string[] {
	const domains = new Set<string>();
	for (const entry of listOf(value, 'domain_names').slice(0, LIMITS.tags)) {
		const domain = typeof entry === 'string' ? lineOf(entry, 253)?.toLowerCase() : undefined;
		if (domain !== undefined) domains.add(domain);
	}
	return [...domains];
}

/** Why what a person wrote is no customer's, whatever it says; absent when nothing speaks against it. */
export function writerProblem(user: ZendeskUser | undefined): string | undefined {
	if (user?.isSuspended === true) return 'Who wrote this is suspended in Zendesk';
	if (isMailServer(user?.email)) return WRITTEN_BY_MAIL_SERVER;
	return undefined;
}
