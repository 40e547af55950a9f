import { setTimeout as sleep } from 'node:timers/promises';

import type { OutboxMessage } from '../outbox/types.ts';
import { answerLinkIn, answerLinksIn, giveAnswer, openPage } from '../support/answers.ts';
import { letTimePass, type LogRow } from '../support/logRows.ts';
import type { Rig } from '../support/rig.ts';
import { zendesk } from './deliveries.ts';

/** What a week brings after the alerts: answers, silence, a second ticket, an outage, a stranger who gets a home. */

/** How often each thing happened, as the log says. */
export interface WeekCounts {
	acknowledged: number;
	snoozed: number;
	reminded: number;
	escalated: number;
	updated: number;
	incidents: number;
	attached: number;
	closed: number;
}

export interface Week {
	counts: WeekCounts;
	/** What is not as it should be, in plain words. */
	problems: string[];
}

const PATIENCE_MS = 40_000;
const TROUBLE =
	'Since this morning the API answers error 500 on every call. Nothing works for our users and we are losing orders.';
/** Five accounts with one trouble make an incident; these two more are told of in one message for each owner. */
const INCIDENT_ACCOUNTS = 7;

/**
 * Plays the week in fast time: the log's own times are put back, so that what is due in hours is due now.
 * @param say prints a line
 */
export async function playWeek(rig: Rig, say: (line: string) => void): Promise<Week> {
	const problems: string[] = [];
	const steps: ReadonlyArray<readonly [string, (rig: Rig) => Promise<string>]> = [
		['An owner acknowledges by the link in an email', acknowledge],
		['Another one snoozes theirs for 7 days', snooze],
		['A stranger in Review is attached to an account, and found from then on', attach],
		['Nobody answers Acme: the owner is reminded, then the manager is told', remindAndEscalate],
		['The owner closes it, and the message in Slack says so', close],
		['Seven accounts report the same trouble within an hour', incident],
	];
	for (const [title, step] of steps) {
		try {
			say(`  ${title}: ${await step(rig)}`);
		} catch (error) {
			problems.push(`${title}: ${(error as Error).message}`);
			say(`  NOT AS EXPECTED: ${title}: ${(error as Error).message}`);
		}
	}
	for (const row of await undeliveredAtLast(rig)) {
		problems.push(
			`a message of the kind ${row.kind} is ${row.state}: ${row.last_error ?? 'not tried'}`,
		);
	}
	const counts = await countsOf(rig);
	for (const [what, count] of Object.entries(counts)) {
		if (count === 0) problems.push(`nothing was ${what}`);
	}
	return { counts, problems };
}

/** What was never delivered, however long one waits: paced messages of the last step take their second each. */
async function undeliveredAtLast({ log }: Rig): Promise<LogRow[]> {
	const undelivered = async () =>
		(await log.all('deliveries')).filter(({ state }) => state !== 'delivered');
	const isEmpty = async () => (await undelivered()).length === 0;
	await until(isEmpty, 'every message to be delivered').catch(() => {});
	return await undelivered();
}

async function acknowledge(rig: Rig): Promise<string> {
	const message = await messageOf(rig, 'Wayne Logistics');
	const link = answerLinkIn(message, 'acknowledge');
	// What a mail scanner does changes nothing.
	await openPage(link);
	await openPage(link, { method: 'HEAD' });
	assert(
		(await alertOf(rig, 'Wayne'))?.state === 'open',
		'opening the link alone changed the alert',
	);
	const page = await giveAnswer(link);
	assert(page.status === 200, `the page answered ${page.status}`);
	await until(async () => (await alertOf(rig, 'Wayne'))?.state === 'acknowledged', 'acknowledged');
	return (await alertOf(rig, 'Wayne'))?.acknowledged_by as string;
}

