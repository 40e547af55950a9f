/** Plain terminal tables: columns of fixed width, cut with an ellipsis, so that rows can be printed as they pass. */
export interface Column {
	title: string;
	width: number;
	align?: 'right';
}

/** Display width, counting wide characters (CJK, emoji) as two cells and marks as none. */
function widthOf(character: string): number {
	if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0;
	return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(
		character,
	)
		? 2
		: 1;
}

function fit(text: string, { width, align }: Column): string {
	// Customer text may hold control characters that move a terminal's cursor.
	const characters = [...text.replace(/[\p{Cc}\s]+/gu, ' ')];
	let used = 0;
	let shown = '';
	for (const [index, character] of characters.entries()) {
		const cells = widthOf(character);
		const isLast = index === characters.length - 1;
		if (used + cells > width - (isLast ? 0 : 1)) {
			shown += '…';
			used += 1;
			break;
		}
		shown += character;
		used += cells;
	}
	const space = ' '.repeat(Math.max(0, width - used));
	return align === 'right' ? space + shown : shown + space;
}

export const row = (columns: readonly Column[], cells: readonly string[]): string =>
	columns
		.map((column, index) => fit(cells[index] ?? '', column))
		.join('  ')
		.trimEnd();

export const heading = (columns: readonly Column[]): string =>
	[
		row(
			columns,
			columns.map(({ title }) => title),
		),
		columns.map(({ width }) => '─'.repeat(width)).join('  '),
	].join('\n');
