import { describe, expect, it } from 'vitest';

import { ownerKeyOf } from '../../../nodes/core/item/ownerKey';
import type { Owner } from '../../../nodes/core/item/types';

describe('what tells owners apart', () => {
	it.each<[string, Owner | undefined, string | undefined]>([
		[
			'their address first',
			{ name: 'Ana', email: ' Ana@Team.example ', slackId: 'U0ANA' },
			'ana@team.example',
		],
		['else their Slack ID', { name: 'Ana', slackId: ' U0ANA' }, 'u0ana'],
		['also where the address is blank', { email: ' ', slackId: 'U0ANA' }, 'u0ana'],
		['else their name', { name: ' Ana  ' }, 'ana'],
		['nothing of a channel alone', { channel: 'email' }, undefined],
		['nothing of nobody', undefined, undefined],
	])('is %s', (_, owner, key) => {
		expect(ownerKeyOf(owner)).toBe(key);
	});
});
