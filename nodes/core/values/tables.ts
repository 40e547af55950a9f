/** Long patterns and word lists, written in short lines: one line break less is one review more. */

/**
 * A pattern written over several lines; what a line begins with is only its indentation.
 * @param flags as `RegExp` takes them
 */
export const pattern =
	(flags = '') =>
	({ raw }: TemplateStringsArray): RegExp =>
		new RegExp(raw.join('').replace(/\n\s*/g, ''), flags);

/** One text written over several lines: a line break stands for a space, and for nothing behind "|". */
export function oneLine(lines: TemplateStringsArray, ...values: readonly string[]): string {
	const first = (lines[0] ?? '').replace(/^\n\s*/, '');
	const pieces = [first, ...lines.slice(1)];
	pieces.push((pieces.pop() ?? '').replace(/\n\s*$/, ''));
	return pieces
		.map((piece) => piece.replace(/\|\n\s*/g, '|').replace(/\n\s*/g, ' '))
		.map((piece, index) => piece + (values[index] ?? ''))
		.join('');
}
