/**
 * `npm run demo`: a real n8n with the packed pack, the templates as they are published, and about
 * twenty tickets of three helpdesks sent over HTTP. `-- --once` ends after the tickets, with status 0
 * only if every one of them ended in the state it should, and JSON in the last line.
 */
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { buildPack } from '../build/runStep.ts';
import { InstallError } from '../n8n/installErrors.ts';
import { isInterrupted, undoAtEnd } from '../n8n/lifetime.ts';
import { PortError, assertPortFree } from '../n8n/ports.ts';
import { SECRET_HEADER } from '../support/connect.ts';
import type { LogRow } from '../support/logRows.ts';
import { startRig, webhookPath, type Rig } from '../support/rig.ts';
import { DELIVERIES, type Delivery, type LogState } from './deliveries.ts';
import { writeQuarterReports } from './quarterReports.ts';
import { writeSetupPage } from './setupPage.ts';
import { heading, row, type Column } from './tables.ts';
import { playWeek } from './week.ts';

const COLUMNS: readonly Column[] = [
	{ title: 'Ticket', width: 34 },
	{ title: 'Score', width: 5, align: 'right' },
	{ title: 'Topic', width: 12 },
	{ title: 'Account', width: 16 },
	{ title: 'Ended as', width: 10 },
	{ title: 'Why', width: 64 },
	{ title: 'ms', width: 5, align: 'right' },
];

/** Pages to open in a browser; the next demo writes over them. */
const REPORTS_FOLDER = join(tmpdir(), 'cs-alerts-demo');

/** A ticket that takes longer has failed; it would be tried again minutes later. */
const END_TIMEOUT_MS = 30_000;

interface Outcome {
	delivery: Delivery;
	status: number;
	logRow?: LogRow;
	/** From the helpdesk's request to the decision. */
	decidedMs?: number;
	/** From the helpdesk's request to the owner's message. */
	arrivedMs?: number;
	/** What is not as it should be, in plain words. */
	problems: string[];
}

const USAGE = 'npm run demo -- [--once] [--port=5678] [--outbox-port=5680]';
/** What n8n, its database and the packed pack take in the temporary folder. */
const NEEDED_MB = 300;

const parseOptions: typeof parseArgs = (config) => {
	try {
		return parseArgs(config);
	} catch (error) {
		throw new InstallError(`${(error as Error).message}\nUsage: ${USAGE}`);
	}
};

async function assertRoom(): Promise<void> {
	const { bavail, bsize } = await statfs(tmpdir());
	const free = Math.floor((bavail * bsize) / 1e6);
	if (free >= NEEDED_MB) return;
	throw new InstallError(
		`The temporary folder ${tmpdir()} has ${free} MB left, the demo needs ${NEEDED_MB}. Make room, or set TMPDIR to another folder.`,
	);
}

/** A folder that cannot be written to, in plain words; undefined when it is some other error. */
function folderProblem(error: unknown): string | undefined {
	const { code, path } = error as NodeJS.ErrnoException;
	if (!['ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'].includes(code ?? ''))
		return undefined;
	return `${path ?? 'A folder'} cannot be written (${code}). Set TMPDIR and CS_ALERTS_CACHE_DIR to folders with room that you may write to.`;
}

function readOptions() {
	const { values } = parseOptions({
		options: {
			once: { type: 'boolean', default: false },
			port: { type: 'string', default: '5678' },
			'outbox-port': { type: 'string', default: '5680' },
			help: { type: 'boolean', default: false },
		},
	});
	const portOf = (name: 'port' | 'outbox-port') => {
		const port = Number(values[name]);
		if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
		throw new InstallError(`--${name}=${values[name]} is no port. Give a number from 1 to 65535.`);
	};
	return {
		once: values.once,
		help: values.help,
		port: portOf('port'),
		outboxPort: portOf('outbox-port'),
	};
}

async function send(rig: Rig, delivery: Delivery): Promise<Outcome> {
	const earlier = rig.outbox.messages.length;
	const sentAt = Date.now();
	const response = await rig.deliver(delivery);
	await response.text();
	const logRow = await waitForEnd(rig, delivery);
	// One delivery at a time, so what has arrived since is its message.
	const message = rig.outbox.messages[earlier];
	const decidedAt = logRow?.decided_at;
	return {
		delivery,
		status: response.status,
		logRow,
		...(!delivery.isAgain && {
			decidedMs: typeof decidedAt === 'number' ? decidedAt - sentAt : undefined,
			arrivedMs: message && Date.parse(message.at) - sentAt,
		}),
		problems: problemsOf(delivery, response.status, logRow),
	};
}

