/**
 * The link when it leads to a web page; links of any other kind are dropped, since they come from
 * outside, and so are those with a user name, which read like a link to another host.
 */
export function webLink(url: string | undefined): string | undefined {
	if (url === undefined) return undefined;
	try {
		const { protocol, username, password, href } = new URL(url);
		const isWeb = protocol === 'https:' || protocol === 'http:';
		return isWeb && username === '' && password === '' ? href : undefined;
	} catch {
		return undefined;
	}
}

/** A link to a web page on the host that another link leads to, over the same port. */
export function sameHostLink(
	url: string | undefined,
	other: string | undefined,
): string | undefined {
	const [link, known] = [webLink(url), webLink(other)];
	if (link === undefined || known === undefined) return undefined;
	return new URL(link).host === new URL(known).host ? link : undefined;
}
