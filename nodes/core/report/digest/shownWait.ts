import { countOf } from '../../values/wording';
import { shownTime } from '../impact/impactReport';

/** "12 seconds", "8 minutes", "3.5 hours", "2 days". */
export function shownWait(ms: number): string {
	return ms < 60_000 ? countOf(Math.max(0, Math.round(ms / 1000)), 'second') : shownTime(ms);
}
