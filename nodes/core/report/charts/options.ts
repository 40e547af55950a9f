import type { EChartsOption } from 'echarts';

import type { BarChart, HistogramChart, ReportChart } from '../types';
import { frame, nameAxis, softText, text, valueAxis, type Size } from './axes';
import { colour, SERIES } from './colours';
import { intervalOption } from './intervals';

/** What the library is told for each kind of chart. Heights are in pixels. */

/** A row of lying bars, and what stands above and below them. */
const ROW = 30;
const AROUND = 78;
/** Below the numbers of lying bars stands what is counted. */
const BELOW = 36;
const STANDING_HEIGHT = 300;

export function heightOf(chart: ReportChart): number {
	if (chart.kind === 'histogram') return STANDING_HEIGHT;
	if (chart.kind === 'intervals') return chart.rows.length * ROW + AROUND;
	if (chart.isLying !== true) return STANDING_HEIGHT;
	const bars = chart.isBesides === true ? Math.max(1, chart.series.length * 0.7) : 1;
	return chart.labels.length * ROW * bars + AROUND;
}

export function optionOf(chart: ReportChart, size: Size): EChartsOption {
	if (chart.kind === 'intervals') return intervalOption(chart, size);
	return chart.kind === 'histogram' ? histogramOption(chart, size) : barOption(chart, size);
}

function barOption(chart: BarChart, size: Size): EChartsOption {
	const { labels, series, unit, band, isLying = false, isBesides = false } = chart;
	const values = {
		...valueAxis(unit, isLying),
		...(band && { max: ({ max }: { max: number }) => Math.ceil(Math.max(max, band.to * 1.15)) }),
	};
	const names = nameAxis(labels, size, isLying);
	const axis = isLying ? 'xAxis' : 'yAxis';
	return {
		...frame,
		...(series.length > 1 && {
			legend: {
				top: 0,
				left: 0,
				itemGap: 32,
				itemWidth: 12,
				itemHeight: 12,
				textStyle: text,
				selectedMode: false,
			},
		}),
		grid: {
			...frame.grid,
			top: (series.length > 1 ? 28 : 8) + (isLying && band === undefined ? 0 : 24),
			...(isLying && { bottom: BELOW }),
		},
		xAxis: isLying ? values : names,
		yAxis: isLying ? names : values,
		series: series.map(({ name, values: data }, index) => ({
			type: 'bar' as const,
			name,
			data: [...data],
			barMaxWidth: 26,
			itemStyle: { color: colour(SERIES[index % SERIES.length] ?? 'first') },
			emphasis: { disabled: true },
			...(!isBesides && { stack: 'all' }),
			...(band !== undefined &&
				index === 0 && {
					markArea: {
						silent: true,
						itemStyle: { color: colour('band'), opacity: 0.14 },
						label: {
							...softText,
							position: isLying ? 'top' : 'insideTopRight',
							formatter: () => band.name,
						},
						data: [[{ [axis]: band.from }, { [axis]: band.to }]],
					},
				}),
		})),
	};
}

function histogramOption(
	{ from, size, counts, marks, unit }: HistogramChart,
	{ width }: Size,
): EChartsOption {
	const to = from + size * counts.length;
	return {
		...frame,
		grid: { ...frame.grid, top: 28 + 16 * marks.length },
		xAxis: {
			...valueAxis('', true),
			min: from,
			max: to,
			interval: size * Math.max(1, Math.round(counts.length / 10)),
			splitLine: { show: false },
			axisTick: { show: false },
			axisLine: { show: false },
		},
		yAxis: valueAxis(unit, false),
		series: [
			{
				type: 'bar',
				data: counts.map((count, index) => [from + size * (index + 0.5), count]),
				barWidth: Math.max(2, Math.floor(((width - 100) / counts.length) * 0.85)),
				itemStyle: { color: colour('first') },
				emphasis: { disabled: true },
				markLine: {
					silent: true,
					symbol: 'none',
					lineStyle: { color: colour('mark'), type: 'dashed', width: 1.5 },
					data: marks.map(({ at, name }, index) => ({
						xAxis: at,
						label: {
							...text,
							textBorderWidth: 0,
							color: colour('mark'),
							// Names of near thresholds stand on lines of their own.
							distance: 2 + 14 * index,
							formatter: () => name,
						},
					})),
				},
			},
		],
	};
}
