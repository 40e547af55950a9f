import type { RiskLevel } from '../../item/types';
import { exactPhrase, MOST_SPELLINGS, phraseParts, spellingCount } from '../match/phrase';
import { FUNCTION_WORDS } from '../match/functionWords';
import { canonical, fold } from '../match/vocabulary';
import type { TaxonomyRow } from './rows';

/** The largest list taken: far more than people write by hand, and one that n8n still saves with the node. */
export const MOST_PHRASES = 15_000;
export const MOST_ROWS = 2_000;
/** All alternatives written out. */
const MOST_SPELLINGS_IN_ALL = 1_000_000;
const LONGEST_PHRASE = 1_000;
const LONGEST_NAME = 200;

const RISK_NAMES = new Map<string, RiskLevel>([
	['critical', 'critical'],
	['high', 'high'],
	['mediumhigh', 'mediumHigh'],
	['lowmedium', 'lowMedium'],
]);

function describe(value: unknown): string {
	if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
	if (value === null || value === undefined) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : String(value);
}

function readRisk(value: unknown, where: string): RiskLevel {
	const risk =
		typeof value === 'string'
			? RISK_NAMES.get(value.toLowerCase().replace(/[^a-z]/g, ''))
			: undefined;
	if (risk === undefined) {
		throw new Error(
			`${where}: Risk Level is ${describe(value)}. Choose Critical, High, Medium-High or Low-Medium ` +
				'(in JSON: critical, high, mediumHigh, lowMedium).',
		);
	}
	return risk;
}

