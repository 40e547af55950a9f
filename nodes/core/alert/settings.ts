import type { AlertChannel } from '../item/types';
import type { Regional } from '../values/wordedTime';
import type { ActionRule } from './actionRules';
import type { FollowUpRule } from './followUpRules';
import type { OwnerDirectory } from './owners/ownerRows';
import type { Wording } from './placeholders';

export interface FallbackOwner {
	name?: string;
	email?: string;
	/** Set where they wrote the ticket themselves, so that its alert cannot go to them; name and address are then absent. */
	isRequester?: true;
}

/** What an admin sets once for all alerts. */
export interface DeliverySettings {
	/** 'owner': as the account's owner prefers, else {@link defaultChannel}. */
	channel: 'owner' | AlertChannel;
	defaultChannel: AlertChannel;
	/** Gets the alerts of accounts that nobody owns. */
	fallbackOwner: FallbackOwner;
	/** Where Slack alerts go when the owner's own Slack ID is not known, e.g. "#cs-alerts". */
	slackChannel?: string;
	/** Link to the channel in Microsoft Teams, as Teams copies it. */
	teamsChannelLink?: string;
	owners: OwnerDirectory;
	/** The first row that holds says what to do. */
	actions: readonly ActionRule[];
	followUps: readonly FollowUpRule[];
	/** ISO dates on which nobody works. */
	holidays: ReadonlySet<string>;
	regional: Regional;
	wording: Wording;
	/** How Slack answers an alert: by links, or by buttons that a Slack app sends to CS Alert Response Trigger. */
	slackButtons: 'links' | 'app';
	/** Whether what may be a repeat in Slack goes by "slackRepeat", where its conversation is known. */
	looksFirst: boolean;
}
