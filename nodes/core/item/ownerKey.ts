import { trimmedTextOf } from '../values/text';
import type { Owner } from './types';

/**
 * What tells owners apart, in the log and in every report: the e-mail address, else the Slack ID, else the name, in
 * lower case. Absent where none of them is known: then nobody owns the account.
 */
export function ownerKeyOf(owner: Owner | undefined): string | undefined {
	const { email, slackId, name } = owner ?? {};
	const known = trimmedTextOf(email) ?? trimmedTextOf(slackId) ?? trimmedTextOf(name);
	return known?.toLowerCase();
}
