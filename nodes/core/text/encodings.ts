/**
 * Text that reached the helpdesk still encoded: header words of RFC 2047, escapes of HTML, and UTF-8
 * that was read as Windows-1252 ("CafÃ©").
 */

const ENCODED_WORD = /=\?([\w-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?\s]{0,1000})\?=/gi;
/** White space between two encoded words belongs to neither (RFC 2047, section 6.2). */
const BETWEEN_WORDS = /(\?=)\s{1,10}(?==\?[\w-]{1,40}(?:\*[\w-]{1,20})?\?[bq]\?)/gi;

function base64Bytes(text: string): number[] | undefined {
	try {
		return [...atob(text)].map((letter) => letter.charCodeAt(0));
	} catch {
		return undefined;
	}
}

function quotedBytes(text: string): number[] {
	return [
		...text
			.replaceAll('_', ' ')
			.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
	].map((letter) => letter.charCodeAt(0) & 0xff);
}

function decodeBytes(bytes: readonly number[], charset: string): string | undefined {
	try {
		return new TextDecoder(charset).decode(Uint8Array.from(bytes));
	} catch {
		// A charset that nobody knows.
		return undefined;
	}
}

/** Decodes the encoded words of a header ("=?utf-8?Q?Caf=C3=A9?="); what cannot be read stays. */
export function decodeHeaderWords(header: string): string {
	if (!header.includes('=?')) return header;
	const joined = header.replace(BETWEEN_WORDS, '$1');
	let text = '';
	let end = 0;
	// A letter of several bytes may be spread over words of the same charset.
	let pending: { charset: string; bytes: number[]; raw: string } | undefined;
	const flush = (): void => {
		if (pending !== undefined) text += decodeBytes(pending.bytes, pending.charset) ?? pending.raw;
		pending = undefined;
	};
	for (const match of joined.matchAll(ENCODED_WORD)) {
		const [raw, charset = '', encoding = '', words = ''] = match;
		const bytes = encoding.toLowerCase() === 'b' ? base64Bytes(words) : quotedBytes(words);
		if (match.index > end || charset.toLowerCase() !== pending?.charset) flush();
		text += joined.slice(end, match.index);
		end = match.index + raw.length;
		if (bytes === undefined) {
			flush();
			text += raw;
			continue;
		}
		pending ??= { charset: charset.toLowerCase(), bytes: [], raw: '' };
		pending.bytes.push(...bytes);
		pending.raw += raw;
	}
	flush();
	return text + joined.slice(end);
}

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(nbsp|quot|apos|amp|lt|gt|[lr]squo|[lr]dquo));/gi;
const NAMED: Readonly<Record<string, string>> = {
	nbsp: ' ',
	quot: '"',
	apos: "'",
	amp: '&',
	lt: '<',
	gt: '>',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
};

/** Undoes the escapes that helpdesks leave in plain text and subjects ("can&#39;t"). */
export function decodeLeftoverEntities(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
		if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
		const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
		const isCharacter = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
		return isCharacter ? String.fromCodePoint(code) : entity;
	});
}

/** What Windows-1252 has in place of the C1 controls, from 0x80 on; "\0" where it has nothing. */
const WINDOWS_1252 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';
const CONTINUATION = `[\u0080-\u00bf${WINDOWS_1252.replaceAll('\0', '')}]`;
/** A letter of UTF-8 as Windows-1252 shows it: a leading byte and one to three more, or "à" with its last byte lost. */
const MISREAD = new RegExp(
	`[\u00c2-\u00df]${CONTINUATION}|[\u00e0-\u00ef]${CONTINUATION}{2}|[\u00f0-\u00f4]${CONTINUATION}{3}|\u00c3(?: (?= )|(?= ))`,
	'gu',
);

function windowsByte(letter: string): number {
	const at = WINDOWS_1252.indexOf(letter);
	return at < 0 ? letter.charCodeAt(0) : 0x80 + at;
}

const ACCENTED = /[\u00c0-\u024f]/;
const LETTER = /\p{L}/u;

/**
 * Repairs UTF-8 that was read as Windows-1252 ("doesnâ€™t", "CafÃ©"). Where other letters have their
 * accents, or the only sign stands by itself ("Umlauts come as Ã¼"), the writer shows what went wrong.
 */
export function repairMisreadLetters(text: string): string {
	if (!/[\u00c2-\u00f4]/.test(text) || ACCENTED.test(text.replace(MISREAD, ''))) return text;
	const isAlone = text.match(MISREAD)?.length === 1;
	const decoder = new TextDecoder('utf-8', { fatal: true });
	return text.replace(MISREAD, (misread: string, at: number) => {
		const around = `${text[at - 1] ?? ''}${text[at + misread.length] ?? ''}`;
		try {
			const letter =
				misread.startsWith('\u00c3') && misread.trim().length === 1
					? 'à'
					: decoder.decode(Uint8Array.from([...misread].map(windowsByte)));
			return isAlone && LETTER.test(letter) && !LETTER.test(around) ? misread : letter;
		} catch {
			return misread;
		}
	});
}
