import { describe, expect, it } from 'vitest';

import type { GateSettings } from '../../../nodes/core/gate';
import { backtestReport } from '../../../nodes/core/report/backtest/backtestReport';
import { lastDaysHtml } from '../../../nodes/core/report/backtest/lastDays';
import { replayer } from '../../../nodes/core/report/backtest/replay';
import { lastDays, lastKnownDays } from '../../../nodes/core/report/days';
import type { LoggedScore, Period } from '../../../nodes/core/report/rows';
import { at, DAY, gate, globex, scored, START } from './fixtures';

const NOW = at(40);
const ben = { name: 'Ben', email: 'ben@team.example' };

/** A log of these messages, two on a page, that counts the pages asked for. */
function logOf(messages: LoggedScore[]) {
	const read: Period[] = [];
	let pages = 0;
	return {
		read,
		pages: () => pages,
		firstDecidedAt: async () => messages[0]?.receivedAt,
		async *loggedScores(period: Period) {
			read.push(period);
			const asked = messages.filter(({ receivedAt }) => receivedAt >= period.since);
			for (let start = 0; start < asked.length; start += 2) {
				pages += 1;
				yield asked.slice(start, start + 2);
			}
		},
	};
}

const everyDay = (days: number, over: Partial<LoggedScore> = {}) =>
	Array.from({ length: days }, (_, day) =>
		scored({ receivedAt: at(day), score: 70, account: { ...globex, id: `a${day}` }, ...over }),
	);
const never = () => false;
const show = async (messages: LoggedScore[], settings: GateSettings = gate, isTimeUp = never) =>
	await lastDaysHtml(logOf(messages), settings, NOW, isTimeUp);

describe('what the gate shows of the last days', () => {
	it('is what the backtest of the same days says', async () => {
		const messages = [
			...everyDay(40),
			scored({ receivedAt: at(40, 8), score: 20, account: { ...globex, owner: ben } }),
		];
		const settings = { ...gate, rules: [{ name: 'All', minScore: 60 }, ...gate.rules] };
		const period = lastDays(30, NOW, 'UTC');
		const replay = replayer(settings, period, 'UTC');
		replay.add(messages.filter(({ receivedAt }) => receivedAt >= period.since));
		const { lead } = await backtestReport(
			replay.result(),
			period,
			{
				gate: settings,
				rulesName: 'given rules',
				rulesNotes: [],
				rescoring: { kind: 'off' },
				capacity: { from: 3, to: 8 },
			},
			async () => {},
		);
		const html = await show(messages, settings);
		expect(html).toContain('<b>The last 30 days with these rules</b>');
		expect(html).toContain('30 messages would have made 29 alerts');
		const [said = ''] = /^.+ for the busiest one/.exec(lead) ?? [];
		expect(said).toContain('over 2 managers');
		expect(html).toContain(said);
		expect(html).toContain(
			'By rule: All 29, Frustrated paying account 29, Critical ticket 0, Renewal is near 0.',
		);
	});

	it('counts with the rows, rates and time zone of the gate, and names what they leave out', async () => {
		const yen = { ...globex, mrr: 300_000, currency: 'JPY' };
		const messages = everyDay(20).map((message, day) => ({
			...message,
			receivedAt: at(15 + day),
			account: { ...yen, id: `a${day}` },
		}));
		expect(await show(messages)).toContain('20 messages would have gone to Review');
		const rates = [{ currency: 'JPY', worth: 0.0066 }];
		expect(await show(messages, { ...gate, rates })).toContain('would have made 20 alerts');
		const far = await show(messages, { ...gate, timeZone: 'Pacific/Auckland' });
		expect(far).toContain('The last 26 days');
	});

	it('divides by the days that the log has, where it has fewer than 30', async () => {
		const html = await show(
			everyDay(40)
				.slice(28)
				.map(
					(message) => ({ ...message, account: { ...message.account, owner: ben } }) as LoggedScore,
				),
		);
		// From Monday, 30 March to Saturday, 11 April: ten working days.
		expect(html).toContain('<b>The last 13 days with these rules</b>');
		expect(html).toContain('that is 1.2 on average over 1 manager');
	});

	it.each([
		['no decided ticket', [], 'The log holds less than a day of decided tickets so far'],
		['three days', [scored({ receivedAt: at(37) })], 'The log holds 3 days of decided tickets'],
		[
			'a second less than a week',
			[scored({ receivedAt: new Date(NOW.getTime() - 7 * DAY + 1000) })],
			'6 days',
		],
	])('of a log with %s is that it has no week yet', async (_, messages, said) => {
		const log = logOf(messages);
		const html = await lastDaysHtml(log, gate, NOW, never);
		expect(html).toContain(said);
		expect(html).toContain('Once it has a week');
		expect(log.read).toEqual([]);
	});

	it('ends when the time is up, with the days that it came to', async () => {
		let asked = 0;
		const log = logOf(everyDay(40));
		const html = await lastDaysHtml(log, gate, NOW, () => (asked += 1) > 6);
		expect(log.pages()).toBe(7);
		expect(html).toContain('<b>12 of the last 30 days with these rules</b>');
		expect(html).toContain('12 messages would have made 12 alerts');
		expect(html).toContain('Only 13 Mar 2026 to 24 Mar 2026 was replayed');
	});

	it('says nothing in figures where not even a week could be read in time', async () => {
		let asked = 0;
		const html = await show(everyDay(40), gate, () => (asked += 1) > 2);
		expect(html).toContain('not even a week of them could be replayed');
		expect(html).not.toContain('would have made');
	});

	it('shows no markup of what a rule is called', async () => {
		const rules = [{ name: '<img src=x onerror=alert(1)>', minScore: 60 }];
		const html = await show(everyDay(40), { ...gate, rules });
		expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; 29');
		expect(html.replace(/<\/?b>|<br>/g, '')).not.toContain('<');
	});
});

describe('the last days that are known', () => {
	it.each([
		['all of them where the log is older', START, '2026-03-13T00:00:00.000Z'],
		['those from its first day on', at(35, 13), '2026-04-06T00:00:00.000Z'],
		['today where its first message is from the future', at(99), '2026-04-11T00:00:00.000Z'],
		['all of them where there is none', undefined, '2026-03-13T00:00:00.000Z'],
	])('are %s', (_, first, since) => {
		expect(lastKnownDays(30, first, NOW, 'UTC')).toEqual({ since: new Date(since), until: NOW });
	});
});
