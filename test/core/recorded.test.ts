import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { detectLanguage } from '../../nodes/core/language';
import { compileTaxonomy } from '../../nodes/core/match';
import { scoreTicket } from '../../nodes/core/score';
import { DEFAULT_TAXONOMY } from '../../nodes/core/taxonomy';
import { RECORDED, recordOf } from '../eval/recorded.ts';

const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

describe('what the scorer says of our own texts', () => {
	it('is what it said before (a change that is meant: npm run record)', () => {
		const said = recordOf((ticket) => scoreTicket(ticket, taxonomy), detectLanguage);
		const before = readFileSync(RECORDED, 'utf8').trimEnd().split('\n');
		const changed = said.filter((line, index) => line !== before[index]);
		expect(changed).toEqual([]);
		expect(said).toHaveLength(before.length);
	});
});
