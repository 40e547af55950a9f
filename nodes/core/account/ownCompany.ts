import { domainOf, type AccountIndex } from './accountIndex';
import { parentHosts, registrableDomain } from './domain';
import type { AccountRow } from './table/rows';

/** The admin's own company, whose people are no customers. */
export interface OwnCompany {
	/** The domains an admin named as the company's own, lower case; their subdomains are meant, too. */
	ownDomains?: ReadonlySet<string>;
}

/** Why whoever writes from a host is a colleague; absent when nothing says so. */
export function colleagueReason(
	host: string,
	{ ownDomains }: OwnCompany,
	index: AccountIndex,
): string | undefined {
	const named = namedDomain(host, ownDomains);
	if (named !== undefined) {
		return `${named} is your own company's domain (Own Domains), so whoever writes from there is a colleague and no customer`;
	}
	const domain = registrableDomain(host);
	if (domain === undefined || !index.ownDomains.has(domain)) return undefined;
	return `Owners of accounts have addresses at ${domain}, so whoever writes from there is a colleague and no customer`;
}

/**
 * Whether an account is the admin's own company, which tables and CRMs list like a customer: it has a domain that was
 * named as one's own, or its owner, if it has one, has an address at a domain of it.
 */
export function isOwnCompany(
	account: AccountRow,
	{ ownDomains }: OwnCompany,
	index: AccountIndex,
): boolean {
	const owner = domainOf(account.owner?.email ?? account.inactiveOwner?.email);
	return account.domains.some((host) => {
		if (namedDomain(host, ownDomains) !== undefined) return true;
		const domain = registrableDomain(host);
		return (
			domain !== undefined &&
			index.ownDomains.has(domain) &&
			(owner === undefined || owner === domain)
		);
	});
}

/** The domain named as one's own that a host is, or is below. */
const namedDomain = (host: string, ownDomains: OwnCompany['ownDomains']) =>
	parentHosts(host).find((parent) => ownDomains?.has(parent));
