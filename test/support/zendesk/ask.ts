import type { AskHelpdesk } from '../../../nodes/SupportTicketTrigger/helpdesk.ts';
import { ADMIN, type Access } from './server.ts';

/** Asks over real HTTP, as the node's port does: with a credential, and any answer given back. */
export function askOver(url: string, access: Pick<Access, 'email' | 'token'> = ADMIN): AskHelpdesk {
	const proof = Buffer.from(`${access.email}/token:${access.token}`).toString('base64');
	return async ({ method, path, query = {}, body, headers = {} }) => {
		const target = new URL(path, url);
		for (const [name, value] of Object.entries(query)) {
			target.searchParams.set(name, String(value));
		}
		const answer = await fetch(target, {
			method,
			headers: {
				authorization: `Basic ${proof}`,
				...(body !== undefined && { 'content-type': 'application/json' }),
				...headers,
			},
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		const text = await answer.text();
		return {
			status: answer.status,
			headers: Object.fromEntries(answer.headers),
			body: readable(text),
		};
	};
}

function readable(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
