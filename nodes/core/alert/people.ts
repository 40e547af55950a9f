import type { Account, AccountFacts, Ticket } from '../item/types';
import { quoted, shown } from '../text/shown';
import { shownAddress } from '../text/shownAddress';
import { formatNumber, listOf } from '../values/wording';

/** The lines that say who wrote, from which account. What strangers wrote is marked as theirs. */

/** Whom the headline names: the account, else the sender's address. A sender's name is free text and stays out. */
export function whoOf({ name, id }: AccountFacts, { requester }: Ticket): string {
	return shown(name) ?? shown(id) ?? shownAddress(requester?.email) ?? 'an unknown sender';
}

/** Who wrote what where, as far as it is known, e.g. "From “Jo” (jo@acme.com), Zendesk #4811: “Export broken”". */
export function ticketLineOf(ticket: Ticket): string {
	const { requester, id, subject } = ticket;
	const number = shown(id, 60);
	const where = [helpdeskOf(ticket), number && `#${number}`].filter(Boolean).join(' ');
	const origin = [`From ${senderOf(requester)}`, where].filter(Boolean).join(', ');
	const title = quoted(subject);
	return title === undefined ? origin : `${origin}: ${title}`;
}

/** "Zendesk"; a system that was mapped by hand has the name its admin gave it. */
export function helpdeskOf({ helpdesk, instance }: Ticket): string | undefined {
	const system = shown(helpdesk === 'other' ? instance : helpdesk, 40);
	return system && system.charAt(0).toUpperCase() + system.slice(1);
}

/** "“Jo O'Neil” (jo@acme.com)"; an address that is none stands between quotation marks, too. */
export function senderOf(requester: Ticket['requester']): string {
	const name = quoted(requester?.name, 100);
	const address = shownAddress(requester?.email) ?? quoted(requester?.email, 100);
	if (name !== undefined && address !== undefined) return `${name} (${address})`;
	return name ?? address ?? 'an unknown sender';
}

/** e.g. "Acme Corp — Health: 58/100, down 14 pts this week" (the recipe's own form). */
export function accountLineOf(account: Account, { requester }: Ticket, locale: string): string {
	if (account.status !== 'matched') {
		const sender = shownAddress(requester?.email) ?? senderOf(requester);
		const candidates = (account.candidates ?? []).flatMap(({ name }) => shown(name) ?? []);
		return candidates.length > 0
			? `No single account for ${sender}: could be ${listOf(candidates)}`
			: `No account for ${sender}`;
	}
	const name = shown(account.name) ?? shown(account.id) ?? 'Unnamed account';
	if (account.healthScore === undefined) return `${name} — Health: unknown`;
	return `${name} — Health: ${formatNumber(account.healthScore, locale)}/100${healthTrend(account.healthChange, locale)}`;
}

function healthTrend(change: AccountFacts['healthChange'], locale: string): string {
	if (change === undefined || change.points === 0) return '';
	const window =
		change.days === 7 ? 'this week' : change.days === 30 ? 'this month' : `in ${change.days} days`;
	return `, ${change.points < 0 ? 'down' : 'up'} ${formatNumber(Math.abs(change.points), locale)} pts ${window}`;
}
