import type { SlackMessage } from '../item/types';

/**
 * A report before it is rendered: words, tables and what its charts show. All texts are plain text, nothing is
 * escaped; names, topics and subjects in them are strangers' and stand there as `shown` leaves them.
 */
export interface Report {
	kind: ReportKind;
	title: string;
	/** What matters most, in a few sentences. */
	lead: string;
	since: Date;
	until: Date;
	/** What the figures do not say, one sentence each. */
	notes: readonly string[];
	sections: readonly ReportSection[];
	/** The same as data, for whoever computes on. */
	figures: Readonly<Record<string, unknown>>;
}

export type ReportKind = 'digest' | 'backtest' | 'calibration' | 'impact' | 'dashboard';

export interface ReportSection {
	title: string;
	/** Sentences below the title. */
	lines?: readonly string[];
	chart?: ReportChart;
	table?: ReportTable;
}

export interface ReportTable {
	columns: readonly ReportColumn[];
	/** As many cells a row as there are columns; an empty one is unknown. */
	rows: ReadonlyArray<readonly string[]>;
	/** Whether a reader of the page opens it first: for rows that only say more exactly what a chart shows. */
	isFolded?: boolean;
	/** How many rows were left out. */
	more?: number;
	/** Addresses of the rows' tickets, where they have one. */
	links?: ReadonlyArray<string | undefined>;
}

export interface ReportColumn {
	title: string;
	/** Whether it stands to the right, as numbers do. */
	isNumber?: boolean;
}

/** What a chart shows; how it looks is the business of `charts`. */
export type ReportChart = BarChart | HistogramChart | IntervalChart;

interface ChartWords {
	/** One line, as its title. */
	title: string;
	/** What is to be seen, in words, for whoever cannot see it. */
	description: string;
	/** What is counted, below or beside the axis. */
	unit: string;
}

/** Bars, one for each label. */
export interface BarChart extends ChartWords {
	kind: 'bars';
	/** Whether the bars lie: for names, which are long. */
	isLying?: boolean;
	/** Whether the bars of several series stand beside each other, not on top of each other. */
	isBesides?: boolean;
	labels: readonly string[];
	series: ReadonlyArray<{ name: string; values: readonly number[] }>;
	/** Where the values should be. */
	band?: { from: number; to: number; name: string };
}

/** How many fall between two values, and lines at single values. */
export interface HistogramChart extends ChartWords {
	kind: 'histogram';
	/** Where the first bar begins, and how wide each is. */
	from: number;
	size: number;
	counts: readonly number[];
	marks: ReadonlyArray<{ at: number; name: string }>;
}

/** Shares 0–1 with the range in which the true share most likely is. */
export interface IntervalChart extends ChartWords {
	kind: 'intervals';
	rows: ReadonlyArray<{ label: string; share: number; low: number; high: number }>;
}

/** Written under `report`. */
export interface RenderedReport {
	kind: ReportKind;
	title: string;
	/** ISO 8601. */
	since: string;
	until: string;
	figures: Readonly<Record<string, unknown>>;
	slack: SlackMessage;
	email: { subject: string; html: string; text: string };
	/** A whole page with its charts. */
	html: string;
}
