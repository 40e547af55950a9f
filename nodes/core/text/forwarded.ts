import { comparableEmail } from '../account/email';
import { normaliseCharacters } from './characters';
import { decodeHeaderWords, decodeLeftoverEntities } from './encodings';
import { dropPixels, looksLikeHtml } from './format';
import { headerBlockAt } from './headerBlocks';
import { readHtml } from './html';
import { cleanTicketText } from './cleanTicketText';
import { nextTextLine, toLines, type Line } from './lines';
import { pointerIn } from './pointers';
import { replyHeaderAt } from './replyHeaders';
import { isRule, separatorAt } from './separators';
import { oneLine, shorten } from './shown';
import { cleanSubject } from './subject';

/** Who wrote the mail that a message forwards. */
export interface ForwardedSender {
	/** In lower case. */
	email: string;
	name?: string;
}

/** What a colleague adds stands above, so that the header comes early. */
const MAX_READ = 100_000;
const MAX_NAME_LENGTH = 100;
const ADDRESS = /[^\s<>()[\]"',;:@]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/gu;

function linesOf(text: string): Line[] {
	const body = dropPixels(text).slice(0, MAX_READ);
	if (!looksLikeHtml(body)) {
		return toLines(normaliseCharacters(decodeLeftoverEntities(body)).text);
	}
	return readHtml(body).map((line) => ({
		...line,
		text: normaliseCharacters(line.text).text.replace(/\n/g, ' ').trim(),
	}));
}

/** The one address in a sender's field and the name before it; undefined with none or several. */
function senderIn(value: string): ForwardedSender | undefined {
	const written = decodeHeaderWords(value);
	const found = [...written.matchAll(ADDRESS)];
	const emails = new Set(found.map(([address]) => comparableEmail(address)));
	const [email] = emails;
	if (emails.size !== 1 || email === undefined) return undefined;
	const before = written.slice(0, found[0]?.index).replace(/[<([]\s?(?:mailto:\s?)?$/i, '');
	const name = oneLine(before.replace(/["“”*<>[\]]/g, ' ')).replace(/^[\s',;:-]+|[\s',;:-]+$/g, '');
	return /\p{L}/u.test(name) ? { email, name: shorten(name, MAX_NAME_LENGTH) } : { email };
}

/** Whether all that a colleague wrote, but for a signature, points at the mail below ("FYI"). */
function pointsBelow(above: readonly Line[]): boolean {
	const body = above.map(({ text }) => text).join('\n');
	return pointerIn(cleanTicketText({ body }, { format: 'text' }).text) === 'below';
}

/** Whether the mail at line `index` is one that was answered, so that what follows was not forwarded now. */
function isAnswered(lines: readonly Line[], index: number): boolean {
	const line = lines[index];
	if (line === undefined || line.text === '') return false;
	if (line.text.startsWith('>') || line.kind === 'quote') return true;
	const header = replyHeaderAt(lines, index);
	return header !== undefined && header.strength !== 'likely';
}

/**
 * The sender of the mail that a message forwards, so that the customer is looked up and not the
 * colleague who forwarded it: below a "Forwarded message" line, or below a header block where the
 * subject ("FW:") or the words above ("FYI") say that the mail was forwarded. Reads text and HTML in
 * time linear in their length and never throws. Undefined when the message is a reply or no mail at all,
 * and when its header names no sender or several.
 */
export function forwardedSender(text: string, subject = ''): ForwardedSender | undefined {
	const lines = linesOf(text);
	const isForward = cleanSubject(subject).isForward;
	for (let i = 0; i < lines.length; i++) {
		const line = lines[i];
		if (line === undefined || line.text === '') continue;
		const separator = line.text.startsWith('>') ? undefined : separatorAt(line.text);
		const isAbove = separator !== undefined || isRule(line.text);
		const start = isAbove ? nextTextLine(lines, i + 1, i + 4) : i;
		const block = start < 0 ? undefined : headerBlockAt(lines, start, isAbove);
		if (block !== undefined && !(line.text.startsWith('>') || separator === 'replyAbove')) {
			const says = separator === 'forwarded' || isForward || pointsBelow(lines.slice(0, i));
			return says ? senderIn(block.from ?? '') : undefined;
		}
		if (separator !== undefined || isAnswered(lines, i)) return undefined;
	}
	return undefined;
}
