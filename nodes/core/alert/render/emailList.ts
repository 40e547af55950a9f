import type { Digest, DigestEntry, DigestSection, SendableMessage } from '../../item/types';
import { oneLine } from '../../text/shown';
import { webLink } from '../../values/link';
import { emailSubject, textList } from './email';
import { box, escapeHtml, frame, heading, list, muted, paragraph, textLink } from './emailFrame';

/** A digest as n8n's Send Email node takes it. Links are our own words, never those of a customer. */
export function renderDigestEmail(
	digest: Digest,
	notices: readonly string[],
): SendableMessage['email'] {
	return {
		subject: emailSubject(digest.title),
		html: renderHtml(digest, notices),
		text: renderText(digest, notices),
	};
}

function renderText({ title, lead, sections }: Digest, notices: readonly string[]): string {
	const parts = [
		oneLine(title),
		notices.map(oneLine).join('\n'),
		oneLine(lead),
		...sections.map((section) => textList(titleOf(section), textEntries(section))),
	];
	return parts.filter((part) => part !== '').join('\n\n');
}

function renderHtml({ title, lead, sections }: Digest, notices: readonly string[]): string {
	return frame(oneLine(title), 'low', [
		heading(oneLine(title), 'low'),
		box(notices.map(oneLine)),
		oneLine(lead) === '' ? '' : paragraph([oneLine(lead)]),
		...sections.map((section) =>
			section.entries.length === 0
				? ''
				: list(titleOf(section), section.entries.map(entryHtml)) + moreHtml(section),
		),
	]);
}

function textEntries({ entries, more }: DigestSection): string[] {
	const lines = entries.map(({ text, url }) =>
		[oneLine(text), webLink(url)].filter(Boolean).join(' '),
	);
	return more > 0 ? [...lines, `and ${more} more`] : lines;
}

function entryHtml({ text, url }: DigestEntry): string {
	const link = webLink(url);
	const line = escapeHtml(oneLine(text));
	return link === undefined ? line : `${line} ${textLink('Open ticket', link)}`;
}

function moreHtml({ more }: DigestSection): string {
	return more > 0 ? muted([`and ${more} more`]) : '';
}

/** "To review (11)". */
function titleOf({ title, entries, more }: DigestSection): string {
	return `${oneLine(title)} (${entries.length + more})`;
}
