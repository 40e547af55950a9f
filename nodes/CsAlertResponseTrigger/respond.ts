import { actionsFor, hasEnded } from '../core/response/answerable';
import { readAskedForm, readDetails, type Asked } from '../core/response/answerForm';
import { askPage, type Asking } from '../core/response/askPage';
import {
	alreadyPage,
	closedPage,
	donePage,
	expiredPage,
	unknownPage,
	unsuitablePage,
} from '../core/response/outcomePage';
import type { ResponsePage } from '../core/response/pageFrame';
import { responseEvent, type ResponseEvent } from '../core/response/responseEvent';
import type { AlertLog, AnswerOutcome } from '../log/alertLog';

/** The part of the log that answers need; in the editor a sample stands in for it. */
export type AnswerLog = Pick<AlertLog, 'readAnswerTarget' | 'answer'>;

/** What an answer is worked on with. */
export interface Desk {
	/** Opened only for what may be a token of ours. */
	openLog(token: string): Promise<AnswerLog>;
	now: Date;
	/** IANA name of the zone whose clocks people read. */
	timeZone: string;
}

export interface Responded {
	page: ResponsePage;
	/** Only when something was changed. */
	event?: ResponseEvent;
}

/**
 * The page that a link opens. Mail scanners and previews open every link: nothing is changed, however often.
 * @throws LogError when the log cannot be read
 */
export async function showQuestion(asked: Asked, desk: Desk): Promise<ResponsePage> {
	const opened = await open(asked, desk);
	return 'page' in opened ? opened.page : askPage(opened.asking);
}

/**
 * Applies a form that was posted.
 * @throws LogError when the log cannot be read or written; sent again, the answer still counts once
 */
export async function takeAnswer(form: URLSearchParams, desk: Desk): Promise<Responded> {
	const opened = await open(readAskedForm(form), desk);
	if ('page' in opened) return opened;
	const { asking } = opened;
	const { action, target, token } = asking;
	const reading = readDetails(action, form, target);
	if ('problem' in reading) return { page: askPage({ ...asking, ...reading }) };
	const { details } = reading;
	const outcome = await opened.log.answer({ token, action, ...details }, desk.now);
	const page = outcomePage(asking, outcome);
	if (outcome.result !== 'applied' || outcome.target === undefined) return { page };
	const { attached } = outcome;
	return { page, event: responseEvent(action, outcome.target, details, desk.now, { attached }) };
}

/** What a request is about, or the page that says why there is nothing to answer. */
async function open(
	{ token, action: named }: Asked,
	{ openLog, now, timeZone }: Desk,
): Promise<{ asking: Asking; log: AnswerLog } | { page: ResponsePage }> {
	if (named === 'unknown') return { page: unsuitablePage() };
	if (token === undefined) return { page: unknownPage() };
	const log = await openLog(token);
	const target = await log.readAnswerTarget(token, now);
	if (target === undefined) return { page: unknownPage() };
	if (target.isExpired) return { page: expiredPage(target.expiresAt, timeZone) };
	const link = { target, token, timeZone };
	const possible = actionsFor(target);
	// What is asked for most of an alert that has ended is none of what is left.
	const action = named ?? (hasEnded(target) ? undefined : possible[0]);
	if (action !== undefined && possible.includes(action))
		return { asking: { ...link, action }, log };
	return { page: hasEnded(target) ? closedPage(link) : unsuitablePage(action) };
}

/** What the person reads: things may have changed between the look and the answer. */
function outcomePage(asking: Asking, { result, target, attached }: AnswerOutcome): ResponsePage {
	const now = { ...asking, target: target ?? asking.target };
	switch (result) {
		case 'applied':
			return donePage(now, attached);
		case 'already':
			return alreadyPage(now);
		case 'closed':
			return closedPage(now);
		case 'expired':
			return expiredPage(now.target.expiresAt, now.timeZone);
		case 'unknown':
			return unknownPage();
	}
}
