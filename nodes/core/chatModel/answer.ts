import { FRUSTRATED_FROM, NEUTRAL_FROM, labelOf } from '../score/labels';
import { hashText } from '../score/match/hash';
import type { ModelUsage, Quote, Sentiment, SentimentLabel, Signal } from '../item/types';
import { ModelFailure } from './failure';
import { hasInstructions } from './instructions';
import { LABELS, MOST_FOUND_SIGNALS, MOST_QUOTES, type Prompt } from './prompt';
import { contentOf, jsonIn } from './content';
import { plainWords } from './plainWords';
import { locateQuote, type SentText } from './sentText';

/** What an answer is read against. */
export interface AnswerContext {
	sent: SentText;
	prompt: Prompt;
	/** What Built-In made of the same ticket. */
	builtIn: Sentiment;
	/** Shown as the method, e.g. "OpenAI". */
	method: string;
	model: string;
	/** Version of the word list. */
	taxonomyVersion: string;
	usage?: ModelUsage;
}

interface Answer {
	label: SentimentLabel;
	score: number;
	topic: string;
	summary: string;
	quotes: string[];
	signals: Array<{ name: string; quote: string }>;
}

const LONGEST_SUMMARY = 400;
const SHORTEST_WORD_QUOTED = 8;
/** Signs of scripts without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/**
 * Reads a model's answer: the only place that does. The label follows from the score; quotes that the customer did
 * not write are dropped and flagged.
 * @param raw the answer as it came: an object, a text (bare JSON, or JSON in a code fence or among words), or a list
 * of content blocks
 * @throws ModelFailure when it has not the form asked for, or contradicts itself
 */
export function toSentiment(raw: unknown, context: AnswerContext): Sentiment {
	const { sent, prompt, builtIn } = context;
	const answer = readAnswer(raw);
	const flags = flagsOf(builtIn, sent);
	const label = labelOf(answer.score);
	if (label !== answer.label) {
		if (isContradiction(answer)) {
			throw new ModelFailure('schema-mismatch', {
				detail: `The label is ${answer.label}, but the score is ${answer.score}`,
			});
		}
		flags.push('model-label-differs');
	}
	let dropped = 0;
	const located = (quote: string): Quote | undefined => {
		const place = locateQuote(sent, quote);
		const found = place !== undefined && isTelling(place.quote) ? place : undefined;
		if (found === undefined && quote.trim() !== '') dropped++;
		return found;
	};
	const signals = readSignals(answer, prompt, located);
	const quotes = answer.quotes
		.slice(0, MOST_QUOTES)
		.flatMap((quote) => located(quote) ?? [])
		.filter((quote) => !signals.some((signal) => isWithin(quote, signal)))
		.filter(isFirstOfItsKind)
		.sort((a, b) => a.start - b.start);
	if (dropped > 0) flags.push('unverified-quote');
	const topic = prompt.topics.find((known) => known.toLowerCase() === answer.topic.toLowerCase());
	if (topic === undefined) flags.push('model-topic-unknown');
	return {
		score: answer.score,
		label,
		topic: topic ?? builtIn.topic,
		summary: plainWords(answer.summary, LONGEST_SUMMARY) ?? builtIn.summary,
		text: builtIn.text,
		signals,
		...(quotes.length > 0 && { quotes }),
		method: context.method,
		confidence: confidenceOf(answer.score, builtIn, flags, signals.length + quotes.length),
		language: builtIn.language,
		flags,
		...(builtIn.cut && { cut: builtIn.cut }),
		...modelFacts(context),
		version: hashText([context.model, prompt.version, context.taxonomyVersion].join('\u0001')),
	};
}

/** What is told of asking a model, whether or not its answer was of use. */
export function modelFacts({
	sent,
	usage,
}: Pick<AnswerContext, 'sent' | 'usage'>): Pick<Sentiment, 'redacted' | 'usage'> {
	return {
		...(Object.keys(sent.redacted).length > 0 && { redacted: { ...sent.redacted } }),
		...(usage && { usage }),
	};
}

