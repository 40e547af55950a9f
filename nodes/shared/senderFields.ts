import type { INodeProperties } from 'n8n-workflow';

import { textField } from './textField';

/**
 * The fields that say whose tickets do not count, the same wherever tickets come in.
 * @param displayOptions when they are on screen; always unless told
 */
export function senderFields(
	displayOptions?: INodeProperties['displayOptions'],
): INodeProperties[] {
	const more = displayOptions && { displayOptions };
	return [
		textField(
			'Own Domains',
			'ownDomains',
			'e.g. northwind.com, northwind.de',
			'Your own company’s domains: tickets of colleagues are logged as skipped. Where a colleague forwarded a customer’s mail, the customer counts.',
			more,
		),
		textField(
			'Excluded Senders',
			'excludedSenders',
			'e.g. alerts@monitoring.example, newsletter.example',
			'Addresses or whole domains whose tickets are logged as skipped',
			more,
		),
		textField(
			'Excluded Tags',
			'excludedTags',
			'e.g. internal, spam',
			'Tickets with one of these tags are logged as skipped. Separate tags by commas.',
			more,
		),
	];
}
