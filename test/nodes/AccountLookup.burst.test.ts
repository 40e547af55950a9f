import { setTimeout } from 'node:timers/promises';

import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';
import { afterEach, describe, expect, it } from 'vitest';

import { AccountLookup } from '../../nodes/AccountLookup/AccountLookup.node';
import { hubSpotAccount, org, requesters } from '../bench/crmData';
import { seededRandom } from '../faults/random';
import { runNode } from '../support/engine';
import type { Fault } from '../support/faults';
import { startHubSpot } from '../support/hubspot/server';
import { startSalesforce } from '../support/salesforce/server';
import { useTemporaryLog } from '../support/temporaryLog';

const log = useTemporaryLog();

/** As the engine of these tests names its workflow. */
const WORKFLOW = 'test';
const SOURCE = `${WORKFLOW}/trigger`;
const RUN = 50;

const open: Array<{ close(): Promise<void> }> = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((standIn) => standIn.close()));
});

let credentials = 0;

/** The node in an execution that somebody stops. */
class StoppedLookup extends AccountLookup {
	constructor(signal: AbortSignal) {
		super();
		this.execute = async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const context = Object.create(this, {
				getExecutionCancelSignal: { value: () => signal },
			}) as IExecuteFunctions;
			return await AccountLookup.prototype.execute.call(context);
		};
	}
}

/** Salesforce and HubSpot with the same invented customers, each behind a credential of its own. */
async function start(crm: 'salesforce' | 'hubspot') {
	const standIn =
		crm === 'salesforce' ? await startSalesforce(org) : await startHubSpot(hubSpotAccount);
	open.push(standIn);
	// None remembers another test's answers.
	const id = `burst-${(credentials += 1)}`;
	const isSalesforce = crm === 'salesforce';
	const parameters = {
		source: crm,
		salesforceAuthentication: 'salesforceOAuth2Api',
		hubspotAuthentication: 'hubspotAppToken',
		mrrField: isSalesforce ? 'MRR__c' : 'mrr',
		renewalField: isSalesforce ? 'Renewal__c' : 'renewal_date',
		healthField: isSalesforce ? 'Health__c' : 'health',
	};
	const oauthTokenData = { access_token: 'good-token', instance_url: standIn.url };
	const given: Record<string, ICredentialDataDecryptedObject> = isSalesforce
		? { salesforceOAuth2Api: { oauthTokenData } }
		: { hubspotAppToken: { appToken: 'good-token' } };
	return {
		calls: standIn.calls,
		faults: standIn.faults,
		lookUp: async (emails: readonly unknown[], options: IDataObject = {}, stop?: AbortSignal) => {
			const run = await runNode(
				stop === undefined ? new AccountLookup() : new StoppedLookup(stop),
				[emails.map((email) => ({ ticket: { requester: { email } } })), []],
				{ ...parameters, options } as INodeParameters,
				'continueRegularOutput',
				given,
				(options) => ({
					...options,
					url: options.url.replace('https://api.hubapi.com', standIn.url),
					headers: { ...options.headers, Authorization: 'Bearer good-token' },
				}),
				id,
			);
			return (run.outputs[0] ?? []).map(({ json }) => json.account as IDataObject);
		},
	};
}

let tickets = 0;
async function wait(emails: readonly string[]): Promise<void> {
	const opened = await log.open();
	for (const email of emails) {
		const receivedAt = new Date().toISOString();
		const ticket = { key: `zendesk:x:${(tickets += 1)}`, messageId: 'new', event: 'new' } as const;
		await opened.takeIn(
			{
				ticket: { ...ticket, requester: { email }, receivedAt },
				source: SOURCE,
				workflowId: WORKFLOW,
			},
			new Date(),
		);
	}
}

