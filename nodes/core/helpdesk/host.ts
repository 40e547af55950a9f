/**
 * Hosts of helpdesks. A payload may come from a stranger, so nothing of a link is taken over but its host,
 * and that only where it is plainly one of the helpdesk's own.
 */

/** Scheme or none (Zendesk's `ticket.url` has none), host, then the end or a path: no user, no port. */
const LINK = /^(?:https?:\/\/)?([a-z0-9.-]{1,253})(?:[/?#]|$)/i;
const MAX_LINK = 2048;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The host a link plainly names, in lower case; absent for anything with a user, a port or a punycode label. */
export function plainHostOf(link: unknown): string | undefined {
	if (typeof link !== 'string' || link.length > MAX_LINK) return undefined;
	const host = LINK.exec(link.trim())?.[1]?.toLowerCase();
	if (host === undefined || !host.split('.').every((label) => LABEL.test(label))) return undefined;
	return host.split('.').some((label) => label.startsWith('xn--')) ? undefined : host;
}

/** Every customer's agents work right below it, e.g. at "acme.zendesk.com". */
const DOMAINS = { zendesk: 'zendesk.com', freshdesk: 'freshdesk.com' } as const;
type WithOwnHosts = keyof typeof DOMAINS;

/**
 * The host of a ticket's helpdesk: the one the admin set, always, so that a delivery with and one without a
 * link are the same ticket; else the link's, where it is right below the helpdesk's own domain.
 */
export function hostOf(
	helpdesk: WithOwnHosts,
	setting: string | undefined,
	link: unknown,
): string | undefined {
	return hostOfSetting(helpdesk, setting) ?? tenantHostOf(helpdesk, link);
}

function tenantHostOf(helpdesk: WithOwnHosts, link: unknown): string | undefined {
	const host = plainHostOf(link);
	const domain = `.${DOMAINS[helpdesk]}`;
	if (host === undefined || !host.endsWith(domain)) return undefined;
	return host.slice(0, -domain.length).includes('.') ? undefined : host;
}

/**
 * The host an admin's setting means: a subdomain ("acme"), a host of the helpdesk or one of their own
 * ("help.acme.example"), with or without scheme and path. Absent when it names none.
 */
export function hostOfSetting(
	helpdesk: WithOwnHosts,
	setting: string | undefined,
): string | undefined {
	const host = plainHostOf(setting);
	if (host === undefined || host.includes('.')) return host;
	return `${host}.${DOMAINS[helpdesk]}`;
}
