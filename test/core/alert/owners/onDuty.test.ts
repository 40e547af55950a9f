import { describe, expect, it } from 'vitest';

import { composeAlert, type DeliverySettings } from '../../../../nodes/core/alert';
import { onDuty } from '../../../../nodes/core/alert/owners/onDuty';
import type { Account, Delivery, Severity, Ticket } from '../../../../nodes/core/item/types';
import { acme, delivery, gate, input, NOW, ownersOf, settings } from '../fixtures';

const dana = 'dana@example.com';
const away = { absentFrom: '2026-11-20', absentUntil: '2026-12-05' };
const duty = (owners: ReturnType<typeof ownersOf>, now = NOW) => {
	const owner = owners.byEmail.get(dana);
	if (owner === undefined) throw new Error('no owner');
	const { person, away: gone } = onDuty(owner, owners, now, 'UTC');
	return [person?.email, ...gone.map(({ who }) => who)];
};

describe('who is on duty', () => {
	it('is the owner, else the delegate, else theirs', () => {
		expect(duty(ownersOf({ email: dana }))).toEqual([dana]);
		expect(duty(ownersOf({ email: dana, ...away, delegate: 'lee@example.com' }))).toEqual([
			'lee@example.com',
			dana,
		]);
		expect(
			duty(
				ownersOf(
					{ email: dana, ...away, delegate: 'lee@example.com' },
					{ email: 'lee@example.com', name: 'Lee', ...away, delegate: 'mo@example.com' },
				),
			),
		).toEqual(['mo@example.com', dana, 'Lee']);
	});

	it('is nobody where delegates stand in for each other, and after three of them', () => {
		expect(
			duty(
				ownersOf(
					{ email: dana, ...away, delegate: 'lee@example.com' },
					{ email: 'lee@example.com', ...away, delegate: dana },
				),
			),
		).toEqual([undefined, dana, 'lee@example.com']);
		const chain = ['a@x.example', 'b@x.example', 'c@x.example', 'd@x.example'];
		const rows = [dana, ...chain].map((email, index) => ({
			email,
			...away,
			delegate: [...chain, 'e@x.example'][index],
		}));
		expect(duty(ownersOf(...rows))[0]).toBeUndefined();
	});

	it('counts both days of an absence, by the clocks of whoever is away', () => {
		const owners = ownersOf({ email: dana, ...away, timeZone: 'Pacific/Auckland' });
		expect(duty(owners, new Date('2026-11-19T10:59:00Z'))[0]).toBe(dana);
		expect(duty(owners, new Date('2026-11-19T11:00:00Z'))[0]).toBeUndefined();
		expect(duty(owners, new Date('2026-12-05T10:59:00Z'))[0]).toBeUndefined();
		expect(duty(owners, new Date('2026-12-05T11:00:00Z'))[0]).toBe(dana);
	});

	it('takes an absence without an end as one that lasts', () => {
		expect(duty(ownersOf({ email: dana, absentFrom: '2026-01-01' }))[0]).toBeUndefined();
		expect(duty(ownersOf({ email: dana, absentUntil: '2026-11-22' }))[0]).toBe(dana);
	});
});

