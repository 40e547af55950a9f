import { describe, expect, it } from 'vitest';

import { composeAlert, type DeliverySettings } from '../../../../nodes/core/alert';
import { teamsChannelOf } from '../../../../nodes/core/alert/teamsChannel';
import type { Delivery, TeamsMessage } from '../../../../nodes/core/item/types';
import { cardProblems } from '../../../support/adaptiveCard.ts';
import { delivery, input, links, NOW, settings, TEAMS_LINK } from '../fixtures';

const compose = (extra: Partial<DeliverySettings> = {}, due: Partial<Delivery> = {}) =>
	composeAlert(
		input(),
		{ ...settings, channel: 'teams', teamsChannelLink: TEAMS_LINK, ...extra },
		NOW,
		delivery({ links, ...due }),
	).message;
const cardOf = (teams: TeamsMessage | undefined): unknown =>
	JSON.parse(teams?.body.attachments[0]?.content ?? '');

describe('an alert in Microsoft Teams', () => {
	it('is a request to Microsoft Graph with one card', () => {
		const { via, channel, recipient, teams } = compose();
		expect([via, channel, recipient.teams]).toEqual(['teams', 'teams', 'CS Alerts']);
		expect(teams?.url).toBe(
			'https://graph.microsoft.com/v1.0/teams/01234567-89ab-cdef-0123-456789abcdef/channels/19%3A0123abcd%40thread.tacv2/messages',
		);
		const [card] = teams?.body.attachments ?? [];
		expect(card?.contentType).toBe('application/vnd.microsoft.card.adaptive');
		expect(teams?.body.body).toEqual({
			contentType: 'html',
			content: `<attachment id="${card?.id}"></attachment>`,
		});
	});

	it('says what the alert says, with its answers on buttons', () => {
		const card = cardOf(compose().teams);
		expect(cardProblems(card)).toBe('');
		const text = JSON.stringify(card);
		for (const said of [
			'Frustrated ticket from Acme Corp',
			'Acme Corp — Health: 58/100, down 14 pts this week',
			"can't export",
			'Renewal in 28 days',
			'Book a call within 24 hours (by Nov 24, 9:00 AM)',
		]) {
			expect(text).toContain(said);
		}
		const { actions } = card as { actions: Array<{ title: string; mode?: string }> };
		expect(actions.map(({ title }) => title)).toEqual([
			'Acknowledge',
			'Useful',
			'Noise',
			'Snooze 7 Days',
			'Open Ticket',
			'Open Account',
			'Wrong Account',
			'Wrong Owner',
			'Close',
		]);
		expect(actions.filter(({ mode }) => mode === undefined)).toHaveLength(6);
	});

	it('is written for nothing that goes elsewhere', () => {
		expect(compose({ channel: 'email' }).teams).toBeUndefined();
	});

	it('goes by e-mail where Teams did not take it, and from e-mail to Teams where there is no Slack', () => {
		const other = { step: 'otherChannel' } as const;
		expect(compose({}, other)).toMatchObject({
			via: 'email',
			notices: ['Sent here because it could not be delivered to Dana Reyes in Teams'],
		});
		const ownerless = { ...settings, slackChannel: undefined, channel: 'email' } as const;
		const { message } = composeAlert(
			input({ account: { status: 'unmatched' } }),
			{ ...ownerless, teamsChannelLink: TEAMS_LINK },
			NOW,
			delivery(other),
		);
		expect(message.via).toBe('teams');
	});
});

describe('the link to a channel', () => {
	it('holds the IDs of team and channel', () => {
		expect(teamsChannelOf(TEAMS_LINK)).toEqual({
			team: '01234567-89ab-cdef-0123-456789abcdef',
			channel: '19:0123abcd@thread.tacv2',
			name: 'CS Alerts',
		});
	});

	it.each([
		'https://teams.microsoft.com/l/team/19%3a0123abcd%40thread.tacv2/x?groupId=01234567-89ab-cdef-0123-456789abcdef',
		'https://teams.microsoft.com.evil.example/l/channel/19%3a0123abcd%40thread.tacv2/x?groupId=01234567-89ab-cdef-0123-456789abcdef',
		'http://teams.microsoft.com/l/channel/19%3a0123abcd%40thread.tacv2/x?groupId=01234567-89ab-cdef-0123-456789abcdef',
		'https://teams.microsoft.com/l/channel/19%3a0123abcd%40thread.tacv2/x?groupId=..%2fme',
		'https://teams.microsoft.com/l/channel/%2e%2e%2fmessages/x?groupId=01234567-89ab-cdef-0123-456789abcdef',
		'https://teams.microsoft.com/l/channel/%E0%A4%A/x',
		'General',
	])('%s is none, and the refusal says how to get one', (link) => {
		expect(() => teamsChannelOf(link)).toThrow('choose Get link to channel');
	});

	it('is asked for where a message is to go to Teams without one', () => {
		expect(() => compose({ teamsChannelLink: undefined })).toThrow('Fill in Teams Channel Link');
	});
});
