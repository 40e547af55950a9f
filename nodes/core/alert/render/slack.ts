import type { AlertContent, SlackMessage } from '../../item/types';
import { oneLine, quoted } from '../../text/shown';
import { actionText, CUSTOMER_SAYS, DRAFT_REPLY, smallLines } from './text';
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
		section(oneLine(content.accountLine)),
		context(smallLines(content)),
		...labelled('What changed', listText(content.changes ?? [])),
		...affectedBlocks(content.affected, mostAffected),
		...saidBlocks(content),
		...labelled('Risk factors', listText(content.riskFactors)),
		mrkdwnSection(`*Recommended action:* ${escapeMrkdwn(actionText(content))}`),
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
	].filter((block) => block !== undefined);
}

/** What the customer wrote: the summary and the quotes. */
export function saidBlocks({ summary, evidence }: AlertContent): Block[] {
	return [
		...labelled(CUSTOMER_SAYS, summary && oneLine(summary)),
		...labelled('Evidence', listText(evidence)),
	];
}

function affectedBlocks(affected: AlertContent['affected'], most: number): Block[] {
	if (affected === undefined) return [];
	const entries = affected.entries.slice(0, most);
	const all = affected.entries.length + affected.more;
	const count = entries.length < all ? `${all}, ${entries.length} shown` : `${all}`;
	return [label(`Your accounts (${count})`), ...entries.flatMap((entry) => entryBlocks(entry))];
}

function whyLines({ why: [first, ...others] }: AlertContent): string[] {
	return first === undefined ? [] : [`Why this alert: ${first}`, ...others];
}

function listText(entries: readonly string[]): string | undefined {
	return entries.length === 0
		? undefined
		: entries.map((entry) => `• ${oneLine(entry)}`).join('\n');
}

function labelled(title: string, text: string | undefined): Block[] {
	return text === undefined ? [] : [label(title), section(text)];
}