describe('Account Lookup in a burst', () => {
	it.each(['salesforce', 'hubspot'] as const)(
		'takes at most 20 calls to %s for 1,000 tickets of 300 requesters in some 22 runs, two at once',
		async (name) => {
			const crm = await start(name);
			const drawn = seededRandom(7);
			// As they arrive: in no order, and not all at once.
			const arriving = Array.from({ length: 1000 }, (_, index) => requesters[index % 300] ?? '')
				.map((email, index) => ({ email, place: index + drawn() * 150 }))
				.sort((one, other) => one.place - other.place)
				.map(({ email }) => email);
			const opened = await log.open();
			let runs = 0;
			let matched = 0;
			const work = async () => {
				for (;;) {
					const { entries, token } = await opened.leaseMessages(
						{ source: SOURCE, limit: RUN, leaseMs: 60_000, kind: 'normal' },
						new Date(),
					);
					if (entries.length === 0) return;
					runs += 1;
					await wait(arriving.splice(0, RUN));
					const accounts = await crm.lookUp(entries.map(({ ticket }) => ticket.requester?.email));
					matched += accounts.filter(({ status }) => status === 'matched').length;
					await opened.settleMessages(token, { isSuccess: true }, new Date());
				}
			};
			// The first comes alone, and what came meanwhile goes together.
			await wait(arriving.splice(0, 1));
			await Promise.all([work(), wait(arriving.splice(0, 99)).then(work)]);
			expect(arriving).toEqual([]);
			expect(runs).toBeGreaterThanOrEqual(20);
			const strangers = [1, 2, 3].length * 40;
			expect(matched).toBe(1000 - strangers);
			expect(crm.calls.length).toBeLessThanOrEqual(20);
		},
		60_000,
	);

	it('asks for those that wait together with those whose turn it is, who then need no call', async () => {
		const crm = await start('salesforce');
		const mixed = requesters.filter((_, index) => index % 4 === 0);
		await wait(mixed.slice(10));
		await crm.lookUp(mixed.slice(0, 10));
		const { length: before } = crm.calls;
		const accounts = await crm.lookUp(mixed.slice(10));
		expect(crm.calls.length).toBe(before);
		expect(before).toBeLessThanOrEqual(6);
		const matched = accounts.filter(({ status }) => status === 'matched');
		// Contacts and colleagues of customers, which strangers are not.
		expect(matched).toHaveLength(accounts.length - 10);
	});

	it('asks for nobody else where all are known, or nothing is remembered', async () => {
		const crm = await start('salesforce');
		const [first = '', second = '', third = ''] = requesters;
		await crm.lookUp([first]);
		await wait([second, third]);
		const { length: before } = crm.calls;
		await crm.lookUp([first]);
		expect(crm.calls.length).toBe(before);
		await crm.lookUp([second], { cacheMinutes: 0 });
		const { length: forOne } = crm.calls;
		await crm.lookUp([third]);
		expect(crm.calls.length).toBeGreaterThan(forOne);
	});

	it('fails nobody by what those that wait made fail', async () => {
		const crm = await start('salesforce');
		const [mia = '', joe = ''] = requesters;
		await wait([joe]);
		// Only the question that names the one who waits is refused.
		crm.faults.push({
			match: new RegExp(joe.split('@')[0] ?? ''),
			status: 400,
			body: [{ errorCode: 'MALFORMED_QUERY', message: 'no' }],
		});
		expect(await crm.lookUp([mia])).toMatchObject([{ status: 'matched', matchedBy: 'contact' }]);
	});

	const REFUSALS: ReadonlyArray<[string, 'salesforce' | 'hubspot', Omit<Fault, 'match'>]> = [
		['a refused credential', 'hubspot', { status: 401, body: { message: 'no' } }],
		['too many calls', 'hubspot', { status: 429, headers: { 'retry-after': '600' } }],
		['no answer in time', 'hubspot', { wire: 'hang' }],
		[
			'a refused session',
			'salesforce',
			{ status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'no' }] },
		],
		['too many calls', 'salesforce', { status: 429, body: {}, headers: { 'retry-after': '600' } }],
		[
			'no calls left today',
			'salesforce',
			{ status: 403, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'no' }] },
		],
		['no answer in time', 'salesforce', { wire: 'hang' }],
	];
	it.each(REFUSALS)('asks no second time after %s from %s', async (_, name, fault) => {
		const callsWith = async (waiting: string[]) => {
			const crm = await start(name);
			crm.faults.push({ match: /./, ...fault });
			await wait(waiting);
			const [account] = await crm.lookUp([requesters[0]], { timeoutSeconds: 1 });
			expect(account).toMatchObject({ status: 'error' });
			// A call that nobody waits for any more is on its way yet.
			await setTimeout(200);
			return crm.calls.length;
		};
		const alone = await callsWith([]);
		expect(alone).toBeGreaterThan(0);
		expect(await callsWith([requesters[1] ?? ''])).toBe(alone);
	});

	it.each(['salesforce', 'hubspot'] as const)(
		'asks %s nothing more once the execution was stopped',
		async (name) => {
			const crm = await start(name);
			crm.faults.push({ match: /./, wire: 'hang' });
			await wait([requesters[1] ?? '']);
			const stopping = new AbortController();
			const looking = crm.lookUp([requesters[0]], {}, stopping.signal);
			while (crm.calls.length === 0) await setTimeout(5);
			const { length: before } = crm.calls;
			stopping.abort();
			expect(await looking).toMatchObject([
				{ status: 'error', reason: 'The execution was stopped' },
			]);
			// A call that nobody waits for any more is on its way yet.
			await setTimeout(200);
			expect(crm.calls.length).toBe(before);
		},
	);

	it('goes on without the log', async () => {
		const crm = await start('salesforce');
		process.env.CS_ALERTS_DATABASE_URL = 'postgres://nobody@127.0.0.1:1/none';
		expect(await crm.lookUp([requesters[0] ?? ''])).toMatchObject([{ status: 'matched' }]);
	});
});
