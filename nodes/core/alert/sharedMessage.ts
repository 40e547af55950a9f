import type { Delivery, SendableMessage, SlackMessageId } from '../item/types';
import { oneLine } from '../text/shown';
import type { Composed } from './compose';
import type { ListMessage } from './listMessage';
import { noticesOf } from './notices';
import { sharedDestinationOf, type Destination } from './recipient';
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
	delivery?: Pick<Delivery, 'id' | 'step' | 'mayBeRepeat' | 'message' | 'earlier'>,
): Composed {
	const edited = delivery?.message;
	const { channel, recipient, detour } =
		edited === undefined
			? sharedDestinationOf(settings, what, delivery?.step)
			: whereItStands(edited, settings);
	// That a change came twice, nobody sees.
	const notices = noticesOf(edited === undefined ? delivery : undefined, [detour]);
	const email = renderListEmail(list, notices);
	const style = { buttons: settings.slackButtons, deliveryId: delivery?.id };
	const message: SendableMessage = {
		title: oneLine(list.title),
		text: email.text,
		recipient,
		channel,
		...(edited === undefined
			? repeatOf({ channel, recipient }, channel, settings, delivery)
			: { via: 'slackEdit' as const, slackMessage: { channel: edited.channel, ts: edited.ts } }),
		slack: renderListSlack(list, notices, style),
		...(channel === 'teams' && {
			teams: renderListTeams(list, notices, settings.teamsChannelLink),
		}),
		email,
	};
	return { message, remarks: [] };
}

/** What stands in Slack is changed there, wherever such a message goes by now. */
function whereItStands(
	{ channel }: SlackMessageId,
	{ fallbackOwner }: DeliverySettings,
): Destination {
	const { name, email } = fallbackOwner;
	return { channel: 'slack', recipient: { name, email, slack: channel, isFallback: false } };
}
