import { textOf } from '../values/text';
import { automaticFlags } from './automatic';
import { normaliseCharacters } from './characters';
import { cutCode } from './code';
import { isDeviceLine } from './deviceLines';
import { cutFooters } from './footers';
import { decodeHeaderWords, decodeLeftoverEntities, repairMisreadLetters } from './encodings';
import { dropPixels, dropTextMarkup, looksLikeHtml } from './format';
import { readHtml } from './html';
import { joinKept, toLines, type CutKind, type Line } from './lines';
import { pointerIn } from './pointers';
import { releaseProse } from './preformatted';
import { cutQuotes } from './quotes';
import { cutSignatures, releaseWritten } from './signatures';
import { cleanSubject } from './subject';
import { cutTranscript, type Requester } from './transcripts';
import { cutDescriptionHead, cutRemovedParts } from './wrappers';

export interface CleanedText {
	/** Subject (without Re:/Fwd: prefixes) + '\n\n' + newly written body; what is scored. */
	text: string;
	/** Where the body starts in `text`: 0 without a subject, `text.length` without a body. */
	bodyStart: number;
	/** What was cut, by kind, with how many characters. */
	cut: Array<{ kind: CutKind; characters: number }>;
	/**
	 * - "empty": neither subject nor body had text.
	 * - "only-quoted-text": cleaning would have left nothing but quoted mail was there, so the
	 *   original was kept.
	 * - "only-cut-text": all of the body looked like a signature, footer, code or log, so the original
	 *   was kept.
	 * - "answers-in-quote": the customer answered within the quoted mail, so its text was kept.
	 * - "forwarded-text": the customer only forwarded a mail, so the forwarded text was kept.
	 * - "auto-reply", "bounce": no person wrote this.
	 * - "truncated": only the first part of a very long text was kept.
	 * - "hidden-characters": zero-width or bidirectional control characters were taken out.
	 * - "look-alike-letters": words mixing Latin with Cyrillic or Greek letters were respelled.
	 */
	flags: string[];
}

export type TicketTextFormat = 'auto' | 'html' | 'text';

/** Newly written text is kept up to here: far more than a person writes in one ticket. */
export const MAX_TEXT_LENGTH = 100_000;
/** Bodies are read up to here, so that one huge ticket cannot hold up a batch. */
const MAX_BODY_LENGTH = 2_000_000;

const HAS_WORD = /[\p{L}\p{N}]/u;
/** What of another mail in the message stays: nothing, a forwarded mail, or all without a prefix. */
type Keep = 'nothing' | 'forwarded' | 'all';

/** What is known of the message besides its body. */
interface Envelope {
	subject: string;
	isForward: boolean;
	requester: Requester;
}

/** Cuts what the customer did not newly write; the lines passed in stay as they are. */
function markLines(source: readonly Line[], envelope: Envelope, keep: Keep): Line[] {
	const lines = source.map((line) => ({ ...line }));
	if (keep !== 'nothing') {
		for (const line of lines) {
			if (line.kind === 'forward' || (keep === 'all' && line.kind === 'quote'))
				line.kind = undefined;
		}
	}
	const text = lines.map((line) => line.text).join('\n');
	cutTranscript(lines, envelope.subject, envelope.requester);
	cutQuotes(lines, { isForward: envelope.isForward, keepBody: keep !== 'nothing' });
	cutRemovedParts(lines);
	cutCode(lines, text);
	cutFooters(lines, text);
	cutSignatures(lines);
	return lines;
}

/** Code, logs and "Sent from my iPhone" alone say nothing that the subject does not. */
function saysNothing(lines: readonly Line[]): boolean {
	return lines.every(
		({ text, kind }) =>
			!HAS_WORD.test(text) || kind === 'code' || kind === 'log' || isDeviceLine(text),
	);
}

interface CleanedBody {
	text: string;
	lines: readonly Line[];
	flags: string[];
}

function cleanBody(source: readonly Line[], envelope: Envelope): CleanedBody {
	let lines = markLines(source, envelope, 'nothing');
	const text = joinKept(lines);
	const cuts = new Set(lines.filter((line) => line.text !== '').map((line) => line.kind));
	const hasMail = cuts.has('quote') || cuts.has('forward');
	const isCut = hasMail || [...cuts].some((kind) => kind !== undefined);
	const pointsAt = hasMail ? pointerIn(text) : undefined;
	if (!isCut || (HAS_WORD.test(text) && pointsAt === undefined)) return { text, lines, flags: [] };

	const isForwarded = pointsAt !== 'answers' && cuts.has('forward');
	if (isForwarded || pointsAt === 'answers') {
		lines = markLines(source, envelope, isForwarded ? 'forwarded' : 'all');
		const kept = joinKept(lines);
		const flag = isForwarded ? 'forwarded-text' : 'answers-in-quote';
		const isMore = kept.length > text.length;
		if (HAS_WORD.test(kept) && (isMore || pointsAt === 'answers')) {
			return { text: kept, lines, flags: isMore ? [flag] : [] };
		}
	}
	if (envelope.subject !== '' && !hasMail && saysNothing(lines)) return { text, lines, flags: [] };
	const original = source.map(({ text: line, kind }) =>
		kind === 'markup' ? { text: line, kind } : { text: line },
	);
	return {
		text: joinKept(original),
		lines: original,
		flags: [hasMail ? 'only-quoted-text' : 'only-cut-text'],
	};
}

