/**
 * `npm run bench:score`: texts a second for Built-In and for the scorers people install, in one process
 * and on the same texts; how time grows with the word list; what memory 100,000 tickets take.
 */
import { createRequire } from 'node:module';
import { loadCore } from './loadCore.ts';
import { ownShortTexts, ownTickets, publicSets } from './rows.ts';

type Score = typeof import('../../nodes/core/score/scoreTicket');
type Match = typeof import('../../nodes/core/score/match');
type Taxonomy = typeof import('../../nodes/core/score/wordList');
type Model = typeof import('../../nodes/core/score/frustration');
type Language = typeof import('../../nodes/core/language/detectLanguage');
type Text = typeof import('../../nodes/core/text');
type Row = import('../../nodes/core/score/wordList').TaxonomyRow;

interface Peers {
	vader: { SentimentIntensityAnalyzer: { polarity_scores(text: string): unknown } };
	Sentiment: new () => { analyze(text: string): unknown };
	wink(text: string): unknown;
	ml: () => { classify(text: string): unknown };
}

const require = createRequire(import.meta.url);
const core = await loadCore<Score & Match & Taxonomy & Model & Language & Text>([
	'score/scoreTicket.ts',
	'score/match/index.ts',
	'score/wordList/index.ts',
	'score/frustration/index.ts',
	'language/detectLanguage.ts',
	'text/index.ts',
]);
const peers: Peers = {
	vader: require('vader-sentiment'),
	Sentiment: require('sentiment'),
	wink: require('wink-sentiment'),
	ml: require('ml-sentiment'),
};

const ROUNDS = 5;

/** Texts a second, best of some rounds: what else runs on the machine only ever slows it. */
function textsPerSecond(texts: readonly string[], score: (text: string) => unknown): number {
	let best = Infinity;
	for (let round = 0; round < ROUNDS; round++) {
		const started = performance.now();
		for (const text of texts) score(text);
		best = Math.min(best, performance.now() - started);
	}
	return Math.round((texts.length / best) * 1000);
}

const short = [
	...ownShortTexts().map(({ text = '' }) => text),
	...publicSets()
		.filter(({ name }) => name === 'goemotions_en' || name === 'stackoverflow_en')
		.flatMap(({ rows }) => rows.map(({ text = '' }) => text)),
].filter((text) => text.length < 200);
const tickets = ownTickets();
const long = tickets.map(({ subject = '', body = '' }) => `${subject}\n\n${body}`);

const taxonomy = core.compileTaxonomy(core.DEFAULT_TAXONOMY);
const afinn = new peers.Sentiment();
const mlSentiment = peers.ml();
const general = (text: string) => core.frustration(text, core.detectLanguage(text).language);
const scorers: Array<[string, (text: string) => unknown]> = [
	['Built-In, general model alone', general],
	['Built-In, model and word list', (text) => [general(text), core.findSignals(text, taxonomy)]],
	[
		'Built-In whole without cleaning',
		(text) => core.scoreCleanedText({ text, bodyStart: 0, flags: [] }, taxonomy),
	],
	['Built-In whole', (text) => core.scoreTicket({ body: text }, taxonomy, { format: 'text' })],
	['vader-sentiment', (text) => peers.vader.SentimentIntensityAnalyzer.polarity_scores(text)],
	['sentiment', (text) => afinn.analyze(text)],
	['wink-sentiment', (text) => peers.wink(text)],
	['ml-sentiment', (text) => mlSentiment.classify(text)],
];
for (const [scorer, score] of scorers) {
	console.log(
		JSON.stringify({
			scorer,
			shortTextsPerSecond: textsPerSecond(short, score),
			ticketsPerSecond: textsPerSecond(long, score),
		}),
	);
}

/** A list of made-up phrases that no ticket holds, beside the shipped ones. */
function listOf(phrases: number): Row[] {
	return [
		{
			signal: 'Made up',
			topic: '',
			riskLevel: 'high',
			phrases: Array.from(
				{ length: phrases },
				(_, index) => `${syllables(index)} ${syllables(index * 7 + 3)} stopped`,
			),
		},
	];
}

function syllables(value: number): string {
	const parts = ['ka', 'lo', 'mi', 'ru', 'te', 'vo', 'zi', 'pa', 'ne', 'su'];
	return [...String(value + 1000)].map((digit) => parts[Number(digit)]).join('');
}

const times = [10, 100, 1_000, 10_000].map((phrases) => {
	const list = core.compileTaxonomy(listOf(phrases));
	const perSecond = textsPerSecond(long, (text) =>
		core.scoreTicket({ body: text }, list, { format: 'text' }),
	);
	return { phrases, ticketsPerSecond: perSecond };
});
const growth = (times[0]?.ticketsPerSecond ?? 0) / (times[3]?.ticketsPerSecond ?? 1);
console.log(
	JSON.stringify({ byPhrases: times, tenThousandOverTen: Math.round(growth * 100) / 100 }),
);

const started = performance.now();
let frustrated = 0;
for (let index = 0; index < 100_000; index++) {
	const { subject, body, format } = tickets[index % tickets.length] ?? {};
	if (core.scoreTicket({ subject, body }, taxonomy, { format }).score >= 65) frustrated++;
}
console.log(
	JSON.stringify({
		tickets: 100_000,
		frustrated,
		seconds: Math.round((performance.now() - started) / 100) / 10,
		peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
	}),
);