describe('an alert', () => {
	const compose = (
		extra: Partial<DeliverySettings>,
		{ account = acme, ticket = {} }: { account?: Account; ticket?: Partial<Ticket> } = {},
	) =>
		composeAlert(
			input({ account, ticket: { ...input().ticket, ...ticket } }),
			{ ...settings, ...extra },
			NOW,
			delivery(),
		);

	it('goes to the delegate while the owner is away, and says why', () => {
		const owners = ownersOf(
			{ email: dana, ...away, delegate: 'lee@example.com' },
			{ email: 'lee@example.com', name: 'Lee', channel: 'email' },
		);
		const { message } = compose({ owners });
		expect(message.recipient).toMatchObject({
			name: 'Lee',
			email: 'lee@example.com',
			isFallback: false,
			standsInFor: 'Dana Reyes',
		});
		expect(message.via).toBe('email');
		expect(message.notices).toEqual(['Dana Reyes is away until Dec 5, so this comes to you']);
		expect(message.ownerLine).toBe('Owner: Dana Reyes');
	});

	it('goes to the fallback owner where nobody stands in', () => {
		const { message } = compose({ owners: ownersOf({ email: dana, ...away }), channel: 'email' });
		expect(message.recipient).toMatchObject({ email: 'cs@example.com', isFallback: true });
	});

	it('takes from the table what the account does not know', () => {
		const owners = ownersOf({ email: dana, slackId: 'U0TABLE' });
		const account = { ...acme, owner: { email: 'Dana@Example.com' } };
		expect(compose({ owners }, { account }).message.recipient.slack).toBe('U0TABLE');
	});

	it('goes to the Slack Channel where the Slack ID can be none, with a word to the admin', () => {
		const account = { ...acme, owner: { name: 'Dana', email: dana, slackId: '@dana' } };
		const { message, remarks } = compose({}, { account });
		expect(message.recipient.slack).toBe('#cs-alerts');
		expect(remarks).toEqual([
			'"@dana" of Dana is no Slack member ID, so their alerts in Slack go to #cs-alerts. Copy the ID from the Slack profile, e.g. U024BE7LH',
		]);
		const mention = { ...acme, owner: { ...acme.owner, slackId: '<@U02AB>' } };
		expect(compose({}, { account: mention })).toMatchObject({
			remarks: [],
			message: { recipient: { slack: 'U02AB' } },
		});
	});

	it('never goes to whoever wrote the ticket', () => {
		const { message } = compose(
			{ channel: 'email' },
			{ ticket: { requester: { email: 'Dana@Example.com' } } },
		);
		expect(message.recipient.email).toBe('cs@example.com');
		expect(message.notices).toEqual(['Dana Reyes wrote the ticket, so this comes to you']);
	});

	it('goes by the default channel where the owner wants Teams and there is no link to it', () => {
		const owners = ownersOf({ email: dana, channel: 'teams' });
		const { message, remarks } = compose({ owners });
		expect(message.via).toBe('slack');
		expect(remarks).toEqual([
			'Dana Reyes wants alerts in Microsoft Teams. Fill in Teams Channel Link; until then they go by the default channel',
		]);
	});

	it('is not escalated to whom it went to already', () => {
		const owners = ownersOf({
			email: dana,
			...away,
			delegate: 'kim@example.com',
			manager: 'kim@example.com',
		});
		const due = delivery({ kind: 'escalation' });
		const { message } = composeAlert(input(), { ...settings, owners }, NOW, due);
		expect(message.recipient).toMatchObject({ email: 'cs@example.com', isFallback: true });
	});

	it('never goes to an agent, whom only the ticket knows', () => {
		const { message } = compose(
			{ channel: 'email' },
			{ account: { status: 'unmatched' }, ticket: { forwardedBy: 'agent@us.example' } },
		);
		expect(JSON.stringify(message.recipient)).not.toContain('agent@us.example');
	});

	it('counts business hours by the working hours of whoever gets it', () => {
		const workingHours = 'Mon-Fri 14:00-18:00';
		const owners = ownersOf({ email: dana, workingHours, timeZone: 'UTC' });
		expect(compose({ owners }).message.followUps).toEqual([
			{ kind: 'reminder', at: '2026-11-23T18:00:00.000Z' },
			{ kind: 'escalation', at: '2026-11-30T18:00:00.000Z' },
		]);
	});

	it('reads an account that was mapped by hand, whatever stands under its owner', () => {
		const account = JSON.parse(
			'{"status":"matched","name":"Acme","owner":{"name":7,"email":null,"slackId":12,"channel":"Slack"}}',
		) as Account;
		expect(compose({}, { account }).message.recipient.slack).toBe('#cs-alerts');
	});
});

describe('quiet hours', () => {
	/** Half past nine in the evening in Berlin. */
	const night = new Date('2026-11-23T20:30:00Z');
	const owners = ownersOf(
		{
			email: dana,
			quietHours: '20:00-07:00',
			timeZone: 'Europe/Berlin',
			manager: 'kim@example.com',
		},
		{ email: 'kim@example.com', quietHours: '20:00-22:00', timeZone: 'UTC' },
	);
	const compose = (due: Partial<Delivery>, severity: Severity = 'high', isTest = false) =>
		composeAlert(
			input({ gate: gate({ severity }), ticket: { ...input().ticket, isTest } }),
			{ ...settings, owners },
			night,
			delivery({ mayWait: true, ...due }),
		).message;

	it('hold a message back until they are over', () => {
		expect(compose({})).toMatchObject({ via: 'hold', holdUntil: '2026-11-24T06:00:00.000Z' });
		expect(compose({ kind: 'reminder' }).via).toBe('hold');
	});

	it('are those of whoever reads it', () => {
		expect(compose({ kind: 'escalation' }).holdUntil).toBe('2026-11-23T22:00:00.000Z');
	});

	it('hold back nothing critical, no test and no change that calls nobody', () => {
		expect(compose({}, 'critical').via).toBe('slack');
		expect(compose({}, 'high', true).via).toBe('slack');
		const message = { channel: 'C1', ts: '1.2' };
		expect(compose({ kind: 'answer', message }).via).toBe('slackEdit');
	});

	it('hold back nothing where no log keeps it', () => {
		const { via, holdUntil } = compose({ mayWait: undefined });
		expect([via, holdUntil]).toEqual(['slack', undefined]);
	});
});
