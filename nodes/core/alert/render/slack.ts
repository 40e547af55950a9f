import type { AlertContent, SlackMessage } from '../../item/types';
import { oneLine, quoted } from '../../text/shown';
import {
	button,
	context,
	escapeMrkdwn,
	header,
	label,
	notification,
	section,
	withDeliveryId,
	type Block,
} from './slackBlocks';

/**
 * A Slack message as chat.postMessage takes it. What customers and CRMs wrote goes out as
 * `plain_text`, which Slack does not parse: no mention, link or formatting can be smuggled in.
 * @param deliveryId stands on the message as "cs:…", so that a repeat can be found
 */
export function renderSlack(content: AlertContent, deliveryId?: string): SlackMessage {
	const blocks = [
		header(content.title),
		context(content.notices),
		section(oneLine(content.accountLine)),
		context([content.ticketLine, content.ownerLine]),
		...labelled('What the customer says', content.summary && oneLine(content.summary)),
		...labelled('Evidence', listText(content.evidence)),
		...labelled('Risk factors', listText(content.riskFactors)),
		{
			type: 'section',
			text: {
				type: 'mrkdwn',
				text: `*Recommended action:* ${escapeMrkdwn(content.recommendedAction)}`,
				verbatim: true,
			},
		},
		actions(content),
		context(whyLines(content)),
	];
	return {
		text: notification(content.title, quoted(content.summary) ?? content.ticketLine),
		blocks: withDeliveryId(blocks, deliveryId),
	};
}

/** What is new, in short, for the thread of an alert. */
export function renderSlackReply(content: AlertContent, deliveryId?: string): SlackMessage {
	const blocks = [
		section(`New message. ${oneLine(content.ticketLine)}`),
		context(content.notices),
		...labelled('What the customer says', content.summary && oneLine(content.summary)),
		...labelled('Evidence', listText(content.evidence)),
		actions({ ticketUrl: content.ticketUrl }),
	];
	return {
		text: notification(content.title, quoted(content.summary) ?? content.ticketLine),
		blocks: withDeliveryId(blocks, deliveryId),
	};
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

function actions({
	ticketUrl,
	accountUrl,
}: Pick<AlertContent, 'ticketUrl' | 'accountUrl'>): Block | undefined {
	const elements = [
		button('open_ticket', 'Open Ticket', ticketUrl, 'primary'),
		button('open_account', 'Open Account', accountUrl),
	].filter((element) => element !== undefined);
	return elements.length === 0 ? undefined : { type: 'actions', elements };
}