async function snooze(rig: Rig): Promise<string> {
	await giveAnswer(answerLinkIn(await messageOf(rig, 'Initech'), 'snooze'));
	await until(async () => (await alertOf(rig, 'Initech'))?.state === 'snoozed', 'snoozed');
	const days = Number((await alertOf(rig, 'Initech'))?.snoozed_until) - Date.now();
	return `quiet for ${Math.round(days / 86_400_000)} days`;
}

async function attach(rig: Rig): Promise<string> {
	const key = 'zendesk:northwind.zendesk.com:4813';
	const sender = 'pat@brand-new-startup.example';
	const { message, link } = await until(async () => {
		for (const message of rig.outbox.messages) {
			for (const [action, link] of answerLinksIn(message)) {
				if (action !== 'attach') continue;
				if ((await openPage(link)).text.includes(sender)) return { message, link };
			}
		}
		return undefined;
	}, 'a message with a link to attach the stranger');
	await giveAnswer(link, { account: 'other', accountId: 'sample-globex', accountName: 'Globex' });
	await until(
		async () => message.kind !== 'slack' || /attached (?:it )?to Globex/i.test(textOf(message)),
		'the post of Review to say so',
	);
	const again = await until(async () => {
		const [row] = await rig.log.messagesOf(key);
		return row?.account_id === 'sample-globex' && row.ended_at !== null ? row : undefined;
	}, 'the waiting ticket to run again with its account');
	await rig.deliver(
		zendesk({
			id: '4890',
			from: sender,
			name: 'Pat Doe',
			subject: 'Thanks',
			text: 'Thank you, the webhook works again.',
			expected: 'monitored',
		}),
	);
	const next = await until(async () => {
		const [row] = await rig.log.messagesOf('zendesk:northwind.zendesk.com:4890');
		return row?.ended_at ? row : undefined;
	}, 'the next ticket to end');
	assert(next.account_id === 'sample-globex', 'the next ticket was not found');
	return `its ticket ran again and is ${again.state}; the next one is Globex at once`;
}

async function remindAndEscalate(rig: Rig): Promise<string> {
	const alert = await alertOf(rig, 'Acme');
	assert(alert !== undefined, 'Acme has no alert');
	for (const kind of ['reminder', 'escalation']) {
		await passUntilFollowUp(rig, String(alert?.id), kind);
		await until(
			async () =>
				(await rig.log.all('deliveries')).some(
					(row) => row.alert_id === alert?.id && row.kind === kind && row.state === 'delivered',
				),
			`the ${kind} to be delivered`,
		);
	}
	await until(async () => (await alertOf(rig, 'Acme'))?.escalated_at, 'the alert to say so');
	return 'both arrived';
}

async function close(rig: Rig): Promise<string> {
	const message = rig.outbox.messages.find(
		(one) =>
			one.kind === 'slack' && one.threadTs === undefined && textOf(one).includes('Acme Corp'),
	);
	const edits = message?.kind === 'slack' ? message.edits : 0;
	await giveAnswer(answerLinkIn(message, 'close'));
	await until(async () => (await alertOf(rig, 'Acme'))?.state === 'closed', 'closed');
	await until(
		async () =>
			message?.kind === 'slack' && message.edits > edits && /closed/i.test(textOf(message)),
		'the message in Slack to say that it is closed',
	);
	return 'edited in place';
}

