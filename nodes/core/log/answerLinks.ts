import type { ActionLinks, ResponseAction } from '../item/types';

/** What readers of an alert can answer while it has not ended, in the order they are offered. */
const OPEN_ACTIONS = [
	'acknowledge',
	'useful',
	'noise',
	'wrongAccount',
	'wrongOwner',
	'snooze',
	'close',
] as const satisfies readonly ResponseAction[];
/** A verdict is taken of an alert that has ended, too: calibration reads it. */
const CLOSED_ACTIONS = ['useful', 'noise', 'wrongAccount', 'wrongOwner'] as const;
const REVIEW_ACTIONS = ['attach', 'dismiss'] as const;

/**
 * Where one answer is given.
 * @param address of a CS Alert Response Trigger, as it is reached from outside
 */
export function answerLink(address: string, token: string, action: ResponseAction): string {
	const mark = address.includes('?') ? '&' : '?';
	return `${address}${mark}token=${encodeURIComponent(token)}&action=${action}`;
}

/** The links of an alert; with one to attach its sender to an account where the account is not known. */
export function alertLinks(
	address: string,
	token: string,
	{ isClosed, isMatched }: { isClosed: boolean; isMatched: boolean },
): ActionLinks {
	if (isClosed) return linksOf(address, token, CLOSED_ACTIONS);
	return linksOf(address, token, isMatched ? OPEN_ACTIONS : [...OPEN_ACTIONS, 'attach']);
}

/** The links of a message that waits in Review. */
export function reviewLinks(address: string, token: string): ActionLinks {
	return linksOf(address, token, REVIEW_ACTIONS);
}

function linksOf(address: string, token: string, actions: readonly ResponseAction[]): ActionLinks {
	return Object.fromEntries(actions.map((action) => [action, answerLink(address, token, action)]));
}
