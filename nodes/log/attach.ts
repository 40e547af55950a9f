import { addressOrDomain } from '../core/account/aliases';
import { readEmail } from '../core/account/email';
import type { Answer } from './alertLog';
import { closeAlert } from './alertStanding';
import type { Query } from './database';
import { LogError } from './errors';
import { saveAlias } from './knowledge';
import { textIn } from './rows';

/** Attaching a sender to an account by hand: remembered, so that the next messages follow the account. */

/** The account to attach to, as it was chosen. */
export interface ChosenAccount {
	id: string;
	/** Its name, or its ID where it has none. */
	title: string;
}

/** @throws LogError when no account was chosen */
export function chosenAccount({ accountId, accountName }: Answer): ChosenAccount {
	if (accountId === undefined || accountId.trim() === '') {
		throw new LogError('To attach a message, choose the account it belongs to');
	}
	return { id: accountId, title: accountName ?? accountId };
}

/**
 * Remembers a sender's address, or all of their company's domain. The domain of a mail service that many share
 * is nobody's own: then it is the address.
 * @returns what was remembered; empty where the ticket names no address
 */
export async function attachSender(
	query: Query,
	email: string | undefined,
	given: Answer,
	by: string | undefined,
	now: Date,
): Promise<string[]> {
	const reading = readEmail(email);
	if ('problem' in reading) return [];
	const { address, host } = reading.email;
	const name = (given.wholeDomain === true && addressOrDomain(`@${host}`)) || address;
	const { id } = chosenAccount(given);
	await saveAlias(
		query,
		{ address: name, accountId: id, accountName: given.accountName, byWhom: by },
		now,
	);
	return [name];
}

/** Attaches the sender of an alert whose account was not known, and ends it. The alert is held. */
export async function attachAlert(
	query: Query,
	alertId: string,
	given: Answer,
	{ by, now }: { by?: string; now: Date },
): Promise<{ result: 'applied'; attached: string[] }> {
	const { title } = chosenAccount(given);
	const [newest] = await query(
		`select requester_email from @messages where alert_id = $1 and requester_email is not null
		order by received_at desc, id desc limit 1`,
		[alertId],
	);
	const email = newest && textIn(newest, 'requester_email');
	const attached = await attachSender(query, email, given, by, now);
	const because =
		attached.length === 0
			? `It belongs to ${title}`
			: `Attached to ${title}; its next messages follow that account`;
	await closeAlert(query, alertId, { because, by }, now);
	return { result: 'applied', attached };
}
