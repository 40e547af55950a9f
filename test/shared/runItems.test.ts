import {
	NodeOperationError,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { readFailedStep } from '../../nodes/shared/itemError';
import { runItems, type ItemResult } from '../../nodes/shared/runItems';

const item = (id: number): INodeExecutionData => ({
	json: { ticket: { key: `zendesk:acme:${id}` } },
	binary: { mail: { data: '', mimeType: 'text/plain' } },
	metadata: { subExecution: { executionId: `${id}`, workflowId: 'w' } },
	pairedItem: { item: 7 },
});

/** A node with these items on its first input, as far as the loop asks it. */
function nodeWith(
	items: INodeExecutionData[],
	onError: INode['onError'] = 'stopWorkflow',
): IExecuteFunctions {
	const node = { name: 'Under Test', type: 'test', onError } as INode;
	return {
		getNode: () => node,
		getInputData: () => items,
		continueOnFail: () => onError !== 'stopWorkflow',
	} as unknown as IExecuteFunctions;
}

const byIndex = (_item: INodeExecutionData, itemIndex: number): ItemResult => ({
	adds: { seen: itemIndex },
	output: [2, 0, 1][itemIndex],
});

function failSecond(_item: INodeExecutionData, itemIndex: number): ItemResult {
	if (itemIndex === 1) throw new Error('no text');
	return { adds: { seen: itemIndex } };
}

describe('the loop over the items of a node', () => {
	it('routes each item to the output that was chosen for it, paired with where it came from', async () => {
		const node = nodeWith([item(1), item(2), item(3)]);
		const outputs = await runItems(node, byIndex, { outputs: 3 });
		expect(outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 1 }],
			[{ item: 2 }],
			[{ item: 0 }],
		]);
	});

	it('keeps everything the item brought along', async () => {
		const [[first] = []] = await runItems(nodeWith([item(1)]), failSecond);
		expect(first).toEqual({
			...item(1),
			json: { ...item(1).json, seen: 0 },
			pairedItem: { item: 0 },
		});
	});

	it('leaves the input as it was', async () => {
		const items = [item(1), item(2), item(3)];
		await runItems(nodeWith(items, 'continueRegularOutput'), failSecond);
		expect(items).toEqual([item(1), item(2), item(3)]);
	});

	it('waits for work that takes time, item after item', async () => {
		const seen: number[] = [];
		await runItems(nodeWith([item(1), item(2)]), async (_item, itemIndex) => {
			await Promise.resolve();
			seen.push(itemIndex);
			return { adds: {} };
		});
		expect(seen).toEqual([0, 1]);
	});

	it('stops at the item that fails, naming it', async () => {
		const failed = runItems(nodeWith([item(1), item(2), item(3)]), failSecond);
		await expect(failed).rejects.toBeInstanceOf(NodeOperationError);
		await expect(failed).rejects.toMatchObject({ message: 'no text', context: { itemIndex: 1 } });
	});

	it('sends the item that fails on with its ticket and fields, to the output for such, when set to continue', async () => {
		const node = nodeWith([item(1), item(2), item(3)], 'continueRegularOutput');
		const [passed, failed] = await runItems(node, failSecond, {
			outputs: 2,
			failedOutput: 1,
			addsToFailed: ({ message }) => ({ account: { status: 'error', reason: message } }),
		});
		expect(passed?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(failed).toEqual([
			{
				...item(2),
				json: {
					...item(2).json,
					account: { status: 'error', reason: 'no text' },
					error: { message: 'no text', node: 'Under Test' },
				},
				pairedItem: { item: 1 },
			},
		]);
	});

	it('leaves nothing but the failure on the JSON for the error output, which the engine fills up', async () => {
		const node = nodeWith([item(1), item(2)], 'continueErrorOutput');
		const [items = []] = await runItems(node, failSecond);
		expect(items[1]?.json).toEqual({ error: { message: 'no text', node: 'Under Test' } });
	});

	it('marks a failure that trying again cannot help, and a later one takes nothing from that', async () => {
		const unscorable = Object.assign(new Error('no text'), { isFinal: true });
		const node = nodeWith([item(1)], 'continueRegularOutput');
		const [[first] = []] = await runItems(node, () => {
			throw unscorable;
		});
		const failed = { message: 'no text', node: 'Under Test', isFinal: true };
		expect(first?.json.error).toEqual(failed);
		expect(readFailedStep(first?.json ?? {})).toEqual(failed);
		const next = nodeWith(first === undefined ? [] : [first], 'continueRegularOutput');
		const [[second] = []] = await runItems(next, () => {
			throw new Error('timed out');
		});
		expect(second?.json.error).toEqual(failed);
	});

	it('drops what an earlier node set as the error of an item that fails, since the engine would wipe its JSON', async () => {
		const earlier = new NodeOperationError({ name: 'Earlier' } as INode, 'earlier');
		const node = nodeWith([item(1), { ...item(2), error: earlier }], 'continueRegularOutput');
		const [items = []] = await runItems(node, failSecond);
		expect(items[1]).not.toHaveProperty('error');
		expect(items[1]?.json.ticket).toEqual({ key: 'zendesk:acme:2' });
	});

	it('takes an output the node does not have for a failure, so that no item is lost', async () => {
		await expect(
			runItems(nodeWith([item(1)]), () => ({ adds: {}, output: 1 })),
		).rejects.toMatchObject({
			message: 'The node has no output 1',
		});
	});
});
