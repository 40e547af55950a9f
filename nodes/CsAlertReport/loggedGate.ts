import type { GateSettings } from '../core/gate';
import { knownSettings, readSettings } from '../core/report/gateRules';
import type { TicketLog } from '../log/ticketLog';

/** The gate that decided last, as far as the log has it. */

/**
 * The rules to replay when they are to be those of today.
 * @throws Error saying what to do, when the log has none
 */
export async function currentGate(log: TicketLog): Promise<GateSettings> {
	const hash = await log.newestGateConfig();
	if (hash === undefined) {
		throw new Error(
			'The log has no decided ticket yet, so the current rules are not known. Let tickets come in first, or choose Rows under Rules',
		);
	}
	const stored = await log.gateConfig(hash);
	if (stored === undefined) {
		throw new Error(
			'The log does not hold the rules of the gate that decided last. Set History to From the Log in Threshold Gate, or choose Rows under Rules',
		);
	}
	return readSettings(stored);
}

/** The same for a report that only mentions them and does without. */
export async function knownGate(log: TicketLog): Promise<GateSettings | undefined> {
	const hash = await log.newestGateConfig();
	return knownSettings(hash === undefined ? undefined : await log.gateConfig(hash));
}
