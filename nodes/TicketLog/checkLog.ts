import type { IExecuteFunctions } from 'n8n-workflow';

import { isAlive } from '../core/log/alive';
import { TAKEN_IN } from '../core/log/source';
import type { AddressAnswer } from '../core/setupCheck/addressAnswers';
import { responseCheck, triggerChecks, triggerName } from '../core/setupCheck/addresses';
import {
	arrivalsCheck,
	likeHours,
	LOOKED_BACK_MS,
	type Silence,
} from '../core/setupCheck/arrivals';
import { outstandingChecks } from '../core/setupCheck/outstanding';
import { publicAddressCheck } from '../core/setupCheck/place';
import { storageChecks } from '../core/setupCheck/storage';
import { testAlertCheck } from '../core/setupCheck/testAlert';
import type { SetupCheck } from '../core/setupCheck/types';
import type { IntakeStatus } from '../log/intakeLog';
import type { TicketLog } from '../log/ticketLog';
import { mapConcurrently } from '../shared/concurrency';
import { reasonOf } from '../shared/reasonOf';
import { callResponses, callTrigger } from './callAddress';

/** Calls of n8n under way at once: it answers while it runs this very workflow. */
const PARALLEL = 4;

/**
 * All that the log knows of, and what it leads to.
 * @throws LogError when the log cannot be read
 */
export async function checkLog(
	context: IExecuteFunctions,
	log: TicketLog,
	now: Date,
): Promise<SetupCheck[]> {
	const writeError = await log.tryWriting(now).then(() => undefined, reasonOf);
	const facts = await log.setupFacts(now);
	const triggers = await log.intakeStatus();
	const live = triggers.filter((trigger) => isAlive(trigger, now));
	const { responseAddress } = facts;
	const n8nAddress = context.getInstanceBaseUrl();
	const addresses = [...live.map(({ address }) => address), responseAddress, n8nAddress];
	return [
		...storageChecks(facts, writeError, now),
		publicAddressCheck(addresses.filter((address) => address !== undefined)),
		...triggerChecks(triggers, await callAll(context, live), n8nAddress, now),
		responseCheck(
			responseAddress,
			responseAddress === undefined ? undefined : await callResponses(context, responseAddress),
		),
		...(await checkArrivals(log, live, now)),
		...outstandingChecks(facts),
		testAlertCheck(facts, now),
	];
}

async function callAll(
	context: IExecuteFunctions,
	live: readonly IntakeStatus[],
): Promise<Map<string, AddressAnswer>> {
	const answers = await mapConcurrently(live, PARALLEL, async ({ source, address }) =>
		address === undefined ? undefined : { source, answer: await callTrigger(context, address) },
	);
	return new Map(
		answers.flatMap((one) => (one === undefined ? [] : [[one.source, one.answer] as const])),
	);
}

async function checkArrivals(
	log: TicketLog,
	live: readonly IntakeStatus[],
	now: Date,
): Promise<SetupCheck[]> {
	const sources = live.map((trigger) => ({
		source: trigger.source,
		name: triggerName(trigger),
		firstSeenAt: trigger.firstSeenAt,
	}));
	const takesIn = live.filter(({ takenInWaiting }) => takenInWaiting !== undefined);
	const first = Math.min(...takesIn.map(({ firstSeenAt }) => firstSeenAt.getTime()));
	const all: Array<Silence & { source: string }> = [...sources];
	const since = new Date(now.getTime() - LOOKED_BACK_MS);
	// Whoever hands on what Take In takes in does so mostly without any mailbox: nothing is no news there.
	if (takesIn.length > 0 && (await log.lastArrival(TAKEN_IN, since)) !== undefined) {
		all.push({ source: TAKEN_IN, firstSeenAt: new Date(first) });
	}
	all.sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
	return await mapConcurrently(all, 1, async ({ source, ...silence }) => {
		const known = { ...silence, last: await log.lastArrival(source, since) };
		return arrivalsCheck(known, await log.countArrivals(source, likeHours(known, now)), now);
	});
}
