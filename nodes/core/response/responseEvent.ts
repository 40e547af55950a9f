import type { ResponseAction, Verdict } from '../item/types';
import { VERDICTS } from '../item/deliveryReaders';
import { oneOf } from '../item/fields';
import type { AnswerDetails } from './answerForm';
import type { Answerable } from './answerable';

/** Written under `response`: an answer that was applied. Times are ISO 8601 in UTC. */
export interface ResponseEvent {
	action: ResponseAction;
	result: 'applied';
	/** Who answered, as far as it is known. */
	by?: string;
	at: string;
	/** Absent for a message in Review. */
	alertId?: string;
	/** When the answer was one. */
	verdict?: Verdict;
	/** After `snooze`. */
	snoozedUntil?: string;
	/** After `attach`: what belongs to the account from now on, e.g. "jo@acme.com" or "@acme.com". */
	attached?: string[];
	account?: { id?: string; name?: string };
	ticketKey?: string;
	isTest: boolean;
}

/**
 * What a workflow is told of an answer.
 * @param by who answered, where that is better known than whom the link was sent to
 */
export function responseEvent(
	action: ResponseAction,
	target: Answerable,
	{ accountId, accountName }: AnswerDetails,
	now: Date,
	{ by = target.person, attached }: { by?: string; attached?: readonly string[] } = {},
): ResponseEvent {
	const verdict = oneOf(VERDICTS, action);
	const snoozedUntil = action === 'snooze' ? target.standing?.snoozedUntil : undefined;
	const account = accountId === undefined ? target.account : { id: accountId, name: accountName };
	return {
		action,
		result: 'applied',
		...(by !== undefined && { by }),
		at: now.toISOString(),
		...(target.alertId !== undefined && { alertId: target.alertId }),
		...(verdict !== undefined && { verdict }),
		...(snoozedUntil !== undefined && { snoozedUntil }),
		...(attached !== undefined && attached.length > 0 && { attached: [...attached] }),
		...(account !== undefined && { account: idAndName(account) }),
		...(target.ticketKey !== undefined && { ticketKey: target.ticketKey }),
		isTest: target.isTest,
	};
}

function idAndName({ id, name }: { id?: string; name?: string }): { id?: string; name?: string } {
	return { ...(id !== undefined && { id }), ...(name !== undefined && { name }) };
}
