import { hasClock, hasFullDate } from './dates';
import { cutLine, nextTextLine, type Line } from './lines';
import { isRule } from './separators';

/** What helpdesks and list servers wrap around a message. */

const DASHES = /^-{20,80}$/;
const MAX_HEAD_LENGTH = 120;

/** "Mia Holm, Jan 21, 2026, 09:28": a name, a date and a time between commas, and nothing else. */
function isWriterLine(text: string): boolean {
	if (text.length > MAX_HEAD_LENGTH || /[:!?]\s|[!?.:]$/.test(text)) return false;
	const [name = '', ...rest] = text.split(', ');
	const stamp = rest.join(', ');
	const small = stamp.match(/(?<!\p{L})\p{Ll}{3,}/gu)?.length ?? 0;
	return /\p{L}/u.test(name) && small <= 1 && hasFullDate(stamp) && hasClock(stamp);
}

/**
 * Marks the dashes and the writer's line that Zendesk puts above each comment of its "description",
 * of which the first opens the text.
 */
export function cutDescriptionHead(lines: readonly Line[]): void {
	const first = nextTextLine(lines, 0);
	if (first < 0 || !DASHES.test(lines[first]?.text ?? '')) return;
	for (let i = first; i < lines.length; i++) {
		if (!DASHES.test(lines[i]?.text ?? '')) continue;
		const writer = nextTextLine(lines, i + 1, i + 3);
		if (writer < 0 || !isWriterLine(lines[writer]?.text ?? '')) continue;
		for (const line of [lines[i], lines[writer]]) if (line !== undefined) cutLine(line, 'markup');
	}
}

const NEXT_PART = /^-{6,20} ?next part ?-{6,20}$/i;
const ATTACHMENT_URL = /^url ?: </i;
const MAX_NOTE_LINES = 8;

/** Marks Mailman's note on what it took out of a mail, which stands at its end. */
export function cutRemovedParts(lines: readonly Line[]): void {
	const at = lines.findIndex(
		({ text }, index) =>
			NEXT_PART.test(text) ||
			(text.startsWith('------') &&
				isRule(text) &&
				lines.slice(index, index + MAX_NOTE_LINES).some((line) => ATTACHMENT_URL.test(line.text))),
	);
	if (at < 0) return;
	for (const line of lines.slice(at, at + MAX_NOTE_LINES)) cutLine(line, 'footer');
}
