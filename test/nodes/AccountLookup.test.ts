import { NodeHelpers, NodeOperationError } from 'n8n-workflow';
import { describe, expect, it, vi } from 'vitest';
import { getTextFields } from '../../nodes/AccountLookup/fieldPickers';
import { openLog } from '../../nodes/log/open';
import { AccountLookup } from '../../nodes/AccountLookup/AccountLookup.node';
import { runNode } from '../support/engine';
import { useTemporaryLog } from '../support/temporaryLog';

useTemporaryLog();

const accounts = [
	{
		id: 1,
		account_id: 'a1',
		name: 'Acme',
		domain: 'acme.com',
		mrr: '2,400',
		owner_email: 'maria@us.example',
	},
	{ id: 2, account_id: 'b1', name: 'Brit', domain: 'brit.co.uk', contact_emails: 'ann@gmail.com' },
];
const ticket = (key: string, email?: string) => ({
	ticket: { key, requester: { email } },
	keep: { me: key },
});
const lookup = () => new AccountLookup();
const json = (run: Awaited<ReturnType<typeof runNode>>) => run.outputs[0]?.map((item) => item.json);

describe('Account Lookup with accounts from its input', () => {
	it('adds the account by key, not by position, and keeps all else', async () => {
		const run = await runNode(lookup(), [
			[ticket('t1', 'ann@gmail.com'), ticket('t2', 'x@acme.com'), ticket('t3', 'x@nobody.example')],
			accounts,
		]);
		expect(run.error).toBeUndefined();
		expect(json(run)).toMatchObject([
			{ keep: { me: 't1' }, account: { status: 'matched', matchedBy: 'contact', id: 'b1' } },
			{
				keep: { me: 't2' },
				account: { status: 'matched', matchedBy: 'domain', id: 'a1', mrr: 2400 },
			},
			{ keep: { me: 't3' }, account: { status: 'unmatched' } },
		]);
		expect(run.outputs[0]?.map((item) => item.pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	it('does not change its input', async () => {
		const items = [ticket('t1', 'x@acme.com')];
		const before = structuredClone({ items, accounts });
		await runNode(lookup(), [items, accounts]);
		expect({ items, accounts }).toEqual(before);
	});

	it('looks up an item that carries an earlier failure, and keeps the failure', async () => {
		const error = { message: 'Model was down', node: 'Sentiment Score' };
		const run = await runNode(lookup(), [[{ ...ticket('t1', 'x@acme.com'), error }], accounts]);
		expect(json(run)).toMatchObject([{ error, account: { id: 'a1' } }]);
	});

	it('marks a failed item, keeps its ticket and goes on', async () => {
		const run = await runNode(
			lookup(),
			[[ticket('t1', 'x@acme.com'), { keep: 'me' }, ticket('t3', 'ann@gmail.com')], accounts],
			{},
			'continueRegularOutput',
		);
		expect(json(run)).toMatchObject([
			{ account: { id: 'a1' } },
			{
				keep: 'me',
				account: { status: 'error', reason: expect.stringMatching(/no field "ticket"/) },
				error: { node: 'Under Test', message: expect.stringMatching(/Requester Email From/) },
			},
			{ account: { id: 'b1' } },
		]);
		expect(run.outputs[0]?.[1]?.pairedItem).toEqual({ item: 1 });
	});

	it('stops at the failed item when told to stop', async () => {
		const run = await runNode(lookup(), [[ticket('t1', 'x@acme.com'), { keep: 'me' }], accounts]);
		expect(run.error).toMatchObject({
			itemIndex: 1,
			message: expect.stringMatching(/no field "ticket"/),
		});
	});

	it('takes the address from the field the admin defines, item by item', async () => {
		const run = await runNode(
			lookup(),
			[[{ from: 'x@acme.com' }, { from: 'ann@gmail.com' }], accounts],
			{
				requesterEmailFrom: 'define',
				requesterEmail: '={{ $json.from }}',
			},
		);
		expect(json(run)).toMatchObject([{ account: { id: 'a1' } }, { account: { id: 'b1' } }]);
	});

	it('never takes a failed read of the accounts for an empty table', async () => {
		const inputs = [[ticket('t1', 'x@acme.com')], [{ error: 'connect ECONNREFUSED' }]];
		const goingOn = await runNode(lookup(), inputs, {}, 'continueRegularOutput');
		expect(json(goingOn)).toMatchObject([
			{
				ticket: { key: 't1' },
				account: {
					status: 'error',
					reason: expect.stringMatching(/could not read the known accounts: connect ECONNREFUSED/),
				},
			},
		]);
		const stopping = await runNode(lookup(), inputs);
		expect(stopping.error?.message).toMatch(/could not read the known accounts/);
	});

	it('takes nobody at one of the "Own Domains" for a customer, whatever the table lists', async () => {
		const own = { account_id: 'o', name: 'Our own', domain: 'us.example', mrr: 1000 };
		const agent = [{ ticket: { requester: { email: 'agent@eu.us.example' } } }];
		const options = { ownDomains: 'https://www.us.example, acme' };
		const run = await runNode(new AccountLookup(), [agent, [own]], { source: 'input', options });
		expect(run.outputs[0]?.[0]?.json.account).toMatchObject({
			status: 'unmatched',
			reason: expect.stringContaining('us.example is your own company'),
		});
		expect(run.hints).toEqual([expect.stringContaining('"acme" under "Own Domains"')]);
	});

	it('says which of the "More Personal Domains" are none', async () => {
		const run = await runNode(lookup(), [[ticket('t1', 'x@acme.com')], accounts], {
			options: { personalDomains: 'acme, *.acme.com' },
		});
		expect(json(run)).toMatchObject([
			{
				account: {
					status: 'personal-domain',
					reason: 'acme.com is excluded in Account Lookup, and the address is no known contact',
				},
			},
		]);
		expect(run.hints).toEqual([expect.stringContaining('"acme" under "More Personal Domains"')]);
	});

	it('keeps the files of an item that fails', async () => {
		const binary = { data: { data: 'eA==', mimeType: 'text/plain' } };
		const run = await runNode(
			lookup(),
			[[{ json: { noTicket: true }, binary }], accounts],
			{},
			'continueRegularOutput',
		);
		expect(run.outputs[0]).toMatchObject([{ json: { error: {} }, binary }]);
	});

	it('attaches an address by a row of e-mail and account ID', async () => {
		const alias = { id: 9, email: 'Jim@home.example', account_id: 'a1' };
		const run = await runNode(lookup(), [[ticket('t1', 'jim@home.example')], [...accounts, alias]]);
		expect(json(run)).toMatchObject([{ account: { matchedBy: 'alias', id: 'a1' } }]);
	});

	it('uses the rule, columns and options that are set', async () => {
		const run = await runNode(
			lookup(),
			[
				[
					ticket('t1', 'x@twin.com'),
					ticket('t2', 'jane+1@b.example'),
					ticket('t3', 'x@partner.com'),
				],
				[
					{ key: '1', name: 'Low', web: 'twin.com', mrr: 5 },
					{ key: '2', name: 'High', web: 'twin.com', mrr: 50, email: 'jane@b.example' },
					{ key: '3', name: 'Partner', web: 'partner.com' },
				],
			],
			{
				chooseBy: 'highestMrr',
				columns: { id: 'key', domains: 'web' },
				options: { plusAddressing: true, personalDomains: '@Partner.com' },
			},
		);
		expect(json(run)).toMatchObject([
			{ account: { status: 'matched', id: '2' } },
			{ account: { status: 'matched', matchedBy: 'contact', id: '2' } },
			{ account: { status: 'personal-domain' } },
		]);
	});

	it('goes on without any known account, and says that none matched', async () => {
		const run = await runNode(lookup(), [[ticket('t1', 'x@acme.com')], []]);
		expect(json(run)).toMatchObject([{ account: { status: 'unmatched' } }]);
	});
});

describe('Account Lookup and the organization of a ticket', () => {
	const organization = { id: '4711', name: 'Globex', externalId: 'g-1', domains: ['globex.com'] };
	const from = (email: string | undefined, more: object) => ({
		ticket: { key: 'zendesk:us:1', requester: { email }, organization: more },
	});

	it('finds the account by its external ID, the ID an account names, and its domains', async () => {
		const run = await runNode(lookup(), [
			[
				from('eva@gmail.com', { ...organization, externalId: 'a1' }),
				from(undefined, organization),
				from('eva@gmail.com', { domains: ['brit.co.uk'] }),
			],
			[...accounts, { id: 3, account_id: 'g1', name: 'Globex', zendesk_organization_id: '4711' }],
		]);
		expect(json(run)).toMatchObject([
			{ account: { matchedBy: 'organization', id: 'a1', certainty: 'exact' } },
			{ account: { matchedBy: 'organization', id: 'g1', certainty: 'exact' } },
			{ account: { matchedBy: 'organization', id: 'b1', certainty: 'likely' } },
		]);
	});

	it('reads the column that the admin names', async () => {
		const run = await runNode(
			lookup(),
			[[from('eva@gmail.com', organization)], [{ key: 'g1', name: 'Globex', support: 'g-1 4712' }]],
			{ columns: { id: 'key', organizations: 'support' } },
		);
		expect(json(run)).toMatchObject([{ account: { matchedBy: 'organization', id: 'g1' } }]);
	});
});

describe('Account Lookup and the log', () => {
	const DAY = 86_400_000;
	const rows = [{ account_id: 'a1', name: 'Acme', domain: 'acme.com', health: 58, mrr: 10 }];
	const look = async (items: object[], table: object[] = rows, parameters = {}) =>
		await runNode(
			lookup(),
			[items.map((item) => ({ ...item })), table.map((row) => ({ ...row }))],
			parameters,
		);

	it('finds what a person attached by hand: an address, or all of a domain', async () => {
		const log = await openLog();
		await log.saveAlias({ address: 'jim@home.example', accountId: 'a1' }, new Date());
		await log.saveAlias({ address: '@agency.example', accountId: 'a1' }, new Date());
		const run = await look([
			ticket('t1', 'Jim <JIM@home.example>'),
			ticket('t2', 'bob@uk.agency.example'),
			ticket('t3', 'eva@home.example'),
		]);
		expect(json(run)).toMatchObject([
			{ account: { matchedBy: 'alias', id: 'a1', certainty: 'exact' } },
			{ account: { matchedBy: 'alias', id: 'a1', certainty: 'likely' } },
			{ account: { status: 'unmatched' } },
		]);
	});

	it('keeps the health score of the day and tells how it changed since', async () => {
		const log = await openLog();
		const first = await look([ticket('t1', 'x@acme.com'), ticket('t2', 'y@acme.com')]);
		expect(json(first)?.[0]).not.toHaveProperty('account.healthChange');
		const today = new Date().toISOString().slice(0, 10);
		expect(await log.accountFacts(['a1'], today)).toEqual([
			{ accountId: 'a1', day: today, healthScore: 58, mrr: 10 },
		]);
		await log.saveAccountFacts([{ id: 'a1', healthScore: 72 }], new Date(Date.now() - 9 * DAY));
		const account = { healthScore: 58, healthChange: { points: -14, days: 7 } };
		expect(json(await look([ticket('t1', 'x@acme.com')]))).toMatchObject([
			{ account: { ...account, missing: ['renewalDate', 'owner'] } },
		]);
		const month = { options: { healthDays: 30 } };
		expect(json(await look([ticket('t1', 'x@acme.com')], rows, month))).toMatchObject([
			{ account: { healthChange: { points: -14, days: 9 } } },
		]);
	});

	it('leaves the change to a source that knows it', async () => {
		const log = await openLog();
		await log.saveAccountFacts([{ id: 'a1', healthScore: 72 }], new Date(Date.now() - 9 * DAY));
		const own = rows.map((row) => ({ ...row, health_change: 3 }));
		expect(json(await look([ticket('t1', 'x@acme.com')], own))).toMatchObject([
			{ account: { healthChange: { points: 3, days: 7 } } },
		]);
	});

	it('writes once for a batch, and not again while nothing is new', async () => {
		const log = await openLog();
		const save = vi.spyOn(log, 'saveAccountFacts');
		const both = [...rows, { account_id: 'b1', name: 'Beta', domain: 'beta.io', health: 40 }];
		const items = [
			ticket('t1', 'x@acme.com'),
			ticket('t2', 'y@beta.io'),
			ticket('t3', 'z@acme.com'),
		];
		await look(items, both);
		await look(items, both);
		expect(save.mock.calls.map(([saved]) => saved.map(({ id }) => id))).toEqual([['a1', 'b1']]);
		save.mockRestore();
	});

	it('looks up all the same where the log cannot be used, and says so once', async () => {
		process.env.EXECUTIONS_MODE = 'queue';
		const run = await look([ticket('t1', 'x@acme.com'), ticket('t2', 'eva@gmail.com')]);
		expect(run.error).toBeUndefined();
		expect(json(run)).toMatchObject([
			{ account: { status: 'matched', id: 'a1' } },
			{ account: { status: 'personal-domain' } },
		]);
		expect(run.hints).toEqual([expect.stringMatching(/since the log could not be used: /)]);
	});
});

describe('a CRM without a credential', () => {
	it.each([
		['salesforce', 'No Salesforce credential is chosen'],
		['hubspot', 'No HubSpot credential is chosen'],
	])('%s says that none is chosen', async (crm, message) => {
		const run = await runNode(lookup(), [[ticket('t1', 'x@acme.com')], []], {
			source: crm,
			salesforceAuthentication: 'salesforceOAuth2Api',
			hubspotAuthentication: 'hubspotAppToken',
		});
		expect(run.error).toMatchObject({
			message,
			description: expect.stringMatching(/Choose or create one in this node/),
		});
	});

	it('says so in a picker, too', async () => {
		const parameters: Record<string, string> = {
			source: 'salesforce',
			salesforceAuthentication: 'salesforceJwtApi',
		};
		const node = { name: 'Account Lookup', type: 'accountLookup' };
		const context = {
			getNode: () => node,
			getCurrentNodeParameter: (name: string) => parameters[name],
			getCredentials: async () => {
				throw new NodeOperationError(node as never, 'Node does not have any credentials set');
			},
		};
		await expect(getTextFields.call(context as never)).rejects.toMatchObject({
			message: expect.stringMatching(/^No Salesforce credential is chosen\. Choose or create one/),
		});
	});
});

describe('the panel of Account Lookup', () => {
	const { credentials = [], properties } = lookup().description;
	const shows = (source: string, authentication: object = {}) =>
		credentials
			.filter((credential) =>
				NodeHelpers.displayParameter(
					{ source, ...authentication },
					credential,
					{ typeVersion: 1 },
					lookup().description,
				),
			)
			.map(({ name }) => name);

	it('keeps "Source" on screen: the editor hides what a credential names under "show"', () => {
		const named = credentials.flatMap(({ displayOptions }) =>
			Object.keys(displayOptions?.show ?? {}),
		);
		const authentication = properties.filter(({ displayName }) => displayName === 'Authentication');
		for (const { displayOptions } of authentication) {
			named.push(...Object.keys(displayOptions?.show ?? {}));
		}
		expect([...new Set(named)].sort()).toEqual([
			'hubspotAuthentication',
			'salesforceAuthentication',
		]);
	});

	it('asks for the credential of the chosen source only', () => {
		const chosen = {
			salesforceAuthentication: 'salesforceJwtApi',
			hubspotAuthentication: 'hubspotOAuth2Api',
		};
		expect(shows('input', chosen)).toEqual([]);
		expect(shows('salesforce', chosen)).toEqual(['salesforceJwtApi']);
		expect(shows('hubspot', chosen)).toEqual(['hubspotOAuth2Api']);
	});
});
