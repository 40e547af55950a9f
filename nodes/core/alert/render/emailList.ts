import type { SendableMessage } from '../../item/types';
import { oneLine } from '../../text/shown';
import { webLink } from '../../values/link';
import type { ListEntry, ListMessage, ListSection } from '../listMessage';
import { emailSubject } from './emailSubject';
import { box, escapeHtml, frame, heading, list, muted, paragraph, textLink } from './emailFrame';
import { renderListText, sectionTitle } from './text';

/** A list as n8n's Send Email node takes it. Links are our own words, never those of a customer. */
export function renderListEmail(
	message: ListMessage,
	notices: readonly string[],
): SendableMessage['email'] {
	return {
		subject: emailSubject(message.title),
		html: renderHtml(message, notices),
		text: renderListText(message, notices),
	};
}

function renderHtml({ title, lead, sections }: ListMessage, notices: readonly string[]): string {
	return frame(oneLine(title), 'low', [
		heading(oneLine(title), 'low'),
		box(notices.map(oneLine)),
		oneLine(lead) === '' ? '' : paragraph([oneLine(lead)]),
		...sections.map(sectionHtml),
	]);
}

/** A list under its title; nothing where it is empty. */
export function sectionHtml(section: ListSection | undefined): string {
	if (section === undefined || section.entries.length === 0) return '';
	return list(sectionTitle(section), section.entries.map(entryHtml)) + moreHtml(section);
}

/** An entry with a link to its ticket and what it can be answered with. */
function entryHtml({ text, detail, url, answers = [] }: ListEntry): string {
	const link = webLink(url);
	const links = [
		...(link === undefined ? [] : [textLink('Open ticket', link)]),
		...answers.map((answer) => textLink(answer.label, answer.url)),
	];
	const line = [escapeHtml(oneLine(text)), ...links].join(' ');
	return detail === undefined ? line : `${line}<br>${escapeHtml(oneLine(detail))}`;
}

/** "and 3 more", where entries were left out. */
function moreHtml({ more }: ListSection): string {
	return more > 0 ? muted([`and ${more} more`]) : '';
}
