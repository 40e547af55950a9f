import { renderEmail } from './render/email';
import { renderSlack } from './render/slack';
import type { Alert } from '../item/types';
import { composeContent, type AlertInput } from './content';
import { deliveryOf, type DeliverySettings } from './recipient';

/**
 * The whole alert: what it says, to whom it goes, and how it looks in Slack and in an e-mail.
 * @throws Error naming the setting to fill in, when there is nobody to send it to
 */
export function composeAlert(input: AlertInput, settings: DeliverySettings, now: Date): Alert {
	const content = composeContent(input, now);
	const { channel, recipient } = deliveryOf(input.account, settings);
	return {
		...content,
		recipient,
		channel,
		slack: renderSlack(content, recipient),
		email: renderEmail(content, recipient),
	};
}
