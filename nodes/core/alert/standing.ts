import type { AlertStanding, Verdict } from '../item/types';
import { shown } from '../text/shown';
import { timeOf } from '../values/dates';
import { formatDay, formatMoment, formatSpan, type Regional } from '../values/wordedTime';

/** How an alert stands, in words for its reader. */

const VERDICTS: Record<Verdict, string> = {
	useful: '👍 Useful',
	noise: '🔕 Noise',
	wrongAccount: '❓ Wrong account',
	wrongOwner: '❓ Wrong owner',
};

/** What has become of an alert, newest last; nothing while nobody has answered. */
export function standingLines(
	standing: AlertStanding | undefined,
	now: Date,
	regional: Regional,
): string[] {
	if (standing === undefined) return [];
	const { state, acknowledgedAt, acknowledgedBy, snoozedUntil, snoozedBy } = standing;
	const { escalatedAt, closedAt, closedBy, closedBecause, verdict, verdictBy } = standing;
	const { handedOnAt, handedOnTo } = standing;
	const at = (iso: string | undefined) => momentText(iso, now, regional);
	return [
		escalatedAt !== undefined && ['⬆️ Manager told', at(escalatedAt)].filter(Boolean).join(' '),
		acknowledgedAt !== undefined && line('✅ Acknowledged', acknowledgedBy, at(acknowledgedAt)),
		state === 'snoozed' &&
			snoozedUntil !== undefined &&
			line(
				`💤 Snoozed until ${formatDay(snoozedUntil, now, regional) ?? 'later'}`,
				snoozedBy,
				undefined,
			),
		verdict !== undefined && said(VERDICTS[verdict], verdictBy),
		handedOnTo !== undefined &&
			line(`↪️ Handed on to ${shown(handedOnTo, 100) ?? 'the manager'}`, undefined, at(handedOnAt)),
		state === 'closed' &&
			line(['🏁 Closed', shown(closedBecause)].filter(Boolean).join(': '), closedBy, at(closedAt)),
	].filter((text) => text !== false);
}

/** "nobody has answered the alert for Acme Corp since 9:12 AM, 4 hours ago". */
export function silenceText(
	whose: string,
	standing: AlertStanding | undefined,
	now: Date,
	regional: Regional,
): string {
	const opened = timeOf(standing?.handedOnAt ?? standing?.openedAt);
	const said = `nobody has answered the alert for ${whose}`;
	if (opened === undefined || opened > now.getTime()) return said;
	const since = formatMoment(new Date(opened), now, regional);
	return `${said} since ${since}, ${formatSpan(now.getTime() - opened)} ago`;
}

/** "2:02 PM"; absent when it is no time. */
export function momentText(
	iso: string | undefined,
	now: Date,
	regional: Regional,
): string | undefined {
	const time = timeOf(iso);
	return time === undefined ? undefined : formatMoment(new Date(time), now, regional);
}

/** "👍 Useful, says Dana Reyes". */
function said(verdict: string, who: string | undefined): string {
	const by = shown(who, 100);
	return by === undefined ? verdict : `${verdict}, says ${by}`;
}

/** "✅ Acknowledged by Dana Reyes, 2:02 PM", as far as it is known. */
function line(what: string, who: string | undefined, when: string | undefined): string {
	const by = shown(who, 100);
	return [by === undefined ? what : `${what} by ${by}`, when].filter(Boolean).join(', ');
}
