import { DEFAULT_LOCALE, formatFullMoment } from '../values/wordedTime';
import { isTimeZone } from '../values/zonedTime';

/**
 * A time as alerts write it, in full, e.g. "Nov 28, 2026, 2:05 PM GMT+1". Absent when the text is no time.
 * @param timeZone IANA name, e.g. "Europe/Berlin"; one that is unknown counts as UTC
 */
export function shownTime(time: Date | string | undefined, timeZone: string): string | undefined {
	const at = new Date(time ?? Number.NaN);
	if (Number.isNaN(at.getTime())) return undefined;
	return formatFullMoment(at, {
		locale: DEFAULT_LOCALE,
		timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
	});
}
