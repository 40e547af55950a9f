import type { Alert, Delivery } from '../item/types';
import { composeContent, type AlertInput } from './content';
import { noticesOf, openAlertNotice } from './notices';
import { destinationOf, ownerLineOf, type DeliverySettings } from './recipient';
import { renderEmail } from './render/email';
import { renderSlack } from './render/slack';
import { composeSlackUpdate } from './slackUpdate';

/**
 * The whole alert: what it says, to whom it goes, and how it looks in Slack and in an e-mail.
 * @param delivery what is due; absent in a workflow without a log, which sends each alert once
 * @throws Error naming the setting to fill in, when there is nobody to send it to
 * @throws Error for a kind of message that is not written from a ticket
 */
export function composeAlert(
	input: AlertInput,
	settings: DeliverySettings,
	now: Date,
	delivery?: Delivery,
): Alert {
	const { id, kind = 'alert', step = 'owner', message, messages, sent, news } = delivery ?? {};
	if (kind !== 'alert' && kind !== 'update') {
		throw new Error(
			`This version of CS Alert Formatter cannot write a message of the kind "${kind}", only alerts, updates and digests`,
		);
	}
	const { ticket, sentiment, account } = input;
	const isUpdate = kind === 'update';
	// A manager is told anew: a change to a message in the owner's conversation would reach nobody else.
	const updated = isUpdate && step !== 'manager' ? message : undefined;
	const { channel, recipient, detour } = destinationOf(account, settings, step, updated?.channel);
	const ownerLine = ownerLineOf(account, settings);
	const notices = noticesOf(delivery, detour, ticket);
	if (isUpdate) notices.push(openAlertNotice(messages, sentiment?.score, sent?.sentiment));
	const content = composeContent(input, { ownerLine, notices, isUpdate, news }, now);
	const email = renderEmail(content);
	const slackUpdate =
		updated !== undefined && channel === 'slack'
			? composeSlackUpdate({ input, content, settings, now, id, message: updated, messages, sent })
			: undefined;
	const { title, ...said } = content;
	// What people look for stands first: n8n shows the fields in this order.
	return {
		title,
		text: email.text,
		recipient,
		channel,
		via: slackUpdate === undefined ? channel : 'slackUpdate',
		...said,
		...(slackUpdate ?? { slack: renderSlack(content, id) }),
		email,
	};
}