/** Absent for an empty field. @throws Error when it is no number from 0 to 100 */
export function readWeight(value: unknown, where: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const weight = typeof value === 'string' ? Number(value) : value;
	if (typeof weight !== 'number' || !Number.isFinite(weight)) {
		throw new Error(
			`${where}: Weight is ${describe(value)}, which is no number. Enter 0 to 100, or leave it empty to use the risk level's weight.`,
		);
	}
	if (weight < 0 || weight > 100) {
		throw new Error(`${where}: Weight is ${weight}. It has to be between 0 and 100.`);
	}
	return weight;
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['\u2019][\p{L}\p{M}]+)*/gu;

function checkPhrase(phrase: string, where: string, position: number): number {
	const shown = describe(phrase);
	if (phrase === '') {
		throw new Error(
			`${where}: Phrase ${position} is empty. Remove the empty entry or enter a phrase.`,
		);
	}
	if (phrase.length > LONGEST_PHRASE) {
		throw new Error(
			`${where}: Phrase ${position} (${shown}) is longer than ${LONGEST_PHRASE} characters. Shorten it to the words that matter.`,
		);
	}
	const literal = exactPhrase(phrase);
	const parts =
		literal === undefined ? phraseParts(phrase) : [{ choices: [literal], isOptional: false }];
	const count = spellingCount(parts);
	if (count > MOST_SPELLINGS) {
		throw new Error(
			`${where}: Phrase ${position} (${shown}) has more than ${MOST_SPELLINGS} combinations of ` +
				'alternatives. Split it into several phrases.',
		);
	}
	const wordsOf = (choice: string): string[] => choice.match(WORD) ?? [];
	if (parts.every(({ choices }) => choices.every((choice) => wordsOf(choice).length === 0))) {
		throw new Error(
			`${where}: Phrase ${position} (${shown}) has no words in it. Enter words that customers write.`,
		);
	}
	const required = parts.filter(({ isOptional }) => !isOptional);
	const single =
		required.length === 1
			? required[0]?.choices.find((choice) => isEverywhere(wordsOf(choice)))
			: undefined;
	if (single !== undefined && literal === undefined) {
		throw new Error(
			`${where}: Phrase ${position} (${shown}) is a word that nearly every ticket contains ` +
				`("${single}"), so it would match everything. Add the words that make it a signal.`,
		);
	}
	return count;
}

/** One word, and one that carries structure only. Longer phrases of such words ("enough is enough") can be signals. */
function isEverywhere(words: readonly string[]): boolean {
	const [word] = words;
	if (words.length !== 1 || word === undefined) return false;
	if (FUNCTION_WORDS.has(fold(word)) || FUNCTION_WORDS.has(canonical(fold(word)))) return true;
	return word.length === 1 && word.charCodeAt(0) < 0x250;
}

function readPhrases(value: unknown, where: string): string[] {
	let list: unknown[];
	if (typeof value === 'string') {
		// One per line in the node: a blank line between two phrases is layout.
		list = value.split(/\r?\n/).filter((line) => line.trim() !== '');
	} else if (Array.isArray(value)) list = value;
	else if (value === undefined || value === null) list = [];
	else
		throw new Error(
			`${where}: Phrases is ${describe(value)}. Enter one phrase per line (in JSON: a list of texts).`,
		);
	if (list.length === 0) {
		throw new Error(`${where}: Phrases is empty. Enter at least one phrase, or remove the signal.`);
	}
	return list.map((phrase, index) => {
		if (typeof phrase !== 'string') {
			throw new Error(`${where}: Phrase ${index + 1} is ${describe(phrase)} and not a text.`);
		}
		return phrase.trim();
	});
}

function readJson(text: string): { parsed?: unknown; problem?: string } {
	try {
		return { parsed: JSON.parse(text) as unknown };
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
}

function rowsOf(value: unknown): unknown[] {
	if (typeof value === 'string') {
		if (value.trim() === '') return [];
		const { parsed, problem } = readJson(value);
		if (problem !== undefined) {
			throw new Error(
				`The list is not valid JSON: ${problem}. It has to look like [{"signal": "…", "riskLevel": "high", "phrases": ["…"]}].`,
			);
		}
		if (typeof parsed === 'string')
			throw new Error('The list is a text and not a list of signals.');
		return rowsOf(parsed);
	}
	if (Array.isArray(value)) return value;
	if (value !== null && typeof value === 'object') {
		// What n8n's fixed collections hold: { rows: […] } under whatever name.
		const lists = Object.values(value).filter((entry) => Array.isArray(entry));
		if ('signal' in value || 'phrases' in value) return [value];
		if (lists.length === 1) return lists[0] as unknown[];
		if (Object.keys(value).length === 0) return [];
	}
	if (value === undefined || value === null) return [];
	throw new Error(
		`The list is ${describe(value)}. It has to be a list of signals, each with a name, a risk level and phrases.`,
	);
}

const FIELDS = ['signal', 'topic', 'riskLevel', 'weight', 'phrases'];

/** A misspelt field would go unnoticed; columns that a table has besides are none of our business. */
function checkFields(row: Record<string, unknown>, where: string): void {
	for (const name of Object.keys(row)) {
		if (FIELDS.includes(name)) continue;
		const meant = FIELDS.find((field) => row[field] === undefined && isMisspelt(name, field));
		if (meant !== undefined) {
			throw new Error(`${where}: "${name}" is no field of a signal. Did you mean "${meant}"?`);
		}
	}
}

/** Whether two names begin alike and differ in at most two letters, in whatever order. */
function isMisspelt(name: string, field: string): boolean {
	const written = name.toLowerCase().replace(/[^a-z]/g, '');
	const wanted = field.toLowerCase();
	if (written.charAt(0) !== wanted.charAt(0)) return false;
	const rest = [...wanted];
	let more = 0;
	for (const letter of written) {
		const at = rest.indexOf(letter);
		if (at < 0) more++;
		else rest.splice(at, 1);
	}
	return more + rest.length <= 2;
}

/** A row that could not be used, and why, e.g. 'Row 2 ("Export"): Phrases is empty. …'. */
export interface SkippedRow {
	/** Counted from 1. */
	number: number;
	reason: string;
}

/** What is counted over the rows of a list. */
interface ReadSoFar {
	/** Lower case name → number of its row. */
	names: Map<string, number>;
	phrases: number;
	spellings: number;
}

/**
 * Reads signals from the node's rows, a JSON text or a parsed list. Phrases may be one text with a phrase per line or a
 * list of texts. A row that is unfinished or wrong is left out, so that it never stops the others.
 * @returns the rows that can be used, trimmed, and why the others cannot; both empty for no input
 * @throws Error when the whole is no list of signals
 */
export function readSignalRows(value: unknown): { rows: TaxonomyRow[]; skipped: SkippedRow[] } {
	const entries = rowsOf(value);
	const soFar: ReadSoFar = { names: new Map(), phrases: 0, spellings: 0 };
	const rows: TaxonomyRow[] = [];
	const skipped: SkippedRow[] = [];
	entries.forEach((entry, index) => {
		const number = index + 1;
		try {
			rows.push(readRow(entry, number, soFar));
		} catch (error) {
			skipped.push({ number, reason: error instanceof Error ? error.message : String(error) });
		}
	});
	return { rows, skipped };
}

function readRow(entry: unknown, number: number, soFar: ReadSoFar): TaxonomyRow {
	if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) {
		throw new Error(
			`Row ${number}: the row is ${describe(entry)}. It has to have a signal name, a risk level and phrases.`,
		);
	}
	if (number > MOST_ROWS) {
		throw new Error(
			`Row ${number}: at most ${MOST_ROWS} signals are taken. Put phrases of the same meaning into one signal.`,
		);
	}
	const row = entry as Record<string, unknown>;
	const signal = typeof row.signal === 'string' ? row.signal.trim() : '';
	if (signal === '') {
		throw new Error(
			`Row ${number}: Signal Name is ` +
				`${row.signal === undefined || row.signal === '' ? 'empty' : describe(row.signal)}. Give the ` +
				'signal a name, e.g. "Billing frustration".',
		);
	}
	const where = `Row ${number} (${describe(signal)})`;
	if (signal.length > LONGEST_NAME)
		throw new Error(`${where}: Signal Name is longer than ${LONGEST_NAME} characters.`);
	const first = soFar.names.get(signal.toLowerCase());
	if (first !== undefined) {
		throw new Error(
			`${where}: Signal Name is used by row ${first} already. Rename one of them, or put all phrases into one row.`,
		);
	}
	soFar.names.set(signal.toLowerCase(), number);
	checkFields(row, where);
	if (row.topic !== undefined && row.topic !== null && typeof row.topic !== 'string') {
		throw new Error(`${where}: Topic is ${describe(row.topic)} and not a text.`);
	}
	const topic = typeof row.topic === 'string' ? row.topic.trim() : '';
	const riskLevel = readRisk(row.riskLevel, where);
	const weight = readWeight(row.weight, where);
	const phrases = readPhrases(row.phrases, where);
	if (soFar.phrases + phrases.length > MOST_PHRASES) {
		throw new Error(
			`${where}: with this row your signals have more than ${MOST_PHRASES} phrases, which is the most ` +
				'they take. Remove phrases that others cover: inflections and small gaps are found anyway.',
		);
	}
	const spellings = phrases.reduce(
		(sum, phrase, position) => sum + checkPhrase(phrase, where, position + 1),
		0,
	);
	if (soFar.spellings + spellings > MOST_SPELLINGS_IN_ALL) {
		throw new Error(
			`${where}: with this row the alternatives of all phrases make more than ` +
				`${MOST_SPELLINGS_IN_ALL} combinations. Use fewer alternatives per phrase.`,
		);
	}
	soFar.phrases += phrases.length;
	soFar.spellings += spellings;
	return weight === undefined
		? { signal, topic, riskLevel, phrases }
		: { signal, topic, riskLevel, weight, phrases };
}
