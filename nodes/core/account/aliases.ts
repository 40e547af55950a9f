import { hostOf, parentHosts, registrableDomain } from './domain';
import {
	addressesOf,
	comparableEmail,
	readEmail,
	type AddressOptions,
	type EmailAddress,
} from './email';
import { isPersonalDomain } from './personalDomains';

/** What someone attached to an account by hand. */
export interface AliasRow {
	/** An address, "jane@acme.com", or all of a domain, "@acme.com"; in comparable form. */
	address: string;
	accountId: string;
}

/**
 * The form in which an address, or all of a domain, is attached to an account: "jane@acme.com", "@acme.com", lower
 * case and in punycode. Absent for anything else, and for the domain of a mail service that many share.
 */
export function addressOrDomain(text: string): string | undefined {
	if (!text.startsWith('@')) return comparableEmail(text);
	const host = hostOf(text.slice(1));
	if (host === undefined || registrableDomain(host) === undefined) return undefined;
	return isPersonalDomain(host) ? undefined : `@${host}`;
}

/** What an address may be attached under besides itself: its domain and those above, the nearest first. */
export function attachedDomainsOf({ host }: EmailAddress): string[] {
	const domain = registrableDomain(host);
	if (domain === undefined || isPersonalDomain(host)) return [];
	const hosts = parentHosts(host).filter((parent) => parent.length > domain.length);
	return [...hosts.filter((parent) => parent.endsWith(`.${domain}`)), domain].map(
		(parent) => `@${parent}`,
	);
}

/** All that the requesters of a batch may be attached under, each once. */
export function attachableNames(emails: readonly unknown[], options: AddressOptions): string[] {
	const names = emails.flatMap((value) => {
		const reading = readEmail(value);
		if ('problem' in reading) return [];
		return [...addressesOf(reading.email, options), ...attachedDomainsOf(reading.email)];
	});
	return [...new Set(names)];
}
