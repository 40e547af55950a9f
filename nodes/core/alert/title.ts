import { CRITICAL_FROM, FRUSTRATED_FROM } from '../score/labels';
import { shown } from '../text/shown';
import { countOf } from '../values/wording';
import type { AlertInput, Occasion } from './occasion';
import { whoOf } from './people';
import { silenceText } from './standing';

/** Longer topics are no topics. */
const MOST_TOPIC = 60;

/**
 * The headline of a message, by what makes it come. Ours holds nothing that a stranger may write freely.
 * @param own how the admin puts it for an alert about one account
 */
export function titleOf(input: AlertInput, occasion: Occasion, own?: string): string {
	const title = headlineOf(input, occasion, own);
	return input.ticket.isTest === true ? `Test: ${title}` : title;
}

/** Whose alert it is, as a sentence names it: the account, else the sender; of several accounts, what they share. */
export function whoseOf(
	{ account, ticket }: AlertInput,
	{ incident }: Pick<Occasion, 'incident'>,
): string {
	if (incident !== undefined) return `the likely incident about ${topicOf(incident)}`;
	return whoOf(account?.status === 'matched' ? account : {}, ticket);
}

function headlineOf(input: AlertInput, occasion: Occasion, own?: string): string {
	const { kind, news, standing, now, regional, incident } = occasion;
	const said =
		incident === undefined
			? (own ?? `${kindOf(input.sentiment?.score)} from ${whoseOf(input, occasion)}`)
			: incidentTitle(input, incident);
	const behind = own !== undefined && said === own ? said : lowerFirst(said);
	switch (kind) {
		case 'update':
			return `Update: ${behind}`;
		case 'reminder':
			return news === undefined
				? `Reminder: ${silenceText(whoseOf(input, occasion), standing, now, regional)}`
				: `Reminder: ${behind}`;
		case 'escalation':
			return `Escalated: ${behind}`;
		case 'alert':
			return news === undefined ? said : `Worse: ${behind}`;
		default:
			return said;
	}
}

/** "Likely incident: 7 accounts have trouble with export". */
function incidentTitle({ gate }: AlertInput, incident: NonNullable<Occasion['incident']>): string {
	const { accounts, more } = incident;
	// Those of other owners count, too.
	const count = Math.max(gate.incident?.accounts ?? 0, accounts.length + more);
	return `Likely incident: ${countOf(count, 'account')} ${count === 1 ? 'has' : 'have'} trouble with ${topicOf(incident)}`;
}

function topicOf({ topic }: NonNullable<Occasion['incident']>): string {
	return shown(topic, MOST_TOPIC) ?? 'the same thing';
}

function kindOf(score: number | undefined): string {
	if (score === undefined) return 'Unscored ticket';
	if (score >= CRITICAL_FROM) return 'Critical ticket';
	return score >= FRUSTRATED_FROM ? 'Frustrated ticket' : 'At-risk ticket';
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
