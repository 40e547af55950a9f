import type { Delivery } from '../item/types';
import { endOfQuietHours } from '../values/businessHours';
import type { Assignment } from './assignment';
import type { AlertInput } from './occasion';
import type { OwnerRow } from './owners/ownerRows';
import type { Place } from './place';
import type { DeliverySettings } from './settings';

/** Whoever reads a message: the manager where it is for them, else whoever is on duty. */
export function readerOf(
	{ manager, person }: Assignment,
	{ kind, step }: Pick<Delivery, 'kind' | 'step'>,
): OwnerRow | undefined {
	return kind === 'escalation' || step === 'manager' ? manager : person;
}

/**
 * Until when a message waits, because its reader wants to be left alone. Critical ones never wait, nor do tests, nor
 * a change to a message that calls nobody. Absent where it goes out now.
 */
export function holdUntilOf(
	reader: OwnerRow | undefined,
	{ gate, ticket }: AlertInput,
	due: Pick<Delivery, 'mayWait'>,
	{ via }: Pick<Place, 'via'>,
	{ regional }: DeliverySettings,
	now: Date,
): Date | undefined {
	if (due.mayWait !== true || gate.severity === 'critical' || ticket.isTest === true)
		return undefined;
	return via === 'slackEdit' ? undefined : quietUntil(reader, regional, now);
}

/** When the quiet hours of a reader are over; absent where none run. */
export function quietUntil(
	reader: OwnerRow | undefined,
	{ timeZone }: DeliverySettings['regional'],
	now: Date,
): Date | undefined {
	if (reader?.quietHours === undefined) return undefined;
	return endOfQuietHours(now, reader.quietHours, reader.timeZone ?? timeZone);
}
