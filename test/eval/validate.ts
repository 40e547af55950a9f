/**
 * The table of the README: each public set scored by a model that never saw that set, our tickets
 * cross-validated, the part kept aside, and the sets by other writers; beside text length and the scorers
 * people install.
 */
import { createRequire } from 'node:module';
import { FOLDS, toExample, trainingExamples, type Labelled } from './examples.ts';
import { areaUnderCurve } from './measures.ts';
import { decide, trainAll } from './models.ts';
import { asideSets, isKeptAside, ownTickets, type Row } from './rows.ts';

interface Vader {
	SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
}

const require = createRequire(import.meta.url);
const vader = require('vader-sentiment') as Vader;
const Sentiment = require('sentiment') as new () => { analyze(text: string): { score: number } };
const wink = require('wink-sentiment') as (text: string) => { normalizedScore: number };
const afinn = new Sentiment();

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
	const trained = trainAll(examples.filter((example) => example.fold !== fold));
	for (const example of examples) {
		if (example.fold === fold) crossValidated.set(example, decide(trained, example));
	}
}
for (const name of names) {
	const rows = examples.filter(({ set }) => set === name);
	const trained = trainAll(examples.filter(({ set }) => set !== name));
	console.log(
		JSON.stringify({
			set: name,
			n: rows.length,
			setLeftOut: area(rows, (example) => decide(trained, example)),
			crossValidated: area(rows, (example) => crossValidated.get(example) ?? 0),
			...peers(rows),
		}),
	);
}

const trained = trainAll(examples);
const asides: Array<[set: string, kind: string, rows: Row[]]> = [
	['tickets kept aside', 'tickets', ownTickets().filter(isKeptAside)],
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
			model: area(aside, (example) => decide(trained, example)),
			...peers(aside),
		}),
	);
}
