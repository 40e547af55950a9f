import { isHtmlElement } from './htmlElements';

const DOCUMENT_START = /^\s{0,1000}<(?:!doctype\s+html|html|head|body)[\s>]/i;
const TAG = /<(\/?)([a-z][a-z0-9]{0,12})(?:\s[^<>]{0,4000})?\/?>/gi;
const FENCED = /```[\s\S]*?(?:```|$)|`[^`\n]{1,500}`/g;
/** A body with more tags than this is HTML. */
const MAX_TAGS = 200;

/**
 * Whether a body is HTML. Comparisons ("a < b"), names in brackets ("<acme>") and addresses
 * ("<jane@acme.com>") are text, and so is a message that merely speaks of one tag or shows HTML in
 * a code block.
 */
export function looksLikeHtml(body: string): boolean {
	const bracket = body.indexOf('<');
	if (bracket < 0 || body.indexOf('>', bracket) < 0) return false;
	if (DOCUMENT_START.test(body)) return true;
	const prose = body.includes('`') ? body.replace(FENCED, '') : body;

	const opened = new Set<string>();
	const withAttributes = new Set<string>();
	let isFirst = false;
	let closed = 0;
	let seen = 0;
	for (const [tag, slash, rawName = ''] of prose.matchAll(TAG)) {
		const name = rawName.toLowerCase();
		if (!isHtmlElement(name)) continue;
		if (++seen > MAX_TAGS) return true;
		if (name === 'br') return true;
		if (slash === '') {
			if (opened.size === 0) isFirst = prose.trimStart().startsWith(tag);
			if (isFirst && (name === 'p' || tag.includes('='))) return true;
			opened.add(name);
			if (tag.includes('=')) withAttributes.add(name);
		} else if (opened.has(name)) {
			closed++;
			// A sentence may show one element; two, or one with attributes, are a document.
			if (isFirst || closed > 1 || withAttributes.has(name)) return true;
		}
	}
	return false;
}

const ENTITY = /&(?:nbsp|quot|apos|amp|lt|gt|#0?39|#x27|#34|#160|rsquo|lsquo|rdquo|ldquo);/gi;
const ENTITY_TEXT: Readonly<Record<string, string>> = {
	'&nbsp;': ' ',
	'&#160;': ' ',
	'&quot;': '"',
	'&#34;': '"',
	'&apos;': "'",
	'&#39;': "'",
	'&#039;': "'",
	'&#x27;': "'",
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&rsquo;': '\u2019',
	'&lsquo;': '\u2018',
	'&rdquo;': '\u201d',
	'&ldquo;': '\u201c',
};

/** Undoes the escapes that helpdesks leave in plain text ("can&#39;t"). */
export function decodeLeftoverEntities(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(ENTITY, (entity) => ENTITY_TEXT[entity.toLowerCase()] ?? entity);
}

/**
 * What plain text versions of mail carry in place of links and images goes: Outlook writes links as
 * "words<https://...>", images as "[cid:image001.png@...]", Gmail as "[image: logo.png]".
 */
export function dropTextMarkup(text: string): string {
	let clean = text;
	if (clean.includes('<')) {
		clean = clean.replace(/(?<=\S)<(?:https?:\/\/|mailto:|tel:)[^<>\s]{0,4000}>/gi, '');
	}
	if (clean.includes('['))
		clean = clean.replace(/\[(?:cid|image|inline image):[^[\]\n]{1,300}\]/gi, '');
	return clean;
}
