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
