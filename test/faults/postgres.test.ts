import { afterAll, afterEach, beforeAll, describe } from 'vitest';

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
import { addCustomers } from './customers.ts';
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
	let databaseName = '';
	const toHubSpot: { way: 'open' | 'cut' | 'blocked' } = { way: 'open' };

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
		const forward = forwardTo(hubspot.url);
		const logDatabase = await postgres.createDatabase();
		databaseName = new URL(logDatabase).pathname.slice(1);
		hands = postgresHands(logDatabase);
		rig = await startRig({
			markIncidents: false,
			logDatabase,
			standIns: {
				'api.hubapi.com': async (request, response) => {
					if (toHubSpot.way === 'open') await forward(request, response);
					else if (toHubSpot.way === 'cut') request.socket.destroy();
					else response.writeHead(403).end('<h1>Blocked by the proxy</h1>');
				},
			},
		});
		await addCustomers(rig);
	});
	afterAll(async () => {
		await rig?.stop();
		await hands?.close();
		await hubspot?.close();
		await postgres?.stop();
	});

	// One test that fails leaves no failure for the next.
	afterEach(() => rig.outbox.failNoMore());

	channels(() => ({ rig, hands }));
	lookups(() => ({ rig, hands, hubspot: toHubSpot }));
	stopped(() => ({
		rig,
		hands,
		postgres,
		database: async (sql) => await postgres.run(sql, databaseName),
	}));
});
