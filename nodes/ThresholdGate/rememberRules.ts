import type { GateSettings } from '../core/gate';
import type { TicketLog } from '../log/ticketLog';

/** Gates this process has told a log of: each is written once, not with every run. */
const told = new WeakMap<TicketLog, Set<string>>();

/** Keeps the rules behind a decision's `gate.config` in the log, so that reports can say what they were. */
export async function rememberRules(
	log: TicketLog,
	config: string,
	settings: GateSettings,
	now: Date,
): Promise<void> {
	const known = told.get(log) ?? new Set<string>();
	if (known.has(config)) return;
	await log.saveGateConfig(config, settings, now);
	told.set(log, known.add(config));
}
