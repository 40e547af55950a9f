import type { AlertContent, SlackMessage } from '../../item/types';
import { oneLine, quoted } from '../../text/shown';
import { alreadyAlertedSection } from '../incident';
import { actionText, DRAFT_REPLY, sectionTitle, smallLines } from './text';
import { entryBlocks } from './slackList';
import {
	answerBlocks,
	button,
	buttonRow,
	context,
	escapeMrkdwn,
	header,
	isFitting,
	label,
	mrkdwnSection,
	notification,
	section,
	withDeliveryId,
	type Block,
	type SlackStyle,
} from './slackBlocks';

/** More accounts of an incident would push its answers out of sight. */
const MOST_AFFECTED = 12;

/**
 * A Slack message as chat.postMessage takes it. What customers and CRMs wrote goes out as
 * `plain_text`, which Slack does not parse: no mention, link or formatting can be smuggled in.
 */
export function renderSlack(content: AlertContent, style: SlackStyle): SlackMessage {
	let most = MOST_AFFECTED;
	let blocks = blocksOf(content, style, most);
	while (most > 0 && !isFitting(blocks)) blocks = blocksOf(content, style, --most);
	return {
		text: notification(content.title, quoted(content.summary) ?? content.ticketLine),
		blocks: withDeliveryId(blocks, style.deliveryId),
	};
}

function blocksOf(content: AlertContent, style: SlackStyle, mostAffected: number): Block[] {
	const { notices, standing } = content;
	return [
		header(content.title),
		context(standing),
		context(notices),
		content.intro === undefined ? undefined : section(oneLine(content.intro)),
		section(oneLine(content.accountLine)),
		context(smallLines(content)),
		...labelled('What changed', listText(content.changes ?? [])),
		...affectedBlocks(content.affected, mostAffected),
		...alertedBlocks(content, mostAffected),
		...saidBlocks(content),
		...riskBlocks(content),
		mrkdwnSection(`*${escapeMrkdwn(content.labels.action)}:* ${escapeMrkdwn(actionText(content))}`),
		...labelled(DRAFT_REPLY, content.replyDraft && oneLine(content.replyDraft)),
		...answerBlocks(content.answers, style),
		buttonRow([
			button(
				'open_ticket',
				'Open Ticket',
				content.ticketUrl,
				content.answers.length === 0 ? 'primary' : undefined,
			),
			button('open_account', 'Open Account', content.accountUrl),
			button('open_playbook', 'Open Playbook', content.playbookUrl),
		]),
		context(whyLines(content)),
		content.footer === undefined ? undefined : context([content.footer]),
	].filter((block) => block !== undefined);
}

/** What the customer wrote: the summary and the quotes. */
export function saidBlocks({ summary, evidence, labels }: AlertContent): Block[] {
	return [
		...labelled(labels.summary, summary && oneLine(summary)),
		...labelled(labels.evidence, listText(evidence)),
	];
}

/** With a button to the first of several frustrated tickets beside them. */
function riskBlocks({ riskFactors, firstTicketUrl, labels }: AlertContent): Block[] {
	const first = button('first_ticket', 'First Ticket', firstTicketUrl);
	const [title, ...others] = labelled(labels.riskFactors, listText(riskFactors));
	if (title === undefined) return [];
	return [title, ...others.map((block) => ({ ...block, ...(first && { accessory: first }) }))];
}

function affectedBlocks(affected: AlertContent['affected'], most: number): Block[] {
	if (affected === undefined) return [];
	const entries = affected.entries.slice(0, most);
	const all = affected.entries.length + affected.more;
	const count = entries.length < all ? `${all}, ${entries.length} shown` : `${all}`;
	return [label(`Your accounts (${count})`), ...entries.flatMap((entry) => entryBlocks(entry))];
}

/** In short: each has its own message already. */
function alertedBlocks(content: AlertContent, most: number): Block[] {
	const section = alreadyAlertedSection(content);
	if (section === undefined) return [];
	const told = section.entries.slice(0, most).map(({ text }) => text);
	const more = section.entries.length - told.length;
	return labelled(sectionTitle(section), listText(more > 0 ? [...told, `and ${more} more`] : told));
}

function whyLines({ why: [first, ...others], labels }: AlertContent): string[] {
	return first === undefined ? [] : [`${labels.why}: ${first}`, ...others];
}

function listText(entries: readonly string[]): string | undefined {
	return entries.length === 0
		? undefined
		: entries.map((entry) => `• ${oneLine(entry)}`).join('\n');
}

function labelled(title: string, text: string | undefined): Block[] {
	return text === undefined ? [] : [label(title), section(text)];
}
