import type { AlertContent, AlertRecipient } from '../../item/types';
import { oneLine, ownerOf, shorten } from './limits';

/** Longer subjects are cut by most mail clients anyway. */
const SUBJECT_LIMIT = 90;

const SEVERITY_COLOURS = {
	critical: '#b42318',
	high: '#c4540a',
	medium: '#8a6d00',
	low: '#475467',
} as const;

/** An e-mail as n8n's Send Email node takes it: subject, HTML and the same in plain text. */
export function renderEmail(
	content: AlertContent,
	recipient: AlertRecipient,
): { subject: string; html: string; text: string } {
	const subject = oneLine(
		[content.title, content.subject ?? content.summary].filter(Boolean).join(': '),
	);
	return {
		subject: shorten(subject, SUBJECT_LIMIT),
		html: renderHtml(content, recipient),
		text: renderText(content, recipient),
	};
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

function renderText(content: AlertContent, recipient: AlertRecipient): string {
	const sections = [
		content.title,
		[content.accountLine, content.ticketLine, `Owner: ${ownerOf(recipient)}`].join('\n'),
		content.summary,
		listText('Evidence', content.evidence),
		listText('Risk factors', content.riskFactors),
		`Recommended action: ${content.recommendedAction}`,
		content.ticketUrl && `Ticket: ${content.ticketUrl}`,
		content.accountUrl && `Account: ${content.accountUrl}`,
		listText('Why this alert', content.why),
	];
	return sections.filter(Boolean).join('\n\n');
}

function listText(title: string, entries: readonly string[]): string {
	return entries.length === 0
		? ''
		: [`${title}:`, ...entries.map((entry) => `- ${entry}`)].join('\n');
}

/** Tables and inline styles, because mail clients know little else. */
function renderHtml(content: AlertContent, recipient: AlertRecipient): string {
	const colour = SEVERITY_COLOURS[content.severity];
	const paragraph = (text: string, style = '') =>
		`<p style="margin:0 0 14px;${style}">${escapeHtml(text).replace(/\n/g, '<br>')}</p>`;
	const parts = [
		`<h1 style="margin:0 0 6px;font-size:20px;line-height:1.3;color:${colour}">${escapeHtml(content.title)}</h1>`,
		paragraph(content.accountLine, 'font-weight:600;margin-bottom:4px'),
		paragraph(
			`${oneLine(content.ticketLine)}\nOwner: ${oneLine(ownerOf(recipient))}`,
			'font-size:13px;color:#667085',
		),
		content.summary === undefined
			? ''
			: `<blockquote style="margin:0 0 14px;padding:8px 14px;border-left:3px solid ${colour};background:#f6f7f9">${escapeHtml(content.summary).replace(/\n/g, '<br>')}</blockquote>`,
		listHtml('Evidence', content.evidence),
		listHtml('Risk factors', content.riskFactors),
		`<p style="margin:0 0 18px"><strong>Recommended action:</strong> ${escapeHtml(content.recommendedAction)}</p>`,
		linkHtml('Open Ticket', content.ticketUrl, colour) +
			linkHtml('Open Account', content.accountUrl, '#475467'),
		`<p style="margin:18px 0 0;font-size:12px;color:#667085">Why this alert: ${content.why.map((line) => escapeHtml(line)).join('<br>')}</p>`,
	];
	return `<!doctype html><html><body style="margin:0;padding:24px;background:#eef0f3"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center"><table role="presentation" width="600" cellpadding="0" cellspacing="0" style="max-width:600px;width:100%;background:#ffffff;border-top:4px solid ${colour}"><tr><td style="padding:24px;font-family:-apple-system,'Segoe UI',Roboto,Arial,sans-serif;font-size:15px;line-height:1.5;color:#1d2939">${parts.join('')}</td></tr></table></td></tr></table></body></html>`;
}

function listHtml(title: string, entries: readonly string[]): string {
	if (entries.length === 0) return '';
	const rows = entries.map((entry) => `<li style="margin:0 0 4px">${escapeHtml(entry)}</li>`);
	return `<p style="margin:0 0 4px;font-weight:600">${title}</p><ul style="margin:0 0 14px;padding-left:20px">${rows.join('')}</ul>`;
}

function linkHtml(text: string, url: string | undefined, colour: string): string {
	if (url === undefined) return '';
	return `<a href="${escapeHtml(url)}" style="display:inline-block;margin:0 8px 8px 0;padding:10px 18px;background:${colour};color:#ffffff;text-decoration:none;border-radius:4px">${text}</a>`;
}
