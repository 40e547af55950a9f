import { getDomain } from 'tldts';
import { tenantHost } from './sharedHosts';

/**
 * Characters that show nothing and are part of no address or website, copied along from web pages and chats: zero-width
 * spaces, soft hyphens, byte order and direction marks. Joiners stay: some scripts need them in a host.
 */
export const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** DNS allows 253 characters; an address bar allows more, and nothing longer names a host. */
const MAX_HOST_SOURCE_LENGTH = 2048;

/**
 * A host that the URL parser would give back as it is; tables hold thousands, and the parser is slow. Punycode is left
 * to it, and so is a number at the end, which makes an IP address.
 */
const PLAIN_HOST =
	/^(?:(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!xn--)[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * The host named by a website, URL, e-mail address or bare domain: lower case, punycode, without
 * trailing dot, port, path or credentials. Absent when the text names none.
 */
export function hostOf(text: string): string | undefined {
	return urlOf(text)?.host;
}

/** The host, and what follows it. */
export function urlOf(text: string): { host: string; path: string } | undefined {
	const trimmed = text.trim();
	if (PLAIN_HOST.test(trimmed) && trimmed.length <= 253) return { host: trimmed, path: '/' };
	if (trimmed === '' || trimmed.length > MAX_HOST_SOURCE_LENGTH) return undefined;
	// The URL parser drops line breaks and turns "\" into "/", so that what was never one host would look like one.
	if (/[\s\\\p{Cc}]/u.test(trimmed)) return undefined;
	let url: URL;
	try {
		url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`);
	} catch {
		return undefined;
	}
	const host = url.hostname.endsWith('.') ? url.hostname.slice(0, -1) : url.hostname;
	if (host.length > 253 || !host.split('.').every(isLabel)) return undefined;
	return { host, path: url.pathname };
}

/** RFC 1035 §2.3.4: one to 63 characters between two dots. The parser lets "acme..com" pass. */
function isLabel(label: string): boolean {
	return label !== '' && label.length <= 63;
}

/**
 * The part of a host that one organisation registered: "mail.acme.co.uk" gives "acme.co.uk", and on
 * shared hosting "acme.github.io" and "acme.zendesk.com" give themselves. Absent for IP addresses, single labels and bare
 * suffixes. Source: the public suffix list with its private section, as tldts ships it.
 */
export function registrableDomain(host: string): string | undefined {
	if (registered.size >= MAX_REMEMBERED) registered.clear();
	let domain = registered.get(host);
	if (domain === undefined) {
		domain = tenantHost(host) ?? getDomain(host, { allowPrivateDomains: true }) ?? null;
		registered.set(host, domain);
	}
	return domain ?? undefined;
}

/** The same hosts come with each run: a table's, and those of its contacts. Some 10 MB when full. */
const MAX_REMEMBERED = 50_000;
const registered = new Map<string, string | null>();

/** The hosts by their registrable domain; those without one are left out. */
export function hostsByDomain(hosts: readonly string[]): Map<string, string[]> {
	const groups = new Map<string, string[]>();
	for (const host of hosts) {
		const domain = registrableDomain(host);
		if (domain === undefined) continue;
		const known = groups.get(domain);
		if (known) known.push(host);
		else groups.set(domain, [host]);
	}
	return groups;
}

/** The host itself, then each parent: "a.b.com" gives "a.b.com", "b.com", "com". */
export function parentHosts(host: string): string[] {
	const labels = host.split('.');
	return labels.map((_, index) => labels.slice(index).join('.'));
}
