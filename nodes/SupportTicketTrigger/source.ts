/** Names a trigger node over all workflows. */
export function sourceOf(workflowId: string, nodeId: string): string {
	return `${workflowId}/${nodeId}`;
}
