import freeEmailDomains from 'free-email-domains';
import { CONSUMER_MAIL_NAME, consumerMailDomains } from './consumerMail';
import { parentHosts, registrableDomain } from './domain';

let listed: ReadonlySet<string> | undefined;

/**
 * What the domain of an address says of the company: "company" where it may be one's own, "never" where it is
 * everybody's, and "unlessClaimed" in between.
 *
 * free-email-domains 1.12 lists 14,000 domains and some companies among them (easypost.com, clerk.com, name.com,
 * starbucks.com). Strangers there are rare, so an account that lists such a domain as its own is believed. Mail
 * services that private persons really use are known by name, and no account is believed to own one. What an admin
 * excludes is never a company's, either.
 */
export type DomainUse = 'company' | 'unlessClaimed' | 'never';

/** How a host is used. `excluded` holds domains the admin added, in lower case. */
export function domainUse(host: string, excluded: ReadonlySet<string> = new Set()): DomainUse {
	listed ??= new Set(freeEmailDomains);
	let use: DomainUse = 'company';
	for (const candidate of hostsToRegistrable(host)) {
		if (excluded.has(candidate) || consumerMailDomains().has(candidate)) return 'never';
		if (!listed.has(candidate)) continue;
		if (CONSUMER_MAIL_NAME.test(candidate)) return 'never';
		use = 'unlessClaimed';
	}
	return use;
}

/**
 * Whether a host belongs to a free, disposable or forwarding mail service, where a shared domain says nothing about
 * the company unless an account claims that very domain. `excluded` holds domains the admin added, in lower case.
 */
export function isPersonalDomain(host: string, excluded?: ReadonlySet<string>): boolean {
	return domainUse(host, excluded) !== 'company';
}

/** The host and its parents down to what was registered. */
function hostsToRegistrable(host: string): string[] {
	const registrable = registrableDomain(host);
	const parents = parentHosts(host);
	const last = registrable === undefined ? -1 : parents.indexOf(registrable);
	return last === -1 ? [...parents, registrable ?? host] : parents.slice(0, last + 1);
}
