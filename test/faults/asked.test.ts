import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll } from 'vitest';

import { startHelpdeskRig } from '../support/helpdeskRig.ts';
import { addCustomers } from './customers.ts';
import { sqliteHands, type Hands } from './hands.ts';
import { missed } from './missed.ts';

// One n8n whose triggers ask the helpdesks' APIs.
let rig: Awaited<ReturnType<typeof startHelpdeskRig>>;
let hands: Hands;

beforeAll(async () => {
	// All its customers have one trouble; what an incident alert is, the e2e tests show.
	rig = await startHelpdeskRig({ markIncidents: false });
	hands = sqliteHands(rig.server.userFolder);
	await addCustomers(rig.rig);
	// Publishing answers before the triggers have registered.
	while (rig.zendesk.triggers.size === 0) await sleep(100);
});
afterAll(async () => {
	await rig?.stop();
});
afterEach(() => rig.outbox.failNoMore());

missed(() => ({ rig, hands }));
