import type { Delivery, Ticket } from '../item/types';
import { quoted } from '../text/shown';
import { countOf } from '../values/wording';

/** Lines that say what must be known before an alert is read on. */

const TEST = 'This is a test, sent to try out the workflow';
const REPEAT = 'This may be a repeat: an earlier attempt may have arrived';

/** Whether it is a test, whether it may be a repeat, and why it came another way than usual. */
export function noticesOf(
	delivery: Pick<Delivery, 'mayBeRepeat'> | undefined,
	detours: ReadonlyArray<string | undefined>,
	ticket?: Ticket,
): string[] {
	return [
		...(ticket?.isTest === true ? [TEST] : []),
		...(delivery?.mayBeRepeat === true ? [REPEAT] : []),
		...detours.filter((detour) => detour !== undefined),
	];
}

/** For an alert that has taken in more messages, e.g. "Updated: 3 messages so far". */
export function updatedNotice(messages: number | undefined): string {
	return messages === undefined
		? 'Updated: a further message'
		: `Updated: ${countOf(messages, 'message')} so far`;
}

/** The same with the newest message: "Updated: 3 messages so far; the newest scored 72: “Export”". */
export function newestNotice(
	messages: number | undefined,
	score: number | undefined,
	subject: string | undefined,
): string {
	const newest =
		score === undefined ? 'the newest could not be scored' : `the newest scored ${score}`;
	return [`${updatedNotice(messages)}; ${newest}`, quoted(subject)].filter(Boolean).join(': ');
}

/** For an update: that an alert is open. */
export function openAlertNotice(messages: number | undefined): string {
	return messages === undefined
		? 'The alert of this account is open'
		: `The alert of this account is open: ${countOf(messages, 'message')} so far`;
}
