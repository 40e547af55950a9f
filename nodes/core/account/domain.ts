import freeEmailDomains from 'free-email-domains';
import { getDomain } from 'tldts';
import { isSharedPage, tenantHost } from './sharedHosts';

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
	'bbox.fr',
	'burnermail.io',
	'disroot.org',
	'groups.io',
	'hey.com',
	'hispeed.ch',
	'keemail.me',
	'kolabnow.com',
	'mailbox.org',
	'mozmail.com',
	'numericable.fr',
	'passmail.net',
	'privaterelay.appleid.com',
	'proximus.be',
	'riseup.net',
	'simplelogin.com',
	'skiff.com',
	'slmail.me',
	'spamgourmet.com',
	'startmail.com',
	'swissonline.ch',
	'sympatico.ca',
	'talktalk.net',
	'telus.net',
	'temp-mail.io',
	'tempmail.com',
	'tempmail.dev',
	'tuta.com',
	'tuta.io',
	'tutamail.com',
	'tutanota.com',
	'zohomail.eu',
];

let personalDomains: Set<string> | undefined;

/**
 * The host named by a website, URL, e-mail address or bare domain: lower case, punycode, without
 * trailing dot, port, path or credentials. Absent when the text names none.
 */
export function hostOf(text: string): string | undefined {
	return urlOf(text)?.host;
}

/** The host, and what follows it. */
function urlOf(text: string): { host: string; path: string } | undefined {
	const trimmed = text.trim();
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
 * The host under which a company itself is on the web or has its mail, as a website field or a list of
 * domains names it: without "www.". Absent for anything else, and for pages on services that many share.
 */
export function companyHostOf(text: string): string | undefined {
	const url = urlOf(text.startsWith('@') ? text.slice(1) : text);
	// "www." is where a website lives, never where mail comes from.
	const host = url?.host.replace(/^www\./, '');
	if (url === undefined || host === undefined || registrableDomain(host) === undefined)
		return undefined;
	return isSharedPage(host, url.path) ? undefined : host;
}

/**
 * Domains as people list them: one or more, with or without "@", "*." or "https://".
 * @returns them as hosts, and the entries that name none
 */
export function readDomainList(text: string): { domains: Set<string>; unknown: string[] } {
	const domains = new Set<string>();
	const unknown: string[] = [];
	for (const entry of text.split(/[\s,;]+/)) {
		if (entry === '') continue;
		const host = hostOf(entry.replace(/^[@*.]+/, ''))?.replace(/^www\./, '');
		if (host !== undefined && host.includes('.')) domains.add(host);
		else unknown.push(entry);
	}
	return { domains, unknown };
}

/**
 * The part of a host that one organisation registered: "mail.acme.co.uk" gives "acme.co.uk", and on
 * shared hosting "acme.github.io" and "acme.zendesk.com" give themselves. Absent for IP addresses, single labels and bare
 * suffixes. Source: the public suffix list with its private section, as tldts ships it.
 */
export function registrableDomain(host: string): string | undefined {
	return tenantHost(host) ?? getDomain(host, { allowPrivateDomains: true }) ?? undefined;
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
