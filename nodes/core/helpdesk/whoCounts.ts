import { readEmail } from '../account/email';
import { parentHosts } from '../account/domain';
import { readDomainList } from '../account/websites';
import { forwardedSender } from '../text/forwarded';
import { isMailServer, WRITTEN_BY_MAIL_SERVER } from './machineMail';
import type { IncomingTicket } from './ticket';

/** Whose messages count, as an admin set it. */
export interface WhoCounts {
	/** Hosts in lower case; their subdomains are meant, too. */
	ownDomains: readonly string[];
	/** Addresses, and hosts for everybody there, in lower case. */
	excludedSenders: readonly string[];
	/** In lower case. */
	excludedTags: readonly string[];
}

/** A message as it goes on: with the customer as its requester, or with the reason why it ends here. */
export interface Counted {
	ticket: IncomingTicket;
	skippedBecause?: string;
}

/**
 * Whether a message is a customer's (DESIGN §3.9). A colleague who forwards a customer's mail is not its
 * requester: the sender of the mail is, and the colleague is kept as `forwardedBy`.
 * @param agentReason set where the helpdesk says that one of its agents is the requester: why that does not count
 */
export function whetherItCounts(
	ticket: IncomingTicket,
	who: WhoCounts,
	agentReason?: string,
): Counted {
	const tag = ticket.tags?.find((name) => who.excludedTags.includes(name.toLowerCase()));
	if (tag !== undefined) {
		return { ticket, skippedBecause: `The ticket has the tag "${tag}" (Excluded Tags)` };
	}
	const email = ticket.requester?.email;
	const excluded = isAmong(email, who.excludedSenders);
	if (excluded !== undefined) {
		return { ticket, skippedBecause: `${email} is left out by "${excluded}" (Excluded Senders)` };
	}
	// Before a forward is looked for: a bounce holds the mail that came back, mostly one of ours.
	if (isMailServer(email)) return { ticket, skippedBecause: WRITTEN_BY_MAIL_SERVER };
	const own = isAmong(email, who.ownDomains);
	if (own === undefined && agentReason === undefined) return { ticket };
	const customer = customerBehind(ticket, who);
	if (customer !== undefined) return { ticket: customer };
	return {
		ticket,
		skippedBecause:
			own === undefined ? agentReason : `${email} is at your own domain "${own}" (Own Domains)`,
	};
}

/** The ticket with the sender of the mail that a colleague forwarded; absent when there is none. */
function customerBehind(ticket: IncomingTicket, who: WhoCounts): IncomingTicket | undefined {
	const sender =
		ticket.body === undefined ? undefined : forwardedSender(ticket.body, ticket.subject);
	if (sender === undefined) return undefined;
	if (isAmong(sender.email, who.ownDomains) ?? isAmong(sender.email, who.excludedSenders)) {
		return undefined;
	}
	const by = ticket.requester?.email;
	const customers = { ...ticket };
	// It is the colleague's.
	delete customers.organization;
	return { ...customers, requester: { ...sender }, ...(by !== undefined && { forwardedBy: by }) };
}

/** The entry of a list that an address is, or lies at; absent when it is none of them. */
function isAmong(email: string | undefined, list: readonly string[]): string | undefined {
	const reading = readEmail(email);
	if (!('email' in reading) || list.length === 0) return undefined;
	const { address, host } = reading.email;
	return list.find((entry) => entry === address || parentHosts(host).includes(entry));
}

/**
 * What an admin typed as a list, parted by commas, semicolons, spaces or lines: domains as
 * {@link readDomainList} reads them, and addresses.
 * @returns the entries in the form {@link whetherItCounts} compares, and those that are neither
 */
export function readSenders(text: string): { entries: string[]; unknown: string[] } {
	const entries = new Set<string>();
	const unknown: string[] = [];
	for (const part of text.split(/[\s,;]+/).filter((piece) => piece !== '')) {
		if (part.lastIndexOf('@') > 0 && !part.startsWith('*')) {
			const reading = readEmail(part);
			if ('email' in reading) entries.add(reading.email.address);
			else unknown.push(part);
			continue;
		}
		const list = readDomainList(part.replace(/^\*@/, ''));
		for (const domain of list.domains) entries.add(domain);
		unknown.push(...list.unknown);
	}
	return { entries: [...entries], unknown };
}
