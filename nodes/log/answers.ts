import { VERDICTS } from '../core/item/deliveryReaders';
import { MOST_SNOOZE_DAYS, SNOOZE_DAYS } from '../core/response/actionWords';
import type { ResponseAction, Verdict } from '../core/item/types';
import { addEvent } from './alertEvents';
import type { Answer, AnswerOutcome, AnswerResult } from './alertLog';
import { changeStanding, closeAlert, holdAlert, NO_SNOOZE } from './alertStanding';
import { targetOf } from './answerTargets';
import { readToken } from './answerTokens';
import { attachAlert } from './attach';
import type { Query, SqlRow } from './database';
import { keepMessageTrue } from './deliveryLine';
import { addFollowUp, dropFollowUps } from './followUps';
import { handOn } from './handOn';
import { answerReview } from './reviewAnswers';
import { dateIn, numberIn, storedText, textIn } from './rows';

/** What people answer. Each answer holds its alert, so that of two at the same instant one is second. */

const DAY_MS = 86_400_000;
/** Twice within this time is a link clicked twice, not a longer snooze. */
const SAME_SNOOZE_MS = 60 * 60_000;
const MOST_NAME = 200;

/** These verdicts say that there is nothing to do. */
const CLOSING: Partial<Record<Verdict, string>> = {
	noise: 'Noise: this was not worth an alert',
	wrongAccount: 'The account was the wrong one',
};

export interface Answered {
	outcome: AnswerOutcome;
	/** Whether messages in Review run again. */
	isRunning: boolean;
}

/** What one answer did. */
export interface Done {
	result: AnswerResult;
	attached?: string[];
	isRunning?: boolean;
}

export interface Context {
	/** Absent where nobody can tell. */
	by?: string;
	now: Date;
}

/** Applies an answer inside a transaction. */
export async function answer(query: Query, given: Answer, now: Date): Promise<Answered> {
	const token = await readToken(query, given.token);
	if (token === undefined) return { outcome: { result: 'unknown' }, isRunning: false };
	const done = await apply(query, token, given, now);
	const target = done.result === 'unknown' ? undefined : await targetOf(query, token, now);
	return {
		outcome: {
			result: target === undefined ? 'unknown' : done.result,
			...(target !== undefined && { target }),
			...(done.attached !== undefined && { attached: done.attached }),
		},
		isRunning: done.isRunning === true,
	};
}

async function apply(query: Query, token: SqlRow, given: Answer, now: Date): Promise<Done> {
	if ((dateIn(token, 'expires_at') ?? now) <= now) return { result: 'expired' };
	const context: Context = { by: given.by ?? textIn(token, 'person'), now };
	const alertId = textIn(token, 'alert_id');
	if (alertId === undefined) {
		return await answerReview(query, textIn(token, 'message_row') ?? '', given, context);
	}
	const alert = await holdAlert(query, alertId);
	if (alert === undefined) return { result: 'unknown' };
	const done = await answerAlert(query, alert, alertId, given, context);
	if (done.result === 'applied') await keepMessageTrue(query, alertId, now);
	return done;
}

async function answerAlert(
	query: Query,
	alert: SqlRow,
	alertId: string,
	given: Answer,
	context: Context,
): Promise<Done> {
	const { action } = given;
	if (isVerdict(action)) return await judge(query, alert, alertId, action, context);
	if (action === 'dismiss') return { result: 'unknown' };
	if (textIn(alert, 'state') === 'closed') return { result: 'closed' };
	if (action === 'acknowledge') return await acknowledge(query, alert, alertId, context);
	if (action === 'snooze') return await snooze(query, alert, alertId, given.days, context);
	if (action === 'attach') return await attachAlert(query, alertId, given, context);
	await closeAlert(query, alertId, { by: context.by }, context.now);
	return { result: 'applied' };
}

const isVerdict = (action: ResponseAction): action is Verdict =>
	VERDICTS.some((verdict) => verdict === action);

async function acknowledge(
	query: Query,
	alert: SqlRow,
	alertId: string,
	{ by, now }: Context,
): Promise<Done> {
	if (textIn(alert, 'state') === 'acknowledged') return { result: 'already' };
	await changeStanding(query, alertId, acknowledgement({ by, now }));
	await dropFollowUps(query, alertId);
	await addEvent(query, alertId, { kind: 'acknowledged', by }, now);
	return { result: 'applied' };
}

const acknowledgement = ({ by, now }: Context) => ({
	state: 'acknowledged',
	acknowledged_at: now.getTime(),
	acknowledged_by: storedText(by, MOST_NAME),
	...NO_SNOOZE,
});

/** A verdict is taken whenever it comes; one on an alert that is open answers it, too, or hands it on. */
async function judge(
	query: Query,
	alert: SqlRow,
	alertId: string,
	verdict: Verdict,
	{ by, now }: Context,
): Promise<Done> {
	const state = textIn(alert, 'state');
	const isHandedOn = verdict === 'wrongOwner' && dateIn(alert, 'handed_on_at') !== undefined;
	if (textIn(alert, 'verdict') === verdict && (state !== 'open' || isHandedOn)) {
		return { result: 'already' };
	}
	// Whoever has nothing to do with it is not on it.
	const isAnswered = state === 'open' && verdict !== 'wrongOwner';
	await changeStanding(query, alertId, {
		...(isAnswered && acknowledgement({ by, now })),
		verdict,
		verdict_by: storedText(by, MOST_NAME),
	});
	await addEvent(query, alertId, { kind: 'verdict', by, detail: verdict }, now);
	if (state === 'closed') return { result: 'applied' };
	const because = CLOSING[verdict];
	if (because !== undefined) await closeAlert(query, alertId, { because, by }, now);
	else if (isAnswered) await dropFollowUps(query, alertId);
	else if (verdict === 'wrongOwner') await handOn(query, alert, alertId, { by, now });
	return { result: 'applied' };
}

async function snooze(
	query: Query,
	alert: SqlRow,
	alertId: string,
	days: number | undefined,
	{ by, now }: Context,
): Promise<Done> {
	const whole = Number.isFinite(days) ? Math.round(days ?? SNOOZE_DAYS) : SNOOZE_DAYS;
	const until = new Date(now.getTime() + Math.min(Math.max(whole, 1), MOST_SNOOZE_DAYS) * DAY_MS);
	const before = dateIn(alert, 'snoozed_until');
	if (before !== undefined && Math.abs(until.getTime() - before.getTime()) < SAME_SNOOZE_MS) {
		return { result: 'already' };
	}
	const isLonger = textIn(alert, 'state') === 'snoozed';
	await changeStanding(query, alertId, {
		state: 'snoozed',
		snoozed_until: until.getTime(),
		snoozed_by: storedText(by, MOST_NAME),
		...(!isLonger && { messages_before_snooze: numberIn(alert, 'messages') ?? 0 }),
	});
	await dropFollowUps(query, alertId);
	await addFollowUp(query, alertId, 'snoozeEnd', until);
	await addEvent(query, alertId, { kind: 'snoozed', by, detail: until.toISOString() }, now);
	return { result: 'applied' };
}
