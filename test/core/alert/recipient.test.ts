import { describe, expect, it } from 'vitest';

import { composeAlert, type DeliverySettings } from '../../../nodes/core/alert';
import { readOwnerRows } from '../../../nodes/core/alert/owners/ownerRows';
import type { Account, DeliveryStep } from '../../../nodes/core/item/types';
import { acme, delivery, input, NOW, settings } from './fixtures';

const sent = (step: DeliveryStep, account: Account = acme, extra: Partial<DeliverySettings> = {}) =>
	composeAlert(input({ account }), { ...settings, ...extra }, NOW, delivery({ step })).message;
const without = (...keys: Array<keyof NonNullable<Account['owner']>>): Account => ({
	...acme,
	owner: Object.fromEntries(
		Object.entries(acme.owner ?? {}).filter(([key]) => !keys.some((gone) => gone === key)),
	),
});

describe('the steps of a delivery', () => {
	it('first the owner, as they prefer', () => {
		expect(sent('owner')).toMatchObject({
			channel: 'slack',
			via: 'slack',
			recipient: { slack: 'U024BE7LH', isFallback: false },
			notices: [],
		});
	});

	it('and says what chose the channel', () => {
		const { owners } = readOwnerRows([{ email: 'dana@example.com', channel: 'email' }]);
		const byEmail: Account = { ...acme, owner: { ...acme.owner, channel: 'email' } };
		expect(sent('owner', byEmail).channelBecause).toBe(
			'Dana Reyes prefers it, as the account says',
		);
		expect(sent('owner', acme, { owners }).channelBecause).toBe(
			'Dana Reyes prefers it, as their row in the table of owners says',
		);
		expect(sent('owner').channelBecause).toBe('it is Default Channel of CS Alert Formatter');
		expect(sent('owner', acme, { channel: 'email' }).channelBecause).toBe(
			'Send By of CS Alert Formatter says so',
		);
		expect(sent('otherChannel')).not.toHaveProperty('channelBecause');
	});

	it('then the other channel, saying why', () => {
		expect(sent('otherChannel')).toMatchObject({
			channel: 'email',
			via: 'email',
			recipient: { name: 'Dana Reyes', email: 'dana@example.com', isFallback: false },
			notices: ['Sent here because it could not be delivered to Dana Reyes in Slack'],
		});
		const byEmail: Account = { ...acme, owner: { ...acme.owner, channel: 'email' } };
		expect(sent('otherChannel', byEmail)).toMatchObject({
			channel: 'slack',
			recipient: { slack: 'U024BE7LH' },
			notices: ['Sent here because it could not be delivered to Dana Reyes by email'],
		});
	});

	it('names the channel that the alert did not reach where the owner has no Slack ID', () => {
		expect(sent('otherChannel', without('slackId')).notices).toEqual([
			'Sent here because it could not be delivered to #cs-alerts in Slack',
		]);
	});

	it('the fallback owner stands in where the owner has no address on the other channel', () => {
		expect(sent('otherChannel', without('email'))).toMatchObject({
			channel: 'email',
			recipient: { name: 'CS team', email: 'cs@example.com', isFallback: true },
		});
	});

	it('then the manager: the fallback owner by e-mail, else the Slack channel', () => {
		const why = 'Sent here because it could not be delivered to Dana Reyes in Slack or by email';
		expect(sent('manager')).toMatchObject({
			channel: 'email',
			recipient: { name: 'CS team', email: 'cs@example.com', isFallback: true },
			notices: [why],
			ownerLine: 'Owner: Dana Reyes',
		});
		expect(sent('manager', acme, { fallbackOwner: {} })).toMatchObject({
			channel: 'slack',
			recipient: { slack: '#cs-alerts' },
			notices: [why],
		});
	});

	it('says why in Slack, in the e-mail and in its text', () => {
		const { slack, email } = sent('manager');
		for (const text of [JSON.stringify(slack.blocks), email.html, email.text]) {
			expect(text).toContain('could not be delivered to Dana Reyes');
		}
	});

	it.each<[DeliveryStep, Account, Partial<DeliverySettings>, string]>([
		['owner', without('slackId'), { slackChannel: undefined }, 'Fill in Slack Channel'],
		['otherChannel', without('email'), { fallbackOwner: {} }, 'Fill in Fallback Owner Email'],
		[
			'otherChannel',
			without('slackId'),
			{ channel: 'email', slackChannel: undefined },
			'Fill in Slack Channel',
		],
		[
			'manager',
			acme,
			{ fallbackOwner: {}, slackChannel: undefined },
			'Fill in Fallback Owner Email or Slack Channel',
		],
	])('%s: names the setting to fill in where it leads nowhere', (step, account, extra, message) => {
		expect(() => sent(step, account, extra)).toThrow(message);
	});

	describe('where the fallback owner wrote the ticket', () => {
		const ticket = { ...input().ticket, requester: { email: 'CS+urgent@example.com' } };
		const unowned: Account = { ...acme, owner: undefined };
		const written = (step: DeliveryStep, account: Account, extra: Partial<DeliverySettings> = {}) =>
			composeAlert(
				input({ ticket, account }),
				{
					...settings,
					fallbackOwner: { name: 'CS team', email: 'cs+urgent@example.com' },
					...extra,
				},
				NOW,
				delivery({ step }),
			).message;

		it('never go to them, but into the channel that all share', () => {
			const { via, recipient, ownerLine } = written('owner', unowned);
			expect([via, recipient.slack]).toEqual(['slack', '#cs-alerts']);
			expect(recipient).not.toHaveProperty('name', 'CS team');
			expect(recipient.email).toBeUndefined();
			expect(ownerLine).toBe(
				'Owner: nobody (the account has no owner, and the fallback owner wrote the ticket)',
			);
			expect(written('manager', acme).recipient.slack).toBe('#cs-alerts');
		});

		it('go to the account’s owner as always', () => {
			expect(written('owner', acme).recipient).toMatchObject({
				name: 'Dana Reyes',
				slack: 'U024BE7LH',
			});
		});

		it.each<[DeliveryStep, Account, Partial<DeliverySettings>, string]>([
			[
				'owner',
				unowned,
				{ channel: 'email' },
				'The alert for Acme Corp has nobody to go to: the account has no owner, and the fallback owner wrote the ticket. Enter somebody else in Fallback Owner Email',
			],
			[
				'owner',
				{ status: 'unmatched' },
				{ channel: 'email' },
				'nobody to go to: no account was found, and the fallback owner wrote the ticket',
			],
			[
				'owner',
				{ ...acme, owner: { email: 'cs+urgent@example.com' } },
				{ channel: 'email' },
				'cs+urgent@example.com wrote the ticket, and the fallback owner wrote the ticket',
			],
			[
				'manager',
				acme,
				{ slackChannel: undefined },
				'there is nobody else to send it to: the fallback owner wrote the ticket. Enter somebody else in Fallback Owner Email, or fill in Slack Channel',
			],
		])('have nobody to go to where nobody else is known: %s', (step, account, extra, words) => {
			expect(() => written(step, account, extra)).toThrow(words);
		});
	});

	it('an owner known by Slack ID alone gets e-mail through the fallback owner', () => {
		const account = without('email', 'name');
		expect(sent('owner', account, { channel: 'email' }).recipient.email).toBe('cs@example.com');
	});
});

