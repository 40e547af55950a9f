/** What an Intercom workspace holds, in the shapes of its API 2.16; times are Unix seconds. */

export interface Author {
	type: 'user' | 'lead' | 'admin' | 'bot';
	id: string;
	name: string | null;
	email: string | null;
	from_ai_agent?: boolean;
}

export interface Contact {
	id: string;
	role: 'user' | 'lead';
	email: string | null;
	name: string | null;
	/** IDs of companies. */
	companies: string[];
}

export interface Company {
	/** Intercom's own. */
	id: string;
	/** The workspace's own, e.g. of its CRM. */
	company_id: string;
	name: string;
	website?: string;
}

export interface Part {
	id: string;
	part_type: string;
	body: string | null;
	created_at: number;
	author: Author;
	metadata?: object;
}

export interface Conversation {
	id: string;
	created_at: number;
	updated_at: number;
	title: string | null;
	state: 'open' | 'closed' | 'snoozed';
	admin_assignee_id: number;
	source: { type: string; subject: string; body: string; author: Author };
	contacts: string[];
	tags: string[];
	rating: { rating: number; remark: string; created_at: number; updated_at: number } | null;
	parts: Part[];
}

/** More than the newest so many, the API does not give. */
const MOST_PARTS = 500;

export interface Workspace {
	app: string;
	region: 'US' | 'EU' | 'AU';
	contacts: Map<string, Contact>;
	companies: Map<string, Company>;
	conversations: Map<string, Conversation>;
}

export function emptyWorkspace(app: string, region: Workspace['region']): Workspace {
	return { app, region, contacts: new Map(), companies: new Map(), conversations: new Map() };
}

export function meOf({ app, region }: Workspace) {
	return {
		type: 'admin',
		id: '991267459',
		email: 'admin@northwind.example',
		name: 'Sam Admin',
		email_verified: true,
		app: {
			type: 'app',
			id_code: app,
			name: 'Northwind',
			created_at: 1734537243,
			secure: false,
			identity_verification: false,
			timezone: 'Europe/Berlin',
			region,
		},
		avatar: { type: 'avatar', image_url: 'https://static.intercom.example/128.png' },
		has_inbox_seat: true,
	};
}

export function contactOf({ app }: Workspace, { id, role, email, name, companies }: Contact) {
	const list = (what: string, count = 0) => ({
		type: 'list',
		data: [],
		url: `/contacts/${id}/${what}`,
		total_count: count,
		has_more: false,
	});
	return {
		type: 'contact',
		id,
		workspace_id: app,
		external_id: null,
		role,
		email,
		phone: null,
		name,
		owner_id: null,
		has_hard_bounced: false,
		marked_email_as_spam: false,
		unsubscribed_from_emails: false,
		created_at: 1617220934,
		updated_at: 1617220936,
		custom_attributes: {},
		tags: list('tags'),
		notes: list('notes'),
		companies: {
			...list('companies', companies.length),
			data: companies.map((company) => ({
				id: company,
				type: 'company',
				url: `/companies/${company}`,
			})),
		},
	};
}

export function companiesOf(workspace: Workspace, contact: Contact) {
	const data = contact.companies.flatMap((id) => {
		const company = workspace.companies.get(id);
		return company === undefined ? [] : [companyOf(workspace, company)];
	});
	return {
		type: 'list',
		data,
		pages: { type: 'pages', next: null, page: 1, per_page: 50, total_pages: 1 },
		total_count: data.length,
	};
}

function companyOf({ app }: Workspace, company: Company) {
	return {
		type: 'company',
		...company,
		app_id: app,
		remote_created_at: 1734537382,
		created_at: 1734537382,
		updated_at: 1734537382,
		monthly_spend: 0,
		session_count: 0,
		user_count: 1,
		tags: { type: 'tag.list', tags: [] },
		segments: { type: 'segment.list', segments: [] },
		plan: {},
		custom_attributes: {},
	};
}

/** A conversation; searches leave its parts out. */
export function conversationOf(one: Conversation, withParts: boolean) {
	const { id, created_at, updated_at, title, state, admin_assignee_id, source, rating } = one;
	const [contact] = one.contacts;
	return {
		type: 'conversation',
		id,
		created_at,
		updated_at,
		waiting_since: null,
		snoozed_until: null,
		source: {
			...source,
			id: `9${id}`,
			delivered_as: source.author.type === 'bot' ? 'operator_initiated' : 'customer_initiated',
			attachments: [],
			url: null,
			redacted: false,
		},
		contacts: {
			type: 'contact.list',
			contacts: one.contacts.map((id) => ({ type: 'contact', id, external_id: null })),
		},
		first_contact_reply: null,
		admin_assignee_id,
		team_assignee_id: 0,
		open: state !== 'closed',
		state,
		read: false,
		tags: {
			type: 'tag.list',
			tags: one.tags.map((name, index) => ({ type: 'tag', id: String(index + 1), name })),
		},
		priority: 'none',
		sla_applied: null,
		statistics: null,
		conversation_rating: rating && {
			...rating,
			contact: { type: 'contact', id: contact ?? '', external_id: null },
			teammate: { type: 'admin', id: String(admin_assignee_id) },
		},
		teammates: null,
		title,
		custom_attributes: {},
		linked_objects: { type: 'list', data: [], total_count: 0, has_more: false },
		ai_agent_participated: false,
		...(withParts && { conversation_parts: partsOf(one.parts) }),
	};
}

export function partsOf(parts: Part[]) {
	return {
		type: 'conversation_part.list',
		conversation_parts: parts.slice(-MOST_PARTS).map((part) => ({
			type: 'conversation_part',
			updated_at: part.created_at,
			notified_at: part.created_at,
			assigned_to: null,
			attachments: [],
			external_id: null,
			redacted: false,
			...part,
		})),
		total_count: parts.length,
	};
}

/** How the API says no. */
export function problem(code: string, message: string) {
	return {
		type: 'error.list',
		request_id: '8c288c4f-b699-4209-9de4-064398f02785',
		errors: [{ code, message }],
	};
}
