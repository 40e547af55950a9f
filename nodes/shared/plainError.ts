import { NodeOperationError, type INode } from 'n8n-workflow';

/**
 * n8n's error with our own words. n8n puts words of its own in the place of every message in which it
 * finds a code like EACCES or ECONNREFUSED (n8n-workflow 2.41, `setDescriptiveErrorMessage`): what to do,
 * which file, or when it is tried again would be gone.
 */
export function plainError(
	node: INode,
	cause: unknown,
	options: { itemIndex?: number; description?: string } = {},
): NodeOperationError {
	if (cause instanceof NodeOperationError) return cause;
	const error = cause instanceof Error ? cause : new Error(String(cause));
	const plain = new NodeOperationError(node, error, options);
	plain.message = error.message;
	return plain;
}
