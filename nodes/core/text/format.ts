import { isHtmlElement } from './htmlElements';

const DOCUMENT_START = /^\s{0,1000}<(?:!doctype\s+html|html|head|body)[\s>]/i;
const TAG = /<(\/?)([a-z][a-z0-9]{0,12})(?:\s[^<>]{0,4000})?\/?>/gi;
const FENCED = /```[\s\S]*?(?:```|$)|`[^`\n]{1,500}`/g;
/** A body with more tags than this is HTML. */
const MAX_TAGS = 200;

/** An image within the text; the letters are its pixels. */
const DATA_URI = /data:[a-z]{1,20}\/[^"'<>\s)]{60,}/gi;

/** Without the pixels of images within the text, which can be megabytes in one tag. */
export function dropPixels(body: string): string {
	return body.includes('data:') ? body.replace(DATA_URI, 'data:') : body;
}

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
