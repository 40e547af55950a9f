import { timeOf } from '../values/dates';
import { textOf } from '../values/text';
import { isObject, type Json } from './fields';
import type { EarlierPlace } from './types';

/** Where an earlier copy of the alert of an item may stand; absent where nobody has to look. */
export function readEarlierPlace({ alert }: Json): EarlierPlace | undefined {
	return isObject(alert) ? earlierPlaceOf(alert.earlier) : undefined;
}

/** The same of a delivery or an alert itself. */
export function earlierPlaceOf(earlier: unknown): EarlierPlace | undefined {
	if (!isObject(earlier)) return undefined;
	const [channel, since] = [textOf(earlier.channel), textOf(earlier.since)];
	return channel === undefined || timeOf(since) === undefined || since === undefined
		? undefined
		: { channel, since };
}
