import type { Delivery, SendableMessage } from '../item/types';
import { oneLine } from '../text/shown';
import type { Composed } from './compose';
import type { ListMessage } from './listMessage';
import { noticesOf } from './notices';
import { sharedDestinationOf } from './recipient';
import { repeatOf } from './repeat';
import { renderListEmail } from './render/emailList';
import { renderListSlack } from './render/slackList';
import { renderListTeams } from './render/teams';
import type { DeliverySettings } from './settings';

/**
 * A digest or what waits in Review as a message: it belongs to no account, so it goes to the channel that all share
 * or to the fallback owner.
 * @param what names it where it cannot be sent, e.g. "The digest"
 * @throws Error naming the settings to fill in, when there is nobody to send it to
 */
export function composeListMessage(
	list: ListMessage,
	what: string,
	settings: DeliverySettings,
	delivery?: Pick<Delivery, 'id' | 'step' | 'mayBeRepeat' | 'earlier'>,
): Composed {
	const { channel, recipient, detour } = sharedDestinationOf(settings, what, delivery?.step);
	const notices = noticesOf(delivery, [detour]);
	const email = renderListEmail(list, notices);
	const style = { buttons: settings.slackButtons, deliveryId: delivery?.id };
	const message: SendableMessage = {
		title: oneLine(list.title),
		text: email.text,
		recipient,
		channel,
		...repeatOf({ channel, recipient }, channel, settings, delivery),
		slack: renderListSlack(list, notices, style),
		...(channel === 'teams' && {
			teams: renderListTeams(list, notices, settings.teamsChannelLink),
		}),
		email,
	};
	return { message, remarks: [] };
}
