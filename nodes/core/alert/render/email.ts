import { isMainAnswer } from '../answers';
import { affectedSection, alreadyAlertedSection } from '../incident';
import type { AlertContent, AnswerLink, SendableMessage } from '../../item/types';
import { oneLine, quoted } from '../../text/shown';
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
	textLinks,
} from './emailFrame';
import { sectionHtml } from './emailList';
import { emailSubject } from './emailSubject';
import { actionText, DRAFT_REPLY, renderText, smallLines } from './text';

/** An e-mail as n8n's Send Email node takes it: subject, HTML and the same in plain text. */
export function renderEmail(content: AlertContent): SendableMessage['email'] {
	const about = quoted(content.subject) ?? quoted(content.summary);
	return {
		subject: emailSubject([content.title, about].filter(Boolean).join(': ')),
		html: renderHtml(content),
		text: renderText(content),
	};
}

function renderHtml(content: AlertContent): string {
	const { severity, summary, replyDraft, labels } = content;
	const rows = (entries: readonly string[]) => entries.map((entry) => escapeHtml(oneLine(entry)));
	return frame(oneLine(content.title), severity, [
		heading(oneLine(content.title), severity),
		content.intro === undefined ? '' : paragraph([oneLine(content.intro)]),
		box([...content.standing, ...content.notices].map(oneLine)),
		paragraph([oneLine(content.accountLine)], 'font-weight:600;margin-bottom:4px'),
		muted(smallLines(content)),
		list('What changed', rows(content.changes ?? [])),
		sectionHtml(affectedSection(content)),
		sectionHtml(alreadyAlertedSection(content)),
		summary === undefined ? '' : quote(labels.summary, oneLine(summary), severity),
		list(labels.evidence, rows(content.evidence)),
		list(labels.riskFactors, rows(content.riskFactors)),
		`<p style="margin:0 0 18px"><strong>${escapeHtml(labels.action)}:</strong> ${escapeHtml(actionText(content))}</p>`,
		replyDraft === undefined ? '' : quote(DRAFT_REPLY, oneLine(replyDraft), 'low'),
		answersHtml(content.answers, severity),
		buttonLink('Open Ticket', content.ticketUrl, content.answers.length === 0 ? severity : 'low') +
			buttonLink('First Ticket', content.firstTicketUrl, 'low') +
			buttonLink('Open Account', content.accountUrl, 'low') +
			buttonLink('Open Playbook', content.playbookUrl, 'low'),
		muted([`${labels.why}:`, ...content.why.map(oneLine)], 'margin:18px 0 0;font-size:12px'),
		content.footer === undefined
			? ''
			: muted([oneLine(content.footer)], 'margin:14px 0 0;font-size:12px'),
	]);
}

function answersHtml(answers: readonly AnswerLink[], severity: AlertContent['severity']): string {
	if (answers.length === 0) return '';
	const buttons = answers
		.filter(isMainAnswer)
		.map(({ label, url, action }) =>
			buttonLink(label, url, action === 'acknowledge' ? severity : 'low'),
		);
	const further = answers.filter((answer) => !isMainAnswer(answer));
	return `<p style="margin:0 0 8px">${buttons.join('')}</p>${textLinks(further)}`;
}