/** The ticket's row once it has ended; the row as it stands when it does not end in time. */
async function waitForEnd({ log }: Rig, delivery: Delivery): Promise<LogRow | undefined> {
	const { ticketKey } = delivery;
	if (ticketKey === undefined) return undefined;
	const deadline = Date.now() + END_TIMEOUT_MS;
	let found: LogRow | undefined;
	while (Date.now() < deadline) {
		const rows = await log.all('messages');
		found = rows.find(({ ticket_key: key }) =>
			ticketKey.endsWith('…') ? String(key).startsWith(ticketKey.slice(0, -1)) : key === ticketKey,
		);
		if (found?.ended_at) return found;
		await sleep(20);
	}
	return found;
}

function problemsOf(delivery: Delivery, status: number, logRow: LogRow | undefined): string[] {
	const problems: string[] = [];
	if (status !== delivery.answer)
		problems.push(`the helpdesk got ${status}, not ${delivery.answer}`);
	if (logRow?.state !== delivery.expected) {
		problems.push(
			`it ended as ${logRow?.state ?? 'nothing'}, not as ${delivery.expected ?? 'nothing'}`,
		);
	}
	return problems;
}

function print({ delivery, logRow, decidedMs, problems }: Outcome): void {
	const cells = [
		delivery.title,
		logRow?.score === null || logRow?.score === undefined ? '–' : String(logRow.score),
		String(logRow?.topic ?? ''),
		String(logRow?.account_name ?? ''),
		delivery.isAgain ? 'once only' : String(logRow?.state ?? 'answered'),
		delivery.isAgain
			? 'Recognised as the same ticket: no second alert'
			: String(logRow?.reason ?? 'Not a ticket: answered and left alone'),
		decidedMs === undefined ? '' : String(decidedMs),
	];
	console.log(row(COLUMNS, cells));
	for (const problem of problems) console.log(`  NOT AS EXPECTED: ${problem}`);
}

/** One alert as its reader gets it. */
function showAlert({ outbox }: Rig): void {
	const alert = outbox.messages.find((message) => message.kind === 'email');
	if (alert?.text === undefined) return;
	console.log(`\nOne alert in full, to ${alert.to.join(', ')} by email:\n`);
	const lines = alert.text.replace(/[^\P{Cc}\n]/gu, ' ').split('\n');
	console.log(lines.map((line) => `  │ ${line}`).join('\n'));
}

function percentile(times: ReadonlyArray<number | undefined>, share: number): number | null {
	const sorted = times.filter((time) => time !== undefined).sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? null;
}

/** An answer and an end are told by editing the message that is there. */
const isMessage = (kind: unknown) => kind !== 'answer' && kind !== 'closed';

async function summarise({ log, outbox }: Rig, outcomes: readonly Outcome[]) {
	const rows = await log.all('messages');
	const ended = (state: LogState) => rows.filter((logRow) => logRow.state === state).length;
	const [alerted, updated, monitored] = [ended('alerted'), ended('updated'), ended('monitored')];
	const [unattached, skipped] = [ended('unattached'), ended('skipped')];
	const problems: string[] = [];
	const expectedRows = new Set(DELIVERIES.flatMap(({ ticketKey }) => ticketKey ?? [])).size;
	if (rows.length !== expectedRows) {
		problems.push(`the log holds ${rows.length} rows for ${expectedRows} tickets`);
	}
	const deliveries = await log.all('deliveries');
	const sent = deliveries.filter(({ kind, state }) => state === 'delivered' && isMessage(kind));
	if (outbox.messages.length !== sent.length) {
		problems.push(
			`${outbox.messages.length} messages reached the outbox for ${sent.length} that the log has as delivered`,
		);
	}
	const decided = outcomes.map(({ decidedMs }) => decidedMs);
	const arrived = outcomes.map(({ arrivedMs }) => arrivedMs);
	return {
		problems,
		totals: {
			tickets: rows.length,
			alerted,
			updated,
			monitored,
			unattached,
			skipped,
			failed: rows.length - alerted - updated - monitored - unattached - skipped,
			p50Ms: percentile(decided, 0.5),
			p95Ms: percentile(decided, 0.95),
			arrivedP50Ms: percentile(arrived, 0.5),
			arrivedP95Ms: percentile(arrived, 0.95),
		},
	};
}

