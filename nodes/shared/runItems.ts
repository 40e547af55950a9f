import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeOperationError,
} from 'n8n-workflow';

import { toFailedItem, toItemError } from './itemError';

/** What a node makes of one item. */
export interface ItemResult {
	/** Put beside what the item brought along, e.g. `{ sentiment }`. */
	adds: IDataObject;
	/** Files, put beside those that the item brought along. */
	binary?: IBinaryKeyData;
	/** Index of the output it goes to; the first when absent. */
	output?: number;
	/** What further items of the same output, right behind it, have in the place of `adds`. */
	further?: readonly IDataObject[];
}

export interface RunItemsOptions {
	/** How many outputs the node has. */
	outputs?: number;
	/** Index of the output for failed items, where the node is set to continue and has no error output. */
	failedOutput?: number;
	/** Whether what the node adds stands before what the item brought along, where people see it first. */
	addsFirst?: boolean;
	/** What a failed item carries besides the failure itself. */
	addsToFailed?: (error: NodeOperationError) => IDataObject;
}

/**
 * The one loop over a node's items. An item keeps all it brought along and is paired with itself. One
 * that fails stops the node, naming the item, or goes on with the failure on it, as the node is set.
 * @param work makes something of an item; must leave the item itself as it is
 * @returns the items of each output
 * @throws NodeOperationError with the item's index, unless the node is set to continue
 */
export async function runItems(
	context: IExecuteFunctions,
	work: (item: INodeExecutionData, itemIndex: number) => ItemResult | Promise<ItemResult>,
	{
		outputs = 1,
		failedOutput = 0,
		addsFirst = false,
		addsToFailed = () => ({}),
	}: RunItemsOptions = {},
): Promise<INodeExecutionData[][]> {
	const routed = Array.from({ length: outputs }, (): INodeExecutionData[] => []);
	for (const [itemIndex, item] of context.getInputData().entries()) {
		try {
			const { adds, binary, output = 0, further = [] } = await work(item, itemIndex);
			const target = routed[output];
			if (target === undefined) throw new Error(`The node has no output ${output}`);
			for (const added of [adds, ...further]) {
				target.push({
					...item,
					...(binary && { binary: { ...item.binary, ...binary } }),
					json: addsFirst ? { ...added, ...item.json, ...added } : { ...item.json, ...added },
					pairedItem: { item: itemIndex },
				});
			}
		} catch (cause) {
			const error = toItemError(context.getNode(), cause, itemIndex);
			if (!context.continueOnFail()) throw error;
			const described = { ...item, json: { ...item.json, ...addsToFailed(error) } };
			routed[failedOutput]?.push(toFailedItem(described, error, itemIndex));
		}
	}
	return routed;
}
