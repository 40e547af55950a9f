import type { ActionLinks, AlertStanding, AnswerLink, ResponseAction } from '../item/types';
import { REVIEW_ACTIONS } from '../log/answerLinks';
import { answerName } from '../response/actionWords';
import { webLink } from '../values/link';

/** The answers a message offers, and what they are called. */

/** What most alerts need stands on buttons, in this order; the rest below, in small. */
const MAIN: readonly ResponseAction[] = ['acknowledge', 'useful', 'noise', 'snooze', 'attach'];
const FURTHER: readonly ResponseAction[] = ['wrongAccount', 'wrongOwner', 'close'];

/** What can still be answered to an alert, most wanted first; what has been answered already is left out. */
export function answersOf(
	links: ActionLinks | undefined,
	standing: AlertStanding | undefined,
): AnswerLink[] {
	const isGiven = (action: ResponseAction) =>
		(action === 'acknowledge' && standing?.acknowledgedAt !== undefined) ||
		(action === 'snooze' && standing?.state === 'snoozed') ||
		(isJudged(standing) && (action === 'useful' || action === 'noise')) ||
		(action === 'wrongOwner' && standing?.handedOnAt !== undefined);
	return linksOf(links, [...MAIN, ...FURTHER]).filter(({ action }) => !isGiven(action));
}

/** That the owner was the wrong one says nothing of what the alert was worth. */
const isJudged = (standing: AlertStanding | undefined) =>
	standing?.verdict !== undefined && standing.verdict !== 'wrongOwner';

/** What can be answered to a message in Review. */
export function reviewAnswersOf(links: ActionLinks): AnswerLink[] {
	return linksOf(links, REVIEW_ACTIONS);
}

/** Whether an answer stands on a button, rather than below in small. */
export function isMainAnswer({ action }: AnswerLink): boolean {
	return !FURTHER.includes(action);
}

function linksOf(links: ActionLinks = {}, actions: readonly ResponseAction[]): AnswerLink[] {
	return actions.flatMap((action) => {
		const url = webLink(links[action]);
		return url === undefined ? [] : [{ action, label: labelOf(action), url }];
	});
}

/** Under an alert, nobody can take "Close" for anything but the alert. */
const labelOf = (action: ResponseAction) => (action === 'close' ? 'Close' : answerName(action));
