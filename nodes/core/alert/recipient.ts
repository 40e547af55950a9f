import type { Account, AlertChannel, AlertRecipient } from '../item/types';

export interface DeliverySettings {
	/** 'owner': as the account's owner prefers, else {@link defaultChannel}. */
	channel: 'owner' | AlertChannel;
	defaultChannel: AlertChannel;
	/** Gets the alerts of accounts that nobody owns. */
	fallbackOwner: { name?: string; email?: string };
	/** Where Slack alerts go when the owner's own Slack ID is not known, e.g. "#cs-alerts". */
	slackChannel?: string;
}

export interface Delivery {
	channel: AlertChannel;
	recipient: AlertRecipient;
}

/**
 * Who gets an alert, and where.
 * @throws Error naming the setting to fill in, when there is nobody to send it to
 */
export function deliveryOf(account: Account | undefined, settings: DeliverySettings): Delivery {
	const owner = account?.status === 'matched' ? (account.owner ?? {}) : {};
	const isOwned = owner.email !== undefined || owner.slackId !== undefined;
	// Account Lookup has put its own fallback owner in the place of one who is deactivated.
	const inactive = account?.status === 'matched' ? account.inactiveOwner : undefined;
	const inactiveOwner = inactive && (inactive.name ?? inactive.email);
	const { fallbackOwner } = settings;
	const channel =
		settings.channel === 'owner' ? (owner.channel ?? settings.defaultChannel) : settings.channel;
	const recipient: AlertRecipient = {
		...(isOwned
			? { name: owner.name, email: owner.email }
			: { name: fallbackOwner.name, email: fallbackOwner.email }),
		slack: owner.slackId ?? settings.slackChannel,
		isFallback: !isOwned || inactive !== undefined,
		...(account?.status !== 'matched' && { noAccount: true }),
		...(inactiveOwner !== undefined && { inactiveOwner }),
	};
	if (channel === 'slack' && recipient.slack === undefined) {
		throw new Error(
			`The alert for ${nameOf(account)} has nowhere to go in Slack: ${problemOf(inactiveOwner, 'has no Slack ID')}. Fill in Slack Channel`,
		);
	}
	if (channel === 'email' && recipient.email === undefined) {
		throw new Error(
			`The alert for ${nameOf(account)} has nobody to go to: ${problemOf(inactiveOwner, 'has no email address')}. Fill in Fallback Owner Email`,
		);
	}
	return { channel, recipient };
}

function nameOf(account: Account | undefined): string {
	return account?.name ?? account?.id ?? 'a ticket without an account';
}

function problemOf(inactiveOwner: string | undefined, lack: string): string {
	return inactiveOwner === undefined
		? `the account's owner ${lack}`
		: `the user of the account's owner, ${inactiveOwner}, is deactivated`;
}
