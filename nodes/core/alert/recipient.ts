import type { AlertChannel, AlertRecipient, DeliveryStep } from '../item/types';
import { shown } from '../text/shown';
import type { Assignment } from './assignment';
import { nameOf } from './owners/onDuty';
import { findOwner, type OwnerRow } from './owners/ownerRows';
import type { DeliverySettings } from './settings';
import { teamsChannelOf } from './teamsChannel';

/** Where a message goes. */
export interface Destination {
	channel: AlertChannel;
	recipient: AlertRecipient;
	/** Why this channel, after "because". Absent where it is a detour. */
	because?: string;
	/** Why it comes another way than usual, in one line. */
	detour?: string;
}

/** How a message goes there, e.g. "by email". */
export const IN_WORDS: Record<AlertChannel, string> = {
	slack: 'in Slack',
	email: 'by email',
	teams: 'in Teams',
};
const FIELD: Record<AlertChannel, string> = {
	slack: 'Slack Channel',
	email: 'Fallback Owner Email',
	teams: 'Teams Channel Link',
};

const ANOTHER_FALLBACK = 'Enter somebody else in Fallback Owner Email';

/**
 * Who gets an alert, and where.
 * @param step whoever is on duty over the usual channel, over the other one, or the manager
 * @param slackPlace the Slack conversation that already holds the alert
 * @throws Error naming the setting to fill in, when there is nobody to send it to
 */
export function destinationOf(
	assignment: Assignment,
	settings: DeliverySettings,
	step: DeliveryStep = 'owner',
	slackPlace?: string,
): Destination {
	const { person } = assignment;
	const { slackChannel, fallbackOwner } = settings;
	const usual = usualChannelOf(person, settings);
	const other = otherThan(usual, addressesOf(person, settings));
	const name = person === undefined ? fallbackName(settings) : nameOf(person);
	if (step === 'manager') {
		const who = name ?? slackChannel ?? 'anybody';
		return {
			...managerOf(assignment, settings),
			detour: `Sent here because it could not be delivered to ${who} ${IN_WORDS[usual]} or ${IN_WORDS[other]}`,
		};
	}
	const channel = step === 'owner' ? usual : other;
	// An owner without an address is not left out: the fallback owner's stands in.
	const isReached = person !== undefined && (channel !== 'email' || person.email !== undefined);
	const recipient: AlertRecipient = {
		name: isReached ? person.name : fallbackOwner.name,
		email: person?.email ?? fallbackOwner.email,
		slack: slackPlace ?? person?.slackId ?? slackChannel,
		...teamsOf(channel, settings),
		isFallback: !isReached,
		...factsOf(assignment),
	};
	if (channel !== 'teams' && recipient[channel] === undefined) {
		throw new Error(nowhereToGo(assignment, channel, settings));
	}
	if (step === 'owner') return { channel, recipient, because: whyUsual(person, channel, settings) };
	const missed = usual === 'slack' && person?.slackId === undefined ? (slackChannel ?? name) : name;
	return {
		channel,
		recipient,
		detour: `Sent here because it could not be delivered to ${missed ?? 'the owner'} ${IN_WORDS[usual]}`,
	};
}

/**
 * Where an escalation goes: to the manager as they prefer, over the other channel, and at last to the fallback owner.
 * @throws Error naming the settings to fill in, when there is nobody to send it to
 */
export function escalationOf(
	assignment: Assignment,
	settings: DeliverySettings,
	step: DeliveryStep,
): Destination {
	const { manager } = assignment;
	const told = managerOf(assignment, settings);
	if (step === 'owner') return told;
	const who = manager === undefined ? fallbackName(settings) : nameOf(manager);
	const detour = `Sent here because it could not be delivered to ${who ?? 'the manager'} ${IN_WORDS[told.channel]}`;
	const addresses = addressesOf(step === 'manager' ? undefined : manager, settings);
	const other = otherThan(told.channel, addresses);
	const channel = addresses[other] === undefined ? told.channel : other;
	return { channel, recipient: toldRecipient(assignment, settings, addresses, channel), detour };
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
	const addresses = addressesOf(undefined, settings);
	const usual =
		addresses[defaultChannel] === undefined ? otherThan(defaultChannel, addresses) : defaultChannel;
	const other = otherThan(usual, addresses);
	const missed = `${addresses[usual] ?? 'anybody'} ${IN_WORDS[usual]}`;
	const detour = `Sent here because it could not be delivered to ${missed}`;
	const channel =
		step === 'manager' ? sharedManagerChannel(settings, what) : step === 'owner' ? usual : other;
	if (addresses[channel] === undefined) {
		throw new Error(
			step === 'owner'
				? `${what} has nowhere to go. Fill in Slack Channel or Fallback Owner Email`
				: `${what} has nowhere to go ${IN_WORDS[channel]}. Fill in ${FIELD[channel]}`,
		);
	}
	const recipient = {
		...fallbackOwner,
		slack: slackChannel,
		...teamsOf(channel, settings),
		isFallback: step === 'manager',
	};
	return step === 'owner' ? { channel, recipient } : { channel, recipient, detour };
}

function usualChannelOf(person: OwnerRow | undefined, settings: DeliverySettings): AlertChannel {
	const { channel, defaultChannel, teamsChannelLink } = settings;
	if (channel !== 'owner') return channel;
	// A wish that cannot be met loses no alert.
	const isOpen = person?.channel !== 'teams' || teamsChannelLink !== undefined;
	return (isOpen ? person?.channel : undefined) ?? defaultChannel;
}