function countCuts(lines: readonly Line[]): Map<CutKind, number> {
	const cuts = new Map<CutKind, number>();
	for (const { kind, text } of lines) {
		if (kind !== undefined && text !== '') cuts.set(kind, (cuts.get(kind) ?? 0) + text.length);
	}
	return cuts;
}

/** Cuts at the last space before the limit, never within a surrogate pair. */
function truncate(text: string, limit: number): string {
	if (text.length <= limit) return text;
	const space = Math.max(text.lastIndexOf(' ', limit), text.lastIndexOf('\n', limit));
	let end = space > limit * 0.9 ? space : limit;
	const last = text.charCodeAt(end - 1);
	if (last >= 0xd800 && last <= 0xdbff) end--;
	return text.slice(0, end).trimEnd();
}

/**
 * What the customer newly wrote in a ticket: without HTML, quoted and forwarded mail, signature,
 * footers, code and logs, and of a chat only the requester's lines. Never throws, takes time linear
 * in the input, and says what was cut.
 * `format` tells whether the body is HTML; "auto" (the default) finds out. When nothing would be
 * left the original words are kept and flagged.
 */
export function cleanTicketText(
	ticket: { subject?: string; body?: string; requester?: Requester },
	options: { format?: TicketTextFormat } = {},
): CleanedText {
	const rawSubject = typeof ticket.subject === 'string' ? ticket.subject : '';
	const rawBody = typeof ticket.body === 'string' ? ticket.body : '';
	const flags: string[] = [];

	const readSubject = decodeLeftoverEntities(decodeHeaderWords(rawSubject.slice(0, 4_000)));
	const subjectCharacters = normaliseCharacters(repairMisreadLetters(readSubject));
	const subject = cleanSubject(subjectCharacters.text);

	const format = options.format ?? 'auto';
	const written = dropPixels(rawBody);
	const body = truncate(written, MAX_BODY_LENGTH);
	const readBody = repairMisreadLetters(body);
	const isHtml = format === 'html' || (format === 'auto' && looksLikeHtml(body));
	let hidden = subjectCharacters.hidden;
	let lookAlikes = subjectCharacters.lookAlikes;
	let source: Line[];
	let markup = 0;
	if (isHtml) {
		const visible = releaseProse(readHtml(readBody));
		source = visible.flatMap((line) => {
			const characters = normaliseCharacters(line.text);
			hidden ||= characters.hidden;
			lookAlikes ||= characters.lookAlikes;
			// HTML takes U+2028 and the like for letters.
			return characters.text.split('\n').map((part) => ({ ...line, text: part.trim() }));
		});
		markup =
			rawBody.length -
			(written.length - body.length) -
			source.reduce((sum, line) => sum + line.text.length, 0);
	} else {
		const decoded = format === 'auto' ? decodeLeftoverEntities(readBody) : readBody;
		const characters = normaliseCharacters(decoded);
		hidden ||= characters.hidden;
		lookAlikes ||= characters.lookAlikes;
		source = toLines(dropTextMarkup(characters.text));
	}

	cutDescriptionHead(source);
	releaseWritten(source);
	const cleaned = cleanBody(source, {
		subject: subject.text,
		isForward: subject.isForward,
		requester: {
			name: textOf(ticket.requester?.name),
			email: textOf(ticket.requester?.email),
		},
	});
	flags.push(...cleaned.flags);
	const cuts = countCuts(cleaned.lines);
	if (markup > 0) cuts.set('markup', markup + (cuts.get('markup') ?? 0));

	const kept = truncate(cleaned.text, MAX_TEXT_LENGTH);
	const lost = cleaned.text.length - kept.length + (written.length - body.length);
	if (lost > 0) {
		cuts.set('truncated', lost);
		flags.push('truncated');
	}
	flags.push(...automaticFlags(subject.text, kept));
	if (hidden) flags.push('hidden-characters');
	if (lookAlikes) flags.push('look-alike-letters');

	const separator = subject.text !== '' && kept !== '' ? '\n\n' : '';
	const text = subject.text + separator + kept;
	if (text === '') flags.push('empty');
	return {
		text,
		bodyStart: subject.text.length + separator.length,
		cut: [...cuts].map(([kind, characters]) => ({ kind, characters })),
		flags,
	};
}
