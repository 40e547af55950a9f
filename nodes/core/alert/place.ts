import type { Delivery, SendVia, SlackMessageId } from '../item/types';
import type { Assignment } from './assignment';
import { destinationOf, escalationOf, type Destination } from './recipient';
import type { DeliverySettings } from './settings';

/** Where a message goes, and whether it joins one that stands in Slack. */
export interface Place extends Destination {
	via: SendVia;
	/** The message in Slack that it changes or is a reply to. */
	message?: SlackMessageId;
}

const JOINING: Partial<Record<Delivery['kind'], SendVia>> = {
	update: 'slackUpdate',
	reminder: 'slackReply',
	answer: 'slackEdit',
	closed: 'slackEdit',
};

/**
 * Where a message about an alert goes.
 * @throws Error naming the setting to fill in, when there is nobody to send it to
 */
export function placeOf(
	assignment: Assignment,
	settings: DeliverySettings,
	{ kind, step, message }: Pick<Delivery, 'kind' | 'step' | 'message'>,
): Place {
	if (kind === 'escalation') {
		const told = escalationOf(assignment, settings, step);
		return { ...told, via: told.channel };
	}
	const joined = JOINING[kind];
	if (joined === 'slackEdit' && message !== undefined) {
		// How it stands is written where it stands, whatever its owner prefers by now.
		return { ...inSlack(assignment, message), via: joined, message };
	}
	const isJoining = joined !== undefined && message !== undefined && step !== 'manager';
	// Whoever stands in does not see what was said to the owner alone; Slack's direct messages begin with D.
	const isOutOfReach = assignment.away.length > 0 && message?.channel.startsWith('D') === true;
	if (!isJoining || isOutOfReach) {
		const destination = destinationOf(assignment, settings, step);
		return { ...destination, via: destination.channel };
	}
	const destination = destinationOf(assignment, settings, step, message.channel);
	return destination.channel === 'slack'
		? { ...destination, via: joined, message }
		: { ...destination, via: destination.channel };
}

function inSlack({ person }: Assignment, { channel }: SlackMessageId): Destination {
	return {
		channel: 'slack',
		recipient: {
			name: person?.name,
			email: person?.email,
			slack: channel,
			isFallback: person === undefined,
		},
	};
}
