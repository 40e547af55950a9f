/**
 * A digest of the last week, then a backtest of all there is, in a process of its own, so that its peak of memory is its
 * own; bundled and started by report.ts.
 */
import { DEFAULT_GATE as gate } from '../../nodes/core/gate';
import { backtestReport } from '../../nodes/core/report/backtest/backtestReport';
import { replayer } from '../../nodes/core/report/backtest/replay';
import { digestFigures } from '../../nodes/core/report/digest/digestFigures';
import { renderReport } from '../../nodes/core/report/render';
import { toTicketLog } from '../../nodes/log/open';
import { openPostgres } from '../../nodes/log/postgres';
import { openSqlite } from '../../nodes/log/sqlite';

const [kind, place = '', sinceText, only] = process.argv.slice(2);
const database = kind === 'sqlite' ? await openSqlite(place) : await openPostgres(place);
const log = toTicketLog(database);
const period = { since: new Date(Number(sinceText)), until: new Date() };
const capacity = { from: 1, to: 1.5 };
const settings = {
	gate,
	rulesName: 'current rules',
	rulesNotes: [],
	rescoring: { kind: 'off' } as const,
	capacity,
};

const seconds = (from: number, to: number) => Number(((to - from) / 1000).toFixed(1));
const lastWeek = { since: new Date(period.until.getTime() - 7 * 86_400_000), until: period.until };
const before = performance.now();
await digestFigures(log, lastWeek, { timeZone: 'Europe/Berlin', forEachOwner: true });
const digestSeconds = seconds(before, performance.now());
if (only === 'digest') {
	console.log(JSON.stringify({ digestSeconds }));
	await log.close();
	process.exit();
}

const started = performance.now();
const replay = replayer(gate, period, 'Europe/Berlin');
let longest = 0;
let rows = 0;
for await (const page of log.loggedScores(period)) {
	const before = performance.now();
	replay.add(page);
	rows += page.length;
	longest = Math.max(longest, performance.now() - before);
}
const replayed = performance.now();
const pause = async () => await new Promise<void>((resolve) => setImmediate(resolve));
const report = await backtestReport(replay.result(), period, settings, pause);
const suggested = performance.now();
const { html } = await renderReport(report);
const finished = performance.now();
const { user, system } = process.cpuUsage();
console.log(
	JSON.stringify({
		messages: rows,
		digestSeconds,
		seconds: seconds(started, finished),
		replaySeconds: seconds(started, replayed),
		// Of the processor, all threads: what others on the machine take does not count.
		cpuSeconds: Number(((user + system) / 1e6).toFixed(1)),
		suggestSeconds: seconds(replayed, suggested),
		rowsPerSecond: Math.round(rows / ((finished - started) / 1000)),
		longestPageMs: Math.round(longest),
		// In kilobytes, says Node's documentation of resourceUsage.
		peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
		pageKilobytes: Math.round(html.length / 1024),
		suggestion: report.figures.suggestion,
	}),
);
await log.close();
