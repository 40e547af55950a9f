import type { Delivery, Digest, SendableMessage } from '../item/types';
import { oneLine } from '../text/shown';
import { noticesOf } from './notices';
import { sharedDestinationOf, type DeliverySettings } from './recipient';
import { renderDigestEmail } from './render/emailDigest';
import { renderDigestSlack } from './render/slackDigest';

/**
 * The digest as a message: it belongs to no account, so it goes to the Slack channel or to the
 * fallback owner.
 * @throws Error naming the settings to fill in, when there is nobody to send it to
 */
export function composeDigestMessage(
	digest: Digest,
	settings: DeliverySettings,
	delivery?: Pick<Delivery, 'id' | 'step' | 'mayBeRepeat'>,
): SendableMessage {
	const { channel, recipient, detour } = sharedDestinationOf(
		settings,
		'The digest',
		delivery?.step,
	);
	const notices = noticesOf(delivery, detour);
	const email = renderDigestEmail(digest, notices);
	return {
		title: oneLine(digest.title),
		text: email.text,
		recipient,
		channel,
		via: channel,
		slack: renderDigestSlack(digest, notices, delivery?.id),
		email,
	};
}
