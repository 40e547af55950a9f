import type { AlertContent, Delivery, SendableMessage, SlackMessageId } from '../item/types';
import { composeContent, type AlertInput } from './content';
import { noticesOf, updatedNotice } from './notices';
import { ownerLineOf, type DeliverySettings } from './recipient';
import { renderSlack, renderSlackReply } from './render/slack';

interface SlackUpdate {
	/** The new message. */
	input: AlertInput;
	/** What an update by any other way would say. */
	content: AlertContent;
	settings: DeliverySettings;
	now: Date;
	/** The delivery's. */
	id?: string;
	/** The message in Slack that is updated. */
	message: SlackMessageId;
	messages?: number;
	sent?: Delivery['sent'];
}

/**
 * An open alert in Slack after a further message: the alert as it was sent, with a line that says
 * what came since, and a reply for its thread that tells what is new.
 */
export function composeSlackUpdate(
	update: SlackUpdate,
): Pick<SendableMessage, 'slack' | 'slackReply' | 'slackMessage'> {
	const { input, content, settings, now, id, message, messages, sent } = update;
	const asSent: AlertInput =
		sent?.ticket === undefined || sent.gate === undefined
			? input
			: { ...sent, ticket: sent.ticket, gate: sent.gate };
	const notices = [
		...noticesOf(undefined, undefined, asSent.ticket),
		updatedNotice(messages, input.sentiment?.score, input.ticket.subject),
	];
	const ownerLine = ownerLineOf(asSent.account, settings);
	return {
		slack: renderSlack(composeContent(asSent, { ownerLine, notices }, now), id),
		slackReply: renderSlackReply(content, id),
		slackMessage: { channel: message.channel, ts: message.ts },
	};
}