/** Flags of the text itself; what concerns Built-In alone is left behind. */
function flagsOf(builtIn: Sentiment, sent: SentText): string[] {
	return [
		...builtIn.flags.filter((flag) => !flag.startsWith('language-not-covered')),
		...(hasInstructions(builtIn.text) ? ['suspicious-instructions'] : []),
		...(sent.isShortened ? ['shortened-for-model'] : []),
	];
}

function mismatch(detail: string): ModelFailure {
	return new ModelFailure('schema-mismatch', { detail });
}

function readAnswer(raw: unknown): Answer {
	const value = jsonIn(contentOf(raw));
	if (value === undefined) throw mismatch('The answer holds no JSON object');
	const { score, topic, summary, quotes, signals } = value;
	const label = LABELS.find(
		(known) => typeof value.label === 'string' && known.toLowerCase() === value.label.toLowerCase(),
	);
	if (label === undefined) throw mismatch('"label" is none of the labels');
	// A fraction is a score on another scale, and 0.9 out of 1 must not look calm.
	if (typeof score !== 'number' || !Number.isInteger(score) || score < 0 || score > 100) {
		throw mismatch('"score" is no whole number from 0 to 100');
	}
	if (typeof topic !== 'string') throw mismatch('"topic" is no text');
	if (typeof summary !== 'string') throw mismatch('"summary" is no text');
	if (!Array.isArray(quotes) || !quotes.every((quote) => typeof quote === 'string')) {
		throw mismatch('"quotes" is no list of texts');
	}
	if (!Array.isArray(signals)) throw mismatch('"signals" is no list');
	return {
		label,
		score,
		topic: topic.trim(),
		summary,
		quotes,
		signals: signals.map((signal: unknown) => {
			const { name, quote } = (signal ?? {}) as Record<string, unknown>;
			if (typeof name !== 'string' || typeof quote !== 'string') {
				throw mismatch('"signals" holds an entry without name or quote');
			}
			return { name, quote };
		}),
	};
}

/** A calm label with a frustrated score, or the other way round, by more than a step: a scale turned around. */
function isContradiction({ label, score }: Answer): boolean {
	if (label === 'Positive') return score >= FRUSTRATED_FROM;
	return (label === 'Frustrated' || label === 'Critical') && score < NEUTRAL_FROM;
}

function readSignals(
	answer: Answer,
	prompt: Prompt,
	located: (quote: string) => Quote | undefined,
): Signal[] {
	return answer.signals
		.slice(0, MOST_FOUND_SIGNALS)
		.flatMap(({ name, quote }) => {
			const known = prompt.signals.get(name.trim().toLowerCase());
			const found = known === undefined ? undefined : located(quote);
			return known === undefined || found === undefined ? [] : [{ ...known, ...found }];
		})
		.filter(
			(signal, index, all) =>
				all.findIndex((other) => other.name === signal.name && other.start === signal.start) ===
				index,
		)
		.sort((a, b) => a.start - b.start);
}

/** A short word such as "our" stands in every ticket and proves nothing. */
function isTelling(quote: string): boolean {
	if (quote.length >= SHORTEST_WORD_QUOTED) return true;
	const words = quote.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
	return words.length >= 2 || (quote.match(UNSPACED)?.length ?? 0) >= 2;
}

const isWithin = (inner: Quote, outer: Quote): boolean =>
	inner.start >= outer.start && inner.end <= outer.end;

const isFirstOfItsKind = (quote: Quote, index: number, all: Quote[]): boolean =>
	all.findIndex(({ start, end }) => start === quote.start && end === quote.end) === index;

/** 0–1: lower where Built-In judges otherwise, where nothing was quoted, and where the text tries to steer. */
function confidenceOf(
	score: number,
	builtIn: Sentiment,
	flags: readonly string[],
	evidence: number,
): number {
	const isCovered = !builtIn.flags.some((flag) => flag.startsWith('language-not-covered'));
	const agrees = score >= FRUSTRATED_FROM === builtIn.score >= FRUSTRATED_FROM;
	let confidence = 0.9;
	if (isCovered && !agrees) confidence -= 0.2;
	if (score >= FRUSTRATED_FROM && evidence === 0) confidence -= 0.15;
	if (flags.includes('suspicious-instructions')) confidence -= 0.2;
	if (flags.includes('model-label-differs')) confidence -= 0.1;
	return Math.round(confidence * 100) / 100;
}
