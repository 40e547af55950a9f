/** A share of a count, with the range in which the true share lies in 95 of 100 cases. */
export interface Share {
	hits: number;
	of: number;
	/** 0–1; absent where nothing was counted. */
	share?: number;
	low: number;
	high: number;
}

/** The normal distribution's quantile of 95 %. */
const Z = 1.959964;

/**
 * Wilson's score interval: unlike the plain one it says something true of small counts, and of none and all
 * (Wilson 1927; Brown, Cai and DasGupta 2001, "Interval Estimation for a Binomial Proportion").
 */
export function wilson(hits: number, of: number): Share {
	if (of <= 0) return { hits: 0, of: 0, low: 0, high: 1 };
	const share = hits / of;
	const shrink = 1 + Z ** 2 / of;
	const centre = (share + Z ** 2 / (2 * of)) / shrink;
	const half = (Z / shrink) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
	return {
		hits,
		of,
		share,
		low: hits === 0 ? 0 : Math.max(0, centre - half),
		high: hits === of ? 1 : Math.min(1, centre + half),
	};
}

/** "82 %". */
export const percent = (share: number) => `${Math.round(share * 100)} %`;

/** "9 of 11, 82 % (52–95 %)". */
export function shownShare({ hits, of, share, low, high }: Share): string {
	if (share === undefined) return 'none counted';
	return `${hits} of ${of}, ${percent(share)} (${Math.round(low * 100)}–${percent(high)})`;
}
