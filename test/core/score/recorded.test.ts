import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { detectLanguage } from '../../../nodes/core/language/detectLanguage';
import { compileTaxonomy } from '../../../nodes/core/score/match';
import { scoreTicket } from '../../../nodes/core/score/scoreTicket';
import { DEFAULT_TAXONOMY } from '../../../nodes/core/score/wordList';
import { RECORDED, recordOf } from '../../eval/recorded.ts';

const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);
const score = (ticket: Parameters<typeof scoreTicket>[0]) => scoreTicket(ticket, taxonomy);
const recorded = readFileSync(RECORDED, 'utf8').trimEnd().split('\n');
const PARTS = 8;

describe('what the scorer says of our own texts is what it said before (if meant: npm run record)', () => {
	it.each(Array.from({ length: PARTS }, (_, part) => part))('part %i', (part) => {
		const isAsked = (line: number): boolean => line % PARTS === part;
		const before = recorded.filter((_, line) => isAsked(line));
		const said = recordOf({ score, detectLanguage }, isAsked);
		expect(said.filter((line, index) => line !== before[index])).toEqual([]);
		expect(said).toHaveLength(before.length);
	});
});
