/**
 * `npm run eval -- FILE…`: how well the node's Built-In score does on labelled texts, whole: cleaning, word list,
 * model and caps, with the node's defaults. Reads JSONL, JSONL.gz or CSV with a header (`text` or `subject` and
 * `body`, `label`, optionally `format`, `topic`, `acceptTopics`, `kind`, `lang`); prints one JSON line per file.
 */
import { basename } from 'node:path';
import { loadCore } from './loadCore.ts';
import { reportOf, type ScoredRow } from './report.ts';
import { isKeptAside, ownTickets, readRows, type Row } from './rows.ts';

type Score = typeof import('../../nodes/core/score/scoreTicket');
type Match = typeof import('../../nodes/core/score/match');
type Taxonomy = typeof import('../../nodes/core/score/wordList');

/** Names in place of a file: the quarter of our own tickets that is never trained on. */
const KEPT_ASIDE = new Map([
	['kept-aside', 'invented'],
	['kept-aside-real', 'real'],
] as const);

const { scoreTicket, compileTaxonomy, DEFAULT_TAXONOMY } = await loadCore<Score & Match & Taxonomy>(
	['score/scoreTicket.ts', 'score/match/index.ts', 'score/wordList/index.ts'],
);
const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

const files = process.argv.slice(2);
if (files.length === 0) {
	console.error('Usage: npm run eval -- FILE… (JSONL, JSONL.gz or CSV with a header)');
	process.exitCode = 2;
}

for (const file of files) {
	try {
		const own = [...KEPT_ASIDE].find(([name]) => name === file)?.[1];
		const rows = own === undefined ? readRows(file) : ownTickets(own).filter(isKeptAside);
		console.log(JSON.stringify(measure(file, rows)));
	} catch (error) {
		console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
		process.exitCode = 1;
	}
}

function scoreRow(row: Row): ScoredRow {
	try {
		const { score, topic, signals } = scoreTicket(
			{ subject: row.subject, body: row.body ?? row.text },
			taxonomy,
			{ format: row.format ?? (row.body === undefined ? 'text' : 'auto') },
		);
		return { score, topic, signals: signals.length };
	} catch {
		// A row without text has nothing to score; it counts as calm.
		return { score: 0, topic: '', signals: 0 };
	}
}

function measure(file: string, rows: Row[]): Record<string, unknown> {
	for (const row of rows.slice(0, 200)) scoreRow(row);
	const started = performance.now();
	const results = rows.map(scoreRow);
	const seconds = (performance.now() - started) / 1000;
	return {
		file: basename(file),
		...reportOf(rows, results),
		textsPerSecond: Math.round(rows.length / seconds),
	};
}
