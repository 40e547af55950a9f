import { formatSpan } from '../values/wordedTime';
import { shownRate } from '../report/accountWords';
import type { SetupCheck } from './types';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** The same hours of so many weeks are compared. */
const WEEKS = 4;
/** How far back the last message is looked for. */
export const LOOKED_BACK_MS = 8 * WEEK_MS;
/** With one week there is nothing to tell a usual week from an unusual one. */
const FEWEST_PERIODS = 2;
/** Where 5 are expected, none comes by chance once in 150 times (Poisson, e^-5). */
const EXPECTED = 5;

export interface Span {
	since: Date;
	until: Date;
}

/** Since when nothing came from a source, and from when on it could have. */
export interface Silence {
	/** "Zendesk"; absent for what Take In takes in. */
	name?: string;
	/** Absent when nothing came within eight weeks. */
	last?: Date;
	/** When its trigger was first published. */
	firstSeenAt: Date;
}

/**
 * The same hours of the weeks before: nights, weekends and quiet afternoons are compared with their like.
 * A silence of more than a week is compared with as many whole weeks before it. Those that began before the
 * source was there are left out.
 */
export function likeHours({ last, firstSeenAt }: Silence, now: Date): Span[] {
	const since = last ?? firstSeenAt;
	const length = now.getTime() - since.getTime();
	const step = Math.max(1, Math.ceil(length / WEEK_MS)) * WEEK_MS;
	return Array.from({ length: WEEKS }, (_, index) => (index + 1) * step)
		.map((back) => ({
			since: new Date(since.getTime() - back),
			until: new Date(now.getTime() - back),
		}))
		.filter((span) => span.since >= firstSeenAt);
}

const SEE_WEBHOOK =
	'see in the helpdesk that its webhook or rule is there and active, and write a test ticket. Ticket Log’s operation Get Intake Status shows what was missed.';

/**
 * Whether messages still come from a source: none for longer than its own weeks make likely is told.
 * @param counts how many came in each of {@link likeHours}, in their order
 */
export function arrivalsCheck(silence: Silence, counts: readonly number[], now: Date): SetupCheck {
	const { name, last, firstSeenAt } = silence;
	const about = {
		id: `arrivals:${name ?? 'taken-in'}`,
		name: `Tickets of ${name ?? 'Take In'}`,
	};
	const ago =
		last === undefined
			? 'None has come yet'
			: `The last message came ${formatSpan(now.getTime() - last.getTime())} ago`;
	if (last === undefined && now.getTime() - firstSeenAt.getTime() > WEEK_MS) {
		return {
			...about,
			status: 'warning',
			found: `None has come since the trigger was first published ${formatSpan(now.getTime() - firstSeenAt.getTime())} ago, or for eight weeks.`,
			whatToDo: `If customers write there: ${SEE_WEBHOOK}`,
		};
	}
	if (counts.length < FEWEST_PERIODS) {
		return {
			...about,
			status: 'skipped',
			found: `${ago}. Whether that is usual can be told once tickets have come for three weeks.`,
		};
	}
	const usual = counts.reduce((sum, count) => sum + count, 0) / counts.length;
	const compared = `in the same hours of earlier weeks ${shownRate(usual)} came on average`;
	if (usual < EXPECTED) return { ...about, status: 'ok', found: `${ago}; ${compared}.` };
	return {
		...about,
		status: 'warning',
		found: `${ago}; ${compared}, so this is an unusually long time.`,
		whatToDo: `Unless it is a holiday: ${SEE_WEBHOOK}`,
	};
}
