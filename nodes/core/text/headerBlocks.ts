import { pattern } from '../values/tables';
import { hasClock, hasFullDate } from './dates';
import { patternHead, type Line } from './lines';

/**
 * The block of header fields that Outlook and others put above quoted and forwarded mail. Labels are
 * known in English, German, French, Spanish, Portuguese, Dutch and Italian; any other language's
 * block is told by what stands behind its labels: a date with its time and people.
 */

const FIELD = pattern('i')`
	^[*_>\s]{0,6}(?:(from|von|de|van|da|expéditeur|remitente|afzender)|(sent|date|gesendet|datum|
	envoy[ée](?: le)?|fecha|enviado(?: el| em)?|enviada(?: em)?|data|verzonden|inviato)|(to|an|à|a|para|
	aan)|(subject|betreff|objet|asunto|assunto|onderwerp|oggetto)|(cc|bcc|kopie|copie|copia|cópia|
	reply-to|antwort an|importance|priorität|wichtigkeit|importancia))\s?:
`;
/** A field may wrap, and Outlook lists many recipients: this many lines are looked at. */
const MAX_BLOCK_LINES = 14;

export interface HeaderBlock {
	/** Index after the block's last line. */
	end: number;
	/** What the sender's field says, where the block names one. */
	from?: string;
}

/** The header block that starts at line `index`, or undefined. Below a separator any field may be first. */
export function headerBlockAt(
	lines: readonly Line[],
	index: number,
	isBelowSeparator = false,
): HeaderBlock | undefined {
	const first = lines[index]?.text ?? '';
	if (!/[:：]/.test(first.slice(0, 60))) return undefined;
	return knownBlock(lines, index, isBelowSeparator) ?? structuralBlock(lines, index);
}

/** A block of known labels starts with sender or date and has the sender and two more different fields. */
function knownBlock(
	lines: readonly Line[],
	index: number,
	isBelowSeparator: boolean,
): HeaderBlock | undefined {
	const first = lines[index]?.text ?? '';
	const opening = FIELD.exec(first.slice(0, 30));
	// GMX and Web.de put the date above the sender.
	if (opening === null) return undefined;
	if (!isBelowSeparator && opening[1] === undefined && opening[2] === undefined) return undefined;
	if (isInlineBlock(first)) return { end: index + 1, from: inlineSender(first) };
	if (opening[1] !== undefined && isNoSender(first)) return undefined;
	const found = { from: false, sent: false, to: false, subject: false };
	let from: string | undefined;
	let hasEvidence = false;
	let hasAddress = false;
	let isStamped = false;
	let end = index + 1;
	let misses = 0;
	for (let i = index; i < lines.length && i < index + MAX_BLOCK_LINES; i++) {
		const text = lines[i]?.text ?? '';
		const field = FIELD.exec(text.slice(0, 30));
		if (field === null) {
			// Blank lines and wrapped recipients stand between fields; a text does not.
			if (++misses > 3) break;
			continue;
		}
		const [, isFrom, isSent, isTo, isSubject] = field;
		if (isFrom !== undefined && (found.from || isNoSender(text))) break;
		misses = 0;
		end = i + 1;
		if (isFrom !== undefined) from = senderAt(lines, i);
		found.from ||= isFrom !== undefined;
		found.sent ||= isSent !== undefined;
		found.to ||= isTo !== undefined;
		found.subject ||= isSubject !== undefined;
		hasEvidence ||= isEvidence(text, isSent !== undefined);
		hasAddress ||= (isFrom ?? isTo) !== undefined && patternHead(text).includes('@');
		isStamped ||= isSent !== undefined && isStamp(patternHead(text));
	}
	const others = Number(found.sent) + Number(found.to) + Number(found.subject);
	const isBlock = (found.from && hasEvidence && others >= 2) || (isStamped && hasAddress);
	return isBlock ? { end, from } : undefined;
}

/** What stands behind the label. */
function valueOf(line: string): string {
	return patternHead(line)
		.replace(/^[^:：]{0,60}[:：][*_\s]{0,6}/, '')
		.trim();
}

/** The sender's name and address, of which the address or both may stand on the line below. */
function senderAt(lines: readonly Line[], index: number): string {
	const value = valueOf(lines[index]?.text ?? '');
	const next = lines[index + 1]?.text ?? '';
	const isWhole = value.includes('@') && !value.endsWith('<') && !value.endsWith(':');
	return isWhole || FIELD.test(next.slice(0, 30)) ? value : `${value} ${patternHead(next)}`.trim();
}

function isStamp(value: string): boolean {
	return hasFullDate(value) && hasClock(value);
}

