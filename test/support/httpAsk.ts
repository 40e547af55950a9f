import type { AskHelpdesk, HelpdeskResponse } from '../../nodes/SupportTicketTrigger/helpdesk';

/** Asks a stand-in over HTTP, as the trigger's port does with the node's credential. */
export function httpAsk(url: string, authorization: string): AskHelpdesk {
	return async ({ method, path, query = {}, body, headers = {} }): Promise<HelpdeskResponse> => {
		const address = new URL(path, url);
		for (const [name, value] of Object.entries(query)) {
			address.searchParams.set(name, String(value));
		}
		const response = await fetch(address, {
			method,
			headers: { ...headers, authorization, 'content-type': 'application/json' },
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		return {
			status: response.status,
			headers: Object.fromEntries(response.headers),
			body: parsed(text),
		};
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
