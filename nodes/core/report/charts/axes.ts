import { colour } from './colours';

/** What the axes of all charts have in common. Sizes are in pixels. */

export interface Size {
	width: number;
	height: number;
}

const FONT_SIZE = 12;
/** Narrower than this, names beside lying bars must be short. */
export const NARROW = 500;

export const text = { color: colour('ink'), fontSize: FONT_SIZE, fontFamily: 'inherit' };
const softText = { ...text, color: colour('soft') };
const line = { lineStyle: { color: colour('grid') } };

export const frame = {
	animation: false,
	textStyle: text,
	// The server knows no font: names come out wider than it reckons.
	grid: { left: 26, right: 24, top: 32, bottom: 12, containLabel: true },
} as const;

/** @param isCount whether there is nothing between its numbers */
export function valueAxis(unit: string, isLying: boolean, isCount = true) {
	return {
		type: 'value' as const,
		name: unit,
		nameLocation: isLying ? ('middle' as const) : ('end' as const),
		nameGap: isLying ? 26 : 12,
		nameTextStyle: isLying ? softText : { ...softText, align: 'left' as const },
		axisLabel: softText,
		splitLine: line,
		...(isCount && { minInterval: 1 }),
	};
}

export function nameAxis(labels: readonly string[], { width }: Size, isLying: boolean) {
	return {
		type: 'category' as const,
		data: [...labels],
		axisTick: { show: false },
		axisLine: line,
		axisLabel: isLying
			? { ...text, width: width < NARROW ? 96 : 190, overflow: 'truncate' as const, interval: 0 }
			: { ...softText, hideOverlap: true },
		...(isLying && { inverse: true }),
	};
}
