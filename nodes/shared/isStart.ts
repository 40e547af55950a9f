import type { IHookFunctions } from 'n8n-workflow';

/**
 * Whether n8n starts, or takes over as leader, with the workflow published already. An error would then take
 * back all webhooks of the workflow, those of other triggers included, and at times for good (n8n 2.41,
 * ActiveWorkflowManager): a log or a helpdesk that is only down for now must not do that.
 */
export function isStart(context: IHookFunctions): boolean {
	return ['init', 'leadershipChange'].includes(context.getActivationMode());
}
