import { labelOf } from '../score/labels';
import { shown } from '../text/shown';
import { countOf } from '../values/wording';
import { aboutOf, type DigestRow } from './digestRow';

/** How a message reads as one line of a digest. */

const MOST_REASON = 160;

/** Whether every way to its owner was tried. */
export function isUndelivered({ state, delivery }: DigestRow): boolean {
	return (state === 'alerting' || state === 'failed') && delivery?.state === 'undelivered';
}

/** Alerts nobody got, then what failed, then what waits. */
export function byUrgency(a: DigestRow, b: DigestRow): number {
	const rank = (message: DigestRow) =>
		isUndelivered(message) ? 0 : message.state === 'failed' ? 1 : 2;
	return rank(a) - rank(b);
}

/** What is wrong with it, and why. */
export function problemEntry(message: DigestRow): string {
	const { state, delivery, attempts } = message;
	const what = isUndelivered(message)
		? 'not delivered'
		: state === 'failed'
			? 'failed'
			: state === 'alerting'
				? 'not yet delivered'
				: `not yet decided after ${countOf(attempts, 'attempt')}`;
	// The reason of one that is being delivered is why it alerted, which is not what is wrong with it.
	const reason = state === 'alerting' ? undefined : message.reason;
	const why = shown(delivery?.error ?? reason, MOST_REASON);
	return [`${what}: ${aboutOf(message)}`, why].filter(Boolean).join(' – ');
}

/** Its score first. */
export function scoredEntry(message: DigestRow): string {
	const { score } = message;
	const about = aboutOf(message);
	return score === undefined ? about : `${score} ${labelOf(score)}: ${about}`;
}

/** Whom it went to. */
export function alertedEntry(message: DigestRow): string {
	const owner = shown(message.ownerName, 80);
	const extra = [
		owner && `owner ${owner}`,
		message.state === 'updated' && 'added to an open alert',
		message.state === 'alerting' && 'on its way',
	].filter(Boolean);
	const entry = scoredEntry(message);
	return extra.length === 0 ? entry : `${entry} (${extra.join(', ')})`;
}

/** Why it went no further. */
export function reasonEntry(message: DigestRow): string {
	return [aboutOf(message), shown(message.reason, MOST_REASON)].filter(Boolean).join(' – ');
}
