import type { Desk, DeskTicket, DeskUser } from './desk.ts';

/** How the API shows what the account has: every field of the recordings, most of them empty. */

export function presentUser(user: DeskUser, origin: string) {
	const isEndUser = user.role === 'end-user';
	return {
		id: user.id,
		url: `${origin}/api/v2/users/${user.id}.json`,
		name: user.name,
		email: user.email,
		created_at: user.created_at,
		updated_at: user.created_at,
		time_zone: 'Berlin',
		iana_time_zone: 'Europe/Berlin',
		phone: null,
		shared_phone_number: null,
		photo: null,
		locale_id: 1,
		locale: 'en-US',
		organization_id: user.organization_id,
		role: user.role,
		verified: true,
		external_id: user.external_id,
		tags: [],
		alias: null,
		active: true,
		shared: false,
		shared_agent: false,
		last_login_at: null,
		two_factor_auth_enabled: false,
		signature: null,
		details: null,
		notes: null,
		role_type: null,
		custom_role_id: null,
		moderator: !isEndUser,
		ticket_restriction: isEndUser ? 'requested' : null,
		only_private_comments: false,
		restricted_agent: isEndUser,
		suspended: user.suspended,
		default_group_id: null,
		report_csv: false,
		user_fields: {},
	};
}

export function presentTicket({ generated, ...ticket }: DeskTicket, origin: string) {
	return {
		url: `${origin}/api/v2/tickets/${ticket.id}.json`,
		external_id: null,
		type: null,
		raw_subject: ticket.subject,
		priority: null,
		recipient: null,
		group_id: null,
		brand_id: 1,
		custom_status_id: 1,
		custom_fields: [],
		collaborator_ids: [],
		generated_timestamp: Math.floor(generated / 1000),
		...ticket,
	};
}

/** The people of some tickets, each once. */
export function usersOf({ users }: Desk, ids: Iterable<number | null>, origin: string) {
	return [...new Set(ids)].flatMap((id) => {
		const user = id === null ? undefined : users.get(id);
		return user === undefined ? [] : [presentUser(user, origin)];
	});
}
