import freeEmailDomains from 'free-email-domains';
import { getDomain } from 'tldts';

/** DNS allows 253 characters; an address bar allows more, and nothing longer names a host. */
const MAX_HOST_SOURCE_LENGTH = 2048;

/**
 * Mail and relay services that free-email-domains 1.12.6 does not list. Providers' own pages; kept
 * here because a whole provider must never count as one customer.
 */
const MORE_PERSONAL_DOMAINS = [
	'addy.io',
	'aleeas.com',
	'anonaddy.com',
	'anonaddy.me',
	'burnermail.io',
	'hey.com',
	'hispeed.ch',
	'mailbox.org',
	'mozmail.com',
	'passmail.net',
	'privaterelay.appleid.com',
	'simplelogin.com',
	'slmail.me',
	'swissonline.ch',
	'talktalk.net',
	'temp-mail.io',
	'tempmail.com',
	'tempmail.dev',
	'tutanota.com',
];

let personalDomains: Set<string> | undefined;

/**
 * The host named by a website, URL, e-mail address or bare domain: lower case, punycode, without
 * trailing dot, port, path or credentials. Absent when the text names none.
 */
export function hostOf(text: string): string | undefined {
	const trimmed = text.trim();
	if (trimmed === '' || trimmed.length > MAX_HOST_SOURCE_LENGTH) return undefined;
	// The URL parser drops line breaks and turns "\" into "/", so that what was never one host would look like one.
	if (/[\s\\\p{Cc}]/u.test(trimmed)) return undefined;
	let host: string;
	try {
		host = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`)
			.hostname;
	} catch {
		return undefined;
	}
	if (host.endsWith('.')) host = host.slice(0, -1);
	return host === '' || host.length > 253 ? undefined : host;
}

/**
 * The part of a host that one organisation registered: "mail.acme.co.uk" gives "acme.co.uk", and on
 * shared hosting "acme.github.io" gives itself. Absent for IP addresses, single labels and bare
 * suffixes. Source: the public suffix list with its private section, as tldts ships it.
 */
export function registrableDomain(host: string): string | undefined {
	return getDomain(host, { allowPrivateDomains: true }) ?? undefined;
}

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

/**
 * Whether a host belongs to a free, disposable or forwarding mail service, where a shared domain says
 * nothing about the company. `more` holds domains the admin added, in lower case.
 */
export function isPersonalDomain(host: string, more: ReadonlySet<string> = new Set()): boolean {
	personalDomains ??= new Set([...freeEmailDomains, ...MORE_PERSONAL_DOMAINS]);
	const registrable = registrableDomain(host);
	for (const candidate of parentHosts(host)) {
		if (personalDomains.has(candidate) || more.has(candidate)) return true;
		if (candidate === registrable) break;
	}
	return false;
}

/** The host itself, then each parent: "a.b.com" gives "a.b.com", "b.com", "com". */
export function parentHosts(host: string): string[] {
	const labels = host.split('.');
	return labels.map((_, index) => labels.slice(index).join('.'));
}
