/** `npm run record`: writes anew what the scorer says of our own texts, after a change that is meant. */
import { writeFileSync } from 'node:fs';

import { loadCore } from './loadCore.ts';
import { RECORDED, recordOf } from './recorded.ts';

type Score = typeof import('../../nodes/core/score/scoreTicket');
type Language = typeof import('../../nodes/core/language/detectLanguage');
type Match = typeof import('../../nodes/core/score/match');
type Taxonomy = typeof import('../../nodes/core/score/wordList');

const { scoreTicket, compileTaxonomy, DEFAULT_TAXONOMY, detectLanguage } = await loadCore<
	Score & Language & Match & Taxonomy
>([
	'score/scoreTicket.ts',
	'language/detectLanguage.ts',
	'score/match/index.ts',
	'score/wordList/index.ts',
]);
const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);
const score = (ticket: Parameters<typeof scoreTicket>[0]) => scoreTicket(ticket, taxonomy);
const lines = recordOf({ score, detectLanguage });
writeFileSync(RECORDED, `${lines.join('\n')}\n`);
console.log(`${lines.length} lines`);
