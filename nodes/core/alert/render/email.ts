import type { AlertContent, SendableMessage } from '../../item/types';
import { oneLine, quoted, shorten } from '../../text/shown';
import {
	box,
	buttonLink,
	escapeHtml,
	frame,
	heading,
	list,
	muted,
	paragraph,
	quote,
} from './emailFrame';

/** Longer subjects are cut by most mail clients anyway. */
const SUBJECT_LIMIT = 90;
const CUSTOMER_SAYS = 'What the customer says';

/** An e-mail as n8n's Send Email node takes it: subject, HTML and the same in plain text. */
export function renderEmail(content: AlertContent): SendableMessage['email'] {
	const about = quoted(content.subject) ?? quoted(content.summary);
	return {
		subject: emailSubject([content.title, about].filter(Boolean).join(': ')),
		html: renderHtml(content),
		text: renderText(content),
	};
}

/** One line, so that no text can add headers of its own. */
export function emailSubject(text: string): string {
	return shorten(oneLine(text), SUBJECT_LIMIT);
}

/** A list in plain text; nothing where it is empty. */
export function textList(title: string, entries: readonly string[]): string {
	if (entries.length === 0) return '';
	return [`${title}:`, ...entries.map((entry) => `- ${oneLine(entry)}`)].join('\n');
}

function renderText(content: AlertContent): string {
	const { notices, summary, ticketUrl, accountUrl } = content;
	const sections = [
		oneLine(content.title),
		notices.map(oneLine).join('\n'),
		[content.accountLine, content.ticketLine, content.ownerLine].map(oneLine).join('\n'),
		summary && `${CUSTOMER_SAYS}: ${oneLine(summary)}`,
		textList('Evidence', content.evidence),
		textList('Risk factors', content.riskFactors),
		`Recommended action: ${content.recommendedAction}`,
		ticketUrl && `Ticket: ${ticketUrl}`,
		accountUrl && `Account: ${accountUrl}`,
		textList('Why this alert', content.why),
	];
	return sections.filter(Boolean).join('\n\n');
}

function renderHtml(content: AlertContent): string {
	const { severity, summary } = content;
	const rows = (entries: readonly string[]) => entries.map((entry) => escapeHtml(oneLine(entry)));
	return frame(oneLine(content.title), severity, [
		heading(oneLine(content.title), severity),
		box(content.notices.map(oneLine)),
		paragraph([oneLine(content.accountLine)], 'font-weight:600;margin-bottom:4px'),
		muted([oneLine(content.ticketLine), oneLine(content.ownerLine)]),
		summary === undefined ? '' : quote(CUSTOMER_SAYS, oneLine(summary), severity),
		list('Evidence', rows(content.evidence)),
		list('Risk factors', rows(content.riskFactors)),
		`<p style="margin:0 0 18px"><strong>Recommended action:</strong> ${escapeHtml(content.recommendedAction)}</p>`,
		buttonLink('Open Ticket', content.ticketUrl, severity) +
			buttonLink('Open Account', content.accountUrl, 'low'),
		muted(['Why this alert:', ...content.why.map(oneLine)], 'margin:18px 0 0;font-size:12px'),
	]);
}
