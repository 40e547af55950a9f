import { describe, expect, it } from 'vitest';

import { readSignalChanges } from '../../../../nodes/core/score/wordList/changes';

describe('changes of built-in signals', () => {
	it('are read as the rows say', () => {
		const rows = [
			{ signal: 'Outage', change: 'weight', weight: 0 },
			{ signal: 'Outage', change: 'topic', topic: ' status ' },
			{ signal: 'Outage', change: 'off', weight: '' },
		];
		expect(readSignalChanges(rows)).toEqual({
			changes: [
				{ signal: 'Outage', weight: 0 },
				{ signal: 'Outage', topic: 'status' },
				{ signal: 'Outage', isOff: true },
			],
			skipped: [],
		});
	});

	it.each([
		[{}, 'Signal is empty'],
		[{ signal: 'Gone', change: 'off' }, 'names no built-in signal'],
		[{ signal: 'Outage', weight: null }, 'Weight is empty'],
		[{ signal: 'Outage', weight: 130 }, 'between 0 and 100'],
	])('leave out %j and say why', (row, reason) => {
		expect(readSignalChanges([row])).toEqual({
			changes: [],
			skipped: [{ number: 1, reason: expect.stringContaining(reason) }],
		});
	});
});
