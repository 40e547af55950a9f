import type { AlertStanding, ResponseAction, Verdict } from '../item/types';
import { shown } from '../text/shown';
import { shownTime } from './shownTime';

/** How an alert stands and who said so, in plain words. */

const VERDICTS: Record<Verdict, string> = {
	useful: 'useful',
	noise: 'noise',
	wrongAccount: 'wrong account',
	wrongOwner: 'wrong owner',
};

/** All that is known of it, the newest state first. */
export function standingLines(standing: AlertStanding, timeZone: string): string[] {
	const { openedAt, escalatedAt, handedOnAt, handedOnTo, verdict, verdictBy } = standing;
	const lines = [stateLine(standing, timeZone)];
	if (standing.state !== 'acknowledged' && standing.acknowledgedAt !== undefined) {
		lines.push(acknowledgedLine(standing, timeZone));
	}
	if (standing.state !== 'closed' && escalatedAt !== undefined) {
		lines.push(sentence('Escalated', undefined, escalatedAt, timeZone));
	}
	if (verdict !== undefined) lines.push(verdictLine(verdict, verdictBy));
	if (handedOnAt !== undefined) lines.push(handedOnLine(handedOnAt, handedOnTo, timeZone));
	if (standing.state !== 'open') lines.push(sentence('Opened', undefined, openedAt, timeZone));
	return lines;
}

function stateLine(standing: AlertStanding, timeZone: string): string {
	switch (standing.state) {
		case 'open':
			return sentence('Open since', undefined, standing.openedAt, timeZone);
		case 'acknowledged':
			return acknowledgedLine(standing, timeZone);
		case 'snoozed':
			return snoozedLine(standing, timeZone);
		case 'closed':
			return closedLine(standing, timeZone);
	}
}

function acknowledgedLine({ acknowledgedBy, acknowledgedAt }: AlertStanding, timeZone: string) {
	return sentence('Acknowledged', acknowledgedBy, acknowledgedAt, timeZone);
}

function snoozedLine({ snoozedUntil, snoozedBy }: AlertStanding, timeZone: string): string {
	const until = shownTime(snoozedUntil, timeZone);
	return [`Snoozed${by(snoozedBy)}`, until && `until ${until}`].filter(Boolean).join(' ');
}

/** e.g. "Closed by Dana on Nov 28, 2026, 2:05 PM GMT+1: The helpdesk solved the ticket". */
function closedLine(
	{ closedBy, closedAt, closedBecause }: AlertStanding,
	timeZone: string,
): string {
	const reason = shown(closedBecause);
	return [sentence('Closed', closedBy, closedAt, timeZone), reason].filter(Boolean).join(': ');
}

function verdictLine(verdict: Verdict, verdictBy: string | undefined): string {
	return `Marked as ${VERDICTS[verdict]}${by(verdictBy)}`;
}

/** e.g. "Handed on to Kim Lee on Nov 28, 2026, 2:05 PM GMT+1". */
function handedOnLine(at: string, to: string | undefined, timeZone: string): string {
	const who = shown(to, 80);
	return sentence(who === undefined ? 'Handed on' : `Handed on to ${who}`, undefined, at, timeZone);
}

/**
 * That an answer was given before, e.g. "Acknowledged by Dana on Nov 28, 2026, 2:05 PM GMT+1". Absent when it was not, and
 * for snoozing, which can be done anew.
 */
export function doneBefore(
	action: ResponseAction,
	standing: AlertStanding,
	timeZone: string,
): string | undefined {
	if (action === 'acknowledge' && standing.state === 'acknowledged') {
		return acknowledgedLine(standing, timeZone);
	}
	if (action === 'close' && standing.state === 'closed') return closedLine(standing, timeZone);
	if (action === 'wrongOwner' && standing.verdict === action && standing.handedOnAt !== undefined) {
		return handedOnLine(standing.handedOnAt, standing.handedOnTo, timeZone);
	}
	// One from before the alert went out anew can be given again.
	return standing.verdict === action && standing.state !== 'open'
		? verdictLine(standing.verdict, standing.verdictBy)
		: undefined;
}

function sentence(
	what: string,
	person: string | undefined,
	time: string | undefined,
	timeZone: string,
): string {
	const at = shownTime(time, timeZone);
	const since = what.endsWith('since');
	return [`${what}${by(person)}`, at && (since ? at : `on ${at}`)].filter(Boolean).join(' ');
}

function by(person: string | undefined): string {
	const name = shown(person, 80);
	return name === undefined ? '' : ` by ${name}`;
}
