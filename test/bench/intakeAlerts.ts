import { setTimeout as sleep } from 'node:timers/promises';

import type { Rig } from '../support/rig.ts';
import { calmTicket, criticalTicket, deliver } from './intakeVariants.ts';
import { percentile } from './percentile.ts';

const PER_SECOND = 5;
/** One ticket in so many alerts. */
const ONE_ALERTS_IN = 10;
/** So many CS managers: one gets Slack messages a second at most, as Slack asks. */
const OWNERS = 5;
const ARRIVAL_TIMEOUT_MS = 60_000;

interface AlertTimes {
	tickets: number;
	alerts: number;
	/** Milliseconds from the webhook call until the message is in Slack or the mailbox. */
	p50: number;
	p95: number;
}

/** How soon alerts arrive while tickets come at a steady rate for this many seconds. Throws when one is missing. */
export async function alertTimes(rig: Rig, seconds: number): Promise<AlertTimes> {
	const tickets = PER_SECOND * seconds;
	const critical = (index: number) => index % ONE_ALERTS_IN === ONE_ALERTS_IN - 1;
	const customer = (index: number) => `bench-${index}.example`;
	const indexes = Array.from({ length: tickets }, (_, index) => index);
	await rig.n8n.insertRows('cs_accounts', indexes.filter(critical).map(accountOf));
	const before = rig.outbox.messages.length;
	const started = performance.now();
	const sending = indexes.map(async (index) => {
		await sleep(Math.max(0, started + (index * 1000) / PER_SECOND - performance.now()));
		const ticket = critical(index) ? criticalTicket(`ops@${customer(index)}`) : calmTicket();
		const { at } = await deliver(rig, ticket);
		return { at, name: critical(index) ? nameOf(index) : undefined };
	});
	const sent = (await Promise.all(sending)).filter(({ name }) => name !== undefined);
	const arrivalOf = (name: string) =>
		rig.outbox.messages
			.slice(before)
			.find((message) => JSON.stringify(message).includes(`${name} `))?.at;
	const deadline = Date.now() + ARRIVAL_TIMEOUT_MS;
	const times: number[] = [];
	for (const { at, name = '' } of sent) {
		let arrived = arrivalOf(name);
		while (arrived === undefined) {
			if (Date.now() > deadline) throw new Error(`No alert of ${name} arrived`);
			await sleep(50);
			arrived = arrivalOf(name);
		}
		times.push(Date.parse(arrived) - at);
	}
	return {
		tickets,
		alerts: times.length,
		p50: percentile(times, 0.5),
		p95: percentile(times, 0.95),
	};

	function accountOf(index: number) {
		const owner = Math.floor(index / ONE_ALERTS_IN) % OWNERS;
		return {
			account_id: customer(index),
			name: nameOf(index),
			domains: customer(index),
			mrr: 2000,
			currency: 'USD',
			owner_name: `Owner ${owner}`,
			owner_email: `owner-${owner}@cs-team.example`,
			// Every other one reads mail.
			owner_channel: owner % 2 === 0 ? 'slack' : 'email',
		};
	}
}

const nameOf = (index: number) => `Bench Customer ${index} Ltd`;
