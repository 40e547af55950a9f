import { LANGUAGES } from './cues/languages';
import { CUE_GROUPS } from './cues/types';
import { BITS } from './features';
import { DENSE } from './layout';
import { buildLookup } from './lookup';
import { negationTable, type Lexicon } from './wordValues';

/**
 * The trained file: a header, three linear models over hashed words (support tickets, anything else,
 * and which of the two a text is), two over letter groups, and the word values of the lexicons.
 * It holds hashes and weights, no text.
 */
export interface Weights {
	readonly lexicon: Lexicon;
	/** `[ticket, general, gate]` for each word slot. */
	readonly words: Int8Array;
	/** `[ticket, general]` for each letter-group slot. */
	readonly grams: Int8Array;
	readonly wordScale: Float64Array;
	readonly gramScale: Float64Array;
	/** Three runs of {@link DENSE}. */
	readonly dense: Float64Array;
	readonly bias: Float64Array;
	/** The decision value that scores 65, and how steep scores rise below and above it; see `probabilityOf`. */
	readonly threshold: number;
	readonly steepnessBelow: number;
	readonly steepnessAbove: number;
}

export const WORD_MODELS = 3;
export const GRAM_MODELS = 2;
const SLOTS = 1 << BITS;
const MAGIC = 0x43534131;
/** scales (3 + 2), biases (3), threshold, steepness below and above it */
const SCALARS = 11;

export type LexiconEntry = readonly [hash: number, value: number];

export interface RawWeights extends Omit<Weights, 'lexicon'> {
	/** One list for each language, then VADER's. */
	readonly entries: ReadonlyArray<readonly LexiconEntry[]>;
}

/** Packs the result of training. */
export function packWeights(raw: RawWeights): Uint8Array {
	const entryCount = raw.entries.reduce((sum, list) => sum + list.length, 0);
	const size =
		16 +
		SCALARS * 4 +
		WORD_MODELS * DENSE * 4 +
		raw.entries.length * 4 +
		entryCount * 5 +
		SLOTS * (WORD_MODELS + GRAM_MODELS);
	const bytes = new Uint8Array(size);
	const view = new DataView(bytes.buffer);
	let at = 0;
	for (const head of [MAGIC, BITS, DENSE, raw.entries.length]) {
		view.setUint32(at, head, true);
		at += 4;
	}
	const calibration = [raw.threshold, raw.steepnessBelow, raw.steepnessAbove];
	const scalars = [...raw.wordScale, ...raw.gramScale, ...raw.bias, ...calibration];
	for (const value of [...scalars, ...raw.dense]) {
		view.setFloat32(at, value, true);
		at += 4;
	}
	for (const list of raw.entries) {
		view.setUint32(at, list.length, true);
		at += 4;
		for (const [hash, value] of list) {
			view.setInt32(at, hash, true);
			view.setUint8(at + 4, value);
			at += 5;
		}
	}
	bytes.set(new Uint8Array(raw.words.buffer, raw.words.byteOffset, raw.words.length), at);
	at += raw.words.length;
	bytes.set(new Uint8Array(raw.grams.buffer, raw.grams.byteOffset, raw.grams.length), at);
	return bytes;
}

/** Reads a trained file. Throws when it was not made for this version of the features. */
export function unpackWeights(bytes: Uint8Array): Weights {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = 0;
	const next = (): number => {
		const value = view.getUint32(at, true);
		at += 4;
		return value;
	};
	const lists = LANGUAGES.length + 1;
	if (next() !== MAGIC || next() !== BITS || next() !== DENSE || next() !== lists) {
		throw new Error(
			`The trained model does not fit this version (${CUE_GROUPS.length} cue groups). Run "npm run train".`,
		);
	}
	const floats = (count: number): Float64Array => {
		const values = new Float64Array(count);
		for (let index = 0; index < count; index++) {
			values[index] = view.getFloat32(at, true);
			at += 4;
		}
		return values;
	};
	const wordScale = floats(WORD_MODELS);
	const gramScale = floats(GRAM_MODELS);
	const bias = floats(WORD_MODELS);
	const [threshold = 0, steepnessBelow = 1, steepnessAbove = 1] = floats(3);
	const dense = floats(WORD_MODELS * DENSE);
	const tables = Array.from({ length: lists }, () => {
		const count = next();
		const entries: Array<[number, number]> = [];
		for (let index = 0; index < count; index++) {
			entries.push([view.getInt32(at, true), view.getUint8(at + 4)]);
			at += 5;
		}
		return buildLookup(entries);
	});
	const second = tables.pop();
	const offset = bytes.byteOffset + at;
	const words = new Int8Array(bytes.buffer, offset, SLOTS * WORD_MODELS);
	const grams = new Int8Array(bytes.buffer, offset + words.length, SLOTS * GRAM_MODELS);
	return {
		lexicon: {
			first: tables,
			second: second ?? buildLookup([]),
			negations: negationTable(),
		},
		words,
		grams,
		wordScale,
		gramScale,
		dense,
		bias,
		threshold,
		steepnessBelow,
		steepnessAbove,
	};
}
