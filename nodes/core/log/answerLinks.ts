import { RESPONSE_ACTIONS, VERDICTS } from '../item/deliveryReaders';
import type { ActionLinks, ResponseAction } from '../item/types';

/** A verdict is taken of an alert that has ended, too: calibration reads it. */
const CLOSED_ACTIONS: readonly ResponseAction[] = VERDICTS;
/** What can be answered to a message that waits in Review. */
export const REVIEW_ACTIONS: readonly ResponseAction[] = ['attach', 'dismiss'];
/** What readers of an alert can answer while it has not ended, in the order they are offered. */
const OPEN_ACTIONS = RESPONSE_ACTIONS.filter((action) => !REVIEW_ACTIONS.includes(action));

/**
 * Where one answer is given.
 * @param address of a CS Alert Response Trigger, as it is reached from outside
 */
export function answerLink(address: string, token: string, action: ResponseAction): string {
	const mark = address.includes('?') ? '&' : '?';
	return `${address}${mark}token=${encodeURIComponent(token)}&action=${action}`;
}

interface AlertState {
	isClosed: boolean;
	/** Whether its account is known, or several accounts have its trouble. */
	isMatched: boolean;
}

/** What can be answered to an alert; its sender is attached only where the account is not known. */
export function alertActions({ isClosed, isMatched }: AlertState): readonly ResponseAction[] {
	if (isClosed) return CLOSED_ACTIONS;
	return isMatched ? OPEN_ACTIONS : [...OPEN_ACTIONS, 'attach'];
}

/** The links of an alert. */
export function alertLinks(address: string, token: string, state: AlertState): ActionLinks {
	return linksOf(address, token, alertActions(state));
}

/** The links of a message that waits in Review. */
export function reviewLinks(address: string, token: string): ActionLinks {
	return linksOf(address, token, REVIEW_ACTIONS);
}

function linksOf(address: string, token: string, actions: readonly ResponseAction[]): ActionLinks {
	return Object.fromEntries(actions.map((action) => [action, answerLink(address, token, action)]));
}
