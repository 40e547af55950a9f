/**
 * The renewal among several dates ("YYYY-MM-DD"): the next one from `today` on, else the one most
 * recently missed, since an overdue renewal matters most. Absent when there is none.
 */
export function nearestRenewal(dates: readonly string[], today: string): string | undefined {
	const sorted = [...dates].sort();
	return sorted.find((date) => date >= today) ?? sorted.at(-1);
}
