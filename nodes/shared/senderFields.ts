import type { INodeProperties } from 'n8n-workflow';

import { readSenders, type WhoCounts } from '../core/helpdesk/whoCounts';
import { textOf } from '../core/values/text';

/**
 * The fields that say whose tickets do not count, the same wherever tickets come in.
 * @param displayOptions when they are on screen; always unless told
 */
export function senderFields(
	displayOptions?: INodeProperties['displayOptions'],
): INodeProperties[] {
	const field = (
		displayName: string,
		name: string,
		placeholder: string,
		description: string,
	): INodeProperties => ({
		displayName,
		name,
		type: 'string',
		...(displayOptions && { displayOptions }),
		default: '',
		placeholder,
		description,
	});
	return [
		field(
			'Own Domains',
			'ownDomains',
			'e.g. northwind.com, northwind.de',
			'Your own company’s domains: tickets of colleagues are logged as skipped. Where a colleague forwarded a customer’s mail, the customer counts.',
		),
		field(
			'Excluded Senders',
			'excludedSenders',
			'e.g. alerts@monitoring.example, newsletter.example',
			'Addresses or whole domains whose tickets are logged as skipped',
		),
		field(
			'Excluded Tags',
			'excludedTags',
			'e.g. internal, spam',
			'Tickets with one of these tags are logged as skipped. Separate tags by commas.',
		),
	];
}

/**
 * What {@link senderFields} hold, and what is wrong with them in plain words; `problem` is absent when nothing is.
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