async function run(): Promise<number> {
	const options = readOptions();
	if (options.help) {
		console.log(USAGE);
		return 0;
	}
	if (options.port === options.outboxPort) {
		throw new InstallError(
			`--port and --outbox-port are both ${options.port}. Give them different ports.`,
		);
	}
	await assertRoom();
	await assertPortFree(options.port, 'choose another with --port=…');
	await assertPortFree(options.outboxPort, 'choose another with --outbox-port=…');
	undoAtEnd({ gently: async () => console.log('\nStopped. n8n is down and nothing was kept.') });
	console.log('Building the pack …');
	await buildPack({ quiet: true });
	const rig = await startRig({
		port: options.port,
		outboxPort: options.outboxPort,
		onProgress: (line) => console.log(line),
	});
	console.log(`\nSending ${DELIVERIES.length} deliveries of three helpdesks over HTTP:\n`);
	console.log(heading(COLUMNS));
	const outcomes: Outcome[] = [];
	for (const delivery of DELIVERIES) {
		const outcome = await send(rig, delivery);
		print(outcome);
		outcomes.push(outcome);
	}
	showAlert(rig);
	const { problems, totals } = await summarise(rig, outcomes);
	console.log(
		`\n${totals.alerted} alerts, ${totals.updated} updated, ${totals.monitored} for the weekly digest, ${totals.unattached} to review, ${totals.skipped} skipped, ${totals.failed} failed.`,
	);
	console.log(
		`Decided ${totals.p50Ms} ms after the helpdesk called (95 %: ${totals.p95Ms} ms); at the owner's after ${totals.arrivedP50Ms} ms (95 %: ${totals.arrivedP95Ms} ms).`,
	);
	console.log('\nWhat CS Alerts Setup finds now, after a test alert:\n');
	const setup = await writeSetupPage(rig, REPORTS_FOLDER);
	console.log(`  ${'setup'.padEnd(12)} ${setup.file}`);
	for (const warning of setup.warnings) console.log(`  To look at: ${warning}`);
	problems.push(...setup.problems.map((problem) => `Setup found ${problem}`));
	console.log('\nThe week after, in fast time:\n');
	const week = await playWeek(rig, (line) => console.log(line));
	problems.push(...week.problems);
	console.log('\nA made-up quarter, told by CS Alert Report:\n');
	const reports = await writeQuarterReports(rig, REPORTS_FOLDER);
	for (const [operation, file] of Object.entries(reports)) {
		console.log(`  ${operation.padEnd(12)} ${file}`);
	}
	for (const problem of problems) console.error(`NOT AS EXPECTED: ${problem}`);
	if (options.once) {
		await rig.stop();
		console.log(
			JSON.stringify({
				...totals,
				...week.counts,
				reports: Object.keys(reports).length,
				setupProblems: setup.problems.length,
				setupWarnings: setup.warnings.length,
			}),
		);
		return problems.length === 0 && outcomes.every((outcome) => outcome.problems.length === 0)
			? 0
			: 1;
	}
	const { url, owner } = rig.server;
	console.log(`
n8n stays open:     ${url}   (log in with ${owner.email} / ${owner.password})
The workflows:      ${url}/home/workflows
The accounts:       ${url}/home/datatables
The alerts:         ${rig.outbox.url}   (stands in for Slack and email)

A ticket of your own, in another terminal (a new id each time; the first of a sender is an alert, the next update it):
  curl ${rig.n8n.webhookUrl(webhookPath('zendesk'))} -H '${SECRET_HEADER}: ${rig.secrets.header}' \\
    -d id=1 -d requester_email=tess@soylent.example -d subject="Export" \\
    --data-urlencode "description=Nothing happens when I click export. Third time I ask, and we look at other tools now."

Press Ctrl-C to end. Nothing is kept: the next demo starts afresh.`);
	await new Promise(() => {});
	return 0;
}

try {
	process.exitCode = await run();
} catch (error) {
	if (!isInterrupted()) {
		const isExpected = error instanceof InstallError || error instanceof PortError;
		const plain = isExpected ? error.message : folderProblem(error);
		console.error(`\n${plain ?? (error instanceof Error ? error.stack : String(error))}`);
		process.exit(1);
	}
}
