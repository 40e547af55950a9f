import type { AlertContent, DigestEntry, IncidentAccount, IncidentAccounts } from '../item/types';
import { shown } from '../text/shown';
import { webLink } from '../values/link';
import { formatMoney } from '../values/wording';
import type { ListSection } from './listMessage';

/** What an alert says that several accounts share. */

const ACTION =
	'Tell support and the product team of a likely incident, and send all these accounts one update';

/** The parts of an alert's content that an incident has of its own. */
export function incidentContent(
	{ accounts, more, alerted = [] }: IncidentAccounts,
	locale: string,
): Pick<AlertContent, 'recommendedAction' | 'affected' | 'alreadyAlerted'> {
	const entriesOf = (list: readonly IncidentAccount[]) =>
		list.map((account) => entryOf(account, locale));
	return {
		recommendedAction: ACTION,
		affected: { entries: entriesOf(accounts), more },
		...(alerted.length > 0 && { alreadyAlerted: entriesOf(alerted) }),
	};
}

/** The accounts of an incident, as a section; absent where it is none. */
export const affectedSection = ({
	affected,
}: Pick<AlertContent, 'affected'>): ListSection | undefined =>
	affected && { title: 'Your accounts', ...affected };

/** What stands below the accounts of an incident, as a section; absent where there are none. */
export function alreadyAlertedSection({
	alreadyAlerted: entries = [],
}: Pick<AlertContent, 'alreadyAlerted'>): ListSection | undefined {
	return entries.length === 0
		? undefined
		: { title: 'Alerted before, each by itself', entries, more: 0 };
}

function entryOf({ id, name, mrr, currency, score, ticketUrl }: IncidentAccount, locale: string) {
	const facts = [
		shown(name, 100) ?? shown(id, 100) ?? 'Unnamed account',
		mrr !== undefined && `MRR ${formatMoney(mrr, currency, locale)}`,
		score !== undefined && `frustration ${score}/100`,
	];
	const url = webLink(ticketUrl);
	const entry: DigestEntry = { text: facts.filter(Boolean).join(', ') };
	return url === undefined ? entry : { ...entry, url };
}
