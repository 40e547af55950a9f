import type { GateSettings } from '../../gate';
import { counted, shownCount, shownRate } from '../accountWords';
import { alertsOn, type Desk, type Load } from './desks';
import type { Replay } from './replay';

/** What every reader of a replay is told of it, in the same words. */

const allOn = (desks: readonly Desk[]) => desks.reduce((sum, desk) => sum + alertsOn(desk), 0);

/** "2,310 messages would have made 143 alerts, and 120 as they were decided." */
export function madeWords({ messages, desks, happened }: Replay): string {
	return `${counted(messages, 'message')} would have made ${counted(allOn(desks), 'alert')}, and ${shownCount(allOn(happened))} as they were decided.`;
}

/** "On a working day that is 3.4 on average over 6 managers and 5.1 for the busiest one", without a full stop. */
export function loadWords({ managers, average, busiest }: Load): string {
	if (managers === 0) return 'No account of theirs has an owner';
	return `On a working day that is ${shownRate(average)} on average over ${counted(managers, 'manager')} and ${shownRate(busiest)} for the busiest one`;
}

/** What its alerts leave out, one sentence each. */
export function leftOut(
	{ messages, silentDays, backfilled, unscored, unknownWaits, routes }: Replay,
	{ withoutOwner }: Load,
	{ rules, history }: GateSettings,
): string[] {
	const asksForEarlier =
		history !== 'none' && rules.some(({ frustratedTickets }) => frustratedTickets);
	const asksForWaiting = rules.some(({ noReplyDays }) => noReplyDays !== undefined);
	return [
		messages > 0 && silentDays > 0
			? `${counted(silentDays, 'day')} in stretches of more than a week without any message look like gaps in the log and count for no average.`
			: '',
		unscored > 0 ? `${counted(unscored, 'message')} had no score and went to Review.` : '',
		routes.review > 0
			? `${counted(routes.review, 'message')} would have gone to Review, and may have become alerts from there.`
			: '',
		asksForWaiting && unknownWaits > 0
			? `Of ${counted(unknownWaits, 'message')} the log does not tell how long the customer had waited for an answer: it is known where tickets are read by API and not of tickets from months back, and kept since this version. Rules that ask for it do not fire on them here.`
			: '',
		asksForEarlier && backfilled > 0
			? 'Tickets from months back do not count as earlier frustrated tickets, so rules that ask for those fire less often here.'
			: '',
		withoutOwner > 0
			? `${counted(withoutOwner, 'alert')} had no owner and would have gone to the fallback owner; they count for no manager.`
			: '',
	].filter((note) => note !== '');
}
