import { readSenders, type WhoCounts } from '../core/helpdesk/whoCounts';
import { textOf } from '../core/values/text';

/**
 * What the fields of senderFields.ts hold, and what is wrong with them in plain words; `problem` is absent when nothing is.
 * @param parameter gives the value of a field by its name
 */
export function readSenderFields(parameter: (name: string) => unknown): {
	who: WhoCounts;
	problem?: string;
} {
	const own = readSenders(textOf(parameter('ownDomains')) ?? '');
	const excluded = readSenders(textOf(parameter('excludedSenders')) ?? '');
	const problem =
		unreadable('Own Domains', [
			...own.unknown,
			...own.entries.filter((entry) => entry.includes('@')),
		]) ?? unreadable('Excluded Senders', excluded.unknown);
	return {
		who: {
			ownDomains: own.entries,
			excludedSenders: excluded.entries,
			excludedTags: tagsIn(parameter('excludedTags')),
		},
		...(problem !== undefined && { problem }),
	};
}

function unreadable(field: string, entries: readonly string[]): string | undefined {
	if (entries.length === 0) return undefined;
	const what = field === 'Own Domains' ? 'a domain' : 'an address or a domain';
	return `"${entries[0]}" in ${field} is not ${what}. Write e.g. northwind.com`;
}

function tagsIn(value: unknown): string[] {
	return (textOf(value) ?? '')
		.split(',')
		.map((tag) => tag.trim().toLowerCase())
		.filter((tag) => tag !== '');
}
