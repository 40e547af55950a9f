import { escapeHtml } from '../alert/render/emailFrame';
import { oneLine } from '../text/shown';
import { PAGE_STYLE } from './pageStyle';

/** No script, no picture, nothing from anywhere else, whatever some text contains. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** What a page of ours has around it; readable on a phone, in light and dark. */
export interface PageParts {
	title: string;
	/** What the page says in one or two sentences. */
	lead: string;
	/** HTML, escaped by whoever made it. */
	sections: readonly string[];
	/** Rules beside those that all pages share. */
	style?: string;
}

/** A whole page as one HTML file. */
export function pageHtml({ title, lead, sections, style = '' }: PageParts): string {
	const headline = htmlOf(title);
	return [
		'<!doctype html><html lang="en"><head><meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
		'<meta name="viewport" content="width=device-width,initial-scale=1">',
		'<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
		`<title>${headline}</title><style>${PAGE_STYLE}${style}</style></head><body><main>`,
		`<header><h1>${headline}</h1><p class="lead">${htmlOf(lead)}</p></header>`,
		...sections,
		'</main></body></html>',
	].join('\n');
}

/** Text on one line, escaped for content and for attributes in double quotes. */
export const htmlOf = (text: string): string => escapeHtml(oneLine(text));
