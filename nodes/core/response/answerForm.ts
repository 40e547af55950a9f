import { RESPONSE_ACTIONS } from '../item/deliveryReaders';
import { isObject, oneOf } from '../item/fields';
import type { ResponseAction } from '../item/types';
import { oneLine } from '../text/shown';
import { textOf } from '../values/text';
import { MOST_SNOOZE_DAYS, SNOOZE_DAYS } from './actionWords';
import { attachableDomain, choosable, type Answerable } from './answerable';

/** What comes back from a link or a form of ours. Anybody can send anything: whatever does not fit is absent. */

/** Of the form's fields. */
export const FIELDS = {
	token: 'token',
	action: 'action',
	days: 'days',
	account: 'account',
	accountId: 'accountId',
	accountName: 'accountName',
	wholeDomain: 'wholeDomain',
} as const;

/** Values of the choice among accounts: a candidate's stands in front of its ID, so that no ID can pass for the other. */
export const KNOWN_ACCOUNT = 'known:';
export const OTHER_ACCOUNT = 'other';

/** Tokens are letters, digits, "-" and "_"; no longer one is ever looked up. */
const TOKEN = /^[\w-]{1,200}$/;
const MOST_ACCOUNT_TEXT = 200;

/** What a request asks for. */
export interface Asked {
	/** Absent when there is none that could be ours. */
	token?: string;
	/** Absent when none is named. */
	action?: ResponseAction | 'unknown';
}

/** What the query of a link asks for; lists and objects, as n8n reads "token[]=…", are none of ours. */
export function readAsked(query: unknown): Asked {
	if (!isObject(query)) return {};
	return asked(query[FIELDS.token], query[FIELDS.action]);
}

/** What a posted form asks for. A button stands behind the field of the same name, so the last one counts. */
export function readAskedForm(form: URLSearchParams): Asked {
	return asked(form.get(FIELDS.token), form.getAll(FIELDS.action).at(-1));
}

function asked(token: unknown, action: unknown): Asked {
	return {
		...(typeof token === 'string' && TOKEN.test(token) && { token }),
		...(action !== undefined && action !== '' && { action: actionOf(action) }),
	};
}

function actionOf(action: unknown): ResponseAction | 'unknown' {
	return oneOf(RESPONSE_ACTIONS, action) ?? 'unknown';
}

/** What an answer says besides who gives which. */
export interface AnswerDetails {
	days?: number;
	accountId?: string;
	accountName?: string;
	wholeDomain?: boolean;
}

/** What somebody typed, to be shown again when it cannot be taken. */
export interface Typed {
	days?: string;
	account?: string;
	accountId?: string;
	accountName?: string;
	wholeDomain?: boolean;
}

export type DetailsReading = { details: AnswerDetails } | { problem: string; typed: Typed };

/** The details of an answer that was posted, or why they cannot be taken, in plain words naming the field. */
export function readDetails(
	action: ResponseAction,
	form: URLSearchParams,
	target: Answerable,
): DetailsReading {
	if (action === 'snooze') return snoozeDetails(form);
	return action === 'attach' ? attachDetails(form, target) : { details: {} };
}

function snoozeDetails(form: URLSearchParams): DetailsReading {
	const typed = form.get(FIELDS.days)?.trim();
	// The button on the pages of other answers has no field.
	if (typed === undefined) return { details: { days: SNOOZE_DAYS } };
	const days = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
	if (days >= 1 && days <= MOST_SNOOZE_DAYS) return { details: { days } };
	const problem = `Days must be a whole number from 1 to ${MOST_SNOOZE_DAYS}`;
	return { problem, typed: { days: typedText(typed) } };
}

function attachDetails(form: URLSearchParams, target: Answerable): DetailsReading {
	const account = form.get(FIELDS.account) ?? undefined;
	const accountId = typedText(form.get(FIELDS.accountId));
	const accountName = typedText(form.get(FIELDS.accountName));
	const wholeDomain =
		form.has(FIELDS.wholeDomain) && attachableDomain(target) !== undefined ? true : undefined;
	const known = choosable(target).find(({ id }) => account === `${KNOWN_ACCOUNT}${id}`);
	if (known !== undefined) {
		return { details: { accountId: known.id, accountName: known.name, wholeDomain } };
	}
	if (accountId !== undefined && (account === undefined || account === OTHER_ACCOUNT)) {
		return { details: { accountId, accountName, wholeDomain } };
	}
	const problem =
		choosable(target).length > 0
			? 'Choose one of the accounts, or choose Another Account and enter its ID under Account ID'
			: 'Enter the account’s ID under Account ID';
	return { problem, typed: { account, accountId, accountName, wholeDomain } };
}

/** What people paste, on one line, without what shows nothing and at most as long as an ID or a name ever is. */
function typedText(value: string | null): string | undefined {
	return textOf(oneLine((value ?? '').slice(0, MOST_ACCOUNT_TEXT)));
}
