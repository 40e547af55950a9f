import type { FollowUp } from '../item/types';

/** A row of what happens while nobody answers an alert. */
export interface FollowUpRule {
	/** How long after the alert. */
	after: number;
	unit: 'businessHours' | 'hours' | 'minutes';
	then: FollowUp['kind'];
	severity: 'all' | 'critical' | 'other';
}

/** The owner is reminded, then the CS manager is told; a critical alert waits by the clock, also at night. */
export const DEFAULT_FOLLOW_UPS: readonly FollowUpRule[] = [
	{ after: 1, unit: 'hours', then: 'reminder', severity: 'critical' },
	{ after: 4, unit: 'hours', then: 'escalation', severity: 'critical' },
	{ after: 4, unit: 'businessHours', then: 'reminder', severity: 'other' },
	{ after: 24, unit: 'businessHours', then: 'escalation', severity: 'other' },
];
