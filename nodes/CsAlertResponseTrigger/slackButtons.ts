import type { IWebhookFunctions } from 'n8n-workflow';

import type { Headers } from '../core/helpdesk';
import { ACTION_WORDS, SNOOZE_DAYS } from '../core/response/actionWords';
import { responseEvent, type ResponseEvent } from '../core/response/responseEvent';
import {
	readPressedButton,
	slackSignature,
	type PressedButton,
} from '../core/response/slackButton';
import { slackNote } from '../core/response/slackNote';
import { trimmedTextOf } from '../core/values/text';
import type { AnswerOutcome } from '../log/alertLog';
import { reasonOf } from '../shared/reasonOf';
import { holds } from '../shared/signature';
import type { Desk } from './respond';
import type { Note } from './tellPresser';

/** The credential with the app's signing secret; "none" where no Slack app sends its buttons here. */
export type SlackButtons = 'none' | 'slackApi' | 'slackOAuth2Api';

/** What goes back to Slack, which shows nothing of it but whether it went well. */
export interface SlackAnswer {
	status: number;
	/** Why not, for whoever looks into it; Slack ignores it. */
	text?: string;
	event?: ResponseEvent;
	/** For whoever pressed, once Slack has its answer. */
	note?: Note;
}

const NOT_SET_UP =
	'Slack Buttons is not set up in the CS Alert Response Trigger. Choose the credential there that holds the signing secret of your Slack app';
const NOT_SIGNED: SlackAnswer = {
	status: 401,
	text: 'The signature is missing, wrong or too old',
};
const NO_SECRET =
	'The Slack credential of the CS Alert Response Trigger has no Signature Secret. Copy the Signing Secret from Basic Information of your Slack app';

/**
 * Takes a button that was pressed in Slack. The signature comes before all else: until it holds, nothing of the body
 * is read. The alert's message is changed by the log's own deliveries.
 * @throws LogError when the log cannot take it, so that Slack shows the person that it failed
 */
export async function takeSlackButton(
	context: IWebhookFunctions,
	rawBody: Buffer,
	desk: Desk,
): Promise<SlackAnswer> {
	const refusal = await refusalOf(context, rawBody, desk.now);
	if (refusal !== undefined) return refusal;
	const form = new URLSearchParams(rawBody.toString('utf8'));
	const pressed = readPressedButton(form.get('payload'));
	// Which account to attach is asked on a page.
	if (pressed === undefined || pressed.action === 'attach') return { status: 200 };
	const { action } = pressed;
	const details = action === 'snooze' ? { days: SNOOZE_DAYS } : {};
	const log = await desk.openLog(pressed.token);
	const { token, by } = pressed;
	const outcome = await log.answer({ token, action, by, ...details }, desk.now);
	const { result, target } = outcome;
	const note = noteOf(pressed, outcome, desk);
	if (result === 'applied' && target !== undefined) {
		const event = responseEvent(action, target, details, desk.now, { by });
		return { status: 200, event, note };
	}
	tell(context, `${ACTION_WORDS[action].button} was pressed in Slack, ${NOTHING_DONE[result]}`);
	return { status: 200, note };
}

/**
 * Nothing where the message that the button stands on is about to show what was answered. That an alert is handed on, it
 * shows only when it has arrived there.
 */
function noteOf(
	{ action, responseUrl, messageTs, threadTs }: PressedButton,
	{ result, target }: AnswerOutcome,
	{ timeZone }: Desk,
): Note | undefined {
	if (responseUrl === undefined) return undefined;
	const isShown = target?.message !== undefined && target.message.ts === messageTs;
	if (result === 'applied' && isShown && action !== 'wrongOwner') return undefined;
	return { url: responseUrl, message: slackNote({ action, result, target, timeZone }, threadTs) };
}

const NOTHING_DONE = {
	applied: 'and is done',
	already: 'but was done before',
	closed: 'but the alert is closed',
	expired: 'but its button has expired',
	unknown: 'but its button belongs to no alert in the log',
};

/** Why a request is not taken for Slack's; absent when it is. */
async function refusalOf(
	context: IWebhookFunctions,
	rawBody: Buffer,
	now: Date,
): Promise<SlackAnswer | undefined> {
	const type = context.getNodeParameter('slackButtons', 'none') as SlackButtons;
	if (type === 'none') return refuse(context, NOT_SET_UP);
	const headers: Headers = context.getHeaderData();
	const claim = slackSignature(headers);
	// n8n takes long to read a credential: not for a stranger.
	if (claim === undefined) return NOT_SIGNED;
	let secret: string | undefined;
	try {
		const { signatureSecret } = await context.getCredentials(type);
		secret = trimmedTextOf(signatureSecret);
	} catch (error) {
		tell(context, reasonOf(error));
		return { status: 503, text: 'The Slack credential cannot be used now' };
	}
	if (secret === undefined) return refuse(context, NO_SECRET);
	return holds(claim, rawBody, secret, now) ? undefined : NOT_SIGNED;
}

/** Where a setting is missing, n8n's own log says so, too: nobody sees what Slack is told. */
function refuse(context: IWebhookFunctions, text: string): SlackAnswer {
	tell(context, text);
	return { status: 401, text };
}

function tell(context: IWebhookFunctions, text: string): void {
	context.logger.warn(`${context.getNode().name}: ${text}`);
}
