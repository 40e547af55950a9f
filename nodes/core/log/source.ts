/** Names the node a message came by, over all workflows: its trigger, or the Ticket Log that first saw it. */
export function sourceOf(workflowId: string, nodeId: string): string {
	return `${workflowId}/${nodeId}`;
}

/**
 * The source of messages that Ticket Log's Take In took in. They belong to no trigger; one that hands
 * them on asks for them. No node's source can be the same: those have a slash.
 */
export const TAKEN_IN = 'taken-in';
