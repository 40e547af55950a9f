import type { Severity } from '../../item/types';

/** What every e-mail of ours has around it. Tables and inline styles, because mail clients know little else. */

/** On white; buttons keep it in the dark, too, since their text is white. */
const COLOURS: Record<Severity, string> = {
	critical: '#b42318',
	high: '#c4540a',
	medium: '#8a6d00',
	low: '#475467',
};
const DARK_COLOURS: Record<Severity, string> = {
	critical: '#ff9c92',
	high: '#ffb27a',
	medium: '#e5c453',
	low: '#c3cad6',
};
const FONT = "-apple-system,'Segoe UI',Roboto,Arial,sans-serif";

/** Clients that know dark mode take these; the others show the light colours of the elements themselves. */
const STYLE = [
	':root{color-scheme:light dark;supported-color-schemes:light dark}',
	'@media (prefers-color-scheme:dark){',
	'.page{background:#14171b!important}',
	'.card{background:#1f242b!important;color:#e8eaed!important}',
	'.muted{color:#aab2bd!important}',
	'.box{background:#2a3038!important;color:#e8eaed!important}',
	'.link{color:#8ab4f8!important}',
	...Object.entries(DARK_COLOURS).map(
		([severity, colour]) => `.${severity}{color:${colour}!important}`,
	),
	'}',
].join('');

/** A whole e-mail around what it says. */
export function frame(title: string, severity: Severity, parts: readonly string[]): string {
	return [
		'<!doctype html><html lang="en"><head><meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width,initial-scale=1">',
		'<meta name="color-scheme" content="light dark">',
		'<meta name="supported-color-schemes" content="light dark">',
		`<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>`,
		'<body class="page" style="margin:0;padding:24px;background:#eef0f3">',
		'<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">',
		`<table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" style="max-width:600px;width:100%;background:#ffffff;color:#1d2939;border-top:4px solid ${COLOURS[severity]}">`,
		`<tr><td style="padding:24px;font-family:${FONT};font-size:15px;line-height:1.5">`,
		...parts,
		'</td></tr></table></td></tr></table></body></html>',
	].join('');
}

export function heading(text: string, severity: Severity): string {
	return `<h1 class="${severity}" style="margin:0 0 6px;font-size:20px;line-height:1.3;color:${COLOURS[severity]}">${escapeHtml(text)}</h1>`;
}

/** Lines below each other. */
export function paragraph(lines: readonly string[], style = ''): string {
	return `<p style="margin:0 0 14px;${style}">${lines.map(escapeHtml).join('<br>')}</p>`;
}

/** Small grey lines below each other. */
export function muted(lines: readonly string[], style = ''): string {
	return `<p class="muted" style="margin:0 0 14px;font-size:13px;color:#5d6878;${style}">${lines.map(escapeHtml).join('<br>')}</p>`;
}

/** What must be seen first, in a box. Nothing where there is nothing to say. */
export function box(lines: readonly string[]): string {
	if (lines.length === 0) return '';
	return `<p class="box" style="margin:0 0 14px;padding:8px 14px;background:#fff4d6;color:#1d2939">${lines.map(escapeHtml).join('<br>')}</p>`;
}

/** Words that are not ours, with whose they are above them. */
export function quote(title: string, text: string, severity: Severity): string {
	return `<p style="margin:0 0 4px;font-weight:600">${escapeHtml(title)}</p><blockquote class="box" style="margin:0 0 14px;padding:8px 14px;border-left:3px solid ${COLOURS[severity]};background:#f6f7f9;color:#1d2939">${escapeHtml(text)}</blockquote>`;
}

/** A list of entries that are HTML already. */
export function list(title: string, rows: readonly string[]): string {
	if (rows.length === 0) return '';
	const items = rows.map((row) => `<li style="margin:0 0 4px">${row}</li>`).join('');
	return `<p style="margin:0 0 4px;font-weight:600">${escapeHtml(title)}</p><ul style="margin:0 0 14px;padding-left:20px">${items}</ul>`;
}

export function buttonLink(text: string, url: string | undefined, severity: Severity): string {
	if (url === undefined) return '';
	return `<a href="${escapeHtml(url)}" style="display:inline-block;margin:0 8px 8px 0;padding:10px 18px;background:${COLOURS[severity]};color:#ffffff;text-decoration:none;border-radius:4px">${escapeHtml(text)}</a>`;
}

export function textLink(text: string, url: string): string {
	return `<a class="link" href="${escapeHtml(url)}" style="color:#175cd3;white-space:nowrap">${escapeHtml(text)}</a>`;
}

/** Small links side by side; nothing where there are none. */
export function textLinks(links: ReadonlyArray<{ label: string; url: string }>): string {
	if (links.length === 0) return '';
	const all = links.map(({ label, url }) => textLink(label, url)).join(' · ');
	return `<p style="margin:0 0 14px;font-size:13px">${all}</p>`;
}

/** Escapes text for HTML content and for attributes in double quotes. */
export function escapeHtml(text: string): string {
	return text
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/'/g, '&#39;');
}
