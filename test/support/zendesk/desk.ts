/** The state of a Zendesk account: its people and tickets, and what happens to them. */

export type Role = 'end-user' | 'agent' | 'admin';

export interface DeskUser {
	id: number;
	name: string;
	email: string | null;
	role: Role;
	suspended: boolean;
	organization_id: number | null;
	external_id: string | null;
	created_at: string;
}

export interface DeskOrganization {
	id: number;
	name: string;
	external_id: string | null;
	domain_names: string[];
}

interface Via {
	channel: string;
	source: { from: object; to: object; rel: string | null };
}

export interface DeskComment {
	id: number;
	type: 'Comment';
	author_id: number;
	body: string;
	html_body: string;
	plain_body: string;
	public: boolean;
	attachments: never[];
	created_at: string;
	via: Via;
}

export interface DeskTicket {
	id: number;
	subject: string;
	description: string;
	status: 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed' | 'deleted';
	requester_id: number;
	submitter_id: number;
	assignee_id: number | null;
	organization_id: number | null;
	tags: string[];
	via: Via;
	is_public: boolean;
	satisfaction_rating: { score: string; id?: number; comment?: string | null } | null;
	created_at: string;
	updated_at: string;
	/** Milliseconds since 1970 of the last change, also of one that `updated_at` does not tell. */
	generated: number;
}

/** One update of a ticket, as triggers see it. */
export interface DeskEvent {
	ticket: DeskTicket;
	updateType: 'Create' | 'Change';
	actor: DeskUser;
	/** Fields that this update changed, with what they are now. */
	changed: Partial<Record<'status' | 'satisfaction_score', string>>;
}

export interface NewPerson {
	name: string;
	email?: string;
	role?: Role;
	organization?: number;
	suspended?: boolean;
}

export interface NewTicket {
	subject: string;
	body: string;
	/** Of the first comment; made of the body unless told. */
	html?: string;
	requester: number;
	/** Who opened it; the requester unless told. */
	submitter?: number;
	channel?: string;
	isPublic?: boolean;
	tags?: string[];
}

export interface NewComment {
	author: number;
	body: string;
	html?: string;
	isPublic?: boolean;
	channel?: string;
}

export type Desk = ReturnType<typeof createDesk>;

/**
 * @param now milliseconds since 1970, asked at every change
 * @param onEvent told of every update that triggers can see
 */
