import type { Agent, Company, Contact, Conversation, Ticket } from './account.ts';
import type { FreshdeskStandIn } from './server.ts';

/** What people do in an account; each returns what it made. */
export interface FreshdeskDesk {
	addCompany(name: string, domains?: string[]): Company;
	addContact(email: string | null, more?: Partial<Contact>): Contact;
	addAgent(email: string): Agent;
	open(requester: Contact | Agent, text: string, more?: Partial<Ticket>): string;
	reply(id: string, writer: Contact | Agent, text: string, more?: Partial<Conversation>): string;
	rate(id: string, value: number, feedback?: string): string;
	change(id: string, fields: Partial<Ticket>): void;
	/** As the button does: a note, and closed. */
	merge(id: string, into: string, agent: Agent): void;
	/** For good. */
	remove(id: string): void;
}

/** A way to work in the account of a stand-in, by a clock. */
export function deskOf({ account }: FreshdeskStandIn, now: () => Date): FreshdeskDesk {
	let lastId = 5000;
	const nextId = () => (lastId += 1);
	const time = () =>
		now()
			.toISOString()
			.replace(/\.\d+Z$/, 'Z');
	const ticketOf = (id: string): Ticket => {
		const ticket = account.tickets.get(Number(id));
		if (ticket === undefined) throw new Error(`There is no ticket ${id}`);
		return ticket;
	};
	const change = (id: string, fields: Partial<Ticket>) => {
		Object.assign(ticketOf(id), fields, { updated_at: time() });
	};
	const desk: FreshdeskDesk = {
		addCompany(name, domains = []) {
			const company = { id: nextId(), name, domains };
			account.companies.set(company.id, company);
			return company;
		},
		addContact(email, more = {}) {
			const contact = { id: nextId(), name: 'Jo Doe', email, company_id: null, ...more };
			account.contacts.set(contact.id, contact);
			return contact;
		},
		addAgent(email) {
			const agent = { id: nextId(), name: 'Sam Agent', email };
			account.agents.set(agent.id, agent);
			return agent;
		},
		open(requester, text, more = {}) {
			const id = nextId();
			account.tickets.set(id, {
				id,
				subject: 'Help',
				description: `<div>${text}</div>`,
				description_text: text,
				status: 2,
				priority: 1,
				source: 1,
				spam: false,
				deleted: false,
				requester_id: requester.id,
				responder_id: null,
				company_id: 'company_id' in requester ? requester.company_id : null,
				tags: [],
				created_at: time(),
				updated_at: time(),
				conversations: [],
				ratings: [],
				...more,
			});
			return String(id);
		},
		reply(id, writer, text, more = {}) {
			const conversation: Conversation = {
				id: nextId(),
				body: `<div>${text}</div>`,
				body_text: text,
				incoming: !account.agents.has(writer.id),
				private: false,
				user_id: writer.id,
				source: 0,
				from_email: null,
				created_at: time(),
				updated_at: time(),
				...more,
			};
			change(id, { conversations: [...ticketOf(id).conversations, conversation] });
			return String(conversation.id);
		},
		rate(id, value, feedback) {
			const { ratings, requester_id } = ticketOf(id);
			const rating = {
				id: nextId(),
				user_id: requester_id,
				feedback: feedback ?? null,
				value,
				created_at: time(),
			};
			change(id, { ratings: [...ratings, rating] });
			return String(rating.id);
		},
		change,
		merge(id, into, agent) {
			const note = `This ticket is closed and merged into ticket ${into}`;
			desk.reply(id, agent, note, { private: true, source: 2 });
			change(id, { status: 5 });
		},
		remove(id) {
			account.tickets.delete(Number(id));
		},
	};
	return desk;
}
