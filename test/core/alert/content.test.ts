import { describe, expect, it } from 'vitest';

import { composeAlert, type AlertInput, type DeliverySettings } from '../../../nodes/core/alert';
import type { Account } from '../../../nodes/core/item/types';
import { acme, gate, input, NOW, ownersOf, settings } from './fixtures';

const compose = (extra: Partial<AlertInput> = {}, delivery: Partial<DeliverySettings> = {}) =>
	composeAlert(input(extra), { ...settings, ...delivery }, NOW).message;

describe('what an alert says', () => {
	it('has the account with its health, the summary, evidence, risk factors, action and link', () => {
		expect(compose()).toMatchObject({
			title: 'Frustrated ticket from Acme Corp',
			accountLine: 'Acme Corp — Health: 58/100, down 14 pts this week',
			ticketLine: "From “Jo O'Neil” (jo@acme.com), #1: “Export broken”",
			summary: "We still can't export. This is the third time I ask.",
			evidence: ["“can't export” (Core workflow failure)"],
			riskFactors: [
				'Renewal in 28 days',
				'MRR $3,200',
				'2nd frustrated ticket within 30 days',
				'Frustration 72/100 (Frustrated)',
			],
			recommendedAction: 'Book a call within 24 hours',
			ticketUrl: 'https://acme.zendesk.com/agent/tickets/1',
		});
	});

	it('leads to the first frustrated ticket of the account, in the same helpdesk only', () => {
		const at = '2026-11-11T22:30:00Z';
		const withFirst = (url: string | undefined, extra: Partial<AlertInput> = {}) =>
			compose({
				...extra,
				gate: gate({
					history: { frustratedTickets30Days: 1, firstFrustratedTicket: { key: 'k', at, url } },
				}),
			});
		const url = 'https://acme.zendesk.com/agent/tickets/7';
		const alert = withFirst(url);
		expect(alert.riskFactors).toContain(
			'2nd frustrated ticket within 30 days, the first on Nov 11',
		);
		expect(alert.firstTicketUrl).toBe(url);
		expect(alert.email.text).toContain(`First ticket: ${url}`);
		expect(alert.email.html).toContain(`href="${url}"`);
		expect(JSON.stringify(alert.slack)).toContain(`"url":"${url}"`);
		for (const wrong of [
			undefined,
			'javascript:alert(1)',
			'https://evil.example/agent/tickets/7',
			'https://acme.zendesk.com.evil.example/',
			'https://acme.zendesk.com@evil.example/',
			'https://acme.zendesk.com:8443/agent/tickets/7',
		]) {
			expect(withFirst(wrong)).not.toHaveProperty('firstTicketUrl');
		}
		expect(withFirst(url, { ticket: { key: 'k' } })).not.toHaveProperty('firstTicketUrl');
	});

	it('tells the days by the clocks of whoever reads it', () => {
		const account = { ...acme, owner: { email: 'a@example.com' }, renewalDate: '2026-11-24' };
		const at = '2026-11-11T22:30:00Z';
		const history = { frustratedTickets30Days: 1, firstFrustratedTicket: { at } };
		const owners = (timeZone: string) => ownersOf({ email: 'a@example.com', timeZone });
		const factsIn = (timeZone: string) =>
			compose({ account, gate: gate({ history }) }, { owners: owners(timeZone) }).riskFactors;
		expect(factsIn('Asia/Tokyo')).toEqual(
			expect.arrayContaining([
				'Renewal tomorrow',
				'2nd frustrated ticket within 30 days, the first on Nov 12',
			]),
		);
		// There it is 23:00 on the day before.
		expect(factsIn('Pacific/Honolulu')).toContain('Renewal in 2 days');
	});

	it('tells why it came: each rule that fired, then what would have kept it quiet', () => {
		expect(compose().why).toEqual([
			'Frustrated paying account: score 72 is at least 65 and MRR $3,200 is at least $1,000',
			'Would not have alerted below a score of 65, 7 points lower',
		]);
	});

	it('shows the quotes of a model that stand for no listed signal', () => {
		const quote = 'I am done with this';
		const sentiment = {
			score: 82,
			topic: 'x',
			signals: [],
			quotes: [{ quote, start: 0, end: 19 }],
		};
		expect(compose({ sentiment }).evidence).toEqual([`“${quote}”`]);
	});

	it('names what is unknown and never shows it as 0', () => {
		const alert = compose({
			account: { status: 'matched', id: '002', name: 'Globex' },
			gate: gate({ missing: ['MRR', 'renewal date'], history: {} }),
		});
		expect(alert.accountLine).toBe('Globex — Health: unknown');
		expect(alert.riskFactors).toEqual([
			'Frustration 72/100 (Frustrated)',
			'Unknown: MRR and renewal date',
		]);
		expect(JSON.stringify(alert)).not.toMatch(/\$0|undefined|NaN|null/);
	});

	it('recommends the CS manager for a run of tickets, or when nobody owns a critical one', () => {
		const escalate = 'Escalate to CS manager';
		expect(
			compose({ gate: gate({ history: { frustratedTickets30Days: 2 } }) }).recommendedAction,
		).toBe(escalate);
		const orphan: Account = { ...acme, owner: undefined };
		expect(
			compose({ account: orphan, gate: gate({ severity: 'critical' }) }).recommendedAction,
		).toBe(escalate);
	});

	it('recommends an update when the renewal rule alone fired, weeks ahead', () => {
		expect(compose({ gate: gate({ severity: 'medium' }) }).recommendedAction).toBe(
			'Send a proactive update',
		);
	});

	it('lists the candidates of an ambiguous account', () => {
		const account: Account = {
			status: 'ambiguous',
			candidates: [{ name: 'Acme Corp' }, { name: 'Acme GmbH' }],
		};
		expect(compose({ account }).accountLine).toBe(
			'No single account for jo@acme.com: could be Acme Corp and Acme GmbH',
		);
	});

	it('calls a system that was mapped by hand by the name its admin gave it', () => {
		const ticket = { ...input().ticket, helpdesk: 'other', instance: 'Mailbox EU' };
		expect(compose({ ticket }).ticketLine).toContain(', Mailbox EU #1: ');
	});

	it('drops links that are not web pages', () => {
		const ticket = { ...input().ticket, url: 'javascript:alert(1)' };
		const alert = compose({ ticket });
		expect(alert.ticketUrl).toBeUndefined();
		expect(JSON.stringify(alert)).not.toContain('javascript:');
	});
});

