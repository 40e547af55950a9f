import type { AlertContent, SlackMessage } from '../../item/types';
import { oneLine, quoted } from '../../text/shown';
import { saidBlocks } from './slack';
import {
	answerBlocks,
	button,
	buttonRow,
	context,
	mrkdwnSection,
	notification,
	section,
	withDeliveryId,
	type SlackStyle,
} from './slackBlocks';

/** What goes into the thread of an alert. */

/** Slack tells nobody of a mention of a channel or a group. */
const MEMBER_ID = /^[UW][A-Z0-9]+$/;

/** What is new, in short. */
export function renderUpdateReply(content: AlertContent, { deliveryId }: SlackStyle): SlackMessage {
	const blocks = [
		section(`New message. ${oneLine(content.ticketLine)}`),
		context([...content.notices, ...(content.changes ?? [])]),
		...saidBlocks(content),
		buttonRow([button('open_ticket', 'Open Ticket', content.ticketUrl)]),
	];
	return {
		text: notification(content.title, quoted(content.summary) ?? content.ticketLine),
		blocks: withDeliveryId(blocks, deliveryId),
	};
}

/**
 * That an alert waits for an answer, with the answers.
 * @param slackId of whom to call; without one nobody is mentioned
 */
export function renderReminderReply(
	content: AlertContent,
	slackId: string | undefined,
	style: SlackStyle,
): SlackMessage {
	const isMember = slackId !== undefined && MEMBER_ID.test(slackId);
	const blocks = [
		section(content.title),
		...(isMember ? [mrkdwnSection(`<@${slackId}>, this alert waits for your answer.`)] : []),
		context(content.notices),
		...answerBlocks(content.answers, style),
		buttonRow([button('open_ticket', 'Open Ticket', content.ticketUrl)]),
	];
	return {
		text: notification(content.title),
		blocks: withDeliveryId(blocks, style.deliveryId),
	};
}
