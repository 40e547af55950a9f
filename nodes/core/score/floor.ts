import { compileTaxonomy, findSignals, type CompiledTaxonomy } from './match';
import { frustration, type FrustrationModel } from './frustration';
import { DEFAULT_TAXONOMY, TAXONOMY_PRESETS } from './wordList';
import type { RiskLevel, Signal } from '../item/types';
import type { ReadText } from './readText';

/**
 * From which probability on, of the ticket or of the phrase's own sentence, a listed phrase counts.
 * Cross-validated on our tickets, so that 95 % of the scores from 80 on are right ("threatens to cancel" inside a question
 * about a report is no threat). To be chosen anew when the model's calibration changes.
 */
const COUNTS_FROM: Partial<Record<RiskLevel, number>> = { critical: 0.7, high: 0.74 };
/** The shipped lists are written for tickets; in a tweet or a code review their words mean less. */
const TICKET_FROM = 0.3;
/** A sentence on its own says less, so it must say it more clearly. */
const SENTENCE_COUNTS_FROM: typeof COUNTS_FROM = { critical: 0.72, high: 0.8 };
const SENTENCE_END = /[.!?…\n]/;
const LONGEST_SENTENCE = 400;
/** Sentences looked at again in one ticket; more evidence of the same kind changes nothing. */
const MOST_SENTENCES = 8;

/**
 * The score that Critical and High signals ask for: the highest weight of those that count, 0 without one.
 * A phrase of a shipped list counts when the ticket or the phrase's own sentence reads like trouble; a phrase
 * that the admin wrote counts always.
 */
export function floorOf(
	{ text, cut, language }: ReadText,
	signals: readonly Signal[],
	taxonomy: CompiledTaxonomy,
	general: { probability: number; ticketLikeness: number },
	model: FrustrationModel,
): number {
	const always = taxonomy.rows
		.filter(({ alwaysCounts }) => alwaysCounts)
		.map(({ signal }) => signal);
	const calm = signals.filter(({ name }) => always.includes(name));
	const certain = calm.reduce((most, { weight }) => Math.max(most, weight), 0);
	const strong = signals
		.filter(({ riskLevel }) => COUNTS_FROM[riskLevel] !== undefined)
		.sort((a, b) => b.weight - a.weight || a.start - b.start);
	if (strong.length === 0) return certain;
	let floor = certain;
	let looks = 0;
	for (const signal of strong) {
		const { riskLevel } = signal;
		const isTrouble =
			reads(general, COUNTS_FROM[riskLevel]) ||
			(looks++ < MOST_SENTENCES &&
				reads(
					frustration(sentenceAround(text, signal), language, model),
					SENTENCE_COUNTS_FROM[riskLevel],
				));
		if (!isTrouble) continue;
		floor = Math.max(floor, signal.weight);
		break;
	}
	const own = ownPhrases(taxonomy);
	if (own === undefined) return floor;
	for (const { riskLevel, weight } of findSignals(text, own, cut).signals) {
		if (COUNTS_FROM[riskLevel] !== undefined) floor = Math.max(floor, weight);
	}
	return floor;
}

function reads(
	{ probability, ticketLikeness }: { probability: number; ticketLikeness: number },
	least = 1,
): boolean {
	return ticketLikeness >= TICKET_FROM && probability >= least;
}

function sentenceAround(text: string, { start, end }: Signal): string {
	let from = start;
	while (from > 0 && start - from < LONGEST_SENTENCE && !SENTENCE_END.test(text[from - 1] ?? '')) {
		from--;
	}
	let to = end;
	while (
		to < text.length &&
		to - end < LONGEST_SENTENCE &&
		!SENTENCE_END.test(text[to - 1] ?? '')
	) {
		to++;
	}
	return text.slice(from, to);
}

let shippedPhrases: Set<string> | undefined;
const ownByTaxonomy = new WeakMap<CompiledTaxonomy, { own: CompiledTaxonomy | undefined }>();

/** The phrases of a list that are in none of the shipped ones; undefined when there are none. */
function ownPhrases(taxonomy: CompiledTaxonomy): CompiledTaxonomy | undefined {
	const known = ownByTaxonomy.get(taxonomy);
	if (known !== undefined) return known.own;
	shippedPhrases ??= new Set(
		[...DEFAULT_TAXONOMY, ...Object.values(TAXONOMY_PRESETS).flatMap(({ rows }) => rows)].flatMap(
			({ phrases }) => phrases,
		),
	);
	const shipped = shippedPhrases;
	const rows = taxonomy.rows
		.map((row) => ({ ...row, phrases: row.phrases.filter((phrase) => !shipped.has(phrase)) }))
		.filter(({ phrases }) => phrases.length > 0);
	const own = rows.length === 0 ? undefined : compileTaxonomy(rows);
	ownByTaxonomy.set(taxonomy, { own });
	return own;
}
