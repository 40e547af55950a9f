import { isDump, isExceptionSummary, logLikeness, mayHaveLogs, type LogLikeness } from './logs';
import { cutLine, type Line } from './lines';

const MARKS = ['```', '~~~', '{code', '{noformat', '[code'] as const;
type Mark = (typeof MARKS)[number];
const CLOSERS: Readonly<Record<Mark, string>> = {
	'```': '```',
	'~~~': '~~~',
	'{code': '{code}',
	'{noformat': '{noformat}',
	'[code': '[/code]',
};

interface Fence {
	closer: string;
	/** What stands before the fence on its line. */
	before: string;
}

/** The fence that opens on this line and does not close on it. */
function openingFence(text: string): Fence | undefined {
	const lower = text.toLowerCase();
	for (const mark of MARKS) {
		const at = lower.lastIndexOf(mark);
		if (at < 0) continue;
		const closer = CLOSERS[mark];
		// "```one line```" is closed already; Jira names the language in the braces ("{code:java}").
		const first = lower.indexOf(mark);
		if (first !== at && (lower.split(closer).length - 1) % 2 === 0) continue;
		// Tildes and brackets within a sentence are no fence; backticks end the line with a language.
		if (at > 0 && (mark !== '```' || !/^```[\w+-]{0,20}$/.test(lower.slice(at)))) continue;
		return { closer, before: text.slice(0, at).trim() };
	}
	return undefined;
}

/** Marks fenced code. A fence that is never closed cuts nothing. */
function cutFences(lines: readonly Line[]): void {
	const neverClosed = new Set<string>();
	for (let i = 0; i < lines.length; i++) {
		const line = lines[i];
		if (line === undefined || line.kind !== undefined) continue;
		const fence = openingFence(line.text);
		if (fence === undefined || neverClosed.has(fence.closer)) continue;
		let end = -1;
		for (let j = i + 1; j < lines.length; j++) {
			if (lines[j]?.text.toLowerCase().includes(fence.closer)) {
				end = j;
				break;
			}
		}
		const last = lines[end];
		if (last === undefined) {
			neverClosed.add(fence.closer);
			continue;
		}
		for (let j = i + 1; j < end; j++) {
			const inside = lines[j];
			if (inside !== undefined) cutLine(inside, 'code');
		}
		if (fence.before === '') cutLine(line, 'code');
		else line.text = fence.before;
		const after = last.text
			.slice(last.text.toLowerCase().indexOf(fence.closer) + fence.closer.length)
			.trim();
		if (after === '') cutLine(last, 'code');
		else last.text = after;
		// The closing line may open the next fence.
		i = after === '' ? end : end - 1;
	}
}

/** Longest stretch of unknown lines inside a Python traceback (source lines between frames). */
const MAX_TRACE_GAP = 2;

function cutRun(lines: readonly Line[], from: number, to: number): void {
	for (let i = from; i < to; i++) {
		const line = lines[i];
		if (line !== undefined && line.text !== '') cutLine(line, 'log');
	}
}

/** Index after the traceback that starts at `start`, its closing "ValueError: ..." line included. */
function tracebackEnd(lines: readonly Line[], start: number): number {
	let end = start + 1;
	let gap = 0;
	// "File " may be a sentence of the customer ("File "a.csv" is empty").
	if (logLikeness(lines[start]?.text ?? '') !== 'certain') return start;
	for (let i = start + 1; i < lines.length; i++) {
		const line = lines[i];
		if (line === undefined || line.text === '') break;
		if (isExceptionSummary(line)) return i + 1;
		if (logLikeness(line.text) !== undefined) {
			end = i + 1;
			gap = 0;
		} else if (++gap > MAX_TRACE_GAP) {
			break;
		}
	}
	return end;
}

/** Marks log lines and stack traces; a single quoted error message stays. */
function cutLogs(lines: readonly Line[]): void {
	let runStart = -1;
	let likely = 0;
	let certain = 0;
	let continuations = 0;
	// Customers, too, write "name": value on lines of their own, but without brackets around.
	let hasBracket = false;
	const endRun = (end: number): void => {
		// Three lines of a dumped value, two lines that look like a log, or one that is nothing else.
		if (
			runStart >= 0 &&
			(certain > 0 ||
				likely >= 2 ||
				(continuations >= 3 && hasBracket) ||
				(likely === 1 && continuations >= 2))
		) {
			cutRun(lines, runStart, end);
		}
		runStart = -1;
		likely = certain = continuations = 0;
		hasBracket = false;
	};
	for (let i = 0; i < lines.length; i++) {
		const line = lines[i];
		if (line === undefined) continue;
		if (line.kind !== undefined) {
			endRun(i);
			continue;
		}
		if (line.text === '') continue;
		if (/^(?:Traceback \(most recent|File ")/.test(line.text)) {
			endRun(i);
			const end = tracebackEnd(lines, i);
			if (end > i) {
				cutRun(lines, i, end);
				i = end - 1;
				continue;
			}
		}
		const likeness: LogLikeness = isDump(line.text) ? 'certain' : logLikeness(line.text);
		if (likeness === undefined) {
			endRun(i);
			continue;
		}
		if (runStart < 0) runStart = i;
		if (likeness === 'certain') certain++;
		else if (likeness === 'likely') likely++;
		else continuations++;
		hasBracket ||= /^[{}[\]()<]/.test(line.text);
	}
	endRun(lines.length);
}

/** Marks code blocks, log lines and stack traces. */
export function cutCode(lines: readonly Line[], text: string): void {
	if (/```|~~~|\{code|\{noformat|\[code/i.test(text)) cutFences(lines);
	if (mayHaveLogs(text) || text.length >= 200) cutLogs(lines);
}
