import { lineOf } from './fields';
import { LIMITS } from './ticket';

/** Tags as a list or as one text that `separator` parts; each once, on one line, as many as are kept. */
export function tagsOf(value: unknown, separator: RegExp): string[] {
	const most = LIMITS.tags * (LIMITS.tag + 1);
	const entries: readonly unknown[] = Array.isArray(value)
		? value.slice(0, most)
		: (lineOf(value, most)?.split(separator) ?? []);
	const tags = new Set<string>();
	for (const entry of entries) {
		if (tags.size === LIMITS.tags) break;
		const tag = lineOf(entry, LIMITS.tag);
		if (tag !== undefined) tags.add(tag);
	}
	return [...tags];
}
