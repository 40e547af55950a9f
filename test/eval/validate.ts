/**
 * The table of the README, by the node's own score, whole: each public set scored with a model that never saw that set or
 * that text, the parts of our own texts kept aside, and the sets by other writers; beside text length and the scorers
 * people install. "model" is the raw model, without cleaning, word list and caps.
 */
import { createRequire } from 'node:module';
import { FOLDS, toExample, trainingExamples, type Labelled } from './examples.ts';
import { loadCore } from './loadCore.ts';
import { areaUnderCurve } from './measures.ts';
import { decide, trainAll, type Trained } from './models.ts';
import { packTrained } from './packTrained.ts';
import { asideSets, isKeptAside, ownTickets, type Row } from './rows.ts';

type Score = typeof import('../../nodes/core/score/scoreTicket');
type Match = typeof import('../../nodes/core/score/match');
type Taxonomy = typeof import('../../nodes/core/score/wordList');
type Model = typeof import('../../nodes/core/score/frustration');

interface Vader {
	SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
}

const require = createRequire(import.meta.url);
const vader = require('vader-sentiment') as Vader;
const Sentiment = require('sentiment') as new () => { analyze(text: string): { score: number } };
const wink = require('wink-sentiment') as (text: string) => { normalizedScore: number };
const afinn = new Sentiment();

const core = await loadCore<Score & Match & Taxonomy & Model>([
	'score/scoreTicket.ts',
	'score/match/index.ts',
	'score/wordList/index.ts',
	'score/frustration/index.ts',
]);
const taxonomy = core.compileTaxonomy(core.DEFAULT_TAXONOMY);
const { threshold, steepnessBelow, steepnessAbove } = core.shippedWeights().weights;

/** The node's whole score with a model of its own instead of the shipped one. */
function nodeScore(trained: Trained): (example: Labelled) => number {
	const weights = core.loadWeights(
		packTrained(trained, { threshold, steepnessBelow, steepnessAbove }),
	);
	return ({ row: { subject, body, text, format } }) => {
		const ticket = { subject, body: body ?? text };
		try {
			return core.scoreTicket(ticket, taxonomy, { format: format ?? 'text', weights }).score;
		} catch {
			// Nothing is left to score; it counts as calm.
			return 0;
		}
	};
}

const examples = trainingExamples();
const names = [...new Set(examples.map(({ set }) => set))];

function textOf({ row }: Labelled): string {
	return row.text ?? `${row.subject ?? ''}\n${row.body ?? ''}`;
}

/** wink-sentiment throws on words such as "caller"; such a text scores nothing. */
function winkScore(text: string): number {
	try {
		return wink(text).normalizedScore;
	} catch {
		return 0;
	}
}

function area(rows: readonly Labelled[], score: (example: Labelled) => number): number {
	const labels = rows.map(({ label }) => label);
	return Math.round(areaUnderCurve(rows.map(score), labels) * 1000) / 1000;
}

function peers(rows: readonly Labelled[]): Record<string, number> {
	return {
		textLength: area(rows, (example) => textOf(example).length),
		vader: area(
			rows,
			(example) => -vader.SentimentIntensityAnalyzer.polarity_scores(textOf(example)).compound,
		),
		sentiment: area(rows, (example) => -afinn.analyze(textOf(example)).score),
		wink: area(rows, (example) => -winkScore(textOf(example))),
	};
}

const crossValidated = new Map<Labelled, number>();
for (let fold = 0; fold < FOLDS; fold++) {
	const score = nodeScore(trainAll(examples.filter((example) => example.fold !== fold)));
	for (const example of examples) {
		if (example.fold === fold) crossValidated.set(example, score(example));
	}
}
for (const name of names) {
	const rows = examples.filter(({ set }) => set === name);
	// What our own texts teach is in no other set; they are measured on the parts kept aside.
	const isPublic = !name.startsWith('short') && !name.startsWith('posts') && name !== 'tickets';
	const leftOut = isPublic ? trainAll(examples.filter(({ set }) => set !== name)) : undefined;
	console.log(
		JSON.stringify({
			set: name,
			n: rows.length,
			crossValidated: area(rows, (example) => crossValidated.get(example) ?? 0),
			...(leftOut && {
				setLeftOut: area(rows, nodeScore(leftOut)),
				modelSetLeftOut: area(rows, (example) => decide(leftOut, example)),
			}),
			...peers(rows),
		}),
	);
}

const trained = trainAll(examples);
const asides: Array<[set: string, kind: string, rows: Row[]]> = [
	['tickets kept aside', 'tickets', ownTickets('invented').filter(isKeptAside)],
	['texts after real kinds kept aside', 'tickets', ownTickets('real').filter(isKeptAside)],
	...asideSets().map(({ name, rows }): [string, string, Row[]] => [
		`${name}, by other writers`,
		name.startsWith('short') ? 'short' : 'tickets',
		rows,
	]),
];
for (const [set, kind, rows] of asides) {
	const aside = rows.map((row) => toExample(kind, row));
	console.log(
		JSON.stringify({
			set,
			n: aside.length,
			score: area(aside, nodeScore(trained)),
			model: area(aside, (example) => decide(trained, example)),
			...peers(aside),
		}),
	);
}