/** Why {@link usualChannelOf} chose it. */
function whyUsual(
	person: OwnerRow | undefined,
	channel: AlertChannel,
	{ channel: sendBy, owners }: DeliverySettings,
): string {
	if (sendBy !== 'owner') return 'Send By of CS Alert Formatter says so';
	if (person?.channel !== channel) return 'it is Default Channel of CS Alert Formatter';
	const isInTable = findOwner(owners, person)?.channel === channel;
	return `${nameOf(person)} prefers it, as ${isInTable ? 'their row in the table of owners' : 'the account'} says`;
}

/** The owner's manager as they prefer; else the fallback owner by e-mail, else the Slack channel. */
function managerOf(assignment: Assignment, settings: DeliverySettings): Destination {
	const { manager, what } = assignment;
	if (manager !== undefined) {
		const addresses = { ...addressesOf(manager, settings), slack: manager.slackId };
		const preferred = usualChannelOf(manager, settings);
		const channel =
			addresses[preferred] !== undefined
				? preferred
				: manager.email === undefined
					? 'slack'
					: 'email';
		return { channel, recipient: toldRecipient(assignment, settings, addresses, channel) };
	}
	const channel = sharedManagerChannel(settings, what);
	const addresses = addressesOf(undefined, settings);
	return { channel, recipient: toldRecipient(assignment, settings, addresses, channel) };
}

function sharedManagerChannel(
	{ fallbackOwner, slackChannel, teamsChannelLink }: DeliverySettings,
	what: string,
): AlertChannel {
	if (fallbackOwner.email !== undefined) return 'email';
	if (slackChannel !== undefined) return 'slack';
	if (teamsChannelLink !== undefined) return 'teams';
	throw new Error(
		fallbackOwner.isRequester === true
			? `${what} could not be delivered, and there is nobody else to send it to: the fallback owner wrote the ticket. ${ANOTHER_FALLBACK}, or fill in Slack Channel`
			: `${what} could not be delivered, and there is nobody else to send it to. Fill in Fallback Owner Email or Slack Channel`,
	);
}

/** Where to go when a channel does not take a message: from the two of chat to e-mail, from there to chat. */
function otherThan(channel: AlertChannel, { slack, teams }: Addresses): AlertChannel {
	if (channel !== 'email') return 'email';
	return slack === undefined && teams !== undefined ? 'teams' : 'slack';
}

type Addresses = Partial<Record<AlertChannel, string>>;

function addressesOf(
	person: OwnerRow | undefined,
	{ slackChannel, fallbackOwner, teamsChannelLink }: DeliverySettings,
): Addresses {
	return {
		slack: person?.slackId ?? slackChannel,
		email: person?.email ?? fallbackOwner.email,
		teams: teamsChannelLink,
	};
}

function toldRecipient(
	{ manager }: Assignment,
	settings: DeliverySettings,
	addresses: Addresses,
	channel: AlertChannel,
): AlertRecipient {
	const isManager = manager !== undefined && addresses.email === manager.email;
	return {
		name: isManager ? manager.name : settings.fallbackOwner.name,
		email: addresses.email,
		slack: addresses.slack,
		...teamsOf(channel, settings),
		isFallback: !isManager,
	};
}

function teamsOf(channel: AlertChannel, { teamsChannelLink }: DeliverySettings) {
	return channel === 'teams' ? { teams: teamsChannelOf(teamsChannelLink).name } : {};
}

function factsOf({ hasAccount, inactiveOwner, away }: Assignment) {
	return {
		...(!hasAccount && { noAccount: true }),
		...(inactiveOwner !== undefined && { inactiveOwner }),
		...(away[0] !== undefined && { standsInFor: away[0].who }),
	};
}

function fallbackName({ fallbackOwner }: DeliverySettings): string | undefined {
	return shown(fallbackOwner.name) ?? shown(fallbackOwner.email);
}

function nowhereToGo(
	{ what, hasAccount, isOwned, inactiveOwner, away, requester, sample, handedOn }: Assignment,
	channel: 'slack' | 'email',
	{ fallbackOwner }: DeliverySettings,
): string {
	const [where, lack] =
		channel === 'slack'
			? ['nowhere to go in Slack', 'has no Slack ID']
			: ['nobody to go to', 'has no email address'];
	const problem =
		inactiveOwner !== undefined
			? `the user of the account's owner, ${inactiveOwner}, is deactivated`
			: requester !== undefined
				? `${requester} wrote the ticket`
				: sample !== undefined
					? `${sample} is a sample, whom no test is sent to`
					: away[0] !== undefined
						? `${away[0].who} is away, and nobody stands in`
						: handedOn !== undefined
							? 'its owner says the account is not theirs, and no manager of theirs is known'
							: !hasAccount
								? 'no account was found'
								: !isOwned
									? 'the account has no owner'
									: `the account's owner ${lack}`;
	return channel === 'email' && fallbackOwner.isRequester === true
		? `${what} has ${where}: ${problem}, and the fallback owner wrote the ticket. ${ANOTHER_FALLBACK}`
		: `${what} has ${where}: ${problem}. Fill in ${FIELD[channel]}`;
}
