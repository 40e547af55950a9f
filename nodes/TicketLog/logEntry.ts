import type { IDataObject } from 'n8n-workflow';

/** What Ticket Log puts under `log`: absent stays absent, times are ISO 8601. */
export function toLogEntry(result: object): IDataObject {
	return Object.fromEntries(
		Object.entries(result).flatMap(([name, value]) => {
			if (value === undefined) return [];
			return [[name, value instanceof Date ? value.toISOString() : value]];
		}),
	);
}
