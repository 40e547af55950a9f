import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readOwnerRows } from '../../../nodes/core/alert/owners/ownerRows';
import { accountsCheck, contactCheck } from '../../../nodes/core/setupCheck/customers';
import { outcomesCheck } from '../../../nodes/core/setupCheck/outcomes';
import { ownersCheck } from '../../../nodes/core/setupCheck/people';

const NOW = new Date('2026-11-27T12:00:00Z');
const owners = (...rows: Array<Record<string, unknown>>) => ownersCheck(rows, NOW, 'Europe/Berlin');
const ana = { email: 'ana@northwind-cs.com', name: 'Ana', channel: 'email' };
const sample = { email: 'dana.reyes@cs-team.example', name: 'Dana Reyes', channel: 'slack' };

describe('the owners', () => {
	it('are optional', () => {
		expect(owners()).toMatchObject({ status: 'skipped' });
	});

	it('that are all samples are counted, not judged', () => {
		expect(owners(sample, { ...sample, email: 'kim@cs-team.example' })).toMatchObject({
			status: 'ok',
			found: '2 rows, all of them samples.',
		});
	});

	it('of one’s own with nothing missing are in order', () => {
		expect(owners(ana)).toEqual({
			id: 'owners',
			name: 'Owners (cs_owners)',
			status: 'ok',
			found: '1 owner of your own.',
		});
	});

	it('beside samples are told how to remove these', () => {
		const check = owners(sample, ana);
		expect(check).toMatchObject({ status: 'warning', found: '1 owner of your own, and 1 sample.' });
		expect(check.whatToDo).toContain('Delete the samples: Overview → Data tables → cs_owners');
	});

	it.each<[string, Record<string, unknown>, string]>([
		[
			'with neither address nor ID',
			{ name: 'Bo' },
			'row 1 has neither an email address nor a Slack ID',
		],
		['without an address', { name: 'Bo', slack_id: 'U024BE7LH' }, 'Bo has no email address'],
		[
			'in Slack without a member ID',
			{ ...ana, channel: 'slack' },
			'Ana has no Slack member ID, so their alerts go to the channel',
		],
		['with a name for an ID', { ...ana, slack_id: '@ana' }, '"@ana" is no Slack member ID'],
		[
			'away with no delegate',
			{ ...ana, absent_from: '2026-11-20', absent_until: '2026-12-01' },
			'Ana is away and has no delegate',
		],
		[
			'away soon with no delegate',
			{ ...ana, absent_from: '2026-12-24', absent_until: '2027-01-02' },
			'Ana will be away from 2026-12-24 and has no delegate',
		],
		[
			'whose manager is a sample',
			{ ...ana, manager_email: 'kim.lee@cs-team.example' },
			'The manager of Ana is a sample',
		],
	])('%s: named', (_, row, words) => {
		const check = owners(row);
		expect(check.status).toBe('warning');
		expect(check.found).toContain(words);
		expect(check.whatToDo).toContain('cs_owners');
	});

	it('away with a delegate who is there are in order, and not when the delegate is away, too', () => {
		const away = { absent_from: '2026-11-20', absent_until: '2026-12-01' };
		const bo = { email: 'bo@northwind-cs.com', name: 'Bo', channel: 'email' };
		const covered = { ...ana, ...away, delegate_email: bo.email };
		expect(owners(covered, bo).status).toBe('ok');
		expect(owners(covered, { ...bo, ...away }).found).toContain(
			'Ana is away, and so is Bo, so their alerts go to the fallback owner',
		);
	});

	it('back from an absence are there', () => {
		expect(owners({ ...ana, absent_from: '2026-10-01', absent_until: '2026-10-09' }).status).toBe(
			'ok',
		);
	});

	it('keep the numbers of their rows beside samples', () => {
		expect(owners(sample, ana, { name: 'Bo' }).found).toContain('row 3 has neither');
	});

	it('with many faults name the first five', () => {
		const rows = Array.from({ length: 9 }, (_, index) => ({ name: `Bo ${index}` }));
		expect(owners(...rows).found).toContain('And 4 more.');
	});
});

describe('the accounts', () => {
	const known = readOwnerRows([ana]).owners;
	const none = readOwnerRows([]).owners;
	const acme = {
		account_id: 'a1',
		name: 'Acme',
		domains: 'acme-corp.com',
		mrr: 100,
		owner_email: 'ana@northwind-cs.com',
	};
	const sampleAccount = { account_id: 'sample-acme', name: 'Acme Corp', domains: 'acme.example' };

	it('are needed without a CRM alone', () => {
		expect(accountsCheck([], none)).toMatchObject({ status: 'skipped' });
	});

	it('that are all samples are counted, also one at a free-mail address', () => {
		const piper = { account_id: 'sample-piper', name: 'Pied Piper', contact_emails: 'r@gmail.com' };
		expect(accountsCheck([sampleAccount, piper], known)).toMatchObject({
			status: 'ok',
			found: '2 rows, all of them samples.',
		});
	});

	it('of one’s own are in order', () => {
		expect(accountsCheck([acme], known)).toMatchObject({
			status: 'ok',
			found: '1 account of your own.',
		});
	});

	it('with owners nobody knows name them, where there is a table of owners', () => {
		const rows = [{ ...acme, owner_email: 'zoe@northwind-cs.com' }];
		expect(accountsCheck(rows, known)).toMatchObject({ status: 'warning' });
		expect(accountsCheck(rows, known).found).toContain(
			'In no row of cs_owners: zoe@northwind-cs.com',
		);
		expect(accountsCheck(rows, none).status).toBe('ok');
	});

	it('beside samples, and with cells that cannot be read', () => {
		const check = accountsCheck([sampleAccount, { ...acme, mrr: 'a lot' }], known);
		expect(check.status).toBe('warning');
		expect(check.found).toContain('Row 2, MRR');
		expect(check.whatToDo).toContain('cs_accounts, tick the rows');
	});

	it('without an owner are counted', () => {
		const ownerless = { ...acme, owner_email: '' };
		expect(accountsCheck([ownerless], known).found).toContain('1 account without an owner');
	});
});

