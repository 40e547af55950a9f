import { WORSE_BY_POINTS, worseningOf } from '../../gate/worsening';
import { QUIET_DAYS } from '../../log/alertPolicy';

const QUIET_MS = QUIET_DAYS * 86_400_000;

/** What a message does to its account's alert: people see the first two, the third only as an update. */
export type AlertStep = 'opened' | 'again' | 'joined';

/** What of a message decides that. */
export interface AlertingMessage {
	/** 0–100. */
	score?: number;
	/** ISO date. */
	renewalDate?: string;
	receivedAt: Date;
}

interface OpenAlert {
	score?: number;
	renewalDate?: string;
	sentAt: Date;
	lastAt: number;
}

/**
 * Follows the alerts of accounts through messages that alert, oldest first: one alert an account while it is open,
 * sent again when things get worse, over after seven quiet days. Nobody answers or closes one here.
 * @param worseByPoints from which rise of the score on it is sent again
 */
export function alertLives<Key>(
	worseByPoints = WORSE_BY_POINTS,
): (key: Key, message: AlertingMessage) => AlertStep {
	const openAlerts = new Map<Key, OpenAlert>();
	return (key, { score, renewalDate, receivedAt }) => {
		const at = receivedAt.getTime();
		const open = openAlerts.get(key);
		if (open === undefined || open.lastAt < at - QUIET_MS) {
			openAlerts.set(key, { score, renewalDate, sentAt: receivedAt, lastAt: at });
			return 'opened';
		}
		open.lastAt = at;
		const worse = worseningOf(
			{ score: open.score, renewalDate: open.renewalDate, at: open.sentAt },
			{ score, renewalDate, at: receivedAt },
			worseByPoints,
		);
		if (worse === undefined) return 'joined';
		// The highest score so far stays: a rise is measured from it.
		open.score = Math.max(open.score ?? 0, score ?? 0);
		open.renewalDate = renewalDate ?? open.renewalDate;
		open.sentAt = receivedAt;
		return 'again';
	};
}
