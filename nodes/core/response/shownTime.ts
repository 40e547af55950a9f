/**
 * A time as people read it, by the clocks of a zone, e.g. "28 Nov 2026, 14:05 GMT+1". Absent when the text is no time.
 * @param timeZone IANA name, e.g. "Europe/Berlin"; one that is unknown counts as UTC
 */
export function shownTime(time: Date | string | undefined, timeZone: string): string | undefined {
	const at = time === undefined ? Number.NaN : new Date(time).getTime();
	if (Number.isNaN(at)) return undefined;
	const options = {
		day: 'numeric',
		month: 'short',
		year: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZoneName: 'short',
	} as const;
	try {
		return new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at);
	} catch {
		return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(at);
	}
}