export function createDesk(now: () => number, onEvent: (event: DeskEvent) => void) {
	const users = new Map<number, DeskUser>();
	const organizations = new Map<number, DeskOrganization>();
	const tickets = new Map<number, DeskTicket>();
	const comments = new Map<number, DeskComment[]>();
	let lastId = 9000;
	let lastTicket = 100;

	const nextId = () => (lastId += 1);
	const iso = () => new Date(Math.floor(now() / 1000) * 1000).toISOString().replace('.000', '');
	const known = <T>(map: ReadonlyMap<number, T>, id: number): T => {
		const entry = map.get(id);
		if (entry === undefined) throw new Error(`Nothing has the ID ${id}`);
		return entry;
	};
	const viaOf = (channel: string, rel: string | null = null): Via => ({
		channel,
		source: { from: {}, to: {}, rel },
	});

	function comment(ticketId: number, made: NewComment, rel: string | null = null): void {
		const { author, body, html, isPublic = true, channel = 'email' } = made;
		known(users, author);
		comments.get(ticketId)?.push({
			id: nextId(),
			type: 'Comment',
			author_id: author,
			body,
			html_body: html ?? `<div class="zd-comment" dir="auto">${escaped(body)}</div>`,
			plain_body: body,
			public: isPublic,
			attachments: [],
			created_at: iso(),
			via: viaOf(channel, rel),
		});
	}

	function update(
		id: number,
		by: number,
		change: Partial<DeskTicket>,
		changed: DeskEvent['changed'] = {},
	): void {
		const ticket = known(tickets, id);
		Object.assign(ticket, change, { updated_at: iso(), generated: now() });
		onEvent({ ticket, updateType: 'Change', actor: known(users, by), changed });
	}

	function setStatus(id: number, by: number, status: DeskTicket['status']): void {
		update(id, by, { status }, { status });
	}

	return {
		users,
		organizations,
		tickets,
		comments,

		addOrganization(made: { name: string; externalId?: string; domains?: string[] }): number {
			const id = nextId();
			organizations.set(id, {
				id,
				name: made.name,
				external_id: made.externalId ?? null,
				domain_names: made.domains ?? [],
			});
			return id;
		},

		addUser({
			name,
			email,
			role = 'end-user',
			organization,
			suspended = false,
		}: NewPerson): number {
			const id = nextId();
			users.set(id, {
				id,
				name,
				email: email ?? null,
				role,
				suspended,
				organization_id: organization ?? null,
				external_id: null,
				created_at: iso(),
			});
			return id;
		},

		addTicket(made: NewTicket): number {
			const { requester, submitter = requester, channel = 'email', isPublic = true } = made;
			const { organization_id } = known(users, requester);
			lastTicket += 1;
			const ticket: DeskTicket = {
				id: lastTicket,
				subject: made.subject,
				description: made.body,
				status: 'new',
				requester_id: requester,
				submitter_id: submitter,
				assignee_id: null,
				organization_id,
				tags: made.tags ?? [],
				via: viaOf(channel),
				is_public: isPublic,
				satisfaction_rating: { score: 'unoffered' },
				created_at: iso(),
				updated_at: iso(),
				generated: now(),
			};
			tickets.set(ticket.id, ticket);
			comments.set(ticket.id, []);
			const { body, html } = made;
			comment(ticket.id, { author: submitter, body, html, isPublic, channel });
			const actor = known(users, submitter);
			onEvent({ ticket, updateType: 'Create', actor, changed: { status: 'new' } });
			return ticket.id;
		},

		/** A customer's comment on a solved ticket opens it again. */
		addComment(id: number, made: NewComment): void {
			const { status } = known(tickets, id);
			if (status === 'closed' || status === 'deleted') throw new Error(`Ticket ${id} is ${status}`);
			comment(id, made);
			const isReopened = status === 'solved' && known(users, made.author).role === 'end-user';
			if (isReopened) setStatus(id, made.author, 'open');
			else update(id, made.author, {});
		},

		assign(id: number, agent: number): void {
			update(id, agent, { assignee_id: agent });
		},

		rate(id: number, score: 'good' | 'bad', text?: string): void {
			const rating = { id: nextId(), score, comment: text ?? null };
			const satisfaction_score = text === undefined ? score : `${score}_with_comment`;
			const { requester_id } = known(tickets, id);
			update(id, requester_id, { satisfaction_rating: rating }, { satisfaction_score });
		},

		solve(id: number, agent: number): void {
			setStatus(id, agent, 'solved');
		},

		close(id: number, agent: number): void {
			setStatus(id, agent, 'closed');
		},

		/** Closes a ticket in favour of another, with the comments and the tag that Zendesk leaves. */
		merge(id: number, into: number, agent: number): void {
			const source = known(tickets, id);
			const target = known(tickets, into);
			const from = `#${id} "${source.subject}"`;
			comment(
				id,
				{
					author: agent,
					body: `This request was closed and merged into request #${into} "${target.subject}".`,
					isPublic: false,
					channel: 'web',
				},
				'merge',
			);
			const words = `Request ${from} was closed and merged into this request. Last comment in request #${id}:\n\n${source.description}`;
			comment(into, { author: agent, body: words, isPublic: false, channel: 'web' }, 'merge');
			update(into, agent, {});
			const tags = [...source.tags, 'closed_by_merge'];
			update(id, agent, { status: 'closed', tags }, { status: 'closed' });
		},

		/** No trigger sees it; only an export tells of it. */
		delete(id: number): void {
			const ticket = known(tickets, id);
			Object.assign(ticket, { status: 'deleted', updated_at: iso(), generated: now() });
		},

		suspend(id: number): void {
			known(users, id).suspended = true;
		},
	};
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('\n', '<br>');
}
