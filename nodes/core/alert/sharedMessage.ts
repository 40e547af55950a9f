import type { Delivery, Digest, SendableMessage, SlackMessageId } from '../item/types';
import { oneLine } from '../text/shown';
import { absenceLine, ownAssignmentOf } from './assignment';
import type { Composed } from './compose';
import { quietUntil, readerOf } from './hold';
import type { ListMessage } from './listMessage';
import { noticesOf } from './notices';
import { destinationOf, sharedDestinationOf, type Destination } from './recipient';
import { repeatOf } from './repeat';
import { renderListEmail } from './render/emailList';
import { renderListSlack } from './render/slackList';
import { renderListTeams } from './render/teams';
import type { DeliverySettings } from './settings';

type Due = Pick<
	Delivery,
	'id' | 'kind' | 'step' | 'mayBeRepeat' | 'mayWait' | 'message' | 'earlier'
>;

/**
 * A digest as a message: that of an owner goes where their alerts go, and waits for the end of quiet hours as they do;
 * that of the lead to the channel that all share or to the fallback owner.
 * @throws Error naming the settings to fill in, when there is nobody to send it to
 */
export function composeDigest(
	digest: Digest,
	settings: DeliverySettings,
	now: Date,
	delivery: Due,
): Composed {
	if (digest.owner === undefined) {
		return composeListMessage(digest, 'The digest', settings, delivery);
	}
	const assignment = ownAssignmentOf(digest.owner, settings, now);
	const destination = destinationOf(assignment, settings, delivery.step);
	const isOwners = delivery.step !== 'manager';
	const absence = isOwners ? absenceLine(assignment, now, settings) : undefined;
	const message = listMessage(digest, destination, [absence], settings, delivery);
	const holdUntil =
		delivery.mayWait === true
			? quietUntil(readerOf(assignment, delivery), settings.regional, now)
			: undefined;
	return {
		message:
			holdUntil === undefined
				? message
				: { ...message, via: 'hold', holdUntil: holdUntil.toISOString() },
		remarks: assignment.remarks,
	};
}

/**
 * What waits in Review, or the lead's digest, as a message: it belongs to no account, so it goes to the channel that
 * all share or to the fallback owner.
 * @param what names it where it cannot be sent, e.g. "The digest"
 * @throws Error naming the settings to fill in, when there is nobody to send it to
 */
export function composeListMessage(
	list: ListMessage,
	what: string,
	settings: DeliverySettings,
	delivery: Due,
): Composed {
	const { message: edited } = delivery;
	if (edited === undefined) {
		const destination = sharedDestinationOf(settings, what, delivery.step);
		return { message: listMessage(list, destination, [], settings, delivery), remarks: [] };
	}
	// That a change came twice, nobody sees.
	const unmarked = { ...delivery, mayBeRepeat: false };
	const { channel, ts } = edited;
	return {
		message: {
			...listMessage(list, whereItStands(edited, settings), [], settings, unmarked),
			via: 'slackEdit',
			slackMessage: { channel, ts },
		},
		remarks: [],
	};
}

function listMessage(
	list: ListMessage,
	{ channel, recipient, detour }: Destination,
	further: ReadonlyArray<string | undefined>,
	settings: DeliverySettings,
	delivery: Due,
): SendableMessage {
	const notices = noticesOf(delivery, [detour, ...further]);
	const email = renderListEmail(list, notices);
	const style = { buttons: settings.slackButtons, deliveryId: delivery.id };
	return {
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
}

/** What stands in Slack is changed there, wherever such a message goes by now. */
function whereItStands(
	{ channel }: SlackMessageId,
	{ fallbackOwner }: DeliverySettings,
): Destination {
	const { name, email } = fallbackOwner;
	return { channel: 'slack', recipient: { name, email, slack: channel, isFallback: false } };
}
