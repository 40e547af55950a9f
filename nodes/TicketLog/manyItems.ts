import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { logItems } from './logItems';

/** Gives out as many items as each item asks for, paired with it; one that failed goes on as it is. */
export async function manyItems(
	context: IExecuteFunctions,
	read: (itemIndex: number) => Promise<IDataObject[]>,
): Promise<INodeExecutionData[][]> {
	const found = new Map<number, IDataObject[]>();
	const [items = []] = await logItems(context, async (_item, itemIndex) => {
		found.set(itemIndex, await read(itemIndex));
		return { adds: {} };
	});
	return [
		items.flatMap((item, itemIndex): INodeExecutionData[] => {
			const entries = found.get(itemIndex);
			if (entries === undefined) return [item];
			return entries.map((json) => ({ json, pairedItem: { item: itemIndex } }));
		}),
	];
}
