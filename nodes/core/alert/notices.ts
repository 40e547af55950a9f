import type { Delivery, KnownSentiment, Ticket } from '../item/types';
import { quoted } from '../text/shown';
import { countOf } from '../values/wording';

/** Lines that say what must be known before an alert is read on. */

const TEST = 'This is a test, sent to try out the workflow';
const REPEAT = 'This may be a repeat: an earlier attempt may have arrived';

/** Whether it is a test, whether it may be a repeat, and why it came another way than usual. */
export function noticesOf(
	delivery: Pick<Delivery, 'mayBeRepeat'> | undefined,
	detour: string | undefined,
	ticket?: Ticket,
): string[] {
	return [
		...(ticket?.isTest === true ? [TEST] : []),
		...(delivery?.mayBeRepeat === true ? [REPEAT] : []),
		...(detour === undefined ? [] : [detour]),
	];
}

/** For an alert that has been sent: what has come since, e.g. "Updated: 3 messages so far; the newest scored 72: “Export”". */
export function updatedNotice(
	messages: number | undefined,
	score: number | undefined,
	subject: string | undefined,
): string {
	const count =
		messages === undefined ? 'a further message' : `${countOf(messages, 'message')} so far`;
	const newest =
		score === undefined ? 'the newest could not be scored' : `the newest scored ${score}`;
	return [`Updated: ${count}; ${newest}`, quoted(subject)].filter(Boolean).join(': ');
}

/** For an update: that an alert is open, and how the score moved since it was sent. */
export function openAlertNotice(
	messages: number | undefined,
	score: number | undefined,
	before: KnownSentiment | undefined,
): string {
	const open =
		messages === undefined
			? 'The alert of this account is open'
			: `The alert of this account is open: ${countOf(messages, 'message')} so far`;
	if (score === undefined || before === undefined) return open;
	return `${open}. Frustration ${score}/100 now, ${before.score}/100 when the alert was sent`;
}
