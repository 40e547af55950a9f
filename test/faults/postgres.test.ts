import { afterAll, beforeAll, describe } from 'vitest';

import { startHubSpot, type HubSpotStandIn } from '../support/hubspot/server.ts';
import {
	NO_POSTGRES,
	postgresPrograms,
	startPostgres,
	type PostgresServer,
} from '../support/postgres.ts';
import { forwardTo } from '../support/crmRig.ts';
import { startRig, type Rig } from '../support/rig.ts';
import { channels } from './channels.ts';
import { postgresHands, type Hands } from './hands.ts';
import { lookups } from './lookups.ts';
import { stopped } from './stopped.ts';

const isInstalled = postgresPrograms() !== undefined;

// One n8n with its log in PostgreSQL for all of these: its news lets the tests go on without waiting.
describe.skipIf(!isInstalled)(isInstalled ? 'n8n with PostgreSQL' : NO_POSTGRES, () => {
	let postgres: PostgresServer;
	let hubspot: HubSpotStandIn;
	let rig: Rig;
	let hands: Hands;

	beforeAll(async () => {
		postgres = await startPostgres();
		hubspot = await startHubSpot({
			pipelines: [],
			contacts: [],
			companies: [
				{ id: '501', properties: { name: 'CRM Only', domain: 'crm-only.example', mrr: '2400' } },
			],
			deals: [],
			owners: [],
			companyProperties: { mrr: 'number' },
			dealProperties: {},
		});
		const logDatabase = await postgres.createDatabase();
		hands = postgresHands(logDatabase);
		rig = await startRig({
			logDatabase,
			standIns: { 'api.hubapi.com': forwardTo(hubspot.url) },
		});
	});
	afterAll(async () => {
		await rig?.stop();
		await hands?.close();
		await hubspot?.close();
		await postgres?.stop();
	});

	channels(() => ({ rig, hands }));
	lookups(() => ({ rig, hands, hubspot }));
	stopped(() => ({ rig, hands, postgres }));
});
