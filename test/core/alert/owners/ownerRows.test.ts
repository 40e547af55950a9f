import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { workingHoursOf, timeRangeOf } from '../../../../nodes/core/alert/owners/hoursText';
import { findOwner, readOwnerRows } from '../../../../nodes/core/alert/owners/ownerRows';
import { slackIdOf } from '../../../../nodes/core/alert/owners/slackId';

const only = (row: Record<string, unknown>) => {
	const { owners, problems } = readOwnerRows([row]);
	return { owner: [...owners.byEmail.values(), ...owners.bySlackId.values()][0], problems };
};

describe('a row of the owners table', () => {
	it('is read under loose column names', () => {
		const { owner, problems } = only({
			id: 1,
			'Owner E-mail': ' Dana@Example.com ',
			'Full Name': 'Dana Reyes',
			slack_user_id: '<@U024BE7LH>',
			'Preferred Channel': 'MS Teams',
			'Manager (email)': 'Kim <kim@example.com>',
			'Stand-in': 'lee@example.com',
			'Away From': '2026-12-01',
			'Away Until': '5 December 2026',
			'Time Zone': 'Europe/Berlin',
			'Working Hours': 'Mon-Thu 9-17, Fri 9-13',
			'Quiet Hours': '8pm to 7am',
			createdAt: '2026-11-01T00:00:00Z',
		});
		expect(problems).toEqual([]);
		expect(owner).toMatchObject({
			email: 'dana@example.com',
			name: 'Dana Reyes',
			slackId: 'U024BE7LH',
			channel: 'teams',
			manager: 'kim@example.com',
			delegate: 'lee@example.com',
			absentFrom: '2026-12-01',
			absentUntil: '2026-12-05',
			timeZone: 'Europe/Berlin',
			quietHours: { from: 1200, to: 420 },
		});
		expect(owner?.workingHours?.[5]).toEqual([{ from: 540, to: 780 }]);
	});

	it('keeps what can be read beside a cell that cannot, and says which it was', () => {
		const { owner, problems } = only({
			email: 'dana@example.com',
			slackId: '@dana',
			channel: 'fax',
			manager: 'Kim',
			absentUntil: 'soon',
			timeZone: 'Berlin',
			workingHours: 'mostly',
			quietHours: 'nights',
		});
		expect(owner).toMatchObject({ email: 'dana@example.com', slackId: undefined });
		expect(problems).toEqual([
			'Owners, row 1, Slack ID: "@dana" is no Slack member ID. Copy it from the profile, e.g. U024BE7LH',
			'Owners, row 1, Channel: "fax" is none of slack, email and teams',
			'Owners, row 1, Manager: "Kim" is no email address',
			'Owners, row 1, Absent Until: "soon" is not a date. Use YYYY-MM-DD',
			'Owners, row 1, Time Zone: "Berlin" is no time zone. Use a name such as Europe/Berlin',
			'Owners, row 1, Working Hours: "mostly" cannot be understood. Use e.g. Mon-Fri 09:00-17:30',
			'Owners, row 1, Quiet Hours: "nights" cannot be understood. Use e.g. 20:00-07:00',
		]);
	});

	it('that ends an absence before it begins counts as present', () => {
		const { owner, problems } = only({
			email: 'dana@example.com',
			absentFrom: '2026-12-05',
			absentUntil: '2026-12-01',
		});
		expect(owner?.absentFrom).toBeUndefined();
		expect(problems[0]).toContain('counts as present');
	});

	it('about nobody is named; an empty one is none', () => {
		expect(readOwnerRows([{ email: '', name: ' ' }, { name: 'Dana' }]).problems).toEqual([
			'Owners, row 2 has neither an email address nor a Slack ID',
		]);
	});

	it('is found by address in any case, else by Slack ID; the first of two counts', () => {
		const { owners } = readOwnerRows([
			{ email: 'dana@example.com', slackId: 'U0DANA', name: 'Dana' },
			{ email: 'DANA@example.com', name: 'Somebody Else' },
		]);
		expect(findOwner(owners, { email: 'Dana@Example.com' })?.name).toBe('Dana');
		expect(findOwner(owners, { slackId: 'U0DANA' })?.name).toBe('Dana');
		expect(findOwner(owners, { email: 'lee@example.com' })).toBeUndefined();
	});

	it('whatever it holds, is read without an error', () => {
		const anyCell = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.object());
		const column = fc.constantFrom('email', 'slackId', 'absentFrom', 'workingHours', 'timezone');
		fc.assert(
			fc.property(fc.array(fc.dictionary(column, anyCell)), (rows) => {
				expect(() => readOwnerRows(rows)).not.toThrow();
			}),
		);
	});
});

describe('a Slack ID', () => {
	it.each([
		['U024BE7LH', 'U024BE7LH'],
		[' W0AB ', 'W0AB'],
		['<@U02AB>', 'U02AB'],
		['<@U02AB|dana>', 'U02AB'],
		['https://acme.slack.com/team/U02AB', 'U02AB'],
		['https://acme.slack.com/archives/C02AB?x=1', 'C02AB'],
		['slack://user?team=T1&id=U02AB', 'U02AB'],
		['@dana', undefined],
		['dana', undefined],
		['#cs-alerts', undefined],
		['U', undefined],
		['<!channel>', undefined],
		['', undefined],
	])('in %j is %j', (text, id) => {
		expect(slackIdOf(text)).toBe(id);
	});
});

describe('working hours as people write them', () => {
	const nine = [{ from: 540, to: 1050 }];
	it.each([
		['Mon-Fri 09:00-17:30', [[], nine, nine, nine, nine, nine, []]],
		['Mo–Fr 9–17:30', [[], nine, nine, nine, nine, nine, []]],
		['09:00-17:30', [[], nine, nine, nine, nine, nine, []]],
		['weekdays 9am to 5.30pm', [[], nine, nine, nine, nine, nine, []]],
		['Monday, Wednesday and Friday: 9:00-17:30', [[], nine, [], nine, [], nine, []]],
		['Sun-Tue 9:00-17:30', [nine, nine, nine, [], [], [], []]],
	])('%s', (text, week) => {
		expect(workingHoursOf(text)).toEqual(week);
	});

	it('may have a break, and may go round the clock', () => {
		expect(workingHoursOf('Mon 9-12, 13-17')?.[1]).toEqual([
			{ from: 540, to: 720 },
			{ from: 780, to: 1020 },
		]);
		expect(workingHoursOf('24/7')?.[0]).toEqual([{ from: 0, to: 1440 }]);
	});

	it.each(['', 'mostly', 'Mon-Fri', 'Mon 25:00-26:00', 'Mon 9-9', 'Xyz 9-17', '13pm-2am', '9-17,'])(
		'%j are none',
		(text) => {
			expect(workingHoursOf(text)).toBeUndefined();
		},
	);

	it('as a single stretch may run over midnight', () => {
		expect(timeRangeOf('20:00-07:00')).toEqual({ from: 1200, to: 420 });
		expect(timeRangeOf('12am-12pm')).toEqual({ from: 0, to: 720 });
	});
});
