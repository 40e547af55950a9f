import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** One labelled text as the files hold it; `label` is null where only the topic is known. */
export interface Row {
	id?: string;
	text?: string;
	subject?: string;
	body?: string;
	format?: 'text' | 'html';
	lang?: string;
	label: number | null;
	/** 0–100, what a person would give it; our own tickets only. */
	score?: number;
	topic?: string;
	acceptTopics?: string[];
	kind?: string;
	/** The same for texts that tell one story: calm and frustrated, or in several languages. */
	story?: string;
}

const TICKETS = new URL('./tickets/', import.meta.url);
const HARD = new URL('./hard/', import.meta.url);
const SHORT = new URL('./short/', import.meta.url);
const ASIDE = new URL('./aside/', import.meta.url);
export const PUBLIC_SETS = new URL('../../../shared/eval/', import.meta.url);
/** Sets whose licence (MIT, Apache-2.0) lets weights made from them ship. */
const TRAINABLE = /^(ghfrust|goemotions|stackoverflow|tweets)_/;

export function readRows(file: URL | string): Row[] {
	const bytes = readFileSync(file);
	const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
	const name = String(file).replace(/\.gz$/, '');
	if (name.endsWith('.csv')) return readCsv(text);
	return text
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => JSON.parse(line) as Row);
}

/** RFC 4180: fields in double quotes may hold commas, line breaks and doubled quotes. */
export function readCsv(text: string): Row[] {
	const records: string[][] = [];
	let record: string[] = [];
	let field = '';
	let isQuoted = false;
	for (let index = 0; index < text.length; index++) {
		const char = text[index] as string;
		if (isQuoted) {
			if (char !== '"') field += char;
			else if (text[index + 1] === '"') {
				field += '"';
				index++;
			} else isQuoted = false;
		} else if (char === '"') isQuoted = true;
		else if (char === ',') {
			record.push(field);
			field = '';
		} else if (char === '\n' || char === '\r') {
			if (char === '\r' && text[index + 1] === '\n') index++;
			record.push(field);
			records.push(record);
			record = [];
			field = '';
		} else field += char;
	}
	if (field !== '' || record.length > 0) records.push([...record, field]);
	const header = (records.shift() ?? []).map((name) => name.replace(/^\ufeff/, '').trim());
	if (!header.includes('label') || !header.some((name) => name === 'text' || name === 'body')) {
		throw new Error(
			'The CSV file needs a header with "label" and "text" (or "subject" and "body").',
		);
	}
	return records
		.filter((fields) => fields.some((value) => value !== ''))
		.map((fields) => {
			const named: Record<string, string> = {};
			header.forEach((name, index) => (named[name] = fields[index] ?? ''));
			const {
				label,
				acceptTopics,
				format,
				id,
				text: plain,
				subject,
				body,
				lang,
				topic,
				kind,
			} = named;
			return {
				id,
				text: plain,
				subject,
				body,
				lang,
				topic,
				kind,
				...(format === 'html' || format === 'text' ? { format } : {}),
				...(acceptTopics ? { acceptTopics: acceptTopics.split(/[|;]/) } : {}),
				label: label === '' || label === undefined ? null : Number(label),
			};
		});
}

/**
 * Our own labelled tickets, in the order of file names and lines: "invented" ones, of the kinds an author thinks of, and
 * "real" ones, written after the kinds met in public threads, reviews and forums.
 */
export function ownTickets(of: 'all' | 'invented' | 'real' = 'all'): Row[] {
	return readFolder(
		TICKETS,
		(name) => of === 'all' || name.startsWith('real-') === (of === 'real'),
	);
}

/** Our own tickets of the kinds that the scorer erred on, all of them to learn from: none is kept aside. */
export function hardTickets(): Row[] {
	return readFolder(HARD);
}

/** Our own short texts of other domains: airlines, shops, app reviews, chats, issue comments. */
export function ownShortTexts(): Row[] {
	return readFolder(SHORT);
}

function readFolder(folder: URL, takes: (name: string) => boolean = () => true): Row[] {
	return jsonlIn(folder)
		.filter(takes)
		.flatMap((name) => readRows(new URL(name, folder)));
}

function jsonlIn(folder: URL): string[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.jsonl'))
		.sort();
}

/** The public sets by name, or none where `../shared/eval` is absent. */
export function publicSets(): Array<{ name: string; rows: Row[] }> {
	if (!existsSync(PUBLIC_SETS)) return [];
	return readdirSync(PUBLIC_SETS)
		.filter((name) => TRAINABLE.test(name))
		.sort()
		.map((name) => ({
			name: name.slice(0, name.indexOf('.')),
			rows: readRows(new URL(name, PUBLIC_SETS)),
		}));
}

/** Sets whose writers saw neither our texts nor the word list: only ever measured on. */
export function asideSets(): Array<{ name: string; rows: Row[] }> {
	return jsonlIn(ASIDE).map((name) => ({
		name: name.slice(0, name.indexOf('.')),
		rows: readRows(new URL(name, ASIDE)),
	}));
}

/** 32-bit hash of a string (FNV-1a, finalised). */
export function hashId(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
	return (hash ^ (hash >>> 13)) >>> 0;
}

/** Tickets that tell one story in several ways stay on the same side of every split. */
function storyOf(row: Row): string {
	if (row.story !== undefined) return row.story;
	return row.lang === 'en' || row.kind === undefined ? String(row.id) : `${row.topic}|${row.kind}`;
}

/** A quarter of our tickets is never trained or tuned on. */
export function isKeptAside(row: Row): boolean {
	return hashId(storyOf(row)) % 4 === 0;
}

export function foldOf(row: Row, folds: number): number {
	return (hashId(`${storyOf(row)}`) >>> 8) % folds;
}

export const shared = fileURLToPath(PUBLIC_SETS);
