import { readFreshdesk } from './freshdesk';
import { readIntercom } from './intercom';
import type { HelpdeskKind, Reading, ReadingContext } from './ticket';
import { readZendesk } from './zendesk';

/** The helpdesks whose deliveries we know; any other is read by its admin's mapping. */
export type KnownHelpdesk = Exclude<HelpdeskKind, 'other'>;

const READERS = {
	zendesk: readZendesk,
	intercom: readIntercom,
	freshdesk: readFreshdesk,
} satisfies Record<KnownHelpdesk, (body: unknown, context: ReadingContext) => Reading>;

/**
 * What a helpdesk's delivery is. Whatever came in, it is one of the four readings: nothing is thrown, and
 * every text of it can be stored.
 */
export function readPayload(
	helpdesk: KnownHelpdesk,
	body: unknown,
	context: ReadingContext,
): Reading {
	return READERS[helpdesk](body, context);
}
