import { nameOf, onDuty } from '../alert/owners/onDuty';
import { readOwnerRows, type OwnerDirectory, type OwnerRow } from '../alert/owners/ownerRows';
import { counted } from '../report/accountWords';
import { shown } from '../text/shown';
import { localDate } from '../values/zonedTime';
import { listOf } from '../values/wording';
import { isNobodys, removeSamples, sortOwnerRows } from './samples';
import type { SetupCheck } from './types';

type Row = Readonly<Record<string, unknown>>;

/** More findings than this would bury the first ones. */
const MOST_NAMED = 5;

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
	if (people.length === 0 && problems.length === 0) {
		return { ...OWNERS, status: 'ok', found: `${counted(samples, 'row')}, all of them samples.` };
	}
	const findings = [
		...problems,
		...people.flatMap((person) => reachOf(person)),
		...people.flatMap((person) => absenceOf(person, owners, now, timeZone)),
	];
	const found = `${counted(people.length, 'owner')} of your own${samples > 0 ? `, and ${counted(samples, 'sample')}` : ''}.`;
	if (findings.length === 0 && samples === 0) return { ...OWNERS, status: 'ok', found };
	return {
		...OWNERS,
		status: 'warning',
		found: `${found} ${named(findings)}`.trim(),
		whatToDo: [
			findings.length > 0
				? 'Mend these rows: Overview → Data tables → cs_owners. The lane “Slack member IDs” of CS Alerts Setup fills in missing IDs.'
				: '',
			samples > 0 ? removeSamples('cs_owners') : '',
		]
			.filter((text) => text !== '')
			.join(' '),
	};
}

/** The rows could not be read, e.g. since there is no such table. */
export function unreadableOwners(reason: string): SetupCheck {
	return {
		...OWNERS,
		status: 'problem',
		found: `They could not be read: ${shown(reason, 300) ?? ''}.`,
		whatToDo: 'Run CS Alerts Setup again: it makes the table cs_owners where there is none.',
	};
}

/** "A. B. C. And 4 more." */
export function named(findings: readonly string[]): string {
	const most = findings.slice(0, MOST_NAMED).map((text) => `${shown(text, 300) ?? ''}.`);
	const rest = findings.length - most.length;
	return [...most, ...(rest > 0 ? [`And ${rest} more.`] : [])].join(' ');
}

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