describe('what it quotes', () => {
	it('nothing that hides or reverses text', () => {
		const ticket = {
			...input().ticket,
			subject: 'Refund \u202Eelbon\u202C us\u200B',
			requester: { name: 'Jo\u2066 N\u2069', email: 'jo@acme.com' },
		};
		const alert = compose({ ticket });
		expect(alert.subject).toBe('Refund elbon us');
		expect(JSON.stringify(alert)).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/);
	});

	it('no phrase where none is listed, and says so', () => {
		const sentiment = { score: 72, topic: 'general', signals: [] };
		expect(compose({ sentiment }).evidence).toEqual([
			'No listed phrase: the score comes from the wording as a whole',
		]);
	});
});

describe('who gets it', () => {
	it('the owner in Slack by ID, or the team channel when the ID is unknown', () => {
		expect(compose().recipient).toMatchObject({
			name: 'Dana Reyes',
			slack: 'U024BE7LH',
			isFallback: false,
		});
		const account = { ...acme, owner: { name: 'Dana', email: 'dana@example.com' } };
		expect(compose({ account }).recipient.slack).toBe('#cs-alerts');
	});

	it("the owner's preference wins over the default channel, a fixed channel over both", () => {
		const account = { ...acme, owner: { ...acme.owner, channel: 'email' as const } };
		expect(compose({ account }).channel).toBe('email');
		expect(compose({ account }, { channel: 'slack' }).channel).toBe('slack');
	});

	it('the fallback owner when there is no account or no owner', () => {
		const alert = compose({ account: { status: 'unmatched' } });
		expect(alert.recipient).toEqual({
			name: 'CS team',
			email: 'cs@example.com',
			slack: '#cs-alerts',
			isFallback: true,
			noAccount: true,
		});
		expect(alert.email.text).toContain('Owner: CS team (fallback: no account was found)');
	});

	it('the fallback owner when the owner is deactivated, who is named', () => {
		const account: Account = {
			...acme,
			owner: undefined,
			inactiveOwner: { name: 'Gone Person', email: 'gone@example.com' },
		};
		const alert = compose({ account, gate: gate({ severity: 'critical' }) });
		expect(alert.recipient).toMatchObject({
			name: 'CS team',
			email: 'cs@example.com',
			isFallback: true,
			inactiveOwner: 'Gone Person',
		});
		const line = 'Owner: CS team (fallback: Gone Person is deactivated in the CRM)';
		expect(JSON.stringify(alert.slack.blocks)).toContain(line);
		expect(alert.email.text).toContain(line);
		expect(alert.email.html).toContain(line);
		expect(alert.recommendedAction).toBe('Escalate to CS manager');
	});

	it('is refused when the owner is deactivated and there is no fallback owner', () => {
		const account: Account = {
			...acme,
			owner: undefined,
			inactiveOwner: { email: 'x@us.example' },
		};
		expect(() => compose({ account }, { channel: 'email', fallbackOwner: {} })).toThrow(
			"the user of the account's owner, x@us.example, is deactivated. Fill in Fallback Owner Email",
		);
	});

	it('is refused when there is nobody, naming the setting to fill in', () => {
		const nobody = { account: { status: 'unmatched' } as Account };
		expect(() => compose(nobody, { channel: 'email', fallbackOwner: {} })).toThrow(
			'Fallback Owner Email',
		);
		expect(() => compose(nobody, { channel: 'slack', slackChannel: undefined })).toThrow(
			'Slack Channel',
		);
	});
});
