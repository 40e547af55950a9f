import { listOf } from '../../core/helpdesk/fields';
import {
	type IntercomContact,
	namesCompany,
	writersOf,
} from '../../core/helpdesk/intercomConversation';
import type { AskHelpdesk } from '../helpdesk';
import { askIntercom } from './requests';

/** More people than ever write in one conversation; a group's thousandth is not asked for. */
const MOST_WRITERS = 20;

/** What is known about contacts, asked for once each. */
export class ContactCache {
	private readonly ask: AskHelpdesk;
	private readonly now: Date;
	private readonly contacts = new Map<string, unknown>();
	private readonly companies = new Map<string, readonly unknown[]>();

	constructor(ask: AskHelpdesk, now: Date) {
		this.ask = ask;
		this.now = now;
	}

	/**
	 * The people who wrote in a conversation, as far as it leaves out what is needed of them.
	 * @throws HelpdeskError
	 */
	async writersOf(conversation: unknown): Promise<Map<string, IntercomContact>> {
		const known = new Map<string, IntercomContact>();
		const needsCompany = !namesCompany(conversation);
		for (const [id, { hasEmail }] of [...writersOf(conversation)].slice(0, MOST_WRITERS)) {
			known.set(id, {
				...(!hasEmail && { contact: await this.contactOf(id) }),
				...(needsCompany && { companies: await this.companiesOf(id) }),
			});
		}
		return known;
	}

	private async contactOf(id: string): Promise<unknown> {
		if (!this.contacts.has(id)) this.contacts.set(id, await this.read(id, ''));
		return this.contacts.get(id);
	}

	private async companiesOf(id: string): Promise<readonly unknown[]> {
		const kept = this.companies.get(id);
		if (kept !== undefined) return kept;
		const body = await this.read(id, '/companies');
		// The description says "companies", its own example and the recordings "data".
		const named = listOf(body, 'data');
		const companies = named.length > 0 ? named : listOf(body, 'companies');
		this.companies.set(id, companies);
		return companies;
	}

	/** Absent when Intercom has the contact no more. */
	private async read(id: string, what: string): Promise<unknown> {
		const path = `/contacts/${encodeURIComponent(id)}${what}`;
		const { status, body } = await askIntercom(this.ask, { method: 'GET', path }, this.now, [404]);
		return status === 404 ? undefined : body;
	}
}
