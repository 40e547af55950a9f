import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsAlertsIntercomApi } from '../../credentials/CsAlertsIntercomApi.credentials';
import type { LookedTicket } from '../../nodes/core/helpdesk/lookedTicket';
import { freshdeskApi } from '../../nodes/SupportTicketTrigger/freshdesk/freshdeskApi';
import {
	type AskHelpdesk,
	HelpdeskError,
	type HelpdeskResponse,
} from '../../nodes/SupportTicketTrigger/helpdesk';
import { intercomApi } from '../../nodes/SupportTicketTrigger/intercom/intercomApi';
import { INTERCOM_API_HOSTS } from '../../nodes/SupportTicketTrigger/intercom/requests';
import { retryAtOf } from '../../nodes/SupportTicketTrigger/retryAt';
import { expectSoundLook, HOSTILE } from '../core/helpdesk/looked';

const NOW = new Date('2026-11-23T09:00:00Z');

describe('when a helpdesk wants to be asked again', () => {
	const in_ = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

	it.each([
		[{ 'retry-after': '30' }, in_(30)],
		[{ 'retry-after': 30 }, in_(30)],
		[{ 'retry-after': ' 0.5 ' }, in_(0.5)],
		[{ 'retry-after': 'Mon, 23 Nov 2026 09:01:00 GMT' }, in_(60)],
		[{ 'x-ratelimit-reset': String(NOW.getTime() / 1000 + 7) }, in_(7)],
		[{ 'retry-after': '5', 'x-ratelimit-reset': '1795424407' }, in_(5)],
		[{ 'retry-after': 'soon', 'x-ratelimit-reset': '1795424407' }, in_(7)],
	])('is what it says: %j', (headers, at) => {
		expect(retryAtOf(headers, NOW)).toEqual(at);
	});

	it.each([{}, { 'retry-after': '' }, { 'retry-after': {} }, { 'x-ratelimit-reset': '7' }])(
		'is not known from %j',
		(headers) => {
			expect(retryAtOf(headers, NOW)).toBeUndefined();
		},
	);

	it('is never in the past, nor later than tomorrow', () => {
		expect(retryAtOf({ 'retry-after': 'Mon, 23 Nov 2020 09:00:00 GMT' }, NOW)).toEqual(NOW);
		expect(retryAtOf({ 'retry-after': '999999' }, NOW)).toEqual(in_(86_400));
	});
});

describe.each([
	['Intercom', (ask: AskHelpdesk) => intercomApi(ask)],
	['Freshdesk', (ask: AskHelpdesk) => freshdeskApi(ask, 'northwind.freshdesk.com')],
])('%s, whatever it answers', (_, apiOf) => {
	const body = fc.oneof(
		fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<unknown>,
		fc.constantFrom(...HOSTILE),
		fc.constantFrom('5', 5).map((id) => ({ id })),
		fc.jsonValue().map((value) => ({ id: '5', source: value, conversation_parts: value })),
		fc.jsonValue().map((value) => [{ id: 5, updated_at: value, created_at: value }]),
		fc
			.jsonValue()
			.map((value) => ({ conversations: [{ id: 1, updated_at: value }], pages: value })),
	);
	const answers = fc.array(
		fc.record({
			status: fc.oneof(
				{ weight: 8, arbitrary: fc.constant(200) },
				fc.constantFrom(404, 400, 429, 503),
			),
			body,
			headers: fc.dictionary(fc.constantFrom('date', 'retry-after'), body),
		}),
		{ minLength: 1, maxLength: 6 },
	);
	const sounds = (list: HelpdeskResponse[]) => {
		let next = 0;
		const ask: AskHelpdesk = async () => {
			const answer = list[next++ % list.length];
			if (answer === undefined) throw new Error('nothing to answer');
			return answer;
		};
		return apiOf(ask);
	};
	const settled = async <T>(work: Promise<T>): Promise<T | undefined> =>
		await work.catch((error: unknown) => {
			expect(error).toBeInstanceOf(HelpdeskError);
			expect(String(error).length).toBeLessThan(600);
			return undefined;
		});

	it('is a sound ticket, or gone, or refused in plain words', async () => {
		await fc.assert(
			fc.asyncProperty(answers, async (list) => {
				const looks = await settled(sounds(list).look(['5'], NOW));
				const tickets: LookedTicket[] = (looks ?? []).flatMap((look) =>
					'ticket' in look ? [look.ticket] : [],
				);
				for (const ticket of tickets) expectSoundLook(ticket);
			}),
			{ numRuns: 300 },
		);
	});

	it('is a sound page, or refused in plain words', async () => {
		await fc.assert(
			fc.asyncProperty(answers, fc.oneof(fc.string(), fc.json()), async (list, position) => {
				const period = { from: new Date(NOW.getTime() - 1000), to: NOW };
				for (const page of [
					await settled(sounds(list).changedSince(position, NOW, NOW)),
					await settled(sounds(list).createdIn(period, position, NOW)),
				]) {
					if (page === undefined) continue;
					expect(new Set(page.changes.map(({ id }) => id)).size).toBe(page.changes.length);
					expect(typeof page.position).toBe('string');
				}
			}),
			{ numRuns: 300 },
		);
	});
});

describe("the credential for Intercom's app", () => {
	const credential = new CsAlertsIntercomApi();

	it('needs the client secret, hides both secrets and offers the hosts there are', () => {
		const fieldOf = (name: string) => credential.properties.find((field) => field.name === name);
		expect(fieldOf('clientSecret')).toMatchObject({
			required: true,
			typeOptions: { password: true },
		});
		expect(fieldOf('accessToken')).toMatchObject({ typeOptions: { password: true } });
		expect(fieldOf('accessToken')?.required).toBeUndefined();
		const hosts = fieldOf('region')?.options?.map((option) => 'value' in option && option.value);
		expect(new Set(hosts)).toEqual(new Set(INTERCOM_API_HOSTS));
	});
});
