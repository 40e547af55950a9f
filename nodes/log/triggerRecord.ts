/** What is known of a trigger between runs and restarts. */
export interface TriggerRecord {
	source: string;
	workflowId: string;
	helpdesk?: string;
	/** The webhook's public address. */
	address?: string;
}
