import { WORSE_BY_POINTS, worseningIn, type Standing } from '../../gate/worsening';
import { QUIET_DAYS } from '../../log/alertPolicy';

const QUIET_MS = QUIET_DAYS * 86_400_000;

/** What a message does to its account's alert: people see the first two, the third only as an update. */
export type AlertStep = 'opened' | 'again' | 'joined';

/** What of a message decides that. */
export interface AlertingMessage extends Standing {
	/** Milliseconds since 1970. */
	at: number;
}

interface OpenAlert extends Standing {
	lastAt: number;
}

/**
 * Follows the alerts of accounts through messages that alert, oldest first: one alert an account while it is open,
 * sent again when things get worse, over after seven quiet days. Nobody answers or closes one here.
 * @param worseByPoints from which rise of the score on it is sent again
 * @returns takes whose alert it is as a number, 0 and up, as {@link numbering} gives them: a suggestion asks millions of times
 */
export function alertLives(
	worseByPoints = WORSE_BY_POINTS,
): (key: number, message: AlertingMessage) => AlertStep {
	const openAlerts: OpenAlert[] = [];
	return (key, message) => {
		const { score, renewalDay, day, at } = message;
		const open = openAlerts[key];
		if (open === undefined || open.lastAt < at - QUIET_MS) {
			openAlerts[key] = { score, renewalDay, day, lastAt: at };
			return 'opened';
		}
		open.lastAt = at;
		if (worseningIn(open, message, worseByPoints) === undefined) return 'joined';
		// The highest score so far stays: a rise is measured from it.
		open.score = Math.max(open.score ?? 0, score ?? 0);
		open.renewalDay = renewalDay ?? open.renewalDay;
		open.day = day;
		return 'again';
	};
}

/** Numbers for names, in the order they come. */
export function numbering() {
	const numbers = new Map<string, number>();
	return {
		of: (name: string) => {
			const known = numbers.get(name);
			if (known !== undefined) return known;
			numbers.set(name, numbers.size);
			return numbers.size - 1;
		},
		all: () => [...numbers.keys()],
	};
}
