import type { AlertContent, Severity, TeamsMessage } from '../../item/types';
import { webLink } from '../../values/link';
import { affectedSection, alreadyAlertedSection } from '../incident';
import type { ListEntry, ListMessage, ListSection } from '../listMessage';
import { actionSet, labelled, list, openUrl, paragraph, postCard, type Element } from './teamsCard';
import { actionText, DRAFT_REPLY, sectionTitle, smallLines } from './text';

const COLOURS: Partial<Record<Severity, 'Attention' | 'Warning'>> = {
	critical: 'Attention',
	high: 'Warning',
};
const MOST_ENTRIES = 20;

/**
 * An alert as a message of a Microsoft Teams channel.
 * @param link to the channel
 * @throws Error saying how to get such a link, where it is none
 */
export function renderTeams(content: AlertContent, link: string | undefined): TeamsMessage {
	const { summary, answers, severity, replyDraft, labels } = content;
	const color = COLOURS[severity];
	const body = [
		...paragraph([content.title], { weight: 'Bolder', size: 'Large', ...(color && { color }) }),
		...(content.intro === undefined ? [] : paragraph([content.intro])),
		...paragraph(content.standing, { weight: 'Bolder' }),
		...paragraph(content.notices, { color: 'Warning' }),
		...paragraph([content.accountLine], { weight: 'Bolder' }),
		...paragraph(smallLines(content), { size: 'Small', isSubtle: true }),
		...list('What changed', content.changes ?? []),
		...sectionOf(affectedSection(content)),
		...sectionOf(alreadyAlertedSection(content)),
		...(summary === undefined ? [] : [labelled(labels.summary, summary)]),
		...list(labels.evidence, content.evidence),
		...list(labels.riskFactors, content.riskFactors),
		labelled(labels.action, actionText(content)),
		...(replyDraft === undefined ? [] : [labelled(DRAFT_REPLY, replyDraft)]),
		...paragraph(
			content.why.map((line, index) => (index === 0 ? `${labels.why}: ${line}` : line)),
			{ size: 'Small', isSubtle: true },
		),
		...(content.footer === undefined
			? []
			: paragraph([content.footer], { size: 'Small', isSubtle: true })),
	];
	const actions = [
		...answers.slice(0, 4).flatMap(({ label, url }) => openUrl(label, url)),
		...openUrl('Open Ticket', content.ticketUrl),
		...openUrl('First Ticket', content.firstTicketUrl),
		...openUrl('Open Account', content.accountUrl),
		...openUrl('Open Playbook', content.playbookUrl),
		...answers.slice(4).flatMap(({ label, url }) => openUrl(label, url)),
	];
	return postCard(link, body, actions);
}

/**
 * A list as a message of a Microsoft Teams channel.
 * @throws Error saying how to get such a link, where it is none
 */
export function renderListTeams(
	message: ListMessage,
	notices: readonly string[],
	link: string | undefined,
): TeamsMessage {
	const body = [
		...paragraph([message.title], { weight: 'Bolder', size: 'Large' }),
		...paragraph(notices, { color: 'Warning' }),
		...(message.lead === '' ? [] : paragraph([message.lead])),
		...message.sections.flatMap(sectionOf),
	];
	return postCard(link, body, []);
}

function sectionOf(section: ListSection | undefined): Element[] {
	if (section === undefined) return [];
	return [
		...paragraph([sectionTitle(section)], { weight: 'Bolder' }),
		...section.entries.slice(0, MOST_ENTRIES).flatMap(entryOf),
		...moreOf(section.entries.length + section.more - MOST_ENTRIES, section.more),
	];
}

function entryOf({ text, detail, url, answers = [] }: ListEntry): Element[] {
	return [
		...paragraph([`• ${text}`]),
		...(detail === undefined ? [] : paragraph([detail], { size: 'Small', isSubtle: true })),
		...actionSet([
			...openUrl('Open Ticket', webLink(url)),
			...answers.flatMap((answer) => openUrl(answer.label, answer.url)),
		]),
	];
}

function moreOf(notShown: number, more: number): Element[] {
	const left = Math.max(notShown, more);
	return left > 0 ? paragraph([`and ${left} more`], { isSubtle: true }) : [];
}
