import { eld } from 'eld/extrasmall';
import { MOST_WORDS as NUMBERED_WORDS, wordGeneration } from './wordNumbers';

/**
 * What the detector says of a text of plain words, from what it said of each word before. Its score of a language
 * rests on the sum over the text's different letter groups, and letter groups do not reach over words, so that words
 * can be asked about once and added up; the result is the detector's own to the last digit.
 */

/** The detector's languages, in its order. */
export const LETTER_LANGUAGES: readonly string[] = Object.values(eld.info().Languages);

/** The detector scales a mean m to m / (m + 25). */
const SCALE = 25;
/** The detector reads no more than about 350 bytes. */
const MOST_LETTERS = 340;
const LONGEST_WORD = 40;
const PLAIN_WORD = /^[a-z']+$/;
const MOST_WORDS = 20_000;

interface WordEvidence {
	/** Numbers of the word's different letter groups. */
	groups: Int32Array;
	/** The languages its letter groups speak for, and the sum of what they say of each. */
	languages: Uint8Array;
	sums: Int16Array;
	/** The last text that the word was counted in. */
	text: number;
}

/** Words of a text by number; 0 for one without. */
export interface NumberedWords {
	readonly telling: number;
	readonly numbers: Int32Array;
	readonly characters: number;
}

const languageIndex = new Map(LETTER_LANGUAGES.map((code, index) => [code, index]));
const groupNumbers = new Map<string, number>();
/** By word number. */
const evidenceIndex = new Int32Array(NUMBERED_WORDS + 1);
let evidences: WordEvidence[] = [];
let groupTexts = new Int32Array(4_096);
let generation = 0;
let texts = 0;
const totals = new Int32Array(LETTER_LANGUAGES.length);

/**
 * The detector's score (0 to 1) of each language for these words.
 * @param spelt gives the same words in small letters; asked for only where their numbers do not suffice
 * @param scores is overwritten, one entry per {@link LETTER_LANGUAGES}
 */
export function letterScores(
	words: NumberedWords,
	spelt: () => readonly string[],
	scores: Float64Array,
): void {
	if (addUp(words, spelt, scores)) return;
	scores.fill(0);
	for (const [language, score] of Object.entries(eld.detect(spelt().join(' ')).getScores())) {
		const index = languageIndex.get(language);
		if (index !== undefined) scores[index] = score;
	}
}

/** @returns false where the detector itself has to be asked: long texts, other letters, words that share letter groups */
function addUp(
	{ telling, numbers, characters }: NumberedWords,
	spelt: () => readonly string[],
	scores: Float64Array,
): boolean {
	if (characters + telling > MOST_LETTERS) return false;
	forgetOld();
	texts++;
	totals.fill(0);
	let groups = 0;
	for (let at = 0; at < telling; at++) {
		const number = numbers[at] as number;
		const index = evidenceIndex[number] as number;
		const evidence = index > 0 ? evidences[index - 1] : learn(number, spelt()[at] ?? '');
		if (evidence === undefined) return false;
		if (evidence.text === texts) continue;
		evidence.text = texts;
		const own = evidence.groups;
		for (let i = 0; i < own.length; i++) {
			const group = own[i] as number;
			if (groupTexts[group] === texts) return false;
			groupTexts[group] = texts;
		}
		groups += own.length;
		const { languages, sums } = evidence;
		for (let i = 0; i < languages.length; i++) {
			const language = languages[i] as number;
			totals[language] = (totals[language] as number) + (sums[i] as number);
		}
	}
	for (let i = 0; i < totals.length; i++) {
		const mean = (totals[i] as number) / groups;
		scores[i] = mean / (mean + SCALE);
	}
	return true;
}

function forgetOld(): void {
	const present = wordGeneration();
	if (present === generation && evidences.length < MOST_WORDS) return;
	generation = present;
	evidenceIndex.fill(0);
	evidences = [];
	groupNumbers.clear();
}

function learn(number: number, word: string): WordEvidence | undefined {
	if (number === 0 || word.length > LONGEST_WORD || !PLAIN_WORD.test(word)) return undefined;
	const groups = letterGroups(word);
	const languages: number[] = [];
	const sums: number[] = [];
	for (const [language, score] of Object.entries(eld.detect(word).getScores())) {
		const index = languageIndex.get(language);
		if (index === undefined) continue;
		languages.push(index);
		sums.push(Math.round(((SCALE * score) / (1 - score)) * groups.length));
	}
	const evidence = {
		groups,
		languages: Uint8Array.from(languages),
		sums: Int16Array.from(sums),
		text: 0,
	};
	evidences.push(evidence);
	evidenceIndex[number] = evidences.length;
	return evidence;
}

/** As the detector cuts a word: four letters every three, the ends marked with a space. */
function letterGroups(word: string): Int32Array {
	const groups = new Set<string>();
	let at = 0;
	for (; at + 4 < word.length; at += 3) {
		groups.add((at === 0 ? ' ' : '') + word.slice(at, at + 4));
	}
	groups.add(`${at === 0 ? ' ' : ''}${word.slice(Math.max(0, word.length - 4))} `);
	return Int32Array.from(groups, groupNumber);
}

function groupNumber(group: string): number {
	const known = groupNumbers.get(group);
	if (known !== undefined) return known;
	const number = groupNumbers.size;
	groupNumbers.set(group, number);
	if (number >= groupTexts.length) {
		const more = new Int32Array(groupTexts.length * 2);
		more.set(groupTexts);
		groupTexts = more;
	}
	return number;
}
