import type { CustomSeriesRenderItem, EChartsOption } from 'echarts';

import type { IntervalChart } from '../types';
import { frame, nameAxis, valueAxis, type Size } from './axes';
import { colour } from './colours';

/** Shares as dots on the ranges in which they most likely are. */
export function intervalOption({ rows, unit }: IntervalChart, size: Size): EChartsOption {
	const labels = rows.map(({ label }) => label);
	return {
		...frame,
		grid: { ...frame.grid, top: 8, bottom: 36 },
		xAxis: {
			...valueAxis(unit, true),
			min: 0,
			max: 100,
			axisLabel: { ...valueAxis(unit, true).axisLabel, formatter: (value: number) => `${value} %` },
		},
		yAxis: nameAxis(labels, size, true),
		series: [
			{
				type: 'custom',
				renderItem: drawRow,
				encode: { x: [0, 1, 2], y: 3 },
				data: rows.map(({ share, low, high }, index) => [
					share * 100,
					low * 100,
					high * 100,
					index,
				]),
			},
		],
	};
}

const drawRow: CustomSeriesRenderItem = (_params, api) => {
	const row = api.value(3);
	const at = (dimension: number) => api.coord([api.value(dimension), row]);
	const [[x = 0, y = 0], [low = 0], [high = 0]] = [at(0), at(1), at(2)];
	return {
		type: 'group',
		children: [
			{
				type: 'line',
				shape: { x1: low, y1: y, x2: high, y2: y },
				style: { stroke: colour('first'), lineWidth: 5, opacity: 0.45, lineCap: 'round' },
			},
			{ type: 'circle', shape: { cx: x, cy: y, r: 6 }, style: { fill: colour('first') } },
		],
	};
};
