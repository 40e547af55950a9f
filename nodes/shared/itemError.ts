import { NodeOperationError, type INode, type INodeExecutionData } from 'n8n-workflow';

import { plainError } from './plainError';

/** What a failed step leaves under `error` on the item's JSON. */
export interface FailedStep {
	message: string;
	/** The node's name on the canvas. */
	node: string;
	/** Set where trying again cannot help, e.g. for a ticket that holds no text. */
	isFinal?: true;
}

/**
 * Turns whatever was thrown into the error n8n shows: with the item's index, so that the editor
 * marks the right item, and with the advice a node error already carries.
 */
export function toItemError(node: INode, cause: unknown, itemIndex: number): NodeOperationError {
	if (cause instanceof NodeOperationError) {
		cause.context.itemIndex ??= itemIndex;
		return cause;
	}
	return plainError(node, cause, { itemIndex });
}

/**
 * The item that goes on when the node is set to continue on failure: everything it brought along is
 * kept, the ticket above all, and `error` says which step failed and why. The first failure stays,
 * since later ones mostly follow from it.
 *
 * The engine wipes the JSON of an item whose `error` property is set, so that one stays unset. To be
 * moved to the error output an item's JSON may hold nothing but `error`; the engine then adds what
 * the paired input item held (n8n-core 2.41, workflow-execute).
 */
export function toFailedItem(
	item: INodeExecutionData,
	error: NodeOperationError,
	itemIndex: number,
): INodeExecutionData {
	const failed = readFailedStep(item.json) ?? {
		message: error.message,
		node: error.node.name,
		...(saysFinal(error.cause) && { isFinal: true }),
	};
	const kept = error.node.onError === 'continueErrorOutput' ? {} : item.json;
	const failedItem: INodeExecutionData = {
		...item,
		json: { ...kept, error: { ...failed } },
		pairedItem: { item: itemIndex },
	};
	delete failedItem.error;
	return failedItem;
}

/** What an item holds that n8n or a node made of a failure; a row of a table has other columns, too. */
const FAILURE_KEYS = ['error', 'message', 'details', 'description', 'code', 'stack'];

/** The failure of the node that was to read rows, where an item stands for that and is no row. */
export function readFailureInPlaceOfRow(json: INodeExecutionData['json']): FailedStep | undefined {
	const isNoRow = Object.keys(json).every((key) => FAILURE_KEYS.includes(key));
	return isNoRow ? readFailedStep(json) : undefined;
}

/** The failure an earlier node left on the item, in the forms n8n's nodes use; absent when there is none. */
export function readFailedStep(json: INodeExecutionData['json']): FailedStep | undefined {
	const { error } = json;
	if (typeof error === 'string' && error !== '') return { message: error, node: 'An earlier node' };
	if (typeof error !== 'object' || error === null || Array.isArray(error)) return undefined;
	const { message, node } = error as { message?: unknown; node?: unknown };
	if (typeof message !== 'string' || message === '') return undefined;
	return {
		message,
		node: typeof node === 'string' ? node : 'An earlier node',
		...(saysFinal(error) && { isFinal: true }),
	};
}

/** Core's errors say it of themselves; this room knows none of them by name. */
function saysFinal(value: unknown): boolean {
	return (
		typeof value === 'object' && value !== null && 'isFinal' in value && value.isFinal === true
	);
}
