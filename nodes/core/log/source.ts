/** Names the node a message came by, over all workflows: its trigger, or the Ticket Log that first saw it. */
export function sourceOf(workflowId: string, nodeId: string): string {
	return `${workflowId}/${nodeId}`;
}
