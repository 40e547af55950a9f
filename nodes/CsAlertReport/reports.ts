import {
	sleep,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { backtestReport } from '../core/report/backtest/backtestReport';
import { replayer } from '../core/report/backtest/replay';
import { calibrationReport } from '../core/report/calibration/calibrationReport';
import { judge, RISK_DAYS } from '../core/report/calibration/judge';
import { noisyGroups } from '../core/report/calibration/moves';
import { sampler } from '../core/report/calibration/sample';
import { readTrial } from '../core/report/calibration/trial';
import { dashboardCounter } from '../core/report/dashboard/dashboard';
import { dashboardReport } from '../core/report/dashboard/dashboardReport';
import { impactCounter } from '../core/report/impact/impact';
import { impactReport } from '../core/report/impact/impactReport';
import { lastKnownDays } from '../core/report/days';
import { renderReport } from '../core/report/render';
import { tellsSince } from '../core/report/outcomes';
import type { LoggedText } from '../core/report/rows';
import type { Report } from '../core/report/types';
import { openLog } from '../log/open';
import { runItems } from '../shared/runItems';
import { readRules } from './backtestProperties';
import { readCapacity, readDays, readPeriod, type Operation } from './CsAlertReport.properties';
import { makeDigests, type ReportFor } from './digests';
import { knownGate } from './loggedGate';
import { readOutcomeRows, readSampleSettings } from './outcomeProperties';
import { scoresToReplay } from './rescoring';

type MakeReport = (context: IExecuteFunctions, itemIndex: number, now: Date) => Promise<Report>;

/** How many of an account's messages are quoted, and of how many accounts. */
const MOST_TEXTS = 3;
const MOST_MISSED = 200;
const DAY_MS = 86_400_000;

/** One report for each item that asks for one, or one for each reader; rows of the log never become items. */
export async function makeReports(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const now = new Date();
	return await runItems(context, async (_item, itemIndex) => {
		const [report, ...others] = await renderedReports(context, itemIndex, now);
		return { adds: { report }, further: others.map((other) => ({ report: other })) };
	});
}

async function renderedReports(context: IExecuteFunctions, itemIndex: number, now: Date) {
	const operation = context.getNodeParameter('operation', itemIndex) as Operation;
	const made: ReportFor[] =
		operation === 'digest'
			? await makeDigests(context, itemIndex, now)
			: [{ report: await REPORTS[operation](context, itemIndex, now) }];
	const rendered: IDataObject[] = [];
	for (const { report, owner } of made) {
		rendered.push({ ...(await renderReport(report)), ...(owner && { owner }) } as IDataObject);
	}
	return rendered;
}

const makeBacktest: MakeReport = async (context, itemIndex, now) => {
	const days = readDays(context, itemIndex);
	const capacity = readCapacity(context, itemIndex);
	const log = await openLog();
	const period = lastKnownDays(days, await log.firstDecidedAt(), now, context.getTimezone());
	const rules = await readRules(context, itemIndex, log);
	const replay = replayer(rules.gate, period, context.getTimezone());
	const isRescoring = context.getNodeParameter('rescore', itemIndex, false) === true;
	const scores = await scoresToReplay(log, period, isRescoring);
	for await (const page of scores.pages) replay.add(page);
	const settings = { ...rules, askedDays: days, rescoring: scores.rescoring(), capacity };
	return await backtestReport(replay.result(), period, settings, async () => await sleep(0));
};

const makeCalibration: MakeReport = async (context, itemIndex, now) => {
	const period = readPeriod(context, itemIndex, now);
	const { outcomes, checks, problems } = readOutcomeRows(context, itemIndex);
	const { seed, sampleSize } = readSampleSettings(context, itemIndex);
	const log = await openLog();
	const judging = judge(outcomes, period);
	const alerts = log.loggedAlerts({ since: judging.since, until: period.until });
	for await (const page of alerts) judging.add(page);
	const judged = judging.result();
	const noisy = noisyGroups(judged);
	const trial = await readTrial(log, [...noisy.rules, ...noisy.signals]);
	const drawn = sampler(seed, sampleSize);
	for await (const page of log.loggedScores(period)) drawn.add(page);
	const missedTexts = new Map<string, LoggedText[]>();
	for (const { accountId, at, end } of judged.missed.slice(0, MOST_MISSED)) {
		const before = { since: new Date(at.getTime() - RISK_DAYS * DAY_MS), until: end };
		missedTexts.set(accountId, await log.worstTexts(accountId, before, MOST_TEXTS));
	}
	return calibrationReport(
		{
			judged,
			trial,
			gate: await knownGate(log),
			missedTexts,
			sample: await log.loggedTexts(drawn.ids()),
			quiet: drawn.quiet(),
			checks,
			unreadable: problems.length,
		},
		period,
	);
};

const makeImpact: MakeReport = async (context, itemIndex, now) => {
	const period = readPeriod(context, itemIndex, now);
	const { outcomes } = readOutcomeRows(context, itemIndex);
	const log = await openLog();
	const impact = impactCounter(outcomes);
	for await (const page of log.loggedAlerts(period)) impact.add(page);
	return impactReport(impact.result(), period, tellsSince(outcomes, period.since));
};

const makeDashboard: MakeReport = async (context, itemIndex, now) => {
	const period = readPeriod(context, itemIndex, now);
	const capacity = readCapacity(context, itemIndex);
	const log = await openLog();
	const board = dashboardCounter(period, context.getTimezone());
	const judging = judge([], period);
	for await (const page of log.loggedScores(period)) board.addScores(page);
	for await (const page of log.loggedAlerts(period)) {
		board.addAlerts(page);
		judging.add(page);
	}
	const gate = await knownGate(log);
	return dashboardReport(board.result(await log.firstLiveAt()), judging.result(), period, {
		capacity,
		gate,
	});
};

const REPORTS: Record<Exclude<Operation, 'digest'>, MakeReport> = {
	backtest: makeBacktest,
	calibration: makeCalibration,
	impact: makeImpact,
	dashboard: makeDashboard,
};
