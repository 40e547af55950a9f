import type { EChartsOption, LineSeriesOption } from 'echarts';

import type { BarChart, HistogramChart, ReportChart } from '../types';
import { frame, nameAxis, NARROW, text, valueAxis, type Size } from './axes';
import { colour, SERIES } from './colours';
import { intervalOption } from './intervals';

/** What the library is told for each kind of chart. Heights are in pixels. */

/** A row of lying bars, and what stands above and below them. */
const ROW = 30;
const AROUND = 78;
/** Below the numbers of lying bars stands what is counted. */
const BELOW = 36;
const STANDING_HEIGHT = 300;
const BAND_OPACITY = 0.2;

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
	const isCount = series.every(({ values }) => values.every(Number.isInteger));
	const values = {
		...valueAxis(unit, isLying, isCount),
		...(band && { max: ({ max }: { max: number }) => topOf(Math.max(max, band.to * 1.15)) }),
	};
	const names = nameAxis(labels, size, isLying);
	const hasLegend = series.length > 1 || band !== undefined;
	return {
		...frame,
		...(hasLegend && {
			legend: {
				top: 0,
				left: 0,
				icon: 'roundRect',
				itemGap: size.width < NARROW ? 18 : 32,
				itemWidth: 12,
				itemHeight: 12,
				textStyle: text,
				selectedMode: false,
			},
		}),
		grid: {
			...frame.grid,
			top: (hasLegend ? 28 : 8) + (isLying ? 0 : 24),
			...(isLying && { bottom: BELOW }),
		},
		xAxis: isLying ? values : names,
		yAxis: isLying ? names : values,
		series: [
			...series.map(({ name, values: data }, index) => ({
				type: 'bar' as const,
				name,
				data: [...data],
				barMaxWidth: 26,
				itemStyle: { color: colour(SERIES[index % SERIES.length] ?? 'first') },
				emphasis: { disabled: true },
				...(!isBesides && { stack: 'all' }),
			})),
			...(band === undefined ? [] : [bandSeries(band, isLying ? 'xAxis' : 'yAxis')]),
		],
	};
}

/** The band as a series without values, so that its name stands in the legend and covers no bar. */
function bandSeries(
	{ from, to, name }: Required<BarChart>['band'],
	axis: 'xAxis' | 'yAxis',
): LineSeriesOption {
	const itemStyle = { color: colour('band'), opacity: BAND_OPACITY };
	return {
		type: 'line',
		name,
		data: [],
		symbol: 'none',
		itemStyle,
		lineStyle: { width: 0 },
		markArea: { silent: true, itemStyle, data: [[{ [axis]: from }, { [axis]: to }]] },
	};
}

/** Where an axis ends, so that its last number is a round one. */
function topOf(value: number): number {
	const step = 10 ** Math.floor(Math.log10(Math.max(value, 0.1)));
	// Of 0.7000000000000001 the library would leave room for all digits.
	return Number((Math.ceil(value / step) * step).toPrecision(6));
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
