import type { Account, AlertChannel, AlertRecipient, DeliveryStep } from '../item/types';
import { shown } from '../text/shown';

export interface DeliverySettings {
	/** 'owner': as the account's owner prefers, else {@link defaultChannel}. */
	channel: 'owner' | AlertChannel;
	defaultChannel: AlertChannel;
	/** Gets the alerts of accounts that nobody owns. */
	fallbackOwner: { name?: string; email?: string };
	/** Where Slack alerts go when the owner's own Slack ID is not known, e.g. "#cs-alerts". */
	slackChannel?: string;
}

/** Where a message goes. */
export interface Destination {
	channel: AlertChannel;
	recipient: AlertRecipient;
	/** Why it comes another way than usual, in one line. */
	detour?: string;
}

const OTHER: Record<AlertChannel, AlertChannel> = { slack: 'email', email: 'slack' };
const IN_WORDS: Record<AlertChannel, string> = { slack: 'in Slack', email: 'by email' };

/**
 * Who gets an alert, and where.
 * @param step the owner over the usual channel, over the other one, or the manager: the fallback owner
 * @param slackPlace the Slack conversation that already holds the alert, for an update of it
 * @throws Error naming the setting to fill in, when there is nobody to send it to
 */
export function destinationOf(
	account: Account | undefined,
	settings: DeliverySettings,
	step: DeliveryStep = 'owner',
	slackPlace?: string,
): Destination {
	const { owner, isOwned, inactiveOwner } = ownershipOf(account);
	const { fallbackOwner, slackChannel } = settings;
	const usual =
		settings.channel === 'owner' ? (owner.channel ?? settings.defaultChannel) : settings.channel;
	const ownerName = isOwned
		? (shown(owner.name) ?? shown(owner.email) ?? shown(owner.slackId))
		: (shown(fallbackOwner.name) ?? shown(fallbackOwner.email));
	const facts = {
		...(account?.status !== 'matched' && { noAccount: true }),
		...(inactiveOwner !== undefined && { inactiveOwner }),
	};
	if (step === 'manager') {
		const who = ownerName ?? slackChannel ?? 'anybody';
		return {
			...managerOf(settings, `The alert for ${nameOf(account)}`),
			detour: `Sent here because it could not be delivered to ${who} in Slack or by email`,
		};
	}
	const channel = step === 'owner' ? usual : OTHER[usual];
	// An owner without an address is not left out: the fallback owner's stands in.
	const ownsEmail = owner.email !== undefined;
	const isReached = isOwned && (channel === 'slack' || ownsEmail);
	const slack = slackPlace ?? owner.slackId ?? slackChannel;
	const recipient: AlertRecipient = {
		name: isReached ? owner.name : fallbackOwner.name,
		email: owner.email ?? fallbackOwner.email,
		slack,
		isFallback: !isReached || inactiveOwner !== undefined,
		...facts,
	};
	if (channel === 'slack' && slack === undefined) {
		throw new Error(
			`The alert for ${nameOf(account)} has nowhere to go in Slack: ${problemOf(inactiveOwner, 'has no Slack ID')}. Fill in Slack Channel`,
		);
	}
	if (channel === 'email' && recipient.email === undefined) {
		throw new Error(
			`The alert for ${nameOf(account)} has nobody to go to: ${problemOf(inactiveOwner, 'has no email address')}. Fill in Fallback Owner Email`,
		);
	}
	if (step === 'owner') return { channel, recipient };
	const missed =
		usual === 'slack' && owner.slackId === undefined ? (slackChannel ?? ownerName) : ownerName;
	return {
		channel,
		recipient,
		detour: `Sent here because it could not be delivered to ${missed ?? 'the owner'} ${IN_WORDS[usual]}`,
	};
}

/**
 * Where what belongs to no account goes: the default channel, or the other one where it has no address.
 * @throws Error naming the settings to fill in, when there is nobody to send it to
 */
export function sharedDestinationOf(
	settings: DeliverySettings,
	what: string,
	step: DeliveryStep = 'owner',
): Destination {
	const { fallbackOwner, slackChannel, defaultChannel } = settings;
	const addresses = { slack: slackChannel, email: fallbackOwner.email };
	const usual = addresses[defaultChannel] === undefined ? OTHER[defaultChannel] : defaultChannel;
	const missed = `${addresses[usual] ?? 'anybody'} ${IN_WORDS[usual]}`;
	const detour = `Sent here because it could not be delivered to ${missed}`;
	if (step === 'manager') return { ...managerOf(settings, what), detour };
	const channel = step === 'owner' ? usual : OTHER[usual];
	if (addresses[channel] === undefined) {
		const setting = channel === 'slack' ? 'Slack Channel' : 'Fallback Owner Email';
		const settingNames = step === 'owner' ? 'Slack Channel or Fallback Owner Email' : setting;
		throw new Error(`${what} has nowhere to go ${IN_WORDS[channel]}. Fill in ${settingNames}`);
	}
	const recipient = { ...fallbackOwner, slack: slackChannel, isFallback: false };
	return step === 'owner' ? { channel, recipient } : { channel, recipient, detour };
}

/** "Owner: Dana Reyes", and that it is only the fallback where it is. */
export function ownerLineOf(account: Account | undefined, settings: DeliverySettings): string {
	const { owner, isOwned, inactiveOwner } = ownershipOf(account);
	const { fallbackOwner } = settings;
	const fallback = shown(fallbackOwner.name) ?? shown(fallbackOwner.email) ?? 'nobody';
	const who = isOwned
		? (shown(owner.name) ?? shown(owner.email) ?? shown(owner.slackId) ?? fallback)
		: fallback;
	if (account?.status !== 'matched') return `Owner: ${who} (fallback: no account was found)`;
	if (inactiveOwner !== undefined) {
		return `Owner: ${who} (fallback: ${inactiveOwner} is deactivated in the CRM)`;
	}
	return isOwned ? `Owner: ${who}` : `Owner: ${who} (fallback: the account has no owner)`;
}

/** The fallback owner by e-mail, else the Slack channel. */
function managerOf({ fallbackOwner, slackChannel }: DeliverySettings, what: string): Destination {
	if (fallbackOwner.email === undefined && slackChannel === undefined) {
		throw new Error(
			`${what} could not be delivered, and there is nobody else to send it to. Fill in Fallback Owner Email or Slack Channel`,
		);
	}
	return {
		channel: fallbackOwner.email === undefined ? 'slack' : 'email',
		recipient: { ...fallbackOwner, slack: slackChannel, isFallback: true },
	};
}

function ownershipOf(account: Account | undefined) {
	const owner = account?.status === 'matched' ? (account.owner ?? {}) : {};
	// Account Lookup has put its own fallback owner in the place of one who is deactivated.
	const inactive = account?.status === 'matched' ? account.inactiveOwner : undefined;
	return {
		owner,
		isOwned: owner.email !== undefined || owner.slackId !== undefined,
		inactiveOwner: inactive && (shown(inactive.name) ?? shown(inactive.email)),
	};
}

function nameOf(account: Account | undefined): string {
	return shown(account?.name) ?? shown(account?.id) ?? 'a ticket without an account';
}

function problemOf(inactiveOwner: string | undefined, lack: string): string {
	return inactiveOwner === undefined
		? `the account's owner ${lack}`
		: `the user of the account's owner, ${inactiveOwner}, is deactivated`;
}
