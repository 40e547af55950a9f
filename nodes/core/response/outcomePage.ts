import type { ResponseAction } from '../item/types';
import { shown } from '../text/shown';
import { listOf } from '../values/wording';
import { ACTION_WORDS, nextWords } from './actionWords';
import { furtherAnswers, testNote, type Asking, type Link } from './askPage';
import { facts } from './facts';
import { markup } from './markup';
import { page, paragraph, type ResponsePage } from './pageFrame';
import { shownTime } from './shownTime';
import { doneBefore, standingLines } from './standingLines';

/** What people read after an answer, and where a link leads nowhere. */

/** The answer has been taken. */
export function donePage(asking: Asking, attached: readonly string[] = []): ResponsePage {
	const { action, target, timeZone } = asking;
	const { done } = ACTION_WORDS[action];
	return page(200, done, [
		testNote(target),
		paragraph(nextWords(action, target.standing)),
		paragraph(rememberedLine(attached)),
		facts(target, timeZone),
		action === 'attach' || action === 'dismiss' ? markup`` : furtherAnswers(asking, action),
	]);
}

function rememberedLine(attached: readonly string[]): string | undefined {
	const names = attached.flatMap((name) => shown(name.replace(/^@/, 'all of @')) ?? []);
	return names.length === 0
		? undefined
		: `Remembered: messages of ${listOf(names)} belong to this account from now on.`;
}

/** The same answer was given before; nothing was changed. */
export function alreadyPage(asking: Asking): ResponsePage {
	const { action, target, timeZone } = asking;
	const { standing } = target;
	const before =
		standing && (doneBefore(action, standing, timeZone) ?? standingLines(standing, timeZone)[0]);
	return page(200, 'Already done', [
		testNote(target),
		paragraph(before),
		paragraph('Somebody has answered this before. Nothing was changed.'),
		facts(target, timeZone),
		furtherAnswers(asking, action),
	]);
}

/** The alert has ended, or the message was dealt with; nothing was changed. */
export function closedPage(link: Link): ResponsePage {
	const { target, timeZone } = link;
	const isReview = target.messageRow !== undefined;
	const because = shown(target.reviewedBecause);
	return page(200, isReview ? 'This message was dealt with' : 'This alert is closed', [
		testNote(target),
		paragraph(because),
		paragraph(
			isReview
				? 'Nothing was changed.'
				: 'Nothing was changed. The customer’s next frustrated message opens a new alert.',
		),
		facts(target, timeZone),
		furtherAnswers(link),
	]);
}

/** Nothing of the customer stands there: whoever finds an old link learns nothing by it. */
export function expiredPage(expiresAt: Date, timeZone: string): ResponsePage {
	const at = shownTime(expiresAt, timeZone);
	return page(410, 'This link has expired', [
		paragraph(
			`${at === undefined ? 'It works no longer' : `It worked until ${at}`}. Nothing was changed.`,
		),
		paragraph('The next message about this customer brings new links.'),
	]);
}

export function unknownPage(): ResponsePage {
	return page(404, 'This link is not known', [
		paragraph('It may be incomplete, or what it was about is no longer kept.'),
		paragraph(
			'Open it once more from the alert itself rather than copying it. Nothing was changed.',
		),
	]);
}

/** @param action what is asked for; absent when it is none of ours */
export function unsuitablePage(action?: ResponseAction): ResponsePage {
	return page(400, 'This cannot be answered here', [
		paragraph(
			action === undefined
				? 'The link asks for an answer that does not exist. It may be incomplete.'
				: `“${ACTION_WORDS[action].button}” is no answer to what this link is about.`,
		),
		paragraph(
			'Open it once more from the alert itself rather than copying it. Nothing was changed.',
		),
	]);
}

export function unreadablePage(): ResponsePage {
	return page(400, 'This could not be read', [
		paragraph(
			'What was sent is no form of ours. Open the link in the alert again, and answer there. Nothing was changed.',
		),
	]);
}

export function tooLargePage(): ResponsePage {
	return page(413, 'This is too much', [
		paragraph(
			'What was sent is larger than any answer of ours. Open the link in the alert again, and answer there. Nothing was changed.',
		),
	]);
}

/** @param isAnswer whether something was to be changed */
export function laterPage(isAnswer: boolean): ResponsePage {
	return page(503, 'Please try again in a minute', [
		paragraph(
			isAnswer
				? 'The alert log cannot be reached right now, so your answer may not have been taken. Go back and send it again in a minute: it counts once.'
				: 'The alert log cannot be reached right now. Open this link again in a minute.',
		),
	]);
}
