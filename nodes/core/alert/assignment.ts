import type { Account, AlertStanding, Owner, Ticket } from '../item/types';
import { comparableEmail } from '../account/email';
import { isNobodys } from '../account/nobodysAddress';
import { channelNamed } from '../account/table/channels';
import { shown } from '../text/shown';
import { DEFAULT_WORKING_HOURS, type WorkingTime } from '../values/businessHours';
import { textOf } from '../values/text';
import { formatDay } from '../values/wordedTime';
import { listOf } from '../values/wording';
import { nameOf, onDuty, type Away } from './owners/onDuty';
import { findOwner, type OwnerRow } from './owners/ownerRows';
import { slackIdOf } from './owners/slackId';
import type { DeliverySettings } from './settings';

/** Whose alert it is, and who acts for them now. */
export interface Assignment {
	/** What is to be sent, as errors call it, e.g. "The alert for Acme Corp". */
	what: string;
	hasAccount: boolean;
	/** The account's owner with what the table of owners adds; empty where nobody owns it. */
	owner: OwnerRow;
	isOwned: boolean;
	/** Name or address of the owner whose user in the CRM is deactivated, where nobody else owns it. */
	inactiveOwner?: string;
	/** Who gets it: the owner, or who stands in. Absent where only the fallback owner is left. */
	person?: OwnerRow;
	away: Away[];
	/** Where the owner has said that the account is not theirs, so that their manager is to act, or the fallback owner: who said so. */
	handedOn?: { by?: string };
	/** Name or address of who would get it but wrote the ticket, so that the fallback owner gets it. */
	requester?: string;
	/** Name or address of who would get it, where it is a test and they are one of the samples: nobody would see it arrive. */
	sample?: string;
	manager?: OwnerRow;
	/** Words to the admin. */
	remarks: string[];
}

/**
 * Settles who gets an alert: the account's owner, their delegate while they are away, else nobody but the fallback
 * owner. Never whoever wrote the ticket, and nobody whom only the helpdesk knows; of a test, never an invented person.
 * @param standing of an alert that is open: once its owner has said that it is not theirs, their manager is the next
 */
export function assignmentOf(
	account: Account | undefined,
	{ requester, isTest }: Pick<Ticket, 'requester' | 'isTest'>,
	settings: DeliverySettings,
	now: Date,
	standing?: AlertStanding,
): Assignment {
	const { owners, regional } = settings;
	const isMatched = account?.status === 'matched';
	const remarks: string[] = [];
	const owner = withTableFacts((isMatched && account.owner) || {}, settings, remarks);
	const isOwned = owner.email !== undefined || owner.slackId !== undefined;
	const inactive = isMatched && !isOwned ? account.inactiveOwner : undefined;
	const requesterEmail = comparableEmail(requester?.email);
	const isBarred = ({ email }: OwnerRow) =>
		requesterEmail !== undefined && comparableEmail(email) === requesterEmail;
	const isInvented = ({ email }: OwnerRow) =>
		isTest === true && email !== undefined && isNobodys(email);
	const { person: first, away } = isOwned
		? onDuty(owner, owners, now, regional.timeZone)
		: { person: undefined, away: [] };
	const above =
		owner.manager === undefined
			? undefined
			: onDuty(
					findOwner(owners, { email: owner.manager }) ?? { email: owner.manager },
					owners,
					now,
					regional.timeZone,
				).person;
	const manager =
		isOther(above, first) && !isBarred(above) && !isInvented(above) ? above : undefined;
	const handedOn = handedOnOf(standing);
	const person = handedOn === undefined ? first : manager;
	const isRequester = person !== undefined && isBarred(person);
	const isSample = person !== undefined && !isRequester && isInvented(person);
	if (person?.channel === 'teams' && settings.teamsChannelLink === undefined) {
		remarks.push(
			`${nameOf(person)} wants alerts in Microsoft Teams. Fill in Teams Channel Link; until then they go by the default channel`,
		);
	}
	return {
		what: `The alert for ${shown(account?.name) ?? shown(account?.id) ?? 'a ticket without an account'}`,
		hasAccount: isMatched,
		owner,
		isOwned,
		inactiveOwner: inactive && (shown(inactive.name) ?? shown(inactive.email)),
		...(person !== undefined && !isRequester && !isSample && { person }),
		away: handedOn === undefined ? away : [],
		...(handedOn !== undefined && { handedOn }),
		...(isRequester && { requester: nameOf(person) }),
		...(isSample && { sample: nameOf(person) }),
		...(handedOn === undefined && manager !== undefined && { manager }),
		remarks,
	};
}

