import { type AskHelpdesk, HelpdeskError } from '../helpdesk';
import { askFreshdesk } from './requests';

/** Contacts, companies and agents, asked for once each. */
export class PeopleCache {
	private readonly ask: AskHelpdesk;
	private readonly now: Date;
	private readonly known = new Map<string, unknown>();

	constructor(ask: AskHelpdesk, now: Date) {
		this.ask = ask;
		this.now = now;
	}

	/**
	 * A person or company; absent when Freshdesk has it no more, or the API key's agent may not see it: a
	 * ticket is worth taking in without its company's domains or its agent's name.
	 * @throws HelpdeskError when it cannot be asked for now
	 */
	async find(kind: 'agents' | 'companies' | 'contacts', id: string | undefined): Promise<unknown> {
		if (id === undefined) return undefined;
		const path = `/${kind}/${id}`;
		if (!this.known.has(path)) this.known.set(path, await readIfAllowed(this.ask, path, this.now));
		return this.known.get(path);
	}
}

/**
 * What stands at a path; absent where the key's agent or the account's plan does not allow it.
 * @throws HelpdeskError when it cannot be asked for now
 */
export async function readIfAllowed(ask: AskHelpdesk, path: string, now: Date): Promise<unknown> {
	const answer = await askFreshdesk(ask, path, undefined, now).catch((error: unknown) =>
		error instanceof HelpdeskError ? error : new HelpdeskError(String(error)),
	);
	if (!(answer instanceof HelpdeskError)) return answer.body;
	if (answer.isLasting) return undefined;
	throw answer;
}
