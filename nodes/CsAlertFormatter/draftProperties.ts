import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

export const draftProperties: INodeProperties[] = [
	{
		displayName: 'Draft a Reply',
		name: 'draftReply',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			'Whether the chat model attached to the node suggests a short reply to the customer, in the customer’s language. The alert shows it as a draft to check; nothing is sent to the customer. The model gets the subject, the summary and the quotes, without personal data.',
	},
	{
		displayName: 'Reply Guidance',
		name: 'replyGuidance',
		type: 'string',
		displayOptions: { show: { draftReply: [true] } },
		default: '',
		placeholder: 'e.g. Warm and brief; say “we”, never “the team”',
		description: 'How your company writes to its customers, in your own words',
	},
];

/** Whether replies are to be drafted. */
export function draftsReplies(context: IExecuteFunctions): boolean {
	return context.getNodeParameter('draftReply', 0, false) === true;
}

/** The admin's own words on how to write, for one item; '' where there are none. */
export function readGuidance(context: IExecuteFunctions, itemIndex: number): string {
	const guidance = context.getNodeParameter('replyGuidance', itemIndex, '');
	return typeof guidance === 'string' ? guidance : '';
}
