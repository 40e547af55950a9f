/**
 * `npm run eval -- FILE…`: how well Built-In does on labelled texts. Reads JSONL, JSONL.gz or CSV with
 * a header (`text` or `subject` and `body`, `label`, optionally `format`, `topic`, `acceptTopics`);
 * prints one JSON line per file.
 */
import { basename } from 'node:path';
import { loadCore } from './loadCore.ts';
import { areaUnderCurve, ratesAt, recallAtTop } from './measures.ts';
import { isKeptAside, ownTickets, readRows, type Row } from './rows.ts';

type Score = typeof import('../../nodes/core/score');
type Match = typeof import('../../nodes/core/match');
type Taxonomy = typeof import('../../nodes/core/taxonomy');

/** A name in place of a file: the quarter of our own tickets that is never trained on. */
const KEPT_ASIDE = 'kept-aside';

const { scoreTicket, compileTaxonomy, DEFAULT_TAXONOMY } = await loadCore<Score & Match & Taxonomy>(
	['score.ts', 'match/index.ts', 'taxonomy/index.ts'],
);
const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

const files = process.argv.slice(2);
if (files.length === 0) {
	console.error('Usage: npm run eval -- FILE… (JSONL, JSONL.gz or CSV with a header)');
	process.exitCode = 2;
}

for (const file of files) {
	try {
		const rows = file === KEPT_ASIDE ? ownTickets().filter(isKeptAside) : readRows(file);
		console.log(JSON.stringify(measure(file, rows)));
	} catch (error) {
		console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
		process.exitCode = 1;
	}
}

function scoreRow(row: Row): { score: number; topic: string } {
	try {
		return scoreTicket({ subject: row.subject, body: row.body ?? row.text }, taxonomy, {
			format: row.format ?? (row.body === undefined ? 'text' : 'auto'),
		});
	} catch {
		// A row without text has nothing to score; it counts as calm.
		return { score: 0, topic: '' };
	}
}

function measure(file: string, rows: Row[]): Record<string, unknown> {
	for (const row of rows.slice(0, 200)) scoreRow(row);
	const started = performance.now();
	const results = rows.map(scoreRow);
	const seconds = (performance.now() - started) / 1000;
	const judged = results.filter((_, index) => isLabel(rows[index]?.label));
	const labels = rows.map(({ label }) => label).filter(isLabel);
	const scores = judged.map(({ score }) => score);
	const positives = labels.filter((label) => label === 1).length;
	const at65 = ratesAt(scores, labels, 65);
	const withTopic = rows
		.map((row, index) => ({ accepted: acceptedTopics(row), topic: results[index]?.topic ?? '' }))
		.filter(({ accepted }) => accepted.length > 0);
	const hasBoth = positives > 0 && positives < labels.length;
	return {
		file: basename(file),
		n: rows.length,
		positives,
		auc: hasBoth ? rounded(areaUnderCurve(scores, labels)) : null,
		f1: hasBoth ? rounded(at65.f1) : null,
		recallAt10: positives > 0 ? rounded(recallAtTop(scores, labels, 0.1)) : null,
		recallAt20: positives > 0 ? rounded(recallAtTop(scores, labels, 0.2)) : null,
		recallAt65: positives > 0 ? rounded(at65.recall) : null,
		falsePositiveRateAt65: hasBoth ? rounded(at65.falsePositiveRate) : null,
		textsPerSecond: Math.round(rows.length / seconds),
		...(withTopic.length === 0
			? {}
			: {
					topicAccuracy: rounded(
						withTopic.filter(({ accepted, topic }) => accepted.includes(topic)).length /
							withTopic.length,
					),
				}),
	};
}

function isLabel(label: number | null | undefined): label is number {
	return label === 0 || label === 1;
}

function acceptedTopics({ topic, acceptTopics }: Row): string[] {
	if (acceptTopics !== undefined && acceptTopics.length > 0) return acceptTopics;
	return topic === undefined || topic === '' ? [] : [topic];
}

function rounded(value: number): number {
	return Math.round(value * 1000) / 1000;
}
