import type { IntercomStandIn } from './server.ts';
import type { Author, Contact, Conversation } from './workspace.ts';

export const BOT: Author = {
	type: 'bot',
	id: '278',
	name: 'Fin',
	email: 'operator+nw7x2k1q@intercom.example',
};
export const AGENT: Author = {
	type: 'admin',
	id: '815309',
	name: 'Sam Admin',
	email: 'sam@northwind.example',
};

/** What people do in a workspace: each returns the ID of what it made, and moves the clock by nothing. */
export interface IntercomDesk {
	addContact(contact: Partial<Contact> & { id: string }): Author;
	open(writer: Author, body: string, more?: Partial<Conversation> & { subject?: string }): string;
	say(id: string, author: Author, body: string | null, more?: SayMore): string;
	rate(id: string, rating: number, remark?: string): void;
	setState(id: string, state: Conversation['state']): void;
	/** By an agent, or a bulk action: its time of change is now. */
	touch(id: string): void;
	remove(id: string): void;
}

interface SayMore {
	part_type?: string;
	metadata?: object;
}

/** A way to work in the workspace of a stand-in, by a clock. */
export function deskOf({ workspace }: IntercomStandIn, now: () => Date): IntercomDesk {
	let lastId = 215_400;
	const second = () => Math.floor(now().getTime() / 1000);
	const nextId = () => String((lastId += 1));
	const conversation = (id: string): Conversation => {
		const found = workspace.conversations.get(id);
		if (found === undefined) throw new Error(`There is no conversation ${id}`);
		return found;
	};
	const change = (id: string, fields: Partial<Conversation>) => {
		Object.assign(conversation(id), fields, { updated_at: second() });
	};
	return {
		addContact({ role = 'user', email = null, name = null, companies = [], id }) {
			workspace.contacts.set(id, { id, role, email, name, companies });
			return { type: role, id, name, email };
		},
		open(writer, body, { subject = '', ...more } = {}) {
			const id = nextId();
			workspace.conversations.set(id, {
				id,
				created_at: second(),
				updated_at: second(),
				title: null,
				state: 'open',
				admin_assignee_id: 0,
				source: { type: 'conversation', subject, body, author: writer },
				contacts: writer.type === 'user' || writer.type === 'lead' ? [writer.id] : [],
				tags: [],
				rating: null,
				parts: [],
				...more,
			});
			return id;
		},
		say(id, author, body, { part_type = 'comment', metadata } = {}) {
			const part = {
				id: nextId(),
				part_type,
				body,
				created_at: second(),
				author,
				...(metadata !== undefined && { metadata }),
			};
			change(id, { parts: [...conversation(id).parts, part] });
			return part.id;
		},
		rate(id, rating, remark = '') {
			const created_at = conversation(id).rating?.created_at ?? second();
			change(id, { rating: { rating, remark, created_at, updated_at: second() } });
		},
		setState(id, state) {
			change(id, { state });
		},
		touch(id) {
			change(id, {});
		},
		remove(id) {
			workspace.conversations.delete(id);
		},
	};
}
