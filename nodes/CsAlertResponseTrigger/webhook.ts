import type { IWebhookFunctions } from 'n8n-workflow';

import { headerOf } from '../core/helpdesk/signature';
import { readAsked } from '../core/response/answerForm';
import { laterPage, tooLargePage, unreadablePage } from '../core/response/outcomePage';
import type { ResponsePage } from '../core/response/pageFrame';
import type { ResponseEvent } from '../core/response/responseEvent';
import { openLog } from '../log/open';
import { reasonOf } from '../shared/reasonOf';
import { showQuestion, takeAnswer, type Desk, type Responded } from './respond';
import { SAMPLE_TOKEN, sampleLog } from './sampleAlert';
import { sendPage, sendToSlack } from './send';
import { takeSlackButton, type SlackAnswer } from './slackButtons';
import { tellPresser } from './tellPresser';

/** A form of ours is some hundred bytes long. */
const MOST_FORM_BYTES = 64_000;
/** Slack sends the whole message along, up to 50 blocks of it in percent-encoding. */
const MOST_SLACK_BYTES = 512_000;
const FORM_TYPE = 'application/x-www-form-urlencoded';

/**
 * Answers one request: a link that is opened, a form that is posted, or a button in Slack.
 * @returns what was answered, when that has changed something
 */
export async function answerWebhook(
	context: IWebhookFunctions,
): Promise<ResponseEvent | undefined> {
	const { method } = context.getRequestObject();
	const response = context.getResponseObject();
	if (method !== 'POST') {
		sendPage(response, await answerLink(context), method !== 'HEAD');
		return undefined;
	}
	const posted = readPosted(context);
	if (posted.kind === 'slack') {
		const answer = await answerSlack(context, posted.bytes);
		sendToSlack(response, answer);
		// Slack waits three seconds for its answer, which it has by now.
		if (answer.note !== undefined) void tellPresser(context, answer.note);
		return answer.event;
	}
	const { page, event } = await answerPosted(context, posted);
	sendPage(response, page);
	return event;
}

async function answerLink(context: IWebhookFunctions): Promise<ResponsePage> {
	// Whoever listens in the editor and opens the test URL as it is gets something to answer.
	const sample = isListening(context) ? { token: SAMPLE_TOKEN } : {};
	const asked = { ...sample, ...readAsked(context.getQueryData()) };
	try {
		return await showQuestion(asked, deskOf(context));
	} catch (error) {
		tell(context, error);
		return laterPage(false);
	}
}

type Posted =
	| { kind: 'tooLarge' }
	| { kind: 'unreadable' }
	| { kind: 'slack'; bytes: Buffer }
	| { kind: 'form'; form: URLSearchParams };

/** What was posted, by its size and its type, before anything of it is believed. */
function readPosted(context: IWebhookFunctions): Posted {
	const headers = context.getHeaderData();
	// Absent when n8n kept none, as for forms with files.
	const bytes = context.getRequestObject().rawBody as Buffer | undefined;
	if (bytes === undefined) return { kind: 'unreadable' };
	const isSigned = headerOf(headers, 'x-slack-signature') !== undefined;
	if (bytes.length > (isSigned ? MOST_SLACK_BYTES : MOST_FORM_BYTES)) return { kind: 'tooLarge' };
	if (isSigned) return { kind: 'slack', bytes };
	const type = headerOf(headers, 'content-type')?.split(';')[0]?.trim().toLowerCase();
	if (type !== FORM_TYPE) return { kind: 'unreadable' };
	const form = new URLSearchParams(bytes.toString('utf8'));
	return form.has('payload') ? { kind: 'slack', bytes } : { kind: 'form', form };
}

async function answerPosted(
	context: IWebhookFunctions,
	posted: Exclude<Posted, { kind: 'slack' }>,
): Promise<Responded> {
	if (posted.kind === 'tooLarge') return { page: tooLargePage() };
	if (posted.kind === 'unreadable') return { page: unreadablePage() };
	try {
		return await takeAnswer(posted.form, deskOf(context));
	} catch (error) {
		tell(context, error);
		return { page: laterPage(true) };
	}
}

async function answerSlack(context: IWebhookFunctions, bytes: Buffer): Promise<SlackAnswer> {
	try {
		return await takeSlackButton(context, bytes, deskOf(context));
	} catch (error) {
		tell(context, error);
		return {
			status: 503,
			text: 'The alert log cannot take it now. Press the button again in a minute',
		};
	}
}

function deskOf(context: IWebhookFunctions): Desk {
	const listens = isListening(context);
	return {
		openLog: async (token) => (listens && token === SAMPLE_TOKEN ? sampleLog() : await openLog()),
		now: new Date(),
		timeZone: context.getTimezone(),
	};
}

/** Whether somebody listens for a test event in the editor, at the test URL. */
function isListening(context: IWebhookFunctions): boolean {
	return context.getMode() === 'manual';
}

/** Told n8n's log, not the person: files and hosts are none of theirs. */
function tell(context: IWebhookFunctions, error: unknown): void {
	const reason = reasonOf(error);
	context.logger.error(`${context.getNode().name}: ${reason}`);
}
