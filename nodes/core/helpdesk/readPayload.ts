import { readFreshdesk } from './freshdesk';
import { readIntercom } from './intercom';
import { readMapped } from './otherMapping';
import type { HelpdeskKind, Reading, ReadingContext } from './ticket';
import { readZendesk } from './zendesk';

const READERS = {
	zendesk: readZendesk,
	intercom: readIntercom,
	freshdesk: readFreshdesk,
	other: readMapped,
} satisfies Record<HelpdeskKind, (body: unknown, context: ReadingContext) => Reading>;

/**
 * What a helpdesk's delivery is. Whatever came in, it is one of the four readings: nothing is thrown, and
 * every text of it can be stored.
 */
export function readPayload(
	helpdesk: HelpdeskKind,
	body: unknown,
	context: ReadingContext,
): Reading {
	return READERS[helpdesk](body, context);
}
