/**
 * A quarter of tickets made up from a seed, scored by Sentiment Score, decided as Threshold Gate decides, delivered and
 * answered in the log, then told by CS Alert Report: the nodes are those of the installed pack, on n8n's own engine. Run by the demo
 * as a process of its own, see quarterReports.ts; the last line is JSON: the file of each report.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { INodeParameters, INodeType } from 'n8n-workflow';

import type { Account, Owner, Sentiment, Ticket } from '../../nodes/core/item/types';
import type { Decision, TicketLog } from '../../nodes/log/ticketLog';
import { seededRandom } from '../faults/random.ts';
import { runNode } from '../support/engine.ts';
import { TEXTS, type Kind } from './quarterTexts.ts';

const [pack = '', folder = ''] = process.argv.slice(2);
const load = createRequire(join(pack, 'dist/index.js'));
const fromDist = (path: string): unknown => load(`./nodes/${path}.js`);
const nodeOf = (name: string) =>
	new (fromDist(`${name}/${name}.node`) as Record<string, new () => INodeType>)[name]!();

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const WEEKS = 13;
const ACCOUNTS = 48;
const TICKETS_A_WEEK = 60;
const SOURCE = 'demo/quarter';
const ANSWERS = 'https://n8n.example/webhook/cs-alerts/answer';
const OWNERS: readonly Owner[] = ['Ana Silva', 'Ben Okoro', 'Dana Reyes', 'Lena Vogt'].map(
	(name) => ({ name, email: `${name.toLowerCase().replace(' ', '.')}@cs-team.example` }),
);

const userFolder = mkdtempSync(join(tmpdir(), 'cs-alerts-quarter-'));
process.env.N8N_USER_FOLDER = userFolder;

const random = seededRandom(20261128);
const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
const end = Date.now();
const start = end - WEEKS * 7 * DAY_MS;

/** One account in five is in trouble and writes so; most of those are lost in the end. */
const accounts = Array.from({ length: ACCOUNTS }, (_, index) => ({
	isInTrouble: index % 5 === 0,
	facts: {
		status: 'matched',
		id: `acc-${index + 1}`,
		name: `Customer ${index + 1}`,
		mrr: [240, 600, 1200, 2400, 4800][index % 5] as number,
		currency: 'USD',
		renewalDate: new Date(end + (index - 10) * 9 * DAY_MS).toISOString().slice(0, 10),
		healthScore: 35 + ((index * 17) % 60),
		owner: OWNERS[index % OWNERS.length],
	} satisfies Account,
}));

interface Written {
	account: (typeof accounts)[number];
	kind: Kind;
	ticket: Ticket;
	at: Date;
}

function write(index: number): Written {
	const at = new Date(start + (index / (WEEKS * TICKETS_A_WEEK)) * WEEKS * 7 * DAY_MS);
	const account = pick(accounts);
	const die = random();
	const kind: Kind = account.isInTrouble
		? die < 0.45
			? 'trouble'
			: 'calm'
		: die < 0.04
			? 'trouble'
			: die < 0.14
				? 'slow'
				: 'calm';
	const { subject, body } = pick(TEXTS[kind]);
	const requester = { email: `ops@customer-${account.facts.id}.example`, name: 'Ops' };
	const [id, key] = [String(index), `zendesk:demo.zendesk.com:${index}`];
	const time = at.toISOString();
	return {
		account,
		kind,
		at,
		ticket: {
			key,
			id,
			messageId: 'first',
			event: 'new',
			helpdesk: 'zendesk',
			subject,
			body,
			requester,
			createdAt: time,
			receivedAt: time,
			url: `https://demo.zendesk.com/agent/tickets/${id}`,
		},
	};
}

async function run(
	type: INodeType,
	inputs: Parameters<typeof runNode>[1],
	parameters: INodeParameters,
) {
	const { outputs, error } = await runNode(type, inputs, parameters);
	if (error !== undefined) throw new Error(error.message);
	return (outputs[0] ?? []).map(({ json }) => json);
}

