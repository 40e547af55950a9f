import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll } from 'vitest';

import { temporaryFolder } from '../n8n/lifetime.ts';
import { startRig, type Rig } from '../support/rig.ts';
import { addCustomers } from './customers.ts';
import { embedded } from './embedded.ts';
import { sqliteHands, type Hands } from './hands.ts';
import { killed } from './killed.ts';
import { mountSmallDisk, type SmallDisk } from './smallDisk.ts';
import { strangers } from './strangers.ts';

// One n8n on the default log for all of these, since a start takes longer than most of them.
const userFolder = await temporaryFolder('cs-alerts-faults-');
const disk: SmallDisk | undefined = mountSmallDisk(join(userFolder, '.n8n', 'cs-alerts'), 24);
let rig: Rig;
let hands: Hands;

beforeAll(async () => {
	rig = await startRig({ userFolder, markIncidents: false });
	hands = sqliteHands(userFolder);
	await addCustomers(rig);
});
afterAll(async () => {
	await rig?.stop();
	disk?.unmount();
	rmSync(userFolder, { recursive: true, force: true });
});

// One test that fails leaves no failure for the next.
afterEach(() => rig.outbox.failNoMore());

strangers(() => rig);
embedded(() => ({ rig, hands, disk }), disk !== undefined);
killed(() => ({ rig, hands }));
