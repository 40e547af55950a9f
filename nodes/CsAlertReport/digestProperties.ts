import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

export const digestProperties: INodeProperties[] = [
	{
		displayName: 'For Each Owner Too',
		name: 'forEachOwner',
		type: 'boolean',
		displayOptions: { show: { operation: ['digest'] } },
		default: false,
		description:
			'Whether each CS owner gets an item of their own behind that of the lead: their accounts, alerts and near misses, with name and address under report.owner',
	},
];

export function readForEachOwner(context: IExecuteFunctions, itemIndex: number): boolean {
	return context.getNodeParameter('forEachOwner', itemIndex, false) === true;
}
