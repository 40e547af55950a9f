import { LONE_SURROGATE } from '../text/characters';

/** PostgreSQL stores no NUL in text and no half of a surrogate pair in JSON. */
const NUL = '\0';

/** The first `limit` UTF-16 code units, never half of a pair. */
export function cutText(text: string, limit: number): string {
	if (text.length <= limit) return text;
	const last = text.charCodeAt(limit - 1);
	const splitsPair = last >= 0xd800 && last <= 0xdbff;
	return text.slice(0, splitsPair ? limit - 1 : limit);
}

/** Text that any database takes: no NUL, lone surrogates become U+FFFD, at most `limit` code units. */
export function storableText(text: string, limit: number): string {
	return cutText(text, limit).replaceAll(NUL, '').replace(LONE_SURROGATE, '\ufffd');
}