/** Sends what is due and has its reader answer: the truth that calibration has to find. */
async function sendAndAnswer(
	log: TicketLog,
	written: readonly Written[],
	now: Date,
): Promise<void> {
	for (;;) {
		const { delivery } = await log.leaseDelivery(60_000, now);
		if (delivery === undefined) return;
		const { ticket, account } = delivery.content as Partial<Decision>;
		const owner = account?.owner;
		await log.recordDelivery(
			delivery.id,
			delivery.attempt,
			{
				isDelivered: true,
				channel: 'email',
				recipient: owner?.email,
				recipientName: owner?.name ?? 'CS team',
				followUps: [],
			},
			now,
		);
		const [link] = Object.values(delivery.links ?? {});
		const token = link === undefined ? null : new URL(link).searchParams.get('token');
		const from = written.find((one) => one.ticket.key === ticket?.key);
		if (delivery.kind !== 'alert' || token === null || from === undefined || random() < 0.15)
			continue;
		const answeredAt = new Date(now.getTime() + (0.2 + random() * 6) * HOUR_MS);
		const isUseful = from.kind === 'trouble' ? random() < 0.9 : random() < 0.15;
		await log.answer({ token, action: isUseful ? 'useful' : 'noise' }, answeredAt);
		if (isUseful) await log.answer({ token, action: 'close' }, answeredAt);
	}
}

/** What became of the accounts: those in trouble are mostly lost, the others stay. */
const outcomes = () =>
	accounts.flatMap(({ isInTrouble, facts: { id } }, index) => {
		if (index % 3 === 1) return [];
		const outcome = isInTrouble ? (index % 2 === 0 ? 'churned' : 'renewed') : 'renewed';
		// One is lost without a word: no threshold would have found it.
		const date = new Date(end - (1 + (index % 20)) * DAY_MS).toISOString();
		return [{ accountId: id, outcome: index === 2 ? 'churned' : outcome, date }];
	});

const { DEFAULT_GATE, hashSettings } = fromDist(
	'core/gate/index',
) as typeof import('../../nodes/core/gate');
const { deciderOf } = fromDist(
	'core/report/gateRules',
) as typeof import('../../nodes/core/report/gateRules');
const { openLog } = fromDist('log/open') as typeof import('../../nodes/log/open');

async function main(): Promise<void> {
	const log = await openLog();
	try {
		const gate = { ...DEFAULT_GATE, timeZone: 'Europe/Berlin' };
		const config = hashSettings(gate);
		await log.saveResponseAddress(SOURCE, ANSWERS, new Date(start));
		await log.saveGateConfig(config, gate, new Date(start));
		const written = Array.from({ length: WEEKS * TICKETS_A_WEEK }, (_, index) => write(index));
		const scored = await run(
			nodeOf('SentimentScore'),
			[written.map(({ ticket }) => ({ ticket }) as never)],
			{},
		);
		const decide = deciderOf(gate);
		for (const [index, { ticket, account, at }] of written.entries()) {
			const sentiment = scored[index]?.sentiment as unknown as Sentiment;
			const { score, label, topic, flags, version } = sentiment;
			const decision = decide({
				id: ticket.key,
				ticketKey: ticket.key,
				event: 'new',
				receivedAt: at,
				score,
				label,
				topic,
				flags: flags ?? [],
				version,
				account: account.facts,
				route: 'digest',
				rules: [],
				config,
				isBackfill: false,
			});
			const same = { source: SOURCE, workflowId: 'demo' };
			await log.takeIn({ ticket, ...same }, at);
			const decided = { ticket, sentiment, account: account.facts, gate: { ...decision, config } };
			await log.recordDecisions([{ ...decided, ...same } as Decision], at);
			await log.closeQuiet(at);
			await sendAndAnswer(log, written, new Date(at.getTime() + 1000));
		}
		const files: Record<string, string> = {};
		const operations: Record<string, INodeParameters> = {
			digest: { days: 28 },
			backtest: {},
			calibration: { outcomes: 'input' },
			impact: { outcomes: 'input' },
			dashboard: {},
		};
		for (const [operation, parameters] of Object.entries(operations)) {
			const inputs = 'outcomes' in parameters ? [[{}], outcomes()] : [[{}]];
			const [item] = await run(nodeOf('CsAlertReport'), inputs, { operation, ...parameters });
			const { html } = item?.report as { html: string };
			files[operation] = join(folder, `${operation}.html`);
			writeFileSync(files[operation], html);
		}
		console.log(JSON.stringify(files));
	} finally {
		await log.close();
		rmSync(userFolder, { recursive: true, force: true });
	}
}

void main();
