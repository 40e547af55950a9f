import { isNobodys } from '../account/nobodysAddress';
import { nameOf, onDuty } from '../alert/owners/onDuty';
import { readOwnerRows, type OwnerDirectory, type OwnerRow } from '../alert/owners/ownerRows';
import { localDate } from '../values/zonedTime';
import { listOf } from '../values/wording';
import { sortOwnerRows } from './samples';
import { tableCheck, unreadableTable } from './tableCheck';
import type { SetupCheck } from './types';

type Row = Readonly<Record<string, unknown>>;

const OWNERS = { id: 'owners', name: 'Owners (cs_owners)' } as const;

/**
 * The team's owners: who cannot be reached, who is away with nobody standing in, what cannot be read.
 * Invented ones are counted, not judged.
 * @param timeZone of people of whom no zone is known
 */
export function ownersCheck(rows: readonly Row[], now: Date, timeZone: string): SetupCheck {
	if (rows.length === 0) {
		return {
			...OWNERS,
			status: 'skipped',
			found:
				'No rows came in. They are optional: an owner without one is told as the account says, and nobody stands in while they are away.',
			whatToDo: 'Fill in owners.csv and import it into cs_owners, then run CS Alerts Setup again.',
		};
	}
	const { own, samples } = sortOwnerRows(rows);
	const { owners, problems } = readOwnerRows(own);
	const people = [...new Set([...owners.byEmail.values(), ...owners.bySlackId.values()])];
	const findings = [
		...problems,
		...people.flatMap((person) => reachOf(person)),
		...people.flatMap((person) => absenceOf(person, owners, now, timeZone)),
	];
	return tableCheck(OWNERS, {
		name: 'cs_owners',
		noun: 'owner',
		own: people.length,
		samples,
		findings,
		remedy:
			'Mend these rows: Overview → Data tables → cs_owners. The lane “Slack member IDs” of CS Alerts Setup fills in missing IDs.',
	});
}

export const unreadableOwners = (reason: string): SetupCheck =>
	unreadableTable(OWNERS, 'cs_owners', reason);

function reachOf(person: OwnerRow): string[] {
	const missing = [
		...(person.email === undefined
			? ['no email address, so nothing reaches them when Slack fails']
			: []),
		...(person.slackId === undefined && person.channel === 'slack'
			? ['no Slack member ID, so their alerts go to the channel']
			: []),
	];
	const left = (['manager', 'delegate'] as const).flatMap((role) => {
		const address = person[role];
		return address !== undefined && isNobodys(address)
			? [`The ${role} of ${nameOf(person)} is a sample, ${address}`]
			: [];
	});
	return [...(missing.length === 0 ? [] : [`${nameOf(person)} has ${listOf(missing)}`]), ...left];
}

/** Today, and at the beginning of an absence that is still to come. */
function absenceOf(
	person: OwnerRow,
	owners: OwnerDirectory,
	now: Date,
	timeZone: string,
): string[] {
	const { absentFrom } = person;
	const today = localDate(now, person.timeZone ?? timeZone);
	const isAhead = absentFrom !== undefined && absentFrom > today;
	// Noon is the same day wherever people work.
	const at = isAhead ? new Date(`${absentFrom}T12:00:00Z`) : now;
	const duty = onDuty(person, owners, at, timeZone);
	if (duty.person !== undefined || duty.away.length === 0) return [];
	const when = isAhead ? `will be away from ${absentFrom}` : 'is away';
	const others = duty.away.slice(1).map(({ who }) => who);
	return [
		others.length === 0
			? `${nameOf(person)} ${when} and has no delegate, so their alerts go to the fallback owner`
			: `${nameOf(person)} ${when}, and so ${others.length === 1 ? 'is' : 'are'} ${listOf(others)}, so their alerts go to the fallback owner`,
	];
}
