import type { ChangePage } from '../../nodes/core/helpdesk/lookedTicket';
import { HelpdeskError } from '../../nodes/SupportTicketTrigger/helpdesk';

/** Why something could not be had; fails the test where it could, or failed in another way. */
export async function failureOf(asked: Promise<unknown>): Promise<HelpdeskError> {
	const error: unknown = await asked.then(
		() => undefined,
		(cause: unknown) => cause,
	);
	if (error instanceof HelpdeskError) return error;
	throw new Error(`not a HelpdeskError: ${String(error)}`);
}

/**
 * Reads all pages of what changed.
 * @param between happens after each page but the last
 * @returns the IDs as they came, and where the next walk begins
 */
export async function walkPages(
	read: (position: string | undefined) => Promise<ChangePage>,
	position: string | undefined,
	between: () => void,
): Promise<{ ids: string[]; position: string }> {
	const ids: string[] = [];
	let at = position;
	for (let page = 0; page < 50; page++) {
		const step = await read(at);
		ids.push(...step.changes.map(({ id }) => id));
		if (step.isLast) return { ids, position: step.position };
		at = step.position;
		between();
	}
	throw new Error('It walks in circles');
}
