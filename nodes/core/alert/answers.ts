import type { ActionLinks, AlertStanding, AnswerLink, ResponseAction } from '../item/types';
import { webLink } from '../values/link';

/** The answers a message offers, and what they are called. */

const LABELS: Record<ResponseAction, string> = {
	acknowledge: 'Acknowledge',
	useful: 'Useful',
	noise: 'Noise',
	snooze: 'Snooze 7 Days',
	wrongAccount: 'Wrong Account',
	wrongOwner: 'Wrong Owner',
	close: 'Close',
	attach: 'Attach to Account',
	dismiss: 'Nothing to Do',
};
/** What most alerts need stands on buttons, in this order; the rest below, in small. */
const MAIN: readonly ResponseAction[] = ['acknowledge', 'useful', 'noise', 'snooze', 'attach'];
const FURTHER: readonly ResponseAction[] = ['wrongAccount', 'wrongOwner', 'close'];
const OF_REVIEW: readonly ResponseAction[] = ['attach', 'dismiss'];

/** What can still be answered to an alert, most wanted first; what has been answered already is left out. */
export function answersOf(
	links: ActionLinks | undefined,
	standing: AlertStanding | undefined,
): AnswerLink[] {
	const isGiven = (action: ResponseAction) =>
		(action === 'acknowledge' && standing?.acknowledgedAt !== undefined) ||
		(action === 'snooze' && standing?.state === 'snoozed') ||
		(standing?.verdict !== undefined && (action === 'useful' || action === 'noise'));
	return linksOf(links, [...MAIN, ...FURTHER]).filter(({ action }) => !isGiven(action));
}

/** What can be answered to a message in Review. */
export function reviewAnswersOf(links: ActionLinks): AnswerLink[] {
	return linksOf(links, OF_REVIEW);
}

/** Whether an answer stands on a button, rather than below in small. */
export function isMainAnswer({ action }: AnswerLink): boolean {
	return !FURTHER.includes(action);
}

function linksOf(links: ActionLinks = {}, actions: readonly ResponseAction[]): AnswerLink[] {
	return actions.flatMap((action) => {
		const url = webLink(links[action]);
		return url === undefined ? [] : [{ action, label: LABELS[action], url }];
	});
}
