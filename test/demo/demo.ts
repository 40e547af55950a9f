/**
 * `npm run demo`: a real n8n with the packed pack, the templates as they are published, and about
 * twenty tickets of three helpdesks sent over HTTP. `-- --once` ends after the tickets, with status 0
 * only if every one of them ended in the state it should, and JSON in the last line.
 */
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { buildPack } from '../build/runStep.ts';
import { InstallError } from '../n8n/installErrors.ts';
import { isInterrupted, undoAtEnd } from '../n8n/lifetime.ts';
import { PortError, assertPortFree } from '../n8n/ports.ts';
import type { Row } from '../n8n/types.ts';
import { startRig, type Rig } from '../support/rig.ts';
import { DELIVERIES, type Delivery, type LogState } from './deliveries.ts';
import { heading, row, type Column } from './tables.ts';

const COLUMNS: readonly Column[] = [
	{ title: 'Ticket', width: 34 },
	{ title: 'Score', width: 5, align: 'right' },
	{ title: 'Topic', width: 12 },
	{ title: 'Account', width: 16 },
	{ title: 'Ended as', width: 10 },
	{ title: 'Why', width: 64 },
	{ title: 'ms', width: 5, align: 'right' },
];

/** A ticket that takes longer has got stuck; Recover Tickets would take it up minutes later. */
const END_TIMEOUT_MS = 30_000;

interface Outcome {
	delivery: Delivery;
	status: number;
	logRow?: Row;
	milliseconds?: number;
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
	const sentAt = Date.now();
	const response = await fetch(rig.n8n.webhookUrl(delivery.path), {
		method: 'POST',
		headers: { 'content-type': delivery.contentType },
		body: delivery.body,
	});
	await response.text();
	const logRow = await waitForEnd(rig, delivery);
	const decidedAt = Date.parse(String(logRow?.decided_at));
	return {
		delivery,
		status: response.status,
		logRow,
		milliseconds: delivery.isAgain || Number.isNaN(decidedAt) ? undefined : decidedAt - sentAt,
		problems: problemsOf(delivery, response.status, logRow),
	};
}

/** The ticket's row once it has ended; the row as it stands when it does not end in time. */
async function waitForEnd({ n8n }: Rig, delivery: Delivery): Promise<Row | undefined> {
	const { ticketKey } = delivery;
	if (ticketKey === undefined) return undefined;
	const isPrefix = ticketKey.endsWith('-');
	const filters = [
		{
			columnName: 'ticket_key',
			condition: isPrefix ? 'like' : 'eq',
			value: isPrefix ? `${ticketKey}%` : ticketKey,
		} as const,
	];
	const deadline = Date.now() + END_TIMEOUT_MS;
	let found: Row | undefined;
	while (Date.now() < deadline) {
		found = (await n8n.rows('cs_ticket_log', { filters }))[0];
		if (found !== undefined && found.state !== 'received') return found;
		await sleep(40);
	}
	return found;
}

function problemsOf(delivery: Delivery, status: number, logRow: Row | undefined): string[] {
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

function print({ delivery, logRow, milliseconds, problems }: Outcome): void {
	const cells = [
		delivery.title,
		logRow?.score === null || logRow?.score === undefined ? '–' : String(logRow.score),
		String(logRow?.topic ?? ''),
		String(logRow?.account_name ?? ''),
		delivery.isAgain ? 'once only' : String(logRow?.state ?? 'answered'),
		delivery.isAgain
			? 'Recognised as the same ticket: no second alert'
			: String(logRow?.reason ?? 'Not a ticket: answered and left alone'),
		milliseconds === undefined ? '' : String(milliseconds),
	];
	console.log(row(COLUMNS, cells));
	for (const problem of problems) console.log(`  NOT AS EXPECTED: ${problem}`);
}

/** One alert as its reader gets it. */
async function showAlert({ n8n }: Rig): Promise<void> {
	const rows = await n8n.rows('cs_alert_outbox');
	const alert = rows.find(({ kind }) => kind === 'alert');
	if (alert === undefined) return;
	const by = alert.channel === 'slack' ? 'in Slack' : 'by email';
	console.log(`\nOne alert in full, to ${String(alert.recipient)} ${by}:\n`);
	const text = String(alert.body).replace(/[^\P{Cc}\n]/gu, ' ');
	console.log(
		text
			.split('\n')
			.map((line) => `  │ ${line}`)
			.join('\n'),
	);
}

function percentile(sorted: readonly number[], share: number): number | null {
	return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? null;
}

async function summarise({ n8n, outbox }: Rig, outcomes: readonly Outcome[]) {
	const rows = await n8n.rows('cs_ticket_log');
	const ended = (state: LogState) => rows.filter((logRow) => logRow.state === state).length;
	const times = outcomes
		.flatMap(({ milliseconds }) => (milliseconds === undefined ? [] : [milliseconds]))
		.sort((a, b) => a - b);
	const alerted = ended('alerted');
	const problems: string[] = [];
	const expectedRows = new Set(DELIVERIES.flatMap(({ ticketKey }) => ticketKey ?? [])).size;
	if (rows.length !== expectedRows) {
		problems.push(`the log holds ${rows.length} rows for ${expectedRows} tickets`);
	}
	if (outbox.messages.length !== alerted) {
		problems.push(`${outbox.messages.length} messages reached the outbox for ${alerted} alerts`);
	}
	return {
		problems,
		totals: {
			tickets: rows.length,
			alerted,
			monitored: ended('monitored'),
			unattached: ended('unattached'),
			skipped: ended('skipped'),
			failed: rows.length - alerted - ended('monitored') - ended('unattached') - ended('skipped'),
			p50Ms: percentile(times, 0.5),
			p95Ms: percentile(times, 0.95),
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
	await showAlert(rig);
	const { problems, totals } = await summarise(rig, outcomes);
	console.log(
		`\n${totals.alerted} alerts, ${totals.monitored} for the weekly digest, ${totals.unattached} to review, ${totals.skipped} skipped, ${totals.failed} failed.`,
	);
	for (const problem of problems) console.error(`NOT AS EXPECTED: ${problem}`);
	if (options.once) {
		await rig.stop();
		console.log(JSON.stringify(totals));
		return problems.length === 0 && outcomes.every((outcome) => outcome.problems.length === 0)
			? 0
			: 1;
	}
	const { url, owner } = rig.server;
	console.log(`
n8n stays open:     ${url}   (log in with ${owner.email} / ${owner.password})
The workflows:      ${url}/home/workflows
The log and tables: ${url}/home/datatables
The alerts:         ${rig.outbox.url}   (stands in for Slack and email)

A ticket of your own, in another terminal (a new id each time):
  curl ${rig.n8n.webhookUrl('cs-alerts/zendesk')} -d id=1 -d requester_email=mia@globex.example \\
    -d subject="Export" --data-urlencode "description=Nothing happens when I click export. Third time I ask."

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