function handedOnOf({ handedOnAt, verdict, verdictBy }: Partial<AlertStanding> = {}) {
	if (handedOnAt === undefined) return undefined;
	// A later verdict is another's.
	const by = verdict === 'wrongOwner' ? shown(verdictBy, 100) : undefined;
	return by === undefined ? {} : { by };
}

/** The settings as they hold for a ticket's alert: it never goes to whoever wrote the ticket. */
export function settingsFor(
	{ requester }: Pick<Ticket, 'requester'>,
	settings: DeliverySettings,
): DeliverySettings {
	const fallback = comparableEmail(settings.fallbackOwner.email);
	return fallback === undefined || fallback !== comparableEmail(requester?.email)
		? settings
		: { ...settings, fallbackOwner: { isRequester: true } };
}

/** Settles who gets what tells of an owner's accounts: as their alerts, whichever account it were. */
export function ownAssignmentOf(owner: Owner, settings: DeliverySettings, now: Date): Assignment {
	const assignment = assignmentOf({ status: 'matched', owner }, {}, settings, now);
	return { ...assignment, what: `The digest of ${nameOf(assignment.owner)}` };
}

/** Whether somebody is there who is not told already. */
function isOther(manager: OwnerRow | undefined, person: OwnerRow | undefined): manager is OwnerRow {
	return (
		manager !== undefined &&
		(person === undefined || comparableEmail(manager.email) !== comparableEmail(person.email))
	);
}

/** Why it does not come to the owner; absent where it does. */
export function absenceLine(
	{ away, requester, sample, handedOn, owner, person }: Assignment,
	now: Date,
	{ regional }: DeliverySettings,
): string | undefined {
	if (handedOn !== undefined) {
		const who = handedOn.by ?? nameOf(owner);
		const reader = person === undefined ? 'you' : nameOf(person);
		return `${who} says the account is not theirs, so this comes to ${reader}. Correct its owner where your accounts are kept`;
	}
	if (sample !== undefined) {
		return `${sample} is a sample, nobody’s address, so this test comes to you`;
	}
	if (requester !== undefined) return `${requester} wrote the ticket, so this comes to you`;
	if (away.length === 0) return undefined;
	const absences = away.map(({ who, until }) => {
		const day = until === undefined ? undefined : formatDay(until, now, regional);
		return day === undefined ? `${who} is away` : `${who} is away until ${day}`;
	});
	return `${listOf(absences)}, so this comes to you`;
}

/** "Owner: Dana Reyes", and that it is only the fallback where it is. */
export function ownerLineOf(assignment: Assignment, { fallbackOwner }: DeliverySettings): string {
	const { owner, isOwned, hasAccount, inactiveOwner, handedOn } = assignment;
	const fallback = shown(fallbackOwner.name) ?? shown(fallbackOwner.email) ?? 'nobody';
	if (isOwned) {
		return `Owner: ${nameOf(owner)}${handedOn === undefined ? '' : ' (says the account is not theirs)'}`;
	}
	const why = !hasAccount
		? 'no account was found'
		: inactiveOwner === undefined
			? 'the account has no owner'
			: `${inactiveOwner} is deactivated in the CRM`;
	return fallbackOwner.isRequester === true
		? `Owner: nobody (${why}, and the fallback owner wrote the ticket)`
		: `Owner: ${fallback} (fallback: ${why})`;
}

/** When whoever gets it works; by the settings' clocks where their own are not known. */
export function workingTimeOf(
	{ person }: Assignment,
	{ regional, holidays }: DeliverySettings,
): WorkingTime {
	return {
		hours: person?.workingHours ?? DEFAULT_WORKING_HOURS,
		timeZone: person?.timeZone ?? regional.timeZone,
		holidays,
	};
}

/** The owner as the account names them, as far as it can be understood, with what the table of owners knows better. */
function withTableFacts(
	owner: Owner,
	{ owners, slackChannel }: DeliverySettings,
	remarks: string[],
): OwnerRow {
	const slackText = textOf(owner.slackId);
	const named: OwnerRow = {
		name: textOf(owner.name),
		email: textOf(owner.email),
		slackId: slackText === undefined ? undefined : slackIdOf(slackText),
		channel: channelNamed(textOf(owner.channel) ?? ''),
	};
	const row = findOwner(owners, named);
	const known = Object.entries(row ?? {}).filter(([, fact]) => fact !== undefined);
	const merged: OwnerRow = { ...named, ...Object.fromEntries(known) };
	if (slackText !== undefined && merged.slackId === undefined) {
		const where = slackChannel ?? 'the Slack Channel, which is not filled in';
		remarks.push(
			`"${shown(slackText, 60) ?? ''}" of ${nameOf(named)} is no Slack member ID, so their alerts in Slack go to ${where}. Copy the ID from the Slack profile, e.g. U024BE7LH`,
		);
	}
	return merged;
}
