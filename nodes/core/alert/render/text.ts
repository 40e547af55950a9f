import type { AlertContent } from '../../item/types';
import { oneLine } from '../../text/shown';
import { webLink } from '../../values/link';
import { affectedSection, alreadyAlertedSection } from '../incident';
import type { ListEntry, ListMessage, ListSection } from '../listMessage';

/** Messages as plain text: what an e-mail holds beside its HTML, and what n8n shows first. */

export const DRAFT_REPLY = 'Draft reply, written by a model: check before you send it';

/** An alert as plain text. */
export function renderText(content: AlertContent): string {
	const {
		labels,
		notices,
		standing,
		summary,
		ticketUrl,
		accountUrl,
		firstTicketUrl,
		playbookUrl,
		answers,
		replyDraft,
	} = content;
	const sections = [
		oneLine(content.title),
		content.intro && oneLine(content.intro),
		[...standing, ...notices].map(oneLine).join('\n'),
		[oneLine(content.accountLine), ...smallLines(content)].join('\n'),
		textList('What changed', content.changes ?? []),
		sectionText(affectedSection(content)),
		sectionText(alreadyAlertedSection(content)),
		summary && `${labels.summary}: ${oneLine(summary)}`,
		textList(labels.evidence, content.evidence),
		textList(labels.riskFactors, content.riskFactors),
		`${labels.action}: ${actionText(content)}`,
		replyDraft && `${DRAFT_REPLY}:\n${oneLine(replyDraft)}`,
		textList(
			'Answer',
			answers.map(({ label, url }) => `${label}: ${url}`),
		),
		ticketUrl && `Ticket: ${ticketUrl}`,
		firstTicketUrl && `First ticket: ${firstTicketUrl}`,
		accountUrl && `Account: ${accountUrl}`,
		playbookUrl && `Playbook: ${playbookUrl}`,
		textList(labels.why, content.why),
		content.footer && oneLine(content.footer),
	];
	return sections.filter(Boolean).join('\n\n');
}

/** What stands in small below the account: who wrote, how severe it is, whose it is and who was told. */
export function smallLines({ ticketLine, ownerLine, severity, told }: AlertContent): string[] {
	const named = `${severity.charAt(0).toUpperCase()}${severity.slice(1)}`;
	return [ticketLine, `Severity: ${named}`, ownerLine, ...(told === undefined ? [] : [told])].map(
		oneLine,
	);
}

/** "Book a call within 24 hours (by Nov 24, 9:00 AM)". */
export function actionText({
	recommendedAction,
	actBy,
}: Pick<AlertContent, 'recommendedAction' | 'actBy'>): string {
	return actBy === undefined ? recommendedAction : `${recommendedAction} (${actBy})`;
}

/** A list as plain text. */
export function renderListText(message: ListMessage, notices: readonly string[]): string {
	const parts = [
		oneLine(message.title),
		notices.map(oneLine).join('\n'),
		oneLine(message.lead),
		...message.sections.map(sectionText),
	];
	return parts.filter((part) => part !== '').join('\n\n');
}

/** "To review (11)". */
export function sectionTitle({ title, entries, more }: ListSection): string {
	return `${oneLine(title)} (${entries.length + more})`;
}

function sectionText(section: ListSection | undefined): string {
	return section === undefined ? '' : textList(sectionTitle(section), textEntries(section));
}

function textEntries({ entries, more }: ListSection): string[] {
	const lines = entries.map(textEntry);
	return more > 0 ? [...lines, `and ${more} more`] : lines;
}

function textEntry({ text, detail, url, answers = [] }: ListEntry): string {
	return [
		oneLine(text),
		webLink(url),
		detail && `(${oneLine(detail)})`,
		...answers.map((answer) => `${answer.label}: ${answer.url}`),
	]
		.filter(Boolean)
		.join(' ');
}

/** Nothing where it is empty. */
function textList(title: string, entries: readonly string[]): string {
	if (entries.length === 0) return '';
	return [`${title}:`, ...entries.map((entry) => `- ${oneLine(entry)}`)].join('\n');
}
