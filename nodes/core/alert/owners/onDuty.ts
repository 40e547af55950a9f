import { shown } from '../../text/shown';
import { localDate } from '../../values/zonedTime';
import { findOwner, type OwnerDirectory, type OwnerRow } from './ownerRows';

/** How often a stand-in may be away, too. */
const MOST_DELEGATES = 3;

/** Somebody who would have got the alert. */
export interface Away {
	/** Name or address. */
	who: string;
	/** ISO date of the last day. Absent when nobody said. */
	until?: string;
}

export interface OnDuty {
	/** Who is there. Absent when all are away. */
	person?: OwnerRow;
	/** Who is away, in the order they were asked. */
	away: Away[];
}

/**
 * Who acts for an owner today: the owner, else their delegate, else the delegate's delegate, and so on.
 * @param timeZone for people of whom no zone is known
 */
export function onDuty(
	owner: OwnerRow,
	owners: OwnerDirectory,
	now: Date,
	timeZone: string,
): OnDuty {
	const away: Away[] = [];
	const seen = new Set<string>();
	let person: OwnerRow = owner;
	while (isAway(person, now, timeZone)) {
		away.push({ who: nameOf(person), until: person.absentUntil });
		if (person.email !== undefined) seen.add(person.email.toLowerCase());
		const { delegate } = person;
		if (delegate === undefined || seen.has(delegate) || away.length > MOST_DELEGATES) {
			return { away };
		}
		person = findOwner(owners, { email: delegate }) ?? { email: delegate };
	}
	return { person, away };
}

/** Name, else address, else Slack ID, on one line. */
export function nameOf({ name, email, slackId }: OwnerRow): string {
	return shown(name) ?? shown(email) ?? shown(slackId) ?? 'the owner';
}

function isAway({ absentFrom, absentUntil, timeZone }: OwnerRow, now: Date, fallback: string) {
	if (absentFrom === undefined && absentUntil === undefined) return false;
	const today = localDate(now, timeZone ?? fallback);
	return (
		(absentFrom === undefined || absentFrom <= today) &&
		(absentUntil === undefined || today <= absentUntil)
	);
}
