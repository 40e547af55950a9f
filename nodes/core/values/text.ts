/**
 * Text that says something, as it came, and numbers as they print. Anything else is absent, blank text
 * too: an empty cell or field is an unknown fact, not the fact "".
 */
export function textOf(value: unknown): string | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The same for values that people paste or a system pads: without the white space around them. */
export function trimmedTextOf(value: unknown): string | undefined {
	return textOf(value)?.trim();
}
