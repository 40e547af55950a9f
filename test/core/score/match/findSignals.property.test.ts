import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTaxonomy, findSignals } from '../../../../nodes/core/score/match';
import { DEFAULT_TAXONOMY, type TaxonomyRow } from '../../../../nodes/core/score/wordList';
import { summarise } from '../../../../nodes/core/score/summary';
import { topicFinder } from '../../../../nodes/core/topic/topicFinder';
import { wordListScore } from '../../../../nodes/core/score/wordScore';

const compiled = compileTaxonomy(DEFAULT_TAXONOMY);
const topicOf = topicFinder();

const WORDS =
	`data disappeared export failed can't cant not no never sync the our is was again still broken lost invoice
	charged twice waiting weeks nobody replied cancel contract works now fixed thanks if what happens when a , . ! ? \n
	\n\n işlem İSTANBUL données nicht 消えた データ 🙂 e\u0301 dissapeared https://x.example/data-lost "quoted" (aside) ; -`.split(
		/ +/,
	);
const ticket = fc
	.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 6 })), {
		maxLength: 40,
	})
	.map((words) => words.join(' '));
const phrase = fc
	.array(
		fc.constantFrom('data', 'export', 'failed', 'sync', 'lost', 'broken', 'invoice', 'weeks'),
		{
			minLength: 1,
			maxLength: 3,
		},
	)
	.map((words) => words.join(' '));

function scoreOf(text: string, rows: readonly TaxonomyRow[]): number {
	const { signals, praise } = findSignals(text, compileTaxonomy(rows));
	return wordListScore(signals, praise.length);
}

describe('on any text', () => {
	it('each quote is cut out of the text by its offsets, and signals are sorted by start', () => {
		fc.assert(
			fc.property(ticket, (text) => {
				const { signals, negated, praise, resolution } = findSignals(text, compiled);
				for (const found of [
					...signals,
					...negated,
					...praise,
					...(resolution ? [resolution] : []),
				]) {
					expect(text.slice(found.start, found.end)).toBe(found.quote);
					expect(found.quote).not.toBe('');
				}
				const starts = signals.map(({ start }) => start);
				expect(starts).toEqual([...starts].sort((a, b) => a - b));
			}),
			{ numRuns: 100 },
		);
	});

	it('the same signal is quoted at most five times and never twice over the same words', () => {
		fc.assert(
			fc.property(ticket, (text) => {
				const { signals } = findSignals(
					`${text} ${text} ${text} ${text} ${text} ${text}`,
					compiled,
				);
				const last = new Map<string, number>();
				const count = new Map<string, number>();
				for (const { name, start, end } of signals) {
					expect(start).toBeGreaterThanOrEqual(last.get(name) ?? 0);
					last.set(name, end);
					count.set(name, (count.get(name) ?? 0) + 1);
				}
				for (const times of count.values()) expect(times).toBeLessThanOrEqual(5);
			}),
			{ numRuns: 100 },
		);
	});

	it('the score is a whole number from 0 to 100', () => {
		fc.assert(
			fc.property(ticket, (text) => {
				const { signals, praise } = findSignals(text, compiled);
				const score = wordListScore(signals, praise.length);
				expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
			}),
			{ numRuns: 60 },
		);
	});

	it('nothing throws, whatever the characters', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(300), (text, cut) => {
				const broken = text.slice(cut) + text.slice(0, cut);
				const { signals } = findSignals(broken, compiled);
				summarise(broken, signals, Math.min(cut, broken.length));
				topicOf(broken, signals, () => '');
			}),
			{ numRuns: 60 },
		);
	});
});

describe('on any list', () => {
	const rows = fc
		.array(fc.array(phrase, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
		.map((lists) =>
			lists.map(
				(phrases, index): TaxonomyRow => ({
					signal: `Signal ${index}`,
					topic: '',
					riskLevel: index % 2 === 0 ? 'high' : 'lowMedium',
					phrases,
				}),
			),
		);

	it('one more Critical phrase never lowers the score', () => {
		fc.assert(
			fc.property(ticket, rows, phrase, fc.boolean(), (text, list, extra, isNewRow) => {
				const before: TaxonomyRow[] = isNewRow
					? list
					: [
							{ signal: 'Worst', topic: '', riskLevel: 'critical', phrases: ['data gone'] },
							...list,
						];
				const critical: TaxonomyRow = {
					signal: 'Worst',
					topic: '',
					riskLevel: 'critical',
					phrases: isNewRow ? [extra] : ['data gone', extra],
				};
				expect(scoreOf(text, [critical, ...list])).toBeGreaterThanOrEqual(scoreOf(text, before));
			}),
			{ numRuns: 60 },
		);
	});

	it('the order of rows and phrases changes neither score, evidence nor version', () => {
		fc.assert(
			fc.property(ticket, rows, (text, list) => {
				const reversed = [...list]
					.reverse()
					.map((row) => ({ ...row, phrases: [...row.phrases].reverse() }));
				const sorted = (taxonomy: TaxonomyRow[]) =>
					findSignals(text, compileTaxonomy(taxonomy))
						.signals.map(({ name, start, end }) => `${start}-${end} ${name}`)
						.sort();
				expect(sorted(reversed)).toEqual(sorted(list));
				expect(scoreOf(text, reversed)).toBe(scoreOf(text, list));
				expect(compileTaxonomy(reversed).version).toBe(compileTaxonomy(list).version);
			}),
			{ numRuns: 60 },
		);
	});

	it('a word with one letter wrong in the middle is found when it is long', () => {
		const long = ['disappeared', 'integration', 'dashboard', 'subscription', 'spreadsheet'];
		fc.assert(
			fc.property(
				fc.constantFrom(...long),
				fc.nat(100),
				fc.constantFrom('swap', 'drop', 'double', 'wrong'),
				(word, at, kind) => {
					const i = 1 + (at % (word.length - 3));
					const typo = {
						swap: word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2),
						drop: word.slice(0, i) + word.slice(i + 1),
						double: word.slice(0, i) + word[i] + word.slice(i),
						wrong: `${word.slice(0, i)}q${word.slice(i + 1)}`,
					}[kind];
					const list = compileTaxonomy([
						{ signal: 'S', topic: '', riskLevel: 'high', phrases: [`the ${word} vexes`] },
					]);
					expect(findSignals(`Well, the ${typo} vexes us`, list).signals).toHaveLength(1);
				},
			),
			{ numRuns: 60 },
		);
	});
});
