import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

/**
 * n8n's HTTP helpers as the trigger's port to a helpdesk uses them: over real HTTP to a stand-in, with Zendesk's
 * credential added as n8n adds it.
 * @param hosts where an outside host is played, e.g. "northwind.zendesk.com" at "http://127.0.0.1:1234"
 */
export function n8nHttp(
	hosts: Readonly<Record<string, string>>,
	credentials: Readonly<Record<string, IDataObject>> = {},
) {
	const httpRequest = async ({ method, url, qs, body, headers }: IHttpRequestOptions) => {
		const target = new URL(url);
		const played = hosts[target.host];
		if (played === undefined) throw new Error(`getaddrinfo ENOTFOUND ${target.host}`);
		const address = new URL(target.pathname, played);
		for (const [name, value] of Object.entries(qs ?? {})) {
			address.searchParams.set(name, String(value));
		}
		const answer = await fetch(address, {
			method: method ?? 'GET',
			headers: { ...headers, 'content-type': 'application/json' } as Record<string, string>,
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		return {
			statusCode: answer.status,
			headers: Object.fromEntries(answer.headers),
			body: readable(await answer.text()),
		};
	};
	return {
		httpRequest,
		httpRequestWithAuthentication: async (type: string, options: IHttpRequestOptions) => {
			const { email, apiToken } = credentials[type] ?? {};
			const proof = Buffer.from(`${String(email)}/token:${String(apiToken)}`).toString('base64');
			const headers = { ...options.headers, authorization: `Basic ${proof}` };
			return await httpRequest({ ...options, headers });
		},
	};
}

function readable(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