describe('the outcomes', () => {
	const sampleOutcome = { account_id: 'sample-acme', outcome: 'renewed', date: '2020-03-31' };
	const left = { account_id: 'a1', outcome: 'churned', date: '2026-10-31' };
	const accounts = [{ account_id: 'a1', name: 'Acme', domains: 'acme-corp.com' }];

	it('are optional, and those that are all samples are counted', () => {
		expect(outcomesCheck([], accounts)).toMatchObject({ status: 'skipped' });
		expect(outcomesCheck([sampleOutcome], accounts)).toMatchObject({
			status: 'ok',
			found: '1 row, all of them samples.',
		});
	});

	it('of one’s own are in order, answers to quiet tickets among them', () => {
		const answered = { account_id: null, outcome: 'quiet', ticket_key: 'zendesk:acme:1' };
		expect(outcomesCheck([left, answered], accounts)).toEqual({
			id: 'outcomes',
			name: 'Outcomes (cs_outcomes)',
			status: 'ok',
			found: '2 outcomes of your own.',
		});
	});

	it('beside samples, and rows that cannot be read, are named by their numbers', () => {
		const check = outcomesCheck([sampleOutcome, left, { ...left, outcome: 'chruned' }], accounts);
		expect(check.status).toBe('warning');
		expect(check.found).toContain('Outcomes, row 3: "chruned" is no outcome');
		expect(check.whatToDo).toContain('Delete the samples: Overview → Data tables → cs_outcomes');
		expect(check.whatToDo).toContain('whose IDs begin with "sample-" or "example-"');
	});

	it('of accounts nobody knows are named, where there is a table of accounts', () => {
		const unknown = { ...left, account_id: 'a9' };
		expect(outcomesCheck([unknown], accounts).found).toContain('In no row of cs_accounts: a9.');
		const samples = [{ account_id: 'sample-acme', domains: 'acme.example' }];
		expect(outcomesCheck([unknown], samples).status).toBe('ok');
	});
});

describe('the account of a contact', () => {
	const item = (email: string | undefined, account?: unknown) => ({
		ticket: { requester: { email } },
		...(account !== undefined && { account }),
	});

	it.each([[undefined], [{}], [item('', { status: 'unmatched' })], [item('a@b.com')]])(
		'is skipped where none was looked up: %j',
		(json) => {
			expect(contactCheck(json)).toMatchObject({ status: 'skipped' });
		},
	);

	it('is told with what is known of it', () => {
		const account = {
			status: 'matched',
			name: 'Acme',
			mrr: 3200,
			currency: 'USD',
			renewalDate: '2027-01-31',
			owner: { name: 'Ana' },
		};
		expect(contactCheck(item('jo@acme-corp.com', account))).toMatchObject({
			status: 'ok',
			found: 'jo@acme-corp.com belongs to Acme (MRR $3,200, renews on 2027-01-31, owner Ana).',
		});
		expect(contactCheck(item('jo@acme.example', account)).found).toContain('This is a sample');
	});

	it('that is unknown says where to add it; the sample’s address to put a real one', () => {
		const account = { status: 'unmatched', reason: 'No account has this domain' };
		const own = contactCheck(item('jo@acme-corp.com', account));
		expect(own).toMatchObject({ status: 'warning' });
		expect(own.found).toContain('No account has this domain');
		expect(own.whatToDo).toContain('contact_emails');
		expect(contactCheck(item('jo@acme.example', account)).whatToDo).toContain('sample’s address');
	});

	it.each([{ status: 'error', reason: 'HubSpot refused the token' }, { status: 'what' }])(
		'whose look-up failed is a problem: %j',
		(account) => {
			expect(contactCheck(item('jo@acme-corp.com', account))).toMatchObject({ status: 'problem' });
		},
	);
});

it('whatever stands in the rows, nothing is thrown and each finding is one line', () => {
	const cell = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean(), fc.object());
	const outcome = fc.constantFrom('churned', 'quiet', 'constructor', '2026-10-31', ' ');
	const row = fc.dictionary(
		fc.constantFrom(
			...['email', 'name', 'slack_id', 'absent_from', 'delegate_email', 'domains', 'mrr'],
			...['account_id', 'outcome', 'date', 'ticket_key'],
		),
		fc.oneof(cell, outcome),
	);
	fc.assert(
		fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
			const checks = [
				ownersCheck(rows, NOW, 'Europe/Berlin'),
				accountsCheck(rows, readOwnerRows(rows).owners),
				contactCheck({ ticket: rows[0], account: rows[1] }),
				outcomesCheck(rows, rows),
			];
			for (const { found } of checks) expect(found).not.toMatch(/[\r\n]/);
		}),
	);
});