describe('a test of an account whose owner is a sample', () => {
	const owner = { name: 'Lou Sample', email: 'lou@cs-team.example', channel: 'email' } as const;
	const invented: Account = { ...acme, owner };
	const test = (
		account: Account,
		extra: Partial<DeliverySettings> = {},
		step: DeliveryStep = 'owner',
	) => {
		const ticket = { ...input().ticket, isTest: true };
		const due = delivery({ step });
		return composeAlert(input({ account, ticket }), { ...settings, ...extra }, NOW, due).message;
	};
	const NOTICE = 'Lou Sample is a sample, nobody’s address, so this test comes to you';

	it('goes to the fallback owner by the default channel, and says so', () => {
		const message = test(invented, { defaultChannel: 'email' });
		expect(message).toMatchObject({
			channel: 'email',
			channelBecause: 'it is Default Channel of CS Alert Formatter',
			recipient: { name: 'CS team', email: 'cs@example.com', isFallback: true },
			ownerLine: 'Owner: Lou Sample',
		});
		expect(message.notices).toContain(NOTICE);
		expect(message.email.text).toContain(NOTICE);
		expect(test(invented)).toMatchObject({ channel: 'slack', recipient: { slack: '#cs-alerts' } });
	});

	it('goes to no sample that stands in or is the manager either', () => {
		const { owners } = readOwnerRows([
			{
				email: 'dana@example.com',
				absentFrom: '2026-11-01',
				delegate: 'lou@cs-team.example',
				manager: 'kim@cs-team.example',
			},
		]);
		const email = { defaultChannel: 'email', owners } as const;
		expect(test(acme, email).recipient.email).toBe('cs@example.com');
		expect(test(acme, email, 'manager').recipient.email).toBe('cs@example.com');
	});

	it('names the field where there is no fallback owner', () => {
		expect(() => test(invented, { defaultChannel: 'email', fallbackOwner: {} })).toThrow(
			'Lou Sample is a sample, whom no test is sent to. Fill in Fallback Owner Email',
		);
	});

	it('is no other than a real one’s where the owner is real, and a real ticket goes to whoever owns it', () => {
		expect(test(acme).recipient).toMatchObject({ name: 'Dana Reyes', isFallback: false });
		expect(sent('owner', invented)).toMatchObject({
			channel: 'email',
			recipient: { email: 'lou@cs-team.example', isFallback: false },
		});
	});
});
