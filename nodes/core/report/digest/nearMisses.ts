import type { GateSettings } from '../../gate';
import { LABEL_FROM } from '../../score/labels';
import { deciderOf } from '../gateRules';
import type { LoggedScore } from '../rows';
import { topList, type TopList } from './topList';

/** A quiet message that a slightly higher score would have made alert. */
export interface NearMiss {
	message: LoggedScore;
	/** The score from which it would have alerted, all its facts as they were, 0–100. */
	alertsAt: number;
}

/** More points are no near miss. */
export const NEAR_POINTS = 10;
/** More nobody reads. */
const MOST_KEPT = 50;

export type NearMisses = TopList<NearMiss>;

/** The nearest first; of the same distance those with the higher score. */
export function nearMisses(): NearMisses {
	return topList<NearMiss>(MOST_KEPT, (one, other) => {
		return distanceOf(one) - distanceOf(other) || scoreOf(other) - scoreOf(one);
	});
}

const scoreOf = ({ message }: NearMiss) => message.score ?? 0;
const distanceOf = (miss: NearMiss) => miss.alertsAt - scoreOf(miss);

/**
 * Tells from which score on a quiet message would have alerted, as the gate's own code decides. What happened on the
 * account before is not looked at: a rule that asks for earlier tickets alone counts for nothing.
 * @param settings the gate that decided
 * @returns absent where no score within ten points would have
 */
export function nearMissFinder(
	settings: GateSettings,
): (message: LoggedScore) => NearMiss | undefined {
	// Where a rule asks for a label, too, it may begin to hold only where that begins.
	const bounds = settings.rules.flatMap(({ minScore, labelAtLeast }) =>
		labelAtLeast === undefined ? [minScore] : [Math.max(minScore, LABEL_FROM[labelAtLeast])],
	);
	const scores = [...new Set(bounds)].sort((a, b) => a - b);
	const decide = deciderOf({ ...settings, history: 'none' });
	return (message) => {
		const { score, route } = message;
		if (score === undefined || route !== 'digest') return undefined;
		for (const alertsAt of scores) {
			if (alertsAt <= score || alertsAt > score + NEAR_POINTS) continue;
			// The label follows from the score.
			const decision = decide({ ...message, score: alertsAt, label: undefined });
			if (decision.route === 'alert') return { message, alertsAt };
		}
		return undefined;
	};
}
