import type { FollowUp, Severity } from '../item/types';
import { addBusinessMinutes, type WorkingTime } from '../values/businessHours';
import type { FollowUpRule } from './followUpRules';

const MINUTES: Record<FollowUpRule['unit'], number> = { businessHours: 60, hours: 60, minutes: 1 };
const MINUTE_MS = 60_000;

/**
 * What happens, and when, while nobody answers an alert of this severity; soonest first.
 * @param time when whoever gets it works
 */
export function followUpsOf(
	rules: readonly FollowUpRule[],
	severity: Severity,
	now: Date,
	time: WorkingTime,
): FollowUp[] {
	return rules
		.filter((rule) => rule.after > 0 && isFor(rule, severity))
		.map(({ after, unit, then }) => {
			const minutes = after * MINUTES[unit];
			const at =
				unit === 'businessHours'
					? addBusinessMinutes(now, minutes, time)
					: new Date(now.getTime() + minutes * MINUTE_MS);
			return { kind: then, at: at.toISOString() };
		})
		.sort((first, second) => first.at.localeCompare(second.at));
}

function isFor({ severity }: FollowUpRule, alert: Severity): boolean {
	return severity === 'all' || (severity === 'critical') === (alert === 'critical');
}