const LABEL = /^[*_>\s]{0,6}(\p{L}[\p{L}'’-]{0,20}(?:\s\p{L}[\p{L}'’-]{0,14})?)[*_\s]{0,4}[:：]/u;
/** Fields of forms and reports, which people fill in: theirs are the words below. */
const FORM_LABEL = pattern('i')`
	mail|name|nom|phone|tel|user|us(?:uario|uário|ager)|client|kund|klant|contact|kontakt|report|submit|
	creat|version|browser|order|bestell|account|konto|incident|ticket|owner|login|start|since|seit|
	depuis|time|zeit|region|impact|role|present|topic|problem|error|fehler|server|service|pro?du[ck]t|
	plan|url|environ|priorit|severity|status|result|step|expect|actual|place|address|ort$|team|company|
	firma|device|platform
`;
/** Mail has a sender, a date, recipients and a subject. */
const MIN_STRUCTURAL_FIELDS = 4;
const MAX_STRUCTURAL_LINES = 9;

/** A name, several, or an address: every word capitalised. */
function isPerson(value: string): boolean {
	if (value.includes('@')) return true;
	const words = value.split(/[\s,;]+/).filter(Boolean);
	return (
		words.length <= 8 &&
		words.length > 0 &&
		words.every((word) => /^["'(]?[\p{Lu}\p{Lo}]/u.test(word))
	);
}

/**
 * A block in any language: labelled lines in a row below the customer's words and apart from what
 * follows, one of the first four a date with its time, two of the others people, at least one with an
 * address. Four of them, or three with people who are links to their address.
 */
function structuralBlock(lines: readonly Line[], index: number): HeaderBlock | undefined {
	const second = lines[index + 1]?.text.slice(0, 200) ?? '';
	if (!/[:：]/.test(second) || !/[@\d]/.test(second + valueOf(lines[index]?.text ?? '')))
		return undefined;
	if (!lines.slice(Math.max(0, index - 4), index).some(({ text }) => text !== '')) return undefined;
	const values: string[] = [];
	let end = index;
	let misses = 0;
	let hasAddress = false;
	let links = 0;
	for (let i = index; i < lines.length && i < index + MAX_STRUCTURAL_LINES; i++) {
		const text = lines[i]?.text ?? '';
		const label = LABEL.exec(text.slice(0, 60))?.[1];
		if (label === undefined) {
			// A long address goes on below.
			if (text === '' || ++misses > 1 || !text.includes('@')) break;
			values[values.length - 1] += ` ${patternHead(text)}`;
		} else {
			if (FORM_LABEL.test(label)) return undefined;
			values.push(valueOf(text));
		}
		if (lines[i]?.linksToMail) links++;
		hasAddress ||= text.includes('@') || links > 0;
		end = i + 1;
	}
	const isLong = values.length >= MIN_STRUCTURAL_FIELDS || (values.length === 3 && links >= 2);
	if (!isLong || values.length > 7 || (links < 2 && lines[end]?.text)) return undefined;
	const date = values.slice(0, 4).findIndex((value) => isStamp(value) && !value.includes('@'));
	const people = values.filter((value, at) => at !== date && at < 4 && isPerson(value));
	if (date < 0 || people.length < 2 || !hasAddress) return undefined;
	return { end, from: people[0] };
}

/** "Von: 8:00 bis 9:00" and "From: 3 May" tell a time; only an empty value goes on below. */
function isNoSender(line: string): boolean {
	const value = valueOf(line);
	if (value === '' || value.includes('@')) return false;
	return !/\p{L}/u.test(value) || /^\d|\b\d{1,2}[:.]\d{2}\b/.test(value);
}

/** Whether the line names the subject of a mail. */
export function isSubjectField(line: string): boolean {
	return FIELD.exec(line.slice(0, 30))?.[4] !== undefined;
}

/** An address or a date: labels alone may begin sentences of the customer. */
function isEvidence(line: string, isDate: boolean): boolean {
	const head = patternHead(line);
	return head.includes('@') || (isDate && /\d/.test(head));
}

const INLINE_FROM = /(?:^|\s)(?:from|von|de|van|da)\s?:/i;
const INLINE_SENT =
	/(?:^|\s)(?:sent|date|gesendet|datum|envoy[ée]|fecha|enviad[oa](?: e[lm])?|data|verzonden)\s?:/i;
const INLINE_TO = /\s(?:to|an|à|para|aan)\s?:/i;
const INLINE_SUBJECT = /\s(?:subject|betreff|objet|asunto|assunto|onderwerp)\s?:/i;

/** The whole block on one line, as flattened mail has it. */
function isInlineBlock(line: string): boolean {
	const head = patternHead(line);
	if (!head.includes('@') || !INLINE_SENT.test(head) || !INLINE_FROM.test(head)) return false;
	return (
		(INLINE_TO.test(head) && INLINE_SUBJECT.test(head)) || (head.length < 200 && isStamp(head))
	);
}

/** The sender's part of a block on one line. */
function inlineSender(line: string): string {
	const from = patternHead(line).split(INLINE_FROM)[1] ?? '';
	return (from.split(INLINE_SENT)[0] ?? '').split(INLINE_TO)[0]?.trim() ?? '';
}
