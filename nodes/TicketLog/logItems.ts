import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { plainError } from '../shared/plainError';
import { runItems, type ItemResult } from '../shared/runItems';

/** The loop over this node's items, keeping the log's own words: they name files and codes. */
export async function logItems(
	context: IExecuteFunctions,
	work: (item: INodeExecutionData, itemIndex: number) => ItemResult | Promise<ItemResult>,
): Promise<INodeExecutionData[][]> {
	return await runItems(context, async (item, itemIndex) => {
		try {
			return await work(item, itemIndex);
		} catch (cause) {
			throw plainError(context.getNode(), cause, { itemIndex });
		}
	});
}