async function incident(rig: Rig): Promise<string> {
	const owners = [
		{ owner_name: 'Dana Reyes', owner_email: 'dana.reyes@cs-team.example', owner_channel: 'slack' },
		{ owner_name: 'Sam Okafor', owner_email: 'sam.okafor@cs-team.example', owner_channel: 'email' },
	];
	const numbers = Array.from({ length: INCIDENT_ACCOUNTS }, (_, index) => index + 1);
	await rig.n8n.insertRows(
		'cs_accounts',
		numbers.map((number) => ({
			account_id: `incident-${number}`,
			name: `Harbor ${number}`,
			domains: `harbor-${number}.example`,
			mrr: 1500 + number,
			currency: 'USD',
			...owners[number % 2],
		})),
	);
	const before = rig.outbox.messages.length;
	for (const number of numbers) {
		await rig.deliver(
			zendesk({
				id: `49${number}0`,
				from: `ops@harbor-${number}.example`,
				name: 'Ops',
				subject: 'API error 500',
				text: TROUBLE,
				expected: 'alerted',
			}),
		);
		await until(async () => {
			const [row] = await rig.log.messagesOf(`zendesk:northwind.zendesk.com:49${number}0`);
			return row?.ended_at;
		}, `ticket ${number} of the outage to end`);
	}
	const incidents = await incidentsOf(rig);
	assert(incidents.length === 2, `${incidents.length} incident alerts for 2 owners`);
	const told = rig.outbox.messages
		.slice(before)
		.filter((one) => /likely incident/i.test(textOf(one)));
	const first = told.filter((one) => !/update: likely incident/i.test(textOf(one)));
	assert(first.length === 2, `${first.length} messages tell 2 owners of the incident first`);
	return `${incidents.length} incident alerts, ${told.length} messages`;
}

const incidentsOf = async (rig: Rig) =>
	(await rig.log.all('alerts')).filter(({ account_key: key }) =>
		String(key).startsWith('incident:'),
	);

async function countsOf({ log }: Rig): Promise<WeekCounts> {
	const alerts = await log.all('alerts');
	const deliveries = await log.all('deliveries');
	const messages = await log.all('messages');
	const delivered = (kind: string) =>
		new Set(
			deliveries
				.filter((row) => row.kind === kind && row.state === 'delivered')
				.map(({ alert_id }) => alert_id),
		).size;
	const count = (rows: readonly LogRow[], is: (row: LogRow) => unknown) => rows.filter(is).length;
	return {
		acknowledged: count(alerts, (row) => row.acknowledged_at),
		snoozed: count(alerts, ({ snoozed_until }) => snoozed_until),
		reminded: delivered('reminder'),
		escalated: delivered('escalation'),
		updated: count(messages, ({ state }) => state === 'updated'),
		incidents: count(alerts, ({ account_key: key }) => String(key).startsWith('incident:')),
		attached: count(messages, ({ ticket_key, account_id }) =>
			String(ticket_key).endsWith(':4813') ? account_id === 'sample-globex' : false,
		),
		closed: count(alerts, ({ state }) => state === 'closed'),
	};
}

/** Lets the time pass until a step of an alert is due. */
async function passUntilFollowUp(rig: Rig, alertId: string, kind: string): Promise<void> {
	const step = await until(async () => {
		const rows = await rig.log.all('follow_ups');
		return rows.find((row) => row.alert_id === alertId && row.kind === kind);
	}, `the alert to have a ${kind} ahead`);
	letTimePass(rig.server.userFolder, Math.max(0, Number(step.at) - Date.now()) + 1000);
}

async function alertOf({ log }: Rig, account: string): Promise<LogRow | undefined> {
	return (await log.all('alerts')).find(({ account_name: name }) =>
		String(name ?? '').startsWith(account),
	);
}

async function messageOf({ outbox }: Rig, text: string): Promise<OutboxMessage> {
	return await until(
		async () =>
			outbox.messages.find(
				(message) => textOf(message).includes(text) && answerLinksIn(message).length > 0,
			),
		`a message about ${text} with links`,
	);
}

const textOf = (message: OutboxMessage) =>
	message.kind === 'slack'
		? JSON.stringify([message.text, message.blocks])
		: `${message.subject}\n${message.text ?? ''}`;

/** Looks until there is something. */
async function until<T>(look: () => Promise<T>, what: string): Promise<NonNullable<T>> {
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		const found = await look();
		if (found) return found;
		if (Date.now() > deadline) throw new Error(`waited ${PATIENCE_MS / 1000} s for ${what}`);
		await sleep(100);
	}
}

function assert(isTrue: boolean, otherwise: string): void {
	if (!isTrue) throw new Error(otherwise);
}
